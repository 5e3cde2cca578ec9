"""Figure mismatch: two amounts of one thing, at one place, over one period, that cannot both be right."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.comparing.words import stems
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Figure
from onrecord.model.spans import Evidence, words_of

if TYPE_CHECKING:
    from pint import UnitRegistry

METHOD = "bounds"
VERSION = "figures/2"

SCORE = 0.85
PLACE_UNSAID = 0.15
"""What the score loses where neither figure names a place and only the document they share holds them together."""

APPROXIMATE = 0.1
"""How far "about" reaches to either side."""

SETTLED_DAYS = 30
"""A count of a period that ended more recently than this before publication may still be growing."""

MOST_FIGURES = 64
"""Figures compared under one key, one for each holder and value, smallest ids first."""

FEWEST_STEMS = 2

_UCUM = {
    "[lb_av]": "pound", "[oz_av]": "ounce", "[ton_av]": "US_ton", "[mi_i]": "mile", "[ft_i]": "foot", "[in_i]": "inch",
    "[acr_us]": "acre", "[gal_us]": "gallon", "[bbl_us]": "oil_barrel", "Cel": "degC", "[degF]": "degF", "t": "tonne",
    "a": "year", "mo": "month", "wk": "week", "d": "day", "h": "hour", "min": "minute", "s": "second", "har": "hectare",
    "m2": "m**2", "km2": "km**2", "m3": "m**3", "kg": "kg", "g": "g", "mg": "mg", "km": "km", "m": "m", "cm": "cm",
    "L": "liter", "l": "liter", "MW": "MW", "GW": "GW", "kW": "kW", "kW.h": "kWh", "MW.h": "MWh", "GW.h": "GWh",
    "km/h": "km/hour", "[mi_i]/h": "mile/hour",
}  # fmt: skip
"""UCUM codes as pint names them; any other unit is a counted noun or a currency and equals only itself."""

_OVERLAPPING_KINDS = frozenset({"absolute", "rate", "share"})


def figure_keys(figure: Figure) -> tuple[str, ...]:
    """The one key under which figures are comparable, or nothing where measure, period or place leave it open.

    Without a place only figures of one document meet, since "deaths in 2023" means another thing elsewhere.
    """
    period = figure.period
    if figure.kind not in _OVERLAPPING_KINDS or figure.measures is None or period is None:
        return ()
    if period.start is None or period.end is None or (figure.low is None and figure.high is None):
        return ()
    unit, _ = base_unit(figure.unit)
    counted = sorted(set(stems(figure.measures)) - set(stems(figure.place or "")))
    if len(_common_nouns(figure)) < FEWEST_STEMS:
        return ()
    basis = figure.basis
    against = (basis.relation, fold(basis.of or "")) if basis else ("", "")
    where = fold(figure.place) if figure.place else figure.document
    return ("|".join((figure.kind, unit, " ".join(counted), where, period.start, period.end, *against)),)


def figure_mismatches(figures: Sequence[Figure], document: Callable[[str], Document]) -> tuple[Finding, ...]:
    """Every two figures under one key whose bounds leave no common value, one finding for each two holders."""
    apart: dict[tuple[object, ...], Finding] = {}
    chosen = _distinct(figures)
    for index, one in enumerate(chosen):
        for other in chosen[index + 1 :]:
            found = _mismatch(one, other, document)
            if found is not None:
                apart.setdefault((*sorted((_holder(one), _holder(other))), one.low, other.low), found)
    return tuple(sorted(apart.values(), key=lambda finding: finding.id))


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value a figure allows, in its base unit, rounding and "about" allowed for."""
    _, factor = base_unit(figure.unit)
    low = -math.inf if figure.low is None else figure.low - _rounding(figure.low)
    high = math.inf if figure.high is None else figure.high + _rounding(figure.high)
    if figure.modifier in {"about", "nearly"}:
        low, high = low - abs(low) * APPROXIMATE, high + abs(high) * APPROXIMATE
    return low * factor, high * factor


