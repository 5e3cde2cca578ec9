"""People's verdicts: only ever added, undone by adding, and found again by their words after re-annotation."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import get_args

import msgspec
from sqlalchemy import Connection, func, insert, select

from onrecord.model.documents import Document
from onrecord.model.errors import UsageError
from onrecord.model.findings import Finding, Review, Verdict
from onrecord.model.identity import content_id
from onrecord.model.items import Claim, Commitment, Entity, Event, Figure, Relation, Statement
from onrecord.model.spans import Evidence, Span, Spans
from onrecord.record import correcting, listing
from onrecord.record.dialects import upsert
from onrecord.record.postings import batches
from onrecord.record.results import Anchor, Change, Item
from onrecord.record.rows import body_of, item_of
from onrecord.record.tables import DOCUMENTS, OF_ONE_DOCUMENT, REVIEW_DOCUMENTS, REVIEWS

JUDGING = frozenset({"accept", "reject", "unsure", "edit"})
"""Verdicts that say something of the item itself; a note does not, and an undo takes another back."""


def review(
    connection: Connection,
    name: str,
    verdict: Verdict,
    by: str,
    *,
    note: str | None = None,
    changes: dict[str, object] | None = None,
) -> Review:
    """Add a verdict with the item's words as they stand."""
    if verdict not in get_args(Verdict) or verdict == "undo":
        raise UsageError(
            "E523", "no such verdict", where=str(verdict), remedy="Use: accept, reject, unsure, edit or note"
        )
    if (verdict == "edit") != bool(changes) or (verdict == "note" and not note):
        raise UsageError("E524", "an edit needs the changed fields, a note needs words", where=name)
    item = listing.get(connection, name)
    if isinstance(item, Review | Document):
        raise UsageError("E525", "only items and findings can be reviewed", where=name)
    if changes:
        correcting.check(item, changes, _length(connection, item))
    return _add(connection, item.id, verdict, by, note=note, changes=changes, evidence=evidence_of(item))


def _length(connection: Connection, item: Item) -> int | None:
    """The length of the text that an item of one document stands in."""
    document = listing.get(connection, item.document) if hasattr(item, "document") else None
    return len(document.text) if isinstance(document, Document) else None


def undo(connection: Connection, by: str, name: str | None) -> Review:
    """Take back one review by adding an undo; an undo can be undone."""
    everything = _all(connection)
    holding = _holding(everything)
    if name is None:
        mine = [r for r in everything if r.by == by and r.verdict != "undo" and r.id in holding]
        if not mine:
            raise UsageError("E522", "there is nothing left to undo", where=by)
        target = mine[-1]
    else:
        found = [r for r in everything if r.id.startswith(name)]
        if len(found) != 1 or found[0].id not in holding:
            raise UsageError("E522", "no review that holds has this id", where=name, remedy="Run: onrecord show ITEM")
        target = found[0]
    return _add(connection, target.item, "undo", by, undoes=target.id, evidence=target.evidence)


def put_reviews(connection: Connection, given: Iterable[tuple[Review, tuple[str, ...]]]) -> int:
    """Add reviews made elsewhere with their words; how many were not here yet."""
    known = {r.id for r in _all(connection)}
    new = [(r, words) for r, words in given if r.id not in known]
    for each, words in new:
        _insert(connection, each, words)
    return len(new)


def reviews(connection: Connection, item: str | None) -> list[Review]:
    """All reviews, or those that stand on an item now, oldest first."""
    if item is None:
        return _all(connection)
    name = listing.get(connection, item).id if item.count("-") == 0 else item
    return [anchor.review for anchor in anchors(connection) if name in (anchor.item, anchor.review.item)]


def words_of(connection: Connection, name: str) -> tuple[str, ...]:
    """The item's words as they stood when it was reviewed."""
    stored = connection.execute(select(REVIEWS.c.words).where(REVIEWS.c.id == name)).scalar_one()
    return msgspec.json.decode(stored, type=tuple[str, ...])


