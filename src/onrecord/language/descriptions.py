"""Whom a definite description means: "the minister", "Norway’s president", "the company"; nobody where two could."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from onrecord.language.gazetteers import is_role_head, known_papers
from onrecord.language.places import agency_country, country_of
from onrecord.model.identity import fold
from onrecord.model.items import Entity

BODY_BACK = 4
"""How many sentences back "the group" or "the agency" may look for its name."""

_ORGANISATION_NOUNS: dict[str, tuple[str, ...]] = {
    "company": (
        "company",
        "corp",
        "corporation",
        "inc",
        "ltd",
        "llc",
        "group",
        "holdings",
        "bank",
        "airlines",
        "motors",
    ),
    "agency": (
        "agency",
        "administration",
        "bureau",
        "department",
        "service",
        "office",
        "center",
        "centers",
        "commission",
    ),
    "authority": ("authority", "agency"),
    "board": ("board",),
    "council": ("council",),
    "association": ("association", "federation", "society"),
    "charity": ("charity", "foundation", "trust", "fund"),
    "foundation": ("foundation", "trust"),
    "institute": ("institute", "institution", "center", "centre"),
    "hospital": ("hospital", "clinic"),
    "regulator": ("authority", "commission", "agency", "regulator", "administration", "office"),
    "watchdog": ("authority", "commission", "agency", "watchdog", "office"),
    "department": ("department", "ministry", "office"),
    "ministry": ("ministry", "department"),
    "committee": ("committee", "panel"),
    "commission": ("commission",),
    "court": ("court", "tribunal"),
    "bank": ("bank", "reserve"),
    "university": ("university", "college", "school"),
    "newspaper": (
        "times",
        "post",
        "journal",
        "tribune",
        "herald",
        "gazette",
        "news",
        "guardian",
        "daily",
        "ledger",
        "courier",
        "chronicle",
        "observer",
        "telegraph",
        "dispatch",
        "sentinel",
        "bulletin",
        "inquirer",
        "examiner",
        "weekly",
    ),
    "network": ("news", "network", "tv", "television", "broadcasting", "radio"),
    "party": ("party",),
    "group": ("group", "association", "union", "coalition", "council", "league", "watch", "foundation", "society"),
    "organization": ("organization", "organisation", "association", "foundation", "council"),
    "organisation": ("organization", "organisation", "association", "foundation", "council"),
    "union": ("union", "federation", "brotherhood", "guild"),
    "campaign": ("campaign",),
    "administration": ("administration",),
    "government": ("government",),
    "police": ("police", "sheriff"),
}
_FIRMS = frozenset(
    {
        "company", "firm", "corporation", "manufacturer", "maker", "developer", "operator", "airline", "carrier",
        "utility", "miner", "retailer", "insurer", "contractor", "producer", "supplier", "startup", "start-up",
        "automaker", "carmaker", "drugmaker", "shipbuilder", "bank", "lender", "brewer", "giant", "conglomerate",
    }
)  # fmt: skip
"""Nouns for a business, whose name need not say so: "Brell Minerals" is the company."""

_NO_FIRM = frozenset(
    ending for noun, endings in _ORGANISATION_NOUNS.items() if noun not in _FIRMS for ending in endings
)


class Descriptions:
    """The offices and bodies of a document's entities. Built once a document.

    `sentence_of` numbers its sentences, `state_of` tells which state a word means in it.
    """

    def __init__(
        self,
        entities: Sequence[Entity],
        sentence_of: Callable[[int], int],
        state_of: Callable[[str], str | None] = country_of,
    ) -> None:
        self._sentence_of = sentence_of
        self._state_of = state_of
        self._bodies = [entity for entity in entities if entity.kind == "organisation"]
        self._offices = _offices(entities)
        self._holders: dict[str, _Fitting] = {}
        self._called: dict[tuple[str, str | None, str | None], tuple[_Fitting, _Fitting]] = {}

    def meant(self, phrase: str, at: int) -> Entity | None:
        """The entity that a phrase at a place means."""
        bare = _BESIDE.split(_without_article(phrase), maxsplit=1)[0]
        tokens = [fold(token) for token in bare.split()]
        lead = re.split(r",|\s(?:of|for|from|at|in|to)\s", bare, maxsplit=1)[0].split()
        if not lead:
            return None
        head = fold(lead[-1])
        if is_body_noun(head):
            return self._body(head, bare, at)
        if not is_role_head(head) and "minister" not in tokens and "secretary" not in tokens:
            return None
        if bare not in self._holders:
            self._holders[bare] = self._holding(bare)
        fits = self._holders[bare]
        return fits.only or self._closest(fits, at)[1]

    def only_firm(self, at: int) -> Entity | None:
        """The business that the text speaks of, where it names but one that could be one before a place."""
        return self._firms.only_before(at)

    def _holding(self, phrase: str) -> "_Fitting":
        wanted = _wanted(phrase, self._state_of)
        told = (self._offices.get(stem, ()) for stem in wanted.stems)
        held = min(told, key=len, default=())
        return _Fitting(office.holder for office in held if _fits(office, wanted))

    def _body(self, noun: str, phrase: str, at: int) -> Entity | None:
        state = self._state_of(phrase.partition(" ")[0]) if " " in phrase else None
        field = _field_of(phrase, noun) if noun in _OF_STATES else None
        if (noun, state, field) not in self._called:
            self._called[noun, state, field] = self._bodies_called(noun, state, field)
        alone, fits = self._called[noun, state, field]
        if alone.only is not None and alone.only_before(at) is not None:
            return alone.only
        found, meant = self._closest(fits, at, back=BODY_BACK)
        if not found and noun in _FIRMS:
            return self.only_firm(at) or self._closest(self._firms, at, back=BODY_BACK)[1]
        return meant

    def _bodies_called(self, noun: str, state: str | None, field: str | None) -> "tuple[_Fitting, _Fitting]":
        """The bodies whose names end in the noun itself, and those whose names end in what the noun can mean."""
        endings = _ORGANISATION_NOUNS["company" if noun in _FIRMS and noun != "bank" else noun]
        fits = [
            entity
            for entity in self._bodies
            if any(_ends_in(name, endings) for name in (entity.name, *entity.aliases))
            and (state is None or entity.party == state)
            and (field is None or any(field in fold(name).split() for name in (entity.name, *entity.aliases)))
        ]
        return _Fitting(entity for entity in fits if entity.name.lower().endswith(f" {noun}")), _Fitting(fits)

    @cached_property
    def _firms(self) -> "_Fitting":
        return _Fitting(entity for entity in self._bodies if _may_be_firm(entity))

    def _closest(self, fits: "_Fitting", at: int, back: int | None = None) -> tuple[bool, Entity | None]:
        """Whether one was mentioned before, and the one mentioned last if no other was in the sentences beside it."""
        here = self._sentence_of(at)
        nearest: tuple[int, int] | None = None
        for index in range(bisect_left(fits.places, (at, -1)) - 1, -1, -1):
            start, number = fits.places[index]
            sentence = self._sentence_of(start)
            if back is not None and here - sentence > back:
                break
            if nearest is None:
                nearest = sentence, number
            elif nearest[0] - sentence >= _APART:
                break
            elif number != nearest[1]:
                return True, None
        return nearest is not None, fits.entities[nearest[1]] if nearest is not None else None


class _Fitting:
    """Entities that one description fits, with every place that mentions one."""

    __slots__ = ("entities", "firsts", "only", "places")

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = list({entity.id: entity for entity in entities}.values())
        self.places = sorted(
            (mention.start, number) for number, entity in enumerate(self.entities) for mention in entity.mentions
        )
        first = ((entity.mentions[0].start, number) for number, entity in enumerate(self.entities) if entity.mentions)
        self.firsts = sorted(first)
        self.only = self.entities[0] if len(self.entities) == 1 else None

    def only_before(self, at: int) -> Entity | None:
        """The one that was mentioned before a place, if just one was."""
        return self.entities[self.firsts[0][1]] if bisect_left(self.firsts, (at, -1)) == 1 else None


_APART = 2
"""Sentences by which the one mentioned last must be nearer than any other."""


class _Office(NamedTuple):
    """One office of one person, by what descriptions tell of it."""

    holder: Entity
    stems: frozenset[str]
    organisation: str | None
    told: tuple[str, ...]
    former: bool


class _Wanted(NamedTuple):
    """What a description tells of an office."""

    stems: frozenset[str]
    state: str | None
    owner: str | None
    former: bool


def _ends_in(name: str, endings: Collection[str]) -> bool:
    """Whether a body's name ends in one of these nouns, or is that of a ministry or department of something."""
    words = [word.lower().strip(".") for word in name.split()]
    return words[-1] in endings or (words[0] in _OF_STATES and words[0] in endings and words[1:2] == ["of"])


