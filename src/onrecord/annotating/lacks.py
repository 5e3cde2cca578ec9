"""Who is short of what, and where: "Harl is short of coal", "the clinics in Harl have run out of it"."""

from typing import TYPE_CHECKING

from onrecord.annotating.participants import (
    Voice,
    argument,
    is_place_noun,
    place_argument,
    places_under,
    places_within,
)
from onrecord.annotating.phrases import is_noun
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

DOING = frozenset({"go", "do", "live", "manage"})
"""Verbs that with "without" say that something is missing."""


def carried_place(who: "Token", voice: Voice) -> list[Argument]:
    """The place that a subject carries with it: "the water in Harl is safe"."""
    if not is_noun(who) or who.pos_ == "PROPN":
        return []
    return places_under([who], voice) or places_within([who], voice)


def wanting(who: "Token", about: list[Argument], where: list[Argument], voice: Voice) -> list[Argument]:
    """Who is short of what, and where: "Harl is short of coal", "the depot is free of coal"."""
    if is_place_noun(who, voice.setting) and not where:
        return [_as_theme(about[0]), place_argument(who, voice)]
    return [argument("agent", who, voice), _as_theme(about[0]), *where]


def _as_theme(one: Argument) -> Argument:
    return Argument(role="theme", text=one.text, key=one.key, entity=one.entity, spans=one.spans, filled=one.filled)


def with_missing(proposition: Proposition, before: list[Proposition]) -> Proposition:
    """What "we never ran out" leaves unsaid: what was said just before to be there, or to lack."""
    if proposition.predicate != "lack" or any(a.role in {"theme", "topic"} for a in proposition.arguments):
        return proposition
    for one in reversed(before):
        thing = one.argument("theme")
        if one.predicate in {"have", "exist", "lack", "supply", "receive"} and thing is not None and thing.key:
            filled = Argument(
                role="theme", text=thing.text, key=thing.key, entity=thing.entity, spans=thing.spans, filled=True
            )
            return Proposition(predicate="lack", arguments=(*proposition.arguments, filled))
    return proposition


def missing_thing(head: "Token") -> "Token | None":
    """What somebody runs out of or goes without."""
    for child in head.children:
        if child.lower_ in {"of", "without"} and child.dep_ == "prep":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.lower_ in {"out", "short"}:
            for link in child.children:
                if link.lower_ == "of":
                    return next((c for c in link.children if c.dep_ == "pobj"), None)
    return None
