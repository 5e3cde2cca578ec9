"""A quantity as found in text."""

from typing import Literal

import msgspec

from onrecord.model.items import FigureKind, Modifier
from onrecord.model.spans import Span

QuantitySort = Literal[
    "money", "measure", "percent", "fraction", "multiple", "count", "number", "duration", "age", "member"
]
"""What sort of quantity: `member` is the "one" of "one of the ministers", `number` counts nothing named."""


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity as written.

    `span` takes in modifier, number, unit or counted noun; `number` the number with its sign and scale.
    `low` and `high` bound the value as the modifier says, an open bound is `None`; `value` bounds leave the
    modifier aside. `unit` is a UCUM or ISO 4217 code, "%", a counted noun's singular, or "1". `noun` is the
    noun phrase counted and `per` what a rate is over ("a", "person"). `rise` is the direction of a change.
    """

    span: Span
    number: Span
    low: int | float | None
    high: int | float | None
    value: tuple[int | float, int | float]
    modifier: Modifier
    unit: str
    sort: QuantitySort
    kind: FigureKind
    noun: Span | None = None
    unit_span: Span | None = None
    per: str | None = None
    rise: bool | None = None
