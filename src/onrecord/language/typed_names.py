"""Names and nominal mentions by the encoder: persons, organisations, places and more, on exact spans."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.language.encoder import Decoding, Encoded, Floats, best_path, encode_text, load_encoder, runs_of
from onrecord.language.pieces import paragraphs_in
from onrecord.model.documents import Block
from onrecord.model.items import EntityKind
from onrecord.model.spans import Span

KINDS: dict[int, EntityKind] = {1: "person", 3: "organisation", 5: "place", 7: "event", 9: "substance", 11: "other"}
MENTIONS = ("none", "person", "organisation", "place", "event", "time", "object", "abstract", "substance", "animal")


class TypedName(NamedTuple):
    """A name and what it names."""

    span: Span
    kind: EntityKind
    score: float


class TypedMention(NamedTuple):
    """The head word of a nominal mention ("minister" in "the foreign minister") and what it is of."""

    head: Span
    kind: str
    score: float


def find_typed_names(text: str, blocks: Sequence[Block] | None = None) -> tuple[TypedName, ...] | None:
    """Every name in the blocks that are not furniture, in text order; None where no encoder is installed."""
    encoder = load_encoder()
    encoded = encode_text(text, paragraphs_in(text, blocks))
    return None if encoder is None or encoded is None else names_in(encoded, encoder.decoding)


def find_typed_mentions(text: str, blocks: Sequence[Block] | None = None) -> tuple[TypedMention, ...] | None:
    """The heads of nominal mentions, in text order; None where no encoder is installed."""
    encoded = encode_text(text, paragraphs_in(text, blocks))
    return None if encoded is None else mentions_in(encoded)


def names_in(encoded: Encoded, decoding: Decoding) -> tuple[TypedName, ...]:
    """Decode the names of one document."""
    pieces = encoded.pieces
    if not len(pieces.first):
        return ()
    fresh = np.concatenate(([True], np.diff(pieces.paragraph) != 0))
    emissions = encoded.names.copy()
    emissions[:, 1::2] += decoding.thresholds["begin_name"]
    emissions[fresh, 2::2] = -10_000.0
    shares = _shares(emissions)
    return tuple(
        TypedName(
            Span(int(pieces.starts[low]), int(pieces.ends[high - 1])),
            KINDS[kind],
            round(float(np.exp(np.log(shares[low:high, kind] + shares[low:high, kind + 1]).mean())), 3),
        )
        for kind, low, high in runs_of(best_path(emissions, decoding.name_moves), fresh)
    )


def mentions_in(encoded: Encoded) -> tuple[TypedMention, ...]:
    """Decode the nominal mentions of one document."""
    pieces = encoded.pieces
    if not len(pieces.first):
        return ()
    shares = _shares(encoded.mentions)
    best = shares.argmax(1)
    return tuple(
        TypedMention(
            Span(int(pieces.starts[word]), int(pieces.ends[word])),
            MENTIONS[best[word]],
            round(float(shares[word].max()), 3),
        )
        for word in np.flatnonzero(best)
    )


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares
