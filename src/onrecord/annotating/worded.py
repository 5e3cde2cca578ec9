"""A last day told in words that no calendar places: "before the first frost", "within ninety days of signature"."""

import re
from datetime import date, timedelta

from onrecord.annotating.surroundings import Surroundings
from onrecord.language.calendar import months_after
from onrecord.language.numberwords import UNITS
from onrecord.model.spans import Span
from onrecord.model.times import Interval

_OCCASIONS = (
    r"seasons?|frosts?|winter|spring|summer|autumn|harvest|rains?|monsoon|thaw|snows?|elections?|ballot|tournament|"
    r"games|festival|holidays?|term|session|sitting|meeting|summit|handover|opening|anniversary|sailing|kick-off|"
    r"start|beginning|end|close|expiry|completion|signature|ratification|tide|gales?|floods?|school year|spawning|"
    r"fitting|budget|deadline|hearing|trial|vote|inauguration|delivery"
)
_NUMBERED = r"(?:\w+[ -]){1,3}(?:hours?|days?|weeks?|months?|years?)"
_FINITE = (
    r"(?:has|have|is|are|begins?|starts?|ends?|opens?|reopens?|returns?|melts?|stands?|comes?|sits?|closes?|expires?|"
    r"meets?|breaks?|sets in|runs out|takes? (?:place|effect|office))"
)
_WORDED = re.compile(
    rf"\b(?:within {_NUMBERED}(?: (?:of|after|from) (?:the |its |their )?[\w’'-]+(?: of (?:the )?[\w’'-]+)?)?"
    rf"|(?:before|until|till|by the time|as soon as|once) (?:[\w’'-]+ ){{1,8}}?(?:{_FINITE}\b[^,.;:]{{0,40}}|come\b)"
    r"|(?:before|until|till|by|in time for|no later than|prior to) "
    r"(?:the |its |their |his |her |our |next |this |each )?"
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{_OCCASIONS})\b(?: of (?:the |its |this |next )?[\w’'-]+(?: [\w’'-]+)?(?=[ ,.;]|$))?)",
    re.IGNORECASE,
)

_FROM_SIGNING = re.compile(
    rf"within (?P<number>\d{{1,3}}|{'|'.join(UNITS)}|an?) (?P<unit>day|week|month|year)s? (?:of|after|from) "
    r"(?:the |its )?(?:date of )?(?:signing|signature)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\bsigned\b", re.IGNORECASE)
_AT = "at"
_BOUNDS = frozenset({"by", "within", "before", "until", "in"})


def worded_in(around: Surroundings, action: Span) -> Interval | None:
    """The words that tell by when, with neither end known: who checks must know more than the date."""
    told = _WORDED.search(around.text, action.start, action.end)
    if told is None:
        return None
    words = " ".join(told.group().split())
    counted = _FROM_SIGNING.match(words)
    day = _signed_on(around) if counted is not None else None
    if counted is None or day is None:
        return Interval(start=None, end=None, precision="span", text=words)
    number = int(counted["number"]) if counted["number"].isdigit() else UNITS.get(counted["number"].lower(), 1)
    last = _after(day, number, counted["unit"].lower())
    return Interval(
        start=day.isoformat(), end=(last + timedelta(1)).isoformat(), precision="span", text=words
    )  # fmt: skip


def time_worded(around: Surroundings, action: Span) -> Interval | None:
    """The bound with known ends in such words, in a clause of its own: "a panel, which is to meet by May"."""
    told = _WORDED.search(around.text, action.start, action.end)
    if told is None:
        return None
    bounds = (m for m in around.times_in(told.start(), told.end() + 1) if m.resolved and m.limit in _BOUNDS)
    return next((m.interval for m in bounds if m.interval.end is not None), None)


def _after(day: date, number: int, unit: str) -> date:
    if unit in {"month", "year"}:
        return months_after(day, number * (12 if unit == "year" else 1))
    return day + timedelta(number * (7 if unit == "week" else 1))


def _signed_on(around: Surroundings) -> date | None:
    """The one day on which something was signed, as the document tells it."""
    days: set[date] = set()
    for told in _SIGNED.finditer(around.text):
        start = max(around.text.rfind(mark, 0, told.start()) for mark in (". ", "\n")) + 1
        end = min(at for mark in (". ", ".\n", "\n") if (at := f"{around.text}\n".find(mark, told.end())) >= 0)
        near = [m for m in around.times_in(start, end + 1) if m.interval.precision == "day" and m.limit == _AT]
        if near:
            nearest = min(near, key=lambda m: abs(m.span.start - told.start()))
            days |= {nearest.interval.first_day} if nearest.interval.first_day is not None else set()
    return days.pop() if len(days) == 1 else None
