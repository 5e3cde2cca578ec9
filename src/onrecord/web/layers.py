"""A document's text cut for showing: blocks in order, each in pieces that say which layers lie over them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.model.documents import Document
from onrecord.model.items import Annotated
from onrecord.model.spans import Span, Spans, in_order

PART = 30_000
"""Characters of a document on one page: longer ones come in parts, cut between blocks."""

LAYERS = (
    ("statement", "Statements", True),
    ("figure", "Figures", True),
    ("commitment", "Promises", True),
    ("event", "Events", False),
    ("entity", "Names", False),
)
"""What can be shown over the text: its kind, what a person calls it, and whether it shows at first."""

HERE = "here"


class Cover(NamedTuple):
    """A range that a layer lies over."""

    start: int
    end: int
    layer: str


class Piece(NamedTuple):
    """Text with the layers over it; `anchor` names the place that a link leads to."""

    text: str
    layers: tuple[str, ...]
    anchor: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether the page was asked to show these words."""
        return HERE in self.layers


class Stretch(NamedTuple):
    """A block, or what stands between two ("gap": a speaker's label), in pieces."""

    kind: str
    label: str | None
    start: int
    end: int
    pieces: tuple[Piece, ...]


class Part(NamedTuple):
    """The part of a document that a page shows: its number, how many there are, its stretches."""

    number: int
    of: int
    stretches: tuple[Stretch, ...]


def covers(annotated: Annotated) -> list[Cover]:
    """Every range that some layer lies over."""
    document = annotated.document.id
    found = [Cover(*span, "statement") for item in annotated.statements for span in item.content]
    found += [Cover(*span, "cue") for item in annotated.statements for span in item.cue]
    found += [Cover(*span, "figure") for item in annotated.figures for span in item.spans]
    found += [Cover(*span, "commitment") for item in annotated.commitments for span in item.spans]
    found += [
        Cover(*span, "event") for item in annotated.events for mention in item.mentions
        if mention.document == document for span in mention.spans
    ]  # fmt: skip
    found += [
        Cover(mention.start, mention.end, "entity") for item in annotated.entities for mention in item.mentions
        if mention.document == document
    ]  # fmt: skip
    return [cover for cover in found if cover.end > cover.start]


def part_of(document: Document, over: Sequence[Cover], here: Spans, number: int | None) -> Part:
    """The part asked for, or the one that holds the words asked for, in stretches and pieces."""
    parts = _parts(document)
    if number is None:
        first = here[0].start if here else 0
        number = next((n for n, part in enumerate(parts, 1) if part[-1][3] > first), len(parts) or 1)
    chosen = parts[min(max(number, 1), len(parts)) - 1] if parts else []
    marks = [*over, *(Cover(*span, HERE) for span in here)]
    marks.sort()
    anchors = {span.start: f"{span.start}-{span.end}" for span in reversed(here)}
    stretches = []
    for kind, label, start, end in chosen:
        within = [mark for mark in marks if mark.start < end and mark.end > start] if end > start else []
        pieces = tuple(_pieces(document.text, start, end, within, anchors))
        stretches.append(Stretch(kind, label, start, end, pieces))
    return Part(min(max(number, 1), max(len(parts), 1)), len(parts), tuple(stretches))


def spans_of(given: str, length: int) -> Spans:
    """Ranges as they stand in a link ("120-188,200-220"), as far as they lie in the text; what is no range is left."""
    found = []
    for pair in given[:2000].split(","):
        start, dash, end = pair.partition("-")
        if dash and all(end.isascii() and end.isdigit() and len(end) < 10 for end in (start, end)):
            span = Span(int(start), min(int(end), length))
            if span.start < span.end:
                found.append(span)
    return in_order(found)


def _parts(document: Document) -> list[list[tuple[str, str | None, int, int]]]:
    parts: list[list[tuple[str, str | None, int, int]]] = []
    size = 0
    for kind, label, start, end in _stretches(document):
        for first in range(start, max(end, start + 1), PART):
            last = min(end, first + PART)
            if not parts or size + (last - first) > PART:
                parts.append([])
                size = 0
            parts[-1].append((kind, label, first, last))
            size += last - first
    return parts


def _stretches(document: Document) -> Iterator[tuple[str, str | None, int, int]]:
    """Blocks and what stands between them, so that all of the text is there."""
    text, at = document.text, 0
    for block in document.blocks:
        yield from _gap(text, at, block.start)
        yield block.kind, block.label, block.start, block.end
        at = max(at, block.end)
    yield from _gap(text, at, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[tuple[str, str | None, int, int]]:
    words = text[start:end]
    if words.strip():
        yield "gap", None, start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _pieces(text: str, start: int, end: int, marks: Sequence[Cover], anchors: dict[int, str]) -> Iterator[Piece]:
    """Text cut wherever a layer begins or ends; a sweep, so that many layers cost no more than their ends."""
    edges = sorted({start, end, *(max(m.start, start) for m in marks), *(min(m.end, end) for m in marks)})
    waiting, open_ = list(reversed(marks)), list[Cover]()
    for left, right in pairwise(edges):
        open_ = [mark for mark in open_ if mark.end > left]
        while waiting and waiting[-1].start <= left:
            mark = waiting.pop()
            if mark.end > left:
                open_.append(mark)
        layers = tuple(sorted({mark.layer for mark in open_}))
        yield Piece(text[left:right], layers, anchors.get(left) if HERE in layers else None)


def ranges(items: Iterable[Span]) -> str:
    """Ranges as they stand in a link."""
    return ",".join(f"{start}-{end}" for start, end in items)
