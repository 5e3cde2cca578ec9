"""Promises whose deadline has passed as of a day, with nothing in the record that reports them done."""

from collections.abc import Collection, Iterable
from datetime import date

from onrecord.comparing.forbearing import forbears, goes_on, undertook
from onrecord.comparing.progress import TOLD_AGAINST, TOLD_BROKEN, TOLD_CONTRARY, TOLD_DONE, TOLD_WITHDRAWN
from onrecord.language.calendar import day_written
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id
from onrecord.model.items import Commitment
from onrecord.model.spans import Evidence
from onrecord.model.times import Interval

METHOD = "deadline"
VERSION = "overdue/2"

SCORE = 0.8
SETTLED = frozenset({"done", "withdrawn"})
BINDING = frozenset({"pledge", "agreement", "order"})
"""Kinds that bind somebody: a plan that came to nothing is no broken word, and a call for action binds nobody."""


def overdue(commitments: Iterable[Commitment], as_of: date, *, reported: Collection[str] = ()) -> tuple[Finding, ...]:
    """A finding for each commitment due before `as_of` that is not done; `reported` are ids that findings report done.

    Nothing is stored: the same commitments and day give the same findings. `as_of` is a day, never
    "now"; `latest_day` gives the one a record is asked about by default.
    """
    found = [_finding(c, as_of) for c in commitments if c.id not in reported and is_overdue(c, as_of)]
    return tuple(sorted(found, key=lambda finding: finding.id))


def is_overdue(commitment: Commitment, as_of: date) -> bool:
    """Whether the last day of its deadline lies before `as_of`, and its own history does not settle it."""
    if commitment.kind not in BINDING or commitment.deadline is None:
        return False
    if forbears(commitment) or goes_on(commitment):
        return False  # what is left alone, or goes on, until then is not due then
    due = commitment.deadline.last_day
    return due is not None and due < as_of and not any(change.status in SETTLED for change in commitment.history)


def reported_done(findings: Iterable[Finding]) -> frozenset[str]:
    """The items that findings of progress tell to be done, or taken back."""
    settled = {TOLD_DONE, TOLD_WITHDRAWN, TOLD_AGAINST, TOLD_CONTRARY, TOLD_BROKEN}
    return frozenset(finding.items[0] for finding in findings if finding.method in settled)


def latest_day(published: Iterable[Interval | None]) -> date | None:
    """The latest publication day among documents: as of when a record is asked, unless told otherwise."""
    return max((day for time in published if time is not None and (day := time.first_day)), default=None)


def _finding(commitment: Commitment, as_of: date) -> Finding:
    due = (commitment.deadline.last_day if commitment.deadline else None) or as_of
    parties = " and ".join(commitment.parties) or "Somebody"
    action = " ".join(commitment.action.split()).removeprefix("to ").rstrip(".")
    return Finding(
        id=content_id("finding", "overdue", [commitment.id]),
        kind="overdue",
        items=(commitment.id,),
        evidence=(Evidence(document=commitment.document, spans=commitment.spans),),
        question=None,
        same_speaker=True,
        checks=Checks(time="agree"),
        reason=(
            f"{parties} {undertook(commitment, action)} by {day_written(due)}; "
            f"as of {day_written(as_of)} no document in this record reports it done."
        ),
        clash=(),
        score=round(SCORE * commitment.score, 3),
        method=METHOD,
        version=VERSION,
    )
