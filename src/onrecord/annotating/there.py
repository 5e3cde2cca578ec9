"""What "there" points back to: the works, room or town in which something was said to be just before."""

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from onrecord.language.predicates import class_of, scope

if TYPE_CHECKING:
    from onrecord.language.parsing import Analysis, ParsedBlock
    from onrecord.language.trees import Token

NEAR = 320
"""Characters back in which a place is looked for: this sentence, the one before, and a short one before that."""
RIVAL = 220
"""Characters back in which a second place leaves open which is meant."""
_MOVING = frozenset({"go", "come", "move", "travel", "send", "return", "take", "bring", "get", "drive", "fly", "sail"})
_LINKS = frozenset({"in", "at", "inside", "aboard", "near", "within", "outside"})
_PLACES = ("GPE", "LOC", "FAC")
_ENDS = ("house", "room", "hall", "yard", "shop", "store", "shed", "port", "hut")
_WHERE = frozenset(
    {"building", "bridge", "deck", "cabin", "office", "unit", "ward", "school", "station", "hospital", "square", "park",
     "garden", "gate", "site", "flat", "home", "kitchen", "dock", "quay", "pier", "field", "farm", "court", "hotel",
     "market", "theatre", "museum", "prison", "cell", "tower", "harbour", "harbor", "airport", "base", "clinic"}
)  # fmt: skip


class Whereabouts(NamedTuple):
    """A phrase that tells where: its place in the document, its preposition, its noun and the noun's block."""

    start: int
    link: "Token"
    noun: "Token"
    parsed: "ParsedBlock"


def whereabouts_in(analysis: "Analysis") -> list[Whereabouts]:
    """Every phrase of a document that tells where, in text order."""
    return [
        Whereabouts(parsed.offset + token.idx, token.head, token, parsed)
        for parsed in analysis.blocks
        for token in parsed.tokens
        if token.dep_ == "pobj" and token.head.lower_ in _LINKS and _is_where(token)
    ]


def pointed_to(there: int, known: list[Whereabouts]) -> Whereabouts | None:
    """The nearest place told before a "there", if no other stands close by."""
    at = bisect_left(known, there, key=lambda one: one.start) - 1
    if at < 0 or there - known[at].start > NEAR:
        return None
    near = [one for one in known[max(0, at - 4) : at] if there - one.start <= RIVAL]
    return known[at] if all(one.noun.lower_ == known[at].noun.lower_ for one in near) else None


def link_to(there: "Token", told: Whereabouts) -> str:
    """The preposition that stands before a place where "there" stood: "went there" is "went to"."""
    return "to" if there.head.lemma_ in _MOVING else told.link.lower_


def points_back(word: "Token") -> bool:
    """Whether a word is the "there" that points to a place."""
    bare = not any(c.dep_ == "prep" for c in word.children)
    return bare and word.lower_ == "there" and word.dep_ in {"advmod", "npadvmod"}


def _is_where(noun: "Token") -> bool:
    if noun.ent_type_ in _PLACES and noun.pos_ == "PROPN":
        return True
    if noun.pos_ != "NOUN" or noun.tag_ == "NNS":
        return False
    lemma = noun.lemma_.lower()
    listed = lemma in _WHERE or lemma in scope().place_nouns or class_of(lemma, "site") is not None
    return listed or lemma.endswith(_ENDS)
