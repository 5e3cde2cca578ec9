"""Sources and documents: where bytes came from, and the clean text with its blocks."""

from typing import Literal

import msgspec

from onrecord.model.spans import Span
from onrecord.model.times import Interval, Published

BlockKind = Literal["title", "heading", "paragraph", "caption", "turn", "list_item", "table", "furniture"]
Genre = Literal["report", "release", "transcript", "interview", "speech", "opinion", "other"]
TermsKind = Literal["on_record", "background", "deep_background", "off_record"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where bytes came from.

    `uri` is the path or URL as given, with `#n` for the n-th member of a container (a line of JSON
    Lines, a record of a WARC, an entry of a feed); `sha256` is of the raw bytes of that member;
    `read_at` is an ISO 8601 time in UTC; `encoding` is what was chosen for the bytes and
    `extractor` what chose the words (name and version), where either applies.
    """

    uri: str
    sha256: str
    media_type: str
    read_at: str
    encoding: str | None = None
    extractor: str | None = None


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a document.

    `label` is a turn's speaker label as written ("Q", "SENIOR ADMINISTRATION OFFICIAL") or the sort
    of a piece of furniture ("advertisement", "rating", "related", "credit", "republication" …).
    A turn's range begins after its label. Blocks are in text order and do not overlap.
    """

    kind: BlockKind
    start: int
    end: int
    label: str | None = None

    @property
    def span(self) -> Span:
        """The block's range."""
        return Span(self.start, self.end)


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """On which terms words may be used, and the words that say so."""

    kind: TermsKind
    text: str


class Embargo(msgspec.Struct, frozen=True, kw_only=True):
    """Until when words may not be published, and the words that say so."""

    until: Interval | None
    text: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The clean text of one source with what is known about it.

    `text` is Unicode NFC with LF line ends and is never changed afterwards: every offset counts its
    code points. `id` hashes the source's bytes. `language` is an ISO 639-1 code.
    """

    id: str
    source: Source
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    dateline: str | None = None
    genre: Genre = "report"
    language: str = "en"
    terms: Terms | None = None
    embargo: Embargo | None = None
    republished_from: str | None = None
    blocks: tuple[Block, ...] = ()
