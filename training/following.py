"""The fit by which a later clause is taken to tell of an undertaking, from the open labelled series.

    python -m training.following

A logistic fit with a penalty on the weights of traits scaled alike. Each series is scored by a fit of the others, and
the precision of the links that are surest so is printed for several thresholds: `LEAST` is chosen there. Writes
`src/onrecord/comparing/data/following.json`. The sealed series have no part in it.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, "benchmarks")

from onrecord import annotate, read
from onrecord.comparing.following import entailment_traits, pairs_between
from onrecord.comparing.judging import shipped
from onrecord.model.items import Annotated
from series import FOLDER, Series, moved_in, overlaps, series_of

Floats = npt.NDArray[np.float64]

TARGET = Path("src/onrecord/comparing/data/following.json")
PENALTY = 12.0
LEAST = 0.96
ROUNDS = 25
UNUSED = {"unreal", "asserted", "short", "past", "we", "head"}
"""Traits that tell nothing more, or that decide outright."""


def main() -> None:
    """Gather the pairs, fit, print what others' fits make of each series, and write."""
    traits: list[dict[str, float]] = []
    right: list[bool] = []
    of_series: list[int] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(sorted((FOLDER / "open").glob("*.txt"))):
            series = series_of(path.read_text(encoding="utf-8"))
            for told, is_right in _pairs(series, _annotated(series, Path(folder))):
                traits.append(told)
                right.append(is_right)
                of_series.append(number)
    names = sorted(set(traits[0]) - UNUSED)
    table = np.array([[told[name] for name in names] for told in traits])
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled = np.c_[(table - middle) / spread, np.ones(len(table))]
    labels, groups = np.array(right, dtype=float), np.array(of_series)
    sure = np.zeros(len(labels))
    for group in sorted(set(of_series)):
        weights = _fitted(scaled[groups != group], labels[groups != group])
        sure[groups == group] = 1 / (1 + np.exp(-scaled[groups == group] @ weights))
    order = np.argsort(-sure)
    for count in (20, 40, 60, 80, 100):
        print(
            f"the surest {count}: from {sure[order[count - 1]]:.2f}, {100 * labels[order[:count]].mean():.1f} % right"
        )
    weights = _fitted(scaled, labels)
    fit = {
        "bias": round(float(weights[-1] - (weights[:-1] * middle / spread).sum()), 3),
        "weights": {name: round(float(w), 3) for name, w in zip(names, weights[:-1] / spread, strict=True)},
        "least": LEAST,
    }
    TARGET.write_text(json.dumps(fit, indent=1) + "\n", encoding="utf-8")


def _annotated(series: Series, folder: Path) -> list[Annotated]:
    found = []
    for number, written in enumerate(series.documents):
        path = folder / f"{series.name}-{number}.json"
        told = {"title": written.title, "outlet": written.outlet, "published": written.day, "text": written.body}
        path.write_text(json.dumps(told), encoding="utf-8")
        found.append(annotate(read(path)))
    return found


def _pairs(series: Series, annotated: list[Annotated]) -> list[tuple[dict[str, float], bool]]:
    """The traits of each pair whose undertaking is marked, and whether the two are linked."""
    moved = [moved_in(a.document.text, series.documents[number].body) for number, a in enumerate(annotated)]
    again = {later: first for (first, later), status in series.links.items() if status == "repeated"}
    real = {pair for pair, status in series.links.items() if status != "none"}
    found = []
    for first, earlier in enumerate(annotated):
        for second in range(first + 1, len(annotated)):
            later = annotated[second]
            for pair in pairs_between(earlier.commitments, earlier.document, later.claims, later.document):
                marks = [
                    {n for n, m in series.marks.items() if m.document == at and overlaps(spans, m, moved[at])}
                    for at, spans in ((first, pair.commitment.spans), (second, pair.told.claim.spans))
                ]
                firsts = marks[0] | {again[mark] for mark in marks[0] if mark in again}
                if firsts & series.undertakings:
                    is_right = any((one, other) in real for one in firsts for other in marks[1])
                    found.append((pair.traits | entailment_traits(pair, shipped()), is_right))
    return found


def _fitted(table: Floats, labels: Floats) -> Floats:
    weights = np.zeros(table.shape[1])
    penalty = np.eye(len(weights)) * PENALTY
    penalty[-1, -1] = 0
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + penalty
        weights = weights - np.linalg.solve(curve, table.T @ (chance - labels) + penalty @ weights)
    return weights


if __name__ == "__main__":
    main()
