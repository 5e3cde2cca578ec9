"""Events over documents: what several reports tell of one meeting or arrest, told once with each report's account."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from onrecord.comparing.eventaccounts import Account, Names, first_of, only_day, order
from onrecord.comparing.oneevent import elsewhere, one_event
from onrecord.comparing.undated import with_undated
from onrecord.language.dayparts import minute_of
from onrecord.model.identity import content_id, shared_names
from onrecord.model.items import Event, EventStatus
from onrecord.model.times import Interval

OF_DAYS = frozenset({"meeting", "press_conference", "call", "hearing", "vote", "speech"})
"""Sorts of which two documents that share another event of a day mean one, where one account names nobody."""
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


def happenings(events: Iterable[Event], names: Names | None = None) -> list[Happening]:
    """Events merged where kind, time, place and participants agree; `names` tells which names are one.

    Two documents tell of one event when they give sorts that are alike, times of which one holds the other, no two
    places that exclude each other, and a participant in common, or for what strikes a place (an accident, an attack)
    the same place, or for meetings of states the same two states. What befalls a person once (an arrest, a death)
    needs no day where the person is the same. An account that names nobody joins the only event of its sort and day
    in documents with which its own shares another event of that time. An account without a day joins the only event
    of its sort with the two people or more whom it names, with somebody in it and the same thing done, or at the place
    that it struck, where its document is of the days about that event. An
    account that fits two events alike joins neither. The result is a function of the set of events.
    """
    groups: list[list[Account]] = []
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for event in sorted(events, key=order):
        account = Account(event, names or Names())
        number = _fitting(account, groups, sorted({n for key in account.seeks for n in by_key[key]}))
        if number is None:
            groups.append([])
            number = len(groups) - 1
        groups[number].append(account)
        for key in account.keys:
            if number not in by_key[key]:
                by_key[key].append(number)
    merged = with_undated(_with_unnamed(groups))
    found = [_happening([account.event for account in group]) for group in merged]
    return sorted(found, key=lambda h: (first_of(h.when)[:10], minute_of(h.when) or 0, h.kind, h.id))


def _fitting(account: Account, groups: list[list[Account]], near: list[int]) -> int | None:
    """The one group that an account fits, or fits best."""
    fits = [number for number in near if all(one_event(account, other) for other in groups[number])]
    ranked = sorted((max(_strength(account, other) for other in groups[n]), n) for n in fits)
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return ranked[-1][1]


def _with_unnamed(groups: list[list[Account]]) -> list[list[Account]]:
    """The groups, with accounts that name nobody in the only group of their sort and day that they can mean."""
    on_day: dict[tuple[str, str], list[int]] = defaultdict(list)
    bonds: dict[frozenset[str], set[str]] = defaultdict(set)
    for number, group in enumerate(groups):
        days = {day for account in group if (day := only_day(account))}
        for day in days:
            on_day[group[0].kind, day].append(number)
        documents = sorted({name for account in group for name in account.documents}) if days else []
        for one, other in combinations(documents[:MOST_BOUND], 2):
            bonds[frozenset((one, other))] |= days
    into: dict[int, int] = {}
    for number, group in enumerate(groups):
        account, day = group[0], only_day(group[0])
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


def _can_mean(account: Account, group: list[Account], day: str, bonds: Mapping[frozenset[str], set[str]]) -> bool:
    """Whether an account that names nobody can be of a group's event: of documents that share another of that day."""
    if any(account.documents & other.documents or elsewhere(account.event.place, other.event.place) for other in group):
        return False
    if not any(other.people or other.parties for other in group):
        return False
    told = {name for other in group for name in other.documents}
    return any(day in bonds[frozenset((one, other))] for one in account.documents for other in told)


def _strength(one: Account, other: Account) -> tuple[int, bool, bool]:
    same_day = one.when is not None and other.when is not None and one.when.start == other.when.start
    return len(shared_names(one.names, other.names)), one.event.place == other.event.place, same_day


def _to_the_hour(when: Interval | None, group: list[Event]) -> Interval | None:
    """A time, or where it gives a day alone, that of an account that tells the time of that day."""
    if when is None or when.precision != "day" or minute_of(when) is not None:
        return when
    told = [e.when for e in sorted(group, key=order) if e.when is not None and minute_of(e.when) is not None]
    return next((one for one in told if one.first_day == when.first_day), when)


def _happening(group: list[Event]) -> Happening:
    accounts = tuple(sorted(group, key=lambda event: event.id))
    best = min(group, key=lambda event: (event.status == "planned", *order(event)))
    participants = tuple(sorted({name for event in group for name in event.participants}))
    return Happening(
        status="happened" if any(event.status == "happened" for event in group) else "planned",
        id=accounts[0].id if len(accounts) == 1 else content_id("happening", *(event.id for event in accounts)),
        kind=best.kind, text=best.text, trigger=best.trigger, when=_to_the_hour(best.when, group),
        place=next((e.place for e in accounts if e.place), None),
        participants=participants, accounts=accounts, score=max(event.score for event in group),
    )  # fmt: skip
