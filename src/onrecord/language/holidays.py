"""Holidays as days: "Christmas Day", "Election Day 2016", "the Fourth of July"."""

from datetime import date, timedelta

from onrecord.language.calendar import DAY, Stretch, day_of
from onrecord.language.monthdays import yearless
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import HOLIDAYS, MOVING_HOLIDAYS
from onrecord.language.years import year_phrase


def read_holiday(context: Context, index: int) -> Reading | None:
    """A holiday by name, in the year written after it or the one meant."""
    tokens = context.tokens
    if not tokens.capital(index):
        return None
    for length in range(5, 0, -1):
        words = tuple(tokens.word(index + offset) for offset in range(length))
        if words not in HOLIDAYS and words not in MOVING_HOLIDAYS:
            continue
        after = index + length
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


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == month]
    return [day for day in days if day.weekday() == weekday][which - 1 if which > 0 else which]
