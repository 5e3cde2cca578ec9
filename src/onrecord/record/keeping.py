"""Documents in and out of the record: all or nothing, idempotent by content, and never dependent on order.

A document that stands at several uris is one document: its content is the reading from the smallest of
them, and each uri keeps the time at which it was first read.
"""

import hashlib
import math
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, update

from onrecord.model.documents import Document, Source
from onrecord.model.errors import AnnotatingError
from onrecord.model.items import Annotated, Figure
from onrecord.record import deriving, dialects, duplicates, failing, postings, searching
from onrecord.record.checking import misplaced
from onrecord.record.results import Kept
from onrecord.record.rows import KINDS, body_of, document_row, item_of, item_rows, storable_uri
from onrecord.record.tables import BLOCKS, DOCUMENTS, OF_ONE_DOCUMENT, SHARED, SOURCES

TABLES: dict[str, Table] = {**OF_ONE_DOCUMENT, **SHARED}
FIELDS = {"entity": "entities", **{kind: f"{kind}s" for kind in KINDS if kind != "entity"}}
"""The field of `Annotated` that holds each kind."""


def keep(connection: Connection, annotated: Annotated) -> Kept:
    """Put a document and its items into the record; see `Record.keep`."""
    annotated = tidy(annotated)
    document = annotated.document
    fault = next(misplaced(annotated), None)
    if fault:
        raise AnnotatingError("E203", f"an item does not fit its document: {fault}", where=document.source.uri)
    try:
        content = content_hash(annotated)
    except UnicodeEncodeError as error:
        raise AnnotatingError(
            "E202", "the document holds characters that are not Unicode text (lone surrogates)",
            where=document.source.uri, remedy="Convert the file to UTF-8, or leave it out",
        ) from error  # fmt: skip
    failing.clear(connection, [document.source.uri])
    stored = _row(connection, document.id)
    if stored is None:
        _insert(connection, annotated, content, document.source.uri)
        _note_source(connection, document)
        return Kept(outcome="added", document=document.id)
    _note_source(connection, document)
    uri = document.source.uri
    if stored["version"] == annotated.version and (stored["content_hash"] == content or uri > stored["read_from"]):
        _show_smallest_source(connection, document.id, min(uri, stored["read_from"]))
        return Kept(outcome="unchanged", document=document.id)
    cleared = _clear(connection, document.id)
    _insert(connection, annotated, content, uri)
    _show_smallest_source(connection, document.id, uri)
    return msgspec.structs.replace(cleared, outcome="updated")


def remove(connection: Connection, document: str) -> Kept:
    """Take a document out with its text and all that was derived from it; see `Record.remove`."""
    dialects.leave_no_trace(connection)
    cleared = _clear(connection, document)
    connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == document))
    dialects.purge_words(connection)
    return cleared


def is_current(connection: Connection, sha256: str, version: str, uri: str | None) -> bool:
    """Whether these bytes were kept by this version, and read from `uri` where that is asked."""
    query = select(DOCUMENTS.c.id).where(DOCUMENTS.c.sha256 == sha256, DOCUMENTS.c.version == version)
    if uri is not None:
        query = query.join(SOURCES, SOURCES.c.document == DOCUMENTS.c.id).where(SOURCES.c.uri == storable_uri(uri))
    return connection.execute(query).first() is not None


def version_of(connection: Connection, document: str) -> str:
    """The annotator version that a document was kept by."""
    return str(connection.execute(select(DOCUMENTS.c.version).where(DOCUMENTS.c.id == document)).scalar_one())


def sources(connection: Connection, document: str) -> tuple[Source, ...]:
    """Everywhere a document was read from, smallest uri first."""
    query = select(SOURCES.c.body).where(SOURCES.c.document == document).order_by(SOURCES.c.uri)
    return tuple(item_of(Source, body) for body in connection.execute(query).scalars())


def annotated(connection: Connection, document: str) -> Annotated:
    """A document with everything that was kept with it, in text order."""
    row = connection.execute(select(DOCUMENTS).where(DOCUMENTS.c.id == document)).mappings().one()
    found: dict[str, tuple[Any, ...]] = {}
    for kind, table in TABLES.items():
        query = select(table.c.body).where(table.c.document == document).order_by(table.c.start, table.c.id)
        found[FIELDS[kind]] = tuple(item_of(KINDS[kind], body) for body in connection.execute(query).scalars())
    return Annotated(document=item_of(Document, row["body"]), version=row["version"], **found)


def tidy(annotated: Annotated) -> Annotated:
    """The same with each item once, in id order, so that two annotations with the same content become equal."""
    fields: dict[str, tuple[Any, ...]] = {}
    for field in FIELDS.values():
        first: dict[str, Any] = {}
        for item in getattr(annotated, field):
            first.setdefault(item.id, item)
        if field == "claims":  # which question a claim answers is for comparing to say
            first = {name: msgspec.structs.replace(claim, question=None) for name, claim in first.items()}
        if field == "figures":
            first = {name: _storable(figure) for name, figure in first.items()}
        fields[field] = tuple(first[name] for name in sorted(first))
    source = annotated.document.source
    named = msgspec.structs.replace(source, uri=storable_uri(source.uri))
    return msgspec.structs.replace(
        annotated, document=msgspec.structs.replace(annotated.document, source=named), **cast("dict[str, Any]", fields)
    )


