"""The network and the one-ness of entities, read out of a record."""

from onrecord.comparing.happenings import Happening, happenings
from onrecord.comparing.network import Network, around, network
from onrecord.comparing.sameness import Sameness, decisions
from onrecord.model.identity import fold
from onrecord.record import Filters, Record

EVERYTHING = Filters()


def sameness(record: Record) -> Sameness:
    """Which entities of the record are one, by names and by what people decided."""
    return Sameness(record.entities(by_id=True), decisions(record.reviews()))


class Canonical:
    """One folded name for the many of an entity."""

    def __init__(self, same: Sameness) -> None:
        self._called = same.called()

    def __call__(self, name: str) -> str:
        """The entity's id, or the folded name where none or several bear it."""
        entity = self._called.get(fold(name))
        return entity.id if entity is not None else fold(name)


def happenings_of(record: Record, filters: Filters = EVERYTHING) -> list[Happening]:
    """The events that pass, each once with all accounts of it."""
    return happenings(record.events(filters), Canonical(sameness(record)))


def network_of(record: Record, filters: Filters, name: str | None = None, *, steps: int = 1) -> Network:
    """The network of the relations that pass, or the part of it around a name."""
    whole = network(record.relations(filters), sameness(record).called())
    return around(whole, name, steps=steps) if name else whole
