"""Units on one basis: what a UCUM code's base unit is, conversions by Pint, and how far a written number reaches."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.unittable import pint_name

if TYPE_CHECKING:
    from pint import UnitRegistry

READ_AS = {"[ston_av]": ("[ston_av]", "t", "[lton_av]"), "t": ("t", "[ston_av]")}
"""Units whose name leaves open which is meant: a "ton" is of 2,000 pounds, metric, or of 2,240 pounds."""
NAMES = {"[ston_av]": "short tons", "t": "tonnes", "[lton_av]": "long tons", "[lb_av]": "pounds", "kg": "kilograms"}


@lru_cache(maxsize=1)
def units() -> "UnitRegistry[float]":
    """Pint's registry, made once."""
    from pint import UnitRegistry

    return UnitRegistry()


@lru_cache(maxsize=1024)
def base_unit(unit: str) -> tuple[str, float]:
    """A unit's base ("kilogram" for pounds) and how many of it one is; a counted noun is its own base."""
    name = pint_name(unit)
    if name is None or "deg" in name or unit in {"Cel", "[degF]"}:
        return unit, 1.0
    quantity = units().Quantity(1, name).to_base_units()
    return str(quantity.units), float(quantity.magnitude)


def converted(value: float, unit: str, to: str) -> float | None:
    """A value in another unit; nothing where the two do not measure one thing, or it is past all numbers."""
    if unit == to:
        return value
    one, other = pint_name(unit), pint_name(to)
    if one is None or other is None:
        return None
    quantity = units().Quantity(value, one)
    if not quantity.check(units().Quantity(1, other).dimensionality):
        return None
    made = float(quantity.to(other).magnitude)
    return made if math.isfinite(made) else None


def rounding(value: float) -> float:
    """Half of the last digit that a number as written carries: 50,000 for 1,700,000, a half for 23."""
    if value == 0:
        return 0.0
    text = f"{abs(value):.6f}".rstrip("0")
    if not text.endswith("."):
        return float(0.5 * 10 ** -(len(text) - text.index(".") - 1))
    whole = text[:-1]
    return float(0.5 * 10 ** (len(whole) - len(whole.rstrip("0"))))


def told(value: float) -> str:
    """A number as a person reads it."""
    if value == int(value) and abs(value) < 10**15:
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 100 else f"{value:,.1f}"
