"""Which events and undertakings belong to a question: those of its story that stand with, or are about, its answers."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.comparing.nearest import partners_of
from onrecord.comparing.words import stems
from onrecord.model.identity import fold
from onrecord.model.items import Claim, Commitment, Event
from onrecord.model.spans import Span
from onrecord.output.sources import Sources
from onrecord.record import Filters, Record

_SETTING = frozenset({"agent", "place", "time", "attribute"})
"""Roles of a proposition that say who, where and when, not what it is about."""


class Concern:
    """What belongs to the questions that some words or an id name.

    An event or undertaking does when a document of their story tells of it, and its paragraph holds an answer or names
    what the answers are about, or, for an event, somebody who answers took part. A story is the documents that answer
    and those that share with one of them a pair of the names and words that tell most of what each is about.
    """

    def __init__(self, record: Record, question: str, sources: Sources | None = None) -> None:
        self._record = record
        self._sources = sources or Sources(record)
        claims = list(record.claims(Filters(question=question)))
        self._answers: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._answers[claim.document].append(claim)
        self._who = {fold(name) for claim in claims for name in (claim.holder.name, claim.holder.party) if name}
        self._things = {words for claim in claims for words in _about(claim)}
        self.documents = _story(record, self._answers)

    def events(self, filters: Filters) -> Iterator[Event]:
        """The events that belong, of those that the other filters let pass."""
        for document in self._documents(filters):
            passing = msgspec.structs.replace(filters, question=None, document=document)
            yield from (event for event in self._record.events(passing) if self.has_event(event))

    def commitments(self, filters: Filters) -> Iterator[Commitment]:
        """The undertakings that belong, of those that the other filters let pass."""
        for document in self._documents(filters):
            passing = msgspec.structs.replace(filters, question=None, document=document)
            for commitment in self._record.commitments(passing):
                if any(self._near(document, span) for span in commitment.spans):
                    yield commitment

    def has_event(self, event: Event) -> bool:
        """Whether an event of the story belongs."""
        if self._who & {fold(name) for name in event.participants}:
            return True
        return any(self._near(mention.document, span) for mention in event.mentions for span in mention.spans)

    def _documents(self, filters: Filters) -> list[str]:
        return [name for name in self.documents if name.startswith(filters.document or "")]

    def _near(self, document: str, span: Span) -> bool:
        """Whether the paragraph of a span holds an answer, or names what the answers are about."""
        blocks = self._sources.document(document).blocks
        number = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
        if number < 0 or span.start >= blocks[number].end:
            return False
        block = blocks[number]
        if any(block.start <= claim.spans[0].start < block.end for claim in self._answers.get(document, ())):
            return True
        told = set(stems(self._sources.document(document).text[block.start : block.end]))
        return any(thing <= told for thing in self._things)


def _about(claim: Claim) -> Iterator[frozenset[str]]:
    """What a claim is about: the words of its arguments that are neither who, where nor when."""
    for argument in claim.proposition.arguments:
        words = frozenset(stems(argument.text))
        if argument.role not in _SETTING and words:
            yield words


def _story(record: Record, answering: Iterable[str]) -> tuple[str, ...]:
    """The documents that answer, and those that tell of the same matter."""
    own = set(answering)
    return tuple(sorted(own.union(partners_of(record, *own))))
