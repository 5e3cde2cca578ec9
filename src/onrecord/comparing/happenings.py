"""Events over documents: what several reports tell of one meeting or arrest, told once with each report's account."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec

from onrecord.language.calendar import bounds, contains, known, overlaps
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Event
from onrecord.model.times import Interval

LONGEST_DAYS = 31
"""Days of an interval that can still tell one event from the next of its sort."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One event with all accounts of it, each as its document tells it."""

    id: str
    kind: str
    text: str
    when: Interval | None
    place: str | None
    participants: tuple[str, ...]
    accounts: tuple[Event, ...]
    score: float


def happenings(events: Iterable[Event], canonical: Callable[[str], str] = fold) -> list[Happening]:
    """Events merged where kind, time, place and participants agree; `canonical` gives one name for one participant.

    Two documents tell of one event when they give the same sort, times of which one holds the other, no two
    different places, and a participant in common. An event without a day stays alone. The result is a
    function of the set of events.
    """
    groups: list[list[Event]] = []
    by_month: dict[tuple[str, str], list[int]] = defaultdict(list)
    for event in sorted(events, key=_order):
        months = _months(event)
        near = sorted({number for month in months for number in by_month[event.kind, month]})
        fits = [number for number in near if all(_one(event, other, canonical) for other in groups[number])]
        if len(fits) == 1:
            groups[fits[0]].append(event)
        else:
            groups.append([event])
            for month in months:
                by_month[event.kind, month].append(len(groups) - 1)
    found = [_happening(group) for group in groups]
    return sorted(found, key=lambda h: (_start(h.when), h.kind, h.id))


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


def _one(one: Event, other: Event, canonical: Callable[[str], str]) -> bool:
    if {m.document for m in one.mentions} & {m.document for m in other.mentions}:
        return False  # one document has merged its own
    if one.when is None or other.when is None or not overlaps(one.when, other.when):
        return False
    if not (contains(one.when, other.when) or contains(other.when, one.when)):
        return False
    if one.place and other.place and canonical(one.place) != canonical(other.place):
        return False
    return bool({canonical(name) for name in one.participants} & {canonical(name) for name in other.participants})


def _happening(group: list[Event]) -> Happening:
    accounts = tuple(sorted(group, key=lambda event: event.id))
    best = min(group, key=_order)
    participants = tuple(sorted({name for event in group for name in event.participants}))
    return Happening(
        id=accounts[0].id if len(accounts) == 1 else content_id("happening", *(event.id for event in accounts)),
        kind=best.kind, text=best.text, when=best.when, place=next((e.place for e in accounts if e.place), None),
        participants=participants, accounts=accounts, score=max(event.score for event in group),
    )  # fmt: skip


def _start(when: Interval | None) -> str:
    return (when.start or when.end or "9999") if when is not None else "9999"
