"""Holidays as days: "Christmas Day", "Election Day 2016", "the Fourth of July"."""

from datetime import date, timedelta

from onrecord.language.calendar import DAY, Stretch, day_of
from onrecord.language.monthdays import yearless
from onrecord.language.places import country_of
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import EASTER_FEASTS, HOLIDAYS, MOVING_HOLIDAYS
from onrecord.language.years import year_phrase

NATIONAL = frozenset({("independence", "day"), ("labor", "day"), ("memorial", "day")})
"""Holidays that other countries keep on other days than the United States: open for a text of theirs."""


def read_holiday(context: Context, index: int) -> Reading | None:
    """A holiday by name, in the year written after it or the one meant."""
    tokens = context.tokens
    if not tokens.capital(index):
        return None
    feast = _of_easter(context, index)
    if feast is not None:
        return feast
    for length in range(5, 0, -1):
        words = tuple(tokens.word(index + offset) for offset in range(length))
        if words not in HOLIDAYS and words not in MOVING_HOLIDAYS:
            continue
        after = index + length
        if words in NATIONAL and _country(context, index) not in {None, "United States"}:
            return Reading(after, None, "XXXX-XX-XX")
        year_found = year_phrase(context, after)
        year = year_found[0] if year_found else None
        if words in HOLIDAYS:
            month, day = HOLIDAYS[words]
            if year is None:
                return yearless(context, month, day, after, index)
            return Reading(
                year_found[1] if year_found else after, day_of(year, month, day), f"{year}-{month:02d}-{day:02d}"
            )
        month, weekday, which = MOVING_HOLIDAYS[words]
        if year is None:
            guess = context.month_in(month, index)
            year = guess.start.year if guess and guess.start else None
        if year is None:
            return Reading(after, None, "XXXX-XX-XX")
        found = _nth_weekday(year, month, weekday, which)
        if words == ("election", "day"):
            found = _nth_weekday(year, 11, 0, 1) + DAY
        return Reading(year_found[1] if year_found else after, Stretch(found, found + DAY, "day"), found.isoformat())
    return None


def _country(context: Context, index: int) -> str | None:
    """The country whose holiday it is: named just before it, else the one the text is written in."""
    tokens = context.tokens
    at = index - 3 if tokens.word(index - 1) == "s" and tokens.word(index - 2) == "'" else index - 1
    beside = country_of(tokens.raw(at)) if tokens.capital(at) else None
    return beside or context.anchor.country


def _of_easter(context: Context, index: int) -> Reading | None:
    """Easter and the feasts counted from it, in the year written after them or the one meant."""
    tokens = context.tokens
    for words, days in EASTER_FEASTS.items():
        if tuple(tokens.word(index + offset) for offset in range(len(words))) != words:
            continue
        after = index + len(words)
        found = year_phrase(context, after)
        year = found[0] if found else None
        if year is None:
            guess = context.month_in(2 if days < -30 else 6 if days > 30 else 4, index)
            year = guess.start.year if guess and guess.start else None
        end = found[1] if found and found[0] else after
        if year is None or not 1583 <= year <= 4099:
            return Reading(end, None, "XXXX-XX-XX")
        day = easter(year) + timedelta(days=days)
        return Reading(end, Stretch(day, day + DAY, "day"), day.isoformat())
    return None


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the Gregorian reckoning of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == month]
    return [day for day in days if day.weekday() == weekday][which - 1 if which > 0 else which]
