"""Filters as SQL conditions, one set of rules for every kind of item."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select

from onrecord.model.identity import fold
from onrecord.record.filters import Filters
from onrecord.record.phrases import phrases_of
from onrecord.record.tables import (
    BLOCKS,
    CLAIMS,
    COMMITMENTS,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FIGURES,
    FINDING_DOCUMENTS,
    FINDING_ITEMS,
    FINDINGS,
    QUESTION_CLAIMS,
    QUESTIONS,
    RELATIONS,
    STATEMENTS,
)

Condition = ColumnElement[bool]

SORTS: dict[Table, tuple[str, ...]] = {
    DOCUMENTS: ("genre",), STATEMENTS: ("manner", "stance"), CLAIMS: ("polarity", "modality"), FIGURES: ("kind",),
    COMMITMENTS: ("kind",), RELATIONS: ("predicate",), ENTITIES: ("kind",), EVENTS: ("kind",), FINDINGS: ("kind",),
    BLOCKS: ("kind",), QUESTIONS: (),
}  # fmt: skip
"""The columns that `Filters.kind` looks at."""

SAID_BY = (STATEMENTS, CLAIMS, FIGURES, RELATIONS)
"""Tables with a speaker of their own."""


def conditions(table: Table, filters: Filters) -> Iterator[Condition]:
    """What a row of a table must meet; together they hold for the items that pass the filters."""
    if filters.after:
        yield table.c.id > filters.after
    if table in (QUESTIONS, FINDINGS):
        yield from _of_derived(table, filters)
        return
    document = table.c.id if table is DOCUMENTS else table.c.document
    if filters.document:
        yield begins(document, filters.document)
    if filters.outlet:
        yield document.in_(select(DOCUMENTS.c.id).where(has_words(DOCUMENTS.c.outlet, filters.outlet)))
    if filters.since or filters.until:
        yield _dated(table, document, filters)
    if filters.speaker or filters.party:
        yield _said(table, document, filters)
    if filters.question:
        yield _answering(table, document, filters.question)
    if filters.kind:
        yield or_(*(table.c[name] == filters.kind for name in SORTS[table]))
    if filters.measure:
        measuring = select(FIGURES.c.document).where(has_words(FIGURES.c.measure, filters.measure))
        yield has_words(table.c.measure, filters.measure) if table is FIGURES else document.in_(measuring)
    if filters.text and "words" in table.c:
        yield has_phrases(table.c.words, filters.text)


def has_words(column: ColumnElement[Any], words: str) -> Condition:
    """Whether a folded column holds every word of a name, each as a whole word."""
    return and_(*(_padded(column).like(f"% {word} %") for word in fold(words).split() or ["\n"]))


def has_phrases(column: ColumnElement[Any], text: str) -> Condition:
    """Whether a folded column holds every word and "quoted phrase" of a text."""
    return and_(*(_padded(column).like(f"% {phrase} %") for phrase in phrases_of(text) or ["\n"]))


def begins(column: ColumnElement[Any], prefix: str) -> Condition:
    """Whether an id begins so; a range, so that an index serves it."""
    return and_(column >= prefix, column < prefix + "\U0010ffff")


def question_ids(named: str) -> Select[tuple[str]]:
    """The questions with this beginning of an id, or with all these words."""
    return select(QUESTIONS.c.id).where(or_(begins(QUESTIONS.c.id, named), has_words(QUESTIONS.c.words, named)))


def _padded(column: ColumnElement[Any]) -> ColumnElement[str]:
    padded: ColumnElement[str] = " " + func.coalesce(column, "") + " "
    return padded


def _within(day: ColumnElement[Any], filters: Filters) -> Condition:
    """Whether a day lies in the filters' stretch; "2024" and "2024-02" stand for all their days."""
    bounds: list[Condition] = [day.is_not(None)]
    if filters.since:
        bounds.append(func.substr(day, 1, len(filters.since)) >= filters.since)
    if filters.until:
        bounds.append(func.substr(day, 1, len(filters.until)) <= filters.until)
    return and_(*bounds)


