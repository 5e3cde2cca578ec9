"""What reckoning says of the numbers and times in two claims, in words that the model of clashes reads before them.

A small model reads well that two sentences count one thing, and badly whether 1.9 million is less than 11 million: so
it is told whether numbers and times meet, and learns what follows.
"""

from collections.abc import Sequence

from onrecord.comparing.amounts import may_be_one
from onrecord.comparing.checks import overlap
from onrecord.comparing.conversion import base_unit
from onrecord.language.unittable import pint_name
from onrecord.model.items import Claim, Figure
from onrecord.model.times import Interval

_OF_A_DAY = frozenset({"minute", "hour", "second"})
_CLOCK = slice(11, 16)
"""Where an instant as written tells hours and minutes: "2031-02-28T12:58:00"."""


def reckoned(one: Claim, mine: Sequence[Figure], other: Claim, theirs: Sequence[Figure]) -> str:
    """What is equal in two claims or not: "same number", "other number, other time"; "" where nothing is comparable.

    `mine` and `theirs` are the figures in the claims' words. Numbers are set beside each other in whatever they measure
    in one dimension: if any two may be one, so much is told.
    """
    told = [_numbers(mine, theirs), _times(one.about, other.about)]
    return ", ".join(filter(None, told))


def _numbers(mine: Sequence[Figure], theirs: Sequence[Figure]) -> str:
    met = [may_be_one(one, other) for one in mine for other in theirs if _dimension(one) == _dimension(other)]
    if not met:
        return ""
    return "same number" if any(met) else "other number"


def _dimension(figure: Figure) -> tuple[str, str]:
    """The kind of a figure, and its base unit; whatever is counted is of one dimension."""
    counted = figure.unit == "1" or (figure.unit.islower() and pint_name(figure.unit) is None)
    return figure.kind, "count" if counted else base_unit(figure.unit)[0]


def _times(one: Interval | None, other: Interval | None) -> str:
    """Whether two times meet: clock times by the clock, whatever their days; days against hours tell nothing."""
    if one is None or other is None or not ((one.start or one.end) and (other.start or other.end)):
        return ""
    clocks = [time.start[_CLOCK] if time.precision in _OF_A_DAY and time.start else "" for time in (one, other)]
    if any(clocks) and not all(clocks):
        return ""
    met = clocks[0] == clocks[1] if all(clocks) else overlap(one, other)
    return "same time" if met else "other time"
