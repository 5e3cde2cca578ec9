"""Whether the amounts in two claims meet: bounds against bounds, of one unit and of what may be one measure."""

from collections.abc import Iterable, Sequence

from onrecord.comparing.amounts import bounds
from onrecord.comparing.conversion import base_unit
from onrecord.comparing.words import stems
from onrecord.model.findings import Check
from onrecord.model.items import Claim, Figure

MOST = 8
"""Figures of one claim that are looked at; a claim with more is a table read aloud."""

_COMPARED = frozenset({"absolute", "rate", "share"})


def figures_in(claim: Claim, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures that stand in a claim's words, in text order."""
    inside = [
        figure
        for figure in figures
        if figure.kind in _COMPARED and any(span.contains(figure.spans[0]) for span in claim.spans)
    ]
    return tuple(sorted(inside, key=lambda figure: (figure.spans, figure.id))[:MOST])


def amounts(mine: Sequence[Figure], theirs: Sequence[Figure]) -> Check:
    """Whether figures of one unit and measure leave a common value ("agree"), or none does ("differ")."""
    met = {_meet(one, other) for one in mine for other in theirs if _of_one_measure(one, other)}
    if met == {True}:
        return "agree"
    return "differ" if met == {False} else "unknown"


def _of_one_measure(one: Figure, other: Figure) -> bool:
    if one.kind != other.kind or _apart_in_time(one, other):
        return False
    mine, theirs = base_unit(one.unit)[0], base_unit(other.unit)[0]
    counted, counting = _told(one), _told(other)
    if mine != theirs and not counted & counting:
        return False
    return not counted or not counting or bool(counted & counting)


def _told(figure: Figure) -> set[str]:
    unit = figure.unit if base_unit(figure.unit)[0] == figure.unit and figure.unit not in {"1", "%"} else ""
    return set(stems(f"{figure.measures or ''} {unit}"))


def _apart_in_time(one: Figure, other: Figure) -> bool:
    first, second = one.period, other.period
    if first is None or second is None or None in {first.start, first.end, second.start, second.end}:
        return False
    return str(first.end) <= str(second.start) or str(second.end) <= str(first.start)


def _meet(one: Figure, other: Figure) -> bool:
    (low, high), (least, most) = bounds(one), bounds(other)
    return low <= most and least <= high
