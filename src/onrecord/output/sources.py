"""The documents that items stand in, at hand while a listing or summary is written: names and exact words."""

import re
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from onrecord.model.documents import Document
from onrecord.model.items import Figure
from onrecord.model.spans import Spans, words_of
from onrecord.model.times import Published
from onrecord.record import Item

if TYPE_CHECKING:
    from onrecord.comparing.pairs import Cited

AT_HAND = 64
"""Documents kept in memory: listings come by document, so that few are enough."""

LONGEST = 400
"""Characters of a sentence looked at before and after words of it."""
_END = re.compile(r"[.!?][”\"’)]*\s|\n")

SHORT_ID = 8
"""Digits of an id that are shown; `show` takes any beginning that is unique, and says so where one is not."""


class Lookup(Protocol):
    """What gives items and documents by id: a record, or those of its items that a page has fetched at once."""

    def get(self, name: str) -> Item:
        """The item with this id."""

    def document(self, name: str) -> Document:
        """The document with this id."""


class Sources:
    """Documents by id, the latest ones kept."""

    def __init__(self, record: Lookup) -> None:
        self.document = lru_cache(maxsize=AT_HAND)(record.document)

    def words(self, document: str, spans: Spans) -> str:
        """The exact words of spans."""
        return words_of(self.document(document).text, spans)

    def sentence(self, document: str, spans: Spans) -> str:
        """The sentence around spans, as far as its marks tell it."""
        text = self.document(document).text
        first, last = spans[0].start, spans[-1].end
        start = max((mark.end() for mark in _END.finditer(text, max(0, first - LONGEST), first)), default=None)
        after = _END.search(text, last, last + LONGEST)
        return text[max(0, first - LONGEST) if start is None else start : after.start() if after else last + LONGEST]

    def name(self, document: str) -> str:
        """What a person calls the document: its outlet, or its file."""
        found = self.document(document)
        return found.outlet or file_name(found)

    def published(self, document: str) -> Published | None:
        """When it was published, as far as known."""
        return self.document(document).published

    def cited(self, figure: Figure) -> "Cited":
        """A figure as comparing takes it: with its words, its sentence, and the day its document came out."""
        from onrecord.comparing.pairs import Cited

        published = self.published(figure.document)
        return Cited(
            figure=figure,
            words=" ".join(self.words(figure.document, figure.spans).split()),
            published=published.start if published is not None else None,
            sentence=self.sentence(figure.document, figure.spans),
        )


def file_name(document: Document) -> str:
    """The last part of the path or URL that it was read from."""
    uri = document.source.uri
    if "://" in uri:
        parts = urlsplit(uri)
        return PurePath(parts.path).name or parts.netloc
    return PurePath(uri).name


def short(identity: str) -> str:
    """The beginning of an id that is shown: "claim-3f9a1c02"."""
    kind, dash, digits = identity.rpartition("-")
    return f"{kind}{dash}{digits[:SHORT_ID]}"
