"""Cited figures against official series: which reading of period, unit and rounding fits, or that none does.

A figure is read as its words say first. Where that does not fit, the readings that careless citing produces
are tried: the fiscal year for the year, the twelve months before, the whole for a part, a short ton for a
tonne, an earlier vintage. What is found says which reading it took.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from onrecord.comparing.amounts import own_bounds, per, point, unit_told
from onrecord.comparing.conversion import NAMES, READ_AS, converted, rounding, told
from onrecord.comparing.measures import alike, measure_of
from onrecord.comparing.pairs import Cited
from onrecord.comparing.series_windows import Window, change_windows, windows
from onrecord.model.identity import fold
from onrecord.model.items import Figure
from onrecord.model.series import CheckedFigure, MeasureRule, Reading, Series
from onrecord.model.times import Interval

LOOSE = 0.25
"""How far above "more than" a value may lie, of it, before the words fit only loosely."""
NEARLY = 0.1
How = Literal["exactly", "rounded", "as a bound", "loosely", "not"]
ORDER: dict[str, int] = {"exactly": 0, "rounded": 1, "as a bound": 2, "loosely": 3, "not": 4}


def check(cited: Cited, series: Iterable[Series], rules: Sequence[MeasureRule] = ()) -> CheckedFigure:
    """What the series say of one cited figure."""
    figure = cited.figure
    concerned = [one for one in series if concerns(one, figure, rules)]
    named = [one for one in concerned if _names(figure, one)]
    concerned = named or concerned
    if not concerned:
        return CheckedFigure(figure=figure, verdict="cannot be checked", reason="no series counts what it counts")
    readings = [reading for one in concerned for reading in _readings(cited, one)]
    if not readings:
        return CheckedFigure(
            figure=figure, verdict="cannot be checked",
            reason=f"{concerned[0].name} has no values for {_period_of(figure)}",
        )  # fmt: skip
    first = readings[0]
    literal = _literal(figure, first)
    if first.fits and literal:
        return CheckedFigure(figure=figure, verdict="fits", reason=_fits(first), readings=tuple(readings))
    best = next((reading for reading in sorted(readings, key=_strength) if reading.fits), None)
    if best is None:
        reason = f"no reading fits; for {first.says} the number would be {_value(first)}"
        return CheckedFigure(figure=figure, verdict="does not fit", reason=reason, readings=tuple(readings))
    said = f"as said ({first.says}) it would be {_value(first)}" if literal else (
        f"the series has no value for {_period_of(figure)} as said")  # fmt: skip
    return CheckedFigure(
        figure=figure, verdict="fits another reading", reason=f"{said}; it fits {_value(best)}, read as {best.says}",
        readings=(best, *(reading for reading in readings if reading is not best)),
    )  # fmt: skip


def _strength(reading: Reading) -> int:
    """Exact and rounded readings before bounds, and those before loose ones."""
    return ORDER[reading.how] // 2


def _literal(figure: Figure, reading: Reading) -> bool:
    """Whether a reading takes the period and unit as the words say."""
    period = figure.period
    if reading.unit != figure.unit:
        return False
    if period is None or period.start is None or period.end is None:
        return True
    return (reading.period.start, reading.period.end) == (period.start[:10], period.end[:10])


def concerns(series: Series, figure: Figure, rules: Sequence[MeasureRule] = ()) -> bool:
    """Whether a series counts what a figure counts, where it counts it."""
    if series.place and figure.place and fold(series.place) != fold(figure.place):
        return False
    changing = figure.kind in {"percent_change", "multiple"}
    unit = series.unit if changing else figure.unit
    aside = f"{figure.place or series.place or ''} {series.party or ''}"
    own = measure_of(figure.measures or "", unit, place=aside, rules=rules)
    counted = measure_of(series.measure, series.unit, place=series.place, rules=rules)
    if figure.kind in {"share", "rank"} and series.unit != "%":
        return False
    like = alike(own, counted, rules)
    if like.likeness == "same":
        return True
    return like.likeness in {"wider", "narrower"} and own.kinds == counted.kinds and not (own.rest - counted.rest)


def _names(figure: Figure, series: Series) -> bool:
    """Whether the figure is told of, or by, the party whose series it is."""
    told_of = f"{figure.measures or ''} {figure.holder.name or ''} {figure.holder.party or ''}"
    return series.party is not None and set(fold(series.party).split()) <= set(fold(told_of).split())


def _readings(cited: Cited, series: Series) -> list[Reading]:
    """Every reading, the one that the words say first; of one value the first only."""
    figure = cited.figure
    found: list[Reading] = []
    if figure.kind in {"percent_change", "multiple"}:
        for window, base in change_windows(cited, series):
            found.append(_change_reading(figure, series, window, base))
    else:
        for window in windows(cited, series, yearly=per(figure, cited.words) == "year"):
            for unit in READ_AS.get(figure.unit, (figure.unit,)):
                reading = _reading(figure, series, window, unit)
                if reading is not None:
                    found.append(reading)
    seen: set[tuple[object, ...]] = set()
    kept = []
    for reading in found:
        key = (reading.value, reading.unit, reading.period.start, reading.period.end, reading.vintage)
        if key not in seen:
            seen.add(key)
            kept.append(reading)
    return kept


def _reading(figure: Figure, series: Series, window: Window, unit: str) -> Reading | None:
    value = converted(window.value, series.unit, unit)
    if value is None:
        value = window.value if _counts_alike(figure.unit, series.unit) else None
    if value is None:
        return None
    says = window.says + ("" if unit == figure.unit else f", in {NAMES.get(unit, unit)}")
    return Reading(
        series=series.id, period=window.period, says=says, unit=unit, value=round(value, 6), how=_how(figure, value),
        provisional=window.provisional, vintage=window.vintage,
        arithmetic=(*window.arithmetic, *_conversion(window.value, series.unit, value, unit)),
    )  # fmt: skip


def _change_reading(figure: Figure, series: Series, window: Window, base: Window) -> Reading:
    ratio = window.value / base.value
    down = figure.basis is not None and figure.basis.relation == "decrease"
    value = ratio if figure.kind == "multiple" else (1 - ratio if down else ratio - 1) * 100
    if figure.kind == "multiple" and down:
        value = ratio
    sign = "" if figure.kind == "multiple" else ", less one" if not down else ", taken from one"
    return Reading(
        series=series.id, period=window.period, says=f"{window.says} against {base.says}", unit=figure.unit,
        value=round(value, 6), how=_how(figure, value), provisional=window.provisional or base.provisional,
        vintage=window.vintage,
        arithmetic=(
            *window.arithmetic, *base.arithmetic,
            f"{told(window.value)} ÷ {told(base.value)}{sign} = {told(round(value, 2))}{unit_told(figure.unit)}",
        ),
    )  # fmt: skip


def _how(figure: Figure, value: float) -> How:
    """How a figure's words fit a value."""
    low, high = figure.low, figure.high
    said = point(figure)
    if said is None:
        return "not"
    reach = rounding(said)
    match figure.modifier:
        case "more_than" | "at_least":
            if low is None or value < low - (reach * 0.02 if figure.modifier == "at_least" else 0):
                return "not"
            return "as a bound" if value <= low * (1 + LOOSE) + reach else "loosely"
        case "less_than" | "at_most":
            if high is None or value > high:
                return "not"
            return "as a bound" if value >= high * (1 - LOOSE) - reach else "loosely"
        case "nearly":
            if said * (1 - NEARLY) <= value <= said:
                return "as a bound"
            return "rounded" if abs(value - said) <= reach else "not"
        case "about":
            if abs(value - said) <= reach:
                return "rounded"
            return "loosely" if abs(value - said) <= NEARLY * abs(said) else "not"
        case "between":
            inside = low is not None and high is not None and low <= value <= high
            return "as a bound" if inside else "not"
        case _:
            if abs(value - said) <= 1e-9 * max(1.0, abs(said)):
                return "exactly"
            lowest, highest = own_bounds(figure)
            return "rounded" if lowest <= value <= highest else "not"


