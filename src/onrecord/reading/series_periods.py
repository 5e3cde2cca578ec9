"""The periods that tables of figures write: "2023", "2023-04", "2023-Q2", "FY2023", "2022-23"."""

import re
from datetime import date

from onrecord.language.calendar import months_after
from onrecord.language.timewords import MONTHS
from onrecord.model.series import Frequency

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})[-/ ]?M?(\d\d)|(\d{4})M(\d{1,2})")
_NAMED_MONTH = re.compile(r"([A-Za-z]{3,9})\.?[ -](\d{4})|(\d{4})[ -]([A-Za-z]{3,9})\.?")
_QUARTER = re.compile(r"(\d{4})[- ]?Q([1-4])|Q([1-4])[- ](\d{4})")
_HALF = re.compile(r"(\d{4})[- ]?[HS]([12])|H([12])[- ](\d{4})")
_FISCAL = re.compile(
    r"(?:FY|fiscal(?: year)?)[ -]?'?(\d{2}|\d{4})(?:[-/](\d{2}|\d{4}))?|(\d{4})[-/](\d{2}|\d{4})", re.IGNORECASE
)
_YEAR = re.compile(r"(\d{4})")
_ROLLING = re.compile(r"(?:12|twelve)[ -]months?(?: to| ending| ended)?:? (.+)|(.+) \(12 months\)", re.IGNORECASE)


def read_period(
    text: str, frequency: Frequency | None, *, year_starts: int = 1, named_by_end: bool = True
) -> tuple[date, date, Frequency] | None:
    """The interval of a period as written, its end exclusive, and its frequency; nothing where it is none.

    `year_starts` is the first month of a fiscal year, which is named by the calendar year in which it ends,
    or by the one in which it begins.
    """
    words = " ".join(text.split())
    rolling = _ROLLING.fullmatch(words)
    if rolling or frequency == "rolling_year":
        inner = read_period((rolling[1] or rolling[2]) if rolling else words, None)
        return (months_after(inner[1], -12), inner[1], "rolling_year") if inner else None
    if match := _DAY.fullmatch(words):
        first = _date(int(match[1]), int(match[2]), int(match[3]))
        return None if first is None else _from_day(first, frequency)
    if match := _QUARTER.fullmatch(words):
        year, part = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
        return _stretch(year, 3 * part - 2, 3, "quarter")
    if match := _HALF.fullmatch(words):
        year, part = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
        return _stretch(year, 6 * part - 5, 6, "half")
    if match := _MONTH.fullmatch(words):
        year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[4]))
        fiscal_range = 1 <= month <= 12 or None
        if fiscal_range and frequency != "fiscal_year":
            return _stretch(year, month, 1, "month")
    if match := _NAMED_MONTH.fullmatch(words):
        named = (match[1] or match[4]).lower()
        if named in MONTHS:
            return _stretch(int(match[2] or match[3]), MONTHS[named], 1, "month")
    if match := _FISCAL.fullmatch(words):
        return _fiscal(match, year_starts=year_starts, named_by_end=named_by_end)
    if match := _YEAR.fullmatch(words):
        year = int(match[1])
        if frequency == "fiscal_year":
            return _stretch(year - (named_by_end and year_starts > 1), year_starts, 12, "fiscal_year")
        return _stretch(year, 1, 12, "year")
    return None


def _fiscal(match: "re.Match[str]", *, year_starts: int, named_by_end: bool) -> tuple[date, date, Frequency] | None:
    first, second = match[1] or match[3], match[2] or match[4]
    year = int(first) if len(first) == 4 else 2000 + int(first)
    if second is None:
        return _stretch(year - (named_by_end and year_starts > 1), year_starts, 12, "fiscal_year")
    if int(second[-2:]) != (year + 1) % 100:
        return None
    return _stretch(year, year_starts, 12, "fiscal_year")


def _from_day(first: date, frequency: Frequency | None) -> tuple[date, date, Frequency] | None:
    """A period told by its first day ("2023-04-01" in a monthly table), or a day."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal_year": 12}.get(frequency or "")
    if months is None or frequency is None:
        return first, date.fromordinal(first.toordinal() + 1), "day"
    return _stretch(first.year, first.month, months, frequency)


def _stretch(year: int, month: int, months: int, frequency: Frequency) -> tuple[date, date, Frequency] | None:
    first = _date(year, month, 1)
    if first is None or not 1 < year < 9990:
        return None
    after = year * 12 + month - 1 + months
    return first, date(after // 12, after % 12 + 1, 1), frequency


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
