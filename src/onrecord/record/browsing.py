"""Rows for pages: what a screen shows at once, counted and cut by the database.

Each function takes a reading connection and returns few rows; `Record.look` runs it. What a person said
of findings comes in as two sets of ids, so that a rejected one counts nowhere.
"""

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, or_, select

from onrecord.model.documents import Document
from onrecord.model.findings import Finding
from onrecord.model.identity import fold
from onrecord.model.items import Commitment, Entity, Figure, Relation, Statement
from onrecord.record import listing
from onrecord.record.filters import Filters
from onrecord.record.merging import merged_entity
from onrecord.record.narrowing import begins, conditions, has_words
from onrecord.record.postings import batches
from onrecord.record.rows import item_of
from onrecord.record.tables import (
    BLOCKS,
    CLAIMS,
    COMMITMENTS,
    DOCUMENTS,
    ENTITIES,
    FIGURES,
    FINDING_DOCUMENTS,
    FINDINGS,
    PROGRESS,
    QUESTION_CLAIMS,
    QUESTIONS,
    RELATIONS,
    SOURCES,
    STATEMENTS,
)

OPPOSING = ("contradiction", "shift")


class Judged(NamedTuple):
    """What people said of findings, as far as a listing asks."""

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()


UNJUDGED = Judged()


class Disputed(NamedTuple):
    """A question on which findings oppose each other, and how many."""

    question: str
    findings: int


def _counts(least: float, judged: Judged) -> ColumnElement[bool]:
    """Whether a finding is shown: sure enough or accepted, and not rejected."""
    sure = or_(FINDINGS.c.score >= least, FINDINGS.c.id.in_(sorted(judged.accepted)))
    return sure & FINDINGS.c.id.not_in(sorted(judged.rejected))


def disputed(
    connection: Connection, *, least: float, judged: Judged = UNJUDGED, limit: int | None = None, offset: int = 0
) -> list[Disputed]:
    """The questions on which findings oppose each other: between speakers first, then by their weight."""
    between = func.sum(case((FINDINGS.c.same_speaker, 0.0), else_=FINDINGS.c.score))
    within = func.sum(case((FINDINGS.c.same_speaker, FINDINGS.c.score), else_=0.0))
    query = (
        select(FINDINGS.c.question, func.count())
        .where(FINDINGS.c.kind.in_(OPPOSING), FINDINGS.c.question.is_not(None), _counts(least, judged))
        .group_by(FINDINGS.c.question)
        .order_by(between.desc(), within.desc(), FINDINGS.c.question)
        .limit(limit)
        .offset(offset)
    )
    return [Disputed(question, count) for question, count in connection.execute(query)]


def count_disputed(connection: Connection, *, least: float, judged: Judged = UNJUDGED) -> int:
    """How many questions `disputed` gives without a limit."""
    query = select(func.count(FINDINGS.c.question.distinct()))
    return int(connection.execute(query.where(FINDINGS.c.kind.in_(OPPOSING), _counts(least, judged))).scalar_one())


def findings(
    connection: Connection,
    *,
    kinds: Collection[str],
    least: float,
    judged: Judged = UNJUDGED,
    question: str | None = None,
    document: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Finding]:
    """The findings to show, best first: all of some kinds, or those on a question or a document."""
    query = select(FINDINGS.c.body).where(FINDINGS.c.kind.in_(sorted(kinds)), _counts(least, judged))
    if document is not None:
        resting = select(FINDING_DOCUMENTS.c.finding).where(FINDING_DOCUMENTS.c.document == document)
        query = query.where(FINDINGS.c.id.in_(resting))
    if question is not None:
        query = query.where(FINDINGS.c.question == question)
    ordered = query.order_by(FINDINGS.c.score.desc(), FINDINGS.c.id).limit(limit).offset(offset)
    return [item_of(Finding, body) for body in connection.execute(ordered).scalars()]


