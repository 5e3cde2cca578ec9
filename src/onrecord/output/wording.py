"""How a person reads it: dates, numbers, amounts and names in words."""

import json
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.language.calendar import MONTH_NAMES, day_written, month_written
from onrecord.language.quantitywords import plural_of
from onrecord.model.findings import DECIDING, WORDS, Review
from onrecord.model.identity import fold
from onrecord.model.items import Figure, Holder, Role, Speaker
from onrecord.model.times import Interval

UNITS = {
    "[lb_av]": "lb", "[oz_av]": "oz", "[ston_av]": "tons", "[mi_i]": "miles", "[ft_i]": "ft", "[in_i]": "in",
    "[yd_i]": "yards", "[acr_us]": "acres",
    "[nmi_i]": "nautical miles", "[kn_i]": "knots",
    "[gal_us]": "gallons", "[bbl_us]": "barrels", "Cel": "°C", "[degF]": "°F", "t": "tonnes", "1": "",
    "a": "years", "mo": "months", "wk": "weeks", "d": "days", "h": "hours", "min": "minutes", "s": "seconds",
    "m2": "m²", "km2": "km²", "m3": "m³", "har": "hectares",
}  # fmt: skip
"""UCUM codes that a person would not write so; other codes and counted nouns are shown as they are."""

CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£"}

MODIFIERS = {
    "about": "about ", "more_than": "more than ", "less_than": "less than ", "at_least": "at least ",
    "at_most": "at most ", "nearly": "nearly ",
}  # fmt: skip

SHORT_CODES = frozenset({"bar", "cal", "min", "mol", "rad"})
UNKNOWN_SPEAKER = "unknown speaker"


def office(role: Role) -> str:
    """An office with whose it is, and from when to when where the record knows."""
    told = role.organisation is None or f" {fold(role.organisation)} " in f" {fold(role.title)} "
    words = role.title + ("" if told else f" of {role.organisation}")
    if role.since and role.until:
        return f"{words}, {role.since} to {role.until}"
    return words + (f", since {role.since}" if role.since else f", until {role.until}" if role.until else "")


def offices(roles: Iterable[Role]) -> list[str]:
    """Each office once, as it is told most fully: "Mayor" is left out beside "mayor of Torvik"."""
    kept: dict[str, str] = {}
    told = list(roles)
    owned = {fold(role.title) for role in told if role.organisation}
    for role in told:
        if role.organisation or role.since or role.until or fold(role.title) not in owned:
            kept.setdefault(fold(office(role)), office(role))
    return list(kept.values())


def when(interval: Interval | None) -> str:
    """A time as a person writes it ("5 October 2023"), or the words of the text where they fix no day."""
    if interval is None:
        return "undated"
    first, last = interval.first_day, interval.last_day
    if first is None or interval.start is None:
        if last is not None:
            return f"until {_day(last)}"
        return f"“{interval.text}” (undated)" if interval.text else "undated"
    clock = interval.start[11:16]
    if interval.precision in {"minute", "hour"} and clock:
        return f"{_day(first)}, {clock}"
    return _stretch(interval, first, last) if last is not None else f"since {_day(first)}"


def corrected(review: Review) -> str:
    """What an edit says that an item should be: the right words in quotes, other fields by their names."""
    changes = review.changes or {}
    if isinstance(words := changes.get(WORDS), str):
        return f"“{words}”"
    told = ((name, value) for name, value in sorted(changes.items()) if name not in DECIDING)
    return ", ".join(f"{name} {value if isinstance(value, str) else json.dumps(value)}" for name, value in told)


def day(interval: Interval | None) -> str:
    """A date for a table's column: the time of `when`, or nothing where it is unknown."""
    return when(interval) if interval and (interval.start or interval.end) else ""


def due_by(deadline: Interval) -> str:
    """A deadline: "Due by 30 April 2025", "Due in June to August 2025"."""
    last = deadline.last_day
    if last is None:
        return f"Due {when(deadline)}"
    if deadline.start is None or deadline.precision in {"day", "hour", "minute"}:
        return f"Due by {_day(last)}"
    return f"Due in {when(deadline)}"


