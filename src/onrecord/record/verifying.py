"""Checking the record against itself: every span, every hash, the search index, and rows that belong to nothing."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Table, func, select

from onrecord.model.findings import Finding
from onrecord.model.identity import content_id
from onrecord.model.spans import Spans
from onrecord.record import dialects, keeping, listing
from onrecord.record.checking import faults, misplaced
from onrecord.record.results import Problem
from onrecord.record.rows import item_of
from onrecord.record.tables import (
    BLOCKS,
    CLAIMS,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FINDING_ITEMS,
    FINDINGS,
    FINGERPRINTS,
    OF_ONE_DOCUMENT,
    QUESTION_CLAIMS,
    SOURCES,
)


def verify(connection: Connection) -> Iterator[Problem]:
    """Everything in the record that does not hold."""
    lengths: dict[str, int] = {}
    for name in list(connection.execute(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.id)).scalars()):
        yield from _document(connection, name, lengths)
    yield from _findings(connection, lengths)
    yield from _orphans(connection)
    astray = dialects.unindexed_blocks(connection)
    if astray:
        yield Problem(item="search", kind="search", reason=f"{astray} blocks and search entries do not match")


def _document(connection: Connection, name: str, lengths: dict[str, int]) -> Iterator[Problem]:
    row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == name)).one()
    untouched = _is_untouched(connection, name, row.content_hash)
    try:
        kept = keeping.annotated(connection, name)
    except (msgspec.MsgspecError, UnicodeError) as error:
        if untouched:
            yield Problem(
                item=name, kind="version",
                reason="it is as it was kept, but by another version of OnRecord, whose items this one cannot read: "
                "add its source again with: onrecord add --force",
            )  # fmt: skip
            return
        yield Problem(item=name, kind="body", reason=f"a stored item cannot be read: {error}")
        return
    document = kept.document
    lengths[name] = len(document.text)
    if keeping.text_hash(document.text) != row.text_hash:
        yield Problem(item=name, kind="hash", reason="the text is not the one that was kept")
    if (
        name != document.id
        or name != content_id("document", document.source.sha256)
        or row.sha256 != document.source.sha256
    ):
        yield Problem(item=name, kind="id", reason="the id is not that of the source's bytes")
    for fault in misplaced(kept):
        yield Problem(item=name, kind="span", reason=fault)
    if not untouched:
        yield Problem(item=name, kind="hash", reason="what was found in it is not what was kept")
    sources = keeping.sources(connection, name)
    if not sources or sources[0] != document.source:
        yield Problem(item=name, kind="body", reason="the source shown is not the smallest of its uris")


def _is_untouched(connection: Connection, name: str, content_hash: str) -> bool:
    """Whether what is stored of a document is what was kept, byte for byte."""
    try:
        return keeping.stored_hash(connection, name) == content_hash
    except (msgspec.MsgspecError, UnicodeError, KeyError, TypeError):
        return False


def _findings(connection: Connection, lengths: dict[str, int]) -> Iterator[Problem]:
    for body in connection.execute(select(FINDINGS.c.body).order_by(FINDINGS.c.id)).scalars():
        try:
            finding = item_of(Finding, body)
        except msgspec.MsgspecError as error:
            yield Problem(item="finding", kind="body", reason=f"a stored finding cannot be read: {error}")
            continue
        for evidence in finding.evidence:
            if evidence.document not in lengths:
                yield Problem(
                    item=finding.id, kind="orphan", reason=f"its words' document is not here: {evidence.document}"
                )
                continue
            spans: Spans = evidence.spans
            for fault in faults(finding.id, spans, lengths[evidence.document]):
                yield Problem(item=finding.id, kind="span", reason=fault)


def _orphans(connection: Connection) -> Iterator[Problem]:
    """Rows whose document, claim or item is not in the record."""
    of_documents: tuple[Table, ...] = (*OF_ONE_DOCUMENT.values(), ENTITIES, EVENTS, BLOCKS, SOURCES, FINGERPRINTS)
    known = select(DOCUMENTS.c.id)
    for table in of_documents:
        query = select(func.count()).select_from(table).where(table.c.document.not_in(known))
        count = connection.execute(query).scalar_one()
        if count:
            yield Problem(item=table.name, kind="orphan", reason=f"{count} rows belong to no document")
    for claim in connection.execute(
        select(QUESTION_CLAIMS.c.claim).where(QUESTION_CLAIMS.c.claim.not_in(select(CLAIMS.c.id)))
    ).scalars():
        yield Problem(item=claim, kind="orphan", reason="a question names this claim, which is not here")
    items = [select(table.c.id) for kind, table in listing.TABLES.items() if kind not in ("document", "review")]
    resting = select(FINDING_ITEMS.c.finding, FINDING_ITEMS.c.item)
    for query in items:
        resting = resting.where(FINDING_ITEMS.c.item.not_in(query))
    for finding, item in connection.execute(resting):
        yield Problem(item=finding, kind="orphan", reason=f"it rests on {item}, which is not here")
