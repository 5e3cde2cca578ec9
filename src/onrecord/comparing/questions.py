"""The words of a question, as a person would ask it, from the proposition that its claims share."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from onrecord.comparing.grammar import is_plural, participle, past, third_person, with_article
from onrecord.comparing.keys import GOVERNING, Mood, Topic
from onrecord.comparing.sides import Tense, tense_of
from onrecord.comparing.weights import weight
from onrecord.comparing.words import stems
from onrecord.language.places import country_of
from onrecord.language.predicates import axis_of, classes, is_middle
from onrecord.model.items import Argument, ArgumentRole, Claim

_DETERMINER = re.compile(
    r"^(?:(?:some|any|no|both|these|those|this|that|all|many|several|most|its|their|our|his|her|my|your)\s+)+(?=\S)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_POSSESSOR = re.compile(r"['’]s?$")
_COMING = re.compile(r"\b(?:com(?:e|es|ing)|came|blew|blow[ns]?|got|stem(?:s|med)?)\b.*\bfrom\b", re.IGNORECASE)
_PRONOUNS = frozenset({"we", "us", "they", "them", "he", "him", "she", "her", "it", "you", "me", "i"})
_PREPOSITIONS: dict[ArgumentRole, str] = {
    "recipient": "to", "goal": "to", "source": "from", "topic": "about", "place": "in",
}  # fmt: skip
MOVING = {
    "enter": ("enter", ""), "transit": ("cross", ""), "return": ("return", "to"), "withdraw": ("withdraw", "from"),
}  # fmt: skip
"""Verbs of moving, of which the one who moves is asked about, with what stands before the place."""

_PAST_TENSES = frozenset({"past", "perfect"})
LONGEST_NAME = 80
"""Characters of one participant in a question; longer ones are cut at a word."""


class Clause(msgspec.Struct, frozen=True):
    """A proposition ready to be asked or stated: "is" + "steel" + "made in Norland"."""

    auxiliary: str
    subject: str
    rest: str
    finite: str

    @property
    def question(self) -> str:
        """The proposition asked, with its auxiliary first."""
        asked = f"{self.auxiliary} {self.subject} {self.rest}".strip()
        return f"{asked[0].upper()}{asked[1:]}?"

    @property
    def statement(self) -> str:
        """The proposition stated."""
        return f"{self.subject} {self.finite} {self.rest}".strip() if self.finite else f"{self.subject} {self.rest}"


def clause_of(topic: Topic, claims: Sequence[Claim], naming: Sequence[Claim] = ()) -> Clause:
    """The shared proposition of claims on one topic, in the tense most of them use; `naming` give its names, if any."""
    named = naming or claims
    thing = _text(named, topic.role, bare=topic.located) if topic.role else ""
    role = "place" if topic.located else _where_role(named)
    where = _text(named, role, bare=False)
    located = topic.located or (role == "place" and topic.role == "theme" and bool(where))
    asked = asked_predicate(topic, claims)
    predicate = own_verb(asked, claims)
    adjective = _own_adjective(asked, claims)
    subject = thing if located or not where else where
    put = _Put(topic.mood, _tense(claims), is_plural(subject) or _told_plural(subject, claims))
    ground = (where or _text(named, "source", bare=False)) if asked == "enter" and thing and topic.where else ""
    if ground and _come_from(claims):
        return _doing(_Put(put.mood, put.tense, is_plural(thing)), thing, "come", f"from {ground}")
    if asked == "exist" and thing and (where or topic.role == "theme"):
        return _there(put, thing, f"{_preposition(where, claims)} {where}" if where else "")
    state = adjective or (predicate if _is_state(asked, claims) else "")
    if located and asked in MOVING:
        verb, preposition = MOVING[asked]
        return _doing(put, thing, verb, f"{preposition} {where}".strip())
    if located:
        return _being(put, thing, f"{state or participle(predicate)} {_preposition(where, claims)} {where}")
    if not where and topic.role == "topic":
        told = _text([c for c in claims if _is_told(c)], "theme", bare=False) or "anybody"
        put = _Put(put.mood, put.tense, is_plural(told))
        return _being(put, told, f"{participle(predicate)} about {_with_own_article(thing, claims)}")
    if not where:
        undergone = _is_undergone(asked, claims)
        acted = is_middle(asked) or _is_acted(asked, thing, claims)
        if state or (topic.role == "theme" and (undergone or not acted)):
            return _being(put, thing, state or participle(predicate))
        return _doing(put, thing, predicate, "")
    if asked == "be" and thing:
        return _being(put, where, thing)
    if topic.role == "attribute":
        return _doing(put, where, predicate, f"as {thing}" if predicate != "become" else thing)
    preposition = _PREPOSITIONS.get(topic.role, "") if topic.role else ""
    return _doing(put, where, predicate, f"{preposition} {thing}".strip())


def asked_predicate(topic: Topic, claims: Iterable[Claim]) -> str:
    """The word of the axis that most claims use: "is it closed" where all say "closed"; the axis itself where even."""
    used = Counter(claim.proposition.predicate for claim in claims)
    used = Counter({name: count for name, count in used.items() if axis_of(name)[0] == topic.axis})
    return min(used, key=lambda name: (-used[name], name != topic.axis, name), default=topic.axis)


def own_verb(predicate: str, claims: Iterable[Claim]) -> str:
    """The verb by which most claims say a predicate that none says by its own name: "leave" for "withdraw"."""
    known = classes().get(predicate)
    verbs = [verb for verb in known.verbs if verb.isalpha()] if known is not None else []
    told = [claim.text for claim in claims if claim.proposition.predicate == predicate]
    used = Counter({verb: sum(_says(verb).search(text) is not None for text in told) for verb in verbs})
    best = max(used.values(), default=0)
    if not best or used[predicate]:
        return predicate.replace("_", " ")
    return min(verb for verb in verbs if used[verb] == best)


@lru_cache(maxsize=4096)
def _says(verb: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either({verb, past(verb), participle(verb), third_person(verb)})})\b", re.IGNORECASE)


def _own_adjective(predicate: str, claims: Iterable[Claim]) -> str:
    """The adjective by which most claims say what is a verb's: "operational" for "operate"; nothing where none does."""
    known = classes().get(predicate)
    adjectives = known.adjectives if known is not None and predicate not in known.adjectives else ()
    told = [claim.text for claim in claims if claim.proposition.predicate == predicate]
    used = Counter({word: sum(_is_so(word).search(text) is not None for text in told) for word in adjectives})
    best = max(used.values(), default=0)
    return min(word for word in used if used[word] == best) if 2 * best > len(told) else ""


