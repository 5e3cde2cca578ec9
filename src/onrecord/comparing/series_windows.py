"""The stretches of a series that a figure's period may mean, each with the value that the series gives it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec

from onrecord.comparing.conversion import told
from onrecord.comparing.pairs import Cited
from onrecord.language.calendar import MONTH_NAMES, month_written, months_after
from onrecord.model.series import Observation, Series
from onrecord.model.times import Interval

MOST_VINTAGES = 6


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch with the value that a series gives it, and how that came about."""

    period: Interval
    says: str
    value: float
    provisional: bool = False
    vintage: str | None = None
    arithmetic: tuple[str, ...] = ()


def windows(cited: Cited, series: Series, *, yearly: bool = False) -> list[Window]:
    """Every stretch that the period may mean, the one that the words say first."""
    found: list[Window] = []
    for number, vintage in enumerate(_vintages(series, cited.published)):
        for start, end, says in _stretches(cited.figure.period, cited.published, series, yearly=yearly):
            window = value_of(series, start, end, says, vintage)
            if window is not None:
                out = f" (as published on {window.vintage})" if number and window.vintage else ""
                found.append(msgspec.structs.replace(window, says=window.says + out))
    return _as_said_first(found)


def change_windows(cited: Cited, series: Series) -> list[tuple[Window, Window]]:
    """The stretch and the base that a change may mean."""
    basis = cited.figure.basis
    found = []
    for window in windows(cited, series):
        for base in _bases(window, basis.period if basis else None, series):
            if base.value:
                found.append((window, base))
    return found


def value_of(series: Series, start: date, end: date, says: str, vintage: str | None) -> Window | None:
    """The value of a stretch: one period's, or the sum or mean of those that make it up without a gap."""
    period = Interval(start=start.isoformat(), end=end.isoformat(), precision="span", text=says)
    parts = _as_of(series, vintage)
    exact = next((one for one in parts if one.start == period.start and one.end == period.end), None)
    if exact is not None:
        return _window(period, exact.value, [exact], series)
    if series.adding == "none":
        return None
    inside = [one for one in parts if str(period.start) <= one.start and one.end <= str(period.end)]
    if not inside or inside[0].start != period.start or inside[-1].end != period.end:
        return None
    if any(one.end != other.start for one, other in pairwise(inside)):
        return None
    values = [one.value for one in inside]
    value = values[-1] if series.adding == "last" else sum(values)
    return _window(period, value / len(values) if series.adding == "mean" else value, inside, series)


def _window(period: Interval, value: float, parts: list[Observation], series: Series) -> Window:
    said = f"{series.name}: {told(value)}"
    if len(parts) > 1:
        said = f"{series.name}: {parts[0].text} to {parts[-1].text}, {len(parts)} values {_added(series)} {told(value)}"
    vintages = sorted({one.vintage for one in parts if one.vintage})
    return Window(
        period=period, says=period.text, value=round(value, 6), provisional=any(one.provisional for one in parts),
        vintage=vintages[-1] if vintages else None, arithmetic=(said,),
    )  # fmt: skip


def _added(series: Series) -> str:
    return {"sum": "add up to", "mean": "have the mean", "last": "end in", "none": "are"}[series.adding]


def _stretches(
    period: Interval | None, published: str | None, series: Series, *, yearly: bool
) -> Iterator[tuple[date, date, str]]:
    """Intervals with their names, likeliest first."""
    before = date.fromisoformat(published[:10]) if published else None
    if period is None or period.start is None or period.end is None:
        yield from _latest(series, before, period)
        return
    start, end = date.fromisoformat(period.start[:10]), date.fromisoformat(period.end[:10])
    said = period.text.strip() or f"{start} to {end}"
    yield start, end, _named(start, end, said)
    year_start = series.year_starts
    if _months(start, end) == 12 and start.month == 1:
        if year_start != 1:
            yield _day(start.year - 1, year_start), _day(start.year, year_start), f"the fiscal year {start.year}"
            yield _day(start.year, year_start), _day(start.year + 1, year_start), f"the fiscal year {start.year + 1}"
        for ending in reversed(_ends(series)):
            if start < ending <= end or (before and end < ending <= before and _months(end, ending) <= 6):
                yield months_after(ending, -12), ending, f"the 12 months to {_month_before(ending)}"
    elif _months(start, end) == 12 and start.day == 1:
        yield _day(end.year - 1, 1), _day(end.year, 1), f"the calendar year {end.year - 1}"
        yield _day(end.year, 1), _day(end.year + 1, 1), f"the calendar year {end.year}"
    elif 1 <= _months(start, end) < 12 and year_start != 1:
        begun = _day(end.year if end.month > year_start else end.year - 1, year_start)
        yield begun, end, f"the fiscal year up to {_month_before(end)}"
    if _months(start, end) == 1:
        yield months_after(start, -1), start, f"the month before, {_month_before(start)}"
    if yearly:
        yield from _latest(series, before, None)


