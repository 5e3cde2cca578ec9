"""Fit the weights by which `onrecord.language.pronouns` decides whom he and she mean.

Run: python training/coreference.py PATH/TO/names [--out src/onrecord/language/data/pronoun_weights.json]
Trained on GUM's train part (news, interviews, speeches, biographies, court; CC BY, CC BY-SA and public domain), LitBank
(CC BY 4.0) and GAP's validation and development parts (Apache-2.0). The names are those that `find_names` finds in the
text, as the product does; GUM's texts are learned also with the names that rules alone find, and with those that it
marks. A candidate is right if its mentions stand in the pronoun's gold chain. A log-linear model over candidates and
"nobody here": gradient ascent with weight decay, first after gold antecedents, then after those that the weights so far
give. Deterministic; some minutes on one core. Folds of GUM documents are held out for the printed table, by which the
threshold was chosen, then all are used. What is written counts grammar and distance; it holds no text.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

from attribution import document_of  # noqa: E402 - the path is set above
from onrecord.language.names import find_names  # noqa: E402
from onrecord.language.parsing import Analysis, analyse  # noqa: E402
from onrecord.language.people import Mentioned, People, gender_of  # noqa: E402
from onrecord.language.pronouns import LEAST_LIKELY, candidates, features, follow, likelihoods, resolve  # noqa: E402
from onrecord.language.typed import Typed  # noqa: E402
from onrecord.model.items import Entity, EntityKind  # noqa: E402
from speakers import Chains, read_lines  # noqa: E402

FOLDS = 5
ROUNDS = 1
STEPS = 400
RATE = 1.0
LEAST_SEEN = 5
LEAST_KEPT = 0.02
WEIGHT_DECAY = 2e-4
GENRES = {"news": 3.0, "interview": 3.0, "speech": 3.0, "bio": 1.0, "court": 1.0}
"""Weight of an example by genre: what the product reads counts most."""
LITBANK_WEIGHT, GAP_WEIGHT = 0.1, 2.0


class Example(NamedTuple):
    """One pronoun: its candidates' features with those of "nobody" last, which of them are right, and its weight."""

    rows: list[list[str]]
    right: list[bool]
    weight: float


def main() -> None:
    """Collect, fit, print how well on held-out folds, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "src/onrecord/language/data/pronoun_weights.json")
    given = parser.parse_args()
    texts = [*of_gum(given.data), *of_litbank(given.data), *of_gap(given.data)]
    report(texts)
    given.out.write_text(json.dumps(fitted(texts), indent=0, sort_keys=True) + "\n", encoding="utf-8")


class Text:
    """One document of a corpus, its names, its weight and its fold (-1: never held out)."""

    def __init__(
        self,
        row: dict[str, Any],
        analysis: Analysis,
        weight: float,
        fold: int = -1,
        typed: Sequence[Typed] | None = None,
    ) -> None:
        self.row = row
        self.weight = weight
        self.fold = fold
        self.as_read = typed is None
        """Whether the names are those that the product finds."""
        self.chains = Chains(row) if "clusters" in row else None
        self._analysis = analysis
        named = find_names(analysis, typed)
        self.entities = {entity.id: entity for entity in named}
        self._genders = {e.id: gender_of(row["text"], e) for e in named if e.kind == "person"}
        self._people = tuple(e for e in named if e.kind == "person")

    def people(self) -> People:
        """The document's people, untouched by any resolving."""
        return People(self._analysis, self._people, self._genders)

    def examples(self, table: dict[str, float] | None = None) -> list[Example]:
        """What there is to learn from it, each pronoun after what `table` makes of those before; after gold without."""
        return list(of_pair(self) if self.chains is None else of_chains(self, self.chains, table))


def fitted(texts: Sequence[Text]) -> dict[str, float]:
    """Weights fitted after gold antecedents first, then after those that weights of the round before gave."""
    examples = [example for text in texts for example in text.examples()]
    for _ in range(ROUNDS):
        table = fit(examples)
        examples += [example for text in texts if text.chains for example in text.examples(table)]
    return fit(examples)


def of_gum(data: Path) -> Iterator[Text]:
    """GUM's train part."""
    rows = [r for r in read_lines(data / "gum_open.jsonl.gz") if r["split"] == "train" and r["genre"] in GENRES]
    for number, row in enumerate(rows):
        analysis, weight, fold = analyse(document_of(row)), GENRES[row["genre"]], number % FOLDS
        yield Text(row, analysis, weight, fold)
        yield Text(row, analysis, weight, fold, ())
        yield Text(row, analysis, weight, fold, gold_names(row))


