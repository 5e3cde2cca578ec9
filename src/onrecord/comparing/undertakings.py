"""Undertakings that several documents report, told once: the same parties, kind and action, and no two deadlines."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from onrecord.comparing.progress import SAME_ACTION, action_stems
from onrecord.comparing.sorts import another_thing
from onrecord.model.identity import fold
from onrecord.model.items import Commitment


def told_once(
    commitments: Iterable[Commitment], canonical: Callable[[str], str] = fold
) -> list[tuple[Commitment, ...]]:
    """Groups of commitments that are one, each with the earliest first; alone where two groups would fit.

    A promise made again on another day is in the same group: what became of it is told in its history.
    """
    groups: list[list[Commitment]] = []
    under: dict[str, list[int]] = defaultdict(list)
    for commitment in sorted(commitments, key=_order):
        keys = {f"{canonical(party)}|{word}" for party in commitment.parties for word in action_stems(commitment)}
        near = sorted({number for key in keys for number in under[key]})
        fits = [number for number in near if all(_one(commitment, other, canonical) for other in groups[number])]
        if len(fits) == 1:
            groups[fits[0]].append(commitment)
        else:
            groups.append([commitment])
        for key in keys:
            number = fits[0] if len(fits) == 1 else len(groups) - 1
            if number not in under[key]:
                under[key].append(number)
    return [tuple(group) for group in groups]


def _order(commitment: Commitment) -> tuple[str, str]:
    return ((commitment.announced and commitment.announced.start) or "9999", commitment.id)


def _one(one: Commitment, other: Commitment, canonical: Callable[[str], str]) -> bool:
    if one.kind != other.kind or one.document == other.document:
        return False
    if {canonical(party) for party in one.parties} != {canonical(party) for party in other.parties}:
        return False
    mine, theirs = set(action_stems(one)), set(action_stems(other))
    shared = mine & theirs
    if len(shared) < 2 or len(shared) < SAME_ACTION * len(mine | theirs) or another_thing(one.action, other.action):
        return False
    ends = {c.deadline.end for c in (one, other) if c.deadline is not None and c.deadline.end is not None}
    return len(ends) < 2