def _latest(series: Series, before: date | None, period: Interval | None) -> Iterator[tuple[date, date, str]]:
    """Where a text tells no period: the last one, the last whole year, the last twelve months."""
    ends = [end for end in _ends(series) if before is None or end <= before]
    if period is not None and period.start is not None:
        start = date.fromisoformat(period.start[:10])
        yield from ((start, end, f"from {start} to {_month_before(end)}") for end in reversed(ends[-1:]) if end > start)
        return
    if not ends:
        return
    last = ends[-1]
    own = next((o for o in reversed(series.observations) if o.end == last.isoformat()), None)
    yield _day(last.year - 1, 1), _day(last.year, 1), f"the last whole year, {last.year - 1}"
    if series.year_starts != 1:
        closed = _day(last.year if last.month >= series.year_starts else last.year - 1, series.year_starts)
        yield months_after(closed, -12), closed, f"the last whole fiscal year, {closed.year}"
    yield months_after(last, -12), last, f"the 12 months to {_month_before(last)}"
    yield _day(last.year, 1), last, f"the year up to {_month_before(last)}"
    if series.year_starts != 1:
        begun = _day(last.year if last.month > series.year_starts else last.year - 1, series.year_starts)
        yield begun, last, f"the fiscal year up to {_month_before(last)}"
    if own is not None:
        yield date.fromisoformat(own.start), last, f"the last period, {own.text}"


def _bases(window: Window, told_base: Interval | None, series: Series) -> list[Window]:
    """What a change is measured from: the period named, the same stretch of it, or the stretch a year before."""
    start, end = date.fromisoformat(str(window.period.start)), date.fromisoformat(str(window.period.end))
    wanted: list[tuple[date, date, str]] = []
    if told_base is not None and told_base.start and told_base.end:
        first, last = date.fromisoformat(told_base.start[:10]), date.fromisoformat(told_base.end[:10])
        wanted.append((first, last, told_base.text or str(first.year)))
        if _months(first, last) == 12:
            back = start.year - first.year if start.month == first.month else end.year - last.year
            if back > 0:
                same = (months_after(start, -12 * back), months_after(end, -12 * back))
                wanted.append((*same, f"the same months of {first.year}"))
            if series.year_starts != 1:
                begun = _day(first.year, series.year_starts)
                wanted.append((months_after(begun, -12), begun, f"the fiscal year {first.year}"))
    else:
        wanted.append((months_after(start, -12), months_after(end, -12), "the same months a year before"))
    found = (value_of(series, first, last, says, window.vintage) for first, last, says in wanted)
    comparable = [base for base in found if base is not None]
    return sorted(comparable, key=lambda base: _length(base.period) != _length(window.period))


def _as_said_first(found: list[Window]) -> list[Window]:
    seen: set[tuple[str | None, str | None, float]] = set()
    kept = []
    for window in found:
        key = (window.period.start, window.period.end, window.value)
        if key not in seen:
            seen.add(key)
            kept.append(window)
    return kept


def _as_of(series: Series, vintage: str | None) -> list[Observation]:
    """One value a period: the newest that was out by a day, or the newest at all."""
    chosen: dict[tuple[str, str], Observation] = {}
    for one in series.observations:
        held = chosen.get((one.start, one.end))
        if held is None or _better(one.vintage or "", held.vintage or "", vintage):
            chosen[one.start, one.end] = one
    return sorted(chosen.values(), key=lambda one: (one.start, one.end))


def _better(own: str, held: str, day: str | None) -> bool:
    """Whether a vintage is the newer one that was out by a day; before that day's first, the earliest."""
    if day is None:
        return own >= held
    if own <= day and held <= day:
        return own >= held
    return own <= day or (held > day and own < held)


def _vintages(series: Series, published: str | None) -> list[str | None]:
    """The vintages to read: what was out when the text appeared, then the newest, then the earlier ones."""
    days = sorted({one.vintage for one in series.observations if one.vintage}, reverse=True)
    if not days:
        return [None]
    then = published[:10] if published else days[0]
    out = [day for day in days if day <= then]
    return list(dict.fromkeys([*(out[:1] or [days[-1]]), None, *days[:MOST_VINTAGES]]))


def _ends(series: Series) -> list[date]:
    return sorted({date.fromisoformat(one.end) for one in series.observations})


def _named(start: date, end: date, said: str) -> str:
    months = _months(start, end)
    if months == 12 and start.month == 1:
        return f"the calendar year {start.year}"
    if months == 1:
        return month_written(start)
    if 1 < months < 12 and start.day == 1:
        return f"{MONTH_NAMES[start.month - 1]} to {_month_before(end)}"
    return said


def _months(start: date, end: date) -> int:
    """Whole months of a stretch, zero where it is none."""
    if start.day != 1 or end.day != 1:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month


def _length(period: Interval) -> int:
    return _months(date.fromisoformat(str(period.start)), date.fromisoformat(str(period.end)))


def _day(year: int, month: int) -> date:
    return date(year, month, 1)


def _month_before(end: date) -> str:
    return month_written(months_after(end, -1) if end.day == 1 else end)
