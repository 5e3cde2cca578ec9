"""Promises past their day: worked out when asked, as of a day, because no document says so when it happens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.comparing import overdue, reported_done
from onrecord.model.findings import Finding
from onrecord.model.items import Commitment, StatusChange
from onrecord.model.times import Interval
from onrecord.record import Filters, Record, browsing


def day_of(record: Record) -> date | None:
    """The day that a record is asked as of, unless told otherwise: that of its latest document."""
    latest = record.look(browsing.latest_day)
    return date.fromisoformat(latest) if latest else None


def lapsed(record: Record, filters: Filters, as_of: date | None = None) -> list[Finding]:
    """A finding for each promise whose deadline lies before a day and that nothing in the record reports done."""
    day = as_of or day_of(record)
    if day is None:
        return []
    passing = msgspec.structs.replace(filters, kind=None, limit=None)
    done = reported_done(record.findings(Filters(kind="progress")))
    return list(overdue(record.commitments(passing), day, reported=done))


def late_among(record: Record, given: Sequence[Commitment], day: date | None) -> dict[str, Finding]:
    """Those of some promises that are overdue, by their ids."""
    if day is None:
        return {}
    done = reported_done(record.findings_on(item.id for item in given))
    return {finding.items[0]: finding for finding in overdue(given, day, reported=done)}


def with_lapses(commitments: Iterable[Commitment], late: Mapping[str, Finding]) -> Iterator[Commitment]:
    """The promises, those of them that are overdue with that as the last of their history, on their own words."""
    for commitment in commitments:
        finding = late.get(commitment.id)
        if finding is None or commitment.deadline is None:
            yield commitment
            continue
        lapse = StatusChange(
            status="overdue", when=_first_day_after(commitment.deadline), document=commitment.document,
            spans=commitment.spans,
        )  # fmt: skip
        yield msgspec.structs.replace(commitment, history=(*commitment.history, lapse))


def _first_day_after(deadline: Interval) -> Interval | None:
    due = deadline.last_day
    if due is None or due == date.max:
        return None
    day = date.fromordinal(due.toordinal() + 1)
    end = date.fromordinal(day.toordinal() + 1).isoformat() if day != date.max else None
    return Interval(start=day.isoformat(), end=end, precision="day", text=deadline.text)
