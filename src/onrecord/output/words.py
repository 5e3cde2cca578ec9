"""Exact words with all that a person needs to quote them: speaker, office, date, document."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model.documents import Document
from onrecord.model.findings import Finding
from onrecord.model.identity import fold
from onrecord.model.items import Claim, Commitment, Entity, Figure, Statement
from onrecord.model.spans import Span, Spans
from onrecord.model.times import Interval
from onrecord.output.sources import Lookup, Sources
from onrecord.output.wording import UNKNOWN_SPEAKER, when

Quotable = Claim | Statement | Figure | Commitment

LONGEST_SENTENCE = 240
"""Characters up to which a whole sentence is shown for the words that an item stands on."""

_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(]*[A-Z0-9])")


class Words(NamedTuple):
    """Exact words of one item. `reported` says that a report tells them in its own words."""

    item: str
    text: str
    speaker: str
    party: str | None
    said: Interval | None
    dated: str
    document: str
    reported: bool


def words_of(record: Lookup, sources: Sources, item: Quotable) -> Words:
    """An item's exact words with their speaker, date and document."""
    statement = _statement(record, item.id if isinstance(item, Statement) else item.statement)
    document = sources.document(item.document)
    uttered = statement.uttered if statement else None
    said = uttered if uttered and (uttered.start or uttered.end) else None
    return Words(
        item=item.id,
        text=_text(document, item, statement),
        speaker=_speaker(record, item, statement) or f"{sources.name(item.document)} (the report itself)",
        party=_party(item, statement),
        said=said or document.published,
        dated=_dated(uttered, document),
        document=item.document,
        reported=statement is not None and statement.manner == "indirect",
    )


def _dated(uttered: Interval | None, document: Document) -> str:
    """When the words were said; else when they were published; else what the text says of their time."""
    if uttered and (uttered.start or uttered.end):
        return when(uttered)
    return f"published {when(document.published)}" if document.published else when(uttered)


def sides(record: Lookup, sources: Sources, finding: Finding) -> list[Words]:
    """The words that a finding sets against each other, oldest first."""
    found = []
    for identity in finding.items:
        item = record.get(identity)
        if isinstance(item, Quotable):
            found.append(words_of(record, sources, item))
    return sorted(found, key=lambda words: ((words.said and words.said.start) or "9999", words.item))


def _text(document: Document, item: Quotable, statement: Statement | None) -> str:
    """An item's words in their sentence, as far as that is the speaker's own; alone where the sentence is long."""
    spans = item.content if isinstance(item, Statement) else item.spans
    if not isinstance(item, Statement) and spans:
        sentence = sentence_around(document, Span(spans[0].start, spans[-1].end))
        if statement and statement.manner != "indirect":
            own = next((span for span in statement.content if span.overlaps(spans[0])), sentence)
            sentence = Span(max(sentence.start, own.start), min(sentence.end, own.end))
        if sentence.contains(Span(spans[0].start, spans[-1].end)) and sentence.end - sentence.start <= LONGEST_SENTENCE:
            return sentence.of(document.text).strip()
    return " … ".join(span.of(document.text) for span in _joined(document.text, spans))


def _joined(text: str, spans: Spans) -> Iterator[Span]:
    """Spans with nothing but white space between them read as one."""
    before: Span | None = None
    for span in spans:
        if before and not text[before.end : span.start].strip():
            before = Span(before.start, span.end)
            continue
        if before:
            yield before
        before = span
    if before:
        yield before


def sentence_around(document: Document, span: Span) -> Span:
    """The sentence of a span, as far as punctuation tells: for reading only, nothing is found by it."""
    block = next(
        (b.span for b in document.blocks if b.start <= span.start and span.end <= b.end), Span(0, len(document.text))
    )
    text = document.text
    start, end = block.start, block.end
    for found in _SENTENCE_END.finditer(text, block.start, block.end):
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end - 1:
            end = found.end() - len(found[0]) + len(found[0].rstrip())
            break
    return Span(start, end)


def _statement(record: Lookup, identity: str | None) -> Statement | None:
    item = record.get(identity) if identity else None
    return item if isinstance(item, Statement) else None


def _party(item: Quotable, statement: Statement | None) -> str | None:
    if statement and statement.speaker.party:
        return statement.speaker.party
    return item.holder.party if isinstance(item, Claim | Figure) else None


def _speaker(record: Lookup, item: Quotable, statement: Statement | None) -> str | None:
    """The speaker with the office held at the time of the words; `None` for a report's own account."""
    if isinstance(item, Commitment) and item.parties:
        return ", ".join(item.parties)
    if isinstance(item, Claim | Figure) and item.holder.name and not (statement and statement.speaker.name):
        return item.holder.name
    if statement is None:
        return None
    who = statement.speaker
    if not who.name:
        return who.description or UNKNOWN_SPEAKER
    office = office_of(record, who.entity, statement.uttered) if who.entity else None
    return f"{who.name}, {office}" if office and fold(office) not in fold(who.name) else who.name


def office_of(record: Lookup, entity: str, at: Interval | None) -> str | None:
    """The office that the record gives a person, the one held at a time where it knows from when to when."""
    item = record.get(entity)
    if not isinstance(item, Entity) or not item.roles:
        return None
    day = at.start[:10] if at and at.start else None
    held = [
        role for role in item.roles
        if day is None or ((role.since or "") <= day and (role.until or "9999") > day)
    ]  # fmt: skip
    role = (held or item.roles)[0]
    apart = role.organisation and fold(role.organisation) not in fold(role.title)
    return f"{role.title} of {role.organisation}" if apart else role.title
