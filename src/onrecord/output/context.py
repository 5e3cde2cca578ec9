"""An item in its context: the passages of a document around its spans, cut into marked and unmarked pieces."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model.documents import Document
from onrecord.model.spans import Span
from onrecord.output.painting import Paint, Style, harmless, plain

AROUND = 240
"""Characters shown before and after the marked words, up to the bounds of their block."""

OPEN, CLOSE = "[[", "]]"
"""Signs around the item's own words, so that they are found without colour."""


QUOTATION_MARKS = '“”"«» '


class Mark(NamedTuple):
    """A range of the text and what it is: the item's words are a "mark" or a "clash", the rest "cue" or "source"."""

    span: Span
    style: Style


class Passage(NamedTuple):
    """A stretch of text in pieces, each with its style or none; the flags say where it was cut inside a block."""

    span: Span
    pieces: tuple[tuple[str, Style | None], ...]
    cut_before: bool
    cut_after: bool


def passages(document: Document, marks: Iterable[Mark], around: int = AROUND) -> list[Passage]:
    """The passages that hold the marks, in text order, near ones joined."""
    ordered = sorted(mark for mark in marks if mark.span.end > mark.span.start)
    windows: list[Span] = []
    for mark in ordered:
        window = _window(document, mark.span, around)
        if windows and window.start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(windows[-1].end, window.end))
        else:
            windows.append(window)
    return [_passage(document, window, ordered) for window in windows]


def _window(document: Document, span: Span, around: int) -> Span:
    """The span's block, or as much of it as `around` allows, ending at white space."""
    text = document.text
    start, end = _block(document, span)
    if span.start - start > around:
        cut = text.find(" ", span.start - around, span.start)
        start = cut + 1 if cut >= 0 else span.start - around
    if end - span.end > around:
        cut = text.rfind(" ", span.end, span.end + around)
        end = cut if cut >= 0 else span.end + around
    return Span(start, end)


def _block(document: Document, span: Span) -> Span:
    around = [block.span for block in document.blocks if block.span.overlaps(span)]
    if around:
        return Span(min(around[0].start, span.start), max(around[-1].end, span.end))
    before, after = document.text.rfind("\n", 0, span.start), document.text.find("\n", span.end)
    return Span(before + 1, after if after >= 0 else len(document.text))


def _passage(document: Document, window: Span, marks: Sequence[Mark]) -> Passage:
    pieces: list[tuple[str, Style | None]] = []
    at = window.start
    for mark in marks:
        start, end = max(mark.span.start, at), min(mark.span.end, window.end)
        if start >= end:
            continue
        if start > at:
            pieces.append((document.text[at:start], None))
        pieces.append((document.text[start:end], mark.style))
        at = end
    if at < window.end:
        pieces.append((document.text[at : window.end], None))
    block = _block(document, window)
    return Passage(window, tuple(pieces), window.start > block.start, window.end < block.end)


def shown(passage: Passage, *, width: int | None = None, indent: str = "", paint: Paint = plain) -> list[str]:
    """The lines of a passage, the item's words between signs and in colour."""
    pieces = [(f"{OPEN}{text}{CLOSE}" if style in {"mark", "clash"} else text, style) for text, style in passage.pieces]
    if passage.cut_before:
        pieces.insert(0, ("… ", None))
    if passage.cut_after:
        pieces.append((" …", None))
    return _filled(_words(pieces), width - len(indent) if width else None, indent, paint)


_Word = list[tuple[str, Style | None]]


def _words(pieces: Iterable[tuple[str, Style | None]]) -> list[_Word]:
    """What stands between white space; a word may be made of several pieces, each in its style."""
    words: list[_Word] = []
    apart = True
    for text, style in pieces:
        for part in re.split(r"(\s+)", harmless(text)):
            if part.isspace():
                apart = True
            elif part:
                if apart:
                    words.append([])
                    apart = False
                words[-1].append((part, style))
    return words


def _filled(words: Iterable[_Word], width: int | None, indent: str, paint: Paint) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in words:
        length = sum(len(part) for part, _ in word)
        if width and used and used + 1 + length > width:
            lines.append(indent + line)
            line, used = "", 0
        line += (" " if used else "") + "".join(paint(part, style) if style else part for part, style in word)
        used += (1 if used else 0) + length
    return [*lines, indent + line] if line else lines


def quoted(words: str, *, width: int, indent: str) -> list[str]:
    """Exact words between quotation marks, wrapped."""
    text = in_quotes(" ".join(harmless(words).split()))
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def in_quotes(words: str) -> str:
    """Words between one pair of quotation marks; where they hold quotations themselves, as they stand.

    The comma that a report sets before its closing mark is the report's, and left out.
    """
    core = words.strip(QUOTATION_MARKS).rstrip(",")
    return words if any(mark in core for mark in '“”"') else f"“{core}”"
