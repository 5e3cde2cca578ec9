"""The JSON Lines export: one file a kind, lines in id order, the same bytes for the same record."""

import hashlib
import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection

from onrecord.comparing.happenings import Happening
from onrecord.comparing.sameness import Sameness
from onrecord.model.documents import Document, Source
from onrecord.model.errors import OutputError
from onrecord.model.findings import Finding, Review
from onrecord.model.items import Claim, Commitment, Entity, Event, Statement
from onrecord.output.deadlines import day_of, lapsed, late_among, with_lapses
from onrecord.output.joined import joined
from onrecord.output.lines import (
    DocumentLine,
    EntityLine,
    EntityPart,
    EventLine,
    EventPart,
    FindingLine,
    ReviewLine,
    widened,
)
from onrecord.output.ties import happenings_of, sameness
from onrecord.record import Duplicate, Filters, Record, duplicates, keeping
from onrecord.record.merging import merged_entity, merged_event

EVERYTHING = Filters()


def export_jsonl(record: Record, folder: str | Path, as_of: date | None = None) -> dict[str, int]:
    """Write a record into a folder as JSON Lines; how many lines each file has.

    Promises are overdue as of a day, that of the latest document unless told otherwise.

    All files show the record at one moment. Each appears whole or not at all: it is written beside its
    place and then moved there.
    """
    target = Path(folder)
    counts: dict[str, int] = {}
    try:
        target.mkdir(parents=True, exist_ok=True)
        with record.snapshot():
            late = lapsed(record, EVERYTHING, as_of)
            for name, lines in FILES.items():
                counts[name] = _write(target / f"{name}.jsonl", lines(record, late))
    except OSError as error:
        raise OutputError(
            "E401", f"the export cannot be written ({error.strerror or error})", where=str(error.filename or target),
            remedy="Name a folder that you may write in, on a disk with room",
        ) from error  # fmt: skip
    return counts


def encoded(line: msgspec.Struct) -> bytes:
    """One line without its end; an absent text is null, never an empty string."""
    plain = msgspec.json.encode(line)
    return plain if b'""' not in plain else msgspec.json.encode(_without_empty(line))


def line_of(record: Record, item: msgspec.Struct) -> msgspec.Struct:
    """The line that an export has for one item of the record, of whatever kind."""
    match item:
        case Document():
            return _document(record, item)
        case Entity():
            return _entity(list(record.entity_parts([item.id])), sameness(record))
        case Statement():
            return joined(record).statement(item)
        case Claim():
            return joined(record).claim(item)
        case Event():
            return _event(list(record.event_parts([item.id])))
        case Commitment():
            return next(with_lapses([item], late_among(record, [item], day_of(record))))
        case Finding():
            return _finding(item, record.verdicts_on([item.id]).get(item.id))
        case Review():
            return widened(ReviewLine, item, words=record.words_of_review(item.id))
        case _:
            return item


def _document(record: Record, document: Document) -> msgspec.Struct:
    version, others, alike = record.look(_surroundings, document.id)
    return widened(
        DocumentLine,
        document,
        version=version,
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        sources=others,
        duplicates=alike,
    )


def _surroundings(connection: Connection, document: str) -> tuple[str, tuple[Source, ...], tuple[Duplicate, ...]]:
    """What the record knows of a document besides: its annotator's version, its other sources, documents alike."""
    return (
        keeping.version_of(connection, document),
        keeping.sources(connection, document)[1:],
        tuple(duplicates.duplicates_of(connection, document)),
    )


def _entity(pairs: list[tuple[str, Entity]], same: Sameness) -> msgspec.Struct:
    head = same.of(pairs[0][1].id)
    parts = tuple(_entity_part(document, entity) for document, entity in pairs) if len(pairs) > 1 else None
    merged = merged_entity([entity for _, entity in pairs])
    return widened(EntityLine, merged, parts=parts, same_as=head if head != merged.id else None)


def _event(pairs: list[tuple[str, Event]]) -> msgspec.Struct:
    parts = tuple(_event_part(document, event) for document, event in pairs) if len(pairs) > 1 else None
    return widened(EventLine, merged_event([event for _, event in pairs]), parts=parts)


