"""Dated statements, events and deadlines in one order of time."""

import heapq
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from onrecord.model.items import Commitment, Event, Statement
from onrecord.model.times import Interval
from onrecord.output.listing import Column
from onrecord.output.rows import ID, Rows
from onrecord.output.sources import Sources, short
from onrecord.output.wording import due_by, speaker, when
from onrecord.record import Filters, Record

COLUMNS = (Column("when", "name"), Column("what"), ID, Column("words", wide=True))


class Moment(NamedTuple):
    """Something with a date. Moments sort by when they begin, the longer stretch first."""

    start: str
    end: str
    id: str
    what: str
    when: Interval
    item: Statement | Event | Commitment


def moments(record: Record, filters: Filters) -> Iterator[Moment]:
    """Everything dated that the filters let pass, in order of time."""
    wide = msgspec.structs.replace(filters, limit=None, kind=None)
    streams = [
        sorted(_made(item, "said", item.uttered) for item in record.statements(wide) if _dated(item.uttered)),
        sorted(_made(item, "due", item.deadline) for item in record.commitments(wide) if _dated(item.deadline)),
    ]
    if not (filters.speaker or filters.question):
        streams.append(sorted(_made(item, "happened", item.when) for item in record.events(wide) if _dated(item.when)))
    for number, moment in enumerate(heapq.merge(*streams)):
        if filters.limit is not None and number >= filters.limit:
            return
        yield moment


def _dated(interval: Interval | None) -> bool:
    return interval is not None and bool(interval.start or interval.end)


def _made(item: Statement | Event | Commitment, what: str, interval: Interval | None) -> Moment:
    assert interval is not None
    start, end = interval.start or interval.end or "", interval.end or interval.start or ""
    if what == "due":  # a deadline is its last moment
        start = end
    return Moment(start, end, item.id, what, interval, item)


def rows(found: Iterator[Moment], sources: Sources) -> Rows:
    """A row a moment; what a second document tells in the same words is told once."""
    told: set[tuple[str, str, str]] = set()
    for moment in found:
        time = due_by(moment.when).removeprefix("Due ") if moment.what == "due" else when(moment.when)
        words = _words(moment, sources)
        if (time, moment.what, words) not in told:
            told.add((time, moment.what, words))
            yield time, moment.what, short(moment.id), words


def _words(moment: Moment, sources: Sources) -> str:
    item = moment.item
    if isinstance(item, Statement):
        return f"{speaker(item.speaker)}: {sources.words(item.document, item.content)}"
    if isinstance(item, Commitment):
        return f"{', '.join(item.parties) or 'unnamed'}: {item.action}"
    return item.text
