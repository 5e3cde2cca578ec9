"""Tables for people: aligned columns that wrap to a terminal, or one line a row where nothing limits the width.

Rows are taken as they come, so that the first screen shows at once and `| head` ends the work. Widths
are set by the first rows; a later cell that is longer pushes its row aside instead of being cut.
"""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from onrecord.output.painting import Paint, Style, harmless, plain

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ROWS_MEASURED = 200
GAP = "  "
LEAST_TEXT = 32
"""A wide column narrower than this is unpleasant to read: the row is stacked instead."""


class Column(NamedTuple):
    """A column's heading and style. The `wide` one (the last) takes the room that is left, and wraps."""

    name: str
    style: Style | None = None
    wide: bool = False
    right: bool = False


def table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], *, width: int | None = None, paint: Paint = plain
) -> Iterator[str]:
    """The lines of a table. Without a `width` no line is wrapped. No rows give no lines."""
    cells = ([" ".join(harmless(cell).split()) for cell in row] for row in rows)
    first = list(islice(cells, ROWS_MEASURED))
    if not first:
        return
    widths = [max(width_of(row[i]) for row in (*first, _names(columns))) for i in range(len(columns))]
    wide = columns[-1].wide
    left = None if width is None else width - sum(widths[: len(columns) - wide]) - len(GAP) * (len(columns) - 1)
    every = chain(first, cells)
    if left is not None and (left < LEAST_TEXT if wide else left < 0):
        yield from _stacked(columns, every, width or 0, paint)
        return
    yield _line(_names(columns), widths, columns, paint, heading=True)
    for row in every:
        yield from _lines(row, widths, columns, left if wide else None, paint)


def _names(columns: Sequence[Column]) -> list[str]:
    return [column.name for column in columns]


def _lines(
    row: Sequence[str], widths: Sequence[int], columns: Sequence[Column], left: int | None, paint: Paint
) -> Iterator[str]:
    """One row, its wide cell wrapped under itself."""
    if left is None:
        yield _line(row, widths, columns, paint)
        return
    first, *others = textwrap.wrap(row[-1], left, break_on_hyphens=False) or [""]
    yield _line([*row[:-1], first], widths, columns, paint)
    indent = " " * (sum(widths[:-1]) + len(GAP) * (len(columns) - 1))
    for other in others:
        yield indent + _painted(other, columns[-1].style, paint)


def _line(
    row: Sequence[str], widths: Sequence[int], columns: Sequence[Column], paint: Paint, *, heading: bool = False
) -> str:
    parts = []
    for i, (cell, column) in enumerate(zip(row, columns, strict=True)):
        blank = " " * max(0, widths[i] - width_of(cell))
        painted = _painted(cell, "heading" if heading else column.style, paint)
        if column.right:
            parts.append(blank + painted)
        else:
            parts.append(painted + (blank if i < len(row) - 1 else ""))
    return GAP.join(parts).rstrip()


def _stacked(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int, paint: Paint) -> Iterator[str]:
    """For narrow terminals: the short cells as a line of their own, the wide one indented below."""
    for row in rows:
        wide = row[-1] if columns[-1].wide else ""
        short = [(cell, column) for cell, column in zip(row, columns, strict=True) if cell and not column.wide]
        line, used = "", 0
        for cell, column in short:
            if line and used + len(GAP) + width_of(cell) > width:
                yield line
                line, used = "", 0
            line += (GAP if line else "") + _painted(cell, column.style, paint)
            used += (len(GAP) if used else 0) + width_of(cell)
        if line:
            yield line
        for part in textwrap.wrap(wide, max(20, width - 4), break_on_hyphens=False):
            yield "    " + _painted(part, columns[-1].style, paint)
        yield ""


def _painted(cell: str, style: Style | None, paint: Paint) -> str:
    return paint(cell, style) if style else cell


def width_of(text: str) -> int:
    """Columns a terminal needs: two for wide characters, none for combining marks and colour codes."""
    text = _COLOUR.sub("", text)
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
