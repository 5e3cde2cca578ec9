"""Promises with a date: those whose day has passed without a report that they were kept, and those to come."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onrecord.comparing.overdue import BINDING
from onrecord.model.findings import Finding
from onrecord.model.items import Commitment
from onrecord.output.deadlines import late_among
from onrecord.output.wording import due_by
from onrecord.record import Record, browsing
from onrecord.web.quoting import Quote, quote_of
from onrecord.web.shelf import Shelf

STATUS = {
    "announced": "Announced", "repeated": "Repeated", "in_progress": "In progress", "done": "Done", "broken": "Broken",
    "overdue": "Overdue", "withdrawn": "Withdrawn",
}  # fmt: skip

AT_ONCE = 40


class Promise(NamedTuple):
    """A promise as a page shows it: its words, who made it, when it is due, what became of it."""

    commitment: Commitment
    quote: Quote
    due: str
    status: str
    finding: Finding | None = None

    @property
    def who(self) -> str:
        """Who is bound by it."""
        return ", ".join(self.commitment.parties) or "Somebody unnamed"


def overdue_as_of(record: Record, day: date | None, *, rejected: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Promises whose day has passed with nothing that reports them done, the latest deadline first."""
    offset = 0
    while day is not None:
        batch = record.look(
            browsing.promises, kinds=BINDING, day=day.isoformat(), past=True, limit=AT_ONCE, offset=offset
        )
        if not batch:
            return
        found = late_among(record, batch, day)
        yield from (
            found[item.id] for item in batch if item.id in found and found[item.id].id not in rejected
        )  # fmt: skip
        offset += len(batch)


def promise_of(shelf: Shelf, commitment: Commitment, finding: Finding | None = None) -> Promise:
    """A promise with its words."""
    status = "overdue" if finding else commitment.history[-1].status if commitment.history else "announced"
    due = due_by(commitment.deadline) if commitment.deadline else "No date given"
    return Promise(commitment, quote_of(shelf, commitment), due, STATUS[status], finding)


def past_due(shelf: Shelf, day: date | None, most: int, *, rejected: frozenset[str] = frozenset()) -> list[Promise]:
    """The promises that fell due last and were not reported done."""
    found = overdue_as_of(shelf.record, day, rejected=rejected)
    findings = [finding for finding, _ in zip(found, range(most), strict=False)]
    commitments = {item.id: item for item in shelf.all(Commitment, (finding.items[0] for finding in findings))}
    shelf.prepare(commitments.values())
    return [promise_of(shelf, commitments[finding.items[0]], finding) for finding in findings]


def due_next(shelf: Shelf, day: date | None, most: int) -> list[Promise]:
    """The promises that fall due next."""
    if day is None:
        return []
    found = shelf.record.look(browsing.promises, kinds=BINDING, day=day.isoformat(), past=False, limit=most)
    shelf.prepare(found)
    return [promise_of(shelf, item) for item in found]
