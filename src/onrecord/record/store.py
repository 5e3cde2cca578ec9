"""The record's face: opening and closing it, and all that changes it, each a short call into its own module."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.model.errors import Failure
from onrecord.model.findings import Finding, Question, Review, Verdict
from onrecord.model.items import Annotated, StatusChange
from onrecord.record import (
    deriving,
    failing,
    keeping,
    listing,
    postings,
    reviewing,
)
from onrecord.record.accounts import Accounts
from onrecord.record.database import Database
from onrecord.record.jobs import Jobs
from onrecord.record.measuring import Measuring
from onrecord.record.results import Kept
from onrecord.record.view import View


class Record(View):
    """The store. Open it with `Record.open`, use it as a context manager, and write inside `transaction()`."""

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        patience: float = 5.0,
        remembers: bool = False,
    ) -> "Record":
        """Open a file, a `sqlite:///` or a `postgresql://` URL, bringing an older record up to date.

        `patience` is how many seconds to wait for another writer before giving up. A record that `remembers`
        keeps what it counted and searched until something changes, for programs that ask the same again.
        """
        database = Database.open(location, create=create, read_only=read_only, patience=patience)
        return cls(database, remembers=remembers)

    @property
    def location(self) -> str:
        """Where the record is, without any password."""
        return self._database.location

    @property
    def accounts(self) -> Accounts:
        """Who may use the web application over this record."""
        return Accounts(self._database)

    @property
    def jobs(self) -> Jobs:
        """The imports that the web application was asked for."""
        return Jobs(self._database)

    @property
    def measuring(self) -> Measuring:
        """Official series, and what a person said of measures."""
        return Measuring(self._database)

    def close(self) -> None:
        """Let go of the file or server."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[object]:
        """All or nothing for what is written inside; joins a transaction that is already open in this thread."""
        return self._database.writing()

    def snapshot(self) -> AbstractContextManager[object]:
        """One moment for everything read inside, whatever others write meanwhile."""
        return self._database.snapshot()

    # Documents

    def keep(self, annotated: Annotated) -> Kept:
        """Put a document and all that was found in it into the record, at once or not at all."""
        with self._database.writing() as connection:
            return keeping.keep(connection, annotated)

    def remove(self, document: str) -> Kept:
        """Take a document out with everything derived from it; reviews stay, as an audit trail."""
        with self._database.writing() as connection:
            return keeping.remove(connection, listing.resolve_document(connection, document))

    # What comparing works out

    def index_items(self, kind: str, keys_of: Mapping[str, Iterable[str]]) -> None:
        """Index items under keys, in place of the keys that each had for this `kind` of index."""
        with self._database.writing() as connection:
            postings.index_items(connection, kind, keys_of)

    def put_questions(self, questions: Iterable[Question]) -> None:
        """Store questions, each in place of the one with its id; their claims point to them from now on."""
        with self._database.writing() as connection:
            deriving.put_questions(connection, questions)

    def put_findings(self, findings: Iterable[Finding]) -> None:
        """Store findings, each in place of the one with its id."""
        with self._database.writing() as connection:
            deriving.put_findings(connection, findings)

    def put_progress(self, document: str, changes: Mapping[str, Sequence[StatusChange]]) -> None:
        """Store what one document says became of commitments (by id), in place of what it said before."""
        with self._database.writing() as connection:
            deriving.put_progress(connection, document, changes)

    def drop_questions(self, ids: Iterable[str]) -> None:
        """Take questions out."""
        with self._database.writing() as connection:
            deriving.drop_questions(connection, ids)

    def drop_findings(self, ids: Iterable[str]) -> None:
        """Take findings out."""
        with self._database.writing() as connection:
            deriving.drop_findings(connection, ids)

    def drop_derived(self, document: str) -> tuple[str, ...]:
        """Take out findings on a document's items and its claims from questions; the questions it touched."""
        with self._database.writing() as connection:
            return deriving.drop_derived(connection, document)

    # Review

    def review(
        self,
        item: str,
        verdict: Verdict,
        by: str,
        note: str | None = None,
        changes: dict[str, object] | None = None,
    ) -> Review:
        """Add a person's verdict on an item or finding."""
        with self._database.writing() as connection:
            return reviewing.review(connection, item, verdict, by, note=note, changes=changes)

    def undo(self, by: str, review: str | None = None) -> Review:
        """Take back a review (any, by its id; else the last one that this person can still take back)."""
        with self._database.writing() as connection:
            return reviewing.undo(connection, by, review)

    def put_reviews(self, reviews: Iterable[tuple[Review, tuple[str, ...]]]) -> int:
        """Add reviews from elsewhere, each with its item's words; those already here are left. How many were new."""
        with self._database.writing() as connection:
            return reviewing.put_reviews(connection, reviews)

    # Failures

    def note_failure(self, failure: Failure) -> None:
        """Remember a source that failed, until it succeeds."""
        with self._database.writing() as connection:
            failing.note(connection, failure)

    def clear_failure(self, uri: str) -> None:
        """Forget a failure; `keep` does so by itself."""
        with self._database.writing() as connection:
            failing.clear(connection, [uri])
