"""The network and the one-ness of entities, read out of a record."""

from collections.abc import Callable, Iterable

import msgspec

from onrecord.comparing.happenings import Happening, Names, happenings, looks_personal
from onrecord.comparing.network import Network, around, network
from onrecord.comparing.sameness import Sameness, decisions
from onrecord.language.places import country_of
from onrecord.model.identity import fold
from onrecord.model.items import Event
from onrecord.record import Filters, Record

EVERYTHING = Filters()


def sameness(record: Record) -> Sameness:
    """Which entities of the record are one, by names and by what people decided."""
    return Sameness(record.entities(by_id=True), decisions(record.reviews()))


def names_of(same: Sameness) -> Names:
    """What the entities of a record tell of names."""
    called = same.called()

    def canonical(name: str) -> str:
        entity = called.get(fold(name))
        return entity.id if entity is not None else fold(name)

    def is_person(name: str) -> bool:
        entity = called.get(fold(name))
        return entity.kind == "person" if entity is not None else looks_personal(name)

    def party(name: str) -> str | None:
        entity = called.get(fold(name))
        return (entity.party if entity is not None else None) or country_of(name)

    return Names(canonical, is_person, party)


def happenings_of(record: Record, filters: Filters = EVERYTHING) -> list[Happening]:
    """The events that pass, each once with all accounts of it."""
    return happenings(record.events(filters), names_of(sameness(record)))


def told_once(
    record: Record, filters: Filters, events: Callable[[Filters], Iterable[Event]] | None = None
) -> list[Happening]:
    """The events that pass, each once; a party's are those in which it, or somebody who stands for it, took part."""
    names = names_of(sameness(record))
    found = (events or record.events)(msgspec.structs.replace(filters, party=None))
    if filters.party:
        party, words = fold(filters.party), set(fold(filters.party).split())
        found = (
            event for event in found
            if any(fold(names.party(n) or "") == party or words <= set(fold(n).split()) for n in event.participants)
        )  # fmt: skip
    return happenings(found, names)


def network_of(record: Record, filters: Filters, name: str | None = None, *, steps: int = 1) -> Network:
    """The network of the relations that pass, or the part of it around a name."""
    whole = network(record.relations(filters), sameness(record).called())
    return around(whole, name, steps=steps) if name else whole
