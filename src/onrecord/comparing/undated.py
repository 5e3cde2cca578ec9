"""Accounts that give no day, in the only event of their sort that they can mean."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta

from onrecord.annotating.eventsides import BETWEEN, PAIR
from onrecord.comparing.eventaccounts import Account
from onrecord.comparing.oneevent import OF_WORKS, elsewhere, same_work
from onrecord.language.calendar import bounds
from onrecord.model.identity import fold, shared_names

_SOON = timedelta(days=7)
"""For how long before or after it an event is told of without its day."""
OF_GROUND = frozenset({"accident", "attack", "disaster"})
"""Sorts that strike a place: a later report names them by it."""
_LATELY = timedelta(days=14)
"""For how long after it such an event is told of by its place alone."""
_OF_DEEDS = OF_WORKS | {"visit", "hearing", "lawsuit"}
"""Sorts told again without their day by who did what."""

Groups = list[list[Account]]


def with_undated(groups: Groups) -> Groups:
    """The groups, with each account that stands alone and gives no day in the only other that it can mean."""
    found = _joined(groups, _of_people, _among_people)
    found = _joined(found, _of_places, _struck_there)
    return _joined(found, _of_doers, _done_by)


def _joined(
    groups: Groups, keys: Callable[[Account], Iterable[str]], fits: Callable[[Account, list[Account]], bool]
) -> Groups:
    """The groups, single accounts without a day put where they fit, if that is one group; `keys` says where to look."""
    near: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in sorted({(account.kind, key) for account in group for key in keys(account)}):
            near[key].append(number)
    into: dict[int, int] = {}
    for number, group in enumerate(groups):
        account = group[0]
        if len(group) > 1 or account.when is not None:
            continue
        others = sorted({other for key in keys(account) for other in near[account.kind, key]} - {number})
        met = [other for other in others if fits(account, groups[other])]
        if len(met) == 1 and met[0] not in into:
            into[number] = met[0]
    for number, target in into.items():
        groups[target].extend(groups[number])
    return [group for number, group in enumerate(groups) if number not in into]


def _of_people(account: Account) -> Iterable[str]:
    return account.people if account.kind in BETWEEN else ()


def _among_people(account: Account, group: list[Account]) -> bool:
    """Whether all whom a meeting or call brought together, two at least, were at one that has a day."""
    if len(account.people) < PAIR or not account.people <= {name for one in group for name in one.people}:
        return False
    return _has_day(group) and all(_is_of_its_days(account, one) for one in group)


def _of_places(account: Account) -> Iterable[str]:
    return set(fold(account.event.place or "").split()) if account.kind in OF_GROUND else ()


def _struck_there(account: Account, group: list[Account]) -> bool:
    """Whether "the quake near Portsund" can be one that struck there not long before."""
    if not account.is_definite or not _has_day(group) or not any(_is_there(account, one) for one in group):
        return False
    return all(_is_of_its_days(account, one, _LATELY) for one in group)


def _of_doers(account: Account) -> Iterable[str]:
    return account.names if account.kind in _OF_DEEDS else ()


def _done_by(account: Account, group: list[Account]) -> bool:
    """Whether somebody did a deed told with the same thing, in documents of one week."""
    return all(
        shared_names(account.names, one.names) and same_work(account, one) and _is_of_its_days(account, one)
        for one in group
    )


def _has_day(group: list[Account]) -> bool:
    return any(account.when is not None for account in group)


def _is_there(account: Account, other: Account) -> bool:
    """Whether two accounts give one named place, or one that is part of the other's name."""
    place, beside = account.event.place, other.event.place
    if place is None or beside is None or place == place.lower() or beside == beside.lower():
        return False
    words, others = set(fold(place).split()), set(fold(beside).split())
    return words <= others or others <= words


def _is_of_its_days(account: Account, other: Account, after_it: timedelta = _SOON) -> bool:
    """Whether an account without a day was published in the days after an event, or told of it in those before."""
    if account.documents & other.documents or elsewhere(account.event.place, other.event.place):
        return False
    if account.published is None or (other.when is None and other.published is None):
        return False
    if other.when is None:
        assert other.published is not None
        return account.event.status == other.event.status and abs(account.published - other.published) <= _SOON
    first, after = bounds(other.when)
    if account.event.status == "planned":
        return timedelta(0) <= first - account.published <= _SOON
    return other.event.status == "happened" and timedelta(0) <= account.published - first <= after_it + (after - first)
