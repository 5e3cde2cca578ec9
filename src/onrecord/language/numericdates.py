"""Dates in digits: "2023-10-05", "2023-10-05T09:06:00Z", "10/5/2023", "05.10.2023", "9/11"."""

from datetime import UTC, datetime, timedelta, timezone

from onrecord.language.calendar import Stretch, day_of
from onrecord.language.timereading import Context, Reading
from onrecord.language.tokens import Tokens
from onrecord.language.years import EARLIEST_YEAR, LATEST_YEAR

MONTH_FIRST = frozenset({"United States", "Philippines", "Micronesia", "Marshall Islands", "Palau", "Guam"})
"""Countries that write the month before the day in digits; all others put the day first (CLDR)."""
STATED_ORDER = 0.95
"""Weight of the order that the text's own dates tell."""
WRITTEN_ORDER = 0.8
"""Weight of the custom of the country that a text is written in: its readers may be another's."""
GUESSED_ORDER = 0.6
"""Weight of month before day where neither tells: most English news that writes such dates is American."""


def read_numeric(context: Context, index: int) -> Reading | None:
    """A date in digits with two marks alike, or "9/11"."""
    tokens = context.tokens
    mark = tokens.word(index + 1)
    if mark not in {"-", "/", "."} or tokens.number(index) is None:
        return None
    if not (tokens.touches(index + 1) and tokens.touches(index + 2)):
        return None
    alone = not (tokens.word(index + 3) == "/" and tokens.touches(index + 3))
    if mark == "/" and tokens.word(index) == "9" and tokens.word(index + 2) == "11" and alone:
        return Reading(index + 3, day_of(2001, 9, 11), "2001-09-11")
    if tokens.word(index + 3) != mark or not (tokens.touches(index + 3) and tokens.touches(index + 4)):
        return None
    parts = [tokens.word(index), tokens.word(index + 2), tokens.word(index + 4)]
    if not all(part.isascii() and part.isdigit() for part in parts) or tokens.word(index + 5) in {mark} - {"."}:
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4 and max(len(parts[1]), len(parts[2])) <= 2:
        return _day(tokens, index + 5, (first, second, third))
    if len(parts[0]) > 2 or len(parts[1]) > 2 or (len(parts[2]) != 4 and not (mark in "/." and len(parts[2]) == 2)):
        return None
    if mark == "." and len(parts[2]) == 2 and not len(parts[0]) == len(parts[1]) == 2:
        return None
    year = third if len(parts[2]) == 4 else third + (2000 if third < 50 else 1900)
    return _ordered(context, index + 5, first, second, year, dotted=mark == ".")


def _ordered(context: Context, after: int, first: int, second: int, year: int, *, dotted: bool) -> Reading | None:
    """A date whose day and month stand in the order of its place."""
    tokens = context.tokens
    if dotted or first > 12 >= second:
        return _day(tokens, after, (year, second, first))
    if second > 12 or first == second:
        return _day(tokens, after, (year, first, second))
    day_first, weight = context.day_first, STATED_ORDER
    if day_first is None and context.anchor.country is not None:
        day_first, weight = context.anchor.country not in MONTH_FIRST, WRITTEN_ORDER
    if day_first is None:
        day_first, weight = False, GUESSED_ORDER
    month, day = (second, first) if day_first else (first, second)
    other = day_of(year, day, month)
    others = ((other, 1 - weight),) if other is not None else ()
    return _day(tokens, after, (year, month, day), others)


def _day(
    tokens: Tokens, after: int, written: tuple[int, int, int], others: tuple[tuple[Stretch, float], ...] = ()
) -> Reading | None:  # fmt: skip
    year, month, day = written
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    stretch = day_of(year, month, day)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if stretch is None:
        return Reading(after, None, value, impossible=True)
    return _timed(tokens, Reading(after, stretch, value, others=others))


def _timed(tokens: Tokens, reading: Reading) -> Reading:
    """The clock that ISO 8601 writes after a date: "T09:06:00Z"."""
    at = reading.after
    if tokens.word(at) != "t" or not (tokens.touches(at) and tokens.touches(at + 1)):
        return reading
    numbers: list[int] = []
    at += 1
    while tokens.touches(at) and len(tokens.word(at)) == 2 and tokens.word(at).isdigit() and len(numbers) < 3:
        numbers.append(int(tokens.word(at)))
        at += 1
        if tokens.word(at) != ":" or not tokens.touches(at + 1):
            break
        at += 1
    start = reading.stretch.start if reading.stretch else None
    if len(numbers) < 2 or start is None or numbers[0] > 23 or max(numbers) > 59:
        return reading
    zone, after = _zone(tokens, at)
    moment = datetime(start.year, start.month, start.day, numbers[0], numbers[1], tzinfo=zone)
    value = f"{reading.value}T{numbers[0]:02d}:{numbers[1]:02d}"
    ends = moment.isoformat(), (moment + timedelta(minutes=1)).isoformat()
    return Reading(after, reading.stretch, value, clock=(*ends, "minute"))


def _zone(tokens: Tokens, at: int) -> tuple[timezone | None, int]:
    if tokens.word(at) == "z" and tokens.touches(at):
        return UTC, at + 1
    sign, hours, minutes = tokens.word(at), tokens.word(at + 1), tokens.word(at + 3)
    if sign not in {"+", "-"} or not (tokens.touches(at) and tokens.touches(at + 1)):
        return None, at
    if len(hours) == 4 and hours.isdigit():
        hours, minutes, after = hours[:2], hours[2:], at + 2
    elif len(hours) == 2 and hours.isdigit() and tokens.word(at + 2) == ":" and len(minutes) == 2:
        after = at + 4
    else:
        return None, at
    if not minutes.isdigit() or int(hours) > 14 or int(minutes) > 59:
        return None, at
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(offset if sign == "+" else -offset), after
