"""How well the entailment model judges pairs, how often it flags unrelated ones, and how many it judges a second.

    PYTHONPATH=src python benchmarks/entailment.py ../shared/data/entailment

HANS counts neutral and contradiction as one.
Unrelated pairs are premises with the hypotheses of other rows (a fixed shuffle); "flagged" means that contradiction
is the likeliest label, one way, and both ways, as the comparison uses it. Disputes of `training/data/scenes` that are
held back from training show the model on all pairs of one dispute, at the rate at which they contradict there.
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from machine import machine
from onrecord.language.cross_encoder import CrossEncoder, open_model
from onrecord.language.entailment import LABELS, WEIGHTS

sys.path.append(str(Path(__file__).parents[1]))
from training.entailment_sets import LABEL_BITS, scenes

from rows import read_rows

MODELS = Path("src/onrecord/models")
SETS = (
    "taxinli_mnli.dev", "hans_regenerated.test", "breaking_nli.test", "mnli_binary_docnli.dev", "lingnli.dev",
    "conjnli.dev", "synth_numdate.test", "monli.train", "commitmentbank.train", "healthver.dev", "claimdiff.train",
    "factcheckgpt.test",
)  # fmt: skip
UNRELATED = ("taxinli_mnli.dev", "claimdiff.train", "healthver.dev")
MOST = 2500
"""Rows of a set that the pass over everything reads at most, drawn with a fixed seed; `--all` reads all."""
READ_AS = {
    "weaken": "contradiction", "strengthen": "entailment", "other": "neutral", "completely-support": "entailment",
}  # fmt: skip
Rows = list[tuple[str, str, str]]


def main() -> None:
    """Print a table of sets, then unrelated pairs and speed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=MODELS / "entailment")
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--all", action="store_true", help="every row of every set")
    given = parser.parse_args()
    model = open_model(given.model / WEIGHTS, MODELS / "encoder", len(LABELS))
    print(machine())
    print(f"weights {(given.model / WEIGHTS).stat().st_size / 1e6:.1f} MB\n")
    print(f"{'set':26}{'rows':>7}{'accuracy':>10}   F1 of entailment, neutral, contradiction")
    for name in given.sets:
        rows = labelled(given.data, name, None if given.all else MOST)
        report(name, rows, model)
    print("\nUnrelated pairs called a contradiction, one way and both ways (at least half sure in each)")
    for name in UNRELATED:
        report_unrelated(name, labelled(given.data, name, None if given.all else MOST), model)
    report_scenes(model)
    report_speed(labelled(given.data, "taxinli_mnli.dev", 800), model)


def labelled(folder: Path, name: str, most: int | None) -> Rows:
    """Premise, hypothesis and label of each row that has a label we can score."""
    rows = read_rows(folder / f"{name}.jsonl.gz")
    told = [(row["premise"], row["hypothesis"], READ_AS.get(row["label"], row["label"])) for row in rows]
    kept = [row for row in told if row[2] in {*LABELS, "not_entailment"}]
    return random.Random(17).sample(kept, most) if most is not None and len(kept) > most else kept


def report(name: str, rows: Rows, model: CrossEncoder) -> None:
    """Print accuracy, and F1 by label where there are three."""
    best = model.probabilities([(premise, hypothesis) for premise, hypothesis, _ in rows]).argmax(1)
    gold = [label for *_, label in rows]
    binary = "not_entailment" in gold
    told = ["not_entailment" if binary and LABELS[b] != "entailment" else LABELS[b] for b in best]
    right = sum(one == other for one, other in zip(gold, told, strict=True)) / len(gold)
    labels = ("entailment", "not_entailment") if binary else LABELS
    print(f"{name:26}{len(rows):>7,}{right:>10.1%}   {', '.join(f'{f1(gold, told, label):.1%}' for label in labels)}")


def f1(gold: list[str], told: list[str], label: str) -> float:
    """Harmonic mean of precision and recall of one label."""
    pairs = Counter(zip((g == label for g in gold), (t == label for t in told), strict=True))
    hit = pairs[True, True]
    return 2 * hit / (2 * hit + pairs[True, False] + pairs[False, True]) if hit else 0.0


def report_unrelated(name: str, rows: Rows, model: CrossEncoder) -> None:
    """Print the share of shuffled pairs that are flagged."""
    chance = random.Random(29)
    shuffled = [(premise, chance.choice(rows)[1]) for premise, *_ in rows]
    there = model.probabilities(shuffled)
    back = model.probabilities([(hypothesis, premise) for premise, hypothesis in shuffled])
    one_way = float((there.argmax(1) == 2).mean())
    print(f"{name:26}{len(rows):>7,}{one_way:>10.2%}{float(both_ways(there, back).mean()):>10.2%}")


def both_ways(there: npt.NDArray[np.float32], back: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """Whether each pair is called a contradiction in both directions."""
    return (there[:, 2] >= 0.5) & (back[:, 2] >= 0.5)


def report_scenes(model: CrossEncoder) -> None:
    """Print how well the lesser of both ways ranks the contradictions of held-back disputes above their other pairs."""
    told = {(pair.premise, pair.hypothesis): pair.allowed for pair in scenes(held=True)}
    pairs = sorted(pair for pair in told if pair < (pair[1], pair[0]))
    there = model.probabilities(pairs)
    back = model.probabilities([(other, one) for one, other in pairs])
    gold = np.array([told[pair] == LABEL_BITS["contradiction"] for pair in pairs])
    follows = np.array([LABEL_BITS["entailment"] in {told[pair], told.get(pair[::-1])} for pair in pairs])
    order = np.argsort(-np.minimum(there[:, 2], back[:, 2]), kind="stable")
    hits = np.cumsum(gold[order])
    precision = hits / np.arange(1, len(pairs) + 1)
    half = precision[np.searchsorted(hits, gold.sum() / 2)]
    flagged = both_ways(there, back)
    print(f"\nHeld-back disputes: {len(pairs):,} pairs, {gold.sum()} contradictions, {follows.sum()} that follow")
    print(f"average precision {float(precision[gold[order]].mean()):.1%}, precision at half of them {half:.1%}")
    both, after = flagged[gold].mean(), flagged[follows].mean()
    print(f"called a contradiction both ways: {both:.1%}, of those that follow {after:.1%}")


def report_speed(rows: Rows, model: CrossEncoder) -> None:
    """Print pairs judged a second, on one thread and on two."""
    pairs = [(premise, hypothesis) for premise, hypothesis, _ in rows]
    words = np.median([len(" ".join(pair).split()) for pair in pairs])
    model.probabilities(pairs[:50])
    told = []
    for workers in (1, 2):
        began = time.perf_counter()
        model.probabilities(pairs, workers)
        told.append(f"{len(pairs) / (time.perf_counter() - began):,.0f} on {workers}")
    print(f"\nPairs a second, median {words:.0f} words: {', '.join(told)} threads")


if __name__ == "__main__":
    main()