def findings_of(connection: Connection, question: str, least: float, judged: Judged = UNJUDGED) -> dict[str, list[str]]:
    """The findings to show on a question, by kind, best first.

    A question has few: they are sifted here, as naming all that was ever judged to the database takes longer.
    """
    query = select(FINDINGS.c.id, FINDINGS.c.kind, FINDINGS.c.score).where(FINDINGS.c.question == question)
    found: dict[str, list[str]] = {}
    for name, kind, score in connection.execute(query.order_by(FINDINGS.c.score.desc(), FINDINGS.c.id)):
        if name not in judged.rejected and (score >= least or name in judged.accepted):
            found.setdefault(kind, []).append(name)
    return found


def count_findings(connection: Connection, *, least: float, judged: Judged = UNJUDGED) -> dict[str, int]:
    """How many findings of each kind are shown."""
    query = select(FINDINGS.c.kind, func.count()).where(_counts(least, judged)).group_by(FINDINGS.c.kind)
    return {kind: int(count) for kind, count in connection.execute(query)}


def questions(connection: Connection, *, text: str | None, limit: int, offset: int = 0) -> tuple[list[str], int]:
    """The ids of questions, those with most claims first, and how many there are in all; `text` are words they hold."""
    passing = has_words(QUESTIONS.c.words, text) if text and fold(text) else QUESTIONS.c.id.is_not(None)
    total = int(connection.execute(select(func.count()).select_from(QUESTIONS).where(passing)).scalar_one())
    answered = func.count(QUESTION_CLAIMS.c.claim)
    query = (
        select(QUESTIONS.c.id)
        .outerjoin(QUESTION_CLAIMS, QUESTION_CLAIMS.c.question == QUESTIONS.c.id)
        .where(passing)
        .group_by(QUESTIONS.c.id)
        .order_by(answered.desc(), QUESTIONS.c.id)
        .limit(limit)
        .offset(offset)
    )
    return list(connection.execute(query).scalars()), total


def days(connection: Connection) -> dict[str, str]:
    """The publication day of each document that has one."""
    query = select(DOCUMENTS.c.id, DOCUMENTS.c.day).where(DOCUMENTS.c.day.is_not(None))
    return {row.id: row.day for row in connection.execute(query)}


def is_read_from(connection: Connection, file: str) -> bool:
    """Whether any document was read from a file, or from a member of it."""
    here = or_(SOURCES.c.uri == file, begins(SOURCES.c.uri, f"{file}#"))
    return connection.execute(select(SOURCES.c.document).where(here).limit(1)).first() is not None


def latest_day(connection: Connection) -> str | None:
    """The publication day of the latest document."""
    return connection.execute(select(func.max(DOCUMENTS.c.day))).scalar()


def promises(
    connection: Connection, *, kinds: Collection[str], day: str, past: bool, limit: int, offset: int = 0
) -> list[Commitment]:
    """Commitments due before a day (the latest first) or from it on (the next first)."""
    due = COMMITMENTS.c.deadline < day if past else COMMITMENTS.c.deadline >= day
    order = COMMITMENTS.c.deadline.desc() if past else COMMITMENTS.c.deadline
    query = select(COMMITMENTS.c.id).where(COMMITMENTS.c.kind.in_(sorted(kinds)), due)
    ids = list(connection.execute(query.order_by(order, COMMITMENTS.c.id).limit(limit).offset(offset)).scalars())
    found = {item.id: item for item in listing.items(connection, "commitment", ids)}
    return [item for name in ids if isinstance(item := found.get(name), Commitment)]


def newest(connection: Connection, limit: int, after: int = 0) -> list[tuple[str, int]]:
    """The documents that were kept last, the latest first, each with a number that grows with every one kept."""
    query = select(BLOCKS.c.document, BLOCKS.c.id).where(BLOCKS.c.id > after).order_by(BLOCKS.c.id.desc())
    found: dict[str, int] = {}
    for document, number in connection.execute(query, execution_options={"yield_per": 200}):
        if document not in found and len(found) == limit:
            break
        found.setdefault(document, number)
    return list(found.items())


