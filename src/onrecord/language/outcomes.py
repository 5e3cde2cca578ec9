"""Outcomes: what a later clause tells of an undertaking, by a small cross-encoder.

The weights lie in `onrecord/models/outcomes` (see its CARD.md) and are read once a process.
"""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.language.cross_encoder import CrossEncoder, Floats, shipped_model

WEIGHTS = "outcomes.int8.onnx"
LABELS = ("none", "repeated", "in_progress", "done", "broken", "withdrawn")
"""What the numbers of a pair stand for; "none": the clause does not tell of the undertaking."""


def told_of(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Probabilities of the `LABELS` for each (later clause, undertaking), by the shipped model: pairs × labels.

    Raises `AnnotatingError` where the weights are missing.
    """
    return outcome_model().probabilities(pairs)


@lru_cache(maxsize=1)
def outcome_model() -> CrossEncoder:
    """The shipped model, loaded once a process."""
    return shipped_model("outcomes", WEIGHTS, len(LABELS))
