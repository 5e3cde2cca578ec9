"""What documents call entities, without where: all that tells who is whom, read of a large record in a second."""

from collections.abc import Collection
from itertools import groupby
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.model.items import Entity, EntityKind, Role
from onrecord.record.merging import merged_entity
from onrecord.record.tables import BLOCKS, DOCUMENTS, ENTITIES


class _Called(msgspec.Struct, frozen=True, kw_only=True):
    """An entity's body as far as it is read here: its mentions are skipped, which are most of it."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    party: str | None = None


class Called(NamedTuple):
    """An entity without its mentions, and the first document by id that has it."""

    entity: Entity
    document: str


STREAMED = {"yield_per": 1000}
_BODY = msgspec.json.Decoder(_Called)


def called(connection: Connection) -> list[Called]:
    """Every entity with its names, offices and party in all documents, by id."""
    rows = connection.execute(
        select(ENTITIES.c.id, ENTITIES.c.document, ENTITIES.c.body).order_by(ENTITIES.c.id, ENTITIES.c.document),
        execution_options=STREAMED,
    )
    found = []
    for _, group in groupby(rows, key=lambda row: row.id):
        told = [(row.document, _BODY.decode(row.body)) for row in group]
        found.append(Called(merged_entity([_entity(body) for _, body in told]), told[0][0]))
    return found


def called_in(connection: Connection, ids: Collection[str] | None = None) -> list[tuple[str, Entity]]:
    """What each document calls each entity with a party or an office, or each of these few, without mentions."""
    query = select(ENTITIES.c.document, ENTITIES.c.body).order_by(ENTITIES.c.id, ENTITIES.c.document)
    query = query if ids is None else query.where(ENTITIES.c.id.in_(sorted(ids)))
    told = ((row.document, _BODY.decode(row.body)) for row in connection.execute(query, execution_options=STREAMED))
    return [(document, _entity(body)) for document, body in told if ids is not None or body.party or body.roles]


def documents_state(connection: Connection) -> tuple[object, ...]:
    """Another value whenever a document came, went or was annotated anew; not when people judged something."""
    last = select(BLOCKS.c.id, BLOCKS.c.document).order_by(BLOCKS.c.id.desc()).limit(1)
    number, document = connection.execute(last).first() or (0, "")
    content = connection.execute(select(DOCUMENTS.c.content_hash).where(DOCUMENTS.c.id == document)).scalar()
    count = connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one()
    return number, document, content, count


def _entity(body: _Called) -> Entity:
    return Entity(id=body.id, kind=body.kind, name=body.name, aliases=body.aliases, roles=body.roles, party=body.party)
