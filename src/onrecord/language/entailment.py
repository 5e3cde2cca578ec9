"""Entailment: what one proposition says of another, by a small cross-encoder.

The weights lie in `onrecord/models/entailment` (see its CARD.md) and are read once a process. Each pair is run
alone: the network is quantized with scales taken from what it is given, so that a pair run beside others would
come out differently in another company.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
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

WEIGHTS = "entailment.int8.onnx"
LABELS = ("entailment", "neutral", "contradiction")
"""What the three numbers of a pair stand for."""
LONGEST = 128
"""Pieces of both propositions and the marks between; the hypothesis keeps at most half, the premise the rest."""
WORKERS = min(2, os.cpu_count() or 1)
"""Pairs that run side by side, each on one thread."""
TEMPERATURE = 1.0
"""What logits are divided by, so that probabilities are as often right as they say (measured; see CARD.md)."""


class EntailmentModel:
    """Tokenizer and network together."""

    def __init__(self, tokenizer: "Tokenizer", run: Run) -> None:
        self._tokenizer = tokenizer
        self._run = run

    def probabilities(self, pairs: Sequence[tuple[str, str]], workers: int = WORKERS) -> Floats:
        """For each (premise, hypothesis) the probabilities of entailment, neutrality and contradiction: n×3."""
        wanted = sorted(set(pairs))
        if workers > 1 and len(wanted) > 1:
            with ThreadPoolExecutor(workers) as pool:
                found = list(pool.map(self._one, wanted))
        else:
            found = [self._one(pair) for pair in wanted]
        row = dict(zip(wanted, found, strict=True))
        return np.stack([row[pair] for pair in pairs]) if pairs else np.zeros((0, len(LABELS)), dtype=np.float32)

    def _one(self, pair: tuple[str, str]) -> Floats:
        logits = self._run(*inputs(self._tokenizer, pair))[0] / TEMPERATURE
        raised = np.exp(logits - logits.max())
        told: Floats = (raised / raised.sum()).astype(np.float32)
        return told


def judge(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Probabilities of entailment, neutrality and contradiction of each (premise, hypothesis), by the shipped model.

    Raises `AnnotatingError` where the weights are missing.
    """
    return entailment_model().probabilities(pairs)


@lru_cache(maxsize=1)
def entailment_model() -> EntailmentModel:
    """The shipped model, loaded once a process."""
    models = resources.files("onrecord") / "models"
    if not (models / "entailment" / WEIGHTS).is_file():
        raise AnnotatingError(
            "E205",
            f"the entailment model's weights are missing: models/entailment/{WEIGHTS}",
            remedy="Install onrecord again: the weights are part of the package",
        )
    return open_model(models / "entailment", models / "encoder")


def open_model(folder: Traversable, vocabulary: Traversable) -> EntailmentModel:
    """A model from a folder with its weights, and the folder with the tokenizer, which it shares with the encoder."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        (folder / WEIGHTS).read_bytes(), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW
    )

    def run(ids: Integers, kinds: Integers, mask: Integers) -> Floats:
        logits: Floats = session.run(None, {"ids": ids, "kinds": kinds, "mask": mask})[0]
        return logits

    return EntailmentModel(Tokenizer.from_str((vocabulary / "tokenizer.json").read_text(encoding="utf-8")), run)


def inputs(tokenizer: "Tokenizer", pair: tuple[str, str]) -> tuple[Integers, Integers, Integers]:
    """A batch of one: pieces, their kinds (0 premise, 1 hypothesis) and the mask; cut to `LONGEST` pieces."""
    premise, hypothesis = (tokenizer.encode(text, add_special_tokens=False).ids for text in pair)
    hypothesis = hypothesis[: LONGEST // 2]
    premise = premise[: LONGEST - 3 - len(hypothesis)]
    ids = np.array([[CLS, *premise, SEP, *hypothesis, SEP]], dtype=np.int64)
    kinds = np.array([[0] * (len(premise) + 2) + [1] * (len(hypothesis) + 1)], dtype=np.int64)
    return ids, kinds, np.ones_like(ids)
