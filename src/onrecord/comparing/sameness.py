"""Which entities of a record are one: by the shape of names, by offices, and by what people decided, never by a score.

A person's decision holds against every rule: what was merged stays one, what was split stays apart, and the later
decision on two entities holds. Decisions are reviews of kind "edit" with `same_as`, `apart_from` or `another_in` among
their changes; undoing the review undoes the decision. `another_in` names documents in which a name is another's: from
then on that is an entity of its own, whose id `parted` tells, and which rules of names leave alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from onrecord.comparing.bearers import one_party, surnames_alone
from onrecord.comparing.identities import PARTICLES, clusters
from onrecord.model.findings import ANOTHER_IN, APART_FROM, OF, SAME_AS, Review
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity
from onrecord.record.speaking import Bearer, Instead


class Told(NamedTuple):
    """That an entity which only names an office ("Peru's former president") is a person, by what the record tells."""

    one: str
    other: str
    reason: str


class Decision(NamedTuple):
    """What a person decided of two entities; `documents` are those in which the first one's name is the other's."""

    one: str
    other: str
    same: bool
    by: str
    review: str
    documents: tuple[str, ...] = ()


def parted(entity: str, documents: Iterable[str]) -> str:
    """The id of whom an entity's name means in some documents, where a person said that it is another."""
    return content_id("entity", entity, *sorted(documents))


def homes(decided: Iterable[Decision]) -> dict[tuple[str, str], str]:
    """Whose an entity's name is in a document where a person said that it is another's; the later decision holds."""
    return {(d.one, document): d.other for d in decided for document in d.documents}


class Sameness:
    """Groups of entities that are one: each with the id and name that stand for it, and why they are together."""

    def __init__(
        self, entities: Iterable[Entity], decisions: Sequence[Decision] = (), offices: Sequence[Told] = ()
    ) -> None:
        known = {entity.id: entity for entity in entities}
        last = {frozenset((d.one, d.other)): d for d in decisions if d.one in known and d.other in known}
        apart = {pair for pair, decision in last.items() if not decision.same}
        groups = _Groups(known, apart)
        for pair, decision in sorted(last.items(), key=lambda item: item[1].review):
            if decision.same and len(pair) == 2:
                groups.join(decision.one, decision.other)
        made = {d.other for d in decisions if d.documents}
        by_name = [entity for entity in known.values() if entity.id not in made]
        names = clusters(e.name for e in by_name if e.kind == "person" and _is_name(e.name))
        first: dict[str, str] = {}
        for entity in sorted(by_name, key=lambda e: (-len(e.name), e.name, e.id)):
            if entity.kind == "person" and entity.name in names:
                groups.join(first.setdefault(names.get(entity.name, entity.name), entity.id), entity.id)
        for short, full in _abbreviated(by_name):
            groups.join(short, full)
        for short, name in _surnames(by_name, names):
            groups.join(short, first[name])
        self.offices = tuple(told for told in offices if told.one in known and told.other in known)
        for told in sorted(self.offices):
            groups.join(told.one, told.other)
        self._described = {told.one for told in self.offices}
        self.decided = tuple(last.values())
        self.parted = tuple(d for d in decisions if d.documents and d.one in known and d.other in known)
        self._homes = homes(self.parted)
        self._known = known
        self._group_of = {name: groups.head(name) for name in known}
        members: dict[str, list[str]] = defaultdict(list)
        for name, head in self._group_of.items():
            members[head].append(name)
        self._members = {self._shown(ids): tuple(sorted(ids)) for ids in members.values()}
        self._shown_of = {name: shown for shown, ids in self._members.items() for name in ids}

    def _shown(self, ids: Sequence[str]) -> str:
        """The member that stands for a group: the fullest name that is no office, first in order of the alphabet.

        A person's name stands before what somebody is called without one ("a harbour official").
        """
        names = {i: self._known[i].name for i in ids}
        described = {i for i in ids if self._known[i].kind == "person" and not _is_name(names[i])} | self._described
        return min(ids, key=lambda i: (i in described, -len(names[i].split()), -len(names[i]), i))

    def of(self, entity: str) -> str:
        """The id that stands for an entity's group."""
        return self._shown_of.get(entity, entity)

    def members(self, entity: str) -> tuple[str, ...]:
        """All entities that are one with this one."""
        return self._members.get(self.of(entity), (entity,))

    def parts(self, entity: str) -> tuple[Entity, ...]:
        """The entities that are one with this one, the one that stands for all first; nothing for an unknown id."""
        head = self.of(entity)
        ids = sorted(self.members(entity), key=lambda i: (i != head, i))
        return tuple(self._known[i] for i in ids if i in self._known)

    def name(self, entity: str) -> str | None:
        """What an entity is called, whichever stands for its group."""
        return self._known[entity].name if entity in self._known else None

    def groups(self) -> list[tuple[str, tuple[Entity, ...]]]:
        """Every group: the id that stands for it, and its entities."""
        return [(head, tuple(self._known[i] for i in ids)) for head, ids in sorted(self._members.items())]

    def entity(self, entity: str) -> Entity | None:
        """The entity that stands for this one."""
        return self._known.get(self.of(entity))

    def bearers(self, entity: str) -> tuple[Bearer, ...]:
        """The entities of a group as rows name them, with the documents in which their names are those of others."""
        return tuple(self._bearer(member) for member in self.members(entity))

    def _bearer(self, entity: str) -> Bearer:
        for decision in self.parted:
            if decision.other == entity:
                mine = (d for d in decision.documents if self._homes[decision.one, d] == entity)
                return Bearer(decision.one, only=tuple(mine))
        return Bearer(entity, without=tuple(sorted(document for one, document in self._homes if one == entity)))

    def instead(self) -> tuple[Instead, ...]:
        """Which rows of an entity are of another, by their documents."""
        whose: dict[tuple[str, str], list[str]] = defaultdict(list)
        for (entity, document), other in sorted(self._homes.items()):
            whose[entity, other].append(document)
        return tuple(Instead(entity, tuple(documents), other) for (entity, other), documents in whose.items())

    def called(self) -> Mapping[str, Entity]:
        """The entity behind each folded name or alias that only one group bears."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for entity in self._known.values():
            for name in (entity.name, *entity.aliases):
                bearers[fold(name)].add(self.of(entity.id))
        return {name: self._known[next(iter(ids))] for name, ids in sorted(bearers.items()) if len(ids) == 1}


def _abbreviated(entities: Iterable[Entity]) -> list[tuple[str, str]]:
    """Organisations that bear as their name the initials that one other alone is told to go by: "HSB"."""
    bodies = [entity for entity in entities if entity.kind == "organisation"]
    full: dict[str, set[str]] = defaultdict(set)
    for entity in bodies:
        initials = "".join(word[0] for word in entity.name.split() if word[:1].isupper())
        for alias in entity.aliases:
            if alias != entity.name and _letters(alias) == initials and len(initials) > 1:
                full[initials].add(entity.id)
    found = []
    for entity in bodies:
        others = full.get(_letters(entity.name) if entity.name.isupper() else "", set()) - {entity.id}
        if len(others) == 1:
            found.append((entity.id, next(iter(others))))
    return sorted(found)


def _surnames(entities: Sequence[Entity], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Those called by a surname alone, with the fullest name of the one person of that surname, office and party."""
    parties = one_party({name for e in entities for name in (e.party, e.name if e.kind == "place" else None) if name})
    people = [("", entity) for entity in entities if entity.kind == "person"]
    found = surnames_alone(people, names, lambda party: parties.get(party, party) if party else None, strict=True)
    return sorted((entity.id, name) for _, entity, name in found)


