"""The fit by which a later clause is taken to tell of an undertaking, from labelled series and plain news.

    python -m training.following POLNEAR

A logistic fit with a penalty on the weights of traits scaled alike. It learns from the series of the parts `open`,
`press` and `plain`, and from pairs of articles of PolNeAR's train part (`POLNEAR/train.jsonl.gz`) that name the same
people but do not follow each other up: whatever is alike in two of these counts as no link, which is what most of a
record is. Each eighth of the series is scored by a fit of the rest, and the precision of the links that are surest so
is printed: `LEAST` is chosen there. Writes `src/onrecord/comparing/data/following.json`. The blind series have no part
in it.
"""

import argparse
import json
import random
import sys
import tempfile
from itertools import permutations
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, "benchmarks")

from onrecord import annotate, read
from onrecord.comparing.following import FEWEST_NAMES, Pair, entailment_traits, pairs_between, telling_clauses
from onrecord.comparing.judging import shipped
from onrecord.comparing.meeting import all_names
from onrecord.model.items import Annotated
from rows import read_rows
from series import FOLDER, Series, Written, moved_in, overlaps, series_of

Floats = npt.NDArray[np.float64]

TARGET = Path("src/onrecord/comparing/data/following.json")
PENALTY = 12.0
LEAST = 0.8
ROUNDS = 25
PARTS = ("open", "press", "plain")
"""Parts of the labelled series that it learns from."""
FOLDS = 8
ARTICLES = 26
"""Articles of plain news whose pairs are no links."""
MOST = 350
"""Pairs of theirs, drawn at random, at most."""
OFTEN = 3.0
"""What one of them counts beside a pair of a series: a record holds many more of them."""
UNUSED = {"unreal", "asserted", "short", "we"}
"""Traits that tell nothing more."""


def main() -> None:
    """Gather the pairs, fit, print what others' fits make of each eighth, and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("polnear", type=Path)
    given = parser.parse_args()
    rows: list[tuple[dict[str, float], bool, int]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, path in enumerate(sorted(path for part in PARTS for path in (FOLDER / part).glob("*"))):
            series = series_of(path.read_text(encoding="utf-8"))
            found = _pairs(series, _annotated(series.name, series.documents, folder))
            rows += [(told, right, number % FOLDS) for told, right in found]
        rows += [(told, False, FOLDS) for told in _unlinked(given.polnear, folder)]
    names = sorted(set(rows[0][0]) - UNUSED)
    table = np.array([[told[name] for name in names] for told, _, _ in rows])
    labels, groups = np.array([float(right) for _, right, _ in rows]), np.array([group for *_, group in rows])
    counts = np.where(groups == FOLDS, OFTEN, 1.0)
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled = np.c_[(table - middle) / spread, np.ones(len(table))]
    sure = np.zeros(len(labels))
    for group in range(FOLDS):
        rest = groups != group
        weights = _fitted(scaled[rest], labels[rest], counts[rest])
        sure[~rest] = 1 / (1 + np.exp(-scaled[~rest] @ weights))
    weights = _fitted(scaled, labels, counts)
    for least in (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        taken = (sure >= least) & (groups != FOLDS)
        print(f"from {least:.2f}: {int(taken.sum())} pairs, {100 * labels[taken].mean():.1f} % right")
    fit = {
        "bias": round(float(weights[-1] - (weights[:-1] * middle / spread).sum()), 3),
        "weights": {name: round(float(w), 3) for name, w in zip(names, weights[:-1] / spread, strict=True)},
        "least": LEAST,
    }
    TARGET.write_text(json.dumps(fit, indent=1) + "\n", encoding="utf-8")


def _annotated(name: str, documents: list[Written], folder: Path) -> list[Annotated]:
    found = []
    for number, written in enumerate(documents):
        path = folder / f"{name}-{number}.json"
        told = {"title": written.title, "outlet": written.outlet, "published": written.day, "text": written.body}
        path.write_text(json.dumps(told), encoding="utf-8")
        found.append(annotate(read(path)))
    return found


def _unlinked(polnear: Path, folder: Path) -> list[dict[str, float]]:
    """The traits of pairs of plain news, some of all."""
    chance = random.Random(5)
    articles = list(read_rows(polnear / "train.jsonl.gz"))
    chance.shuffle(articles)
    told = [Written(row["date"], row["publisher"], row["title"], row["text"]) for row in articles[:ARTICLES]]
    pairs: list[Pair] = []
    for one, other in permutations(_annotated("news", told, folder), 2):
        days = [each.document.published.first_day if each.document.published else None for each in (one, other)]
        known = len(all_names(one.document) & all_names(other.document)) >= FEWEST_NAMES
        if known and days[0] is not None and days[1] is not None and days[0] < days[1]:
            clauses = telling_clauses(other.claims)
            pairs += pairs_between(one.commitments, one.document, clauses, other.document)
    chance.shuffle(pairs)
    return [pair.traits | entailment_traits(pair, shipped()) for pair in pairs[:MOST]]


def _pairs(series: Series, annotated: list[Annotated]) -> list[tuple[dict[str, float], bool]]:
    """The traits of each pair whose undertaking is marked, and whether the two are linked."""
    moved = [moved_in(a.document.text, series.documents[number].body) for number, a in enumerate(annotated)]
    again = {later: first for (first, later), status in series.links.items() if status == "repeated"}
    real = {pair for pair, status in series.links.items() if status != "none"}
    found = []
    for first, earlier in enumerate(annotated):
        for second in range(first + 1, len(annotated)):
            later = annotated[second]
            clauses = telling_clauses(later.claims)
            for pair in pairs_between(earlier.commitments, earlier.document, clauses, later.document):
                marks = [
                    {n for n, m in series.marks.items() if m.document == at and overlaps(spans, m, moved[at])}
                    for at, spans in ((first, pair.commitment.spans), (second, pair.told.claim.spans))
                ]
                firsts = marks[0] | {again[mark] for mark in marks[0] if mark in again}
                if firsts & series.undertakings:
                    is_right = any((one, other) in real for one in firsts for other in marks[1])
                    found.append((pair.traits | entailment_traits(pair, shipped()), is_right))
    return found


def _fitted(table: Floats, labels: Floats, counts: Floats) -> Floats:
    weights = np.zeros(table.shape[1])
    penalty = np.eye(len(weights)) * PENALTY
    penalty[-1, -1] = 0
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        curve = (table * (counts * chance * (1 - chance))[:, None]).T @ table + penalty
        weights = weights - np.linalg.solve(curve, table.T @ (counts * (chance - labels)) + penalty @ weights)
    return weights


if __name__ == "__main__":
    main()
