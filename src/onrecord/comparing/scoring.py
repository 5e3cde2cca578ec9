"""How likely a contradiction or shift holds up: logistic fits on labelled pairs (benchmarks/scores.py), applied.

There are three fits over the same traits: what structure alone tells, by which pairs are chosen for the entailment
model; structure with that model's word on the two clauses, by which those are chosen that are read in their places;
and structure with what both models say. Each is a line of log odds, stretched and shifted so that its scores were true
on topics that it had not seen.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

DEFAULT_SCORE = 0.6
"""Findings at or above this score stand in the default lists; the rest is the uncertain tier."""

LEAST_SCORE = 0.07
"""A pair below this score is not kept at all: more than nine in ten would be wrong."""

MOST_APART = 0.55
"""What a pair scores at most whose times or things seem to differ: it is never in the default list."""

LEAST_TOLD = 0.5
"""How sure one of the models must be of a pair that structure does not bear out: else nothing speaks for it.
What is said of one subject shares its words however little it clashes, and the fit takes that for much."""

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
    """What structure tells, structure with the word on two clauses, and with what was read of both in their places."""

    structure: Fit
    glanced: Fit
    read: Fit


class Word(NamedTuple):
    """What the entailment model says of a pair's clauses, the earlier as premise: how likely each is."""

    contradicts: float
    entails: float


def odds_of_structure(told: Mapping[str, float]) -> float:
    """The log odds of what two claims show before a model is asked."""
    return odds_by(fits().structure, told)


def odds_at_a_glance(told: Mapping[str, float], word: Word) -> float:
    """The log odds of two claims with the word on their clauses."""
    return odds_by(fits().glanced, {**told, **word_traits(told, word)})


def score_of_read(told: Mapping[str, float], word: Word, clashes: float, beside: Sequence[float] = ()) -> float:
    """The score of two claims that were read in their places; none where neither that nor structure speaks for one.

    `beside` holds how likely the other pairs of the same two documents clash that were read.
    """
    if not told["borne out"] and max(word.contradicts, clashes) < LEAST_TOLD:
        return LOWEST
    return applied(fits().read, {**told, **word_traits(told, word), **place_traits(told, clashes, beside)})


def word_traits(told: Mapping[str, float], word: Word) -> dict[str, float]:
    """What the word on two clauses gives; how much being sure tells depends on what structure shows."""
    sure = logit(word.contradicts)
    return {"contradicts": sure, "entails": logit(word.entails)} | _weighed("contradicts", sure, told)


def place_traits(told: Mapping[str, float], clashes: float, beside: Sequence[float]) -> dict[str, float]:
    """What reading two claims in their places gives, and how much else of their two documents clashes.

    Where parties quarrel they do so about many things: what seems to clash among much that does more often does.
    """
    sure = logit(clashes)
    share = sum(other >= LEAST_TOLD for other in beside) / len(beside) if beside else 0.0
    told_beside = {"share that clashes beside": share, "clashes beside": math.log1p(sum(beside))}
    return {"clashes": sure} | told_beside | _weighed("clashes", sure, told)


def _weighed(name: str, sure: float, told: Mapping[str, float]) -> dict[str, float]:
    return {f"{name}, {trait}": sure * told[trait] for trait in WEIGHED_WITH}


def logit(probability: float) -> float:
    """The log odds, bounded."""
    kept = min(max(probability, LOWEST / 2), 1 - LOWEST / 2)
    return math.log(kept / (1 - kept))


def odds_by(fit: Fit, told: Mapping[str, float]) -> float:
    """The log odds that a fit makes of traits, rounded."""
    return round(fit.bias + sum(weight * told.get(name, 0.0) for name, weight in fit.weights.items()), 4)


def applied(fit: Fit, told: Mapping[str, float]) -> float:
    """What a fit makes of traits as a probability, bounded and rounded."""
    odds = max(-30.0, min(30.0, odds_by(fit, told)))
    return round(min(max(1 / (1 + math.exp(-odds)), LOWEST), HIGHEST), 3)


@lru_cache(maxsize=1)
def fits() -> Fits:
    """The fits, read once a process."""
    return msgspec.json.decode((files("onrecord.comparing") / "data" / "scores.json").read_bytes(), type=Fits)