def conflicts_of(connection: Connection, documents: Iterable[str], *, least: float, judged: Judged = UNJUDGED) -> int:
    """How many opposing findings rest on any of these documents."""
    query = (
        select(func.count(FINDINGS.c.id.distinct()))
        .join(FINDING_DOCUMENTS, FINDING_DOCUMENTS.c.finding == FINDINGS.c.id)
        .where(FINDING_DOCUMENTS.c.document.in_(sorted(documents)), FINDINGS.c.kind.in_(OPPOSING))
    )
    return int(connection.execute(query.where(_counts(least, judged))).scalar_one())


def documents(connection: Connection, filters: Filters, *, limit: int, offset: int = 0) -> tuple[list[Document], int]:
    """Documents, the latest first, and how many there are in all."""
    passing = list(conditions(DOCUMENTS, filters))
    total = int(connection.execute(select(func.count()).select_from(DOCUMENTS).where(*passing)).scalar_one())
    chosen = select(DOCUMENTS.c.id).where(*passing).order_by(DOCUMENTS.c.day.desc().nulls_last(), DOCUMENTS.c.id)
    ids = list(connection.execute(chosen.limit(limit).offset(offset)).scalars())
    rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.body).where(DOCUMENTS.c.id.in_(ids)))
    bodies = {row.id: row.body for row in rows}
    return [item_of(Document, bodies[name]) for name in ids], total


def measures(connection: Connection, *, text: str | None = None, limit: int) -> list[tuple[str, str, str, int]]:
    """What is counted: measure (folded), the words of one figure on it, unit, and how many figures; most first."""
    count, first = func.count(), func.min(FIGURES.c.id)
    query = select(FIGURES.c.measure, FIGURES.c.unit, count, first).where(FIGURES.c.measure.is_not(None))
    if text and fold(text):
        query = query.where(has_words(FIGURES.c.measure, text))
    query = query.group_by(FIGURES.c.measure, FIGURES.c.unit)
    order = (count.desc(), FIGURES.c.measure, FIGURES.c.unit)
    rows = connection.execute(query.order_by(*order).limit(limit)).all()
    items = listing.items(connection, "figure", [name for *_, name in rows])
    words = {item.id: item.measures for item in items if isinstance(item, Figure)}
    return [(measure, words.get(name) or measure, unit, n) for measure, unit, n, name in rows]


def entities(connection: Connection, ids: Iterable[str], parts: int = 20) -> list[Entity]:
    """Entities as a few of the documents that name them have them: enough for a name, offices and a party."""
    found: list[Entity] = []
    for batch in batches(ids):
        number = func.row_number().over(partition_by=ENTITIES.c.id, order_by=ENTITIES.c.document).label("number")
        numbered = select(ENTITIES.c.id, ENTITIES.c.document, number).where(ENTITIES.c.id.in_(batch)).subquery()
        same = (ENTITIES.c.id == numbered.c.id) & (ENTITIES.c.document == numbered.c.document)
        first = select(ENTITIES.c.id, ENTITIES.c.body).join(numbered, same).where(numbered.c.number <= parts)
        rows = connection.execute(first.order_by(ENTITIES.c.id, ENTITIES.c.document))
        for _, group in groupby(rows, key=lambda row: row.id):
            found.append(merged_entity([item_of(Entity, row.body) for row in group]))
    return found


def questions_in(connection: Connection, document: str) -> list[tuple[str, str]]:
    """The claims of a document that answer a question, each with that question."""
    query = select(CLAIMS.c.id, CLAIMS.c.question).where(CLAIMS.c.document == document, CLAIMS.c.question.is_not(None))
    return [(claim, question) for claim, question in connection.execute(query)]