def history(connection: Connection, item: str) -> list[Change]:
    """An item's reviews as steps, with the verdict before and after each."""
    mine = reviews(connection, item)
    steps: list[Change] = []
    before: Verdict | None = None
    final = _holding(mine)
    for count, each in enumerate(mine, start=1):
        latest = _latest(mine[:count])
        after = latest.verdict if latest else None
        steps.append(Change(review=each, before=before, after=after, undone=each.id not in final))
        before = after
    return steps


def verdicts(connection: Connection) -> dict[str, Review]:
    """The latest verdict that holds on each item."""
    by_item: dict[str, list[Review]] = {}
    for anchor in anchors(connection):
        by_item.setdefault(anchor.item or anchor.review.item, []).append(anchor.review)
    latest = {item: _latest(given) for item, given in by_item.items()}
    return {item: verdict for item, verdict in sorted(latest.items()) if verdict}


def verdicts_on(connection: Connection, items: Iterable[str]) -> dict[str, Review]:
    """The latest verdict on each of these items, given to that very item: enough for findings, which never move."""
    by_item: dict[str, list[Review]] = {}
    for batch in batches(items):
        here = select(REVIEWS.c.body).where(REVIEWS.c.item.in_(batch)).order_by(REVIEWS.c.at, REVIEWS.c.id)
        for body in connection.execute(here).scalars():
            given = item_of(Review, body)
            by_item.setdefault(given.item, []).append(given)
    latest = {item: _latest(given) for item, given in by_item.items()}
    return {item: verdict for item, verdict in sorted(latest.items()) if verdict}


def by_reviewer(connection: Connection) -> dict[str, dict[str, Review]]:
    """The latest verdict that holds of each reviewer on each item: two people may judge one item apart."""
    by_item: dict[str, list[Review]] = {}
    for anchor in anchors(connection):
        by_item.setdefault(anchor.item or anchor.review.item, []).append(anchor.review)
    apart: dict[str, dict[str, Review]] = {}
    for item, given in by_item.items():
        holding = _holding(given)
        for each in given:
            if each.id in holding and each.verdict in JUDGING:
                apart.setdefault(item, {})[each.by] = each
    return apart


def anchors(connection: Connection) -> list[Anchor]:
    """Where each review stands: on its item, on the one item of its kind with the same words, or nowhere."""
    everything = _all(connection)
    finder = _Finder(connection, {each.item for each in everything})
    return [finder.anchor(each) for each in everything]


def evidence_of(item: Item) -> tuple[Evidence, ...]:
    """The words an item stands on."""
    match item:
        case Statement():
            return (Evidence(document=item.document, spans=item.content),)
        case Claim() | Figure() | Commitment() | Relation():
            return (Evidence(document=item.document, spans=item.spans),)
        case Event():
            return item.mentions
        case Finding():
            return item.evidence
        case Entity():
            first = item.mentions[:1]
            return tuple(Evidence(document=m.document, spans=(Span(m.start, m.end),)) for m in first)
        case _:
            return ()


class _Finder:
    """Finds reviewed items again; looks each item and document up once, and all that are in place together."""

    def __init__(self, connection: Connection, items: Iterable[str]) -> None:
        self._connection = connection
        self._present = _present(connection, items)
        self._texts: dict[str, str | None] = {}
        self._found: dict[str, Anchor] = {}

    def anchor(self, review: Review) -> Anchor:
        """Where a review stands now."""
        if review.item not in self._found:
            self._found[review.item] = self._look(review)
        return msgspec.structs.replace(self._found[review.item], review=review)

    def _look(self, review: Review) -> Anchor:
        kind = review.item.partition("-")[0]
        if review.item in self._present:
            return Anchor(review=review, state="exact", item=review.item)
        found = self._same_words(kind, review) if kind in OF_ONE_DOCUMENT and review.evidence else []
        if len(found) == 1:
            return Anchor(review=review, state="moved", item=found[0])
        return Anchor(review=review, state="lost", item=None)

    def _same_words(self, kind: str, review: Review) -> list[str]:
        evidence = review.evidence[0]
        text = self._text(evidence.document)
        spans = text and _spans_of(words_of(self._connection, review.id), evidence.spans, text)
        if not spans:
            return []
        table = OF_ONE_DOCUMENT[kind]
        here = select(table.c.id).where(table.c.document == evidence.document, table.c.start == spans[0].start)
        items = listing.items(self._connection, kind, self._connection.execute(here).scalars())
        return [item.id for item in items if evidence_of(item)[0].spans == spans]

    def _text(self, document: str) -> str | None:
        if document not in self._texts:
            body = self._connection.execute(select(DOCUMENTS.c.body).where(DOCUMENTS.c.id == document)).scalar()
            self._texts[document] = item_of(Document, body).text if body else None
        return self._texts[document]


