"""How likely a contradiction or shift holds up: logistic fits on labelled pairs (benchmarks/scores.py), applied.

There are two fits over the same traits: what structure alone tells, by which pairs are chosen for the entailment model,
and structure with the model's word. Each is a line of log odds, stretched and shifted so that its scores were true on
topics that it had not seen.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from onrecord.model.findings import Entailment

DEFAULT_SCORE = 0.6
"""Findings at or above this score stand in the default lists; the rest is the uncertain tier."""

LEAST_SCORE = 0.07
"""A pair below this score is not kept at all: more than nine in ten would be wrong."""

MOST_APART = 0.55
"""What a pair scores at most whose times seem to differ: it is never in the default list."""

LEAST_TOLD = 0.5
"""How sure the model must be, both ways round, of a pair that structure does not bear out: else nothing speaks for it.
What is said of one subject shares its words however little it clashes, and the fit takes that for much."""

SURE = 0.8
"""From where on the model counts as sure."""

WEIGHED_WITH = (
    "arguments unmet", "borne out", "covered", "denial answers", "lean apart", "left over", "one denies",
    "plainly opposed", "things same", "verbs met by neither",
)  # fmt: skip
"""Traits that the model's word is weighed with."""

LOWEST, HIGHEST = 0.02, 0.98
"""No fit on some thousand pairs can tell certainty from near certainty."""


class Fit(msgspec.Struct, frozen=True):
    """Log odds that add up: a bias, and a weight for each named trait."""

    bias: float
    weights: dict[str, float]


class Fits(msgspec.Struct, frozen=True):
    """What structure alone tells, and structure with the model's word."""

    structure: Fit
    judged: Fit


def score_of_structure(told: Mapping[str, float]) -> float:
    """The score of what two claims show before the model is asked."""
    return applied(fits().structure, told)


def score_of_judged(told: Mapping[str, float], entailment: Entailment) -> float:
    """The score of two claims of which the model was asked; none where neither it nor structure speaks for one."""
    if not told["borne out"] and min(entailment.contradicts) < LEAST_TOLD:
        return LOWEST
    return applied(fits().judged, {**told, **model_traits(told, entailment)})


def model_traits(told: Mapping[str, float], entailment: Entailment) -> dict[str, float]:
    """What the model's probabilities give: the surer and the less sure way round, and the surest entailment.

    How much being sure both ways tells depends on what structure shows.
    """
    there, back = entailment.contradicts
    both = logit(min(there, back))
    return {
        "contradicts": logit(max(there, back)),
        "contradicts both": both,
        "sure both ways": float(min(there, back) >= SURE),
        "entails": logit(max(entailment.entails)),
    } | {f"contradicts both, {name}": both * told[name] for name in WEIGHED_WITH}


def logit(probability: float) -> float:
    """The log odds, bounded."""
    kept = min(max(probability, LOWEST / 2), 1 - LOWEST / 2)
    return math.log(kept / (1 - kept))


def applied(fit: Fit, told: Mapping[str, float]) -> float:
    """What a fit makes of traits, bounded and rounded."""
    odds = fit.bias + sum(weight * told.get(name, 0.0) for name, weight in fit.weights.items())
    return round(min(max(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), LOWEST), HIGHEST), 3)


@lru_cache(maxsize=1)
def fits() -> Fits:
    """The fits, read once a process."""
    return msgspec.json.decode((files("onrecord.comparing") / "data" / "scores.json").read_bytes(), type=Fits)
