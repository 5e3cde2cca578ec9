"""The pairs that the cross-encoder learns from: public sets whose licence allows it, and what we wrote or generate."""

import gzip
import json
import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

WRITTEN = Path(__file__).parent / "data" / "entailment"
SCENES = Path(__file__).parent / "data" / "scenes"

LABEL_BITS = {"entailment": 1, "neutral": 2, "contradiction": 4, "not_entailment": 6}
"""Labels as sets, one bit a class: what a binary set calls "not entailment" may be either of two."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two propositions and the set of labels that may hold between them."""

    premise: str
    hypothesis: str
    allowed: int


PUBLIC = {
    "snli.dev": 1.0, "cad_snli.train": 1.0, "cad_snli.dev": 1.0, "conjnli.train": 0.3, "help.train": 0.25,
    "med.test": 0.25, "fever_symmetric.train": 1.0, "fever_symmetric.test": 1.0, "fm2.train": 1.0,
    "fever_binary_docnli.train": 0.4, "tracie.train": 0.5, "synth_numdate.train": 0.5,
}  # fmt: skip
"""Sets that may be trained on for shipped weights, each with the share of it read in an epoch."""

UNCLEAR = {"lingnli.train": 1.0, "commitmentbank.train": 1.0, "monli.train": 1.0, "sanli_sim_wiki.train": 0.5,
           "sanli_translate_wiki.train": 0.5, "sanli_base_wiki.train": 1.0}  # fmt: skip
"""Sets without a clear licence: never for shipped weights, only to measure what they would add."""


def read_set(folder: Path, name: str) -> list[Pair]:
    """One set of the corpora's folder; rows without a usable label are left out."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Pair(_plain(row["premise"]), _plain(row["hypothesis"]), LABEL_BITS[row["label"]])
        for row in rows
        if row["label"] in LABEL_BITS
    ]


def written() -> list[Pair]:
    """The pairs that the project wrote: a premise with hypotheses for each label."""
    found = []
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for label, bit in LABEL_BITS.items():
                told = row.get(label, [])
                for hypothesis in [told] if isinstance(told, str) else told:
                    found.append(Pair(row["premise"], hypothesis, bit))
    return found


FIRST_SCENES = "disputes.jsonl"
"""Scenes that an earlier model was trained on as a whole; none of them is held back."""
HELD_BACK = 16
"""Of so many scenes one is never trained on, to see how a model does on disputes that are new to it."""


def scenes(names: Collection[str] = (), *, held: bool = False) -> list[Pair]:
    """The pairs of each dispute that the project wrote, or of the files `names`: all its statements, both ways.

    A line holds the statements, the numbers (from 1) of those that cannot both hold, and of those that follow; all
    other pairs are neutral, as most of what is said in one dispute is.
    """
    found = []
    for path in sorted(path for path in SCENES.glob("*.jsonl") if not names or path.stem in names):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if (path.name != FIRST_SCENES and number % HELD_BACK == HELD_BACK // 2) is not held:
                continue
            row = json.loads(line)
            told = row["statements"]
            opposed = {tuple(sorted(pair)) for pair in row.get("contradict", [])}
            follows = {tuple(pair) for pair in row.get("entails", [])}
            for one, other in permutations(range(1, len(told) + 1), 2):
                if tuple(sorted((one, other))) in opposed:
                    label = "contradiction"
                elif (one, other) in follows:
                    label = "entailment"
                elif (other, one) in follows:
                    continue
                else:
                    label = "neutral"
                found.append(Pair(told[one - 1], told[other - 1], LABEL_BITS[label]))
    return found


def thinned(pairs: list[Pair], neutrals: float, chance: random.Random) -> list[Pair]:
    """All pairs that say something, and so many times as many neutral ones: in a dispute most pairs are neutral."""
    plain = [pair for pair in pairs if pair.allowed == LABEL_BITS["neutral"]]
    telling = [pair for pair in pairs if pair.allowed != LABEL_BITS["neutral"]]
    return telling + chance.sample(plain, min(len(plain), round(neutrals * len(telling))))


def sampled(sets: dict[str, float], folder: Path, chance: random.Random) -> Iterator[Pair]:
    """This epoch's share of each set."""
    for name, share in sets.items():
        pairs = read_set(folder, name)
        yield from pairs if share >= 1 else chance.sample(pairs, round(len(pairs) * share))


def _plain(text: str) -> str:
    """Text without the spaces that a tokenized corpus puts before its marks."""
    for mark in (" .", " ,", " ?", " !", " ;", " :", " 's", " n't", " %", " )"):
        text = text.replace(mark, mark[1:])
    return " ".join(text.replace("( ", "(").split())
