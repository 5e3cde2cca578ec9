"""Fit what findings' scores are worked out from, and write it where comparing reads it.

    python benchmarks/scores.py --polnear DATA/polnear --generated 40
    python benchmarks/scores.py --polnear DATA/polnear --generated 40 --folds 5    # measure, write nothing

Pairs come from part a of the labelled set, its PolNeAR clusters, and invented disputes of the tune templates; nothing
of part b or of the held templates is looked at. Every pair that passes the gates counts, few of which are true, so
that a score means what it says at the natural base rate. A topic is whole in one fold. Findings from structure are too
few there to fit: their weights stay as they were set by hand.
"""

import argparse
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from onrecord import annotate
from onrecord.comparing import disagreements, likeness, scoring
from onrecord.comparing.judging import Judging, shipped
from onrecord.comparing.matters import Matter
from onrecord.comparing.sides import Context
from onrecord.model.items import Annotated
from onrecord.record import Record
from tallying import TRUE, Spans, matches
from topics import Topic, generated, labelled

TARGET = Path(__file__).parent.parent / "src/onrecord/comparing/data/scores.json"
RIDGE = 3.0
"""How strongly weights are held back; some hundred true pairs bear no more than some twenty of them."""

STEPS = 50


class Example(NamedTuple):
    """A pair's traits, whether it is a true contradiction or shift, and its topic."""

    traits: dict[str, float]
    right: bool
    topic: str


def main() -> None:
    """Fit and write, or measure over folds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--polnear", type=Path, help="the folder of the PolNeAR corpus")
    parser.add_argument("--generated", type=int, default=40, help="invented disputes of the tune templates")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folds", type=int, help="measure over so many folds instead")
    given = parser.parse_args()
    judging = shipped()
    topics = itertools.chain(labelled("a", given.polnear), generated(given.generated, "tune", given.seed))
    annotated = [(topic, {name: annotate(document) for name, document in topic.documents.items()}) for topic in topics]
    old = scoring.fits()
    disagreements.MOST_PAIRS = likeness.MOST_LIKELY = 1_000_000
    pairs = list(pair_examples(annotated, judging))
    print(f"{len(pairs):,} pairs passed the gates, {sum(pair.right for pair in pairs)} of them true")
    if given.folds:
        measure(pairs, tuple(old.entailment.weights), given.folds)
        return
    fitted = msgspec.structs.replace(old, entailment=fit(pairs, tuple(old.entailment.weights), RIDGE))
    TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(fitted), indent=1) + b"\n")


def pair_examples(annotated: Sequence[tuple[Topic, dict[str, Annotated]]], judging: Judging) -> Iterator[Example]:
    """Every pair without a shared proposition that passes the gates, in every topic."""
    for topic, documents in annotated:
        with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "topic.db") as record:
            names = {}
            for name, item in documents.items():
                with record.transaction():
                    names[record.keep(item).document] = name
            context = Context(record)
            for one, other in itertools.combinations_with_replacement(sorted(names), 2):
                found = Matter(record, context, one).pairs_with(other)
                told = judging.of((pair.first, pair.second) for pair in found)
                for pair in found:
                    places = [(names[side.claim.document], side.claim.spans) for side in (pair.first, pair.second)]
                    traits = disagreements.traits(pair, told[pair.first.claim.id, pair.second.claim.id])
                    yield from _example(topic, places, traits)


def _example(topic: Topic, places: Sequence[Spans], traits: dict[str, float]) -> Iterator[Example]:
    labels = {known.label for known in topic.known if matches(known, places)}
    if labels & set(TRUE) or "open" not in labels:
        yield Example(traits, bool(labels & set(TRUE)), topic.name)


def fit(examples: Sequence[Example], names: Sequence[str], ridge: float) -> scoring.Fit:
    """A logistic fit by Newton's steps, its weights drawn towards 0."""
    told = np.array([[1.0, *(example.traits.get(name, 0.0) for name in names)] for example in examples])
    right = np.array([float(example.right) for example in examples])
    spread = np.array([1.0, *(max(float(column.std()), 0.05) for column in told[:, 1:].T)])
    held = np.diag(ridge * spread**2)
    held[0, 0] = 1e-3
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (likely - right) + held @ weights
        bend = (told.T * (likely * (1 - likely))) @ told + held
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-7:
            break
    named = zip(names, weights[1:], strict=True)
    return scoring.Fit(round(float(weights[0]), 4), {name: round(float(weight), 4) for name, weight in named})


def measure(examples: Sequence[Example], names: Sequence[str], folds: int) -> None:
    """Print what thresholds would give on topics that the fit did not see."""
    topics = sorted({example.topic for example in examples})
    fold_of = {topic: number % folds for number, topic in enumerate(topics)}
    scored: list[tuple[float, bool]] = []
    for fold in range(folds):
        seen = [example for example in examples if fold_of[example.topic] != fold]
        learned = fit(seen, names, RIDGE)
        unseen = [example for example in examples if fold_of[example.topic] == fold]
        scored += [(scoring.applied(learned, example.traits), example.right) for example in unseen]
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        told = [right for score, right in scored if score >= least]
        print(f"score at least {least:.1f}: {sum(told):4} right of {len(told):4}, of {sum(r for _, r in scored)} true")


if __name__ == "__main__":
    main()
