"""Fiscal years by country: "fiscal 2023", "FY24", "the 2022-23 fiscal year", "last fiscal year"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.language.calendar import DAY, Stretch, months_after
from onrecord.language.monthdays import read_day_month, read_month
from onrecord.language.places import country_of
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import BACKWARD, FORWARD, MONTHS, THIS, TOLD

FISCAL_WORDS = frozenset({"fiscal", "financial", "budget"})
YEAR_DIGITS = 4
UNKNOWN_COUNTRY = 0.7
"""Weight of the United States' fiscal year where no country is told, or one without a fiscal year of its own, whose
writers use the word of another's; the calendar year takes the rest."""


class FiscalCalendar(NamedTuple):
    """The month a fiscal year begins in, and whether one number names the year it ends in or the one it begins in."""

    month: int
    by_end: bool = True


CALENDAR_YEAR = FiscalCalendar(1)
FISCAL_CALENDARS = {
    "United States": FiscalCalendar(10), "Thailand": FiscalCalendar(10), "Haiti": FiscalCalendar(10),
    "Myanmar": FiscalCalendar(4), "United Kingdom": FiscalCalendar(4), "India": FiscalCalendar(4),
    "Canada": FiscalCalendar(4), "Japan": FiscalCalendar(4, by_end=False), "Hong Kong": FiscalCalendar(4),
    "Singapore": FiscalCalendar(4, by_end=False), "South Africa": FiscalCalendar(4), "Botswana": FiscalCalendar(4),
    "Jamaica": FiscalCalendar(4), "Australia": FiscalCalendar(7), "New Zealand": FiscalCalendar(7),
    "Pakistan": FiscalCalendar(7), "Bangladesh": FiscalCalendar(7), "Egypt": FiscalCalendar(7),
    "Kenya": FiscalCalendar(7), "Uganda": FiscalCalendar(7), "Tanzania": FiscalCalendar(7),
    "Ethiopia": FiscalCalendar(7), "Mauritius": FiscalCalendar(7), "Nepal": FiscalCalendar(7),
    "Puerto Rico": FiscalCalendar(7), "Iran": FiscalCalendar(3, by_end=False),
    "Afghanistan": FiscalCalendar(12), "Costa Rica": FiscalCalendar(1),
}  # fmt: skip
"""Governments' fiscal years, to the month, where they are no calendar years (CIA World Factbook, "Fiscal year")."""


def _numbered_year(kept: FiscalCalendar, year: int) -> Stretch:
    start = date(year - (kept.by_end and kept.month > 1), kept.month, 1)
    return Stretch(start, months_after(start, 12), "year")


def read_fiscal(context: Context, index: int) -> Reading | None:
    """Forms like "fiscal 2023", "fiscal year 2022-23", "FY23", "the last fiscal year", "the 2022-23 fiscal year"."""
    tokens = context.tokens
    at = index + 1 if tokens.word(index) == "the" else index
    word = tokens.word(at)
    if word == "fy" and tokens.capital(at):
        return _numbered(context, index, at + 1)
    if word in FISCAL_WORDS:
        if tokens.word(at + 1) != "year":
            whole = word == "fiscal" and len(tokens.word(at + 1)) == YEAR_DIGITS
            return _numbered(context, index, at + 1) if whole else None
        return _numbered(context, index, at + 2) or _told(context, index, at)
    if word[:1].isdigit() and tokens.number(at) is not None:
        after = at + 3 if tokens.word(at + 1) in {"-", "/"} and tokens.touches(at + 1) else at + 1
        if tokens.word(after) in FISCAL_WORDS and tokens.word(after + 1) == "year":
            read = _numbered(context, index, at)
            return None if read is None or read.after != after else _with_end(context, read, after + 2)
        return None
    if word in BACKWARD | FORWARD | THIS | TOLD and tokens.word(at + 1) in FISCAL_WORDS:
        if tokens.word(at + 2) != "year":
            return None
        return _stepped(context, index, -1 if word in BACKWARD else word in FORWARD, at + 3)
    return None


