"""The chart of a timeline as SVG: a lane a sort, a mark a moment, and room where many fall on one day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from itertools import pairwise
from math import log2

from onrecord.output.chronology import SORTS, Moment, What, called, time_of, words_of
from onrecord.output.painting import harmless
from onrecord.output.sources import Sources

WIDTH, LEFT, RIGHT, TOP = 960, 104, 40, 16
STEP = 13
"""Between marks of one day, and between marks of neighbouring days at least."""
STACK = 9
"""Marks of one day in one lane at most; the last of them then tells how many more there are."""
LABEL = 92
"""Room that the name of a day takes on the scale."""
NAMES: Mapping[What, str] = {"said": "Said", "happened": "Happened", "promised": "Promised", "due": "Due"}
SIGNS: Mapping[What, str] = {"said": "circle", "happened": "square", "promised": "triangle", "due": "diamond"}
"""A shape a sort, so that nothing is told by colour alone."""
_LONGEST = 300
"""Characters of what a mark says of itself."""


def chart(found: Sequence[Moment], sources: Sources) -> str:
    """The SVG of some moments; long stretches in which nothing stands take less room than their days."""
    days = [day_of(moment) for moment in found]
    known = sorted({day for day in days if day is not None})
    if not known:
        return "<p>Nothing here has a day.</p>"
    across = places(known)
    many = Counter((moment.what, day) for moment, day in zip(found, days, strict=True) if day is not None)
    floors, height = _floors(many)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height + 28}" role="img" '
        'aria-label="What was said, happened, was promised and falls due over time">'
    ]
    for sort, y in floors.items():
        parts.append(f'<line class="axis" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT / 2}" y2="{y}"/>')
        parts.append(f'<text x="0" y="{y}">{NAMES[sort]}</text>')
    parts += _scale(known, across, height)
    standing = Counter[tuple[What, date]]()
    for number, (moment, day) in enumerate(zip(found, days, strict=True)):
        if day is None:
            continue
        key = moment.what, day
        standing[key] += 1
        rank = standing[key]
        if rank > STACK or (rank == STACK and many[key] > STACK):
            if rank == STACK:
                parts.append(_more(number, many[key] - STACK + 1, across[day], floors[moment.what]))
            continue
        label = f"{time_of(moment)}: {words_of(moment, sources)}"
        sign = _mark(moment, across[day], floors[moment.what] - STEP * (rank - 1) - STEP / 2)
        parts.append(f'<a href="#moment-{number}"><title>{safe(label[:_LONGEST])}</title>{sign}</a>')
    return "\n".join([*parts, "</svg>"])


def safe(text: str) -> str:
    """Text of sources as text of a page, never as markup."""
    return escape(harmless(text))


def day_of(moment: Moment) -> date | None:
    """The day at which a moment stands."""
    try:
        return date.fromisoformat(moment.start[:10])
    except ValueError:
        return None


def places(days: Sequence[date]) -> Mapping[date, float]:
    """How far to the right each of some days stands, in their order: a gap counts by the logarithm of its days."""
    reached = [0.0]
    for before, after in pairwise(days):
        reached.append(reached[-1] + 1 + log2((after - before).days))
    room = WIDTH - LEFT - RIGHT - LABEL / 2
    scale = room / reached[-1] if reached[-1] else 0.0
    return {day: LEFT + LABEL / 2 + at * scale for day, at in zip(days, reached, strict=True)}


def _floors(many: Mapping[tuple[What, date], int]) -> tuple[dict[What, float], float]:
    """Where each lane's line lies, by how many marks stand on its fullest day, and where the last one ends."""
    most: dict[What, int] = defaultdict(int)
    for (sort, _), number in many.items():
        most[sort] = max(most[sort], min(number, STACK))
    floors: dict[What, float] = {}
    y = float(TOP)
    for sort in SORTS:
        y += STEP * (max(most[sort], 1) + 1)
        floors[sort] = y
    return floors, y + STEP


def _scale(days: Sequence[date], across: Mapping[date, float], height: float) -> list[str]:
    """The names of as many days as have room."""
    parts: list[str] = []
    free = 0.0
    for day in days:
        x = across[day]
        if x - LABEL / 2 < free:
            continue
        parts.append(f'<line class="tick" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{height}"/>')
        parts.append(f'<text x="{x:.1f}" y="{height + 18}" text-anchor="middle">{day.isoformat()}</text>')
        free = x + LABEL / 2
    return parts


def _more(number: int, hidden: int, x: float, floor: float) -> str:
    """The number of those that have no room, which leads to the first of them."""
    y = floor - STEP * (STACK - 1) - 2
    return f'<a href="#moment-{number}"><text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">+{hidden}</text></a>'


def _mark(moment: Moment, x: float, y: float) -> str:
    ahead = " planned" if called(moment) == "planned" else ""
    name = f'class="{moment.what}{ahead}"'
    match SIGNS[moment.what]:
        case "circle":
            return f'<circle {name} cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
        case "square":
            return f'<rect {name} x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"/>'
        case "triangle":
            return f'<path {name} d="M{x:.1f} {y - 6:.1f}l6 11h-12z"/>'
        case _:
            return f'<path {name} d="M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6-6z"/>'
