"""What comparing needs of a record: to look items up by key, and to keep what it derives."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from onrecord.model.findings import Finding, Question
from onrecord.model.items import Annotated, StatusChange
from onrecord.record.results import Item


class Store(Protocol):
    """The part of `onrecord.record.Record` that comparing uses; its tests run on one held in memory."""

    def annotated(self, document: str) -> Annotated:
        """A document with everything found in it."""

    def items(self, kind: str, ids: Iterable[str]) -> list[Item]:
        """The items of a kind with these ids, in id order."""

    def items_of(self, kind: str, documents: Iterable[str]) -> list[Item]:
        """The items of a kind that these documents hold, in id order."""

    def index_items(self, kind: str, keys_of: Mapping[str, Iterable[str]]) -> None:
        """Index items under keys."""

    def items_with_keys(self, kind: str, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The items indexed under any of the keys, in id order, each with the keys it shares."""

    def first_with_keys(self, kind: str, keys: Iterable[str], most: int) -> dict[str, list[str]]:
        """Under each of `keys`, no more than `most` of its items: those with the smallest ids, in order."""

    def alike(self, kind: str, keys: Iterable[str], reach: str, most: int) -> dict[str, tuple[int, str | None]]:
        """The `most` items that share most of `keys` by weight, and others within their own `reach`, with that."""

    def index_of(self, kind: str) -> dict[str, list[str]]:
        """All of one kind of index: each key with its items, in id order."""

    def keys_of_items(self, kind: str, items: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The keys that items are indexed under."""

    def put_questions(self, questions: Iterable[Question]) -> None:
        """Store questions, each in place of the one with its id."""

    def put_findings(self, findings: Iterable[Finding]) -> None:
        """Store findings, each in place of the one with its id."""

    def drop_questions(self, ids: Iterable[str]) -> None:
        """Take questions out."""

    def drop_findings(self, ids: Iterable[str]) -> None:
        """Take findings out."""

    def findings_on(self, items: Iterable[str]) -> list[Finding]:
        """The findings that rest on any of these items."""

    def duplicates_among(self, documents: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs among these documents that have much the same words, smaller id first."""

    def near_duplicates(self, documents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Those of these documents that have near-duplicates, each with theirs in order."""

    def put_progress(self, document: str, changes: Mapping[str, Sequence[StatusChange]]) -> None:
        """Store what one document says became of commitments, in place of what it said before."""
