"""Dated statements, events, undertakings and deadlines in one order of time."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

import msgspec

from onrecord.comparing.happenings import Happening
from onrecord.language.dayparts import minute_of
from onrecord.model.identity import fold
from onrecord.model.items import Commitment, CommitmentKind, Doubt, Stance, Statement
from onrecord.model.spans import Evidence
from onrecord.model.times import Interval
from onrecord.output.concerning import Concern
from onrecord.output.listing import Column
from onrecord.output.rows import ID, Rows
from onrecord.output.sources import Sources, short
from onrecord.output.ties import told_once
from onrecord.output.wording import due_by, speaker, when
from onrecord.record import Filters, Record, browsing

COLUMNS = (Column("when", "name"), Column("what"), ID, Column("words", wide=True))

What = Literal["said", "happened", "promised", "due"]
UNDERTAKEN: Mapping[CommitmentKind, str] = {
    "pledge": "promised", "agreement": "agreed", "plan": "planned", "order": "ordered", "call_for": "called for",
}  # fmt: skip
"""What became known of an undertaking, by its kind."""
DOUBTED: Mapping[Doubt, str] = {
    "impossible_date": "no such day", "contradictory_dates": "its day's name and date differ",
    "due_before_announced": "due before it was announced",
}  # fmt: skip
"""What does not add up in the dates of an event or undertaking."""
TELLS_NOTHING: frozenset[Stance] = frozenset({"asks", "thanks"})
"""Statements that no timeline needs: of a question, the answer stands there."""
UNPLACED = "9999-99-99"
"""Where moments stand that have no day: behind all others."""
UNTIMED = -1
"""Where in its day a moment stands that gives no time of day: before those that do."""
SORTS: tuple[What, ...] = ("said", "happened", "promised", "due")


class Order(NamedTuple):
    """By what moments sort: first and last day, what gives no time of day first, then as it was told.

    `minute` counts into the day, by a clock or by words ("in the afternoon"); `said` is the day of the document.
    """

    first: str
    last: str
    minute: int
    said: str
    document: str
    at: int

    @classmethod
    def of(cls, interval: Interval, said: str, document: str, at: int) -> "Order":
        """The place of a time that a document tells of at a character."""
        first, last = (interval.start or interval.end or UNPLACED)[:10], interval.last_day
        minute = minute_of(interval)
        return cls(
            first, max(first, last.isoformat()) if last else first, UNTIMED if minute is None else minute, said,
            document, at,
        )  # fmt: skip


class Moment(NamedTuple):
    """Something with a date. Moments sort by when they were, and of one time as documents tell them in turn."""

    order: Order
    start: str
    end: str
    id: str
    what: What
    when: Interval
    item: Statement | Happening | Commitment

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that it stands on: every account of an event."""
        item = self.item
        if isinstance(item, Happening):
            return tuple(mention for account in item.accounts for mention in account.mentions)
        return (Evidence(document=item.document, spans=item.content if isinstance(item, Statement) else item.spans),)


def moments(
    record: Record, filters: Filters, *, place: str | None = None, only: Collection[str] = SORTS
) -> Iterator[Moment]:
    """Everything dated that the filters let pass, in order of time; an event once, with all accounts of it.

    Events by a time that no day can be found for ("31 February", "Thursday" in a report without a date) come last.

    A party's events are those in which it, or somebody who stands for it, took part; a question's events and
    undertakings are those that `Concern` finds.
    """
    wide = msgspec.structs.replace(filters, limit=None, kind=None)
    days = record.look(browsing.days)

    def made(item: Statement | Happening | Commitment, what: What, interval: Interval | None) -> Moment:
        return _made(item, what, interval, days)

    concern = Concern(record, filters.question) if filters.question and set(only) - {"said"} else None
    streams: list[list[Moment]] = []
    if "said" in only:
        told = (s for s in record.statements(wide) if s.stance not in TELLS_NOTHING)
        streams.append(sorted(made(item, "said", item.uttered) for item in told if _has_day(item.uttered)))
    if {"promised", "due"} & set(only):
        commitments = list(concern.commitments(wide) if concern else record.commitments(wide))
        if "promised" in only:
            streams.append(sorted(made(c, "promised", c.announced) for c in commitments if _has_day(c.announced)))
        if "due" in only:
            due = (c for c in commitments if _has_day(c.deadline) or (c.deadline and "impossible_date" in c.doubts))
            streams.append(sorted(made(c, "due", c.deadline) for c in due))
    if "happened" in only:
        events = told_once(record, wide, concern.events if concern else None)
        streams.append(
            sorted(made(h, "happened", h.when) for h in events if h.when and (_has_day(h.when) or h.when.text))
        )
    number = 0
    for moment in heapq.merge(*streams):
        if place and not _is_at(moment, place):
            continue
        if filters.limit is not None and number >= filters.limit:
            return
        number += 1
        yield moment


