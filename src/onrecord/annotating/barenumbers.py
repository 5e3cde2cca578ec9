"""What a number counts that stands without its noun: "Fifty-one have come", "How many nurses? - Fifty-one".

In an answer it is what the question asked "how many" of; else what the figure before it counted, where the number
is a verb's subject or object, a turn's whole sentence, or what is said to be the number. Digits alone are left to the
other rules: they are also labels, times and scores.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.measures import Measured, is_counted
from onrecord.annotating.partsof import kin
from onrecord.annotating.restrictions import restricted
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.numbers import Quantity
from onrecord.language.parsing import ParsedBlock
from onrecord.language.quantitywords import plural_of, singular
from onrecord.language.times import Anchor, find_times
from onrecord.model.items import Figure

if TYPE_CHECKING:
    from onrecord.language.trees import Token

ASKING = re.compile(r"\bhow (?:many|much)\b[^.!?]{0,200}\?\s*\Z", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:them|whom|those|these)\b")
_OF_WHOM = re.compile(r"\bof (?:them|whom|which|those|these),? \Z")
_BREAK = re.compile(r"[,.;:!?()”\"]|\b(?:and|but|who|which|when|where)\b")
_AUXILIARY = re.compile(r"^(?:did|do|does|was|were|is|are|has|have|had|will|would|could|can) (?:the )?", re.IGNORECASE)
_VAGUE = re.compile(r"(?:hundred|thousand|million|billion|trillion|score)s\b", re.IGNORECASE)
FEWEST = 2
NEAR = 14
"""Words on either side of a number in a sentence that is little more than it."""
LONGEST_PART = 6
"""Words at most that say which part of those counted before a number is of."""
LONGEST_SAID = 10
_JOINING = frozenset({"and", "but", "while", ",", ";", "than", "least", "about", "another", "some", "nearly", "almost"})
"""Words right before a number with which a clause of its own begins."""
_AFTERWARDS = frozenset({"following", "after", "before", "as", "because"})
_LOOSE = frozenset({"on", "in", "at", "by", "since", "from", "during", "until", "for", "the", "so", "far", "still"})
_CLAIMING = frozenset({"say", "claim", "report", "estimate", "cite", "give"})
LEAST_RIVAL = 100
"""From here on the digits of a number are no label: "organisers claimed 110,000"."""
_PERSONS = frozenset({"people", "person", "man", "woman", "child", "worker", "passenger", "patient", "student"})
_LED_ON = frozenset({"of", "so", "and", "among", "but"})
LARGE = 10_000
"""From here on a number without a noun is an amount of something that its verb tells of."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "npadvmod", "ccomp", "attr", "acomp"})
_COUNTING = frozenset({"say", "count", "report", "tell", "put", "find", "lose", "see", "hear", "hire", "bury", "be"})
"""Verbs whose object may be a bare number: "the union says sixty"."""
_TALLYING = frozenset({"count", "tally", "log", "list", "record", "register", "report", "hold"})
"""Verbs whose object may be a number in digits, too: "the ministry counted 1,290"."""
_ACCOUNTS = frozenset({"list", "log", "record", "register", "report", "roll", "tally", "count"})
"""What has or shows a number: "the harbour's own log has 212"."""
_INSIDE = frozenset({"compound", "quantmod", "nummod", "conj", "punct", "cc", "advmod"})


_REMARK = re.compile(r"\s(?:as|so far|at|by|to date|in all|altogether|now|today|since|this|if|according|all)\b|,\s")


class Asked(NamedTuple):
    """What a question asks the number of: the words, and the unit where a noun is counted."""

    measures: str
    unit: str | None


def asked_in(around: Surroundings, parsed: ParsedBlock | None) -> Asked | None:
    """What the question that closes a block asks "how many" or "how much" of."""
    if parsed is None or parsed.block.kind != "turn" or not ASKING.search(parsed.text[-260:]):
        return None
    word = next((t for t in reversed(parsed.doc) if t.lower_ in {"many", "much"} and t.i), None)
    if word is None or word.nbor(-1).lower_ != "how":
        return None
    noun = word.head
    if noun.pos_ == "NOUN" and noun.i > word.i:
        words = restricted(around, parsed, noun, noun.idx, verb=True)
        return Asked(words[0] if words is not None else noun.text, noun.lemma_.lower())
    end = word.sent[-1] if word.sent[-1].text != "?" else word.sent[-1].nbor(-1)
    rest = parsed.text[word.idx + len(word.text) : end.idx + len(end.text)].strip(" ?,;")
    rest = _AUXILIARY.sub("", " ".join(rest.split()))
    return Asked(rest, None) if rest else None


