"""Names and nominal mentions by the encoder: persons, organisations, places and more, on exact spans."""

from typing import NamedTuple

import numpy as np

from onrecord.language.encoder import Encoded, Floats, best_path, runs_of
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


def names_in(encoded: Encoded) -> tuple[TypedName, ...]:
    """Every name of one document, decoded from what the heads say, in text order."""
    pieces, decoding = encoded.pieces, encoded.decoding
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
    """The heads of the nominal mentions of one document, in text order."""
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