def _happening(told: Happening) -> msgspec.Struct:
    """One event that several documents tell of, with each account."""
    parts = tuple(_event_part(account.mentions[0].document, account) for account in told.accounts)
    return EventLine(
        id=told.id, kind=told.kind, text=told.text, when=told.when, place=told.place, participants=told.participants,
        trigger=told.trigger,
        status=told.status, score=told.score, parts=parts,
        doubts=tuple(sorted({doubt for account in told.accounts for doubt in account.doubts})),
        mentions=tuple(sorted((m for a in told.accounts for m in a.mentions), key=lambda m: (m.document, m.spans))),
    )  # fmt: skip


def _finding(finding: Finding, review: Review | None) -> msgspec.Struct:
    return widened(FindingLine, finding, review=review.verdict if review else None)


def _findings(record: Record, late: Sequence[Finding]) -> Iterator[msgspec.Struct]:
    """Findings in order of their ids, with those that follow from the day."""
    verdicts = record.verdicts()
    found = heapq.merge(record.findings(EVERYTHING, by_id=True), late, key=lambda finding: finding.id)
    return (_finding(finding, verdicts.get(finding.id)) for finding in found)


def _commitments(record: Record, late: Sequence[Finding]) -> Iterator[msgspec.Struct]:
    return with_lapses(record.commitments(EVERYTHING, by_id=True), {finding.items[0]: finding for finding in late})


def _entities(record: Record) -> Iterator[msgspec.Struct]:
    same = sameness(record)
    return (_entity(list(group), same) for _, group in groupby(record.entity_parts(), key=lambda pair: pair[1].id))


def _events(record: Record) -> Iterator[msgspec.Struct]:
    """Events in order of their ids; what several documents tell of one stands in one line, after the others."""
    several = sorted((told for told in happenings_of(record) if len(told.accounts) > 1), key=lambda told: told.id)
    within = {account.id for told in several for account in told.accounts}
    for name, group in groupby(record.event_parts(), key=lambda pair: pair[1].id):
        if name not in within:
            yield _event(list(group))
    yield from (_happening(told) for told in several)


def _lines(record: Record, items: Iterable[msgspec.Struct]) -> Iterator[msgspec.Struct]:
    return (line_of(record, item) for item in items)


FILES: Mapping[str, Callable[[Record, Sequence[Finding]], Iterable[msgspec.Struct]]] = {
    "documents": lambda record, _: _lines(record, record.documents(EVERYTHING, by_id=True)),
    "statements": lambda record, _: map(joined(record).statement, record.statements(EVERYTHING, by_id=True)),
    "claims": lambda record, _: map(joined(record).claim, record.claims(EVERYTHING, by_id=True)),
    "questions": lambda record, _: record.questions(EVERYTHING, by_id=True),
    "figures": lambda record, _: record.figures(EVERYTHING, by_id=True),
    "commitments": _commitments,
    "events": lambda record, _: _events(record),
    "entities": lambda record, _: _entities(record),
    "relations": lambda record, _: record.relations(EVERYTHING, by_id=True),
    "findings": _findings,
    "reviews": lambda record, _: _lines(record, _by_id(record.reviews())),
}
"""Each file with its lines, of a record and the findings that promises are overdue."""


def _by_id(reviews: list[Review]) -> list[Review]:
    return sorted(reviews, key=lambda review: review.id)


def _write(path: Path, lines: Iterable[msgspec.Struct]) -> int:
    """Write one file, whole or not at all."""
    unfinished = path.with_name(path.name + ".part")
    count = 0
    try:
        with unfinished.open("wb") as file:
            for line in lines:
                file.write(encoded(line) + b"\n")
                count += 1
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _entity_part(document: str, entity: Entity) -> EntityPart:
    return EntityPart(
        document=document,
        kind=entity.kind,
        name=entity.name,
        aliases=entity.aliases,
        roles=entity.roles,
        party=entity.party,
    )


def _event_part(document: str, event: Event) -> EventPart:
    return EventPart(
        id=event.id,
        document=document,
        kind=event.kind,
        text=event.text,
        when=event.when,
        place=event.place,
        participants=event.participants,
        trigger=event.trigger,
        status=event.status,
        doubts=event.doubts,
        score=event.score,
    )


def _without_empty(value: Any) -> Any:  # noqa: ANN401 - any value that a line may hold
    """The same with empty optional texts absent."""
    if isinstance(value, msgspec.Struct):
        optional = {field.name for field in msgspec.structs.fields(value) if type(None) in get_args(field.type)}
        changed = {}
        for name in value.__struct_fields__:
            part = getattr(value, name)
            changed[name] = None if part == "" and name in optional else _without_empty(part)
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(_without_empty(part) for part in value)
    return value
