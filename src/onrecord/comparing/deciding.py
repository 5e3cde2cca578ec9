"""What a person decides of entities: that two are one, that two are not, that a name is another's; and taking it back.

Each decision is a review with who, when and why. The command line and the web application decide through this alone.
"""

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.comparing.sameness import Decision, decisions, homes
from onrecord.model.errors import UsageError
from onrecord.model.findings import ANOTHER_IN, APART_FROM, OF, SAME_AS, Review
from onrecord.model.items import Entity
from onrecord.record import Record

_LOOK = "See: onrecord entities"


class Known(NamedTuple):
    """An entity that can be decided on: its id, its name, and the entity in the record that its reviews stand on."""

    id: str
    name: str
    stored: str


def known(record: Record, given: str) -> Known:
    """The entity with this id or unique beginning of one, those that a decision made included."""
    made = {d.other: d.one for d in decisions(record.reviews()) if d.documents}
    like = [name for name in made if name.startswith(given)] if given.startswith("entity-") else []
    if given in made or len(like) == 1:
        name = given if given in made else like[0]
        return Known(name, known(record, made[name]).name, made[name])
    item = record.get(given)
    if not isinstance(item, Entity):
        raise UsageError("E526", "merging and splitting take entities", where=given, remedy=_LOOK)
    return Known(item.id, item.name, item.id)


def merge(record: Record, one: str, other: str, by: str, note: str | None = None) -> Review:
    """Say that two entities are one."""
    return _decide(record, SAME_AS, (one, other), by, note)


def split(record: Record, one: str, other: str, by: str, note: str | None = None) -> Review:
    """Say that two entities are not one, whatever their names look like."""
    return _decide(record, APART_FROM, (one, other), by, note)


def part(record: Record, one: str, documents: Iterable[str], by: str, note: str | None = None) -> Review:
    """Say that in some documents an entity's name is another's, who is an entity of its own from then on."""
    entity = known(record, one)
    given = {record.document(name).id for name in documents}
    elsewhere = homes(decisions(record.reviews()))
    telling = {
        document for document, _ in record.entity_parts([entity.stored])
        if elsewhere.get((entity.stored, document), entity.stored) == entity.id
    }  # fmt: skip
    if not given or given - telling:
        raise UsageError(
            "E527", "splitting by documents takes documents that name the entity",
            where=", ".join(sorted(given - telling)) or one, remedy=f"See: onrecord show {entity.stored}",
        )  # fmt: skip
    if given == telling:
        raise UsageError(
            "E527", "no document would be left to the entity", where=entity.name,
            remedy="Leave out the documents that mean the one you know best",
        )  # fmt: skip
    return record.review(entity.stored, "edit", by, note, {ANOTHER_IN: sorted(given)})


def undo(record: Record, one: str, by: str) -> Decision:
    """Take back the last decision on an entity that still holds."""
    entity = known(record, one)
    standing = [d for d in decisions(record.reviews()) if entity.id in (d.one, d.other)]
    if not standing:
        raise UsageError("E522", "nobody has merged or split it", where=one)
    record.undo(by, standing[-1].review)
    return standing[-1]


def _decide(record: Record, field: str, given: tuple[str, str], by: str, note: str | None) -> Review:
    one, other = (known(record, name) for name in given)
    if one.id == other.id:
        raise UsageError("E526", "merging and splitting take two different entities", where=one.name, remedy=_LOOK)
    changes: dict[str, object] = {field: other.id}
    if one.id != one.stored:
        changes[OF] = one.id
    return record.review(one.stored, "edit", by, note, changes)
