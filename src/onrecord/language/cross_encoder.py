"""A cross-encoder: a small network that reads two texts together and tells how likely each of some labels is.

Each pair is run alone: the network is quantized with scales taken from what it is given, so that a pair run beside
others would come out differently in another company.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from onrecord.language.encoder import SLOW
from onrecord.language.pieces import CLS, SEP, Integers
from onrecord.model.errors import AnnotatingError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Run = Callable[[Integers, Integers, Integers], Floats]

LONGEST = 160
"""Pieces of both texts and the marks between. With 128 every second pair of PolNeAR's claims in their places lost the
end of a sentence; now one in nine does."""
WORKERS = min(2, os.cpu_count() or 1)
"""Pairs that run side by side, each on one thread."""


class CrossEncoder:
    """Tokenizer and network together; the network gives a row of as many logits as there are `labels`."""

    def __init__(self, tokenizer: "Tokenizer", run: Run, labels: int) -> None:
        self._tokenizer = tokenizer
        self._run = run
        self._labels = labels

    def probabilities(self, pairs: Sequence[tuple[str, str]], workers: int = WORKERS) -> Floats:
        """For each pair of texts the probabilities of the labels: pairs × labels."""
        wanted = sorted(set(pairs))
        if workers > 1 and len(wanted) > 1:
            with ThreadPoolExecutor(workers) as pool:
                found = list(pool.map(self._one, wanted))
        else:
            found = [self._one(pair) for pair in wanted]
        row = dict(zip(wanted, found, strict=True))
        return np.stack([row[pair] for pair in pairs]) if pairs else np.zeros((0, self._labels), dtype=np.float32)

    def _one(self, pair: tuple[str, str]) -> Floats:
        logits = self._run(*inputs(self._tokenizer, pair))[0]
        raised = np.exp(logits - logits.max())
        told: Floats = (raised / raised.sum()).astype(np.float32)
        return told


def shipped_model(name: str, weights: str, labels: int) -> CrossEncoder:
    """A model that the package ships; `AnnotatingError` E205 where its weights are missing."""
    models = resources.files("onrecord") / "models"
    if not (models / name / weights).is_file():
        raise AnnotatingError(
            "E205",
            f"the weights of a model are missing: models/{name}/{weights}",
            remedy="Install onrecord again: the weights are part of the package",
        )
    return open_model(models / name / weights, models / "encoder", labels)


def open_model(weights: Traversable, vocabulary: Traversable, labels: int) -> CrossEncoder:
    """A model from a file of weights, and the folder with the tokenizer, which it shares with the encoder."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        weights.read_bytes(), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW
    )

    def run(ids: Integers, kinds: Integers, mask: Integers) -> Floats:
        logits: Floats = session.run(None, {"ids": ids, "kinds": kinds, "mask": mask})[0]
        return logits

    tokenizer = Tokenizer.from_str((vocabulary / "tokenizer.json").read_text(encoding="utf-8"))
    return CrossEncoder(tokenizer, run, labels)


def fitting(first: list[int], second: list[int]) -> tuple[list[int], list[int]]:
    """As many pieces of two texts as are read at once: half of the room each, and what the other leaves free."""
    room = LONGEST - 3
    second = second[: max(room // 2, room - len(first))]
    return first[: room - len(second)], second


def inputs(tokenizer: "Tokenizer", pair: tuple[str, str]) -> tuple[Integers, Integers, Integers]:
    """A batch of one: pieces, their kinds (0 in the first text, 1 in the second) and the mask; at most `LONGEST`."""
    first, second = fitting(*(tokenizer.encode(text, add_special_tokens=False).ids for text in pair))
    ids = np.array([[CLS, *first, SEP, *second, SEP]], dtype=np.int64)
    kinds = np.array([[0] * (len(first) + 2) + [1] * (len(second) + 1)], dtype=np.int64)
    return ids, kinds, np.ones_like(ids)