def _storable(figure: Figure) -> Figure:
    """A figure whose bounds JSON can hold: beyond 64 bits as floating point, beyond that not at all."""
    low, high = _bound(figure.low), _bound(figure.high)
    same = (low, high) == (figure.low, figure.high)
    return figure if same else msgspec.structs.replace(figure, low=low, high=high)


def _bound(value: int | float | None) -> int | float | None:
    if value is None or (isinstance(value, int) and abs(value) < 2**63):
        return value
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def content_hash(annotated: Annotated) -> str:
    """What a document says and what was found in it, whatever it was read from and when.

    The hash of one line of JSON, with the fields of `Annotated` in their order; `stored_hash` makes the same line.
    """
    document = annotated.document
    anywhere = msgspec.structs.replace(document.source, uri="", read_at="")
    bare = msgspec.structs.replace(annotated, document=msgspec.structs.replace(document, source=anywhere))
    return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()


def stored_hash(connection: Connection, document: str) -> str:
    """The content hash of what is stored, byte for byte as it was kept.

    It is made of the stored JSON, so that a record kept before a type gained a field holds as it did then.
    """
    row = connection.execute(select(DOCUMENTS.c.body, DOCUMENTS.c.version).where(DOCUMENTS.c.id == document)).one()
    body = msgspec.json.decode(row.body, type=dict[str, Any])
    body["source"] = body["source"] | {"uri": "", "read_at": ""}
    kinds = {field: kind for kind, field in FIELDS.items()}
    whole: dict[str, Any] = {"document": body, "version": row.version}
    for field in Annotated.__struct_fields__[len(whole) :]:
        table = TABLES[kinds[field]]
        query = select(table.c.body).where(table.c.document == document).order_by(table.c.id)
        whole[field] = [msgspec.Raw(item.encode()) for item in connection.execute(query).scalars()]
    return hashlib.sha256(msgspec.json.encode(whole)).hexdigest()


def text_hash(text: str) -> str:
    """The hash by which a document's text is checked."""
    return hashlib.sha256(text.encode()).hexdigest()


def _insert(connection: Connection, annotated: Annotated, content: str, uri: str) -> None:
    document = annotated.document
    fingerprint = duplicates.fingerprint(document)
    row = document_row(document) | {
        "read_from": uri,
        "version": annotated.version,
        "content_hash": content,
        "text_hash": text_hash(document.text),
        "runs": len(fingerprint.runs),
    }
    dialects.upsert(connection, DOCUMENTS, [row])
    for kind, rows in item_rows(annotated).items():
        if rows:
            connection.execute(insert(TABLES[kind]), rows)
    searching.index(connection, document)
    duplicates.link(connection, document.id, fingerprint)


def _clear(connection: Connection, document: str) -> Kept:
    """Take out all of a document's rows but its own and its sources; what lost something by it."""
    touched = deriving.drop_derived(connection, document)
    reprints = duplicates.near_duplicates(connection, [document]).get(document, ())
    items = [document]
    for table in OF_ONE_DOCUMENT.values():
        items += connection.execute(select(table.c.id).where(table.c.document == document)).scalars()
    freed = {kind: tuple(keys) for kind, keys in postings.keys_held(connection, items).items()}
    postings.forget(connection, items)
    dialects.forget_words(connection, document)
    for table in (*TABLES.values(), BLOCKS):
        connection.execute(delete(table).where(table.c.document == document))
    stored = connection.execute(select(DOCUMENTS.c.body).where(DOCUMENTS.c.id == document)).scalar_one()
    duplicates.unlink(connection, document, duplicates.fingerprint(item_of(Document, stored)))
    return Kept(outcome="removed", document=document, questions=touched, freed=freed, reprints=reprints)


def _row(connection: Connection, document: str) -> RowMapping | None:
    columns = (DOCUMENTS.c.version, DOCUMENTS.c.content_hash, DOCUMENTS.c.read_from)
    return connection.execute(select(*columns).where(DOCUMENTS.c.id == document)).mappings().first()


def _note_source(connection: Connection, document: Document) -> None:
    """Remember where a document was read from, with the time of the first reading there."""
    source = document.source
    here = (SOURCES.c.document == document.id) & (SOURCES.c.uri == source.uri)
    known = connection.execute(select(SOURCES.c.body).where(here)).scalar()
    if known is not None:
        source = msgspec.structs.replace(source, read_at=item_of(Source, known).read_at)
    dialects.upsert(connection, SOURCES, [{"document": document.id, "uri": source.uri, "body": body_of(source)}])


def _show_smallest_source(connection: Connection, document: str, read_from: str) -> None:
    """Have a document's body name the smallest of its uris; the rest of it stays as it was kept."""
    smallest = sources(connection, document)[0]
    here = DOCUMENTS.c.id == document
    kept = connection.execute(select(DOCUMENTS.c.body).where(here)).scalar_one()
    body = msgspec.json.decode(kept, type=dict[str, msgspec.Raw])
    body["source"] = msgspec.Raw(body_of(smallest))
    shown = msgspec.json.encode(body).decode()
    connection.execute(update(DOCUMENTS).where(here).values(body=shown, uri=smallest.uri, read_from=read_from))
