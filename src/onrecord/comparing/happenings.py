"""Events over documents: what several reports tell of one meeting or arrest, told once with each report's account."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

import msgspec

from onrecord.comparing.achieving import names_of
from onrecord.comparing.words import stem, stems
from onrecord.language.calendar import bounds, contains, known, overlaps
from onrecord.language.places import country_of
from onrecord.language.predicates import predicate_of
from onrecord.model.identity import content_id, fold, shared_names
from onrecord.model.items import Event, EventStatus
from onrecord.model.times import Interval

ALIKE = {
    "signing": "agreement", "acquisition": "agreement", "launch": "announcement", "strike": "protest",
    "return": "visit",
}  # fmt: skip
"""Sorts that one event may be told as."""
ONCE = frozenset({"death", "arrest", "extradition", "conviction", "charge", "resignation", "appointment"})
"""What befalls a person once, as far as documents that do not date it apart can tell."""
OF_PLACES = frozenset({"accident", "attack", "disaster", "death", "protest", "vote", "agreement", "meeting"})
"""Sorts of which one place sees one a day."""
OF_STATES = frozenset({"meeting", "press_conference", "call", "agreement"})
"""Sorts that are one when they bring the same two states together on one day, and only one account names persons."""
_NAMED = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
     "april", "may", "june", "july", "august", "september", "october", "november", "december"}
)  # fmt: skip
_ANYBODY = frozenset({"people", "men", "women", "officials", "man", "woman", "person", "group", "members"})
OF_THINGS = frozenset({"agreement", "sanction", "lawsuit"})
"""Sorts of which somebody may do two a day: names besides those of who takes part tell one from the other."""
OF_DAYS = frozenset({"meeting", "press_conference", "call", "hearing", "vote", "speech"})
"""Sorts of which two documents that share another event of a day mean one, where one account names nobody."""
_TELLING = 2
"""Words in common that tell what was done where one account names nobody."""
LONGEST_DAYS = 31
"""Days of an interval that can still tell one event from the next of its sort."""

MOST_BOUND = 32
"""Documents of one event whose pairs are looked at: the work stays bounded."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One event with all accounts of it, each as its document tells it."""

    id: str
    kind: str
    text: str
    when: Interval | None
    place: str | None
    participants: tuple[str, ...]
    trigger: str | None = None
    accounts: tuple[Event, ...]
    status: EventStatus = "happened"
    score: float


def looks_personal(name: str) -> bool:
    """Whether a name that no entity bears can be a person's: two capitals or more, and no country."""
    return sum(word[:1].isupper() for word in name.split()) > 1 and country_of(name) is None


class Names(NamedTuple):
    """What a record knows of names: one for all of somebody's, who is a person, his party, who an office is."""

    canonical: Callable[[str], str] = fold
    is_person: Callable[[str], bool] = looks_personal
    party: Callable[[str], str | None] = country_of
    meant: Callable[[str, Event], str | None] = lambda name, event: None


def happenings(events: Iterable[Event], names: Names | None = None) -> list[Happening]:
    """Events merged where kind, time, place and participants agree; `names` tells which names are one.

    Two documents tell of one event when they give sorts that are alike, times of which one holds the other, no two
    places that exclude each other, and a participant in common, or for what strikes a place (an accident, an attack)
    the same place, or for meetings of states the same two states. What befalls a person once (an arrest, a death)
    needs no day where the person is the same. An account that names nobody joins the only event of its sort and day
    in documents with which its own shares another event of that time. An account that fits two events alike joins
    neither. The result is a function of the set of events.
    """
    groups: list[list[_Account]] = []
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for event in sorted(events, key=_order):
        account = _Account(event, names or Names())
        number = _fitting(account, groups, sorted({n for key in account.keys for n in by_key[key]}))
        if number is None:
            groups.append([])
            number = len(groups) - 1
        groups[number].append(account)
        for key in account.keys:
            if number not in by_key[key]:
                by_key[key].append(number)
    found = [_happening([account.event for account in group]) for group in _with_unnamed(groups)]
    return sorted(found, key=lambda h: (_start(h.when), h.kind, h.id))


def _fitting(account: "_Account", groups: list[list["_Account"]], near: list[int]) -> int | None:
    """The one group that an account fits, or fits best."""
    fits = [number for number in near if all(_one(account, other) for other in groups[number])]
    ranked = sorted((max(_strength(account, other) for other in groups[n]), n) for n in fits)
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return ranked[-1][1]