def _has_day(interval: Interval | None) -> bool:
    return interval is not None and bool(interval.start or interval.end)


def _is_at(moment: Moment, place: str) -> bool:
    """Whether a moment is told to be at a place, or an undertaking is about it."""
    item = moment.item
    if isinstance(item, Statement):
        told: Iterable[str | None] = (item.place, item.venue)
    elif isinstance(item, Happening):
        told = (item.place, item.text, *(account.place for account in item.accounts), *item.participants)
    else:
        told = (item.action, *item.parties, *item.counterparts)
    wanted = fold(place)
    return any(f" {wanted} " in f" {fold(words)} " for words in told if words)


def _made(
    item: Statement | Happening | Commitment, what: What, interval: Interval | None, days: Mapping[str, str]
) -> Moment:
    assert interval is not None
    start, end = interval.start or interval.end or UNPLACED, interval.end or interval.start or UNPLACED
    said, document, at = told_at(item, days)
    order = Order.of(interval, said, document, at)
    if what == "due":  # a deadline is its last moment
        start = end
        order = order._replace(first=end[:10], last=end[:10])
    return Moment(order, start, end, item.id, what, interval, item)


def told_at(item: Statement | Happening | Commitment, days: Mapping[str, str]) -> tuple[str, str, int]:
    """Where something is told first: the day of the document, the document, and the character at which it begins."""
    match item:
        case Happening():
            mentions = [mention for account in item.accounts for mention in account.mentions]
            places = [(mention.document, mention.spans[0].start) for mention in mentions]
        case Statement():
            places = [(item.document, item.content[0].start)]
        case _:
            places = [(item.document, item.spans[0].start)]
    return min(((days.get(document, UNPLACED), document, at) for document, at in places), default=(UNPLACED, "", 0))


def rows(found: Iterable[Moment], sources: Sources) -> Rows:
    """A row a moment; what a second document tells in the same words is told once."""
    told: set[tuple[str, str, str]] = set()
    for moment in found:
        time, sort, words = time_of(moment), called(moment), words_of(moment, sources)
        if (time, sort, words) not in told:
            told.add((time, sort, words))
            yield time, sort, short(shown_id(moment)), words


def called(moment: Moment) -> str:
    """What sort of moment it is, as a person reads it: who calls for something has not promised it."""
    if isinstance(moment.item, Happening) and moment.item.status == "planned":
        return "planned"  # an event that the reports only foresee
    if isinstance(moment.item, Commitment) and moment.what == "promised":
        return UNDERTAKEN[moment.item.kind]
    return moment.what


def time_of(moment: Moment) -> str:
    """Its time as a person reads it."""
    return due_by(moment.when).removeprefix("Due ") if moment.what == "due" else when(moment.when)


def shown_id(moment: Moment) -> str:
    """The id by which `onrecord show` finds it: an event's first account."""
    return moment.item.accounts[0].id if isinstance(moment.item, Happening) else moment.id


def words_of(moment: Moment, sources: Sources) -> str:
    """What is told of it, with how many documents tell an event where more than one does."""
    item = moment.item
    if isinstance(item, Statement):
        return f"{speaker(item.speaker)}: {sources.words(item.document, item.content)}"
    if isinstance(item, Commitment):
        return f"{', '.join(item.parties) or 'unnamed'}: {item.action}{_doubts(item.doubts)}"
    reports = f" ({len(item.accounts)} reports)" if len(item.accounts) > 1 else ""
    return f"{item.text}{reports}{_doubts(doubt for account in item.accounts for doubt in account.doubts)}"


def _doubts(given: Iterable[Doubt]) -> str:
    """What does not add up, in brackets."""
    told = sorted({DOUBTED[doubt] for doubt in given})
    return f" [{'; '.join(told)}]" if told else ""
