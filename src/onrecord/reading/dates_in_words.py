"""Explicit dates as publications write them, with the precision their words carry. No deixis: see language.times."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from onrecord.language.timewords import MONTHS, WEEKDAYS
from onrecord.model.times import Interval, Precision

ZONES = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
    "HST": -10, "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "WEST": 1, "CEST": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "JST": 9, "KST": 9, "SGT": 8, "HKT": 8, "AEST": 10, "AEDT": 11,
}  # fmt: skip
_SEASONAL = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
"""North American zones named without season; summer time adds an hour."""

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
_MONTH += r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Satur|Sat|Sun)(?:day)?\.?),?\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:(?!\w)|(?=\d{1,2}:\d\d)|(?=T\d))"
"""A year, also where a page's time of day is glued to it ("20234:21 PM")."""

_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"\b{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}",
        rf"(?<![\d/-]){_YEAR}[-/](?P<number>\d\d)[-/](?P<day>\d\d)(?![\d/-])",
        rf"(?<![\d/.])(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.]{_YEAR}(?![\d/.])",
    )
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+{_YEAR}", re.IGNORECASE)
_DAY_ONLY = re.compile(
    rf"\b{_WEEKDAY}(?:{_MONTH}\s+(?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})\s+{_MONTH.replace('month', 'month2')})(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s*"
    r"(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?\s*\(?(?P<zone>[A-Z]{1,4}\b)?\)?"
)
_LIKELY = re.compile(r"(?:19|20)\d\d")


class DateInWords(NamedTuple):
    """A day named with its year: where it stands, the day, and the weekday written beside it, if any."""

    start: int
    end: int
    day: date
    weekday: int | None


def dates_in(text: str) -> tuple[DateInWords, ...]:
    """Every full date in `text`, in order; ambiguous ones (03/04/2024) are left out rather than guessed."""
    if not _LIKELY.search(text):
        return ()
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day_of(match)
            if day is not None:
                found.append(DateInWords(match.start(), match.end(), day, _weekday_of(match)))
    kept: list[DateInWords] = []
    for each in sorted(found):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def whole_date(text: str) -> Interval | None:
    """The date that `text` as a whole is: a day, a month, a year, or an ISO or RFC 822 time taken as its day."""
    words = text.strip()
    if re.fullmatch(r"(?:19|20)\d\d", words):
        return interval_of(date(int(words), 1, 1), "year", words)
    if match := re.fullmatch(r"((?:19|20)\d\d)-(\d\d)", words):
        month = int(match[2])
        return interval_of(date(int(match[1]), month, 1), "month", words) if 1 <= month <= 12 else None
    if match := re.match(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:$|[T ]\d)", words):
        day = _made(int(match[1]), int(match[2]), int(match[3]))
        return interval_of(day, "day", words) if day else None
    if match := _MONTH_YEAR.fullmatch(words):
        return interval_of(date(int(match["year"]), _month_number(match["month"]), 1), "month", words)
    days = dates_in(words)
    return interval_of(days[0].day, "day", words) if len(days) == 1 else None


def day_and_month(text: str) -> tuple[int, int] | None:
    """Month and day of "Oct 5" or "5 October", which name no year."""
    match = _DAY_ONLY.search(text)
    if not match:
        return None
    month, day = _month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    return (month, day) if _made(2024, month, day) else None


def interval_of(day: date, precision: Precision, text: str) -> Interval:
    """The day, week, month or year that begins at `day`."""
    if precision == "year":
        end = date(day.year + 1, 1, 1)
    elif precision == "month":
        end = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    else:
        end = day + timedelta(days=7 if precision == "week" else 1)
    return Interval(start=day.isoformat(), end=end.isoformat(), precision=precision, text=text)


def clock_in(text: str, day: date) -> Interval | None:
    """The minute that "9:36 A.M. EST" names on `day`; `None` without a zone, which would leave it open."""
    for match in _CLOCK.finditer(text):
        zone, half = match["zone"], (match["half"] or "").lower().replace(".", "").replace(" ", "")
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if zone is None or (zone not in ZONES and zone not in _SEASONAL) or not (half or match["minute"]):
            continue
        if hour > (12 if half else 23) or minute > 59:
            continue
        hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
        hours = ZONES[zone] if zone in ZONES else _SEASONAL[zone] + _summer(day)
        start = datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone(timedelta(hours=hours)))
        words = match.group().strip()
        stop = start + timedelta(minutes=1)
        return Interval(start=start.isoformat(), end=stop.isoformat(), precision="minute", text=words)
    return None


def weekdays_in(text: str) -> Iterator[tuple[int, int]]:
    """Each weekday named in `text`, with where it stands; abbreviations are left out, as "sun" and "sat" are words."""
    for match in _WEEKDAY_NAME.finditer(text):
        yield match.start(), WEEKDAYS[match.group().lower()]


_WEEKDAY_NAME = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _summer(day: date) -> int:
    """One between the second Sunday of March and the first of November, when North America keeps summer time."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return 1 if begins <= day < ends else 0


def _day_of(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    year = int(groups["year"])
    if groups.get("month"):
        return _made(year, _month_number(groups["month"]), int(groups["day"]))
    if groups.get("number"):
        return _made(year, int(groups["number"]), int(groups["day"]))
    first, second = int(groups["first"]), int(groups["second"])
    if first == second or first > 12 >= second:
        return _made(year, second, first)
    return _made(year, first, second) if second > 12 else None


def _weekday_of(match: re.Match[str]) -> int | None:
    word = (match.groupdict().get("weekday") or "").lower().rstrip(".")
    return WEEKDAYS.get(word)


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _made(year: int, month: int, day: int) -> date | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
