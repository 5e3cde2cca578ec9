"""The network and the one-ness of entities, read out of a record."""

from onrecord.comparing.network import Network, around, network
from onrecord.comparing.sameness import Sameness, decisions
from onrecord.record import Filters, Record


def sameness(record: Record) -> Sameness:
    """Which entities of the record are one, by names and by what people decided."""
    return Sameness(record.entities(by_id=True), decisions(record.reviews()))


def network_of(record: Record, filters: Filters, name: str | None = None, *, steps: int = 1) -> Network:
    """The network of the relations that pass, or the part of it around a name."""
    whole = network(record.relations(filters), sameness(record).called())
    return around(whole, name, steps=steps) if name else whole
