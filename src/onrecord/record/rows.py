"""Items as rows: which columns each kind's filters need, beside the body that holds the item whole."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import (
    Annotated,
    Claim,
    Commitment,
    Entity,
    Event,
    Figure,
    Holder,
    Relation,
    Speaker,
    Statement,
)
from onrecord.model.spans import Spans
from onrecord.model.times import Interval

Row = dict[str, Any]
S = TypeVar("S", bound=msgspec.Struct)

KINDS: Mapping[str, type[msgspec.Struct]] = {
    "statement": Statement, "claim": Claim, "figure": Figure, "commitment": Commitment,
    "relation": Relation, "entity": Entity, "event": Event,
}  # fmt: skip
"""The kinds of items that annotating finds, by the name that their ids and tables bear."""


def body_of(item: msgspec.Struct) -> str:
    """The whole item as JSON."""
    return msgspec.json.encode(item).decode()


def item_of(kind: type[S], body: str) -> S:
    """The item a body holds."""
    return msgspec.json.decode(body, type=kind)


def document_row(document: Document) -> Row:
    """A document's filter columns; what keeping knows besides is added there."""
    return {
        "id": document.id,
        "sha256": document.source.sha256,
        "uri": document.source.uri,
        "outlet": folded(document.outlet),
        "genre": document.genre,
        "language": document.language,
        "day": day_of(document.published),
        "body": body_of(document),
    }


def item_rows(annotated: Annotated) -> dict[str, list[Row]]:
    """The rows of everything found in a document, by kind."""
    filing = _Filing(annotated)
    return {
        "statement": [filing.statement(item) for item in annotated.statements],
        "claim": [filing.claim(item) for item in annotated.claims],
        "figure": [filing.figure(item) for item in annotated.figures],
        "commitment": [filing.commitment(item) for item in annotated.commitments],
        "relation": [filing.relation(item) for item in annotated.relations],
        "entity": [filing.entity(item) for item in annotated.entities],
        "event": [filing.event(item) for item in annotated.events],
    }


class _Filing:
    """The columns of one document's items: what all kinds have, and what each is looked for by."""

    def __init__(self, annotated: Annotated) -> None:
        self._document = annotated.document.id
        self._text = annotated.document.text
        self._published = day_of(annotated.document.published)
        self._said = {statement.id: statement for statement in annotated.statements}

    def statement(self, item: Statement) -> Row:
        """By speaker, manner and stance."""
        return self._row(
            item, item.content, self._day_said(item.id), "", **_speaker(item.speaker),
            manner=item.manner, stance=item.stance, nested_in=item.nested_in,
        )  # fmt: skip

    def claim(self, item: Claim) -> Row:
        """By holder, polarity, modality and predicate."""
        return self._row(
            item, item.spans, self._day_said(item.statement), item.text, **_speaker(item.holder),
            statement=item.statement, polarity=item.polarity, modality=item.modality,
            predicate=_plain(item.proposition.predicate), question=item.question,
        )  # fmt: skip

    def figure(self, item: Figure) -> Row:
        """By holder, kind, unit and measure."""
        return self._row(
            item, item.spans, self._day_said(item.statement), item.measures or "", **_speaker(item.holder),
            statement=item.statement, kind=item.kind, unit=_plain(item.unit), measure=folded(item.measures),
        )  # fmt: skip

    def commitment(self, item: Commitment) -> Row:
        """By kind, parties and deadline."""
        return self._row(
            item, item.spans, day_of(item.announced) or self._day_said(item.statement), item.action,
            statement=item.statement, kind=item.kind, parties=_names(item.parties), deadline=last_day_of(item.deadline),
        )  # fmt: skip

    def relation(self, item: Relation) -> Row:
        """By holder, predicate and both ends."""
        return self._row(
            item, item.spans, day_of(item.when) or self._published, "", **_speaker(item.holder),
            predicate=_plain(item.predicate), subject=fold(item.subject), object=fold(item.object),
        )  # fmt: skip

    def entity(self, item: Entity) -> Row:
        """By kind, name and party; its words are its names."""
        row = self._row(
            item, (), self._published, " ".join((item.name, *item.aliases)),
            kind=item.kind, name=fold(item.name), party=folded(item.party),
        )  # fmt: skip
        return row | {"start": min((mention.start for mention in item.mentions), default=0)}

    def event(self, item: Event) -> Row:
        """By kind and participants."""
        spans = tuple(span for mention in item.mentions for span in mention.spans)
        return self._row(
            item, spans, day_of(item.when) or self._published, item.text,
            kind=_plain(item.kind), participants=_names(item.participants),
        )  # fmt: skip

    def _row(self, item: Any, spans: Spans, day: str | None, words: str, **columns: str | None) -> Row:  # noqa: ANN401 - any kind
        written = " ".join(self._text[start:end] for start, end in spans)
        return {
            "id": item.id,
            "document": self._document,
            "start": spans[0].start if spans else 0,
            "day": day,
            "words": fold(f"{written} {words}"),
            "body": body_of(item),
            **columns,
        }

    def _day_said(self, statement: str | None) -> str | None:
        """When words were said: as the text tells, else when they were published."""
        told = day_of(self._said[statement].uttered) if statement in self._said else None
        return told or self._published


def storable_uri(uri: str) -> str:
    """A uri as a database can hold it: a file's name need not be Unicode."""
    return uri.encode(errors="backslashreplace").decode().replace("\0", "")


def day_of(interval: Interval | None) -> str | None:
    """The first day of an interval, where its start is known."""
    return interval.start[:10] if interval and interval.start else None


def last_day_of(interval: Interval | None) -> str | None:
    """The last day of an interval, where its end is known; else its first."""
    last = interval.last_day if interval is not None else None
    return last.isoformat() if last is not None else day_of(interval)


def folded(name: str | None) -> str | None:
    """A name folded for comparing; `None` stays absent."""
    return fold(name) if name else None


SpanReader = Callable[[Any], tuple[Spans, ...]]

SPANS: Mapping[str, SpanReader] = {
    "statement": lambda s: (s.content, s.cue, s.source),
    "claim": lambda c: (c.spans, *(argument.spans for argument in c.proposition.arguments)),
    "figure": lambda f: (f.spans,),
    "commitment": lambda c: (c.spans,),
    "relation": lambda r: (r.spans,),
    "event": lambda e: tuple(mention.spans for mention in e.mentions),
    "entity": lambda e: (),
}
"""Each kind's ranges in its own document; an entity's mentions may overlap and are checked one by one."""


def _speaker(who: Speaker | Holder) -> Row:
    named = who.name or (who.description if isinstance(who, Speaker) else None)
    return {"speaker": folded(named), "entity": who.entity, "party": folded(who.party)}


def _names(names: tuple[str, ...]) -> str:
    """Several names in one column, set apart so that no words match across two of them."""
    return " | ".join(fold(name) for name in names)


def _plain(word: str) -> str:
    """A word as PostgreSQL can hold it."""
    return word.replace("\0", "")
