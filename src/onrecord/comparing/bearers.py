"""Whose a name is in a few documents, and for whom its bearer speaks: told by names and offices, never by a score."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord.comparing.affiliations import REPRESENTING, body_of, only_modifies
from onrecord.comparing.bodies import Bodies
from onrecord.comparing.identities import clusters
from onrecord.language.offices import is_private, office_key
from onrecord.language.persons import is_full, surnames_of
from onrecord.language.places import country_of
from onrecord.language.states import names_behind
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Entity

_STYLES = ("republic of ", "kingdom of ", "government of ", "state of ", "federation of ", "commonwealth of ")
_BODIES = (" government", " administration", " authorities")
STYLED = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "Cllr"})
"""What stands before the last name of somebody and is no first name."""
_OF_STATES = frozenset({"minister", "president", "premier", "chancellor", "ambassador", "secretary", "king", "queen"})
"""What somebody is for one state at a time: bare "minister" tells no office, and needs the state."""


_NAMED_LAST = re.compile(r"^[a-z]\w* .*, (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,3})$")
"""The name after what somebody is: "prefect of the district, Ann Lee"."""

NO_DOCUMENTS: Mapping[str, Document] = {}
NO_BODIES: Mapping[str, Mapping[str, str]] = {}


class Bearers:
    """The people of a few documents over all of them, and the parties that they speak for.

    A surname alone is the one person of that surname who is named in full elsewhere, where an office or a party of
    both is the same and none contradicts; in documents of one matter, where none contradicts. Two bearers of a surname
    leave it to neither.
    """

    def __init__(
        self,
        told: Mapping[str, Sequence[Entity]],
        names: Iterable[str],
        *,
        documents: Mapping[str, Document] = NO_DOCUMENTS,
        belonging: Mapping[str, Mapping[str, str]] = NO_BODIES,
        one_matter: bool = False,
    ) -> None:
        """`told` are the entities of each document, `names` further names of people.

        `belonging` gives for each document the bodies of its people, as `affiliations` finds them.
        """
        everybody = [(document, e) for document, entities in sorted(told.items()) for e in entities]
        people = [(document, entity) for document, entity in everybody if entity.kind == "person"]
        self._parties = one_party(
            {name for _, e in everybody for name in (e.party, e.name if e.kind == "place" else None) if name}
        )
        self._bodies = Bodies(told, documents, lambda name: self._parties.get(name, name)) if documents else None
        self._one_matter = one_matter
        self._full = clusters({*names, *(entity.name for _, entity in people)})
        alone = surnames_alone(people, self._full, self._one_party, near=one_matter)
        self._alone = {(document, entity.name): name for document, entity, name in alone}
        held: dict[str, set[str]] = defaultdict(set)
        for document, entity in people:
            if not entity.roles or not all(is_private(role.title) for role in entity.roles):
                told_party = entity.party if entity.party and not only_modifies(entity.party) else None
                body = told_party or belonging.get(document, {}).get(entity.name)
                if body and (party := self.party(body, document)):
                    held[self.name(document, entity.name)].add(party)
        self._held = {name: next(iter(parties)) for name, parties in held.items() if len(parties) == 1}
        self._apart = {name for name, parties in held.items() if len(parties) > 1 and not is_full(name)}

    def name(self, document: str, name: str) -> str:
        """The fullest name of whom a name means in a document."""
        if (described := _NAMED_LAST.match(name)) is not None:
            name = described["name"]
        first, _, rest = name.partition(" ")
        if self._one_matter and first.rstrip(".") in STYLED and rest and " " not in rest:
            name = self._surname(rest) or name
        return self._alone.get((document, name)) or self._full.get(name, name)

    def _surname(self, surname: str) -> str | None:
        """The one person named in full whose surname this is: "Mr Strand"."""
        full_names = (
            full for full in self._full.values() if is_full(full) and full.split()[0].rstrip(".") not in STYLED
        )
        bearers = {full for full in full_names if fold(surname) in surnames_of(full)}
        return next(iter(bearers)) if len(bearers) == 1 else None

    def voice(self, document: str, name: str, party: str | None) -> str:
        """What is equal for one person: the fullest name, with the party where a surname is that of two parties."""
        shown = self.name(document, name)
        return f"{fold(shown)} {fold(party or '')}" if shown in self._apart else fold(shown)

    def party(self, party: str | None, document: str | None = None) -> str | None:
        """A party by the one name that it goes by in all the documents; `document` is where it is called so."""
        if party is None or self._bodies is None or document is None:
            return self._one_party(party)
        return self._bodies.one(document, party)

    def _one_party(self, party: str | None) -> str | None:
        return self._parties.get(party, party) if party else None

    def spoken_for(self, name: str) -> str | None:
        """The one party that a person is told to speak for."""
        return self._held.get(name)

    def speaking(self, document: str, told: str | None, description: str | None) -> str | None:
        """The party of a speaker, by what is told of it and what the document calls it: "a council spokesman".

        A ministry is its government's wherever it stands; a told word that names nothing else is no party.
        """
        if self._bodies is None:
            return self.party(told)
        body = body_of(description)
        if body is not None and self._bodies.governs(body):
            return self.party(body, document)
        if told is not None and (owner := self.name(document, told)) in self._held:
            return self._held[owner]  # "Mr Lind's spokeswoman"
        if told is not None and not only_modifies(told):
            return self.party(told, document)
        if body is None and description is not None and description[:1].isupper():
            body = self._bodies.named(description)
        return self.party(body, document) if body is not None else None

    def issuing(self, document: Document) -> str | None:
        """The party whose own words a document is, if it is a body's and no paper's."""
        issuer = self._bodies.issuing(document, self._held.values()) if self._bodies is not None else None
        return self.party(issuer, document.id) if issuer is not None else None


def surnames_alone(
    people: Sequence[tuple[str, Entity]],
    full: Mapping[str, str],
    party: Callable[[str | None], str | None],
    *,
    strict: bool = False,
    near: bool = False,
) -> Iterator[tuple[str, Entity, str]]:
    """Those called by a surname alone, each by document, with the fullest name of the one person whose it is.

    `full` gives the fullest name for each, `party` the one name of a party. `strict` asks that every office told of
    the surname is that person's too: for what several documents tell of one surname, which may be two people's. `near`
    asks only that nothing told contradicts: for documents of one matter.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    known: dict[str, list[Entity]] = defaultdict(list)
    for _, entity in people:
        if is_full(entity.name) and entity.name in full:
            known[full[entity.name]].append(entity)
            for surname in surnames_of(entity.name):
                bearers[surname].add(full[entity.name])
    for document, entity in people:
        found = bearers.get(fold(entity.name), set()) if " " not in entity.name else set()
        if len(found) != 1:
            continue
        full_known = known[next(iter(found))]
        if not _is_one(entity, full_known, party) and not (near and _nothing_contradicts(entity, full_known, party)):
            continue
        if not strict or _all_told(entity) <= _offices(known[next(iter(found))]):
            yield document, entity, next(iter(found))


