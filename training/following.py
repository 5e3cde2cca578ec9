"""The fits by which a later clause is taken to tell of an undertaking, from labelled series and plain news.

    python -m training.following POLNEAR

Two logistic fits with a penalty on the weights of traits scaled alike. That of a glance says which pairs the model of
outcomes is asked about; it learns from some of the series that the model learned from, too. That of a link weighs what
the model says; it learns from the series of the parts `open`, `press` and `plain`, which the model has not read, and
from pairs of articles of PolNeAR's train part (`POLNEAR/train.jsonl.gz`) that name the same people but do not follow
each other up: whatever is alike in two of these counts as no link, which is what most of a record is. Each eighth of
the series is scored by a fit of the rest, and the precision of the links that are surest so is printed: `LEAST` is
chosen there.
Writes `src/onrecord/comparing/data/following.json`. The blind series have no part in it.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

sys.path.insert(0, "benchmarks")

from onrecord.comparing import shortlisting
from onrecord.comparing.following import Asked, asked_of, telling_clauses
from onrecord.comparing.meeting import all_names
from onrecord.comparing.outcome_judging import shipped
from onrecord.comparing.shortlisting import FEWEST_NAMES, LEAST_ODDS, OPENING, Fit, Fits, Pair, pairs_between
from onrecord.model.documents import Document
from rows import read_rows
from series import FOLDER, Series, Written, moved_in
from training.outcome_pairs import WRITTEN, all_series, annotated_of, marks_at

Floats = npt.NDArray[np.float64]

TARGET = Path("src/onrecord/comparing/data/following.json")
PENALTY = 12.0
LEAST = 0.8
ROUNDS = 25
PARTS = ("open", "press", "plain")
"""Parts of the labelled series that the fit of a link learns from."""
FOLDS = 8
ARTICLES = 26
"""Articles of plain news whose pairs are no links."""
MOST = 350
"""Pairs of theirs, drawn at random, at most."""
OFTEN = 3.0
"""What one of them counts beside a pair of a series: a record holds many more of them."""
NEVER = -20.0
"""Log odds of a link before there is a fit of links."""
UNUSED = {"unreal", "asserted", "short", "we"}
"""Traits that tell nothing more."""


class Row(NamedTuple):
    """The traits of a pair, whether it is a link, its fold, and between which documents it stands."""

    traits: dict[str, float]
    right: bool
    fold: int
    between: str


class Beside(NamedTuple):
    """Two documents of a series, with the pairs between them that a glance sees."""

    first: Document
    later: Document
    pairs: list[Pair]
    right: dict[int, bool]
    """By the place of a pair whose undertaking is marked: whether it is a link."""


def main() -> None:
    """Gather the pairs, fit, print what others' fits make of each eighth, and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--glance", action="store_true", help="fit the glance alone, where no model is")
    parser.add_argument("--series", type=int, default=120, help="written series from which the glance learns too")
    given = parser.parse_args()
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        labelled = [(n % FOLDS, b) for n, s in enumerate(all_series([FOLDER / part for part in PARTS]))
                    for b in _beside(s, folder)]  # fmt: skip
        written = list(all_series([WRITTEN]))
        learned = [b for s in chance.sample(written, min(given.series, len(written))) for b in _beside(s, folder)]
        news = list(_unlinked(given.polnear, folder))
    rows = [row for fold, b in [*labelled, *((-1, b) for b in learned)] for row in _rows(b, fold)]
    glance, sure = _fit(rows, sorted(set(rows[0].traits) - UNUSED))
    _print_glance(rows, np.log(sure / (1 - sure)))
    _write(Fits(glance, Fit(NEVER, {}), LEAST))
    if given.glance:
        return
    shortlisting.fits.cache_clear()
    rows = [row for fold, b in labelled for row in _asked_rows(b, fold)]
    rows += [row for b in news for row in _asked_rows(b, FOLDS, unlinked=True)]
    chosen = [row for row in rows if row.fold < FOLDS]
    drawn = [row for row in rows if row.fold == FOLDS]
    chance.shuffle(drawn)
    rows = chosen + drawn[:MOST]
    names = sorted({name for row in rows for name in row.traits} - UNUSED)
    fit, sure = _fit(rows, names)
    labels = np.array([row.right for row in rows])
    own = np.array([row.fold < FOLDS for row in rows])
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        taken = (sure >= least) & own
        print(f"from {least:.2f}: {int(taken.sum())} pairs, {100 * labels[taken].mean():.1f} % right, "
              f"{100 * (labels & taken).sum() / max(1, (labels & own).sum()):.1f} % of those asked about; "
              f"of {int((~own).sum())} of plain news {int(((sure >= least) & ~own).sum())}")  # fmt: skip
    _write(Fits(glance, fit, LEAST))


