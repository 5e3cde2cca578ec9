"""Promises past their day: worked out when asked, as of a day, because no document says so when it happens."""

from datetime import date

import msgspec

from onrecord.comparing import latest_day, overdue, reported_done
from onrecord.model.findings import Finding
from onrecord.record import Filters, Record


def day_of(record: Record) -> date | None:
    """The day that a record is asked as of, unless told otherwise: that of its latest document."""
    return latest_day(document.published for document in record.documents())


def lapsed(record: Record, filters: Filters, as_of: date | None = None) -> list[Finding]:
    """A finding for each promise whose deadline lies before a day and that nothing in the record reports done."""
    day = as_of or day_of(record)
    if day is None:
        return []
    passing = msgspec.structs.replace(filters, kind=None, limit=None)
    done = reported_done(record.findings(Filters(kind="progress")))
    return list(overdue(record.commitments(passing), day, reported=done))
