"""Two series on one basis as a chart: a standalone SVG, readable without colour, with its table told in words."""

from html import escape

from onrecord.comparing.amounts import unit_told
from onrecord.comparing.conversion import told
from onrecord.comparing.side_by_side import SideBySide

WIDTH, HEIGHT = 860, 420
LEFT, RIGHT, TOP, BOTTOM = 86, 20, 64, 62
LINES = 5
MOST_LABELS = 12
FILLS = ("#2f6db5", "#d98324")
PATTERN = (
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#ffffff" fill-opacity="0.35"/><line x1="0" y1="0" x2="0" y2="6" stroke="#ffffff"'
    ' stroke-width="2"/></pattern>'
)


def chart(laid: SideBySide) -> str:
    """The SVG. Provisional values are hatched; the second series' bars are outlined as well as coloured."""
    title = f"{laid.one.name} and {laid.other.name},{unit_told(laid.unit) or ' numbers'}"
    told_rows = "; ".join(
        f"{row.period.text}: {told(round(row.one, 1))} and {told(round(row.other, 1))}" for row in laid.rows[:24]
    )
    top = _round_up(max((max(row.one, row.other) for row in laid.rows), default=1))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d"'
        ' font-family="sans-serif" font-size="12">',
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(told_rows or "No period in common.")}</desc>',
        f"<defs>{PATTERN}</defs>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(title)}</text>',
        *_legend(laid),
        *_grid(top),
        *_bars(laid, top),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _legend(laid: SideBySide) -> list[str]:
    parts, x = [], LEFT
    for series, fill in zip((laid.one, laid.other), FILLS, strict=True):
        outline = ' stroke="#222222"' if series is laid.other else ""
        parts.append(f'<rect x="{x}" y="34" width="12" height="12" fill="{fill}"{outline}/>')
        parts.append(f'<text x="{x + 18}" y="45">{escape(series.name)}</text>')
        x += 40 + 7 * len(series.name)
    if any(row.provisional for row in laid.rows):
        parts.append(f'<rect x="{x}" y="34" width="12" height="12" fill="#888888"/>')
        parts.append(f'<rect x="{x}" y="34" width="12" height="12" fill="url(#hatch)"/>')
        parts.append(f'<text x="{x + 18}" y="45">provisional</text>')
    return parts


def _grid(top: float) -> list[str]:
    parts = []
    for step in range(LINES + 1):
        y = _y(top * step / LINES, top)
        parts.append(f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}" stroke="#dddddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{escape(told(top * step / LINES))}</text>')
    return parts


def _bars(laid: SideBySide, top: float) -> list[str]:
    parts: list[str] = []
    rows = laid.rows
    if not rows:
        return [f'<text x="{WIDTH // 2}" y="{HEIGHT // 2}" text-anchor="middle">No period in common</text>']
    room = (WIDTH - LEFT - RIGHT) / len(rows)
    bar = min(40.0, room * 0.38)
    every = max(1, -(-len(rows) // MOST_LABELS))
    for number, row in enumerate(rows):
        middle = LEFT + room * (number + 0.5)
        for value, x, fill, outline in (
            (row.one, middle - bar, FILLS[0], ""), (row.other, middle, FILLS[1], ' stroke="#222222"'),
        ):  # fmt: skip
            y = _y(value, top)
            shape = f'x="{x:.1f}" y="{y}" width="{bar:.1f}" height="{max(0.0, round(_y(0, top) - y, 1))}"'
            words = f"{row.period.text}: {told(round(value, 1))}"
            parts.append(f'<rect {shape} fill="{fill}"{outline}><title>{escape(words)}</title></rect>')
            if row.provisional:
                parts.append(f'<rect {shape} fill="url(#hatch)"/>')
        if number % every == 0:
            y = HEIGHT - BOTTOM + 18
            parts.append(f'<text x="{middle:.1f}" y="{y}" text-anchor="middle">{escape(row.period.text)}</text>')
    return parts


def _y(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * max(value, 0) / top, 1)


def _round_up(value: float) -> float:
    """The next number whose fifths read well."""
    if value <= 0:
        return 1.0
    scale = 1.0
    while scale * 10 < value:
        scale *= 10
    while scale >= value:
        scale /= 10
    return next(scale * step for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if scale * step >= value)
