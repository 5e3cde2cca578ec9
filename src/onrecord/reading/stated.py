"""What markup, a container or the person adding it says of a document, as written and not yet believed."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from onrecord.model.documents import Block
from onrecord.reading.pieces import Piece


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """Facts from outside the words.

    `published` is a date as written; `published_guessed` one dug out of a page without being named as its date;
    `opinion` says that the publisher marks the page as opinion.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_guessed: str | None = None
    url: str | None = None
    opinion: bool = False


def joined(first: Stated, second: Stated) -> Stated:
    """What the first says, and what only the second says."""
    return Stated(
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        authors=first.authors or second.authors,
        published=first.published or second.published,
        published_guessed=first.published_guessed or second.published_guessed,
        url=first.url or second.url,
        opinion=first.opinion or second.opinion,
    )


class Head(NamedTuple):
    """What stands above a text and tells of it: where it ends, its lines as blocks, and what it states."""

    end: int
    blocks: tuple[Block, ...]
    stated: Stated

    def below(self, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        """What stands below the head."""
        return tuple(piece._replace(start=max(piece.start, self.end)) for piece in pieces if piece.end > self.end)


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader of one format hands on: clean text, its pieces, what is stated, and how it was read."""

    text: str
    pieces: tuple[Piece, ...]
    media_type: str
    stated: Stated = Stated()
    encoding: str | None = None
    extractor: str | None = None
