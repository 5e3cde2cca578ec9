"""How a claim tells a deed: in which tense, of which thing, for whom, with words that name the thing."""

import re

import msgspec

from onrecord.comparing.sides import tense_of
from onrecord.comparing.words import content_words, stem, stems
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Claim

MOST_SUBJECT = 5
THEME_STEMS = 3

CORE_ENDS = re.compile(
    r"\s(?:to|so that|in order|by|for|from|on|with|without|as|at|in|among|until|before|within|through|under)\s", re.I
)
_PART = re.compile(
    r"(?:the |a )?(?:first |second |last |large |small |good )?"
    r"(?:parts?|half|most|some|much|many|all|section|phase|share|bulk|rest|third|quarter|none) of "
    r"(?P<whole>.+?)(?:\s(?:on|in|for|to|at|of|from|with|over|along|near|between)\s|$)",
    re.I,
)
"""A part of what was undertaken."""
_UNDERGONE = re.compile(r"(?P<what>[^,;:]{3,90}?) (?:was|were|has been|have been|had been) \w", re.I)
_PASSIVE = re.compile(r"\b(?:is|are) (?:\w+ly )?\w+(?:ed|en|wn|nt|lt|ld|de|id|ut|pt|ft|ht|ng|un)\b.* by\b", re.I)
_BEING = re.compile(r"\b(?:is|are|being|be)\b", re.I)
_WHOM = re.compile(
    r"^(?:to\s)?[a-z-]+\s(?:(?:with|to|from|for|the|its|their|his|her|our)\s){0,2}"
    r"(?P<name>[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*)"
)
"""Whom or what a deed names first: "meet with President Lee and Bo Marsh"."""
_CALLED = re.compile(r"(?<=\s)[A-Z][\w’'-]{2,}")
_FOR = re.compile(r"\b(?P<thing>\w+) for (?P<whom>(?:(?:the|its|their|a|an|all|our)\s)?\w+(?:\s(?:of|in)\s\w+)?)", re.I)
"""For whom a thing is."""


def words_of_theme(claim: Claim) -> list[str]:
    """The last content words of what a deed is done to: two documents seldom call a thing by one word alone."""
    theme = claim.proposition.argument("theme")
    words = [word for word in stems(theme.text) if not word.isdigit()] if theme is not None else []
    return words[-THEME_STEMS:]


def words_of_subject(claim: Claim) -> tuple[str, ...]:
    """The content words before the verb of a passive that tells no doer: "the first payments were made"."""
    undergone = _UNDERGONE.match(claim.text) if claim.proposition.argument("agent") is None else None
    return stems(undergone["what"])[:MOST_SUBJECT] if undergone is not None else ()


def whole_of(claim: Claim) -> str | None:
    """The stem of what a part is told of: "removed part of the tariffs on fish"."""
    theme = claim.proposition.argument("theme")
    part = _PART.match(theme.text) if theme is not None else None
    words = content_words(part["whole"]) if part is not None else ()
    return stem(words[-1]) if words else None


def thing_acting(claim: Claim) -> str | None:
    """The thing that a deed without an object is told of: the panel of "the panel met"."""
    agent, theme = claim.proposition.argument("agent"), claim.proposition.argument("theme")
    return agent.key if agent is not None and theme is None and agent.key and agent.entity is None else None


def is_past_deed(claim: Claim) -> bool:
    """Whether a clause in passing tells a deed done: "the diplomats it expelled last month"."""
    if claim.polarity == "negated" or claim.modality != "asserted" or claim.proposition.argument("agent") is None:
        return False
    plain = tense_of(msgspec.structs.replace(claim, presupposed=False))
    return plain in {"past", "perfect"} or _PASSIVE.search(claim.text) is not None


def is_participle(claim: Claim, later: Document) -> bool:
    """Whether a claim tells a deed by a participle without "is": "the logs, delivered by the firm on Wednesday"."""
    if _PASSIVE.search(claim.text) is None or claim.proposition.argument("agent") is None:
        return False
    return not any(_BEING.search(span.of(later.text)) for span in claim.spans)


def for_others(action: str, told: str) -> bool:
    """Whether two deeds of one sort are for two: "a fund for the families", "a fund for its managers"."""
    mine, theirs = (_FOR.search(words) for words in (action, told))
    if mine is None or theirs is None or stem(fold(mine["thing"])) != stem(fold(theirs["thing"])):
        return False
    one, other = set(stems(mine["whom"])), set(stems(theirs["whom"]))
    return bool(one and other) and not one & other


def head_of(thing: str) -> set[str]:
    """The stem of what a phrase is about, without where and for whom: "clinic" of "new clinic in the port"."""
    return set(stems(CORE_ENDS.split(f"{thing} ", maxsplit=1)[0].partition(" of ")[0])[-1:])


def things_of(claim: Claim) -> str:
    """The words of what a deed is done to, one phrase after another."""
    roles = ("theme", "attribute", "topic", "goal", "recipient")
    return " , ".join(a.text for a in claim.proposition.arguments if a.role in roles)


def is_with_others(action: str, told: str) -> bool:
    """Whether a clause names others than whom a deed is done with or to: who meets Marsh has not met Lee."""
    whom = _WHOM.match(action)
    if whom is None:
        return False
    name = whom["name"].split()[-1].removesuffix("'s").removesuffix("’s")
    return stem(fold(name)) not in stems(told) and _CALLED.search(told) is not None
