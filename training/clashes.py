"""Train the cross-encoder that reads whether two claims clash, each in its place. Seeded, resumable, one command.

    PYTHONPATH=src python -m training.clash_pairs --to PAIRS.jsonl
    PYTHONPATH=src python -m training.clash_pairs --press DATA --to PRESS.jsonl
    PYTHONPATH=src python -m training.clash_pairs --part c --to WATCHED.jsonl
    PYTHONPATH=src python -m training.clashes --pairs PAIRS.jsonl --watched WATCHED.jsonl --out RUN
    PYTHONPATH=src python -m training.clashes --start RUN/final.pt --press PRESS.jsonl … --out RUN2
    PYTHONPATH=src python -m training.clashes --mpnet MPNET --entailment 9000 … --out LARGER
    PYTHONPATH=src python -m training.clashes --start RUN2/final.pt --taught POOL … --out RUN3

It starts from the entailment model that ships, whose labels it keeps. Every pair that a label names is read in each
epoch, one way round or the other; of the rest as many are drawn as the dispute has labels, of those that share most
and of all others. Of pairs of the press those are read that the weights it starts from take for a clash wrongly.
The third command trains a larger model (`training.teacher`) that never ships: what it says of a pool of pairs, which
`training.distil --clashes` writes, is what the fourth learns from beside the labels.
`python -m training.export_entailment --model clashes --runs RUN` writes what ships.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.language.clashes import LABELS
from training.clash_pairs import ClashPair, read_pairs
from training.cross_encoder import CrossEncoder
from training.entailment_sets import Pair
from training.finetuning import SMALL, Lesson, Task, add_options, finetune, ranked, scored
from training.pools import taught
from training.shipped import shipped_state
from training.teacher import begun, larger, pairs_of

START = Path("src/onrecord/models/entailment/entailment.int8.onnx")
ALLOWED = {"agree": 0b011, "neither": 0b010, "clash": 0b100}
"""Labels as sets, one bit a label: what agrees need not follow."""
PRESS = 6000
"""Pairs of the press that are looked at for false alarms."""
ALARM = 0.5
LIKELY_AMONG = 1.5
"""Of so many times the likely ones that are drawn, the most alike, they are drawn."""
PRECISION = 0.7
"""Where the watched pairs' recall is measured."""


def read_clash_pairs(path: Path) -> list[ClashPair]:
    """The pairs of a file whose label is not left open."""
    return [pair for pair in read_pairs(path) if pair.label]


def alarms(pairs: Sequence[ClashPair], state: dict[str, Tensor]) -> list[Pair]:
    """Those of some unlabelled pairs that a model takes for a clash."""
    told = random.Random(1).sample(pairs, min(len(pairs), PRESS))
    model = CrossEncoder(labels=len(LABELS))
    model.load_state_dict(state)
    found = scored(model, len(LABELS), [(pair.one, pair.other) for pair in told])[:, LABELS.index("clash")]
    return [
        Pair(pair.one, pair.other, ALLOWED[pair.label])
        for pair, clash in zip(told, found, strict=True)
        if clash >= ALARM
    ]


def drawn(pairs: Sequence[ClashPair], likely: float, others: float, chance: random.Random) -> list[Pair]:
    """An epoch's pairs: the labelled ones, and for each so many of the likely and of the other ones of its dispute."""
    rest: dict[str, list[ClashPair]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    for pair in pairs:
        if pair.labelled:
            count[pair.topic] += 1
        else:
            rest[pair.topic].append(pair)
    chosen = [pair for pair in pairs if pair.labelled]
    for topic, found in rest.items():
        found.sort(key=lambda pair: -pair.alike)
        wanted = round(count[topic] * likely)
        near = found[: round(wanted * LIKELY_AMONG)]
        far = found[len(near) :]
        chosen += chance.sample(near, min(len(near), wanted))
        chosen += chance.sample(far, min(len(far), round(count[topic] * others)))
    chance.shuffle(chosen)
    return [
        Pair(pair.one, pair.other, ALLOWED[pair.label])
        if chance.random() < 0.5
        else Pair(pair.other, pair.one, ALLOWED[pair.label])
        for pair in chosen
    ]


def started(path: Path) -> dict[str, Tensor]:
    """The weights of an earlier run, or of a model that ships."""
    earlier: dict[str, Tensor] = shipped_state(path) if path.suffix == ".onnx" else torch.load(path, weights_only=True)
    return earlier


def main() -> None:
    """Train, or go on training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", default=[])
    parser.add_argument("--watched", type=Path, required=True, help="pairs that are scored after each epoch")
    parser.add_argument("--press", type=Path, help="unlabelled pairs of the press")
    parser.add_argument("--start", type=Path, help="weights of an earlier run, or the ONNX file that ships")
    parser.add_argument("--mpnet", type=Path, help="the folder that holds MPNet: train that in place of the small one")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/entailment"))
    parser.add_argument("--entailment", type=int, default=0, help="of an epoch's pairs, some of bare propositions")
    parser.add_argument("--taught", type=Path, nargs="+", help="pools with a larger model's scores in place of pairs")
    parser.add_argument("--trust", type=float, default=0.7, help="weight of the larger model beside the labels")
    parser.add_argument("--temperature", type=float, default=2.0, help="what its scores are softened by")
    parser.add_argument("--likely", type=float, default=2.0, help="unlabelled pairs that share much, for each label")
    parser.add_argument("--others", type=float, default=2.0, help="other unlabelled pairs, for each label")
    add_options(parser)
    given = parser.parse_args()
    watched = sorted(read_clash_pairs(given.watched), key=lambda pair: (pair.label != "clash", -pair.alike))[:3000]
    clashing = np.array([pair.label == "clash" for pair in watched])
    texts = [(pair.one, pair.other) for pair in watched]

    def measured(model: nn.Module) -> dict[str, float]:
        told = scored(model, len(LABELS), texts, size, half=given.half)
        return ranked(told[:, LABELS.index("clash")], clashing, PRECISION)

    torch.set_num_threads(given.threads)
    size = larger(given.mpnet) if given.mpnet else SMALL
    state = begun(given.mpnet, given.start) if given.mpnet else started(given.start or START)
    if given.taught:
        pools = [taught(folder) for folder in given.taught]
        told = [pair for pool, _ in pools for pair in pool]
        lesson = Lesson(np.concatenate([scores for _, scores in pools]), given.trust, given.temperature)
        finetune(state, Task(len(LABELS), lambda _: told, measured, lesson), given, size)
        return
    pairs = [pair for path in given.pairs for pair in read_clash_pairs(path)]
    false = alarms(read_clash_pairs(given.press), state) if given.press else []
    print(f"{len(false)} false alarms of the press", flush=True)

    def epoch(chance: random.Random) -> list[Pair]:
        bare = pairs_of("all", given.data, chance) if given.entailment else []
        bare = chance.sample(bare, min(given.entailment, len(bare)))
        return drawn(pairs, given.likely, given.others, chance) + false + bare

    finetune(state, Task(len(LABELS), epoch, measured), given, size)


if __name__ == "__main__":
    main()
