"""Figures over time as geometry: a mark a figure, a bar where it gives bounds, a shape a holder."""

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onrecord.output.wording import number
from onrecord.web.charts import Tick, axis

WIDTH = 900
HEIGHT = 320
LEFT = 90
RIGHT = 30
TOP = 20
BOTTOM = 270
SHAPES = 5
"""Holders told apart by a shape of their own; the rest share the last."""


class Point(NamedTuple):
    """A figure on a day, with its bounds as far as they are known."""

    day: date
    low: float | None
    high: float | None
    holder: str
    label: str
    href: str


class Drawn(NamedTuple):
    """A point on the drawing; `top` and `foot` are the ends of its bar."""

    x: float
    y: float
    top: float
    foot: float
    shape: int
    point: Point


class Scatter(NamedTuple):
    """A drawing of figures over time."""

    width: int
    height: int
    left: int
    right: int
    bottom: int
    points: tuple[Drawn, ...]
    across: tuple[Tick, ...]
    up: tuple[tuple[float, str], ...]
    holders: tuple[tuple[int, str], ...]


def scatter(points: Sequence[Point]) -> Scatter | None:
    """The points over time from zero up; `None` where fewer than two can be drawn."""
    known = [point for point in points if _middle(point) is not None]
    if len(known) < 2:
        return None
    highest = max(max(point.high or 0, point.low or 0, 0) for point in known)
    lowest = min(0, *(min(point.low or 0, point.high or 0) for point in known))
    steps = _steps(lowest, highest)
    first, last = steps[0], steps[-1]

    def up(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * (value - first) / ((last - first) or 1), 1)

    ticks, across = axis(min(p.day for p in known), max(p.day for p in known), LEFT + 20, WIDTH - RIGHT)
    names = list(dict.fromkeys(point.holder for point in known))
    shapes = {name: min(number, SHAPES - 1) for number, name in enumerate(names)}
    drawn = tuple(
        Drawn(
            across(point.day), up(_middle(point) or 0), up(point.high if point.high is not None else last),
            up(point.low if point.low is not None else max(first, 0)), shapes[point.holder], point,
        )
        for point in known
    )  # fmt: skip
    kept = [(shape, name) for name, shape in shapes.items() if shape < SHAPES - 1]
    rest = [name for name, shape in shapes.items() if shape == SHAPES - 1]
    legend = (*kept, *([(SHAPES - 1, rest[0] if len(rest) == 1 else f"{len(rest)} others")] if rest else []))
    return Scatter(
        WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, BOTTOM, drawn, tuple(ticks),
        tuple((up(step), number(step)) for step in steps), tuple(legend),
    )  # fmt: skip


def _middle(point: Point) -> float | None:
    if point.low is None or point.high is None:
        return point.low if point.low is not None else point.high
    return (point.low + point.high) / 2


def _steps(lowest: float, highest: float) -> list[float]:
    """Round values from below the lowest to above the highest, some five of them."""
    span = (highest - lowest) or 1
    size = 10 ** math.floor(math.log10(span / 4)) if math.isfinite(span) else 1
    step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= 5)
    start = math.floor(lowest / step)
    return [round(step * n, 10) for n in range(start, math.ceil(highest / step) + 1)] or [0.0, step]