def gold_names(row: dict[str, Any]) -> list[Typed]:
    """The names that GUM marks."""
    kinds: dict[str, EntityKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    return [Typed(e["start"], e["end"], kinds[e["type"]]) for e in row["flat_ner"]]


def of_litbank(data: Path) -> Iterator[Text]:
    """LitBank."""
    for row in read_lines(data / "litbank.jsonl.gz"):
        yield Text(row, analyse(document_of(row)), LITBANK_WEIGHT)


def of_gap(data: Path) -> Iterator[Text]:
    """GAP's validation and development parts; its test part is left for measuring."""
    for row in read_lines(data / "gap.jsonl.gz"):
        if row["split"] in {"validation", "development"}:
            yield Text(row, analyse(document_of(row)), GAP_WEIGHT)


def of_chains(text: Text, chains: Chains, table: dict[str, float] | None) -> Iterator[Example]:
    """Pronouns of a document with gold chains."""
    people = text.people()
    gold = {span.start: cluster for span, cluster in chains.pronouns()}
    chain_of = {name: chains.of_entity(entity) for name, entity in text.entities.items()}
    known: list[Mentioned] = []
    for pronoun in people.pronouns:
        if pronoun.start not in gold:
            continue
        found = candidates(people, pronoun, known)
        right = [
            (chain_of[c.owner] if c.owner in chain_of else chains.around(c.mentions[-1].start, c.mentions[-1].end))
            == gold[pronoun.start]
            for c in found
        ]
        rows = features(people, pronoun, found)
        yield Example(rows, [*right, not any(right)], text.weight)
        shares = [float(fits) for fits in (*right, not any(right))] if table is None else likelihoods(rows, table)
        best = shares.index(max(shares))
        if best < len(found):
            follow(people, pronoun, found[best].owner, known, sure=shares[best] >= LEAST_LIKELY)


def of_pair(text: Text) -> Iterator[Example]:
    """The one judged pronoun of a GAP text; of other people only those are known who are not meant."""
    row, people = text.row, text.people()
    marked = [(row["a"], row["a_coref"]), (row["b"], row["b_coref"])]
    for pronoun in people.pronouns:
        if pronoun.start != row["pronoun"][0]:
            continue
        found = candidates(people, pronoun, [])
        told = [_told(text.entities.get(c.owner), marked) for c in found]
        if True in told:
            right = [fits is True for fits in told]
        elif False in told:
            right = [fits is None for fits in told]
        else:
            return
        yield Example(features(people, pronoun, found), [*right, True not in told], text.weight)


def _told(entity: Entity | None, marked: Sequence[tuple[list[int], bool]]) -> bool | None:
    """Whether GAP says that the pronoun means this entity; None for people it does not ask about."""
    if entity is None:
        return None
    said = {fits for (a, b), fits in marked if any(m.start < b and a < m.end for m in entity.mentions)}
    return said.pop() if len(said) == 1 else None


def report(texts: Sequence[Text]) -> None:
    """Print right and wrong over thresholds on GUM's held-out folds."""
    outcomes: list[tuple[float, bool, float]] = []
    totals: Counter[float] = Counter()
    for fold in range(FOLDS):
        table = fitted([text for text in texts if text.fold != fold])
        for text in texts:
            if text.fold == fold and text.as_read and text.chains is not None:
                answers = resolve(text.people(), table)
                for span, cluster in text.chains.pronouns():
                    totals[text.weight] += 1
                    if answer := answers.get(span.start):
                        meant = text.chains.of_answer(text.entities.get(answer.owner), answer.phrase)
                        outcomes.append((answer.likelihood, meant == cluster, text.weight))
    for weight, total in totals.items():
        for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8):
            kept = [right for share, right, w in outcomes if share >= least and w == weight]
            line = f"right {100 * sum(kept) / total:.1f} wrong {100 * (len(kept) - sum(kept)) / total:.1f}"
            sys.stdout.write(f"genres of weight {weight} ({total}), at least {least}: {line}\n")


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights that make the right candidates likely together, by accelerated gradient ascent."""
    seen = Counter(name for e in examples for row in e.rows for name in set(row))
    index = {name: at for at, name in enumerate(sorted(n for n, times in seen.items() if times >= LEAST_SEEN))}
    rows = [[index[n] for n in row if n in index] for e in examples for row in e.rows]
    width = max(map(len, rows))
    table = np.full((len(rows), width), len(index))
    for at, row in enumerate(rows):
        table[at, : len(row)] = row
    owner = np.repeat(np.arange(len(examples)), [len(e.rows) for e in examples])
    starts = np.concatenate(([0], np.flatnonzero(np.diff(owner)) + 1))
    right = np.array([fits for e in examples for fits in e.right], dtype=float)
    mass = np.array([e.weight for e in examples])
    mass /= mass.sum()
    weights = np.zeros(len(index) + 1)
    ahead = weights.copy()
    for step in range(STEPS):
        scores = ahead[table].sum(1)
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        share = raised / np.add.reduceat(raised, starts)[owner]
        good = share * right
        good /= np.maximum(np.add.reduceat(good, starts), 1e-12)[owner]
        slope = (good - share) * mass[owner]
        gradient = np.bincount(table.ravel(), np.repeat(slope, width), len(index) + 1) - WEIGHT_DECAY * ahead
        gradient[-1] = 0.0
        moved = ahead + RATE * gradient
        ahead = moved + step / (step + 3) * (moved - weights)
        weights = moved
    return {n: round(float(weights[at]), 3) for n, at in index.items() if abs(weights[at]) >= LEAST_KEPT}


if __name__ == "__main__":
    main()
