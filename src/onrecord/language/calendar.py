"""The calendar: stretches of days with their precision, and the arithmetic of intervals."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from onrecord.model.times import Interval, Precision

Season = Literal["spring", "summer", "autumn", "winter"]
Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

SEASON_STARTS: dict[Season, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First months of the meteorological seasons in the north; winter reaches into the next year."""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""As people read them; how texts write them stands in `timewords`."""

FIRST_YEAR, LAST_YEAR = 1, 8999
BEFORE_CHRIST = 9000
"""Python's dates begin in the year 1. While an expression is read, the year n BC is kept as 9000 - n, so that the
same arithmetic serves ("the following year"); a record's intervals leave such years open (`of_era`)."""
FIRST_BEFORE_CHRIST = 4000
DAY = timedelta(days=1)


class Stretch(NamedTuple):
    """Days from `start` to before `end`, either end open, as precise as the words for it."""

    start: date | None
    end: date | None
    precision: Precision


def day_of(year: int, month: int, day: int) -> Stretch | None:
    """One day, or nothing where the calendar has no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    start = date(year, month, day)
    return Stretch(start, start + DAY, "day")


def month_of(year: int, month: int) -> Stretch:
    """One calendar month."""
    return Stretch(date(year, month, 1), months_after(date(year, month, 1), 1), "month")


def quarter_of(year: int, quarter: int) -> Stretch:
    """One calendar quarter, 1 to 4."""
    start = date(year, 3 * quarter - 2, 1)
    return Stretch(start, months_after(start, 3), "quarter")


def half_of(year: int, half: int) -> Stretch:
    """One half of a year, 1 or 2."""
    start = date(year, 6 * half - 5, 1)
    return Stretch(start, months_after(start, 6), "half")


def season_of(year: int, season: Season, *, south: bool = False) -> Stretch:
    """A season that begins in `year` (in the north, the winter of 2023 ends in February 2024; `south`, the summer)."""
    start = date(year, (SEASON_STARTS[season] + 5) % 12 + 1 if south else SEASON_STARTS[season], 1)
    return Stretch(start, months_after(start, 3), "season")


def year_of(year: int) -> Stretch:
    """One calendar year."""
    return Stretch(date(year, 1, 1), date(year + 1, 1, 1), "year")


def decade_of(year: int) -> Stretch:
    """The ten years that share all but the last digit."""
    first = year - year % 10
    return Stretch(date(max(first, 1), 1, 1), date(first + 10, 1, 1), "decade")


def century_of(ordinal: int) -> Stretch:
    """The n-th century, counted from the year that ends in 01."""
    return Stretch(date(ordinal * 100 - 99, 1, 1), date(ordinal * 100 + 1, 1, 1), "span")


def before_christ(year: int) -> int:
    """The year that stands for a year BC while an expression is read."""
    return BEFORE_CHRIST - year


def era_written(year: int) -> str:
    """A year as TIMEX3 writes it: "1942", "BC0480"."""
    return f"BC{BEFORE_CHRIST - year:04d}" if year >= FIRST_BEFORE_CHRIST else f"{year:04d}"


def of_era(stretch: Stretch) -> bool:
    """Whether a stretch can be stated in ISO 8601: not before Christ."""
    return all(end is None or end.year < FIRST_BEFORE_CHRIST for end in stretch[:2])


def week_of(day: date) -> Stretch:
    """The week, Monday to Sunday, that a day lies in."""
    start = day - timedelta(days=day.weekday())
    return Stretch(start, start + 7 * DAY, "week")


def unit_of(day: date, unit: Unit) -> Stretch:
    """The calendar unit that a day lies in."""
    match unit:
        case "day":
            return Stretch(day, day + DAY, "day")
        case "week":
            return week_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "year":
            return year_of(day.year)
        case "decade":
            return decade_of(day.year)
        case "century":
            return century_of((day.year + 99) // 100)


def day_written(day: date) -> str:
    """A day as people write it: "5 October 2023"."""
    return f"{day.day} {month_written(day)}"


def month_written(day: date) -> str:
    """The month of a day as people write it: "October 2023"."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def months_after(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or that month's last day."""
    ordinal = day.year * 12 + day.month - 1 + months
    year = ordinal // 12
    if day.year >= FIRST_BEFORE_CHRIST:
        year = max(year, FIRST_BEFORE_CHRIST) if year < BEFORE_CHRIST else year - BEFORE_CHRIST + 1
    else:
        year = min(max(year, FIRST_YEAR), FIRST_BEFORE_CHRIST - 1)
    month = ordinal % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def moved(day: date, count: int | float, unit: Unit) -> date:
    """The day `count` units later, or earlier for a negative count; it stays inside the calendar."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return months_after(day, round(count * months))
    days = round(count * (7 if unit == "week" else 1))
    first, last = (FIRST_BEFORE_CHRIST, LAST_YEAR) if day.year >= FIRST_BEFORE_CHRIST else (FIRST_YEAR, 3999)
    limit = (date(last, 1, 1) - day).days if days > 0 else (day - date(first, 1, 1)).days
    return day + timedelta(days=max(-limit, min(limit, days)))


def weekday_near(day: date, weekday: int, *, future: bool) -> date:
    """The last such weekday up to `day`, or with `future` the first one from it on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7 if future else -((day.weekday() - weekday) % 7))


def as_interval(stretch: Stretch | None, text: str, precision: Precision = "day") -> Interval:
    """A stretch with the words it was read from; without a stretch both ends are open."""
    if stretch is None or not of_era(stretch):
        return Interval(start=None, end=None, precision=stretch.precision if stretch else precision, text=text)
    start, end, found = stretch
    return Interval(
        start=start.isoformat() if start else None, end=end.isoformat() if end else None, precision=found, text=text
    )


def known(interval: Interval | None) -> bool:
    """Whether the interval is fixed at one end at least."""
    return interval is not None and (interval.start is not None or interval.end is not None)


def bounds(interval: Interval) -> tuple[date, date]:
    """First day and the day after the last, an open end as far away as the calendar goes."""
    start = date.fromisoformat(interval.start[:10]) if interval.start else date.min
    if interval.end is None:
        return start, date.max
    end = date.fromisoformat(interval.end[:10])
    clock = len(interval.end) > 10 and (interval.end[11:16] != "00:00" or end <= start)
    return start, end + DAY if clock else end


def overlaps(one: Interval, other: Interval) -> bool:
    """Whether the two share a day. Symmetric; true of every interval with itself."""
    (one_start, one_end), (other_start, other_end) = bounds(one), bounds(other)
    return one_start < other_end and other_start < one_end


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every day of `inner` is a day of `outer`. Reflexive and transitive."""
    (outer_start, outer_end), (inner_start, inner_end) = bounds(outer), bounds(inner)
    return outer_start <= inner_start and inner_end <= outer_end
