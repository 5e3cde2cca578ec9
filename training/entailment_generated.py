"""One epoch's generated pairs, from the schemes of this folder and sentences of sets whose licence allows it."""

import gzip
import json
import random
import sys
from functools import lru_cache
from pathlib import Path

from training.entailment_sets import LABEL_BITS, Pair, read_set, written
from training.near_misses import elsewhere, moods, neighbours, turned, unrelated
from training.role_swaps import role_swaps
from training.substitution import substitutions

SOURCES = ("snli.dev", "cad_snli.train", "fever_symmetric.train", "fm2.train", "conjnli.train")
"""Sets whose premises and hypotheses serve as sentences."""
SHARES = {
    "substitutions": 7000, "role swaps": 5000, "unrelated": 5000, "neighbours": 5000, "elsewhere": 3000, "moods": 4000,
    "turned": 6000,
}  # fmt: skip
"""Pairs of each scheme in a full epoch."""


@lru_cache(maxsize=1)
def _sentences(folder: Path) -> dict[str, tuple[str, ...]]:
    found = {}
    for name in SOURCES:
        pairs = read_set(folder, name)
        found[name] = tuple(sorted({text for pair in pairs for text in (pair.premise, pair.hypothesis)}))
    found["written"] = tuple(
        sorted({text for pair in written() if not _asks(pair) for text in (pair.premise, pair.hypothesis)})
    )
    return found


@lru_cache(maxsize=1)
def _texts(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Sentences of openly licensed documents (GUM's open part, the annotated part of Re-DocRED)."""
    found = []
    for name in ("gum_open", "redocred_devtest"):
        with gzip.open(folder.parent / "names" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["split"] in {"train", "test"} and not (name == "gum_open" and row["split"] == "test"):
                    told = (" ".join(row["text"][one["start"] : one["end"]].split()) for one in row["sentences"])
                    found.append(tuple(text for text in told if 5 <= len(text.split()) <= 35))
    return tuple(text for text in found if text)


def generated(folder: Path, share: float, chance: random.Random) -> list[Pair]:
    """Pairs for one epoch, that share of `SHARES`; the same for the same state of chance."""
    wanted = {scheme: round(share * number) for scheme, number in SHARES.items()}
    told = _sentences(folder)
    texts = _texts(folder)
    plain = [*told["snli.dev"], *told["fever_symmetric.train"], *told["fm2.train"], *told["written"]]
    short = [s for s in (*told["fever_symmetric.train"], *told["fm2.train"], *told["written"]) if len(s.split()) <= 20]
    groups = [*texts, *((s,) for s in (*short, *chance.sample(told["snli.dev"], 400)))]
    whole = [*read_set(folder, "snli.dev"), *read_set(folder, "cad_snli.train"), *written(), *written()]
    opposed = [
        pair
        for pair in (*read_set(folder, "cad_snli.train"), *read_set(folder, "fever_symmetric.train"), *written())
        if pair.allowed in {LABEL_BITS["contradiction"], LABEL_BITS["entailment"]}
        and len(pair.premise.split()) <= 25
        and not _asks(pair)
    ]
    return [
        *substitutions(plain, chance, wanted["substitutions"]),
        *role_swaps(chance, wanted["role swaps"]),
        *unrelated(groups, chance, wanted["unrelated"]),
        *neighbours(texts, chance, wanted["neighbours"]),
        *elsewhere(opposed, chance, wanted["elsewhere"]),
        *moods(short, chance, wanted["moods"]),
        *turned(whole, chance, wanted["turned"]),
    ]


def _asks(pair: Pair) -> bool:
    return "?" in pair.premise + pair.hypothesis


def invented_disputes(chance: random.Random, wanted: int) -> list[Pair]:
    """Pairs of clauses of invented disputes (`benchmarks/disputes.py`), of the half of its templates made for tuning.

    What agrees need not follow, so that both labels are allowed there.
    """
    sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
    from disputes import disputes

    bits = {"contradiction": LABEL_BITS["contradiction"], "agreement": 3, "compatible": LABEL_BITS["neutral"]}
    found: list[Pair] = []
    for one in disputes(wanted // 20, "tune", seed=chance.randrange(10**6)):
        texts = {paper.id: paper.text for paper in one.papers}
        for pair in one.pairs:
            if pair.label in bits:
                clauses = [texts[p.document][p.start : p.end] for p in (pair.one, pair.other)]
                chance.shuffle(clauses)
                found.append(Pair(*clauses, bits[pair.label]))
    return chance.sample(found, min(wanted, len(found)))
