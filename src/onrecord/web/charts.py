"""Charts as geometry: numbers in, places on a drawing out; templates draw them as SVG, with their table beside."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from onrecord.language.calendar import MONTH_NAMES
from onrecord.model.findings import Answer

WIDTH = 760
LEFT = 16
RIGHT = 30
LANE = 64
TOP = 18
FOOT = 34
TICKS = 7
"""The most marks of time along an axis."""


class Dot(NamedTuple):
    """What one side answered on one day, on so many claims."""

    day: date
    answer: Answer
    href: str
    claims: int


class Mark(NamedTuple):
    """A dot on the drawing."""

    x: float
    y: float
    dot: Dot


class Lane(NamedTuple):
    """A side's line: its name, where it stands, its marks, and the stretches between them with their answer."""

    name: str
    y: float
    marks: tuple[Mark, ...]
    stretches: tuple[tuple[float, float, Answer], ...]


class Tick(NamedTuple):
    """A mark of time under the chart."""

    x: float
    label: str


class Chart(NamedTuple):
    """A drawing of lanes over time."""

    width: int
    height: int
    left: int
    right: int
    bottom: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


def lanes(sides: Sequence[tuple[str, Sequence[Dot]]]) -> Chart | None:
    """The answers of sides over time; `None` where no day is known."""
    days = [dot.day for _, dots in sides for dot in dots]
    if not days:
        return None
    ticks, place = axis(min(days), max(days), LEFT + 40, WIDTH - RIGHT - 30)
    drawn = []
    for number, (name, dots) in enumerate(sides):
        y = TOP + LANE * (number + 0.5)
        marks = tuple(Mark(place(dot.day), y, dot) for dot in sorted(dots, key=lambda dot: dot.day))
        drawn.append(Lane(name, y, _apart(marks), _stretches(marks)))
    bottom = TOP + LANE * len(sides)
    return Chart(WIDTH, bottom + FOOT, LEFT, WIDTH - RIGHT, bottom, tuple(drawn), tuple(ticks))


def axis(first: date, last: date, left: float, right: float) -> tuple[list[Tick], Callable[[date], float]]:
    """Ticks between two days, and where a day stands between two edges."""
    span = (last - first).days
    if span == 0:
        middle = (left + right) / 2
        return [Tick(middle, f"{first.day} {MONTH_NAMES[first.month - 1][:3]} {first.year}")], lambda _: middle

    def place(day: date) -> float:
        return round(left + (right - left) * (day - first).days / span, 1)

    return [Tick(place(day), label) for day, label in _ticks(first, last)], place


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Years, months or days, whichever gives a few."""
    years = [date(year, 1, 1) for year in range(first.year, last.year + 2)]
    years = [day for day in years if first <= day <= last]
    if len(years) >= 3:
        step = -(-len(years) // TICKS)
        return [(day, str(day.year)) for day in years if day.year % step == 0 or step == 1]
    months = [day for day in _months(first, last) if first <= day <= last]
    if len(months) >= 2:
        step = -(-len(months) // TICKS)
        chosen = months[::step]
        return [(day, f"{MONTH_NAMES[day.month - 1][:3]} {day.year}") for day in chosen]
    step = max(1, -(-(last - first).days // (TICKS - 1)))
    days = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, step)]
    return [(day, f"{day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}") for day in days]


def _months(first: date, last: date) -> Iterable[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield date(year, month, 1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Marks of one place set beneath each other, so that none hides another."""
    placed: list[Mark] = []
    for mark in marks:
        near = sum(1 for other in placed if abs(other.x - mark.x) < 14)
        placed.append(mark._replace(y=mark.y + (0, -13, 13)[near % 3]))
    return tuple(placed)


def _stretches(marks: Sequence[Mark]) -> tuple[tuple[float, float, Answer], ...]:
    return tuple((one.x, other.x, one.dot.answer) for one, other in pairwise(marks) if other.x > one.x)
