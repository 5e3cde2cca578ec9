"""Entailment: what one proposition says of another, by a small cross-encoder.

The weights lie in `onrecord/models/entailment` (see its CARD.md) and are read once a process.
"""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.language.cross_encoder import CrossEncoder, Floats, shipped_model

WEIGHTS = "entailment.int8.onnx"
LABELS = ("entailment", "neutral", "contradiction")
"""What the three numbers of a pair stand for."""


def judge(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Probabilities of entailment, neutrality and contradiction of each (premise, hypothesis), by the shipped model.

    Raises `AnnotatingError` where the weights are missing.
    """
    return entailment_model().probabilities(pairs)


@lru_cache(maxsize=1)
def entailment_model() -> CrossEncoder:
    """The shipped model, loaded once a process."""
    return shipped_model("entailment", WEIGHTS, len(LABELS))