def counted_without_noun(
    parsed: ParsedBlock, quantity: Quantity, anchor: "Token", *, asked: Asked | None, previous: Figure | None
) -> Measured | None:
    """What a number without a noun counts, or `None` where the words do not tell."""
    low = quantity.value[0]
    if quantity.sort not in {"number", "fraction"} or low != int(low) or low < FEWEST:
        return None
    alone = _is_alone(quantity, anchor)
    if not alone and _numbers_a_point(parsed, quantity, anchor):
        return None
    answered = previous is not None and previous.spans[0].start >= parsed.offset
    if asked is not None and anchor.sent.start == 0 and not answered:
        if alone or _stands_alone(anchor) or _opens_an_answer(parsed, quantity):
            return Measured(asked.measures, None, asked.unit)
        if asked.unit is not None and (deed := _deed_done_to(anchor)) is not None:
            return Measured(f"{asked.measures.split()[0]} {deed}", None, asked.unit)
    if (
        low >= LARGE
        and not _VAGUE.search(quantity.number.of(parsed.text))
        and (verb := _verb_of(anchor)) is not None
        and previous is None
    ):
        return Measured(verb.lower_)
    if previous is not None and previous.measures and (part := _part_of_them(parsed, quantity)) is not None:
        unit = previous.unit if is_counted(previous.unit) else None
        if (named := kin(parsed, part, quantity.number.end)) is not None:
            return Measured(f"{named[0]} among {previous.measures}", None, named[1], None, previous)
        return Measured(f"{previous.measures} ({part})", None, unit, None, previous)
    if previous is not None and previous.measures and (said := _said_of_them(anchor, previous)) is not None:
        return Measured(f"{previous.measures} ({said})", None, previous.unit, None, previous)
    if previous is not None and (going_on := _going_on(parsed, anchor, previous)) is not None:
        return Measured(going_on, None, previous.unit)
    if previous is not None and low >= LEAST_RIVAL and _rivals(parsed, anchor, previous):
        return Measured(previous.measures, None, previous.unit, None, previous)
    tallied = _is_tallied(anchor)
    if any(character.isdigit() for character in quantity.number.of(parsed.text)) and not tallied:
        return None
    if previous is None or not previous.measures or not (tallied or _stands_alone(anchor) or alone):
        return None
    if previous.kind == "absolute" and is_counted(previous.unit):
        return Measured(previous.measures, None, previous.unit, None, previous)
    if previous.kind == "share" and previous.unit == "1":
        head = re.split(r" (?:of|in|by|who|that|which|at|on|from|for)\b", previous.measures, maxsplit=1)[0].split()[-1]
        return Measured(previous.measures, None, singular(head.lower()), None, previous)
    return None


def _opens_an_answer(parsed: ParsedBlock, quantity: Quantity) -> bool:
    """Whether an answer begins with the number, and a time or a remark follows: "Fifty-two as of last night"."""
    before = parsed.text[: quantity.span.start].split()
    return len(before) <= 1 and _REMARK.match(parsed.text, quantity.number.end) is not None


def _numbers_a_point(parsed: ParsedBlock, quantity: Quantity, anchor: "Token") -> bool:
    """Whether a number only opens the next point of a list: "And five, our launch was at sea"."""
    before = parsed.text[anchor.sent.start_char : quantity.number.start].split()
    return parsed.text.startswith(",", quantity.number.end) and [word.lower() for word in before] in ([], ["and"])


def _part_of_them(parsed: ParsedBlock, quantity: Quantity) -> str | None:
    """What is said of a part of what was counted before: "of them passengers", "of whom five were ill"."""
    text, end = parsed.text, quantity.number.end
    after = _OF_THEM.match(text, end)
    if after is None and _OF_WHOM.search(text, max(0, quantity.number.start - 12), quantity.number.start) is None:
        return None
    rest = text[after.end() if after is not None else end :]
    words = _BREAK.split(rest, maxsplit=1)[0].split()
    return " ".join(words) if 0 < len(words) <= LONGEST_PART else None


def _deed_done_to(anchor: "Token") -> str | None:
    """What was done to those whom a number without a noun counts: "We have tested 2,150"."""
    top = _top(anchor)
    verb = top.head
    return verb.lower_ if top.dep_ == "dobj" and verb.tag_ in {"VBN", "VBD"} else None


def _said_of_them(anchor: "Token", previous: Figure) -> str | None:
    """What a sentence says of those of whom a number opens it: "618 were ill. Of those, 74 were in hospital"."""
    top = _top(anchor)
    verb, doc = top.head, top.doc
    if previous.kind != "absolute" or not is_counted(previous.unit) or top.dep_ not in _SUBJECTS or verb.i < top.i:
        return None
    if any(child.dep_ in {"prep", "relcl", "acl"} and child.i > top.i for child in top.children):
        return None
    first = min(word.i for word in top.subtree)
    led = next((word for word in doc[anchor.sent.start : first] if not word.is_punct), None)
    if (led is not None and led.lower_ not in _LED_ON) or not (verb.lemma_ in {"be", "have"} or verb.tag_ == "VBN"):
        return None
    words = _BREAK.split(doc[top.i + 1 : anchor.sent.end].text, maxsplit=1)[0].split()
    return " ".join(words[:LONGEST_SAID]) or None


