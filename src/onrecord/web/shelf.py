"""Items that a page is about to show, fetched together: a few queries a page instead of one an item."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import ValidationError, convert

from onrecord.model.documents import Document
from onrecord.model.findings import Finding
from onrecord.model.items import Claim, Commitment, Figure, Statement
from onrecord.model.spans import Span, Spans
from onrecord.output.sources import Sources
from onrecord.output.words import Quotable
from onrecord.record import Item, Record, browsing

KINDS = frozenset(
    {"document", "statement", "claim", "figure", "commitment", "event", "relation", "question", "finding"}
)

I = TypeVar("I")  # noqa: E741 - an item's type


class Shelf:
    """Items by id, each fetched once; what was not fetched ahead is fetched when it is asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.sources = Sources(self)
        self._items: dict[str, Item] = {}

    def get(self, name: str) -> Item:
        """The item with this id."""
        if name not in self._items:
            self._items[name] = self.record.get(name)
        return self._items[name]

    def document(self, name: str) -> Document:
        """The document with this id."""
        found = self.get(name)
        assert isinstance(found, Document)
        return found

    def fetch(self, ids: Iterable[str | None]) -> None:
        """Have these items at hand; those that are gone are left out."""
        by_kind: dict[str, set[str]] = {}
        for name in ids:
            if name and name not in self._items:
                by_kind.setdefault(name.partition("-")[0], set()).add(name)
        for kind, names in by_kind.items():
            self._items.update((item.id, item) for item in self._read(kind, names))

    def _read(self, kind: str, names: set[str]) -> Iterable[Item]:
        if kind == "entity":  # whole, one that every document names would be thousands of mentions
            return self.record.look(browsing.entities, tuple(sorted(names)))
        return self.record.items(kind, names) if kind in KINDS else ()

    def edited(self, item: Quotable) -> Spans:
        """The ranges of an item's right words, where the verdict that holds on it says that they are others."""
        review = self.record.verdicts().get(item.id)
        if review is None or review.verdict != "edit" or not review.changes:
            return ()
        changed = review.changes.get("content" if isinstance(item, Statement) else "spans")
        try:
            spans = convert(changed, tuple[Span, ...])
        except ValidationError:  # a review from elsewhere may hold anything
            return ()
        ends = [0, *(place for span in spans for place in span), len(self.document(item.document).text)]
        return spans if ends == sorted(ends) and all(span.start < span.end for span in spans) else ()

    def all(self, kind: type[I], ids: Iterable[str]) -> list[I]:
        """The items of a type with these ids, in the order given; those that are gone are left out."""
        wanted = list(dict.fromkeys(ids))
        self.fetch(wanted)
        return [item for name in wanted if isinstance(item := self._items.get(name), kind)]

    def prepare(self, items: Iterable[Item]) -> None:
        """Fetch what quoting these items needs: findings' sides, statements, documents, speakers."""
        given = list(items)
        self._items.update((item.id, item) for item in given)
        self.fetch(name for item in given if isinstance(item, Finding) for name in item.items)
        sides = [self._items.get(name) for item in given if isinstance(item, Finding) for name in item.items]
        quoted = [item for item in (*given, *sides) if isinstance(item, Quotable)]
        self.fetch(item.statement for item in quoted if isinstance(item, Claim | Figure | Commitment))
        self.fetch(item.document for item in quoted)
        said = [item if isinstance(item, Statement) else self._items.get(item.statement or "") for item in quoted]
        self.fetch(one.speaker.entity for one in said if isinstance(one, Statement))
