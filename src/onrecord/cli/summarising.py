"""Printing the summary of a run: what it did, what the record now says, what to type next."""

from typing import TYPE_CHECKING

from onrecord.cli.settings import least_score
from onrecord.cli.terminal import note, paint, text_width, write
from onrecord.output.summary import headline, summary
from onrecord.output.wording import duration

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.scaling.adding import Summary


def write_summary(record: "Record", run: "Summary") -> None:
    """Print the summary: of the documents that came in, of the whole record where all were there, or what failed."""
    unread = run.failures and not run.unchanged
    did = {"added": run.added, "updated": run.updated, "already there": run.unchanged, "failed": len(run.failures)}
    note(f"{headline(did)} in {duration(run.seconds)}: {record.location}\n")
    write(
        summary(
            record, documents=run.documents or (() if unread else None), failures=run.failures, least=least_score(),
            width=min(text_width(), 80), paint=paint(),
        )
    )  # fmt: skip
