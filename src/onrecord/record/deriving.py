"""What comparing brings out: questions, findings and progress, and how they go when what they rest on goes."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, union_all, update

from onrecord.model.findings import Finding, Question
from onrecord.model.identity import fold
from onrecord.model.items import StatusChange
from onrecord.record.dialects import upsert
from onrecord.record.postings import batches
from onrecord.record.rows import body_of, item_of
from onrecord.record.tables import (
    CLAIMS,
    FINDING_DOCUMENTS,
    FINDING_ITEMS,
    FINDINGS,
    OF_ONE_DOCUMENT,
    PROGRESS,
    QUESTION_CLAIMS,
    QUESTIONS,
)


def put_questions(connection: Connection, questions: Iterable[Question]) -> None:
    """Store questions; only claims that are new to one, or gone from it, are written."""
    put = {question.id: question for question in questions}
    rows = [
        {
            "id": question.id, "words": fold(question.text),
            "body": body_of(msgspec.structs.replace(question, claims=())),
        }
        for question in put.values()
    ]  # fmt: skip
    upsert(connection, QUESTIONS, rows)
    before: dict[str, set[str]] = {name: set() for name in put}
    for names in batches(put):
        here = select(QUESTION_CLAIMS).where(QUESTION_CLAIMS.c.question.in_(names))
        for question, claim in connection.execute(here):
            before[question].add(claim)
    gained: list[dict[str, str]] = []
    for name, question in put.items():
        _release(connection, name, before[name].difference(question.claims))
        gained += ({"question": name, "claim": claim} for claim in sorted(set(question.claims) - before[name]))
    if gained:
        connection.execute(insert(QUESTION_CLAIMS), gained)
        answering = update(CLAIMS).where(CLAIMS.c.id == bindparam("claim")).values(question=bindparam("question"))
        connection.execute(answering, gained)


def put_findings(connection: Connection, findings: Iterable[Finding]) -> None:
    """Store findings with what they rest on."""
    put = {finding.id: finding for finding in findings}
    rows = [
        {
            "id": finding.id, "kind": finding.kind, "question": finding.question,
            "same_speaker": finding.same_speaker, "score": finding.score, "body": body_of(finding),
        }
        for finding in put.values()
    ]  # fmt: skip
    upsert(connection, FINDINGS, rows)
    on_items = [(finding.id, item) for finding in put.values() for item in sorted({*finding.items})]
    on_words = [
        (finding.id, name) for finding in put.values() for name in sorted({each.document for each in finding.evidence})
    ]
    for table, name, pairs in ((FINDING_ITEMS, "item", on_items), (FINDING_DOCUMENTS, "document", on_words)):
        for batch in batches(put):
            connection.execute(delete(table).where(table.c.finding.in_(batch)))
        if pairs:
            connection.execute(insert(table), [{"finding": finding, name: value} for finding, value in pairs])


def put_progress(connection: Connection, document: str, changes: Mapping[str, Sequence[StatusChange]]) -> None:
    """Store what one document says became of commitments, in place of what it said before."""
    connection.execute(delete(PROGRESS).where(PROGRESS.c.document == document))
    rows = [
        {"commitment": commitment, "document": document, "body": msgspec.json.encode(list(steps)).decode()}
        for commitment, steps in sorted(changes.items())
        if steps
    ]
    if rows:
        connection.execute(insert(PROGRESS), rows)


def drop_questions(connection: Connection, ids: Iterable[str]) -> None:
    """Take questions out; their claims answer none from now on."""
    for batch in batches(ids):
        connection.execute(update(CLAIMS).where(CLAIMS.c.question.in_(batch)).values(question=None))
        connection.execute(delete(QUESTION_CLAIMS).where(QUESTION_CLAIMS.c.question.in_(batch)))
        connection.execute(delete(QUESTIONS).where(QUESTIONS.c.id.in_(batch)))


def drop_findings(connection: Connection, ids: Iterable[str]) -> None:
    """Take findings out; reviews of them stay."""
    for batch in batches(ids):
        for table in (FINDING_ITEMS, FINDING_DOCUMENTS):
            connection.execute(delete(table).where(table.c.finding.in_(batch)))
        connection.execute(delete(FINDINGS).where(FINDINGS.c.id.in_(batch)))


def findings_on(connection: Connection, items: Iterable[str]) -> list[Finding]:
    """The findings that rest on any of these items, in id order."""
    found: dict[str, Finding] = {}
    for batch in batches(items):
        resting = select(FINDING_ITEMS.c.finding).where(FINDING_ITEMS.c.item.in_(batch))
        for body in connection.execute(select(FINDINGS.c.body).where(FINDINGS.c.id.in_(resting))).scalars():
            finding = item_of(Finding, body)
            found[finding.id] = finding
    return [found[name] for name in sorted(found)]


def drop_derived(connection: Connection, document: str) -> tuple[str, ...]:
    """Take out all that rests on a document; the questions that lost claims by it.

    Such a question keeps its other claims and the positions that these support, until comparing answers it
    anew; one that is left with none goes.
    """
    of_document = union_all(
        *(select(table.c.id).where(table.c.document == document) for table in OF_ONE_DOCUMENT.values())
    )
    on_items = select(FINDING_ITEMS.c.finding).where(FINDING_ITEMS.c.item.in_(of_document))
    on_words = select(FINDING_DOCUMENTS.c.finding).where(FINDING_DOCUMENTS.c.document == document)
    drop_findings(connection, {*connection.execute(on_items).scalars(), *connection.execute(on_words).scalars()})
    connection.execute(delete(PROGRESS).where(PROGRESS.c.document == document))
    lost: dict[str, set[str]] = {}
    leaving = select(CLAIMS.c.id).where(CLAIMS.c.document == document)
    for question, claim in connection.execute(select(QUESTION_CLAIMS).where(QUESTION_CLAIMS.c.claim.in_(leaving))):
        lost.setdefault(question, set()).add(claim)
    for question, claims in lost.items():
        _release(connection, question, claims)
        _withdraw(connection, question, claims)
    return tuple(sorted(lost))


def _release(connection: Connection, question: str, claims: set[str]) -> None:
    for batch in batches(claims):
        here = QUESTION_CLAIMS.c.question == question
        connection.execute(delete(QUESTION_CLAIMS).where(here, QUESTION_CLAIMS.c.claim.in_(batch)))
        mine = CLAIMS.c.question == question
        connection.execute(update(CLAIMS).where(CLAIMS.c.id.in_(batch), mine).values(question=None))


def _withdraw(connection: Connection, question: str, claims: set[str]) -> None:
    """Take claims out of a question's positions, and the question out when none are left."""
    if (
        connection.execute(select(QUESTION_CLAIMS.c.claim).where(QUESTION_CLAIMS.c.question == question)).first()
        is None
    ):
        connection.execute(delete(QUESTIONS).where(QUESTIONS.c.id == question))
        return
    here = QUESTIONS.c.id == question
    stored = item_of(Question, connection.execute(select(QUESTIONS.c.body).where(here)).scalar_one())
    kept = (
        msgspec.structs.replace(position, claims=tuple(claim for claim in position.claims if claim not in claims))
        for position in stored.positions
    )
    left = msgspec.structs.replace(stored, positions=tuple(position for position in kept if position.claims))
    connection.execute(update(QUESTIONS).where(here).values(body=body_of(left)))
