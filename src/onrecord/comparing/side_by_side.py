"""Two parties' series of one measure on one basis: one unit, one calendar; and what could not be brought together."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.comparing.amounts import unit_told
from onrecord.comparing.conversion import converted, told
from onrecord.comparing.measures import alike, measure_of
from onrecord.comparing.series_windows import Window, value_of
from onrecord.language.unittable import pint_name
from onrecord.model.identity import fold
from onrecord.model.series import MeasureRule, Series
from onrecord.model.times import Interval

MOST_NAMED = 6
"""Periods named one by one; further ones are counted."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch with both values in one unit, and the second as a multiple of the first."""

    period: Interval
    one: float
    other: float
    ratio: float | None
    provisional: bool
    arithmetic: tuple[str, ...] = ()


class SideBySide(msgspec.Struct, frozen=True, kw_only=True):
    """Two series on one basis. `apart` says in sentences what could not be brought together."""

    one: Series
    other: Series
    unit: str
    rows: tuple[Row, ...]
    apart: tuple[str, ...]


def side_by_side(one: Series, other: Series, rules: Sequence[MeasureRule] = ()) -> SideBySide:
    """Lay two series beside each other."""
    apart = [*_differences(one, other, rules)]
    factor = _factor(one, other)
    if factor is None:
        apart.append(f"{other.name} is in{unit_told(other.unit)} and {one.name} in{unit_told(one.unit)}: "
                     "neither converts into the other")  # fmt: skip
        return SideBySide(one=one, other=other, unit=one.unit, rows=(), apart=tuple(apart))
    rows, lacking = _rows(one, other, factor)
    apart += _lacking(one, other, lacking, any_row=bool(rows))
    return SideBySide(one=one, other=other, unit=one.unit, rows=tuple(rows), apart=tuple(apart))


def _rows(one: Series, other: Series, factor: float) -> tuple[list[Row], list[tuple[str, Series]]]:
    rows: list[Row] = []
    lacking: list[tuple[str, Series]] = []
    for start, end, text in _stretches(one, other):
        mine, theirs = value_of(one, start, end, text, None), value_of(other, start, end, text, None)
        if mine is None or theirs is None:
            lacking.append((text, one if mine is None else other))
            continue
        rows.append(_row(mine, theirs, one, other, factor))
    return rows, lacking


def _row(mine: Window, theirs: Window, one: Series, other: Series, factor: float) -> Row:
    value = round(theirs.value * factor, 6)
    sums = [*mine.arithmetic, *theirs.arithmetic]
    if factor != 1:
        sums.append(f"{told(theirs.value)}{unit_told(other.unit)} = {told(value)}{unit_told(one.unit)}")
    return Row(
        period=mine.period, one=mine.value, other=value, ratio=round(value / mine.value, 6) if mine.value else None,
        provisional=mine.provisional or theirs.provisional, arithmetic=tuple(sums),
    )  # fmt: skip


def _stretches(one: Series, other: Series) -> list[tuple[date, date, str]]:
    """The periods of whichever series has the longer ones: what the other's periods may add up to."""
    coarse = max((one, other), key=_days)
    found = {
        (o.start, o.end): (date.fromisoformat(o.start), date.fromisoformat(o.end), o.text) for o in coarse.observations
    }
    return [found[key] for key in sorted(found)]


def _days(series: Series) -> int:
    first = series.observations[0]
    return (date.fromisoformat(first.end) - date.fromisoformat(first.start)).days


def _factor(one: Series, other: Series) -> float | None:
    """By what the other's values come into the first's unit."""
    if one.unit == other.unit:
        return 1.0
    factor = converted(1.0, other.unit, one.unit)
    if factor is not None:
        return factor
    counted = pint_name(one.unit) is None and pint_name(other.unit) is None
    money = any(len(unit) == 3 and unit.isupper() for unit in (one.unit, other.unit))
    like = alike(measure_of("", one.unit), measure_of("", other.unit))
    bare = "1" in {one.unit, other.unit}
    return 1.0 if counted and not money and (like.likeness == "same" or bare) else None


def _differences(one: Series, other: Series, rules: Sequence[MeasureRule]) -> list[str]:
    found = []
    like = alike(
        measure_of(one.measure, one.unit, place=one.place, rules=rules),
        measure_of(other.measure, other.unit, place=other.place, rules=rules), rules,
    )  # fmt: skip
    if like.likeness != "same":
        found.append(f"They may not count the same: {like.reason}")
    if one.place and other.place and fold(one.place) != fold(other.place):
        found.append(f"{one.name} is about {one.place}, {other.name} about {other.place}")
    elif bool(one.place) != bool(other.place):
        silent = other if one.place else one
        found.append(f"{silent.name} does not say which place it is about")
    return found


def _lacking(one: Series, other: Series, lacking: list[tuple[str, Series]], *, any_row: bool) -> list[str]:
    whole = {one.frequency, other.frequency} <= {"year", "fiscal_year", "rolling_year", "half"}
    if lacking and not any_row and whole:
        return [
            f"No period of one can be made up of the other's: {one.name} counts {_calendar(one)}, "
            f"{other.name} {_calendar(other)}"
        ]
    found = []
    for series in (one, other):
        periods = [text for text, lacks in lacking if lacks is series]
        if periods:
            more = f" and {len(periods) - MOST_NAMED} more" if len(periods) > MOST_NAMED else ""
            found.append(f"{series.name} has no whole value for {', '.join(periods[:MOST_NAMED])}{more}")
    return found


def _calendar(series: Series) -> str:
    names = {"day": "days", "month": "months", "quarter": "quarters", "half": "half-years", "year": "calendar years",
             "rolling_year": "12 months ending each month"}  # fmt: skip
    if series.frequency == "fiscal_year":
        return f"fiscal years from month {series.year_starts}"
    return names[series.frequency]