def _is_name(name: str) -> bool:
    """Whether a person's name is one, not a description ("border officials"): capitals, but for particles."""
    words = name.split()
    return all(not word[:1].islower() or fold(word) in PARTICLES for word in words) and not words[-1][:1].islower()


def _letters(name: str) -> str:
    return name.replace(".", "").strip()


class _Groups:
    """Sets that join unless a decision keeps two of their members apart."""

    def __init__(self, known: Iterable[str], apart: set[frozenset[str]]) -> None:
        self._above = {name: name for name in known}
        self._inside = {name: {name} for name in self._above}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in apart:
            if len(pair) == 2:
                one, other = sorted(pair)
                self._apart[one].add(other)
                self._apart[other].add(one)

    def head(self, name: str) -> str:
        """The member that stands for the set."""
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Make two sets one, if nothing keeps them apart."""
        into, from_ = sorted((self.head(one), self.head(other)))
        if into == from_ or any(self._apart[name] & self._inside[into] for name in self._inside[from_]):
            return
        self._above[from_] = into
        self._inside[into] |= self._inside.pop(from_)


def decisions(reviews: Iterable[Review]) -> list[Decision]:
    """What people decided of entities, oldest first, without what was undone."""
    given = list(reviews)
    holding: dict[str, bool] = {}
    for review in given:
        holding[review.id] = True
    for review in reversed(given):
        if review.verdict == "undo" and review.undoes is not None and holding.get(review.id):
            holding[review.undoes] = False
    found = []
    kinds: tuple[tuple[str, Literal[True, False]], ...] = ((SAME_AS, True), (APART_FROM, False))
    for review in given:
        if review.verdict != "edit" or not holding[review.id]:
            continue
        changes = review.changes or {}
        one = of if isinstance(of := changes.get(OF), str) else review.item
        for field, same in kinds:
            if isinstance(other := changes.get(field), str):
                found.append(Decision(one, other, same, review.by, review.id))
        if documents := _documents(changes.get(ANOTHER_IN)):
            found.append(Decision(review.item, parted(review.item, documents), False, review.by, review.id, documents))
    return found


def _documents(given: object) -> tuple[str, ...]:
    """Documents as a review names them; a review from elsewhere may hold anything."""
    return tuple(sorted({str(name) for name in given})) if isinstance(given, list | tuple) else ()