def _field_of(phrase: str, noun: str) -> str | None:
    """What a ministry is for, where a phrase says it right before the noun: "the energy ministry"."""
    words = phrase.split()
    at = next((n for n, word in enumerate(words) if fold(word) == noun), 0)
    return fold(words[at - 1]) if at and words[at - 1].islower() and fold(words[at - 1]) not in _NO_FIELDS else None


_OF_STATES = frozenset({"ministry", "department"})
_NO_FIELDS = frozenset({"the", "its", "their", "his", "her", "our", "federal", "national", "state", "same", "own"})
"""What stands before a ministry and does not say what it is for."""


def is_body_noun(word: str) -> bool:
    """Whether a noun calls a body again that was named: "the company", "the ministry"."""
    return word in _ORGANISATION_NOUNS or word in _FIRMS


def is_firm_noun(word: str) -> bool:
    """Whether a noun calls a business again: "the company", "the operator"."""
    return word in _FIRMS


def _may_be_firm(entity: Entity) -> bool:
    """Whether a body could be a business: no state's, no paper, and no council, union or university by its name."""
    if entity.party != entity.name:
        return False
    first, last = (entity.name.split()[at].lower().strip(".") for at in (0, -1))
    return (
        last not in _NO_FIRM
        and first not in _ORGANISATION_NOUNS["network"]
        and entity.name not in known_papers()
        and agency_country(entity.name) is None
    )


