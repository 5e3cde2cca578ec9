"""The CSV export: one file a kind, one row an item, safe to open in a spreadsheet."""

import csv
import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from onrecord.model.documents import Document
from onrecord.model.errors import OutputError
from onrecord.model.findings import Finding
from onrecord.model.items import Holder, Speaker
from onrecord.model.spans import Evidence, Spans, words_of
from onrecord.model.times import Interval
from onrecord.output.deadlines import lapsed, with_lapses
from onrecord.record import Filters, Record

EVERYTHING = Filters()

Cell = str | int | float | bool | None
Row = dict[str, Cell]


def export_csv(record: Record, folder: str | Path, as_of: date | None = None) -> dict[str, int]:
    """Write a record into a folder as CSV in UTF-8, rows by id or by date and place; how many rows each file has.

    Promises are overdue as of a day, that of the latest document unless told otherwise.
    """
    target = Path(folder)
    counts: dict[str, int] = {}
    try:
        target.mkdir(parents=True, exist_ok=True)
        with record.snapshot():
            shared = _Shared(record, lapsed(record, EVERYTHING, as_of))
            for name, (columns, rows) in TABLES.items():
                counts[name] = _write(target / f"{name}.csv", columns, rows(record, shared))
    except OSError as error:
        raise OutputError(
            "E401", f"the export cannot be written ({error.strerror or error})", where=str(error.filename or target),
            remedy="Name a folder that you may write in, on a disk with room",
        ) from error  # fmt: skip
    return counts


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe before it."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        return "'" + cell
    return cell


class _Shared:
    """What the files of one export share: the overdue promises, and words, the last document's text at hand."""

    def __init__(self, record: Record, late: Sequence[Finding]) -> None:
        self.late = late
        self._record = record
        self._document: Document | None = None

    def words_of(self, document: str, spans: Spans) -> str:
        if self._document is None or self._document.id != document:
            self._document = self._record.document(document)
        return words_of(self._document.text, spans)

    def words_of_all(self, evidence: Iterable[Evidence]) -> str:
        return " | ".join(self.words_of(each.document, each.spans) for each in evidence)


def _documents(record: Record, _: _Shared) -> Iterator[Row]:
    for d in record.documents(EVERYTHING, by_id=True):
        yield {
            "id": d.id, "title": d.title, "outlet": d.outlet, "authors": _list(d.authors),
            **_time("published", d.published),
            "known_by": d.published.known_by if d.published else None, "dateline": d.dateline, "genre": d.genre,
            "language": d.language, "terms": d.terms.kind if d.terms else None,
            "embargo": d.embargo.text if d.embargo else None, "republished_from": d.republished_from,
            "uri": d.source.uri, "sha256": d.source.sha256, "media_type": d.source.media_type,
            "read_at": d.source.read_at,
            "characters": len(d.text),
        }  # fmt: skip


def _statements(record: Record, shared: _Shared) -> Iterator[Row]:
    for s in record.statements(EVERYTHING):
        yield {
            "id": s.id, "document": s.document, "spans": _spans(s.content),
            "words": shared.words_of(s.document, s.content),
            "cue": shared.words_of(s.document, s.cue), "manner": s.manner, "stance": s.stance,
            **_who("speaker", s.speaker),
            "description": s.speaker.description, "anonymous": s.speaker.anonymous, "addressee": s.addressee,
            **_time("uttered", s.uttered), "place": s.place, "venue": s.venue,
            "terms": s.terms.kind if s.terms else None, "nested_in": s.nested_in, "score": s.score,
        }  # fmt: skip


def _claims(record: Record, shared: _Shared) -> Iterator[Row]:
    for c in record.claims(EVERYTHING):
        yield {
            "id": c.id, "document": c.document, "statement": c.statement, "spans": _spans(c.spans),
            "words": shared.words_of(c.document, c.spans),
            "text": c.text, "polarity": c.polarity, "modality": c.modality,
            **_who("holder", c.holder), "question": c.question, **_time("about", c.about), "score": c.score,
        }  # fmt: skip


def _questions(record: Record, _: _Shared) -> Iterator[Row]:
    for q in record.questions(EVERYTHING, by_id=True):
        question: Row = {"id": q.id, "text": q.text, "claims": len(q.claims)}
        if not q.positions:
            yield question
        for p in q.positions:
            yield question | {
                "party": p.party, "holder": p.holder, "answer": p.answer, **_time("since", p.since),
                "position_claims": _list(p.claims), "shifted_from": p.shifted_from,
            }  # fmt: skip


def _figures(record: Record, shared: _Shared) -> Iterator[Row]:
    for f in record.figures(EVERYTHING):
        yield {
            "id": f.id, "document": f.document, "statement": f.statement, "spans": _spans(f.spans),
            "words": shared.words_of(f.document, f.spans), "low": f.low, "high": f.high, "modifier": f.modifier,
            "unit": f.unit, "kind": f.kind, "measures": f.measures, "place": f.place, **_time("period", f.period),
            "basis": f.basis.relation if f.basis else None, "basis_of": f.basis.of if f.basis else None,
            **_time("basis_period", f.basis.period if f.basis else None), **_who("holder", f.holder), "score": f.score,
        }  # fmt: skip


def _commitments(record: Record, shared: _Shared) -> Iterator[Row]:
    late = {finding.items[0]: finding for finding in shared.late}
    for c in with_lapses(record.commitments(EVERYTHING), late):
        yield {
            "id": c.id, "document": c.document, "statement": c.statement, "spans": _spans(c.spans),
            "words": shared.words_of(c.document, c.spans), "parties": _list(c.parties), "action": c.action,
            "counterparts": _list(c.counterparts), **_time("deadline", c.deadline), "condition": c.condition,
            "kind": c.kind, **_time("announced", c.announced), "status": c.history[-1].status if c.history else None,
            "score": c.score,
        }  # fmt: skip


