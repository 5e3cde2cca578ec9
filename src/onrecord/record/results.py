"""What the record answers with, besides the items themselves."""

from typing import Literal

import msgspec

from onrecord.model.documents import BlockKind, Document
from onrecord.model.findings import Finding, Question, Review, Verdict
from onrecord.model.items import Claim, Commitment, Entity, Event, Figure, Relation, Statement
from onrecord.model.spans import Span

Item = Document | Statement | Claim | Figure | Commitment | Event | Relation | Entity | Question | Finding | Review
"""Anything that has an id."""

Outcome = Literal["added", "unchanged", "updated", "removed"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What keeping or removing a document did.

    `questions` lost claims by it and want answering anew. `freed` are the keys, of each kind of index, that items
    stood under which are gone, one for each; `reprints` had much the same words as what is gone.
    """

    outcome: Outcome
    document: str
    questions: tuple[str, ...] = ()
    freed: dict[str, tuple[str, ...]] = {}
    reprints: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A block that holds what was searched for.

    `span` is the block's range in the document, `None` for a title known from metadata alone. `snippet`
    begins at `start` of that range's text, and `highlights` are ranges of the snippet. A higher `score`
    is better; scores compare within one search only.
    """

    document: str
    kind: BlockKind
    span: Span | None
    start: int
    snippet: str
    highlights: tuple[Span, ...]
    score: float


class Duplicate(msgspec.Struct, frozen=True, kw_only=True):
    """Another document with much the same words: how alike, and how much of the shorter the longer contains."""

    document: str
    jaccard: float
    containment: float


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One step of an item's review history: the verdict before and after it (undone steps have no effect)."""

    review: Review
    before: Verdict | None
    after: Verdict | None
    undone: bool


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where a review stands now: on the item it named, on one with the same words, or on none any more."""

    review: Review
    state: Literal["exact", "moved", "lost"]
    item: str | None


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the record that does not hold, found by `verify`."""

    item: str
    kind: Literal["span", "hash", "id", "search", "orphan", "body", "version"]
    reason: str