def _with_unnamed(groups: list[list["_Account"]]) -> list[list["_Account"]]:
    """The groups, with accounts that name nobody in the only group of their sort and day that they can mean."""
    on_day: dict[tuple[str, str], list[int]] = defaultdict(list)
    bonds: dict[frozenset[str], set[str]] = defaultdict(set)
    for number, group in enumerate(groups):
        days = {day for account in group if (day := _day(account))}
        for day in days:
            on_day[group[0].kind, day].append(number)
        documents = sorted({name for account in group for name in account.documents}) if days else []
        for one, other in combinations(documents[:MOST_BOUND], 2):
            bonds[frozenset((one, other))] |= days
    into: dict[int, int] = {}
    for number, group in enumerate(groups):
        account, day = group[0], _day(group[0])
        if len(group) > 1 or day is None or account.kind not in OF_DAYS or account.people or account.parties:
            continue
        fits = [
            other for other in on_day[account.kind, day]
            if other != number and other not in into and _can_mean(account, groups[other], day, bonds)
        ]  # fmt: skip
        if len(fits) == 1:
            into[number] = fits[0]
    for number, target in into.items():
        groups[target].extend(groups[number])
    return [group for number, group in enumerate(groups) if number not in into]


def _can_mean(account: "_Account", group: list["_Account"], day: str, bonds: Mapping[frozenset[str], set[str]]) -> bool:
    """Whether an account that names nobody can be of a group's event: of documents that share another of that day."""
    if any(
        account.documents & other.documents or _elsewhere(account.event.place, other.event.place) for other in group
    ):
        return False
    if not any(other.people or other.parties for other in group):
        return False
    told = {name for other in group for name in other.documents}
    return any(day in bonds[frozenset((one, other))] for one in account.documents for other in told)


def _day(account: "_Account") -> str | None:
    """The one day of an account."""
    if account.when is None:
        return None
    first, after = bounds(account.when)
    return first.isoformat() if (after - first).days == 1 else None


def _strength(one: "_Account", other: "_Account") -> tuple[int, bool, bool]:
    same_day = one.when is not None and other.when is not None and one.when.start == other.when.start
    return len(shared_names(one.names, other.names)), one.event.place == other.event.place, same_day


class _Account:
    """One document's event with what it is compared by."""

    __slots__ = (
        "documents", "event", "keys", "kind", "names", "others", "parties", "people", "personal", "things", "told",
        "when",
    )  # fmt: skip

    def __init__(self, event: Event, known_names: Names) -> None:
        self.event = event
        self.kind = f"other:{deed_of(event)}" if event.kind == "other" else ALIKE.get(event.kind, event.kind)
        self.documents = {mention.document for mention in event.mentions}
        self.when = event.when if event.when is not None and known(event.when) else None
        named = [name for name in event.participants if any(c.isupper() for c in name)]
        self.names = {known_names.canonical(name) for name in named} | {fold(name) for name in named}
        self.others = {fold(name) for name in event.participants} - self.names - _ANYBODY
        self.people = {known_names.canonical(name) for name in named if known_names.is_person(name)}
        self.personal = {known_names.canonical(name) for name in named if looks_personal(name)}
        meant = {who for name in event.participants if (who := known_names.meant(name, event))}
        self.names |= meant
        self.people |= meant
        self.parties = {party for name in named if (party := known_names.party(name))}
        own = {stem(word) for name in self.names for word in fold(name).split()}
        self.told = _told_in(event.text, event.trigger or "") - own if event.kind == "other" else frozenset[str]()
        self.things = _named_in(event.text) - {word for name in self.names for word in fold(name).split()}
        self.keys = [(self.kind, month) for month in _months(event)]
        if self.kind in ONCE:
            self.keys += [(self.kind, name) for name in sorted(self.people)]


def _named_in(text: str) -> frozenset[str]:
    """The words of names in an event's words, without those of when; the first word has a capital for its place."""
    found = {fold(word) for run in _NAMED.findall(text) for word in run.split()}
    return frozenset(found - _DAYS)


def _order(event: Event) -> tuple[int, str, str]:
    """The sharpest times first, so that a vague account joins the event that it can only mean."""
    first, after = bounds(event.when) if event.when is not None and known(event.when) else (None, None)
    length = (after - first).days if first is not None and after is not None else 10**6
    return length, _start(event.when), event.id