@lru_cache(maxsize=4096)
def _is_so(adjective: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:is|are|was|were|be|been|being|remain(?:s|ed)?|stay(?:s|ed)?)\s+(?:(?:not|\w+ly)\s+)*{re.escape(adjective)}\b",
        re.IGNORECASE,
    )


def orientation_of(topic: Topic, claims: Iterable[Claim]) -> int:
    """+1 where the question is worded with the axis itself, -1 where with its opposite ("was it closed?")."""
    return axis_of(asked_predicate(topic, claims))[1]


class _Put(msgspec.Struct, frozen=True):
    """How a clause is put: its mood and tense, and whether its subject is several."""

    mood: Mood
    tense: Tense | None
    plural: bool

    @property
    def modal(self) -> str | None:
        """The auxiliary of a plan or a demand."""
        if self.mood == "fact":
            return "will" if self.tense == "future" else None
        return "should" if self.mood == "norm" else "will"

    @property
    def be(self) -> str:
        """The form of "be"."""
        if self.tense == "past":
            return "were" if self.plural else "was"
        return "are" if self.plural else "is"


def _there(put: _Put, thing: str, place: str) -> Clause:
    asked = thing if put.plural or _ARTICLE.match(thing) else f"any {thing}"
    if put.modal:
        return Clause(put.modal, "there", f"be {asked} {place}".strip(), put.modal)
    return _Told(put.be, "there", f"{asked} {place}".strip(), "", put.be, f"{thing} {place}".strip())


