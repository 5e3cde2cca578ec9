"""The stretches of a text that its layout sets apart, before anything is known of what they are."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

PieceKind = Literal["heading", "caption", "list_item", "table", "paragraph"]

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"
"""Zero-width and direction marks: they stay in the text, and no block begins or ends with one."""

WRAP_WIDTHS = range(50, 101)
"""Line lengths of text that was wrapped by a program; longer ones are paragraphs on one line."""

MIN_WRAPPED_LINES = 6

_EDGE = re.compile(rf"[\s{INVISIBLE}]+")
_BULLET = re.compile(r"(?:[•◦▪‣●∙·]|[-*–](?=\s+\S)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s+[A-Z“\"]))\s*")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>[^\s#].{2,200}?)[ \t]*#*(?=\n|\Z)")
"""A heading of Markdown, whose marks are no words of it."""
_OPEN_END = re.compile(r"[\w,;’'\-—–]\Z")
_ADDRESS = re.compile(r"(?:[\w.+-]{1,60}@[\w-]|https?://|www\.)\S*\Z")
_NEW_START = re.compile(r"Q[.:\s]|[A-Z][A-Z .'’\-]{1,40}:")


class Piece(NamedTuple):
    """A range of the text and what markup says it is (`None` for plain text).

    `gap` tells a blank line before it, `bold` how many of its first characters are set in bold.
    """

    start: int
    end: int
    kind: PieceKind | None = None
    gap: bool = True
    bold: int = 0


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Paragraphs and lines of plain text, in order, trimmed of white space and invisible marks at both ends."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    pieces: list[Piece] = []
    for start, end, gap in lines:
        if heading := _HEADING.match(text, start, end):
            pieces.append(Piece(heading.start("words"), heading.end("words"), "heading", gap))
        elif pieces and not gap and pieces[-1].kind != "heading" and _runs_on(text, pieces[-1], start, end, width):
            pieces[-1] = pieces[-1]._replace(end=end)
        else:
            pieces.append(Piece(start, end, None, gap))
    return tuple(_with_lists(text, pieces))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space and invisible marks at its ends; empty at `start` if nothing is left."""
    if lead := _EDGE.match(text, start, end):
        start = lead.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end


def bullet_end(text: str, start: int, end: int) -> int:
    """Where the words begin after a list marker; `start` itself without one."""
    marker = _BULLET.match(text, start, end)
    return marker.end() if marker else start


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    position, gap = 0, True
    while position <= len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        start, end = trimmed(text, position, stop)
        if start < end:
            yield start, end, gap
            gap = False
        else:
            gap = True
        position = stop + 1


def _wrap_width(text: str, lines: list[tuple[int, int, bool]]) -> int | None:
    """The width a program wrapped this text at, or `None`: most lines that go on end openly and near one width."""
    going_on = [
        (end - start, bool(_OPEN_END.search(text, max(start, end - 1), end)))
        for (start, end, _), (_, _, gap) in pairwise(lines)
        if not gap
    ]
    if len(going_on) < MIN_WRAPPED_LINES:
        return None
    lengths = sorted(length for length, _ in going_on)
    width = lengths[len(lengths) * 9 // 10]
    near = sum(width - 16 <= length <= width + 4 for length in lengths)
    open_ends = sum(is_open for _, is_open in going_on)
    longest = max(end - start for start, end, _ in lines)
    if (
        width in WRAP_WIDTHS
        and longest <= width + 12
        and near >= 0.6 * len(lengths)
        and open_ends >= 0.5 * len(lengths)
    ):
        return width
    return None


def _runs_on(text: str, before: Piece, start: int, end: int, width: int | None) -> bool:
    if _ADDRESS.match(text, start, end):
        return False
    if _BULLET.match(text, start, end) or _NEW_START.match(text, start, end):
        return False
    if width is not None:
        line_start = text.rfind("\n", before.start, before.end) + 1 or before.start
        next_space = text.find(" ", start, end)
        first_word = (next_space if next_space > 0 else end) - start
        return before.end - max(line_start, before.start) + 1 + first_word > width - 4
    return bool(_OPEN_END.search(text, before.end - 1, before.end)) and text[start].islower()


def _with_lists(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Mark list items and table rows: a round bullet always, a dash, a number or a row only beside another one."""
    marked = [_BULLET.match(text, p.start, p.end) is not None for p in pieces]
    rows = [_is_table_row(text, p) for p in pieces]
    for i, piece in enumerate(pieces):
        if marked[i]:
            lone = not (i > 0 and marked[i - 1]) and not (i + 1 < len(pieces) and marked[i + 1])
            if not lone or text[piece.start] in "•◦▪‣●∙":
                yield piece._replace(kind="list_item")
                continue
        beside = (n for n in (i - 1, i + 1) if 0 <= n < len(pieces))
        if rows[i] and any(rows[n] for n in beside):
            yield piece._replace(kind="table")
            continue
        yield piece


def _is_table_row(text: str, piece: Piece) -> bool:
    if piece.end - piece.start > 2000:
        return False
    return text.count("\t", piece.start, piece.end) >= 2 or text.count(" | ", piece.start, piece.end) >= 2
