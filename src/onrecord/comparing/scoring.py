"""How likely a contradiction or shift holds up: trees fitted on labelled pairs (benchmarks/scores.py), applied.

There are two fits over the same traits: what structure alone tells, by which pairs are chosen for the entailment model,
and structure with the model's word. What a fit says is laid on the line that made its scores true on topics that it had
not seen.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

import msgspec

from onrecord.model.findings import Entailment

DEFAULT_SCORE = 0.6
"""Findings at or above this score stand in the default lists; the rest is the uncertain tier."""

LEAST_SCORE = 0.1
"""A pair below this score is not kept at all: nine in ten would be wrong."""

HIGHEST_UNMET = 0.55
"""What a pair may score whose words do not turn on anything that both claims speak of: the uncertain tier."""

LEAST_TOLD = 0.5
"""How sure the model must be, one way round, of a pair that structure does not bear out: else nothing speaks for it.
What is said of one subject shares its words however little it clashes, and the fit takes that for much."""

MOST_UNMET = 0.34
"""The share of participants that may be absent from the other claim: on issues that the fit had not seen, of those it
gave 0.6 or more 94 % were right within this bound, of the others 88 %."""

LOWEST, HIGHEST = 0.02, 0.98
"""No fit on some thousand pairs can tell certainty from near certainty."""


class Node(msgspec.Struct, frozen=True, array_like=True):
    """A question to one trait: at most `least` goes to node `low`, more to node `high`; a leaf has only a value."""

    trait: int
    least: float
    low: int
    high: int
    value: float


class Fit(msgspec.Struct, frozen=True):
    """Boosted trees over named traits: log odds that add up, then a slope and a shift that make them true."""

    traits: tuple[str, ...]
    bias: float
    trees: tuple[tuple[Node, ...], ...]
    slope: float = 1.0
    shift: float = 0.0


class Fits(msgspec.Struct, frozen=True):
    """What structure alone tells, and structure with the model's word."""

    structure: Fit
    judged: Fit


def score_of_structure(told: Mapping[str, float]) -> float:
    """The score of what two claims show before the model is asked."""
    return applied(fits().structure, told)


def score_of_judged(told: Mapping[str, float], entailment: Entailment) -> float:
    """The score of two claims of which the model was asked; only where structure bears it out is it a high one."""
    score = applied(fits().judged, {**told, **model_traits(entailment)})
    if is_borne_out(told):
        return score
    return min(score, HIGHEST_UNMET) if max(entailment.contradicts) >= LEAST_TOLD else LOWEST


def is_borne_out(told: Mapping[str, float]) -> bool:
    """Whether the words turn the one claim against the other, and most of who and what they speak of is in both."""
    turned = ("same axis, opposed", "none denies, exchanged", "counts differ", "amounts differ", "lean apart")
    return any(told[name] for name in turned) and told["arguments unmet"] <= MOST_UNMET


def model_traits(entailment: Entailment) -> dict[str, float]:
    """What the model's probabilities give: the surer and the less sure way round, and the surest entailment."""
    there, back = entailment.contradicts
    return {
        "contradicts": logit(max(there, back)),
        "contradicts both": logit(min(there, back)),
        "entails": logit(max(entailment.entails)),
    }


def logit(probability: float) -> float:
    """The log odds, bounded."""
    kept = min(max(probability, LOWEST / 2), 1 - LOWEST / 2)
    return math.log(kept / (1 - kept))


def applied(fit: Fit, told: Mapping[str, float]) -> float:
    """What a fit makes of traits, bounded and rounded."""
    values = [told.get(name, 0.0) for name in fit.traits]
    odds = fit.slope * (fit.bias + sum(_leaf(tree, values) for tree in fit.trees)) + fit.shift
    return round(min(max(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), LOWEST), HIGHEST), 3)


def _leaf(tree: tuple[Node, ...], values: list[float]) -> float:
    node = tree[0]
    while node.low:
        node = tree[node.low if values[node.trait] <= node.least else node.high]
    return node.value


@lru_cache(maxsize=1)
def fits() -> Fits:
    """The fits, read once a process."""
    return msgspec.json.decode((files("onrecord.comparing") / "data" / "scores.json").read_bytes(), type=Fits)