def _counts_alike(unit: str, other: str) -> bool:
    """Whether two counted nouns, or a bare number and a counted noun, may stand for one another."""
    counted = [one for one in (unit, other) if (len(one) == 3 and one.isupper()) or one == "%"]
    return not counted and converted(1, unit, unit) is not None and not _physical(unit) and not _physical(other)


def _physical(unit: str) -> bool:
    from onrecord.language.unittable import pint_name

    return pint_name(unit) is not None


def _conversion(value: float, unit: str, to: float, other: str) -> tuple[str, ...]:
    if unit == other or not _physical(unit):
        return ()
    return (f"{told(value)}{unit_told(unit)} = {told(to)}{unit_told(other)}",)


def _value(reading: Reading) -> str:
    flag = " (provisional)" if reading.provisional else ""
    return f"{told(round(reading.value, 2))}{unit_told(reading.unit)}{flag}"


def _fits(reading: Reading) -> str:
    how = {
        "exactly": "the very number", "rounded": "the number, rounded", "as a bound": "true as a bound",
        "loosely": "true, but only loosely",
    }[reading.how]  # fmt: skip
    return f"{how}: {_value(reading)} for {reading.says}"


def _period_of(figure: Figure) -> str:
    period: Interval | None = figure.period
    return f"“{period.text}”" if period is not None and period.text else "any period that it names"
