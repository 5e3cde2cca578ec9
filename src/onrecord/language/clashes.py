"""Clashes: whether two claims, each read in its place, can both hold, by a small cross-encoder.

The weights lie in `onrecord/models/clashes` (see its CARD.md) and are read once a process.
"""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.language.cross_encoder import CrossEncoder, Floats, shipped_model

WEIGHTS = "clashes.int8.onnx"
LABELS = ("agree", "neither", "clash")
"""What the numbers of a pair stand for."""


def clashes_of(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Probabilities of the `LABELS` for each pair of claims with what stands around them: pairs × labels.

    Raises `AnnotatingError` where the weights are missing.
    """
    return clash_model().probabilities(pairs)


@lru_cache(maxsize=1)
def clash_model() -> CrossEncoder:
    """The shipped model, loaded once a process."""
    return shipped_model("clashes", WEIGHTS, len(LABELS))
