"""Tune decoding thresholds and calibrate scores on the articles held back from training (never on the dev split).

PYTHONPATH=src python -m training.tuning --model src/onrecord/models/encoder --data ../shared/data
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.annotating.attribution import EVIDENCE, attributions_in, attributions_with_evidence
from onrecord.language.encoder import open_encoder
from training.corpora import Item, attribution_items, words_in
from training.encoder import THRESHOLDS, gold_of, held_back, package_folder, scorer_of, tokenizer_of

Matrix = npt.NDArray[np.float64]
FOLDS = 7


def main() -> None:
    """Print the scores of a grid, keep the best by joint plus overlap F1, and fit the scores to it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=Path("src/onrecord/models/encoder"))
    given = parser.parse_args()
    encoder = open_encoder(given.model)
    _, tuning = held_back(attribution_items(tokenizer_of(package_folder()), given.data / "polnear", "train"))
    scorer = scorer_of(given.data)
    ready = [(item, gold_of(item), encoder.encode_pieces(item.pieces)) for item in tuning]

    def measure(limits: dict[str, float]) -> dict[str, float]:
        total: dict[object, list[int]] = {}
        for item, gold, encoded in ready:
            found = attributions_in(encoded._replace(decoding=encoder.decoding._replace(thresholds=limits)))
            predicted = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            scorer.add(total, scorer.count_article(item.text, gold, predicted)[0])
        return {name: round(scorer.prf(total[name, "all"])[2], 4) for name in ("overlap", "joint", "exact", "token")}

    best: dict[str, float] = THRESHOLDS | encoder.decoding.thresholds
    grids = {
        "begin_content": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5),
        "begin_cue": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5),
        "begin_source": (-0.5, 0.0, 0.5, 1.0),
        "missing_cue": (0.0, 1.0, 2.0, 4.0, 8.0),
        "missing_content": (0.0, 1.0, 2.0, 4.0),
        "paragraphs_away": (0.0, 1.0, 2.0),
        "other_paragraph": (1.0, 3.0, 6.0),
        "no_source": (0.0, 1.0, 2.0, 3.0),
        "pointed_source": (-6.0, -3.0, -1.5, -0.7),
    }
    for name, values in grids.items():
        results = []
        for value in values:
            found = measure(THRESHOLDS | best | {name: value})
            print(name, value, json.dumps(found), flush=True)
            results.append((found["overlap"] + found["joint"], -abs(value - THRESHOLDS[name]), value))
        best[name] = max(results)[2]
    tuned = encoder.decoding._replace(thresholds=best, calibration=np.eye(EVIDENCE, dtype=np.float32)[0])
    rows, right, article = [], [], []
    for number, (item, gold, encoded) in enumerate(ready):
        for found, evidence in attributions_with_evidence(encoded._replace(decoding=tuned)):
            words = words_of(item, found.content)
            rows.append(evidence)
            right.append(any(jaccard(words, words_of(item, one["content"])) >= 0.5 for one in gold))
            article.append(number)
    evidence, truth, articles = np.asarray(rows, dtype=np.float64), np.asarray(right, float), np.asarray(article)
    held_out = np.zeros(len(truth))
    for fold in range(FOLDS):
        apart = articles % FOLDS == fold
        held_out[apart] = probability(evidence[apart], logistic(evidence[~apart], truth[~apart]))
    print(f"calibration error {calibration_error(held_out, truth):.3f} by {FOLDS}-fold cross-validation")
    tables = json.loads((given.model / "decoding.json").read_text())
    tables |= {"thresholds": best, "calibration": [round(w, 4) for w in logistic(evidence, truth).tolist()]}
    (given.model / "decoding.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")


def words_of(item: Item, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The words of an article that lie in some spans."""
    return {word for start, end in spans for word in range(*words_in(item.pieces, start, end))}


def jaccard(one: set[int], other: set[int]) -> float:
    """The share of words in both among those in either."""
    return len(one & other) / max(1, len(one | other))


def probability(evidence: Matrix, weights: Matrix) -> Matrix:
    """Of being right, by a logistic model."""
    chance: Matrix = 1 / (1 + np.exp(-(evidence @ weights)))
    return chance


def logistic(evidence: Matrix, truth: Matrix, penalty: float = 1.0, steps: int = 30) -> Matrix:
    """Weights of a logistic regression with an L2 penalty, by Newton's method; the first column is the constant."""
    shrink = np.full(evidence.shape[1], penalty)
    shrink[0] = 1e-6
    weights = np.zeros(evidence.shape[1])
    for _ in range(steps):
        chance = probability(evidence, weights)
        slope = evidence.T @ (chance - truth) + shrink * weights
        curve = (evidence.T * (chance * (1 - chance))) @ evidence + np.diag(shrink)
        weights -= np.linalg.solve(curve, slope)
    return weights


def calibration_error(chance: Matrix, truth: Matrix, bins: int = 10) -> float:
    """Expected calibration error: the mean gap between what is promised and what holds, over ten bins."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    return float(sum(abs((chance - truth)[place == b].sum()) for b in range(bins)) / len(truth))


if __name__ == "__main__":
    main()