def _present(connection: Connection, names: Iterable[str]) -> set[str]:
    """Which of these items are in the record."""
    by_kind: dict[str, set[str]] = {}
    for name in names:
        by_kind.setdefault(name.partition("-")[0], set()).add(name)
    found: set[str] = set()
    for kind, ids in by_kind.items():
        if kind in listing.TABLES:
            table = listing.TABLES[kind]
            for batch in batches(ids):
                found.update(connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalars())
    return found


def _spans_of(words: Sequence[str], before: Spans, text: str) -> Spans:
    """Where words stand in a text now: where they stood, else the one place that has them; nothing if unsure."""
    if len(words) == len(before) and all(span.of(text) == w for span, w in zip(before, words, strict=True)):
        return before
    if not words or any(not w or text.count(w) != 1 for w in words):
        return ()
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def _add(
    connection: Connection,
    item: str,
    verdict: Verdict,
    by: str,
    *,
    evidence: tuple[Evidence, ...],
    note: str | None = None,
    changes: dict[str, object] | None = None,
    undoes: str | None = None,
) -> Review:
    at = _next_moment(connection)
    made = Review(
        id=content_id("review", item, verdict, by, at, str(note), str(undoes)),
        item=item, verdict=verdict, by=by, at=at, note=note, changes=changes, undoes=undoes, evidence=evidence,
    )  # fmt: skip
    finder = {
        e.document: connection.execute(select(DOCUMENTS.c.body).where(DOCUMENTS.c.id == e.document)).scalar()
        for e in evidence
    }
    texts = {document: item_of(Document, body).text for document, body in finder.items() if body}
    words = tuple(Span(*span).of(texts.get(e.document, "")) for e in evidence for span in e.spans)
    _insert(connection, made, words)
    return made


def _insert(connection: Connection, made: Review, words: tuple[str, ...]) -> None:
    row = {
        "id": made.id, "item": made.item, "at": made.at, "undoes": made.undoes,
        "words": msgspec.json.encode(words).decode(), "body": body_of(made),
    }  # fmt: skip
    connection.execute(insert(REVIEWS), [row])
    documents = [{"review": made.id, "document": name} for name in sorted({e.document for e in made.evidence})]
    upsert(connection, REVIEW_DOCUMENTS, documents, replace=False)


def _next_moment(connection: Connection) -> str:
    """Now, and later than every review there is, so that their order is that of their times."""
    now = datetime.now(UTC)
    last = connection.execute(select(func.max(REVIEWS.c.at))).scalar()
    if last is not None:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def _all(connection: Connection) -> list[Review]:
    bodies = connection.execute(select(REVIEWS.c.body).order_by(REVIEWS.c.at, REVIEWS.c.id)).scalars()
    return [item_of(Review, body) for body in bodies]


def _holding(given: Sequence[Review]) -> set[str]:
    """The reviews that no holding undo takes back. Undos come after what they undo, so the last is settled first."""
    undone: set[str] = set()
    for each in reversed(given):
        if each.verdict == "undo" and each.undoes and each.id not in undone:
            undone.add(each.undoes)
    return {each.id for each in given} - undone


def _latest(given: Sequence[Review]) -> Review | None:
    holding = _holding(given)
    return next((r for r in reversed(given) if r.id in holding and r.verdict in JUDGING), None)