def _dated(table: Table, document: ColumnElement[Any], filters: Filters) -> Condition:
    if "day" in table.c:
        return _within(table.c.day, filters)
    return document.in_(select(DOCUMENTS.c.id).where(_within(DOCUMENTS.c.day, filters)))


def _who(table: Table, filters: Filters) -> Condition:
    """Whether a row with a speaker of its own passes."""
    wanted = []
    if filters.speaker:
        wanted.append(or_(has_words(table.c.speaker, filters.speaker), table.c.entity == filters.speaker))
    if filters.party:
        wanted.append(table.c.party == fold(filters.party))
    return and_(*wanted)


def _said(table: Table, document: ColumnElement[Any], filters: Filters) -> Condition:
    if table in SAID_BY:
        return _who(table, filters)
    name = filters.speaker or filters.party or ""
    if table is ENTITIES:
        named = has_words(table.c.words, filters.speaker) if filters.speaker else table.c.id.is_not(None)
        return and_(named, table.c.party == fold(filters.party)) if filters.party else named
    if table is EVENTS:
        return has_words(table.c.participants, name)
    saying = select(STATEMENTS.c.id).where(_who(STATEMENTS, filters))
    if table is COMMITMENTS:
        return or_(has_words(table.c.parties, name), table.c.statement.in_(saying))
    if table is BLOCKS:
        here = (STATEMENTS.c.document == BLOCKS.c.document) & STATEMENTS.c.start.between(BLOCKS.c.start, BLOCKS.c.end)
        return select(STATEMENTS.c.id).where(here, _who(STATEMENTS, filters)).exists()
    return document.in_(select(STATEMENTS.c.document).where(_who(STATEMENTS, filters)))


def _answering(table: Table, document: ColumnElement[Any], question: str) -> Condition:
    claims = CLAIMS.c.question.in_(question_ids(question))
    if table is CLAIMS:
        return claims
    if table is STATEMENTS:
        return table.c.id.in_(select(CLAIMS.c.statement).where(claims))
    if table in (FIGURES, COMMITMENTS):
        return table.c.statement.in_(select(CLAIMS.c.statement).where(claims))
    return document.in_(select(CLAIMS.c.document).where(claims))


def _of_derived(table: Table, filters: Filters) -> Iterator[Condition]:
    """Questions and findings pass when one of the items that they rest on does."""
    if filters.kind and table is FINDINGS:
        yield table.c.kind == filters.kind
    if filters.question:
        named = question_ids(filters.question)
        yield table.c.id.in_(named) if table is QUESTIONS else table.c.question.in_(named)
    about = Filters(
        speaker=filters.speaker, party=filters.party, outlet=filters.outlet, since=filters.since, until=filters.until,
        document=filters.document, measure=filters.measure, text=filters.text,
    )  # fmt: skip
    if about == Filters():
        return
    if table is QUESTIONS:
        passing = select(CLAIMS.c.id).where(*conditions(CLAIMS, about))
        yield table.c.id.in_(select(QUESTION_CLAIMS.c.question).where(QUESTION_CLAIMS.c.claim.in_(passing)))
        return
    resting = [
        FINDING_ITEMS.c.item.in_(select(kind.c.id).where(*conditions(kind, about)))
        for kind in (STATEMENTS, CLAIMS, FIGURES, COMMITMENTS)
    ]
    passes: Condition = table.c.id.in_(select(FINDING_ITEMS.c.finding).where(or_(*resting)))
    only_document = Filters(document=filters.document)
    if filters.document and about == only_document:
        evidence = select(FINDING_DOCUMENTS.c.finding).where(begins(FINDING_DOCUMENTS.c.document, filters.document))
        passes = or_(passes, table.c.id.in_(evidence))
    yield passes
