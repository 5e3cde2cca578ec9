"""Whether what was found in a document fits it: ranges inside its text, in order, and naming it."""

from collections.abc import Iterator

from onrecord.model.items import Annotated, Entity
from onrecord.model.spans import Evidence, Span, Spans
from onrecord.record.rows import SPANS


def misplaced(annotated: Annotated) -> Iterator[str]:
    """What does not fit, one line each; nothing for a sound document."""
    document = annotated.document
    length = len(document.text)
    yield from _blocks(annotated)
    found = {
        "statement": annotated.statements, "claim": annotated.claims, "figure": annotated.figures,
        "commitment": annotated.commitments, "relation": annotated.relations,
    }  # fmt: skip
    for kind, items in found.items():
        for item in items:
            if item.document != document.id:  # type: ignore[attr-defined]  # all five kinds have one
                yield f"{item.id} names another document"  # type: ignore[attr-defined]
            for spans in SPANS[kind](item):
                yield from faults(item.id, spans, length)  # type: ignore[attr-defined]
    for event in annotated.events:
        yield from _evidence(event.id, event.mentions, document.id, length)
    for entity in annotated.entities:
        yield from _mentions(entity, document.id, length)


def faults(item: str, spans: Spans, length: int) -> Iterator[str]:
    """What is wrong with ranges of a text of this length."""
    last = 0
    for start, end in spans:
        if not 0 <= start < end <= length:
            yield f"{item} has the range {start}–{end}, outside its text of {length} characters"
        elif start < last:
            yield f"{item} has ranges that overlap or are out of order at {start}"
        last = end


def _evidence(item: str, mentions: tuple[Evidence, ...], document: str, length: int) -> Iterator[str]:
    if not mentions:
        yield f"{item} stands on no words"
    for mention in mentions:
        if mention.document != document:
            yield f"{item} names another document"
        yield from faults(item, mention.spans, length)


def _mentions(entity: Entity, document: str, length: int) -> Iterator[str]:
    if not entity.mentions:
        yield f"{entity.id} stands on no words"
    for mention in entity.mentions:
        if mention.document != document:
            yield f"{entity.id} names another document"
        yield from faults(entity.id, (Span(mention.start, mention.end),), length)


def _blocks(annotated: Annotated) -> Iterator[str]:
    text, last = annotated.document.text, 0
    for block in annotated.document.blocks:
        if not last <= block.start <= block.end <= len(text):
            yield f"the {block.kind} at {block.start}–{block.end} overlaps another block or lies outside the text"
        last = block.end
