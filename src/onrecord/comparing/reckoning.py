"""What reckoning says of the numbers and times in two claims, in words that the model of clashes reads before them.

A small model reads well that two sentences count one thing, and badly whether 1.9 million is less than 11 million: so
it is told whether numbers and times meet, and learns what follows.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.comparing.amounts import is_counted, may_be_one, per
from onrecord.comparing.checks import is_clock_alone, overlap
from onrecord.comparing.conversion import base_unit
from onrecord.model.items import Claim, Figure
from onrecord.model.times import Interval

_INSTANT = "T"
"""What an end bears that is told to the hour or the minute: "2031-02-28T12:58:00"."""
_CLOCK = slice(11, 16)
_MIDNIGHT = "24:00"


def reckoned(one: Claim, mine: Sequence[Figure], other: Claim, theirs: Sequence[Figure]) -> str:
    """What is equal in two claims or not: "same number", "other number, other time"; "" where nothing is comparable.

    `mine` and `theirs` are the figures in the claims' words. Numbers are set beside each other in whatever they measure
    in one dimension: if any two may be one, so much is told.
    """
    told = [_numbers(one, mine, other, theirs), _times(one.about, other.about)]
    return ", ".join(filter(None, told))


def _numbers(one: Claim, mine: Sequence[Figure], other: Claim, theirs: Sequence[Figure]) -> str:
    met = [
        may_be_one(first, second)
        for first in mine
        for second in theirs
        if _dimension(first, one.text) == _dimension(second, other.text)
    ]
    if not met:
        return ""
    return "same number" if any(met) else "other number"


def _dimension(figure: Figure, text: str) -> tuple[str, str, str | None]:
    """The kind of a figure, its base unit, and of a rate what it is over; whatever is counted is of one dimension."""
    unit = "count" if is_counted(figure.unit) else base_unit(figure.unit)[0]
    return figure.kind, unit, per(figure, text)


def _times(one: Interval | None, other: Interval | None) -> str:
    """Whether two times meet: days by the calendar, instants by the clock; a clock time alone by the clock alone."""
    if one is None or other is None or not ((one.start or one.end) and (other.start or other.end)):
        return ""
    exact = [_INSTANT in (told.start or told.end or "") for told in (one, other)]
    alone = [is_clock_alone(told) for told in (one, other)]
    if all(exact):
        met = _clocks_meet(one, other) if any(alone) else _instants_meet(one, other)
    elif any(alone):
        return ""
    else:
        met = overlap(one, other)
    return "same time" if met else "other time"


def _instants_meet(one: Interval, other: Interval) -> bool:
    (start, end), (begin, finish) = _ends(one), _ends(other)
    return start < finish and begin < end


def _ends(told: Interval) -> tuple[datetime, datetime]:
    """From when to when, what is open going on for ever; instants with an offset by universal time."""
    start, end = (datetime.fromisoformat(end) if end else None for end in (told.start, told.end))
    return _universal(start) if start else datetime.min, _universal(end) if end else datetime.max


def _universal(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None) if instant.tzinfo else instant


def _clocks_meet(one: Interval, other: Interval) -> bool:
    """Whether the times of day meet, whatever the days."""
    (start, end), (begin, finish) = _clocks(one), _clocks(other)
    return start < finish and begin < end


def _clocks(told: Interval) -> tuple[str, str]:
    """Hours and minutes as written, from midnight or to the end of the day where one is open."""
    start, end = (end[_CLOCK] if end else "" for end in (told.start, told.end))
    return start, end if end > start else _MIDNIGHT
