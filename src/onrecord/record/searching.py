"""Full-text search over blocks and titles. A query is data: whatever is typed, no search syntax can come of it."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Float, Integer, and_, column, func, insert, literal, or_, select, text, tuple_

from onrecord.model.documents import Block, Document
from onrecord.model.identity import fold
from onrecord.model.spans import Span
from onrecord.record import dialects, narrowing
from onrecord.record.filters import Filters
from onrecord.record.phrases import highlights_in, phrases_of
from onrecord.record.results import Hit
from onrecord.record.rows import item_of
from onrecord.record.tables import BLOCKS, DOCUMENTS

PIECE = 20_000
"""Characters indexed as one row: longer blocks are cut at white space, for PostgreSQL's limit and for snippets."""

SNIPPET = 240
"""Characters shown around the first match."""

HITS = 20
"""Hits given unless told otherwise."""

MOST_PHRASES = 50
"""Words and phrases of a query that are looked for; a pasted page is no query."""

NO_START = -1
"""Where a title stands that the text does not hold: before everything else."""


class Place(NamedTuple):
    """Where a hit stands among all hits of a search, to go on after it."""

    score: float
    document: str
    start: int


def place_of(hit: Hit) -> Place:
    """Where a hit stands."""
    return Place(hit.score, hit.document, hit.span.start if hit.span else NO_START)


def index(connection: Connection, document: Document) -> None:
    """Make a document's blocks and title findable."""
    rows, words = [], []
    for block in document.blocks or (Block(kind="paragraph", start=0, end=len(document.text)),):
        if block.kind != "furniture":
            for start, end in _pieces(document.text, block):
                rows.append({"document": document.id, "kind": block.kind, "start": start, "end": end})
                words.append(fold(document.text[start:end]))
    if document.title and not any(block.kind == "title" for block in document.blocks):
        rows.append({"document": document.id, "kind": "title", "start": None, "end": None})
        words.append(fold(document.title))
    if not rows:
        return
    inserted = connection.execute(insert(BLOCKS).returning(BLOCKS.c.id, sort_by_parameter_order=True), rows)
    ids = inserted.scalars().all()
    dialects.index_words(connection, [{"id": n, "words": w} for n, w in zip(ids, words, strict=True)])


def search(connection: Connection, query: str, filters: Filters, after: Place | None = None) -> list[Hit]:
    """Blocks that hold every word and phrase of a query, best first; with `after`, those that come after it."""
    phrases = phrases_of(query)[:MOST_PHRASES]
    if not phrases:
        return []
    sql, parameters = dialects.matching(connection, phrases)
    matches = text(sql).bindparams(**parameters).columns(column("id", Integer), column("score", Float)).subquery()
    start = func.coalesce(BLOCKS.c.start, NO_START)
    hits = (
        select(BLOCKS.c.document, BLOCKS.c.kind, BLOCKS.c.start, BLOCKS.c.end, matches.c.score)
        .join(matches, matches.c.id == BLOCKS.c.id)
        .where(*narrowing.conditions(BLOCKS, filters))
        .order_by(matches.c.score.desc(), BLOCKS.c.document, start)
        .limit(HITS if filters.limit is None else filters.limit)
    )
    if after:
        same = tuple_(BLOCKS.c.document, start) > tuple_(literal(after.document), literal(after.start))
        hits = hits.where(or_(matches.c.score < after.score, and_(matches.c.score == after.score, same)))
    rows = connection.execute(hits).all()
    documents = select(DOCUMENTS.c.id, DOCUMENTS.c.body).where(DOCUMENTS.c.id.in_({row.document for row in rows}))
    bodies = {row.id: item_of(Document, row.body) for row in connection.execute(documents)}
    return [_hit(row, bodies[row.document], phrases) for row in rows]


def _hit(row: Any, document: Document, phrases: Sequence[str]) -> Hit:  # noqa: ANN401 - a row of our own query
    if row.start is None:
        words, span, offset = document.title or "", None, 0
    else:
        span = Span(row.start, row.end)
        words, offset = span.of(document.text), row.start
    marks = highlights_in(words, phrases)
    start, end = _window(words, marks)
    return Hit(
        document=row.document,
        kind=row.kind,
        span=span,
        start=offset + start,
        snippet=words[start:end],
        highlights=tuple(Span(m.start - start, m.end - start) for m in marks if start <= m.start and m.end <= end),
        score=row.score,
    )


def _window(words: str, marks: Sequence[Span]) -> tuple[int, int]:
    """The part of a text to show: around its first match, cut at white space."""
    if len(words) <= SNIPPET:
        return 0, len(words)
    first = marks[0] if marks else Span(0, 0)
    start = max(0, min(first.start - SNIPPET // 3, len(words) - SNIPPET))
    end = max(min(len(words), start + SNIPPET), first.end)
    if start > 0:
        start = min(words.find(" ", start) + 1 or start, first.start)
    if end < len(words):
        end = max(words.rfind(" ", start, end), first.end) if words.rfind(" ", start, end) > 0 else end
    return start, end


def _pieces(words: str, block: Block) -> Iterator[tuple[int, int]]:
    start, end = block.start, block.end
    while end - start > PIECE:
        cut = words.rfind(" ", start, start + PIECE)
        cut = cut if cut > start else start + PIECE
        yield start, cut
        start = cut
    if end > start:
        yield start, end