def _being(put: _Put, subject: str, rest: str) -> Clause:
    if put.modal:
        return Clause(put.modal, subject, f"be {rest}", put.modal)
    if put.tense == "perfect":
        have = "have" if put.plural else "has"
        return Clause(have, subject, f"been {rest}", have)
    return Clause(put.be, subject, rest, put.be)


def _doing(put: _Put, subject: str, verb: str, rest: str) -> Clause:
    asked = f"{verb} {rest}".strip()
    if put.modal:
        return Clause(put.modal, subject, asked, put.modal)
    if put.tense in _PAST_TENSES:
        return _Told("did", subject, asked, "", past(verb), rest)
    told = verb if put.plural else third_person(verb)
    return _Told("do" if put.plural else "does", subject, asked, "", told, rest)


class _Told(Clause, frozen=True):
    """A clause that needs "do" to be asked and none to be stated."""

    verb: str
    object: str

    @property
    def statement(self) -> str:
        """The proposition stated, without "do"."""
        return f"{self.subject} {self.verb} {self.object}".strip()


def _told_plural(subject: str, claims: Iterable[Claim]) -> bool:
    """Whether a claim's own verb agrees with several ("the Velmarkers are …"), which a name's form does not show."""
    pattern = re.compile(rf"\b{re.escape(subject)}\s+(?:are|were|have|do)\b", re.IGNORECASE)
    return subject.endswith("s") and any(pattern.search(claim.text) for claim in claims)


def _preposition(where: str, claims: Iterable[Claim]) -> str:
    """How most claims stand to the place: "in" unless they say "at", "on" or "near"."""
    pattern = re.compile(
        rf"\b(in|at|on|near|inside|within|along|across|from|into)\s+{re.escape(where)}\b", re.IGNORECASE
    )
    used = Counter(match.group(1).casefold() for claim in claims if (match := pattern.search(claim.text)))
    return min(used, key=lambda word: (-used[word], word), default="in")


def _tense(claims: Iterable[Claim]) -> Tense | None:
    counted = Counter(tense for claim in claims if (tense := tense_of(claim)) is not None)
    best = max(counted.values(), default=0)
    return next((t for t in ("present", "past", "perfect", "future") if counted[t] == best), None) if best else None


def _where_role(claims: Sequence[Claim]) -> ArgumentRole:
    return "agent" if any(claim.proposition.argument("agent") for claim in claims) else "place"


def _is_state(predicate: str, claims: Sequence[Claim]) -> bool:
    """Whether the predicate is an adjective ("safe"), so that it follows "is" as it stands."""
    known = classes().get(predicate)
    if known is not None:
        return predicate in known.adjectives and predicate not in (*known.verbs, *known.middle)
    word = re.escape(predicate.replace("_", " "))
    pattern = re.compile(
        rf"\b(?:is|are|was|were|be|been|being|remains?|not|so|very)\s+(?:\w+ly\s+)?{word}\b", re.IGNORECASE
    )
    return any(pattern.search(claim.text) for claim in claims)


def _come_from(claims: Sequence[Claim]) -> bool:
    """Whether most claims say where a thing comes from, and not where it goes."""
    return 2 * sum(_COMING.search(claim.text) is not None for claim in claims) > len(claims)


def _is_told(claim: Claim) -> bool:
    """Whether a claim's words name who undergoes its deed, and not by a pronoun."""
    theme = claim.proposition.argument("theme")
    return theme is not None and bool(theme.key) and theme.text.casefold() not in _PRONOUNS


def _with_own_article(thing: str, claims: Iterable[Claim]) -> str:
    """A thing with the article that some claim gives it."""
    pattern = re.compile(rf"\b(the|an?|any)\s+{re.escape(thing)}(?!\w)", re.IGNORECASE)
    found = Counter(m.group(1).casefold() for claim in claims if (m := pattern.search(claim.text)) is not None)
    return f"{min(found, key=lambda word: (-found[word], word))} {thing}" if found else thing