def _months(event: Event) -> list[str]:
    when = event.when
    if when is None or not known(when):
        return []
    first, after = bounds(when)
    if (after - first).days > LONGEST_DAYS:
        return []
    return sorted({first.isoformat()[:7], after.isoformat()[:7]})


def _one(one: _Account, other: _Account) -> bool:
    if one.documents & other.documents:
        return False  # one document has merged its own
    if one.kind.startswith("other:"):
        return _one_deed(one, other)
    timed = _timed(one, other)
    if timed is None:
        return bool(one.people & other.people)
    if not timed or _elsewhere(one.event.place, other.event.place):
        return False
    mine, theirs = one.people or one.personal, other.people or other.personal
    if one.kind in ONCE and mine and theirs and not mine & theirs:
        return False  # whom it befell tells one arrest from the next, not who made it
    if one.kind in OF_THINGS and one.things - other.things and other.things - one.things:
        return False
    if shared_names(one.names, other.names) or shared_names(one.others, other.others):
        return True
    if one.people and other.people:
        return False
    if one.kind in OF_STATES and len(one.parties & other.parties) > 1:
        return True
    if one.kind == "vote" and (_votes_there(one, other) or _votes_there(other, one)):
        return True
    there = one.event.place is not None and other.event.place is not None
    if one.kind == "agreement" and there and not country_of(one.event.place or ""):
        return True
    return one.kind in OF_PLACES and there and not (one.names and other.names)


def _one_deed(one: _Account, other: _Account) -> bool:
    """Whether two accounts of no listed sort tell one deed: the same verb and day, somebody and a thing in common."""
    if one.when is None or other.when is None or _day(one) is None or _day(one) != _day(other):
        return False
    if _elsewhere(one.event.place, other.event.place):
        return False
    things = one.told & other.told
    if one.things - other.things and other.things - one.things:
        return False
    if one.names and other.names:
        return bool(shared_names(one.names, other.names)) and bool(things)
    return len(things) >= _TELLING


def deed_of(event: Event) -> str:
    """The class of the verb that tells of an event: "shut" and "close" are one."""
    deed = predicate_of(event.trigger or "", "verb")
    return names_of(deed)[-1]


def _told_in(text: str, trigger: str) -> frozenset[str]:
    """The stems of what an event's words tell besides its verb and its day."""
    leave = _DAYS | {stem(day) for day in _DAYS} | {stem(trigger)}
    return frozenset(word for word in stems(text) if word not in leave and not word.isdigit())


def _votes_there(one: _Account, other: _Account) -> bool:
    """Whether one account names the place of a vote and the other those of that place who cast it."""
    place = set(fold(one.event.place or "").split())
    return bool(place) and any(place < set(fold(name).split()) for name in other.event.participants)


def _timed(one: _Account, other: _Account) -> bool | None:
    """Whether two times are one; nothing where one of the two has no day and the sort needs none."""
    if one.when is not None and other.when is not None:
        if not overlaps(one.when, other.when):
            return False
        return contains(one.when, other.when) or contains(other.when, one.when)
    return None if one.kind in ONCE and one.event.status == other.event.status else False


def _elsewhere(one: str | None, other: str | None) -> bool:
    """Whether two places exclude each other: neither is part of the other's name, and neither is a whole country."""
    if one is None or other is None or one == one.lower() or other == other.lower():
        return False
    words, others = set(fold(one).split()), set(fold(other).split())
    return not (words <= others or others <= words or country_of(one) or country_of(other))


def _happening(group: list[Event]) -> Happening:
    accounts = tuple(sorted(group, key=lambda event: event.id))
    best = min(group, key=lambda event: (event.status == "planned", *_order(event)))
    participants = tuple(sorted({name for event in group for name in event.participants}))
    return Happening(
        status="happened" if any(event.status == "happened" for event in group) else "planned",
        id=accounts[0].id if len(accounts) == 1 else content_id("happening", *(event.id for event in accounts)),
        kind=best.kind, text=best.text, trigger=best.trigger, when=best.when,
        place=next((e.place for e in accounts if e.place), None),
        participants=participants, accounts=accounts, score=max(event.score for event in group),
    )  # fmt: skip


def _start(when: Interval | None) -> str:
    return (when.start or when.end or "9999") if when is not None else "9999"
