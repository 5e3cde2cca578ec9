"""Pairs that a larger model has scored, on disk: `training.distil` writes them, `training.entailment` reads them."""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.entailment_sets import Pair

Floats = npt.NDArray[np.floating]


def write_pairs(folder: Path, pairs: list[Pair]) -> None:
    """One pair a line."""
    with (folder / "pairs.jsonl").open("w", encoding="utf-8") as file:
        for pair in pairs:
            file.write(json.dumps([pair.premise, pair.hypothesis, pair.allowed], ensure_ascii=False) + "\n")


def read_pairs(folder: Path) -> list[Pair]:
    """All pairs of a pool, scored or not."""
    lines = (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [Pair(*json.loads(line)) for line in lines]


def taught(folder: Path) -> tuple[list[Pair], Floats]:
    """The pairs that a teacher has scored so far, and its scores n×3."""
    told = np.concatenate([np.load(path) for path in sorted(folder.glob("scores-*.npy"))])
    return read_pairs(folder)[: len(told)], told


def states_taught(folder: Path) -> list[Floats]:
    """Of each pair scored so far the teacher's states L×T×H, read from disk only when they are looked at."""
    found: list[Floats] = []
    for path in sorted(folder.glob("states-*.npy")):
        states = np.load(path, mmap_mode="r")
        ends = np.load(path.with_name(path.name.replace("states", "ends"))).tolist()
        found += [states[:, start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]
    return found


def write_states(path: Path, states: list[Floats]) -> None:
    """The states of a chunk's pairs end to end, beside the scores at `path`."""
    np.save(path.with_name(path.name.replace("scores", "states")), np.concatenate(states, axis=1))
    ends = np.cumsum([each.shape[1] for each in states])
    np.save(path.with_name(path.name.replace("scores", "ends")), ends)


def padded(states: list[Floats], lengths: list[int], width: int) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """The states of a batch's pairs, L×B×T×H, and which pieces they are of: a pair that was cut otherwise has none."""
    layers, _, size = states[0].shape
    told = np.zeros((layers, len(states), width, size), dtype=np.float32)
    both = np.zeros((len(states), width), dtype=bool)
    for row, (each, length) in enumerate(zip(states, lengths, strict=True)):
        if each.shape[1] == length:
            told[:, row, :length] = each
            both[row, :length] = True
    return told, both