def _is_undergone(predicate: str, claims: Sequence[Claim]) -> bool:
    """Whether most claims put a verb in the passive or as a state: "was shut", not "shut at six"."""
    known = classes().get(predicate)
    forms = {participle(verb) for verb in (predicate, *(known.verbs if known else ()))}
    forms |= set(known.adjectives) if known else set()
    pattern = re.compile(
        r"\b(?:is|are|was|were|be|been|being|stood|stay(?:s|ed)?|remain(?:s|ed)?|left|gets?|got)\s+(?:(?:not|never|n['’]t|\w+ly|perhaps|still)\s+){0,2}"
        rf"(?:{_either(forms)})\b",
        re.IGNORECASE,
    )
    own = [claim.text for claim in claims if claim.proposition.predicate == predicate]
    return bool(own) and 2 * sum(pattern.search(text) is not None for text in own) >= len(own)


def _is_acted(predicate: str, thing: str, claims: Sequence[Claim]) -> bool:
    """Whether a claim says of the thing itself that it did so: "the old man died"."""
    known = classes().get(predicate)
    verbs = {predicate, *((*known.verbs, *known.middle) if known else ())}
    forms = {form for verb in verbs for form in (verb, past(verb), third_person(verb))}
    head = re.escape(thing.rsplit(" ", 1)[-1])
    pattern = re.compile(
        rf"\b{head}\s+(?:(?:has|have|had|did|does|do|not|never|\w+ly)\s+){{0,3}}(?:{_either(forms)})\b", re.IGNORECASE
    )
    return any(pattern.search(claim.text) for claim in claims)


def _either(forms: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(form.replace("_", " ")) for form in forms), key=len, reverse=True))


def _text(claims: Iterable[Claim], role: ArgumentRole, *, bare: bool) -> str:
    """How most claims put an argument; the shorter, then the alphabetically first, where they are even.

    Of one wording with and without an article, the one with it is taken: "the hoist" before "hoist".
    """
    found = ((claim.proposition.argument(role), claim.text) for claim in claims)
    shown = Counter(text for argument, said in found if argument and (text := _named(argument, said, bare=bare)))
    without: dict[str, Counter[str]] = {}
    for text, times in shown.items():
        plain = _ARTICLE.sub("", text)
        without.setdefault(_lowered(plain, shown), Counter())[text] += times
    if not without:
        return ""
    best = min(without, key=lambda text: (-sum(without[text].values()), len(text), text))
    articles = Counter[str]()
    for text, times in without[best].items():
        if (match := _ARTICLE.match(text)) is not None:
            articles[match.group().strip().casefold()] += times
    return f"{min(articles, key=lambda word: (word != 'the', -articles[word], word))} {best}" if articles else best


def _lowered(text: str, others: Iterable[str]) -> str:
    """A common noun that begins a sentence in lower case, as another claim or the list of everyday words has it."""
    small = text[:1].lower() + text[1:]
    if small == text or not text[1:].islower():
        return text
    told = stems(text.split(maxsplit=1)[0])
    common = any(other == small or other.endswith(f" {small}") for other in others)
    return small if common or (" " in text and told and weight(told[0]) < 1) else text


def _named(argument: Argument, said: str, *, bare: bool) -> str:
    """An argument's words, with the article that the claim gives them unless it is to stand bare."""
    text = " ".join(argument.text.split()).strip(" ,;:“”\"'")
    article = re.search(rf"\b(the|an?)\s+{re.escape(text)}(?!\w)(?!\s+(?:{_either(GOVERNING)})\b)", said, re.IGNORECASE)
    owned = re.search(rf"\b(?:his|her|its|their|our|my)\s+{re.escape(text)}(?!\w)", said, re.IGNORECASE)
    country = country_of(text)
    if country is not None and argument.role != "attribute":
        return with_article(country)
    if argument.entity is None:
        text = _POSSESSOR.sub("", _DETERMINER.sub("", text))
    if bare:
        text = _ARTICLE.sub("", text)
    elif article is None and owned is not None and argument.entity is None:
        text = f"the {text}"
    elif article is not None and (argument.entity is None or article.group(1).casefold() == "the"):
        text = f"{article.group(1).casefold()} {_ARTICLE.sub('', text)}"
    if len(text) > LONGEST_NAME:
        text = text[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"
    return with_article(text)
