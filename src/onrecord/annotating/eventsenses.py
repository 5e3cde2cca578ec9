"""Which sort of event a verb or noun tells of, where it is meant in that sense at all."""

from typing import TYPE_CHECKING

from onrecord.annotating.eventdeeds import DEEDS
from onrecord.annotating.eventforce import FORCE
from onrecord.annotating.eventidioms import told_by_phrase
from onrecord.annotating.eventnouns import OF_NOUN
from onrecord.annotating.eventwords import NOUNS, TWO_WORDS, VERBS

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_PARTICLES_ALLOWED = {
    "step": {"down", "aside"}, "stand": {"down", "aside"}, "walk": {"out"}, "hand": {"over"}, "take": {"over"},
    "swear": {"in"}, "meet": {"up"}, "flee": set(), "hold": set(), "sit": {"down"}, "fly": {"in"},
}  # fmt: skip

_DECIDED = {**FORCE, **DEEDS}
_PARTICULAR = frozenset(
    {"attack", "resignation", "protest", "visit", "death", "signing", "vote", "closure", "charge", "meeting",
     "founding", "launch", "release"}
)  # fmt: skip
"""Sorts whose verbs mean something else with a particle ("fired back", "signed on", "shelled out")."""


def sense_of_verb(verb: "Token") -> str | None:
    """The sort of event that a verb tells of."""
    told = told_by_phrase(verb)
    if told is not None:
        return told
    kind = VERBS.get(verb.lemma_)
    if kind is None:
        return None
    parts = {child.lower_ for child in verb.children if child.dep_ == "prt"}
    allowed = _PARTICLES_ALLOWED.get(verb.lemma_)
    if allowed is None and parts and kind in _PARTICULAR:
        return None
    special = _DECIDED.get(verb.lemma_)
    return special(verb) if special is not None else kind


def sense_of_noun(noun: "Token") -> str | None:
    """The sort of event that a noun names."""
    kind = NOUNS.get(noun.lemma_.lower()) or NOUNS.get(noun.lower_)
    if kind is None or noun.dep_ in {"compound", "amod", "npadvmod", "nmod"}:
        return None
    if noun.i:
        before = noun.doc[noun.i - 1].lower_
        pair = f"{before} {noun.lower_}"
        if pair in TWO_WORDS:
            return NOUNS[pair]
        if noun.lower_ == "hall":
            return None
    special = OF_NOUN.get(noun.lemma_.lower())
    return special(noun) if special is not None else kind