def _is_one(short: Entity, full: Sequence[Entity], party: Callable[[str | None], str | None]) -> bool:
    """Whether an office or a party of both is the same, and no party is another one."""
    mine = _parties([short], party)
    theirs = _parties(full, party)
    if mine and theirs:
        return mine <= theirs
    return any(_is_told(office) for office in _offices([short]) & _offices(full))


def _nothing_contradicts(short: Entity, full: Sequence[Entity], party: Callable[[str | None], str | None]) -> bool:
    """Whether no party and no office told of the one is another than those told of the other."""
    mine, theirs = _parties([short], party), _parties(full, party)
    offices, others = (
        {word for office in _offices(of) if office & REPRESENTING for word in office} for of in ([short], full)
    )
    return not (mine and theirs and mine.isdisjoint(theirs)) and (not offices or not others or bool(offices & others))


def _all_told(entity: Entity) -> set[frozenset[str]]:
    return {office for office in _offices([entity]) if _is_told(office)}


def _parties(entities: Sequence[Entity], party: Callable[[str | None], str | None]) -> set[str]:
    """For whom people are told to speak."""
    told = [entity.party for entity in entities]
    return {name for one in told if (name := party(one))}


def one_party(names: Iterable[str]) -> dict[str, str]:
    """Map each name of a party to the one that it goes by: "Tarvonian", "Republic of Tarvonia" to "Tarvonia".

    An adjective is a state's only where one state can be meant. No other two names are ever one.
    """
    spelt = sorted({name for name in names if name.strip()})
    plain = {fold(name): name for name in reversed(spelt)}
    found: dict[str, str] = {}
    for name in spelt:
        bare = _bare(name)
        behind = names_behind(bare, plain) if " " not in bare and country_of(bare) is None else []
        meant = country_of(name) or country_of(bare) or (plain[behind[0]] if behind else None) or plain.get(fold(bare))
        if meant is not None and meant != name and (bare != name or behind or country_of(name)):
            found[name] = meant
    return {name: found.get(meant, meant) for name, meant in found.items()}


def _bare(name: str) -> str:
    """A party's name without what only says that it is a state or its government."""
    low = name.casefold().removeprefix("the ")
    name = name[len(name) - len(low) :]
    for style in _STYLES:
        if low.startswith(style):
            return _bare(name[len(style) :])
    for body in _BODIES:
        if low.endswith(body):
            return name[: -len(body)]
    return name


def _offices(entities: Iterable[Entity]) -> set[frozenset[str]]:
    return {
        frozenset(word for word in office_key(role.title) if country_of(word.title()) is None)
        for entity in entities
        for role in entity.roles
        if not is_private(role.title)
    }


def _is_told(office: frozenset[str]) -> bool:
    """Whether an office is told closely enough to be one person's: "energy minister", not "minister"."""
    return len(office) > 1 or bool(office and not office <= _OF_STATES)
