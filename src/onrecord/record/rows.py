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
    said = {statement.id: statement for statement in annotated.statements}
    published = day_of(annotated.document.published)
    text = annotated.document.text

    def row(item: Any, spans: Spans, day: str | None, words: str, **columns: str | None) -> Row:  # noqa: ANN401 - any kind
        written = " ".join(text[start:end] for start, end in spans)
        return {
            "id": item.id,
            "document": annotated.document.id,
            "start": spans[0].start if spans else 0,
            "day": day,
            "words": fold(f"{written} {words}"),
            "body": body_of(item),
            **columns,
        }

    def day_said(statement: str | None) -> str | None:
        """When words were said: as the text tells, else when they were published."""
        return (day_of(said[statement].uttered) if statement in said else None) or published

    return {
        "statement": [
            row(
                s, s.content, day_said(s.id), "", **_speaker(s.speaker),
                manner=s.manner, stance=s.stance, nested_in=s.nested_in,
            )
            for s in annotated.statements
        ],
        "claim": [
            row(
                c, c.spans, day_said(c.statement), c.text, **_speaker(c.holder), statement=c.statement,
                polarity=c.polarity, modality=c.modality, predicate=_plain(c.proposition.predicate),
                question=c.question,
            )
            for c in annotated.claims
        ],
        "figure": [
            row(
                f, f.spans, day_said(f.statement), f.measures or "", **_speaker(f.holder), statement=f.statement,
                kind=f.kind, unit=_plain(f.unit), measure=folded(f.measures),
            )
            for f in annotated.figures
        ],
        "commitment": [
            row(
                c, c.spans, day_of(c.announced) or day_said(c.statement), c.action, statement=c.statement, kind=c.kind,
                parties=_names(c.parties), deadline=last_day_of(c.deadline),
            )
            for c in annotated.commitments
        ],
        "relation": [
            row(
                r, r.spans, day_of(r.when) or published, "", **_speaker(r.holder),
                predicate=_plain(r.predicate), subject=fold(r.subject), object=fold(r.object),
            )
            for r in annotated.relations
        ],
        "entity": [
            row(
                e, (), published, " ".join((e.name, *e.aliases)), kind=e.kind, name=fold(e.name), party=folded(e.party)
            )
            | {"start": min((m.start for m in e.mentions), default=0)}
            for e in annotated.entities
        ],
        "event": [
            row(
                e, tuple(span for mention in e.mentions for span in mention.spans), day_of(e.when) or published,
                e.text, kind=_plain(e.kind), participants=_names(e.participants),
            )
            for e in annotated.events
        ],
    }  # fmt: skip


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
