"""How much two claims share of what they say: their telling words, weighed; and which pairs share enough."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.comparing.claim_vectors import Floats, all_near
from onrecord.comparing.weights import weight
from onrecord.comparing.words import stems
from onrecord.language.predicates import axis_of, opposites
from onrecord.model.items import Claim

MOST_LIKELY = 400
"""Of two documents, the likeliest pairs that are looked at: the work stays bounded however long they are."""

OF_WORDS = 0.5
"""What likeness in words counts for beside nearness."""

JUDGED = frozenset({"asserted", "possible", "planned"})
"""What is asked, demanded or supposed is held as true by nobody."""

MOST_CLAIMS = 400
"""Claims of one document that are laid beside another's, the surest first."""

LONGEST = 60
"""Stems of one claim that count: a longer one is a list or a slip of the parser."""

NEGATIONS = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying|ial)|untrue|false)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that deny."""


class Profile(msgspec.Struct, frozen=True):
    """A claim's telling stems with their weights, and the length of that vector; whether its words deny."""

    weights: Mapping[str, float]
    length: float
    denies: bool


def profile(claim: Claim) -> Profile:
    """What a claim is compared by."""
    return _profile(claim.text, claim.polarity == "negated")


@lru_cache(maxsize=16_384)
def _profile(text: str, denied: bool) -> Profile:
    weights = {word: weight(word) for word in tuple(dict.fromkeys(stems(text)))[:LONGEST]}
    return Profile(
        weights,
        math.sqrt(sum(value * value for value in weights.values())),
        denied or NEGATIONS.search(text) is not None,
    )


def likeness(one: Profile, other: Profile) -> float:
    """Between 0 (no telling word in common) and 1 (the same telling words)."""
    if not one.length or not other.length:
        return 0.0
    small, large = sorted((one.weights, other.weights), key=len)
    return sum(value * large[word] for word, value in small.items() if word in large) / (one.length * other.length)


def covered(one: Profile, other: Profile) -> float:
    """How much of what the one says that says less the other says too."""
    small, large = sorted((one.weights, other.weights), key=lambda weights: (sum(weights.values()), len(weights)))
    whole = sum(small.values())
    return sum(value for word, value in small.items() if word in large) / whole if whole else 0.0


def opposed_classes(one: Claim, other: Claim) -> bool:
    """Whether the two say opposite things of something: "rose" and "fell"."""
    mine, theirs = one.proposition.predicate, other.proposition.predicate
    return theirs in opposites(mine) or (axis_of(mine)[0] == axis_of(theirs)[0] and axis_of(mine) != axis_of(theirs))


def shortlist(
    mine: Sequence[Claim], theirs: Sequence[Claim], vectors: Mapping[str, Floats] | None = None
) -> list[tuple[Claim, Claim, float]]:
    """The likeliest pairs with their likeness in words, likeliest first; of `mine` and `mine` each pair is there once.

    With claims' vectors by their ids those pairs are likeliest that lie nearest, likeness in words beside it: who
    contradicts another often shares no telling word with him. Without, he is there as far as there is room.
    """
    mine, theirs = _surest(mine), _surest(theirs)
    if not mine or not theirs:
        return []
    alike = _likenesses(mine, theirs)
    likely = alike
    if vectors is not None:
        likely = all_near(*([vectors[claim.id] for claim in told] for told in (mine, theirs))) + OF_WORDS * alike
    rows, columns = np.indices(alike.shape).reshape(2, -1)
    if [claim.id for claim in mine] == [claim.id for claim in theirs]:
        rows, columns = np.triu_indices(len(mine), 1)
    ranks = np.round(likely[rows, columns], 6)
    if len(ranks) > MOST_LIKELY:
        kept = ranks >= np.partition(ranks, -MOST_LIKELY)[-MOST_LIKELY]
        rows, columns, ranks = rows[kept], columns[kept], ranks[kept]
    found = sorted(
        (-rank, *_by_id(mine[row], theirs[column]), round(float(alike[row, column]), 9))
        for row, column, rank in zip(rows.tolist(), columns.tolist(), ranks.tolist(), strict=True)
    )
    claims = {claim.id: claim for claim in (*mine, *theirs)}
    return [(claims[one], claims[other], shared) for _, one, other, shared in found[:MOST_LIKELY]]


def _likenesses(mine: Sequence[Claim], theirs: Sequence[Claim]) -> npt.NDArray[np.float64]:
    """The likeness in words of each claim with each: mine × theirs."""
    under: dict[str, list[int]] = defaultdict(list)
    profiles = [profile(claim) for claim in theirs]
    for index, told in enumerate(profiles):
        for word in told.weights:
            under[word].append(index)
    alike = np.zeros((len(mine), len(theirs)))
    for number, claim in enumerate(mine):
        own = profile(claim)
        for word, value in own.weights.items():
            for index in under.get(word, ()):
                other = profiles[index]
                alike[number, index] += value * other.weights[word] / (own.length * other.length)
    return alike


def _by_id(one: Claim, other: Claim) -> tuple[str, str]:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _surest(claims: Sequence[Claim]) -> Sequence[Claim]:
    kept = [claim for claim in claims if claim.modality in JUDGED]
    if len(kept) > MOST_CLAIMS:
        kept = sorted(kept, key=lambda claim: (-claim.score, claim.id))[:MOST_CLAIMS]
    return sorted(kept, key=lambda claim: claim.id)