def _beside(series: Series, folder: Path) -> Iterator[Beside]:
    """Each two documents of a series."""
    annotated = annotated_of(series.name, series.documents, folder)
    moved = [moved_in(a.document.text, series.documents[number].body) for number, a in enumerate(annotated)]
    again = {later: first for (first, later), status in series.links.items() if status == "repeated"}
    real = {pair for pair, status in series.links.items() if status != "none"}
    for first, earlier in enumerate(annotated):
        for second in range(first + 1, len(annotated)):
            later = annotated[second]
            pairs = pairs_between(earlier.commitments, earlier.document, telling_clauses(later.claims), later.document)
            right = {}
            for at, pair in enumerate(pairs):
                marks = marks_at(series, first, pair.commitment.spans, moved)
                firsts = (marks | {again[mark] for mark in marks if mark in again}) & series.undertakings
                if firsts:
                    right[at] = bool(
                        {(f, m) for f in firsts for m in marks_at(series, second, pair.told.claim.spans, moved)} & real
                    )
            yield Beside(earlier.document, later.document, pairs, right)


def _unlinked(polnear: Path, folder: Path) -> Iterator[Beside]:
    """Articles of plain news about the same people that do not follow each other up."""
    chance = random.Random(5)
    articles = list(read_rows(polnear / "train.jsonl.gz"))
    chance.shuffle(articles)
    told = [Written(row["date"], row["publisher"], row["title"], row["text"]) for row in articles[:ARTICLES]]
    for one, other in permutations(annotated_of("news", told, folder), 2):
        days = [each.document.published.first_day if each.document.published else None for each in (one, other)]
        known = len(all_names(one.document) & all_names(other.document)) >= FEWEST_NAMES
        if known and days[0] is not None and days[1] is not None and days[0] < days[1]:
            pairs = pairs_between(one.commitments, one.document, telling_clauses(other.claims), other.document)
            yield Beside(one.document, other.document, pairs, {})


def _rows(beside: Beside, fold: int) -> list[Row]:
    between = f"{beside.first.id}|{beside.later.id}"
    return [Row(beside.pairs[at].traits, right, fold, between) for at, right in beside.right.items()]


def _asked_rows(beside: Beside, fold: int, *, unlinked: bool = False) -> list[Row]:
    """What the model says of the pairs that are worth asking about."""
    place = {(pair.commitment.id, pair.told.claim.id): at for at, pair in enumerate(beside.pairs)}
    asked: Collection[Asked] = asked_of(beside.pairs, beside.first, beside.later, shipped())
    found = []
    for one in asked:
        right = beside.right.get(place[one.pair.commitment.id, one.pair.told.claim.id])
        if unlinked or right is not None:
            found.append(Row(one.traits, bool(right), fold, ""))
    return found


def _print_glance(rows: Sequence[Row], odds: Floats) -> None:
    """What share of the links of the labelled parts is among so many likeliest pairs of two documents, if asked."""
    by_pair: dict[str, list[tuple[float, bool]]] = {}
    for value, row in zip(odds, rows, strict=True):
        if row.fold >= 0:
            by_pair.setdefault(row.between, []).append((value, row.right))
    links = sum(right for found in by_pair.values() for _, right in found)
    for most in (16, 24, 32, 48, 64):
        asked = [
            [(value, right) for value, right in sorted(found, reverse=True)[:most] if value >= LEAST_ODDS]
            for found in by_pair.values()
            if max(value for value, _ in found) >= OPENING
        ]
        hit = sum(right for found in asked for _, right in found)
        mean = sum(map(len, asked)) / len(by_pair)
        print(f"the {most} likeliest: {100 * hit / links:.1f} % of {links} links, {mean:.1f} pairs asked")


def _fit(rows: Sequence[Row], names: Sequence[str]) -> tuple[Fit, Floats]:
    """A fit of all rows, and how sure each row is by a fit of the other folds' rows."""
    table = np.array([[row.traits.get(name, 0.0) for name in names] for row in rows])
    labels, groups = np.array([float(row.right) for row in rows]), np.array([row.fold for row in rows])
    counts = np.where(groups == FOLDS, OFTEN, 1.0)
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled = np.c_[(table - middle) / spread, np.ones(len(table))]
    sure = np.zeros(len(labels))
    for group in range(-1, FOLDS):
        rest = groups != group
        if (~rest).any():
            sure[~rest] = 1 / (1 + np.exp(-scaled[~rest] @ _fitted(scaled[rest], labels[rest], counts[rest])))
    weights = _fitted(scaled, labels, counts)
    sure[groups == FOLDS] = 1 / (1 + np.exp(-scaled[groups == FOLDS] @ weights))
    bias = round(float(weights[-1] - (weights[:-1] * middle / spread).sum()), 3)
    return Fit(bias, {n: round(float(w), 3) for n, w in zip(names, weights[:-1] / spread, strict=True)}), sure


def _write(fits: Fits) -> None:
    told = {
        "glance": {"bias": fits.glance.bias, "weights": fits.glance.weights},
        "link": {"bias": fits.link.bias, "weights": fits.link.weights}, "least": fits.least,
    }  # fmt: skip
    TARGET.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


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
