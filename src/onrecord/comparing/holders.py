"""Whom an office means on a day: "the former president of Peru", "then-Trade Secretary", told by who held what when.

What the documents of a record call a person is evidence: a title on a document's day, "former" before it, a dated
appointment or resignation. The office decides only where exactly one person fits; everything else stays unknown.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from onrecord.language.offices import office_key
from onrecord.language.places import country_of
from onrecord.model.items import Entity, Role

Mode = Literal["now", "before", "then", "coming"]

LASTS = 400
"""Days after a title was last seen for which it is still taken to be held, while nobody else is told to hold it."""
SOON = 120
"""Days before an office is taken up in which its holder can be called incoming."""
_BEFORE = frozenset({"former", "ex", "onetime", "late", "ousted", "deposed", "previous", "retired", "formerly"})
_THEN = frozenset({"then"})
_COMING = frozenset({"incoming", "elect", "designate", "future"})
_NOW = frozenset(
    {"acting", "outgoing", "interim", "caretaker", "current", "sitting", "incumbent", "present", "longtime"}
)
_IDLE = frozenset({"dr", "mr", "mrs", "ms", "prof", "a", "an", "his", "her", "their", "our", "my"})
_HEADS = frozenset(
    {"president", "minister", "secretary", "governor", "mayor", "chancellor", "premier", "ambassador", "speaker",
     "senator", "chairman", "chairwoman", "chair", "chief", "director", "commissioner", "general", "king", "queen",
     "advisor", "adviser", "leader", "treasurer", "head", "judge", "prosecutor", "sheriff"}
)  # fmt: skip
"""What an office can be in the end; "former player" names none."""
_ANY = frozenset({"minister", "secretary"})
"""Offices of which a state has many: alone they mean any of them."""
_PIECE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_OWNED = re.compile(r"['’]s?(?=\s|$)")


class Named(NamedTuple):
    """An office as words name it: its key, whose it is, and how it stands to the day."""

    office: frozenset[str]
    country: str | None
    mode: Mode
    title: str


class Meant(NamedTuple):
    """Whom an office means, and why."""

    entity: str
    name: str
    reason: str


class _Held:
    """What is told of one person in one office of one country."""

    __slots__ = ("called", "coming", "entity", "gone", "name", "since", "until")

    def __init__(self, entity: str, name: str) -> None:
        self.entity, self.name = entity, name
        self.called: set[str] = set()
        self.gone: set[str] = set()
        self.coming: set[str] = set()
        self.since: str | None = None
        self.until: str | None = None

    @property
    def first(self) -> str | None:
        """The first day on which the office is known to be held."""
        return min(filter(None, (self.since, *self.called)), default=None)


@lru_cache(maxsize=8192)
def named_office(words: str) -> Named | None:
    """The office that words name, or nothing where they name none: "Peru's ex-minister", "Former President"."""
    owner, mark, title = words.rpartition("’s " if "’s " in words else "'s ")
    if mark and country_of(owner.removeprefix("the ").removeprefix("The ")) is None:
        words = title  # "Lee's foreign minister": of whose country, the words do not say
    pieces = _PIECE.findall(_OWNED.sub(" ", words))
    low = [piece.lower() for piece in pieces]
    if not low or len(low) > 12:
        return None
    marks = set(low)
    mode: Mode = "now"
    for told, found in (("before", _BEFORE), ("then", _THEN), ("coming", _COMING)):
        if marks & found:
            mode = told  # type: ignore[assignment]
            break
    country, rest = _country(pieces)
    rest = [word for word in rest if word.lower() not in _BEFORE | _THEN | _COMING | _NOW | _IDLE]
    while rest and rest[-1].lower() in {"of", "for", "the"}:
        rest.pop()
    office = office_key(" ".join(rest))
    return Named(office, country, mode, " ".join(rest)) if office & _HEADS else None


def _country(pieces: list[str]) -> tuple[str | None, list[str]]:
    """The country among some words, and the words without it."""
    for size in (3, 2, 1):
        for at in range(len(pieces) - size + 1):
            phrase = " ".join(pieces[at : at + size])
            if phrase[:1].isupper() and (country := country_of(phrase)):
                return country, pieces[:at] + pieces[at + size :]
    return None, pieces


class Holders:
    """Who is known to hold or have held which office; built of the entities of documents with their days."""

    def __init__(self, told: Iterable[tuple[str | None, Entity]], one: Mapping[str, str]) -> None:
        """`told` gives each document's entities with the document's day; `one` the id that stands for an entity."""
        held: dict[tuple[frozenset[str], str | None], dict[str, _Held]] = defaultdict(dict)
        self._titles: dict[frozenset[str], str] = {}
        for day, entity in told:
            if entity.kind != "person" or not is_named(entity.name):
                continue
            for role in entity.roles:
                office = _office(role, entity)
                if office is not None:
                    key = one.get(entity.id, entity.id)
                    person = held[office.office, office.country].setdefault(key, _Held(key, entity.name))
                    self._titles[office.office] = min(self._titles.get(office.office, office.title), office.title)
                    _note(person, role, office.mode, day)
        self._held = {key: tuple(people.values()) for key, people in held.items()}

    def meant(self, words: str, day: str | None, countries: Iterable[str] = ()) -> Meant | None:
        """Whom an office means in a document of a day; `countries` are those that the document names.

        Where the words name no country, only the countries of the document count. "Then" looks at the day given, which
        should be that of what is told. Nobody, or more than one, is nothing.
        """
        wanted = named_office(words)
        if wanted is None or day is None:
            return None
        near = {wanted.country} if wanted.country else set(countries)
        fits = [
            (person, country)
            for (office, country), people in sorted(self._held.items(), key=lambda item: str(item[0]))
            if _same_office(wanted.office, office) and country in near
            for person in people
            if _stands(person, people, wanted.mode, day)
        ]
        if len({person.entity for person, _ in fits}) != 1:
            return None
        person, country = fits[0]
        return Meant(person.entity, person.name, _reason(person, wanted, country))

    def countries(self) -> set[str]:
        """Whose offices are known."""
        return {country for _, country in self._held if country}

    def offices(self) -> list[tuple[str, str | None, list[tuple[str, str | None, str | None]]]]:
        """Every office with its country and its holders: name, a day by which it is held, the day it is left."""
        return [
            (self._titles[office], country, sorted((p.name, p.first, _left(p, people)) for p in people))
            for (office, country), people in sorted(self._held.items(), key=lambda item: str(item[0]))
        ]


def is_named(name: str) -> bool:
    """Whether a name is one, not a description: two words that begin with a capital, and no office in the end."""
    words = name.split()
    return sum(word[:1].isupper() for word in words) > 1 and named_office(name) is None


def _office(role: Role, entity: Entity) -> Named | None:
    found = named_office(role.title)
    if found is None:
        return None
    country = found.country or (country_of(role.organisation) if role.organisation else None)
    return found._replace(country=country or entity.party or role.organisation)


def _note(person: _Held, role: Role, mode: Mode, day: str | None) -> None:
    person.since = min(filter(None, (person.since, role.since)), default=None)
    person.until = max(filter(None, (person.until, role.until)), default=None)
    if day is not None and mode != "then":
        {"now": person.called, "before": person.gone, "coming": person.coming}[mode].add(day)


def _same_office(wanted: frozenset[str], known: frozenset[str]) -> bool:
    if wanted == known:
        return True
    return len(wanted) == 1 and wanted <= _ANY and bool(wanted & known) and not known & {"prime", "general", "deputy"}


def _stands(person: _Held, people: tuple[_Held, ...], mode: Mode, day: str) -> bool:
    """Whether a person stands so to the office on a day."""
    if mode == "coming":
        starts = (*person.coming, *filter(None, (person.since,)))
        return not _holds(person, people, day) and any(-SOON <= _days(day, start) <= SOON for start in starts)
    if mode == "before":
        left = _left(person, people)
        return (left is not None and left <= day) or any(gone <= day for gone in person.gone)
    return _holds(person, people, day) or (mode == "then" and _held_until(person, people, day))


def _held_until(person: _Held, people: tuple[_Held, ...], day: str) -> bool:
    """Whether somebody whose beginning nobody tells left the office soon after a day, and nobody else left it since."""
    if person.since is not None or person.until is None or not 0 <= _days(day, person.until) <= LASTS:
        return False
    return not any(other.until and day <= other.until <= person.until for other in people if other is not person)


def _holds(person: _Held, people: tuple[_Held, ...], day: str) -> bool:
    first, left = person.first, _left(person, people)
    if first is None or first > day or (left is not None and left <= day):
        return False
    if any(gone <= day for gone in person.gone) and not any(called >= max(person.gone) for called in person.called):
        return False
    seen = max((called for called in (*person.called, first) if called <= day), default=first)
    return _days(seen, day) <= LASTS


def _left(person: _Held, people: tuple[_Held, ...]) -> str | None:
    """The day from which a person holds the office no more: told, or when somebody entered it after."""
    if person.until is not None:
        return person.until
    first = person.first
    after = [p.since for p in people if p is not person and p.since and first is not None and p.since > first]
    last = max(person.called, default="")
    return min((day for day in after if day >= last), default=None)


def _days(one: str, other: str) -> int:
    return _ordinal(other) - _ordinal(one)


def _ordinal(day: str) -> int:
    """A day's number; of a month or a year its first day, and far off for what is no date."""
    try:
        return date.fromisoformat(f"{day[:10]}{'-01-01'[len(day) - 10 :] if len(day) in {4, 7} else ''}").toordinal()
    except ValueError:
        return -(10**7)


def _reason(person: _Held, wanted: Named, country: str | None) -> str:
    office = wanted.title
    of = f" of {country}" if country else ""
    dates = f"{f' from {person.since}' if person.since else ''}{f' until {person.until}' if person.until else ''}"
    seen = sorted(person.gone if wanted.mode == "before" and person.gone else person.called or person.coming)
    told = f", so called in a document of {seen[0]}" if seen and not dates else ""
    return f"the only one known as {office}{of}{dates}{told}"
