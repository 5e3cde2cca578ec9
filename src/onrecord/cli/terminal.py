"""Where output goes: a terminal of some width, with or without colours, or a pipe."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from onrecord.cli.absent import NOTHING
from onrecord.output.listing import Column, table
from onrecord.output.painting import Paint, ansi, plain

if TYPE_CHECKING:
    import msgspec

    from onrecord.output.rows import Rows

T = TypeVar("T", bound="msgspec.Struct")
FALLBACK_WIDTH = 80


def is_terminal() -> bool:
    """Whether a person is looking."""
    return sys.stdout.isatty()


def width() -> int | None:
    """Columns of the terminal, or `None` for a pipe, where a row is one line."""
    return shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns if is_terminal() else None


def text_width() -> int:
    """Columns for running text: the terminal's, but no more than are read with ease, and 80 in a pipe."""
    return min(width() or FALLBACK_WIDTH, 100)


def paint() -> Paint:
    """Colours on a terminal, unless NO_COLOR (see no-color.org) or a dumb terminal forbids them."""
    forbidden = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return ansi if is_terminal() and not forbidden else plain


def write(lines: Iterable[str]) -> int:
    """Print lines; how many there were."""
    written = 0
    for line in lines:
        print(line)
        written += 1
    return written


def note(line: str) -> None:
    """Tell the person something that is not output."""
    print(line, file=sys.stderr)


def write_table(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], *, nothing: str | Callable[[], str] = NOTHING
) -> None:
    """Print a table that fits the terminal, or say that there is nothing: a line, or what works one out."""
    if not write(table(columns, rows, width=width(), paint=paint())):
        note(nothing if isinstance(nothing, str) else nothing())


def write_items(
    items: Iterable[T],
    columns: Sequence[Column],
    rows_of: Callable[[Iterable[T]], "Rows"],
    *,
    as_json: bool,
    nothing: str | Callable[[], str] = NOTHING,
) -> None:
    """Print items as JSON Lines, or as a table by the function that makes rows of them."""
    if as_json:
        write_json(items)
    else:
        write_table(columns, rows_of(items), nothing=nothing)


def write_json(items: Iterable["msgspec.Struct"]) -> None:
    """Print items as JSON Lines with the fields of the export."""
    from onrecord.output.jsonl import encoded

    for item in items:
        sys.stdout.buffer.write(encoded(item) + b"\n")
    sys.stdout.buffer.flush()


def write_lines_of_json(items: Iterable[object]) -> None:
    """Print what has no place in the export as JSON Lines, field by field."""
    import msgspec

    for item in items:
        sys.stdout.buffer.write(msgspec.json.encode(item) + b"\n")
    sys.stdout.buffer.flush()
