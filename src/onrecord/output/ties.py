"""The network and the one-ness of entities, read out of a record."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import msgspec

from onrecord.comparing.eventaccounts import Names, looks_personal
from onrecord.comparing.happenings import Happening, happenings
from onrecord.comparing.holders import Holders, Meant, named_office
from onrecord.comparing.network import Network, around, network
from onrecord.comparing.sameness import Decision, Sameness, Told, decisions, homes
from onrecord.language.places import country_of
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Event
from onrecord.record import Filters, Record, browsing
from onrecord.record.merging import merged_entity
from onrecord.record.naming import Called

EVERYTHING = Filters()


def sameness(record: Record) -> Sameness:
    """Which entities of the record are one, by names, by offices and by what people decided; without their mentions."""
    decided = tuple(decisions(record.reviews()))
    return record.remembered_of_documents(("sameness", decided), lambda: _sameness(record, decided))


def _sameness(record: Record, decided: tuple[Decision, ...]) -> Sameness:
    called = list(_parted(record, record.called(), decided))
    entities = [one.entity for one in called]
    same = Sameness(entities, decided)
    described = [one for one in called if one.entity.kind == "person" and named_office(one.entity.name)]
    if not described:
        return same
    known = holders_of(record, same)
    told = [
        Told(one.entity.id, meant.entity, meant.reason)
        for one in described
        if (meant := known.meant(one.entity.name, one.document)) is not None
    ]
    return Sameness(entities, decided, told) if told else same


def _parted(record: Record, called: Iterable[Called], decided: Iterable[Decision]) -> Iterator[Called]:
    """The entities, those parted by documents as the entities that people said they are."""
    given = homes(decided)
    stored = {entity for entity, _ in given}
    parts: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for document, entity in record.called_in(sorted(stored)) if stored else ():
        parts[given.get((entity.id, document), entity.id)].append((document, entity))
    yield from (one for one in called if one.entity.id not in stored)
    for name, told in sorted(parts.items()):
        merged = merged_entity([entity for _, entity in told])
        yield Called(msgspec.structs.replace(merged, id=name, mentions=()), told[0][0])


class Known:
    """Who holds which office, with the days of the documents and the countries that each names."""

    def __init__(self, record: Record, same: Sameness) -> None:
        self.days = record.look(browsing.days)
        parts = record.called_in()
        self._countries: dict[str, set[str]] = defaultdict(set)
        for document, entity in parts:
            if entity.party:
                self._countries[document].add(entity.party)
        one = {entity.id: same.of(entity.id) for _, entity in parts if entity.roles}
        self.holders = Holders(((self.days.get(document), entity) for document, entity in parts), one)

    def meant(self, words: str, document: str, day: str | None = None) -> Meant | None:
        """Whom an office means in a document: on its day, or on a day that it tells of, which "then" needs."""
        named = named_office(words)
        if named is None or (named.mode == "then" and day is None):
            return None
        on = day if named.mode == "then" else self.days.get(document)
        return self.holders.meant(words, on, self._countries.get(document, ()))


def holders_of(record: Record, same: Sameness) -> Known:
    """Who is known to hold which office; worked out once for a state of the record."""
    return record.remembered_of_documents(("holders", same.decided), lambda: Known(record, same))


def names_of(
    same: Sameness,
    known: Callable[[], Known] | None = None,
    published: Callable[[str], str | None] | None = None,
) -> Names:
    """What the entities of a record tell of names; `known` also tells whom an office means, `published` a day."""
    called = same.called()

    def canonical(name: str) -> str:
        entity = called.get(fold(name))
        return entity.id if entity is not None else fold(name)

    def is_person(name: str) -> bool:
        entity = called.get(fold(name))
        return entity.kind == "person" if entity is not None else looks_personal(name)

    def party(name: str) -> str | None:
        entity = called.get(fold(name))
        if entity is None:
            return country_of(name)
        return entity.party or country_of(name) or next((r.organisation for r in entity.roles if r.organisation), None)

    def meant(name: str, event: Event) -> str | None:
        if known is None or not event.mentions or named_office(name) is None:
            return None
        day = event.when.start if event.when is not None else None
        found = known().meant(name, event.mentions[0].document, day)
        return same.of(found.entity) if found is not None else None

    return Names(canonical, is_person, party, meant, published or (lambda document: None))


def happenings_of(record: Record, filters: Filters = EVERYTHING) -> list[Happening]:
    """The events that pass, each once with all accounts of it."""
    return told_once(record, filters)


def told_once(
    record: Record, filters: Filters, events: Callable[[Filters], Iterable[Event]] | None = None
) -> list[Happening]:
    """The events that pass, each once; a party's are those in which it, or somebody who stands for it, took part."""
    same = sameness(record)
    names = names_of(same, cache(lambda: holders_of(record, same)), record.look(browsing.days).get)
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
