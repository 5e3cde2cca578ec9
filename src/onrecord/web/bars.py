"""Documents by month or year as bars: each a link into its time."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.language.calendar import MONTH_NAMES

WIDTH = 900
HEIGHT = 120
FOOT = 26
MOST = 48
"""Bars that can be told apart and touched; with more months than that, years are drawn."""


class Bar(NamedTuple):
    """A stretch of time and how many documents it has."""

    x: float
    y: float
    width: float
    height: float
    at: str
    label: str
    documents: int
    chosen: bool
    tick: str


class Bars(NamedTuple):
    """The drawing."""

    width: int
    height: int
    bottom: int
    bars: tuple[Bar, ...]


def bars(months: Sequence[tuple[str, int]], chosen: str) -> Bars | None:
    """A bar a month, or a year where there are many months; of the chosen year its months."""
    year = chosen[:4]
    shown = [(month, number) for month, number in months if month.startswith(year)] if year else list(months)
    counted: dict[str, int] = dict(shown)
    every = _every_month(shown)
    if len(every) > MOST:
        years: Counter[str] = Counter()
        for month, number in shown:
            years[month[:4]] += number
        counted, every = dict(years), sorted(years)
    if not every:
        return None
    highest = max(counted.values())
    step = WIDTH / len(every)
    room = HEIGHT - FOOT - 8
    every_nth = max(1, -(-len(every) * 62 // WIDTH))
    made = []
    for place, at in enumerate(every):
        count = counted.get(at, 0)
        height = round(max(room * count / highest, 3 if count else 0), 1)
        month = "" if len(at) == 4 else MONTH_NAMES[int(at[5:7]) - 1]
        label = f"{month} {at[:4]}".strip()
        tick = f"{month[:3]} {at[:4]}".strip() if place % every_nth == 0 else ""
        x, wide = round(place * step + 1, 1), round(max(step - 2, 2), 1)
        is_chosen = len(chosen) > 4 and at.startswith(chosen[:7])
        made.append(Bar(x, round(HEIGHT - FOOT - height, 1), wide, height, at, label, count, is_chosen, tick))
    return Bars(WIDTH, HEIGHT, HEIGHT - FOOT, tuple(made))


def _every_month(shown: Sequence[tuple[str, int]]) -> list[str]:
    """All months from the first to the last, those without a document too."""
    if not shown:
        return []
    (first, _), (last, _) = shown[0], shown[-1]
    year, month = int(first[:4]), int(first[5:7] or 1)
    found: list[str] = []
    while f"{year:04}-{month:02}" <= last and len(found) <= 12 * 60:
        found.append(f"{year:04}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