@lru_cache(maxsize=1024)
def base_unit(unit: str) -> tuple[str, float]:
    """A unit's base ("kilogram" for pounds) and how many of it one is; a counted noun is its own base."""
    name = _UCUM.get(unit)
    if name is None or name.startswith("deg"):
        return unit, 1.0
    quantity = _units().Quantity(1, name).to_base_units()
    return str(quantity.units), float(quantity.magnitude)


def _common_nouns(figure: Figure) -> set[str]:
    """The stems of what is measured and counted, without names: a name alone says whose, not what."""
    words = f"{figure.measures or ''} {figure.unit if base_unit(figure.unit)[0] == figure.unit else ''}".split()
    return {word for plain in words if not plain[:1].isupper() for word in stems(plain)}


def _mismatch(one: Figure, other: Figure, document: Callable[[str], Document]) -> Finding | None:
    (low, high), (least, most) = bounds(one), bounds(other)
    if low <= most and least <= high:
        return None
    if not (_settled(one, document) and _settled(other, document)):
        return None
    if one.document == other.document and _holder(one) == _holder(other):
        return None  # one voice that gives two amounts in one text means two things
    ordered = sorted((one, other), key=lambda figure: figure.id)
    items = tuple(figure.id for figure in ordered)
    words = tuple(words_of(document(figure.document).text, figure.spans) for figure in ordered)
    return Finding(
        id=content_id("finding", "figure_mismatch", sorted(items)),
        kind="figure_mismatch",
        items=items,
        evidence=tuple(Evidence(document=figure.document, spans=figure.spans) for figure in ordered),
        question=None,
        same_speaker=_holder(one) == _holder(other),
        checks=Checks(
            time="agree",
            place="agree" if one.place else "unknown",
            referent="agree",
            measure="agree",
            modality="agree",
        ),
        reason=_reason(ordered, words, document),
        clash=words,
        score=round((SCORE - (0 if one.place else PLACE_UNSAID)) * min(one.score, other.score), 3),
        method=METHOD,
        version=VERSION,
    )


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in sorted(figures, key=lambda f: f.id):
        kept.setdefault((_holder(figure), figure.low, figure.high, figure.unit), figure)
    return list(kept.values())[:MOST_FIGURES]


def _settled(figure: Figure, document: Callable[[str], Document]) -> bool:
    """Whether the period lay well behind the publication, so that the count was closed."""
    published = document(figure.document).published
    if published is None or published.first_day is None or figure.period is None or figure.period.end is None:
        return False
    return (published.first_day - date.fromisoformat(figure.period.end[:10])).days >= SETTLED_DAYS


def _rounding(value: float) -> float:
    """Half of the last digit that a number as written carries: 50,000 for 1,700,000, a half for 23."""
    if value == 0:
        return 0.0
    text = f"{abs(value):.6f}".rstrip("0")
    if not text.endswith("."):
        return float(0.5 * 10 ** -(len(text) - text.index(".") - 1))
    whole = text[:-1]
    return float(0.5 * 10 ** (len(whole) - len(whole.rstrip("0"))))


def _holder(figure: Figure) -> str:
    holder = figure.holder
    return fold(holder.name or holder.party or holder.entity or f"report {figure.document}")


def _reason(figures: Sequence[Figure], words: Sequence[str], document: Callable[[str], Document]) -> str:
    told = []
    for figure, said in zip(figures, words, strict=True):
        holder = figure.holder.name or figure.holder.party or document(figure.document).outlet or "one report"
        told.append(f"{holder} gives “{said}”")
    first = figures[0]
    place = f" in {first.place}" if first.place else ""
    period = f" for {first.period.text}" if first.period and first.period.text else ""
    return f"{told[0]} and {told[1]} for {first.measures}{place}{period}: the two leave no value in common."


@lru_cache(maxsize=1)
def _units() -> "UnitRegistry[float]":
    from pint import UnitRegistry

    return UnitRegistry()


def by_key(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Figures grouped by the key they are comparable under."""
    grouped: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in figure_keys(figure):
            grouped[key].append(figure)
    return grouped