def _stretch(interval: Interval, start: date, last: date) -> str:
    first_of_month, last_of_month = start.day == 1, (last + timedelta(days=1)).day == 1
    match interval.precision:
        case "month" if first_of_month:
            return month_written(start)
        case "year" if first_of_month and start.year == last.year:
            return str(start.year)
        case "quarter":
            return f"quarter {(start.month - 1) // 3 + 1} of {start.year}"
        case "decade":
            return f"the {start.year}s"
    if start >= last:
        return _day(start)
    if first_of_month and last_of_month:
        return _months(start, last)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{_day(last)}"
    return f"{_day(start, last.year)} to {_day(last)}"


def _months(start: date, last: date) -> str:
    if (start.month, last.month) == (1, 12):
        return str(start.year) if start.year == last.year else f"{start.year} to {last.year}"
    if (start.year, start.month) == (last.year, last.month):
        return month_written(start)
    year = "" if start.year == last.year else f" {start.year}"
    return f"{MONTH_NAMES[start.month - 1]}{year} to {month_written(last)}"


def _day(day: date, unless_year: int | None = None) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]}" if day.year == unless_year else day_written(day)


def number(value: float) -> str:
    """A number with thousands set apart, and millions in words where that loses nothing."""
    for size, name in ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")):
        scaled = value / size
        if abs(value) >= size and round(scaled, 2) == scaled:
            return f"{scaled:,.2f}".rstrip("0").rstrip(".") + f" {name}"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0")


def amount(figure: Figure) -> str:
    """The value of a figure with its bounds and unit: "more than 25,500 lb", "70%", "10 to 20 labs"."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return ""
    if low is not None and high is not None and low != high and figure.modifier == "between":
        value = f"{number(low)} to {number(high)}"
    else:
        value = number(_stated(figure))
    return MODIFIERS.get(figure.modifier, "") + _with_unit(value, figure)


def _stated(figure: Figure) -> int | float:
    """The number that was written: the closed bound of an open range, the middle of a rounded one."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        return low if low is not None else high  # type: ignore[return-value]  # one of the two is a number
    if figure.modifier in {"more_than", "at_least"}:
        return low
    if figure.modifier in {"less_than", "at_most", "nearly"}:
        return high
    middle = (low + high) / 2
    return int(middle) if float(middle).is_integer() else middle


def _with_unit(value: str, figure: Figure) -> str:
    unit = figure.unit.strip("{}")
    if unit == "%":
        fell = figure.basis is not None and figure.basis.relation == "decrease"
        change = ("-" if fell else "+") if figure.kind == "percent_change" and not value.startswith("-") else ""
        return f"{change}{value}%"
    if figure.kind == "multiple" and unit == "1":
        return f"{value} times"
    if unit in CURRENCIES:
        return f"{CURRENCIES[unit]}{value}"
    if unit in UNITS or not _is_noun(unit):
        return f"{value} {UNITS.get(unit, unit)}".rstrip()  # a code, never inflected
    return f"{value} {unit if value == '1' else plural_of(unit)}"


def _is_noun(unit: str) -> bool:
    """Whether a unit is a counted noun, "bed", and no code: short codes have no vowel ("kg"), or are these few."""
    short = len(unit) == 3 and unit.islower() and not set("aeiou").isdisjoint(unit) and unit not in SHORT_CODES
    return unit.isalpha() and (len(unit) > 3 or short)


def speaker(who: Speaker) -> str:
    """A speaker's name, or what the text calls an unnamed one."""
    return who.name or who.description or UNKNOWN_SPEAKER


def holder(who: Holder) -> str:
    """Who stands behind a claim or figure; with nobody named it is the report's own account."""
    return who.name or who.party or "the report itself"


def count(number_of: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: "1 document", "1,200 documents"."""
    return f"{number_of:,} {singular if number_of == 1 else plural or singular + 's'}"


def duration(seconds: float) -> str:
    """A stretch of time to wait: "8 seconds", "3 minutes", "2 hours 5 minutes"."""
    whole = round(seconds)
    if whole < 60:
        return count(whole, "second")
    minutes = round(seconds / 60)
    if minutes < 60:
        return count(minutes, "minute")
    hours, rest = divmod(minutes, 60)
    return count(hours, "hour") + (f" {count(rest, 'minute')}" if rest else "")
