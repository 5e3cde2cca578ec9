"""Fit the weights by which `onrecord.annotating.cues` judges whether a frame of the parse is an attribution.

Run: python training/cues.py PATH/TO/polnear [--out src/onrecord/annotating/data/attribution_weights.json]
Trained on PolNeAR's train part alone: logistic regression over the frames that the parser offers, labelled by whether
a marked attribution shares a cue word and half of the content's words. What is written counts words and shapes; it
holds none of the corpus's text. Deterministic; about four minutes of processor time on one core.
Every fifth article is held out for the printed log loss and F1, then all are used.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

from attribution import document_of  # noqa: E402 - the path is set above
from onrecord.annotating.cues import classes_of  # noqa: E402
from onrecord.annotating.drafts import spans_of  # noqa: E402
from onrecord.annotating.framing import find_frames  # noqa: E402
from onrecord.annotating.quotations import find_quotations  # noqa: E402
from onrecord.language.parsing import analyse  # noqa: E402

LEAST_SEEN = 4
STEPS = 250
WEIGHT_DECAY = 1e-4
LEAST_KEPT = 0.04


def main() -> None:
    """Collect frames, fit, print how well, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "src/onrecord/annotating/data/attribution_weights.json")
    given = parser.parse_args()
    examples = list(labelled_frames(given.data))
    seen = Counter(feature for features, _, _ in examples for feature in features)
    index = {feature: at for at, feature in enumerate(sorted(f for f, n in seen.items() if n >= LEAST_SEEN))}
    width = max(len(features) for features, _, _ in examples)
    rows = np.full((len(examples), width), len(index))
    for at, (features, _, _) in enumerate(examples):
        known = sorted(index[feature] for feature in features if feature in index)
        rows[at, : len(known)] = known
    labels = np.array([label for _, label, _ in examples], dtype=float)
    held = np.array([article % 5 == 0 for _, _, article in examples])
    loss, best = measured(fit(rows[~held], labels[~held], len(index)), rows[held], labels[held])
    sys.stdout.write(
        f"{len(examples)} frames, {len(index)} features; held out: log loss {loss:.4f}, best F1 {best:.3f}\n"
    )
    weights = fit(rows, labels, len(index))
    kept = {f: round(float(weights[at]), 2) for f, at in index.items() if abs(weights[at]) >= LEAST_KEPT}
    given.out.write_text(json.dumps(kept, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(kept)} weights in {given.out}\n")


def labelled_frames(data: Path) -> Iterator[tuple[frozenset[str], bool, int]]:
    """Every frame of the train part: its features, whether it is marked, and the number of its article."""
    scorer = _scorer(data)
    with gzip.open(data / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            article = scorer.Art(row["text"])
            gold = [(article.tokens(a["content"]), article.tokens(a["cue"])) for a in row["attributions"]]
            document = document_of(row)
            quoted = bytearray(len(document.text) + 1)
            for quotation in find_quotations(document.text, list(enumerate(document.blocks))):
                for piece in quotation.pieces:
                    quoted[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
            for parsed in analyse(document).blocks:
                for frame in find_frames(parsed.doc):
                    spans, cue = spans_of(parsed, frame.content), spans_of(parsed, frame.cue)
                    if not spans or not cue:
                        continue
                    label = _label(article.tokens(spans), article.tokens(cue), gold)
                    if label is None:
                        continue
                    further = ["bias"]
                    if quoted[cue[0].start]:
                        further.append("inq")
                    if any(quoted.find(1, span.start, span.end) >= 0 for span in spans):
                        further += ["qcontent", f"qcontent|{frame.shape}"]
                    yield frozenset((*frame.features, *classes_of(frame), *further)), label, number


def _label(
    content: frozenset[int], cue: frozenset[int], gold: list[tuple[frozenset[int], frozenset[int]]]
) -> bool | None:
    """Marked, not marked, or `None` where the frame has the right cue and cuts the content short."""
    near = [(words, marked) for words, marked in gold if cue & marked or not marked]
    if any(2 * len(content & words) >= len(content | words) for words, _ in near):
        return True
    return None if any(marked and 2 * len(content & words) >= len(content) for words, marked in near) else False


def fit(rows: "np.ndarray[tuple[int, int], np.dtype[np.int64]]", labels: "np.ndarray", size: int) -> "np.ndarray":
    """Logistic regression by Adam on the whole batch; the last column of `weights` is the empty feature."""
    weights, first, second = np.zeros(size + 1), np.zeros(size + 1), np.zeros(size + 1)
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-weights[rows].sum(1)))
        slope = np.bincount(rows.ravel(), np.repeat(chance - labels, rows.shape[1]), minlength=size + 1) / len(labels)
        slope += WEIGHT_DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        weights -= 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights[size] = 0.0
    return weights


def measured(weights: "np.ndarray", rows: "np.ndarray", labels: "np.ndarray") -> tuple[float, float]:
    """Log loss and the best F1 over thresholds."""
    chance = 1 / (1 + np.exp(-weights[rows].sum(1)))
    loss = -(labels * np.log(chance + 1e-9) + (1 - labels) * np.log(1 - chance + 1e-9)).mean()
    scores = [
        2 * ((chance > t) * labels).sum() / ((chance > t).sum() + labels.sum()) for t in np.arange(0.2, 0.6, 0.05)
    ]
    return float(loss), float(max(scores))


def _scorer(folder: Path) -> ModuleType:
    spec = spec_from_file_location("score_attribution", folder / "score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