def _numbered(context: Context, index: int, at: int) -> Reading | None:
    tokens = context.tokens
    word = tokens.word(at)
    number = int(word) if word.isascii() and word.isdigit() and len(word) in {2, 4} else None
    if number is None or (number >= 100 and not 1850 <= number <= 2150):
        return None
    number += 2000 if number < 100 else 0
    after = at + 1
    second = tokens.word(at + 2)
    if tokens.word(at + 1) in {"-", "/"} and tokens.touches(at + 1) and second.isdigit() and len(second) in {2, 4}:
        last = int(second) if len(second) == 4 else number - number % 100 + int(second)
        if last == number + 1:
            return _year(context, index, last, at + 3, by_end=True)
    return _year(context, index, number, after)


def _told(context: Context, index: int, at: int) -> Reading | None:
    """Forms like "the fiscal year" alone: the one running; none where its end is told by what follows."""
    if context.tokens.word(index) != "the" or context.tokens.word(at + 2) in {"that", "ended", "ending", "which"}:
        return None
    return _stepped(context, index, 0, at + 2)


def _stepped(context: Context, index: int, step: int, after: int) -> Reading:
    base = context.base
    if base is None:
        return Reading(after, None, "FYXXXX")
    kept, _ = _calendar(context, index)
    begins = base.year if base.month >= kept.month else base.year - 1
    return _year(context, index, begins + (kept.by_end and kept.month > 1) + step, after)


def _year(context: Context, index: int, number: int, after: int, *, by_end: bool = False) -> Reading:
    kept, told = _calendar(context, index)
    if by_end and not kept.by_end:
        number -= 1
    stretch = _numbered_year(kept, number)
    others: tuple[tuple[Stretch, float], ...] = ()
    if not told:
        others = ((Stretch(date(number, 1, 1), date(number + 1, 1, 1), "year"), 1 - UNKNOWN_COUNTRY),)
    return _with_end(context, Reading(after, stretch, f"FY{number:04d}", others=others), after)


def _with_end(context: Context, read: Reading, after: int) -> Reading:
    """A fiscal year that reaches to `after`, or over a clause that tells its end: ", which ended on Sept. 30"."""
    tokens = context.tokens
    at = after + (tokens.word(after) == ",")
    if tokens.word(at) not in {"which", "that"} or tokens.word(at + 1) not in {"ended", "ends", "ending"}:
        return read.ending(after)
    at += 2 + (tokens.word(at + 2) in {"on", "in"})
    end = read_month(context, at) if tokens.word(at) in MONTHS else read_day_month(context, at)
    if end is None or end.stretch is None or end.stretch.end is None:
        return read.ending(after)
    return replace(read, after=end.after, stretch=fiscal_year_ending(end.stretch.end), others=())


def _calendar(context: Context, index: int) -> tuple[FiscalCalendar, bool]:
    """When the fiscal year meant begins, and whether the text tells: by the end that it names, or by a country."""
    country = _named_country(context, index)
    if country is None and context.anchor.fiscal_end is not None:
        return FiscalCalendar(context.anchor.fiscal_end % 12 + 1), True
    country = country or _country(context)
    return FISCAL_CALENDARS.get(country or "United States", CALENDAR_YEAR), country is not None


def _named_country(context: Context, index: int) -> str | None:
    """The country whose fiscal year it is, named just before: "Japan's fiscal 2023"."""
    tokens = context.tokens
    for back in range(index - 1, max(-1, index - 4), -1):
        if tokens.capital(back) and (named := country_of(tokens.raw(back))) is not None:
            return named
    return None


def _country(context: Context) -> str | None:
    written = context.anchor.country
    return written if written in FISCAL_CALENDARS else None


def fiscal_quarter(stretch: Stretch, which: int) -> Stretch:
    """One quarter of a fiscal year."""
    start = months_after(stretch.start or date.min, 3 * (which - 1))
    return Stretch(start, months_after(start, 3), "quarter")


def fiscal_year_ending(end: date) -> Stretch:
    """The twelve months up to and with a day, or with the month that it ends."""
    last = end - DAY
    month_end = (last + timedelta(days=1)).day == 1
    start = months_after(end, -12) if month_end else months_after(last, -12) + DAY
    return Stretch(start, end, "year")
