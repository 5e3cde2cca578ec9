"""Texts with their labels in them: documents in one file, marks around the spans, and what the spans are to each other.

    # topic: sorby-kiln
    ## 2031-03-04 | Velmara Wire | Residents say the kiln ran at night
    SORBY (Velmara Wire) — {1:The kiln ran every night in March}, residents said. …

    ## 2031-03-06 | Sorby Ceramics | Statement on the kiln
    {2:Nobody fired that kiln after the tenth}, …

    ### pairs
    contradiction negation 1 2

`{n:words}` is a span; spans may stand within one another. Taken away, the marks leave the text that is read. The last
part has one label a line: words, and after them two lists of spans, parted by commas.
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

_OPENS = re.compile(r"\{(\d+):")
_HEAD = re.compile(r"(\d{4}-\d\d-\d\d) \| ([^|]+) \| ([^|]+)")


class Written(NamedTuple):
    """A document as it is read: its text without marks."""

    date: str
    outlet: str
    title: str
    text: str


class Mark(NamedTuple):
    """A span: the number of its document, and code points of that document's text."""

    document: int
    start: int
    end: int


class Marked(NamedTuple):
    """A file: its name, documents, spans by number, and labels with the numbers of each two spans they are of."""

    name: str
    documents: tuple[Written, ...]
    marks: dict[int, Mark]
    labels: tuple[tuple[tuple[str, ...], int, int], ...]


def read_marked(path: Path) -> Marked:
    """One file. Raises ValueError, naming the file, for the first thing in it that does not hold."""
    try:
        return _read(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def read_topics(path: Path) -> list[Marked]:
    """The topics of a file that holds several, each from its "# topic:" on; names a topic that does not hold."""
    found = []
    for part in re.split(r"^(?=# topic: )", path.read_text(encoding="utf-8"), flags=re.M):
        if part.strip():
            try:
                found.append(_read(part))
            except ValueError as error:
                raise ValueError(f"{path.name}, {part.partition(chr(10))[0]}: {error}") from error
    return found


def _read(text: str) -> Marked:
    told, _, labels = text.partition("\n### ")
    head, *parts = re.split(r"^## ", told, flags=re.M)
    documents: list[Written] = []
    marks: dict[int, Mark] = {}
    for number, part in enumerate(parts):
        first, _, body = part.partition("\n")
        fields = _HEAD.fullmatch(first.strip())
        if fields is None:
            raise ValueError(f"{first!r} is no 'date | outlet | title'")
        plain, spans = _taken_out(body.strip())
        for mark, (start, end) in spans.items():
            if mark in marks:
                raise ValueError(f"span {mark} stands twice")
            marks[mark] = Mark(number, start, end)
        documents.append(Written(*fields.groups(), plain))
    return Marked(head.partition(": ")[2].strip(), tuple(documents), marks, tuple(_labels(labels, marks)))


def _taken_out(body: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text without marks, and where each span stands in it."""
    plain, length, at = [], 0, 0
    open_ones: list[tuple[int, int]] = []
    spans: dict[int, tuple[int, int]] = {}
    while at < len(body):
        opens = _OPENS.match(body, at)
        if opens:
            open_ones.append((int(opens[1]), length))
            at = opens.end()
            continue
        if body[at] == "}":
            if not open_ones:
                raise ValueError(f"nothing is open at {body[max(0, at - 30) : at + 1]!r}")
            number, start = open_ones.pop()
            if number in spans or start == length:
                raise ValueError(f"span {number} stands twice or is empty")
            spans[number] = (start, length)
        else:
            plain.append(body[at])
            length += 1
        at += 1
    if open_ones:
        raise ValueError(f"span {open_ones[-1][0]} is not closed")
    return "".join(plain), spans


def _labels(told: str, marks: dict[int, Mark]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    for line in told.splitlines()[1:]:
        if not line.strip():
            continue
        *words, left, right = line.split()
        pairs = product(*([int(number) for number in numbers.split(",")] for numbers in (left, right)))
        for one, other in pairs:
            if one not in marks or other not in marks:
                raise ValueError(f"{line!r} is of a span that is not marked")
            yield tuple(words), one, other
