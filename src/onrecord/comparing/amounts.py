"""The values that a figure allows: its bounds with rounding, "about" and "nearly", and per what it is."""

import math
import re

from onrecord.comparing.conversion import base_unit, converted, rounding, told
from onrecord.language.quantitywords import plural_of
from onrecord.language.unittable import pint_name
from onrecord.model.items import Figure

APPROXIMATE = 0.1
"""How far "about" reaches to either side, and "nearly" below."""
_PER = re.compile(
    r"\b(?:an?|per|each|every)\s(day|week|month|quarter|year)\b|\b(daily|weekly|monthly|annual|yearly)", re.IGNORECASE
)
_TIMES = {"daily": "day", "weekly": "week", "monthly": "month", "annual": "year", "yearly": "year"}


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value a figure allows, in its base unit, rounding and "about" allowed for."""
    _, factor = base_unit(figure.unit)
    low, high = own_bounds(figure)
    return low * factor, high * factor


def own_bounds(figure: Figure) -> tuple[float, float]:
    """The same in the figure's own unit."""
    low = -math.inf if figure.low is None else figure.low - rounding(figure.low)
    high = math.inf if figure.high is None else figure.high + rounding(figure.high)
    if figure.modifier in {"more_than", "at_least"} and figure.low is not None:
        low = float(figure.low)
    if figure.modifier in {"less_than", "at_most"} and figure.high is not None:
        high = float(figure.high)
    if figure.modifier == "about":
        low, high = low - abs(low) * APPROXIMATE, high + abs(high) * APPROXIMATE
    if figure.modifier == "nearly":
        low = low - abs(low) * APPROXIMATE
    return low, high


def may_be_one(one: Figure, other: Figure) -> bool:
    """Whether two figures of one dimension leave a common value."""
    (low, high), (least, most) = bounds(one), bounds(other)
    return low <= most and least <= high


def point(figure: Figure) -> float | None:
    """The one value that a figure names, whichever way it is bounded."""
    if figure.low is not None and figure.high is not None:
        return (figure.low + figure.high) / 2
    return figure.low if figure.low is not None else figure.high


def per(figure: Figure, words: str) -> str | None:
    """What a rate is over ("year"), by its words."""
    if figure.kind != "rate":
        return None
    match = _PER.search(words)
    return None if match is None else (match[1] or _TIMES[match[2].lower()]).lower()


def span_told(low: float, high: float, unit: str) -> str:
    """A range as a person reads it: "25,500 pounds or more", "96,390 to 117,790"."""
    name = unit_told(unit)
    if low == -math.inf:
        return f"{told(high)}{name} or less"
    if high == math.inf:
        return f"{told(low)}{name} or more"
    return f"{told(low)}{name}" if low == high else f"{told(low)} to {told(high)}{name}"


def unit_told(unit: str) -> str:
    """A unit after a number: " pounds", " %", nothing for a bare number."""
    from onrecord.language.unittable import unit_names

    if unit == "1":
        return ""
    if unit == "%":
        return " %"
    name = unit_names(unit)[0]
    if len(unit) == 3 and unit.isupper():
        return f" {unit}"
    return f" {plural_of(name)}"


def arithmetic_of(figure: Figure, words: str) -> str:
    """How a figure's words become bounds: "“nearly 2 tons”: 1.8 to 2.0 tons"."""
    low, high = own_bounds(figure)
    return f"“{words}” allows {span_told(low, high, figure.unit)}"


def in_unit(figure: Figure, unit: str) -> tuple[float, float] | None:
    """A figure's bounds in another unit; one counted noun stands for another, measures being looked at elsewhere."""
    low, high = own_bounds(figure)
    ends = []
    for end in (low, high):
        as_is = math.isinf(end) or (is_counted(figure.unit) and is_counted(unit))
        value = end if as_is else converted(end, figure.unit, unit)
        if value is None:
            return None
        ends.append(value)
    return ends[0], ends[1]


def is_counted(unit: str) -> bool:
    """Whether a unit is a counted noun or a bare number."""
    return unit != "%" and not (len(unit) == 3 and unit.isupper()) and pint_name(unit) is None
