"""Items out of the record: by filters, by ids, by the beginning of an id."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from onrecord.model.documents import Document
from onrecord.model.errors import UsageError
from onrecord.model.findings import Finding, Question, Review
from onrecord.model.items import Claim, Commitment, Entity, Event, Figure, Relation, Statement, StatusChange
from onrecord.record.filters import Filters
from onrecord.record.merging import merged_entity, merged_event
from onrecord.record.narrowing import begins, conditions
from onrecord.record.postings import batches
from onrecord.record.results import Item
from onrecord.record.rows import item_of
from onrecord.record.tables import (
    CLAIMS,
    COMMITMENTS,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FAILURES,
    FIGURES,
    FINDINGS,
    PROGRESS,
    QUESTION_CLAIMS,
    QUESTIONS,
    RELATIONS,
    REVIEWS,
    STATEMENTS,
)

S = TypeVar("S", bound=msgspec.Struct)

AT_ONCE = 500
"""Rows fetched at a time, so that a listing takes little memory however long it is."""

UNDATED = "9999"
"""What an item without a date sorts as: last."""

TABLES: dict[str, Table] = {
    "document": DOCUMENTS, "statement": STATEMENTS, "claim": CLAIMS, "figure": FIGURES, "commitment": COMMITMENTS,
    "event": EVENTS, "relation": RELATIONS, "entity": ENTITIES, "question": QUESTIONS, "finding": FINDINGS,
    "review": REVIEWS,
}  # fmt: skip


def documents(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Document]:
    """Documents by date, or by id."""
    for row in _rows(connection, _select(DOCUMENTS, filters, by_id=by_id)):
        yield item_of(Document, row.body)


def statements(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Statement]:
    """Statements by date and place, or by id."""
    for row in _rows(connection, _select(STATEMENTS, filters, by_id=by_id)):
        yield item_of(Statement, row.body)


def claims(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Claim]:
    """Claims by date and place, or by id."""
    for row in _rows(connection, _select(CLAIMS, filters, by_id=by_id)):
        yield _claim(row)


def figures(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Figure]:
    """Figures by date and place, or by id."""
    for row in _rows(connection, _select(FIGURES, filters, by_id=by_id)):
        yield item_of(Figure, row.body)


def commitments(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Commitment]:
    """Commitments by date and place, or by id, each with what later documents say became of it."""
    yield from _commitments(connection, _rows(connection, _select(COMMITMENTS, filters, by_id=by_id)))


def relations(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Relation]:
    """Relations by date and place, or by id."""
    for row in _rows(connection, _select(RELATIONS, filters, by_id=by_id)):
        yield item_of(Relation, row.body)


def entities(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Entity]:
    """Entities by name, or by id, each merged from what all documents say of it."""
    passing = _passing(ENTITIES, filters, by_id=by_id)
    query = select(ENTITIES.c.id, ENTITIES.c.body).where(ENTITIES.c.id.in_(passing))
    order = (ENTITIES.c.id,) if by_id else (ENTITIES.c.name, ENTITIES.c.id)
    rows = _rows(connection, query.order_by(*order, ENTITIES.c.document))
    grouped = (
        merged_entity([item_of(Entity, row.body) for row in group])
        for _, group in groupby(rows, key=lambda row: cast("str", row.id))
    )
    yield from islice(grouped, filters.limit)


def events(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Event]:
    """Events by date, or by id, each merged from what all documents say of it."""
    passing = _passing(EVENTS, filters, by_id=by_id)
    query = select(EVENTS.c.id, EVENTS.c.day, EVENTS.c.body).where(EVENTS.c.id.in_(passing))
    rows = _rows(connection, query.order_by(EVENTS.c.id, EVENTS.c.document))
    grouped = (list(group) for _, group in groupby(rows, key=lambda row: cast("str", row.id)))
    dated: Iterator[tuple[str, list[Any]]] = ((min(row.day or UNDATED for row in group), group) for group in grouped)
    if not by_id:
        dated = iter(sorted(dated, key=lambda pair: (pair[0], pair[1][0].id)))
    for _, group in islice(dated, filters.limit):
        yield merged_event([item_of(Event, row.body) for row in group])


def entity_parts(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[tuple[str, Entity]]:
    """What each document says of each entity, or of those with these few ids."""
    query = select(ENTITIES.c.document, ENTITIES.c.body).order_by(ENTITIES.c.id, ENTITIES.c.document)
    query = query if ids is None else query.where(ENTITIES.c.id.in_(ids))
    return ((row.document, item_of(Entity, row.body)) for row in _rows(connection, query))


def event_parts(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[tuple[str, Event]]:
    """What each document says of each event, or of those with these few ids."""
    query = select(EVENTS.c.document, EVENTS.c.body).order_by(EVENTS.c.id, EVENTS.c.document)
    query = query if ids is None else query.where(EVENTS.c.id.in_(ids))
    return ((row.document, item_of(Event, row.body)) for row in _rows(connection, query))


def questions(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Question]:
    """Questions by their words, or by id, each with the claims that answer it."""
    query = select(QUESTIONS).where(*conditions(QUESTIONS, filters)).limit(filters.limit)
    yield from _questions(
        connection, _rows(connection, query.order_by(*([] if by_id else [QUESTIONS.c.words]), QUESTIONS.c.id))
    )


def findings(connection: Connection, filters: Filters, *, by_id: bool = False) -> Iterator[Finding]:
    """Findings by score, or by id."""
    query = select(FINDINGS).where(*conditions(FINDINGS, filters)).limit(filters.limit)
    for row in _rows(connection, query.order_by(*([] if by_id else [FINDINGS.c.score.desc()]), FINDINGS.c.id)):
        yield item_of(Finding, row.body)


def document(connection: Connection, name: str) -> Document:
    """The document with this id or unique beginning of one."""
    row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == resolve_document(connection, name))).one()
    return item_of(Document, row.body)


def resolve_document(connection: Connection, name: str) -> str:
    """The id of the one document whose id begins so."""
    return _only(name, _ids(connection, DOCUMENTS, name))


def get(connection: Connection, name: str) -> Item:
    """The item of any kind with this id or unique beginning of one."""
    prefix = name.partition("-")[0]
    likely = sorted(TABLES, key=lambda kind: kind != prefix)
    for kind in likely:
        exact = items(connection, kind, [name])
        if exact:
            return exact[0]
    matching = {found: kind for kind in likely for found in _ids(connection, TABLES[kind], name)}
    only = _only(name, list(matching))
    return items(connection, matching[only], [only])[0]


def items(connection: Connection, kind: str, ids: Iterable[str]) -> list[Item]:
    """The items of a kind with these ids, in id order."""
    table = TABLES[kind]
    found: list[Item] = []
    for batch in batches(ids):
        order = [table.c.document] if kind in ("entity", "event") else []
        used = [table.c.id, table.c.body, *([table.c.question] if kind == "claim" else [])]
        rows = connection.execute(select(*used).where(table.c.id.in_(batch)).order_by(table.c.id, *order)).all()
        if kind == "commitment":
            found.extend(_commitments(connection, rows))
        elif kind == "question":
            found.extend(_questions(connection, rows))
        else:
            grouped = groupby(rows, key=lambda row: cast("str", row.id))
            found.extend(_item(kind, list(group)) for _, group in grouped)
    return found


def items_of(connection: Connection, kind: str, documents: Iterable[str]) -> list[Item]:
    """The items of a kind that these documents hold, in id order: of a kind that belongs to one document each."""
    table = TABLES[kind]
    used = [table.c.id, table.c.body, *([table.c.question] if kind == "claim" else [])]
    rows: list[Any] = []
    for batch in batches(documents):
        rows += connection.execute(select(*used).where(table.c.document.in_(batch)))
    rows.sort(key=lambda row: cast("str", row.id))
    return [*_commitments(connection, rows)] if kind == "commitment" else [_item(kind, [row]) for row in rows]


def counts(connection: Connection) -> dict[str, int]:
    """How many there are of each kind."""
    counted = {
        kind: int(connection.execute(select(_number(table)).select_from(table)).scalar_one())
        for kind, table in TABLES.items()
    }
    counted["failure"] = int(connection.execute(select(func.count()).select_from(FAILURES)).scalar_one())
    return counted


def _number(table: Table) -> ColumnElement[int]:
    """How many items a table has; of those that documents share a row, each once."""
    return func.count() if table.c.id.primary_key and len(table.primary_key) == 1 else func.count(table.c.id.distinct())


def _select(table: Table, filters: Filters, *, by_id: bool) -> Select[Any]:
    query = select(table).where(*conditions(table, filters)).limit(filters.limit)
    if by_id:
        return query.order_by(table.c.id)
    place = [table.c.document, table.c.start] if "start" in table.c else []
    return query.order_by(func.coalesce(table.c.day, UNDATED), *place, table.c.id)


def _passing(table: Table, filters: Filters, *, by_id: bool) -> Select[Any]:
    """The ids of shared items that pass; in id order no more are looked for than are wanted."""
    passing = select(table.c.id).where(*conditions(table, filters))
    return passing.distinct().order_by(table.c.id).limit(filters.limit) if by_id and filters.limit else passing


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    return iter(connection.execute(query, execution_options={"yield_per": AT_ONCE}))


def _item(kind: str, rows: list[Any]) -> Item:
    row = rows[0]
    match kind:
        case "claim":
            return _claim(row)
        case "entity":
            return merged_entity([item_of(Entity, part.body) for part in rows])
        case "event":
            return merged_event([item_of(Event, part.body) for part in rows])
        case _:
            return cast("Item", item_of(PLAIN[kind], row.body))


PLAIN: dict[str, type[msgspec.Struct]] = {
    "document": Document, "statement": Statement, "figure": Figure, "relation": Relation, "finding": Finding,
    "review": Review,
}  # fmt: skip
"""Kinds whose body is the whole item."""


def _claim(row: Any) -> Claim:  # noqa: ANN401 - a row of our own query
    claim = item_of(Claim, row.body)
    return claim if claim.question == row.question else msgspec.structs.replace(claim, question=row.question)


def _questions(connection: Connection, rows: Iterable[Any]) -> Iterator[Question]:
    for part in _in_parts(rows):
        here = QUESTION_CLAIMS.c.question.in_([row.id for row in part])
        claimed: dict[str, list[str]] = {}
        for question, claim in connection.execute(
            select(QUESTION_CLAIMS.c.question, QUESTION_CLAIMS.c.claim).where(here)
        ):
            claimed.setdefault(question, []).append(claim)
        for row in part:
            claims = tuple(sorted(claimed.get(row.id, ())))
            yield msgspec.structs.replace(item_of(Question, row.body), claims=claims)


def _commitments(connection: Connection, rows: Iterable[Any]) -> Iterator[Commitment]:
    for part in _in_parts(rows):
        here = PROGRESS.c.commitment.in_([row.id for row in part])
        changes: dict[str, list[StatusChange]] = {}
        for commitment, body in connection.execute(select(PROGRESS.c.commitment, PROGRESS.c.body).where(here)):
            changes.setdefault(commitment, []).extend(msgspec.json.decode(body, type=list[StatusChange]))
        for row in part:
            yield _with_history(item_of(Commitment, row.body), changes.get(row.id, []))


def _in_parts(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Rows in runs of which what belongs to them can be asked for at once."""
    remaining = iter(rows)
    while part := list(islice(remaining, AT_ONCE)):
        yield part


def _with_history(commitment: Commitment, changes: list[StatusChange]) -> Commitment:
    """A commitment with its own passage first, then what documents say later, by date and place."""
    own = commitment.history
    later = sorted(
        {change for change in changes if change not in own},
        key=lambda c: ((c.when and c.when.start) or UNDATED, c.document, c.spans, c.status),
    )
    return msgspec.structs.replace(commitment, history=(*own, *later)) if later else commitment


def _ids(connection: Connection, table: Table, prefix: str) -> list[str]:
    if not prefix:
        return []
    exact = connection.execute(select(table.c.id).where(table.c.id == prefix)).scalars().first()
    if exact is not None:
        return [exact]
    return list(connection.execute(select(table.c.id).where(begins(table.c.id, prefix)).distinct().limit(3)).scalars())


def _only(name: str, found: list[str]) -> str:
    if not found:
        raise UsageError("E520", "nothing in the record has this id", where=name, remedy="Run: onrecord search WORDS")
    if len(found) > 1:
        raise UsageError(
            "E521", "more than one id begins so", where=name, remedy=f"Give more of it: {', '.join(sorted(found)[:3])}"
        )
    return found[0]
