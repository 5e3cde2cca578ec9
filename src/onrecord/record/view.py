"""What can be asked of a record, each a short call into its own module."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from onrecord.model.documents import Document, Source
from onrecord.model.errors import Failure
from onrecord.model.findings import Finding, Question, Review
from onrecord.model.items import Annotated, Claim, Commitment, Entity, Event, Figure, Relation, Statement
from onrecord.record import (
    deriving,
    duplicates,
    failing,
    keeping,
    listing,
    naming,
    postings,
    reviewing,
    searching,
    verifying,
)
from onrecord.record.database import Database
from onrecord.record.filters import Filters
from onrecord.record.remembering import Memory, is_hashable
from onrecord.record.results import Anchor, Change, Duplicate, Hit, Item, Problem

T = TypeVar("T")
P = ParamSpec("P")

EVERYTHING = Filters()


class View:
    """All that a record can be asked; nothing here changes it.

    Iterators stream from the database outside a transaction, and are read whole inside one, so that
    writing while iterating is safe there. Any number of readers work beside one writer.
    """

    def __init__(self, database: Database, *, remembers: bool = False) -> None:
        self._database = database
        self._memory = Memory(database.state) if remembers else None
        self._lasting = Memory(lambda: self._looked(naming.documents_state)) if remembers else None

    # Documents

    def is_current(self, sha256: str, version: str, uri: str | None = None) -> bool:
        """Whether these bytes were kept by this annotator version (and, when `uri` is given, from there too)."""
        with self._database.reading() as connection:
            return keeping.is_current(connection, sha256, version, uri)

    def annotated(self, document: str) -> Annotated:
        """A document with everything found in it, as it was kept."""
        with self._database.reading() as connection:
            return keeping.annotated(connection, listing.resolve_document(connection, document))

    def sources(self, document: str) -> tuple[Source, ...]:
        """Everywhere a document's bytes were read from, smallest uri first."""
        with self._database.reading() as connection:
            return keeping.sources(connection, listing.resolve_document(connection, document))

    def version_of(self, document: str) -> str:
        """The annotator version that a document was kept by."""
        with self._database.reading() as connection:
            return keeping.version_of(connection, listing.resolve_document(connection, document))

    # Looking things up

    def get(self, name: str) -> Item:
        """The item with this id or unique beginning of one."""
        with self._database.reading() as connection:
            return listing.get(connection, name)

    def counts(self) -> dict[str, int]:
        """How many items there are of each kind, and how many failures."""
        return self.look(listing.counts)

    def document(self, name: str) -> Document:
        """The document with this id or unique beginning of one."""
        with self._database.reading() as connection:
            return listing.document(connection, name)

    def documents(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Document]:
        """Documents by date, or by id."""
        return self._stream(lambda connection: listing.documents(connection, filters, by_id=by_id))

    def statements(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Statement]:
        """Statements by date, document and place in it, or by id."""
        return self._stream(lambda connection: listing.statements(connection, filters, by_id=by_id))

    def claims(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Claim]:
        """Claims by date, document and place in it, or by id, each with the question it answers."""
        return self._stream(lambda connection: listing.claims(connection, filters, by_id=by_id))

    def figures(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Figure]:
        """Figures by date, document and place in it, or by id."""
        return self._stream(lambda connection: listing.figures(connection, filters, by_id=by_id))

    def commitments(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Commitment]:
        """Commitments by date, document and place in it, or by id."""
        return self._stream(lambda connection: listing.commitments(connection, filters, by_id=by_id))

    def events(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Event]:
        """Events by date, or by id, each with its mentions in all documents."""
        return self._stream(lambda connection: listing.events(connection, filters, by_id=by_id))

    def relations(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Relation]:
        """Relations by date, document and place in it, or by id."""
        return self._stream(lambda connection: listing.relations(connection, filters, by_id=by_id))

    def entities(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Entity]:
        """Entities by name, or by id, each with its aliases, roles and mentions in all documents."""
        return self._stream(lambda connection: listing.entities(connection, filters, by_id=by_id))

    def entity_parts(self, ids: Sequence[str] | None = None) -> Iterator[tuple[str, Entity]]:
        """What each document alone says of an entity (any, or of these), as (document, entity), in that order."""
        return self._stream(lambda connection: listing.entity_parts(connection, ids))

    def called(self) -> list[naming.Called]:
        """Every entity with its names, offices and party but without its mentions, and a document that has it."""
        return self._looked(naming.called)

    def called_in(self, ids: Sequence[str] | None = None) -> list[tuple[str, Entity]]:
        """What each document calls each entity with a party or an office, or each of these few, without mentions."""
        return self._looked(naming.called_in, ids)

    def event_parts(self, ids: Sequence[str] | None = None) -> Iterator[tuple[str, Event]]:
        """What each document alone says of an event (any, or of these), as (document, event), in that order."""
        return self._stream(lambda connection: listing.event_parts(connection, ids))

    def questions(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Question]:
        """Questions by their words, or by id."""
        return self._stream(lambda connection: listing.questions(connection, filters, by_id=by_id))

    def findings(self, filters: Filters = EVERYTHING, *, by_id: bool = False) -> Iterator[Finding]:
        """Findings by score, best first, or by id."""
        return self._stream(lambda connection: listing.findings(connection, filters, by_id=by_id))

    def search(self, query: str, filters: Filters = EVERYTHING, after: searching.Place | None = None) -> list[Hit]:
        """Blocks and titles that hold all the words and "quoted phrases" of `query`, best first (20 unless told)."""
        return self.look(searching.search, query, filters, after)

    def look(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a query of `onrecord.record.browsing` gives: rows for a page, counted and cut by the database."""
        asked = (query, args, tuple(kwargs.items()))
        return self.remembered(asked, lambda: self._looked(query, *args, **kwargs))

    def remembered(self, asked: object, work_out: Callable[[], T]) -> T:
        """What is worked out of the record alone: kept under `asked` until the record changes, if it remembers."""
        if self._memory and not self._database.in_transaction and is_hashable(asked):
            return self._memory.answer(asked, work_out)
        return work_out()

    def remembered_of_documents(self, asked: object, work_out: Callable[[], T]) -> T:
        """What is worked out of documents alone: as `remembered`, but kept while people only judge."""
        if self._lasting and not self._database.in_transaction and is_hashable(asked):
            return self._lasting.answer(asked, work_out)
        return work_out()

    def _looked(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._database.reading() as connection:
            return query(connection, *args, **kwargs)

    # What comparing needs

    def items(self, kind: str, ids: Iterable[str]) -> list[Item]:
        """The items of a kind ("claim", "figure" …) with these ids, in id order; those not there are left out."""
        if kind == "document":  # whole texts are not worth remembering
            return self._looked(listing.items, kind, ids)
        return self.look(listing.items, kind, tuple(ids))

    def items_of(self, kind: str, documents: Iterable[str]) -> list[Item]:
        """The items of a kind ("claim", "figure" …) that these documents hold, in id order."""
        return self._looked(listing.items_of, kind, documents)

    def items_with_keys(self, kind: str, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The items indexed under any of `keys`, in id order, each with the keys it shares."""
        with self._database.reading() as connection:
            return postings.items_with_keys(connection, kind, keys)

    def first_with_keys(self, kind: str, keys: Iterable[str], most: int) -> dict[str, list[str]]:
        """Under each of `keys`, no more than `most` of its items: those with the smallest ids, in order."""
        with self._database.reading() as connection:
            return postings.first_with_keys(connection, kind, keys, most)

    def alike(self, kind: str, keys: Iterable[str], reach: str, most: int) -> dict[str, tuple[int, str | None]]:
        """The `most` items that share most of `keys` by weight, and others within their own `reach`, with that."""
        with self._database.reading() as connection:
            return postings.alike(connection, kind, keys, reach, most)

    def index_of(self, kind: str) -> dict[str, list[str]]:
        """All of one kind of index: each key with its items, in id order."""
        with self._database.reading() as connection:
            return postings.index_of(connection, kind)

    def keys_of_items(self, kind: str, items: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The keys that items are indexed under, in id order."""
        with self._database.reading() as connection:
            return postings.keys_of_items(connection, kind, items)

    def findings_on(self, items: Iterable[str]) -> list[Finding]:
        """The findings that rest on any of these items, in id order."""
        with self._database.reading() as connection:
            return deriving.findings_on(connection, items)

    def duplicates_of(self, document: str) -> list[Duplicate]:
        """The documents with much the same words as this one, most alike first."""
        with self._database.reading() as connection:
            return duplicates.duplicates_of(connection, document)

    def duplicates_among(self, documents: Iterable[str]) -> list[tuple[str, str]]:
        """The pairs among these documents that have much the same words, smaller id first."""
        with self._database.reading() as connection:
            return duplicates.duplicates_among(connection, documents)

    def near_duplicates(self, documents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Those of these documents that have near-duplicates, each with theirs in order."""
        with self._database.reading() as connection:
            return duplicates.near_duplicates(connection, documents)

    # Review

    def reviews(self, item: str | None = None) -> list[Review]:
        """All reviews, or those that now stand on an item, oldest first, undone ones and undos included."""
        return self.look(reviewing.reviews, item)

    def words_of_review(self, review: str) -> tuple[str, ...]:
        """The reviewed item's words as they stood, one string a span of the review's evidence."""
        return self.look(reviewing.words_of, review)

    def history(self, item: str) -> list[Change]:
        """An item's reviews as steps: who, when, the verdict before and after."""
        with self._database.reading() as connection:
            return reviewing.history(connection, item)

    def verdict(self, item: str) -> Review | None:
        """The latest verdict that holds on an item; notes and what was undone do not count."""
        return self.verdicts().get(item)

    def verdicts(self) -> dict[str, Review]:
        """The latest verdict that holds on every item that has one."""
        return self.look(reviewing.verdicts)

    def verdicts_on(self, items: Iterable[str]) -> dict[str, Review]:
        """The latest verdict that was given to each of these very items and holds."""
        with self._database.reading() as connection:
            return reviewing.verdicts_on(connection, items)

    def anchors(self) -> list[Anchor]:
        """Where every review stands now: exactly on its item, moved to one with the same words, or lost."""
        return self.look(reviewing.anchors)

    def lost_reviews(self) -> list[Review]:
        """Reviews whose item and words are no longer in the record."""
        return [anchor.review for anchor in self.anchors() if anchor.state == "lost"]

    # Failures and checks

    def failures(self) -> list[Failure]:
        """The sources that failed and have not succeeded since, by uri."""
        with self._database.reading() as connection:
            return failing.failures(connection)

    def verify(self) -> Iterator[Problem]:
        """Check every span against its text, every hash against its content, and the search index; what fails."""
        return self._stream(verifying.verify)

    def _stream(self, rows: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        with self._database.reading() as connection:
            if self._database.in_transaction:
                yield from list(rows(connection))
            else:
                yield from rows(connection)
