"""How much two claims share of what they say: their telling words, weighed; and which pairs share enough."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

import msgspec

from onrecord.annotating.propositions import side_of
from onrecord.comparing.issues import issue_key
from onrecord.comparing.weights import weight
from onrecord.comparing.words import stems
from onrecord.language.predicates import axis_of, opposites
from onrecord.model.items import Claim

LEAST = 0.12
"""Below this likeness two claims of one matter hardly meet: of all pairs in labelled part a, 6 in 100 pass."""

MOST_LIKELY = 200
"""Of two documents, the most alike pairs that are looked at: the work stays bounded however long they are."""

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
    """The pairs that share enough, most alike first; `theirs` may be `mine`, and then each pair is there once.

    Of what is said both ways of one thing, however little its words weigh, each pair is there.
    """
    mine, theirs = _surest(mine), _surest(theirs)
    opposed = _opposed(theirs)
    same = [claim.id for claim in mine] == [claim.id for claim in theirs]
    under: dict[str, list[int]] = defaultdict(list)
    profiles = [profile(claim) for claim in theirs]
    for index, told in enumerate(profiles):
        for word in told.weights:
            under[word].append(index)
    found: list[tuple[float, str, str, Claim, Claim]] = []
    for number, claim in enumerate(mine):
        own = profile(claim)
        shared: dict[int, float] = defaultdict(float)
        for word, value in own.weights.items():
            for index in under.get(word, ()):
                shared[index] += value * profiles[index].weights[word]
        key = issue_key(claim)
        at_issue = opposed.get((key, -side_of(claim.proposition, claim.polarity)), ()) if key else ()
        for index in at_issue:
            shared[index] += 0.0
        for index, product in shared.items():
            if same and index <= number:
                continue
            alike = product / (own.length * profiles[index].length or 1.0)
            if alike >= LEAST or index in at_issue:
                one, other = sorted((claim, theirs[index]), key=lambda told: told.id)
                found.append((round(alike, 9), one.id, other.id, one, other))
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    return [(one, other, alike) for alike, _, _, one, other in found[:MOST_LIKELY]]


def _opposed(claims: Sequence[Claim]) -> Mapping[tuple[str, int], Set[int]]:
    """The claims on each side of each issue, by their places."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for index, claim in enumerate(claims):
        if (key := issue_key(claim)) is not None:
            found[key, side_of(claim.proposition, claim.polarity)].add(index)
    return found


def _surest(claims: Sequence[Claim]) -> Sequence[Claim]:
    kept = [claim for claim in claims if claim.modality in JUDGED]
    if len(kept) > MOST_CLAIMS:
        kept = sorted(kept, key=lambda claim: (-claim.score, claim.id))[:MOST_CLAIMS]
    return sorted(kept, key=lambda claim: claim.id)
