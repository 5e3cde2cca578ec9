"""Train the cross-encoder that reads what a later clause tells of an undertaking. Seeded, resumable, one command.

    PYTHONPATH=src python -m training.outcome_pairs --to PAIRS.jsonl
    PYTHONPATH=src python -m training.outcome_pairs benchmarks/labelled/series/{open,press,plain} --to WATCHED.jsonl
    PYTHONPATH=src python -m training.outcomes --pairs PAIRS.jsonl --watched WATCHED.jsonl --out RUN

It starts from the entailment model that ships. Pairs that only look linked are read in every epoch, of the others as
many as are drawn. `python -m training.export_entailment --model outcomes --runs RUN` writes what ships.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor

from onrecord.language.outcomes import LABELS
from training.cross_encoder import CrossEncoder
from training.entailment_sets import Pair
from training.finetuning import Task, add_options, finetune, ranked, scored
from training.outcome_pairs import OutcomePair
from training.shipped import shipped_state

START = Path("src/onrecord/models/entailment/entailment.int8.onnx")
GROWN_FROM = (1, 1, 0, 0, 2, 2)
"""Which row of the entailment model's last layer each label's row begins as."""
CLEARLY = 0.25
"""What an undertaking and a clause share, weighed, to look linked."""


def read_outcome_pairs(path: Path) -> list[OutcomePair]:
    """The pairs of a file whose label is not left open."""
    decoder = msgspec.json.Decoder(OutcomePair)
    return [pair for line in path.read_bytes().splitlines() if (pair := decoder.decode(line)).status]


def drawn(pairs: Sequence[OutcomePair], each: float, chance: random.Random) -> list[Pair]:
    """An epoch's pairs: the linked ones, those that look linked, and so many others for each linked one."""
    linked = [pair for pair in pairs if pair.status != "none"]
    tempting = [pair for pair in pairs if pair.status == "none" and pair.mass >= CLEARLY]
    others = [pair for pair in pairs if pair.status == "none" and pair.mass < CLEARLY]
    chosen = linked + tempting + chance.sample(others, min(len(others), round(each * len(linked))))
    return [Pair(pair.told, pair.undertaken, 1 << LABELS.index(pair.status)) for pair in chosen]


def report(pairs: Sequence[OutcomePair], told: np.ndarray) -> dict[str, float]:
    """How well linked pairs are ranked before others, and how often a linked pair's status is right."""
    linked = np.array([pair.status != "none" for pair in pairs])
    gold = np.array([LABELS.index(pair.status) for pair in pairs])
    named = told[linked, 1:].argmax(1) + 1 == gold[linked]
    return ranked(1 - told[:, 0], linked, 0.85) | {"status": round(float(named.mean()), 4)}


def started(path: Path) -> dict[str, Tensor]:
    """The weights of an earlier run, or the entailment model's with a row for each label of outcomes."""
    if path.suffix != ".onnx":
        earlier: dict[str, Tensor] = torch.load(path, weights_only=True)
        return earlier
    state = shipped_state(path)
    for name in ("out.weight", "out.bias"):
        state[name] = state[name][list(GROWN_FROM)]
    return state


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True)
    parser.add_argument("--watched", type=Path, required=True, help="pairs that are scored after each epoch")
    parser.add_argument("--start", type=Path, default=START)
    parser.add_argument("--others", type=float, default=2.0, help="unlike pairs for each linked one")
    add_options(parser)
    given = parser.parse_args()
    pairs = [pair for path in given.pairs for pair in read_outcome_pairs(path)]
    watched = read_outcome_pairs(given.watched)
    texts = [(pair.told, pair.undertaken) for pair in watched]

    def measured(model: CrossEncoder) -> dict[str, float]:
        return report(watched, scored(model, len(LABELS), texts))

    finetune(
        started(given.start), Task(len(LABELS), lambda chance: drawn(pairs, given.others, chance), measured), given
    )


if __name__ == "__main__":
    main()
