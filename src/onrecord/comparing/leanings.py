"""Which way a claim's words lean: for each pair of opposites that they touch, the side they take, denials turned.

"The rise in rents", "rents have gone up" and "rents have not fallen" share no proposition, and still lean one way.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from onrecord.comparing.clash import predicate_stems
from onrecord.comparing.keys import LIGHT
from onrecord.comparing.words import stems
from onrecord.language.predicates import axis_of, classes
from onrecord.model.items import Claim

MOST_AXES = 2
"""A stem that belongs to more axes says too little of each."""


def leanings(claim: Claim, *, denied: bool | None = None) -> Mapping[str, int]:
    """Each axis that the words touch on one side alone, with +1 or -1; turned where the claim, or `denied`, denies."""
    return _leanings(claim.text, claim.polarity == "negated" if denied is None else denied)


def opposed_leanings(one: Claim, other: Claim) -> bool:
    """Whether the two lean apart on an axis that both touch."""
    mine, theirs = leanings(one), leanings(other)
    return any(axis in theirs and theirs[axis] != sign for axis, sign in mine.items())


def shared_leanings(one: Claim, other: Claim) -> bool:
    """Whether the two lean the same way on an axis that both touch."""
    mine, theirs = leanings(one), leanings(other)
    return any(theirs.get(axis) == sign for axis, sign in mine.items())


@lru_cache(maxsize=16_384)
def _leanings(text: str, denied: bool) -> Mapping[str, int]:
    told: dict[str, set[int]] = defaultdict(set)
    for word in stems(text):
        for axis, sign in _axes().get(word, ()):
            told[axis].add(-sign if denied else sign)
    return {axis: next(iter(signs)) for axis, signs in told.items() if len(signs) == 1}


@lru_cache(maxsize=1)
def _axes() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Each stem of the lexicon's words with the axes it may speak of."""
    found: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for name in classes():
        axis, sign = axis_of(name)
        if axis not in LIGHT and name not in LIGHT:
            for word in predicate_stems(name):
                found[word].add((axis, sign))
    return {word: tuple(sorted(axes)) for word, axes in found.items() if len(axes) <= MOST_AXES}
