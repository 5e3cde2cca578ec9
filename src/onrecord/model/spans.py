"""Where an item stands: half-open ranges of a document's clean text, in Unicode code points."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec


class Span(NamedTuple):
    """A half-open range `[start, end)` of one document's text, counted in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact words of the span in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""Ranges in text order that do not overlap; empty where the text carries no such words."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Spans of one document, named by its id."""

    document: str
    spans: Spans


def in_order(spans: Iterable[Span]) -> Spans:
    """Sort ranges and join those that overlap, which is the form every `spans` field has."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.end > span.start:
            joined.append(span)
    return tuple(joined)


def words_of(text: str, spans: Spans) -> str:
    """The words of several ranges as one string, an ellipsis where text was left out between them."""
    return " … ".join(span.of(text) for span in spans)
