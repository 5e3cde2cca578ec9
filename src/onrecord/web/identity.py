"""Who is who on the pages: everybody once, with all names that rules or people made one."""

from itertools import islice

import msgspec

from onrecord.comparing.deciding import known
from onrecord.model.errors import UsageError
from onrecord.model.identity import fold
from onrecord.model.items import Entity
from onrecord.output.ties import sameness
from onrecord.record import Record, speaking
from onrecord.record.merging import merged_entity
from onrecord.record.speaking import Voice, Who


def entity_of(record: Record, name: str) -> Entity:
    """Whom an id (or its beginning) means: one entity with the names, offices and party of all that are one with it."""
    same = sameness(record)
    parts = same.parts(name) or same.parts(known(record, _checked(record, name)).id)
    return whole(parts)


def whole(parts: tuple[Entity, ...]) -> Entity:
    """Entities that are one as one, under the id and name of the first."""
    return msgspec.structs.replace(
        merged_entity(parts),
        id=parts[0].id,
        name=parts[0].name,
        kind=parts[0].kind,
        aliases=tuple(dict.fromkeys(name for part in parts for name in (part.name, *part.aliases))),
    )


def who_of(record: Record, entity: Entity) -> Who:
    """Whose rows an entity's pages show: its own and those of all that are one with it."""
    same = sameness(record)
    names = {fold(part.name): part.name for part in same.parts(entity.id)}
    others = (name for folded, name in sorted(names.items()) if folded != fold(entity.name))
    return Who(entity.name, same.bearers(entity.id), others=tuple(others))


def voices_of(
    record: Record, *, name: str | None = None, party: str | None = None, limit: int, offset: int = 0
) -> list[tuple[Voice, Entity]]:
    """Who speaks most, everybody once."""
    same = sameness(record)
    instead = same.instead()
    named = None
    if name:
        named = {same.of(v.entity) for v in record.look(speaking.voices, name=name, party=party, instead=instead)}
    found: dict[str, Voice] = {}
    for voice in record.look(speaking.voices, party=party, instead=instead):
        head = same.of(voice.entity)
        before = found.get(head)
        if before is None:
            found[head] = voice._replace(entity=head)
            continue
        days = [day for day in (before.last, voice.last) if day]
        said = before.statements + voice.statements
        found[head] = Voice(head, before.party or voice.party, said, max(days, default=None))
    shown = [voice for head, voice in found.items() if named is None or head in named]
    shown.sort(key=lambda voice: (-voice.statements, voice.entity))
    return [(voice, whole(parts)) for voice in shown[offset : offset + limit] if (parts := same.parts(voice.entity))]


def belonging(record: Record, party: str, limit: int) -> list[Entity]:
    """Those who stand for a party, whether or not they speak."""
    same = sameness(record)
    mine = (head for head, parts in same.groups() if any(fold(part.party or "") == fold(party) for part in parts))
    return [whole(same.parts(head)) for head in islice(mine, limit)]


def _checked(record: Record, name: str) -> str:
    """An id that may be of an entity; otherwise the error of one that nobody has."""
    if name.startswith("entity") or isinstance(record.get(name), Entity):
        return name
    raise UsageError("E520", "nobody in the record has this id", where=name, remedy="Look under /speakers")
