"""The network and the one-ness of entities, read out of a record."""

from onrecord.comparing.happenings import Happening, Names, happenings
from onrecord.comparing.network import Network, around, network
from onrecord.comparing.sameness import Sameness, decisions
from onrecord.language.places import country_of
from onrecord.model.identity import fold
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
        return entity.kind == "person" if entity is not None else " " in name.strip() and country_of(name) is None

    def party(name: str) -> str | None:
        entity = called.get(fold(name))
        return (entity.party if entity is not None else None) or country_of(name)

    return Names(canonical, is_person, party)


def happenings_of(record: Record, filters: Filters = EVERYTHING) -> list[Happening]:
    """The events that pass, each once with all accounts of it."""
    return happenings(record.events(filters), names_of(sameness(record)))


def network_of(record: Record, filters: Filters, name: str | None = None, *, steps: int = 1) -> Network:
    """The network of the relations that pass, or the part of it around a name."""
    whole = network(record.relations(filters), sameness(record).called())
    return around(whole, name, steps=steps) if name else whole
