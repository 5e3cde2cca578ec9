"""How likely a finding holds up: what was fitted on labelled pairs (benchmarks/scores.py), applied.

A finding from structure begins with what the table in `contradictions` leaves of it, and the model's word raises or
lowers that. A pair that the model brings in is weighed by what both texts and the checks show.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from onrecord.model.findings import Entailment

DEFAULT_SCORE = 0.6
"""Findings at or above this score stand in the default lists; the rest is the uncertain tier."""

HIGHEST_JUDGED = 0.55
"""What a pair that only the model brings in may score, so that it stays in the uncertain tier: over folds of
`benchmarks/scores.py` no threshold made more than two in three of them right."""

LEAST_SCORE = 0.4
"""A pair that the model brings in below this score is not kept at all: of those below, on the held templates some one
in five holds up, on the labelled disputes one in seven."""

LOWEST, HIGHEST = 0.02, 0.98
"""No fit on some hundred pairs can tell certainty from near certainty."""


class Fit(msgspec.Struct, frozen=True):
    """A logistic fit: a bias and the weight of each trait."""

    bias: float
    weights: dict[str, float]


class Fits(msgspec.Struct, frozen=True):
    """The three fits: structure alone, structure with the model's word, and the model's word with the checks."""

    structure: Fit
    judged: Fit
    entailment: Fit


def score_of_structure(table: float, entailment: Entailment | None) -> float:
    """The score of a finding from structure, from what the table leaves of it and what the model says."""
    told = {"table": logit(table)}
    if entailment is None:
        return applied(fits().structure, told)
    return applied(fits().judged, told | model_traits(entailment))


def model_traits(entailment: Entailment) -> dict[str, float]:
    """What the model's probabilities give: the surer and the less sure way round, and the surest entailment."""
    there, back = entailment.contradicts
    return {
        "contradicts": logit(max(there, back)),
        "contradicts both": logit(min(there, back)),
        "entails": logit(max(entailment.entails)),
    }


def score_of_judged(traits: Mapping[str, float]) -> float:
    """The score of a pair that the model brought in."""
    return min(applied(fits().entailment, traits), HIGHEST_JUDGED)


def logit(probability: float) -> float:
    """The log odds, bounded."""
    kept = min(max(probability, LOWEST), HIGHEST)
    return math.log(kept / (1 - kept))


def applied(fit: Fit, traits: Mapping[str, float]) -> float:
    """What a fit makes of traits, bounded and rounded."""
    told = fit.bias + sum(weight * traits.get(name, 0.0) for name, weight in fit.weights.items())
    return round(min(max(1 / (1 + math.exp(-max(-30.0, min(30.0, told)))), LOWEST), HIGHEST), 3)


@lru_cache(maxsize=1)
def fits() -> Fits:
    """The fits, read once a process."""
    return msgspec.json.decode((files("onrecord.comparing") / "data" / "scores.json").read_bytes(), type=Fits)
