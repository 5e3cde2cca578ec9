"""The timeline as one page: an SVG chart with a lane a sort, and the table behind it. No script, nothing fetched."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from onrecord.output.chronology import SORTS, Moment, called, shown_id, time_of, words_of
from onrecord.output.painting import harmless
from onrecord.output.sources import Sources

WIDTH, LANE, LEFT, RIGHT, TOP = 960, 44, 96, 16, 12
TICKS = 8
NAMES = {"said": "Said", "happened": "Happened", "promised": "Promised", "due": "Due"}
SIGNS = {"said": "circle", "happened": "square", "promised": "triangle", "due": "diamond"}
"""A shape a sort, so that nothing is told by colour alone."""
STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:62rem;padding:0 1rem;color:#1a1a1a;background:#fff}
svg{width:100%;height:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;
padding:.3rem .6rem;border-bottom:1px solid #ccc}.said{fill:#1f5fa8}.happened{fill:#3b3b3b}.promised{fill:#7a4a00}
.due{fill:#a3161f}.axis{stroke:#888;stroke-width:1}text{font:13px system-ui,sans-serif;fill:#1a1a1a}
@media print{body{margin:0}}
"""


def page(found: Iterable[Moment], sources: Sources, *, title: str = "Timeline") -> str:
    """The page of some moments, in their order."""
    listed = list(found)
    rows = "\n".join(_row(number, moment, sources) for number, moment in enumerate(listed))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{_safe(title)}</title><style>{STYLE}</style></head>
<body><h1>{_safe(title)}</h1>
<p>{len(listed)} moments. Each mark of the chart leads to its row in the table.</p>
{chart(listed, sources)}
<table><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Words</th>
<th scope="col">Source</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def chart(found: Sequence[Moment], sources: Sources) -> str:
    """The SVG: a lane a sort, a mark a moment, a scale of days; nothing where nothing has a day."""
    days = [day for moment in found if (day := _day(moment)) is not None]
    if not days:
        return "<p>Nothing here has a day.</p>"
    first, last = min(days), max(days)
    height = TOP + LANE * len(SORTS) + 32
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" '
        'aria-label="What was said, happened, was promised and falls due over time">'
    ]
    for lane, sort in enumerate(SORTS):
        y = TOP + LANE * lane + LANE // 2
        parts.append(f'<line class="axis" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>')
        parts.append(f'<text x="0" y="{y + 4}">{NAMES[sort]}</text>')
    for step in range(TICKS + 1):
        day = date.fromordinal(first.toordinal() + round((last - first).days * step / TICKS))
        x = _x(day, first, last)
        if step == 0 or day != date.fromordinal(first.toordinal() + round((last - first).days * (step - 1) / TICKS)):
            parts.append(f'<text x="{x:.1f}" y="{height - 8}" text-anchor="middle">{day.isoformat()}</text>')
    for number, moment in enumerate(found):
        day = _day(moment)
        if day is not None:
            y = TOP + LANE * SORTS.index(moment.what) + LANE // 2
            label = f"{time_of(moment)}: {words_of(moment, sources)}"
            parts.append(
                f'<a href="#moment-{number}"><title>{_safe(label[:300])}</title>'
                f"{_mark(moment.what, _x(day, first, last), y)}</a>"
            )
    return "\n".join([*parts, "</svg>"])


def _row(number: int, moment: Moment, sources: Sources) -> str:
    documents = dict.fromkeys(evidence.document for evidence in moment.evidence)
    told = "; ".join(f"{sources.name(document)}" for document in documents)
    return (
        f'<tr id="moment-{number}"><td>{_safe(time_of(moment))}</td><td>{called(moment).capitalize()}</td>'
        f"<td>{_safe(words_of(moment, sources))}</td>"
        f"<td>{_safe(told)}<br/><code>{_safe(shown_id(moment))}</code></td></tr>"
    )


def _mark(sort: str, x: float, y: float) -> str:
    match SIGNS[sort]:
        case "circle":
            return f'<circle class="{sort}" cx="{x:.1f}" cy="{y}" r="5"/>'
        case "square":
            return f'<rect class="{sort}" x="{x - 5:.1f}" y="{y - 5}" width="10" height="10"/>'
        case "triangle":
            return f'<path class="{sort}" d="M{x:.1f} {y - 6}l6 11h-12z"/>'
        case _:
            return f'<path class="{sort}" d="M{x:.1f} {y - 7}l7 7l-7 7l-7-7z"/>'


def _x(day: date, first: date, last: date) -> float:
    length = max((last - first).days, 1)
    return LEFT + 30 + (WIDTH - LEFT - RIGHT - 60) * (day - first).days / length


def _day(moment: Moment) -> date | None:
    try:
        return date.fromisoformat(moment.start[:10])
    except ValueError:
        return None


def _safe(text: str) -> str:
    """Text of sources as text of a page, never as markup."""
    return escape(harmless(text))