def _events(record: Record, shared: _Shared) -> Iterator[Row]:
    for e in record.events(EVERYTHING):
        yield {
            "id": e.id, "kind": e.kind, "documents": _list(sorted({m.document for m in e.mentions})),
            "words": shared.words_of_all(e.mentions), "text": e.text, **_time("when", e.when), "place": e.place,
            "participants": _list(e.participants), "status": e.status,
            "score": e.score,
        }  # fmt: skip


def _entities(record: Record, _: _Shared) -> Iterator[Row]:
    for e in record.entities(EVERYTHING, by_id=True):
        roles = [f"{r.title}, {r.organisation}" if r.organisation else r.title for r in e.roles]
        yield {
            "id": e.id, "kind": e.kind, "name": e.name, "aliases": _list(e.aliases), "roles": _list(roles),
            "party": e.party, "mentions": len(e.mentions), "documents": len({m.document for m in e.mentions}),
        }  # fmt: skip


def _relations(record: Record, shared: _Shared) -> Iterator[Row]:
    for r in record.relations(EVERYTHING):
        yield {
            "id": r.id, "document": r.document, "spans": _spans(r.spans), "words": shared.words_of(r.document, r.spans),
            "subject": r.subject, "predicate": r.predicate, "object": r.object, **_time("when", r.when),
            "polarity": r.polarity, **_who("holder", r.holder), "score": r.score,
        }  # fmt: skip


def _findings(record: Record, shared: _Shared) -> Iterator[Row]:
    verdicts = record.verdicts()
    for f in heapq.merge(record.findings(EVERYTHING, by_id=True), shared.late, key=lambda finding: finding.id):
        review = verdicts.get(f.id)
        checks: Mapping[str, str] = msgspec.to_builtins(f.checks)
        yield {
            "id": f.id, "kind": f.kind, "items": _list(f.items), "words": shared.words_of_all(f.evidence),
            "question": f.question, "same_speaker": f.same_speaker, **checks, "reason": f.reason,
            "clash": _list(f.clash), "how": f.how, "score": f.score, "method": f.method, "version": f.version,
            "review": review.verdict if review else None,
        }  # fmt: skip


def _reviews(record: Record, _: _Shared) -> Iterator[Row]:
    for r in sorted(record.reviews(), key=lambda review: review.id):
        yield {
            "id": r.id, "item": r.item, "verdict": r.verdict, "by": r.by, "at": r.at, "note": r.note,
            "changes": msgspec.json.encode(r.changes).decode() if r.changes else None, "undoes": r.undoes,
            "words": " | ".join(record.words_of_review(r.id)),
        }  # fmt: skip


def _columns(names: str) -> tuple[str, ...]:
    """Column names; `@name` stands for a time's three, `%name` for a speaker's three."""
    found: list[str] = []
    for name in names.split():
        if name.startswith("@"):
            found += [name[1:], f"{name[1:]}_start", f"{name[1:]}_end"]
        elif name.startswith("%"):
            found += [name[1:], f"{name[1:]}_entity", f"{name[1:]}_party"]
        else:
            found.append(name)
    return tuple(found)


TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[Record, _Shared], Iterable[Row]]]] = {
    "documents": (
        _columns(
            "id title outlet authors @published known_by dateline genre language terms embargo republished_from uri"
            " sha256 media_type read_at characters"
        ),
        _documents,
    ),
    "statements": (
        _columns(
            "id document spans words cue manner stance %speaker description anonymous addressee @uttered place venue"
            " terms nested_in score"
        ),
        _statements,
    ),
    "claims": (
        _columns("id document statement spans words text polarity modality %holder question @about score"),
        _claims,
    ),
    "questions": (_columns("id text claims party holder answer @since position_claims shifted_from"), _questions),
    "figures": (
        _columns(
            "id document statement spans words low high modifier unit kind measures place @period basis basis_of"
            " @basis_period %holder score"
        ),
        _figures,
    ),
    "commitments": (
        _columns(
            "id document statement spans words parties action counterparts @deadline condition kind @announced status"
            " score"
        ),
        _commitments,
    ),
    "events": (_columns("id kind documents words text @when place participants status score"), _events),
    "entities": (_columns("id kind name aliases roles party mentions documents"), _entities),
    "relations": (
        _columns("id document spans words subject predicate object @when polarity %holder score"),
        _relations,
    ),
    "findings": (
        _columns(
            "id kind items words question same_speaker time place referent measure modality reason clash how score"
            " method version review"
        ),
        _findings,
    ),
    "reviews": (_columns("id item verdict by at note changes undoes words"), _reviews),
}
"""The files of an export by name, each with its columns and where its rows come from."""


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> int:
    unfinished = path.with_name(path.name + ".part")
    count = 0
    try:
        # spreadsheet programs take a file without this mark for their system's code page
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            for row in rows:
                writer.writerow({name: safe(cell) for name, cell in row.items()})
                count += 1
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _time(name: str, interval: Interval | None) -> Row:
    if interval is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: interval.text, f"{name}_start": interval.start, f"{name}_end": interval.end}


def _who(name: str, who: Speaker | Holder) -> dict[str, Any]:
    return {name: who.name, f"{name}_entity": who.entity, f"{name}_party": who.party}


def _spans(spans: Spans) -> str:
    return " ".join(f"{start}–{end}" for start, end in spans)


def _list(values: Iterable[str]) -> str:
    return "; ".join(values)
