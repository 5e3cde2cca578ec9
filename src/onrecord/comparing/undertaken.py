"""What an undertaking is about, part by part: its deed, its things weighed by how much they tell, its numbers."""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from onrecord.comparing.achieving import class_of_deed
from onrecord.comparing.forbearing import deed_of, forbears, subject_of
from onrecord.comparing.sentences import SENTENCE_END
from onrecord.comparing.weights import weight
from onrecord.comparing.words import listed, stem, stems
from onrecord.language.numberwords import SCALES, TENS, UNITS
from onrecord.language.predicates import class_of
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Commitment

AROUND = 0.4
"""What a word of the sentence around an undertaking weighs beside one of its own."""

OF_NAME = 0.6
"""What a word of a name weighs beside one of a thing: where it is, or with whom."""

OF_PARTY = 0.25
"""What a word of who undertakes weighs: all that he does holds it."""

LEAST_WEIGHT = 0.05
MOST_WORDS = 14
"""Words of one part that count: a longer one is a list."""

_JOINT = re.compile(
    r"(?:,\s*(?:and\s+|or\s+|as well as\s+)?|;\s*(?:and\s+)?|\s+and\s+(?:also\s+)?)"
    r"(?P<to>to\s+)?(?P<next>(?P<verb>[a-z-]+)\b)"
)
_ASKING = re.compile(
    r"(?:to\s+)?(?:also\s+)?(?:ask|beg|call (?:on|upon)|encourage|instruct|invite|order|press|push|request|tell|urge)\s"
    r"[^,;]{1,80}?\sto\s",
    re.IGNORECASE,
)
"""An undertaking to have others do something."""
_ASIDE = re.compile(
    r",?\s(?:until|till|before|once|when|whenever|while|after|because|since|so that|unless|if|where|which|whose|who"
    r"|as soon as)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
"""A clause that tells when, why or of whom, and not what."""
_PHRASE_END = re.compile(
    r"[,;:]|(?:\s|^)(?:of|to|by|for|from|on|onto|with|without|as|at|in|into|among|between|until|before|within|over|under|near"
    r"|along|through|and|or|is|are|be|will|every|each)\s"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}\b|\([^)]*\)"
)
"""A day, and what a clause's words were resolved to."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+(?:-[a-z]+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNTELLING = frozenset(
    stem(word)
    for word in listed(
        """
    time year month week day date end number way people man woman company board government minister ministry
    spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december part place new first last next good full half make take
    get give put come go say tell promise pledge plan report work use include one two three four five six seven eight
    nine ten hundred thousand million billion percent per cent
    """
    )
)  # fmt: skip


class Part(msgspec.Struct, frozen=True):
    """One deed of an undertaking.

    `words` are the stems of its things with what each weighs, `heads` those that name a thing and not its sort
    ("bridge" and "estuary" of "the old stone bridge over the estuary"), and names. `names` are the stems of its names.
    `verb` is its verb's stem, `deed`
    that verb's class, `numbers` are the amounts it names, and `kept_from` says that it is to be left alone. A `whole`
    part is all that was undertaken.
    """

    action: str
    heads: frozenset[str]
    names: frozenset[str]
    verb: str
    deed: str | None
    words: Mapping[str, float]
    numbers: frozenset[float]
    kept_from: bool
    whole: bool

    @property
    def mass(self) -> float:
        """What its words weigh together."""
        return sum(self.words.values())


def parts_of(commitment: Commitment, document: Document) -> tuple[Part, ...]:
    """The deeds of an undertaking, each with its things."""
    due = commitment.deadline.text if commitment.deadline else ""
    action = commitment.action.replace(due, " ") if due else commitment.action
    found = deeds_in(" ".join(action.split()))
    around = _around(commitment, document)
    kept_from = forbears(commitment)
    party = tuple(sorted({word for name in commitment.parties for word in stems(name)}))
    return tuple(_part(each, around, party, kept_from=kept_from, whole=len(found) == 1) for each in found)


@lru_cache(maxsize=16_384)
def _part(action: str, around: tuple[str, ...], party: tuple[str, ...], *, kept_from: bool, whole: bool) -> Part:
    deed = deed_of(action).removeprefix("to ").removeprefix("be ")
    first = next(iter(fold(deed).split()), "")
    verb = stem(first)
    about = f"{_ASIDE.sub('', deed) or deed} {subject_of(action)}"
    own = [word for word in stems(about) if word != verb]
    names = frozenset(word for name in _NAME.findall(about.partition(" ")[2]) for word in stems(name))
    told = dict.fromkeys(own, 1.0) | {word: AROUND for word in around if word not in own and word != verb}
    weighed = {
        word: round(factor * weight(word) * (OF_PARTY if word in party else OF_NAME if word in names else 1.0), 3)
        for word, factor in told.items()
        if word not in _UNTELLING and not word[0].isdigit() and weight(word) > LEAST_WEIGHT and len(word) > 1
    }
    most = sorted(weighed, key=lambda word: (-weighed[word], word))[:MOST_WORDS]
    return Part(
        deed,
        _heads(about),
        names,
        verb,
        class_of_deed(deed),
        {w: weighed[w] for w in sorted(most)},
        numbers_in(deed),
        kept_from,
        whole,
    )


def _heads(deed: str) -> frozenset[str]:
    """The last word of each of its phrases, and its names."""
    last = (stems(phrase)[-1:] for phrase in _PHRASE_END.split(_ASIDE.sub("", deed)))
    names = (stems(name) for name in _NAME.findall(deed.partition(" ")[2]))
    return frozenset(word for words in (*last, *names) for word in words)


def deeds_in(action: str) -> list[str]:
    """The actions joined under one trigger: "open 40 beds and hire 120 nurses" gives two.

    What others are to be asked to do is one: "ask the ports to hire guards and close the gates".
    """
    if _ASKING.match(action):
        return [action]
    found, start = [], 0
    for joint in _JOINT.finditer(action):
        verb = joint["verb"]
        listed = class_of(verb, "verb") is not None and class_of(verb, "noun") is None
        if (joint["to"] or listed) and joint.start() - start > 8:
            found.append(action[start : joint.start()])
            start = joint.start("next")
    return [*found, action[start:]]


def _around(commitment: Commitment, document: Document) -> tuple[str, ...]:
    """The stems of the sentence that an undertaking stands in."""
    text, span = document.text, commitment.spans[0]
    start = max((m.end() for m in SENTENCE_END.finditer(text, max(0, span.start - 300), span.start)), default=0)
    after = SENTENCE_END.search(text, commitment.spans[-1].end)
    end = min(after.start() if after else len(text), commitment.spans[-1].end + 200)
    return stems(text[max(start, span.start - 300) : end])


@lru_cache(maxsize=16_384)
def numbers_in(text: str) -> frozenset[float]:
    """The amounts that words name, in digits or words; years and single units are none."""
    found: set[float] = set()
    held: float | None = None
    for word in _NUMBER.findall(_DATE.sub(" ", text).lower()):
        one = _value(word)
        if one is None:
            if word != "and" and held is not None:
                found.add(held)
                held = None
            continue
        if word in SCALES and held is not None:
            held *= one
        elif held is not None and held % 100 == 0 and one < 100:
            held += one
        else:
            if held is not None:
                found.add(held)
            held = one
    if held is not None:
        found.add(held)
    return frozenset(number for number in found if number > 1)


def _value(word: str) -> float | None:
    if word == "dozen":
        return 12.0
    if word[0].isdigit():
        return None if _YEAR.fullmatch(word) else float(word.replace(",", "")) if word.count(".") < 2 else None
    tens, _, unit = word.partition("-")
    if tens in TENS:
        return float(TENS[tens] + (UNITS.get(unit, 0) if unit else 0))
    whole = UNITS.get(word, SCALES.get(word))
    return float(whole) if whole is not None else None