def _offices(entities: Iterable[Entity]) -> dict[str, list[_Office]]:
    """The offices of the people, by each word of their titles."""
    found: dict[str, list[_Office]] = defaultdict(list)
    for entity in entities:
        for role in entity.roles if entity.kind == "person" else ():
            told = tuple(fold(f"{entity.party or ''} {role.organisation or ''}").split())
            stems = frozenset(_stem(token) for token in role.title.split())
            former = role.title.lower().startswith(("former ", "ex-", "then-"))
            for stem in stems:
                found[stem].append(_Office(entity, stems, role.organisation, told, former))
    return found


def _wanted(phrase: str, state_of: Callable[[str], str | None]) -> _Wanted:
    tokens = phrase.split()
    state = next((country for token in tokens if (country := state_of(token.rstrip(",")))), None)
    stems = {_stem(token) for token in tokens if state_of(token) is None and not token.endswith(("’s", "'s"))}
    stems -= {"for", "at", "in", "from", "former", "the", "of", "a", "and"}
    owner = next((fold(token[:-2]) for token in tokens if token.endswith(("’s", "'s"))), None)
    return _Wanted(frozenset(stems), state, owner, "former" in phrase.lower())


def _fits(office: _Office, wanted: _Wanted) -> bool:
    """Whether an office is the one that the description wants; who only held it fits "the former minister" alone."""
    if wanted.state and wanted.state not in {office.holder.party, office.organisation}:
        return False
    if wanted.owner and not wanted.state and office.told and wanted.owner not in office.told:
        return False
    return wanted.stems <= office.stems and wanted.former == office.former


_BESIDE = re.compile(r",\s(?=an?\s|who\b|whose\b|which\b)")
"""Where a phrase goes on with what else is told of its person: "the minister, a former docker"."""


def _without_article(phrase: str) -> str:
    return re.sub(r"^(?:the|this|that)\s+", "", phrase.strip(), flags=re.IGNORECASE)


_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "congressman",
    "pres": "president",
    "atty": "attorney",
    "defence": "defense",
}


def _stem(token: str) -> str:
    bare = fold(token)
    return _SHORT.get(bare, bare)