def figures_of(connection: Connection, measure: str, unit: str | None, limit: int) -> list[Figure]:
    """The figures on a measure (folded) in one unit, by the day they were said."""
    query = select(FIGURES.c.body).where(FIGURES.c.measure == fold(measure))
    if unit is not None:
        query = query.where(FIGURES.c.unit == unit)
    ordered = query.order_by(func.coalesce(FIGURES.c.day, ""), FIGURES.c.id).limit(limit)
    return [item_of(Figure, body) for body in connection.execute(ordered).scalars()]


def with_progress(connection: Connection, limit: int) -> list[Commitment]:
    """The commitments that a later document says something of."""
    ids = connection.execute(select(PROGRESS.c.commitment).distinct().order_by(PROGRESS.c.commitment).limit(limit))
    return [item for item in listing.items(connection, "commitment", ids.scalars()) if isinstance(item, Commitment)]


def undated_promises(
    connection: Connection, *, kinds: Collection[str], limit: int, offset: int = 0
) -> list[Commitment]:
    """Commitments without a deadline, the latest first."""
    query = select(COMMITMENTS.c.body).where(COMMITMENTS.c.kind.in_(sorted(kinds)), COMMITMENTS.c.deadline.is_(None))
    order = (COMMITMENTS.c.day.desc().nulls_last(), COMMITMENTS.c.id)
    bodies = connection.execute(query.order_by(*order).limit(limit).offset(offset)).scalars()
    return [item_of(Commitment, body) for body in bodies]


def due_between(connection: Connection, since: str, until: str, limit: int) -> list[Commitment]:
    """Commitments due from one day to another, both included."""
    within = (COMMITMENTS.c.deadline >= since, COMMITMENTS.c.deadline <= until)
    query = select(COMMITMENTS.c.body).where(*within).order_by(COMMITMENTS.c.deadline, COMMITMENTS.c.id).limit(limit)
    return [item_of(Commitment, body) for body in connection.execute(query).scalars()]


def kept_by_others(connection: Connection, version: str) -> int:
    """How many documents another version of the annotator than this one annotated."""
    others = select(func.count()).select_from(DOCUMENTS).where(DOCUMENTS.c.version != version)
    return int(connection.execute(others).scalar_one())


def months(connection: Connection) -> list[tuple[str, int]]:
    """How many documents each month has ("2025-02"), in order."""
    month = func.substr(DOCUMENTS.c.day, 1, 7)
    query = select(month, func.count()).where(DOCUMENTS.c.day.is_not(None)).group_by(month).order_by(month)
    return [(name, int(number)) for name, number in connection.execute(query)]


def ties(connection: Connection, *, about: tuple[str, ...] = (), limit: int) -> list[tuple[Relation, int]]:
    """Who does what to whom: one relation of each (subject, predicate, object), and how often, most often first.

    `about` are the folded names of somebody; without any, all ties are meant.
    """
    count = func.count()
    query = select(func.min(RELATIONS.c.body), count)
    if about:
        query = query.where(or_(RELATIONS.c.subject.in_(about), RELATIONS.c.object.in_(about)))
    query = query.group_by(RELATIONS.c.subject, RELATIONS.c.predicate, RELATIONS.c.object)
    rows = connection.execute(query.order_by(count.desc(), func.min(RELATIONS.c.id)).limit(limit))
    return [(item_of(Relation, body), int(number)) for body, number in rows]


def said_between(connection: Connection, since: str, until: str, *, limit: int, offset: int = 0) -> list[Statement]:
    """Statements from one day to another, both included, in order."""
    query = select(STATEMENTS.c.body).where(STATEMENTS.c.day >= since, STATEMENTS.c.day <= until)
    bodies = connection.execute(query.order_by(STATEMENTS.c.day, STATEMENTS.c.id).limit(limit).offset(offset)).scalars()
    return [item_of(Statement, body) for body in bodies]
