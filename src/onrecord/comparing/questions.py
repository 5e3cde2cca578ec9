"""The words of a question, as a person would ask it, from the proposition that its claims share."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.comparing.grammar import is_plural, participle, past, third_person, with_article
from onrecord.comparing.keys import Topic
from onrecord.comparing.sides import Tense, tense_of
from onrecord.language.places import country_of
from onrecord.language.predicates import axis_of, classes, is_middle
from onrecord.model.items import Argument, ArgumentRole, Claim

_DETERMINER = re.compile(
    r"^(?:some|any|no|these|those|this|that|all|many|several|most|its|their|our|his|her|my|your)\s+(?=\S)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_POSSESSOR = re.compile(r"['’]s?$")
_PREPOSITIONS: dict[ArgumentRole, str] = {
    "recipient": "to", "goal": "to", "source": "from", "topic": "about", "place": "in",
}  # fmt: skip
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


def clause_of(topic: Topic, claims: Sequence[Claim]) -> Clause:
    """The shared proposition of claims on one topic, in the tense most of them use."""
    tense = _tense(claims)
    thing = _text(claims, topic.role, bare=topic.located) if topic.role else ""
    where = _text(claims, "place" if topic.located else _where_role(claims), bare=False)
    asked = asked_predicate(topic, claims)
    predicate = asked.replace("_", " ")
    if asked == "exist" and thing and where:
        return _there(topic, thing, where, tense)
    if topic.located:
        place = f" in {where}"
        if _is_state(asked, claims):
            return _being(topic, thing, f"{predicate}{place}", tense)
        return _being(topic, thing, f"{participle(predicate)}{place}", tense)
    if not where:
        if _is_state(asked, claims):
            return _being(topic, thing, predicate, tense)
        if topic.role == "theme" and not is_middle(asked):
            return _being(topic, thing, participle(predicate), tense)
        return _doing(topic, thing, predicate, "", tense)
    if asked == "be" and thing:
        return _being(topic, where, thing, tense)
    if topic.role == "attribute":
        return _doing(topic, where, predicate, f"as {thing}" if predicate != "become" else thing, tense)
    preposition = _PREPOSITIONS.get(topic.role, "") if topic.role else ""
    return _doing(topic, where, predicate, f"{preposition} {thing}".strip(), tense)


def asked_predicate(topic: Topic, claims: Iterable[Claim]) -> str:
    """The word of the axis that most claims use: "is it closed" where all say "closed"; the axis itself where even."""
    used = Counter(claim.proposition.predicate for claim in claims)
    used = Counter({name: count for name, count in used.items() if axis_of(name)[0] == topic.axis})
    return min(used, key=lambda name: (-used[name], name != topic.axis, name), default=topic.axis)


def _there(topic: Topic, thing: str, place: str, tense: Tense | None) -> Clause:
    plural = is_plural(thing)
    shown = thing if plural or topic.mood != "fact" else f"any {thing}"
    if topic.mood != "fact":
        auxiliary = "should" if topic.mood == "norm" else "will"
        return Clause(auxiliary, "there", f"be {shown} in {place}", auxiliary)
    be = ("were" if plural else "was") if tense == "past" else ("are" if plural else "is")
    return Clause(be, "there", f"{shown} in {place}", be)


def _being(topic: Topic, subject: str, rest: str, tense: Tense | None) -> Clause:
    if topic.mood != "fact" or tense == "future":
        auxiliary = "should" if topic.mood == "norm" else "will"
        return Clause(auxiliary, subject, f"be {rest}", auxiliary)
    plural = is_plural(subject)
    be = ("were" if plural else "was") if tense == "past" else ("are" if plural else "is")
    if tense == "perfect":
        have = "have" if plural else "has"
        return Clause(have, subject, f"been {rest}", have)
    return Clause(be, subject, rest, be)


def _doing(topic: Topic, subject: str, verb: str, rest: str, tense: Tense | None) -> Clause:
    plural = is_plural(subject)
    if topic.mood != "fact" or tense == "future":
        auxiliary = "should" if topic.mood == "norm" else "will"
        return Clause(auxiliary, subject, f"{verb} {rest}".strip(), auxiliary)
    if tense in _PAST_TENSES:
        return _Told("did", subject, f"{verb} {rest}".strip(), "", past(verb), rest)
    told = verb if plural else third_person(verb)
    return _Told("do" if plural else "does", subject, f"{verb} {rest}".strip(), "", told, rest)


class _Told(Clause, frozen=True):
    """A clause that needs "do" to be asked and none to be stated."""

    verb: str
    object: str

    @property
    def statement(self) -> str:
        """The proposition stated, without "do"."""
        return f"{self.subject} {self.verb} {self.object}".strip()


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


def _text(claims: Iterable[Claim], role: ArgumentRole, *, bare: bool) -> str:
    """How most claims put an argument; the shorter, then the alphabetically first, where they are even."""
    found = (claim.proposition.argument(role) for claim in claims)
    shown = Counter(text for argument in found if argument and (text := _named(argument, bare=bare)))
    return min(shown, key=lambda text: (-shown[text], len(text), text)) if shown else ""


def _named(argument: Argument, *, bare: bool) -> str:
    text = " ".join(argument.text.split()).strip(" ,;:“”\"'")
    country = country_of(text)
    if country is not None and argument.role != "attribute":
        return with_article(country)
    if argument.entity is None:
        text = _POSSESSOR.sub("", _DETERMINER.sub("", text))
    text = _ARTICLE.sub("", text) if bare else text
    if len(text) > LONGEST_NAME:
        text = text[:LONGEST_NAME].rsplit(" ", 1)[0] + " …"
    return with_article(text)
