"""Rows for the pages of a speaker or a party: who speaks, and what each said, counted and promised."""

from typing import NamedTuple, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, and_, case, func, or_, select, true

from onrecord.model.identity import fold
from onrecord.model.items import Commitment, Figure, Statement
from onrecord.record import listing
from onrecord.record.narrowing import has_words
from onrecord.record.postings import AT_ONCE
from onrecord.record.rows import item_of
from onrecord.record.tables import CLAIMS, COMMITMENTS, FIGURES, STATEMENTS

S = TypeVar("S", bound=msgspec.Struct)


class Voice(NamedTuple):
    """Somebody who speaks in the record: an entity, its party (folded), how many statements, the last day."""

    entity: str
    party: str | None
    statements: int
    last: str | None


class Bearer(NamedTuple):
    """An entity as its rows name it, in some documents only or in all but some: a name can be two people's."""

    entity: str
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Who(NamedTuple):
    """Whose rows are asked for: entities that are one, or else a party by its name.

    `name` is how promises name it, `others` are further names.
    """

    name: str
    bearers: tuple[Bearer, ...] = ()
    party: str | None = None
    others: tuple[str, ...] = ()


class Instead(NamedTuple):
    """That an entity's rows in some documents are of another, whose id this is."""

    entity: str
    documents: tuple[str, ...]
    id: str


def voices(
    connection: Connection,
    *,
    name: str | None = None,
    party: str | None = None,
    instead: tuple[Instead, ...] = (),
    limit: int | None = None,
    offset: int = 0,
) -> list[Voice]:
    """Who speaks most: entities by their statements."""
    speaker: ColumnElement[str] = STATEMENTS.c.entity
    if instead:
        parted = ((STATEMENTS.c.entity == one.entity) & STATEMENTS.c.document.in_(one.documents) for one in instead)
        speaker = case(*zip(parted, (one.id for one in instead), strict=True), else_=STATEMENTS.c.entity)
    said = select(speaker.label("entity"), STATEMENTS.c.party, STATEMENTS.c.day).where(STATEMENTS.c.entity.is_not(None))
    if name and fold(name):
        said = said.where(has_words(STATEMENTS.c.speaker, name))
    if party:
        said = said.where(STATEMENTS.c.party == fold(party))
    of, count = said.subquery().c, func.count()
    query = select(of.entity, func.max(of.party), count, func.max(of.day)).group_by(of.entity)
    query = query.order_by(count.desc(), of.entity).limit(limit).offset(offset)
    return [Voice(*row) for row in connection.execute(query)]


def parties(connection: Connection, limit: int) -> list[tuple[str, int]]:
    """The parties that speakers stand for, as they are written, with their statements, most first."""
    count = func.count()
    query = select(func.min(STATEMENTS.c.body), count).where(STATEMENTS.c.party.is_not(None))
    rows = connection.execute(query.group_by(STATEMENTS.c.party).order_by(count.desc()).limit(limit))
    return [(item_of(Statement, body).speaker.party or "", number) for body, number in rows]


def statements(connection: Connection, who: Who, *, limit: int, offset: int = 0) -> tuple[list[Statement], int]:
    """What somebody said, the latest first, and how much there is of it."""
    return _of(connection, STATEMENTS, Statement, _mine(STATEMENTS, who), limit=limit, offset=offset)


def figures(connection: Connection, who: Who, *, limit: int, offset: int = 0) -> tuple[list[Figure], int]:
    """The figures that somebody used, the latest first, and how many there are."""
    return _of(connection, FIGURES, Figure, _mine(FIGURES, who), limit=limit, offset=offset)


def bound(connection: Connection) -> frozenset[str]:
    """Who promises bind, as their rows name them (folded): few names in many rows."""
    return frozenset(connection.execute(select(COMMITMENTS.c.parties).distinct()).scalars())


def named_like(name: str, bound: frozenset[str]) -> tuple[str, ...]:
    """Those of such names that hold every word of a name, as `has_words` finds them."""
    words = [f" {word} " for word in fold(name).split()]
    return tuple(sorted(one for one in bound if words and all(word in f" {one} " for word in words)))


def promises(
    connection: Connection, who: Who, named: tuple[str, ...], *, limit: int, offset: int = 0
) -> tuple[list[Commitment], int]:
    """The promises that somebody made or is bound by (under the names of `named_like`), latest first; how many."""
    mine: ColumnElement[bool] = COMMITMENTS.c.parties.in_(named)
    if len(named) > AT_ONCE:
        mine = or_(*(has_words(COMMITMENTS.c.parties, name) for name in (who.name, *who.others)))
    if who.bearers:
        mine = and_(mine, _told_in(COMMITMENTS, who))
        saying = select(STATEMENTS.c.id).where(_mine(STATEMENTS, who))
        mine = or_(mine, COMMITMENTS.c.statement.in_(saying))
    ids, total = _ids(connection, COMMITMENTS, mine, limit=limit, offset=offset)
    whole = {item.id: item for item in listing.items(connection, "commitment", ids)}
    return [item for name in ids if isinstance(item := whole.get(name), Commitment)], total


def questions(connection: Connection, who: Who, limit: int) -> list[tuple[str, int]]:
    """The questions that somebody answers, with how many claims, most first."""
    count = func.count()
    query = select(CLAIMS.c.question, count).where(_mine(CLAIMS, who), CLAIMS.c.question.is_not(None))
    query = query.group_by(CLAIMS.c.question).order_by(count.desc(), CLAIMS.c.question).limit(limit)
    return [(question, number) for question, number in connection.execute(query)]


def claims_on(connection: Connection, who: Who, questions: tuple[str, ...]) -> dict[str, list[str]]:
    """The claims of somebody on each of these questions."""
    query = select(CLAIMS.c.question, CLAIMS.c.id).where(_mine(CLAIMS, who), CLAIMS.c.question.in_(questions))
    found: dict[str, list[str]] = {}
    for question, claim in connection.execute(query.order_by(CLAIMS.c.day, CLAIMS.c.id)):
        found.setdefault(question, []).append(claim)
    return found


def _mine(table: Table, who: Who) -> ColumnElement[bool]:
    if not who.bearers:
        by_party: ColumnElement[bool] = table.c.party == fold(who.party or who.name)
        return by_party
    return or_(*((table.c.entity == bearer.entity) & _within(table, bearer) for bearer in who.bearers))


def _told_in(table: Table, who: Who) -> ColumnElement[bool]:
    """That a row is of a document in which somebody's name is theirs."""
    return or_(*(_within(table, bearer) for bearer in who.bearers))


def _within(table: Table, bearer: Bearer) -> ColumnElement[bool]:
    if bearer.only:
        return table.c.document.in_(bearer.only)
    return table.c.document.not_in(bearer.without) if bearer.without else true()


def _of(
    connection: Connection, table: Table, kind: type[S], mine: ColumnElement[bool], *, limit: int, offset: int
) -> tuple[list[S], int]:
    ids, total = _ids(connection, table, mine, limit=limit, offset=offset)
    rows = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(ids)))
    bodies = {row.id: row.body for row in rows}
    return [item_of(kind, bodies[name]) for name in ids], total


def _ids(
    connection: Connection, table: Table, mine: ColumnElement[bool], *, limit: int, offset: int
) -> tuple[list[str], int]:
    total = int(connection.execute(select(func.count()).select_from(table).where(mine)).scalar_one())
    chosen = select(table.c.id).where(mine).order_by(table.c.day.desc().nulls_last(), table.c.id)
    return list(connection.execute(chosen.limit(limit).offset(offset)).scalars()), total
