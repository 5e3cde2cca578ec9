"""Pairs with a larger model's scores, for the small cross-encoder to learn from. Resumable.

    PYTHONPATH=src python -m training.distil --start MPNET --teacher RUN/final.pt --out POOL
    PYTHONPATH=src python -m training.distil --start MPNET --teacher RUN/final.pt --out PRESS --press ../shared/data
    PYTHONPATH=src python -m training.entailment --taught POOL PRESS --start RUN2/final.pt --out RUN3
    PYTHONPATH=src python -m training.distil --start MPNET --teacher RUN4/final.pt --out POOL2 --clashes PAIRS.jsonl
    PYTHONPATH=src python -m training.clashes --taught POOL2 --start RUN5/final.pt --out RUN6 …

The first writes `POOL/pairs.jsonl` and, chunk by chunk, the teacher's scores; run again, it goes on where it stopped.
With `--states` it keeps what stands at each piece in some of the teacher's layers too, some 120 kB a pair, for the
student to come near (Jiao et al. 2020, "TinyBERT"; both read the same pieces).
Pairs need no label for this (Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural network"): beside
the labelled ones stand the hypotheses of one premise against each other, and claims of press texts.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
import torch

from training.clash_pairs import PRESS
from training.clash_pairs import read_pairs as read_clash_pairs
from training.clashes import drawn
from training.cross_encoder import LABELS
from training.entailment import pairs_of
from training.entailment_sets import WRITTEN, Pair, read_set
from training.finetuning import logits_of
from training.pools import read_pairs, write_pairs, write_states
from training.teacher import Teacher, begun, larger, states_of

ANY = 7
"""Allows every label: what is true of such a pair only the teacher says."""
CHUNK = 2000
LIKELY, OTHERS, OPEN = 1.0, 0.5, 0.2
"""For each labelled pair of claims, the likely and the other ones; and the share of those whose label is open."""
OF_PRESS = 0.2
"""The share of pairs of claims in their places that are of the press, where such pairs are given."""
GROUPED = {"snli.dev": 8000, "cad_snli.train": 4000, "fever_symmetric.train": 500, "fm2.train": 1500}
"""Sets whose hypotheses of one premise are set against each other, and how many such pairs are drawn."""


def hypotheses_together(pairs: list[Pair]) -> Iterator[Pair]:
    """Hypotheses of one premise against each other, both ways."""
    told: dict[str, list[str]] = {}
    for pair in pairs:
        told.setdefault(pair.premise, []).append(pair.hypothesis)
    for hypotheses in told.values():
        for one, other in permutations(sorted(set(hypotheses)), 2):
            yield Pair(one, other, ANY)


def written_together() -> Iterator[Pair]:
    """All that was written under one premise, against each other, both ways."""
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            lists = [row.get(label, []) for label in ("entailment", "neutral", "contradiction")]
            texts = sorted({text for one in lists for text in ([one] if isinstance(one, str) else one)})
            for one, other in permutations(texts, 2):
                yield Pair(one, other, ANY)


def pool(data: Path, chance: random.Random, written_pairs: int) -> list[Pair]:
    """Every pair the student will read, each once."""
    found = pairs_of(["public", "written", "generated", "disputes"], data, 0.6, chance)
    for name, number in GROUPED.items():
        together = list(hypotheses_together(read_set(data, name)))
        found += chance.sample(together, min(number, len(together)))
    together = list(written_together())
    found += chance.sample(together, min(written_pairs, len(together)))
    once = {(pair.premise, pair.hypothesis): pair for pair in found}
    return sorted(once.values(), key=lambda pair: (pair.premise, pair.hypothesis))


def claims_in_place(paths: list[Path], chance: random.Random, number: int) -> list[Pair]:
    """So many pairs of claims as `training.clashes` reads them; those whose label is open and the press among them."""
    pairs = [pair for path in paths for pair in read_clash_pairs(path)]
    found = drawn([pair for pair in pairs if pair.label and pair.topic != PRESS], LIKELY, OTHERS, chance)
    found += [Pair(pair.one, pair.other, ANY) for pair in pairs if not pair.label and chance.random() < OPEN]
    press = [Pair(pair.one, pair.other, ANY) for pair in pairs if pair.topic == PRESS]
    press = chance.sample(press, min(len(press), round(number * OF_PRESS)))
    return [*press, *chance.sample(found, min(number - len(press), len(found)))]


def main() -> None:
    """Write the pool if there is none, then score what has no scores yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/entailment"))
    parser.add_argument("--start", type=Path, required=True, help="the folder that holds MPNet")
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--press", type=Path, help="the folder of the corpora: score claims of press texts instead")
    parser.add_argument("--clashes", type=Path, nargs="+", help="pairs of claims in their places instead")
    parser.add_argument("--number", type=int, default=16_000, help="pairs of claims, of press texts or in their places")
    parser.add_argument("--written", type=int, default=20_000, help="pairs of hypotheses of one written premise")
    parser.add_argument("--states", action="store_true", help="keep the teacher's states beside its scores")
    parser.add_argument("--half", action="store_true", help="multiply in 16 bits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    if not (given.out / "pairs.jsonl").exists():
        chance = random.Random(given.seed)
        if given.press:
            from training.press_pairs import press_pairs

            pairs = press_pairs(given.press, ANY, chance, given.number)
        elif given.clashes:
            pairs = claims_in_place(given.clashes, chance, given.number)
        else:
            pairs = pool(given.data, chance, given.written)
        # Each chunk a fair sample, so that an unfinished pool is of use.
        chance.shuffle(pairs)
        write_pairs(given.out, pairs)
    pairs = read_pairs(given.out)
    model, size = Teacher(given.start), larger(given.start)
    model.load_state_dict(begun(given.start, given.teacher))
    since = time.time()
    for at in range(0, len(pairs), CHUNK):
        path = given.out / f"scores-{at // CHUNK:05d}.npy"
        if not path.exists():
            chunk = pairs[at : at + CHUNK]
            if given.states:
                scores, states = states_of(model, size.tokenizer(), chunk)
                write_states(path, states)
            else:
                texts = [(pair.premise, pair.hypothesis) for pair in chunk]
                scores = logits_of(model, len(LABELS), texts, size, half=given.half)
            np.save(path, scores)
            print(
                f"{min(at + CHUNK, len(pairs))} of {len(pairs)}, {(time.time() - since) / 60:.1f} minutes", flush=True
            )


if __name__ == "__main__":
    main()
