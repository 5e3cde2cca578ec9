"""How much two claims share of what they say: their telling words, weighed; and which pairs share enough."""

import heapq
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from onrecord.comparing.weights import weight
from onrecord.comparing.words import stems
from onrecord.language.predicates import axis_of, opposites
from onrecord.model.items import Claim

MOST_LIKELY = 400
"""Of two documents, the likeliest pairs that are looked at: the work stays bounded however long they are."""

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


def shortlist(mine: Sequence[Claim], theirs: Sequence[Claim]) -> list[tuple[Claim, Claim, float]]:
    """The likeliest pairs with their likeness, most alike first; `theirs` may be `mine`: then each pair is there once.

    Who contradicts another often shares no telling word with him: as far as there is room, such pairs are there too.
    """
    mine, theirs = _surest(mine), _surest(theirs)
    same = [claim.id for claim in mine] == [claim.id for claim in theirs]
    under: dict[str, list[int]] = defaultdict(list)
    profiles = [profile(claim) for claim in theirs]
    for index, told in enumerate(profiles):
        for word in told.weights:
            under[word].append(index)
    alike: dict[tuple[int, int], float] = defaultdict(float)
    for number, claim in enumerate(mine):
        own = profile(claim)
        for word, value in own.weights.items():
            for index in under.get(word, ()):
                if not same or index > number:
                    other = profiles[index]
                    alike[number, index] += value * other.weights[word] / (own.length * other.length)
    found = heapq.nsmallest(
        MOST_LIKELY, ((-round(shared, 9), *_by_id(mine[one], theirs[other])) for (one, other), shared in alike.items())
    )
    others = (
        (0.0, *_by_id(claim, theirs[index]))
        for number, claim in enumerate(mine)
        for index in range(number + 1 if same else 0, len(theirs))
        if (number, index) not in alike
    )
    if len(found) < MOST_LIKELY:
        found += heapq.nsmallest(MOST_LIKELY - len(found), others)
    claims = {claim.id: claim for claim in (*mine, *theirs)}
    return [(claims[one], claims[other], -unlike) for unlike, one, other in found]


def _by_id(one: Claim, other: Claim) -> tuple[str, str]:
    return (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _surest(claims: Sequence[Claim]) -> Sequence[Claim]:
    kept = [claim for claim in claims if claim.modality in JUDGED]
    if len(kept) > MOST_CLAIMS:
        kept = sorted(kept, key=lambda claim: (-claim.score, claim.id))[:MOST_CLAIMS]
    return sorted(kept, key=lambda claim: claim.id)