def _going_on(parsed: ParsedBlock, anchor: "Token", previous: Figure) -> str | None:
    """What a sentence goes on to count of the same: "37 people are confirmed dead and 41 remain missing"."""
    top = _top(anchor)
    verb, first = top.head, min(word.i for word in top.subtree)
    if previous.kind != "absolute" or not is_counted(previous.unit) or top.dep_ not in _SUBJECTS or verb.i < top.i:
        return None
    same = previous.spans[0].start - parsed.offset >= anchor.sent.start_char
    joined = first > anchor.sent.start and top.doc[first - 1].lower_ in _JOINING
    if not same or not joined or any(child.i > top.i for child in top.children):
        return None
    clause = _BREAK.split(top.doc[verb.i : anchor.sent.end].text, maxsplit=1)[0]
    rest = clause[: min((mention.span.start for mention in find_times(clause, Anchor(None))), default=None)].split()
    rest = rest[: next((at for at, word in enumerate(rest) if word in _AFTERWARDS), len(rest))]
    while rest and rest[-1] in _LOOSE:
        rest.pop()
    people = previous.unit in _PERSONS
    if verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children):
        said = " ".join(rest[:LONGEST_SAID])
    elif verb.lemma_ in {"be", "remain", "stay", "go"} and len(rest) > 1:
        said = f"{'who' if people else 'that'} {' '.join(rest[:LONGEST_SAID])}"
    else:
        return None
    return f"{plural_of(previous.unit)} {said}"


def _rivals(parsed: ParsedBlock, anchor: "Token", previous: Figure) -> bool:
    """Whether another gives in the same sentence, without a noun, their number: "police said 300; others said 900"."""
    top = _top(anchor)
    verb = top.head
    if previous.kind != "absolute" or not previous.measures or top.dep_ not in _OBJECTS | _SUBJECTS:
        return False
    if previous.spans[0].start - parsed.offset < anchor.sent.start_char or verb.lemma_ not in _CLAIMING:
        return False
    if top.i < verb.i or any(child.i > top.i for child in top.children if not child.is_punct):
        return False
    return any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)


def _top(anchor: "Token") -> "Token":
    """The word that a number in several words hangs by: of "a hundred and twenty", "hundred"."""
    for _ in range(4):
        if anchor.dep_ in _INSIDE and anchor.head.i != anchor.i and (anchor.head.like_num or anchor.head.pos_ == "NUM"):
            anchor = anchor.head
    return anchor


def _verb_of(anchor: "Token") -> "Token | None":
    """The finished deed that a number is the subject or object of: "nine million had arrived"."""
    top = _top(anchor)
    verb = top.head
    if top.dep_ not in _SUBJECTS | {"dobj"} or verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"}:
        return None
    links = (c for c in top.children if c.dep_ in {"prep", "relcl", "acl"} and c.i > top.i)
    if not all(any(g.dep_ == "pobj" and (g.like_num or g.pos_ == "NUM") for g in link.children) for link in links):
        return None
    return verb


def _stands_alone(anchor: "Token") -> bool:
    """Whether a number is its clause's subject or object, with no noun of its own."""
    top = _top(anchor)
    if any(c.dep_ in {"prep", "relcl", "acl"} and c.i > top.i for c in top.children):
        return False
    verb = top.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if top.dep_ in _SUBJECTS:
        return verb.i > top.i
    return top.dep_ in _OBJECTS and verb.lemma_ in _COUNTING


def _is_tallied(anchor: "Token") -> bool:
    """Whether a number is the object of a verb that tallies, or of what an account has."""
    top = _top(anchor)
    verb = top.head
    part = top.i + 1 < len(top.doc) and top.nbor(1).lower_ == "of"
    if top.dep_ != "dobj" or verb.pos_ not in {"VERB", "AUX"} or part:
        return False
    if verb.lemma_ in _TALLYING:
        return True
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return verb.lemma_ in {"have", "show", "give"} and subject is not None and subject.lemma_.lower() in _ACCOUNTS


def _is_alone(quantity: Quantity, anchor: "Token") -> bool:
    """Whether a sentence of an answer is little more than the number: "Fifty-one", "About sixty, I think"."""
    doc, first = anchor.doc, anchor.i
    while first > 0 and not doc[first].is_sent_start and anchor.i - first < NEAR:
        first -= 1
    last = anchor.i
    while last + 1 < len(doc) and not doc[last + 1].is_sent_start and last - anchor.i < NEAR:
        last += 1
    if anchor.i - first == NEAR or last - anchor.i == NEAR:
        return False
    words = [t for t in doc[first : last + 1] if not (t.is_punct or t.is_space)]
    inside = [at for at, t in enumerate(words) if quantity.span.start <= t.idx < quantity.span.end]
    return bool(inside) and inside[0] <= 2 and len(words) - len(inside) <= 4
