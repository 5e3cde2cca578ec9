"""What a line of each exported file holds: the model's types, and what the record knows besides.

FORMAT.md names the fields that other programs may rely on; every other field here is an added one, there
so that importing an export gives back the same record.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from onrecord.model.documents import Document, Source
from onrecord.model.findings import Finding, Question, Review, Verdict
from onrecord.model.items import (
    Argument,
    ArgumentRole,
    Claim,
    Commitment,
    Doubt,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Figure,
    Holder,
    Proposition,
    Relation,
    Role,
    Speaker,
    Statement,
)
from onrecord.model.spans import Spans
from onrecord.model.times import Interval
from onrecord.record import Duplicate


class DocumentLine(Document, frozen=True, kw_only=True):
    """A document, the annotator version it was kept by, its other sources and its near-duplicates."""

    version: str = "unknown"
    text_sha256: str | None = None
    sources: tuple[Source, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()


class StatementLine(Statement, frozen=True, kw_only=True):
    """A statement by its speaker over all documents; `told` is what its own document tells, where that is less."""

    told: Speaker | None = None


class ArgumentLine(msgspec.Struct, frozen=True, kw_only=True):
    """A participant of a proposition; `key` is null where it holds nothing to compare by."""

    role: ArgumentRole
    text: str
    key: str | None
    entity: str | None = None
    spans: Spans = ()
    filled: bool = False


class PropositionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A predicate class and its arguments."""

    predicate: str
    arguments: tuple[ArgumentLine, ...] = ()


class ClaimLine(Claim, frozen=True, kw_only=True):
    """A claim by its holder over all documents; `told` is what its own document tells, where that is less."""

    proposition: PropositionLine  # type: ignore[assignment]  # the same, with nothing empty
    told: Holder | None = None


class EntityPart(msgspec.Struct, frozen=True, kw_only=True):
    """What one document says of an entity that several speak of."""

    document: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    party: str | None = None


class EntityLine(Entity, frozen=True, kw_only=True):
    """An entity; `parts` only where more than one document speaks of it, `same_as` which entity it is besides."""

    parts: tuple[EntityPart, ...] | None = None
    same_as: str | None = None


class EventPart(msgspec.Struct, frozen=True, kw_only=True):
    """What one document says of an event that several speak of, with the id by which the record has it."""

    id: str
    document: str
    kind: str
    text: str
    when: Interval | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    trigger: str | None = None
    status: EventStatus = "happened"
    doubts: tuple[Doubt, ...] = ()
    score: float = 1.0


class EventLine(Event, frozen=True, kw_only=True):
    """An event; `parts` only where more than one document speaks of it."""

    parts: tuple[EventPart, ...] | None = None


class FindingLine(Finding, frozen=True, kw_only=True):
    """A finding with the latest verdict that holds on it."""

    review: Verdict | None = None


class ReviewLine(Review, frozen=True, kw_only=True):
    """A review with the reviewed item's words as they stood, one string a span of its evidence."""

    words: tuple[str, ...] = ()


LINES: Mapping[str, type[msgspec.Struct]] = {
    "documents": DocumentLine,
    "statements": StatementLine,
    "claims": ClaimLine,
    "questions": Question,
    "figures": Figure,
    "commitments": Commitment,
    "events": EventLine,
    "entities": EntityLine,
    "relations": Relation,
    "findings": FindingLine,
    "reviews": ReviewLine,
}
"""The files of an export, by their names without `.jsonl`, in the order in which they are read back."""


def claim_line(claim: Claim, told: Holder | None) -> ClaimLine:
    """A claim as its line."""
    given = claim.proposition
    proposition = PropositionLine(
        predicate=given.predicate,
        arguments=tuple(ArgumentLine(**{**_fields(each), "key": each.key or None}) for each in given.arguments),
    )
    return ClaimLine(**{**_fields(claim), "proposition": proposition}, told=told)


def claim_of(line: ClaimLine) -> Claim:
    """The claim of a line, held as its own document tells."""
    given = line.proposition
    proposition = Proposition(
        predicate=given.predicate,
        arguments=tuple(Argument(**{**_fields(each), "key": each.key or ""}) for each in given.arguments),
    )
    fields = {name: getattr(line, name) for name in Claim.__struct_fields__}
    return Claim(**{**fields, "proposition": proposition, "holder": line.told or line.holder})


def _fields(item: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__struct_fields__}


def widened(line: type[msgspec.Struct], item: msgspec.Struct, **added: object) -> msgspec.Struct:
    """An item as a line that holds more than it does."""
    return line(**_fields(item), **added)
