"""One item in full: what it is, its context with the exact words marked, its fields, its reviews."""

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.model.documents import Document
from onrecord.model.findings import Finding, Question, Review
from onrecord.model.items import Claim, Commitment, Entity, Event, Figure, Relation, Statement
from onrecord.model.spans import Span, Spans
from onrecord.model.times import Interval
from onrecord.output.conflict import conflict
from onrecord.output.context import Mark, passages, shown
from onrecord.output.painting import Paint, harmless, plain
from onrecord.output.positions import ANSWERS, holder_of
from onrecord.output.sources import Sources, file_name, short
from onrecord.output.summary import wrapped
from onrecord.output.wording import amount, corrected, count, when
from onrecord.output.words import office_of
from onrecord.record import Change, Record
from onrecord.record.results import Item

MENTIONS_SHOWN = 5

HIDDEN = frozenset(
    {"id", "document", "spans", "content", "cue", "source", "mentions", "terms", "text", "blocks", "proposition"}
)
"""Fields that the context shows already, or that only programs read."""


def card(record: Record, item: Item, *, width: int, paint: Paint = plain) -> Iterator[str]:
    """The lines that show an item."""
    sources = Sources(record)
    if isinstance(item, Finding):
        yield from conflict(record, sources, item, width=width, paint=paint)
    else:
        yield f"{paint(_title(item), 'heading')}  {paint(item.id, 'faint')}"
        yield from _about(record, item, width)
    for document, marks in _marks(item):
        yield ""
        yield from _in_context(sources.document(document), marks, width, paint)
    if not isinstance(item, Finding | Question | Document):
        yield ""
        yield from _fields(item, width)
    yield from _reviews(record, item, width)


def _title(item: Item) -> str:
    match item:
        case Document():
            return item.title or file_name(item)
        case Entity():
            return item.name
        case Question() | Claim() | Event():
            return item.text
        case Figure():
            return f"{amount(item)} {item.measures or ''}".strip()
        case Commitment():
            return item.action
        case Relation():
            return f"{item.subject} – {item.predicate} – {item.object}"
        case Statement():
            return f"Statement, {item.manner}"
    return type(item).__name__


def _about(record: Record, item: Item, width: int) -> Iterator[str]:
    if isinstance(item, Document):
        yield from wrapped(
            harmless(f"{item.outlet or 'outlet unknown'}, {when(item.published)}, {item.genre}"), width, "  "
        )
        yield from wrapped(harmless(f"From {item.source.uri}, SHA-256 {item.source.sha256}"), width, "  ")
        for other in record.duplicates_of(item.id):
            twin = record.document(other.document)
            alike = f"{other.containment:.0%} of the shorter stands in the longer"
            yield from wrapped(f"Much the same words as {file_name(twin)} [{short(twin.id)}]: {alike}", width, "  ")
    if isinstance(item, Question):
        for position in item.positions:
            since = f" since {when(position.since)}" if position.since else ""
            yield from wrapped(f"{holder_of(position)}: {ANSWERS[position.answer]}{since}", width, "  ")
            for claim in position.claims:
                yield f"    {short(claim)}"
    if (
        isinstance(item, Statement)
        and item.speaker.entity
        and (office := office_of(record, item.speaker.entity, item.uttered))
    ):
        yield from wrapped(f"{item.speaker.name}, {office}", width, "  ")


def _marks(item: Item) -> Iterator[tuple[str, list[Mark]]]:
    """The document and the marks of each place where an item stands."""
    match item:
        case Statement():
            marks = [
                *_made(item.content),
                *(Mark(s, "cue") for s in item.cue),
                *(Mark(s, "source") for s in item.source),
            ]
            yield item.document, marks
        case Claim() | Figure() | Commitment() | Relation():
            yield item.document, _made(item.spans)
        case Event():
            for evidence in item.mentions[:MENTIONS_SHOWN]:
                yield evidence.document, _made(evidence.spans)
        case Finding():
            for evidence in item.evidence:
                yield evidence.document, _made(evidence.spans)
        case Entity():
            for mention in item.mentions[:MENTIONS_SHOWN]:
                yield mention.document, [Mark(Span(mention.start, mention.end), "mark")]


def _made(spans: Spans) -> list[Mark]:
    return [Mark(span, "mark") for span in spans]


def _in_context(document: Document, marks: list[Mark], width: int, paint: Paint) -> Iterator[str]:
    name = f"{document.outlet}, {file_name(document)}" if document.outlet else file_name(document)
    first, last = min(mark.span.start for mark in marks), max(mark.span.end for mark in marks)
    yield f"{harmless(name)}, {when(document.published)}  {paint(f'{short(document.id)} {first}–{last}', 'faint')}"
    for passage in passages(document, marks):
        yield from shown(passage, width=width, indent="    ", paint=paint)


def _fields(item: Item, width: int) -> Iterator[str]:
    """What is known besides, a line a field; what is unknown is left out."""
    for name in item.__struct_fields__:
        value = getattr(item, name)
        if name not in HIDDEN and value not in (None, (), ""):
            text = _plain(value)
            if text:
                yield from wrapped(harmless(f"{name.replace('_', ' ')}: {text}"), width, "  ")


def _plain(value: Any) -> str:  # noqa: ANN401 - fields are of every kind
    if isinstance(value, Interval):
        return when(value) + (f" (“{value.text}”)" if value.text else "")
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(_plain, value)))
    if isinstance(value, msgspec.Struct):
        known = (
            (name, getattr(value, name)) for name in value.__struct_fields__ if name not in HIDDEN and name != "entity"
        )
        return ", ".join(f"{name} {_plain(part)}" for name, part in known if part not in (None, (), "", False))
    return str(value)


def _reviews(record: Record, item: Item, width: int) -> Iterator[str]:
    if isinstance(item, Review | Document):
        return
    history = record.history(item.id)
    if history:
        yield ""
        yield f"{count(len(history), 'review')}:"
    for change in history:
        yield from wrapped(harmless(line_of_review(change)), width, "  ")


def line_of_review(change: Change) -> str:
    """A step of a review's history: when, who, what, what is right instead, and whether it was taken back."""
    review = change.review
    undone = " (undone)" if change.undone else ""
    should_be = f", should be: {edits}" if (edits := corrected(review)) else ""
    note = f": {review.note}" if review.note else ""
    at = review.at[:16].replace("T", " ")
    return f"{at} {review.by}: {review.verdict}{should_be}{undone}{note} [{short(review.id)}]"
