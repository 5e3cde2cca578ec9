"""How many pairs comparing judges a second, and what one more document costs in a small record and in a large one."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from growth import grow, print_times
from onrecord import annotate
from onrecord.comparing import compare
from onrecord.comparing.judging import Judge, Judging
from onrecord.language import clashes, entailment
from onrecord.language.cross_encoder import WORKERS
from onrecord.model.errors import AnnotatingError
from onrecord.record import Record
from topics import generated

DISPUTES = 12
"""Invented disputes whose documents are compared for the rate."""


class Timed:
    """A shipped model with a stopwatch."""

    def __init__(self, model: Judge) -> None:
        self._model = model
        self.pairs = 0
        self.seconds = 0.0

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        """What the model says."""
        began = time.perf_counter()
        told = self._model(pairs)
        self.seconds += time.perf_counter() - began
        self.pairs += len(pairs)
        return told


def print_speed(documents: int) -> None:
    """Print the rate, then the times of one more document at 1,000 documents and at the last."""
    _print_rate()
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "growth.db") as record:
        print_times(grow(record, documents, sparse=True))


def _print_rate() -> None:
    try:
        entailment.entailment_model()
        clashes.clash_model()
    except AnnotatingError as error:
        print(f"the models' rates are not measured: {error}")
        return
    timed, reading = Timed(entailment.judge), Timed(clashes.clashes_of)
    judging = Judging(timed, reading)
    times, first = [], []
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "rate.db") as record:
        for topic in generated(DISPUTES, "tune", seed=9):
            for document in topic.documents.values():
                annotated = annotate(document)
                with record.transaction():
                    kept = record.keep(annotated)
                    asked, began = timed.pairs, time.perf_counter()
                    compare(record, kept.document, questions=kept.questions, judging=judging)
                    times.append((time.perf_counter() - began) * 1000)
                    first.append(timed.pairs - asked)
    for model, what in ((timed, "clauses judged"), (reading, "claims read in their places")):
        print(
            f"{model.pairs / max(model.seconds, 1e-9):.0f} pairs of {what} a second on {WORKERS} threads, "
            f"of {model.pairs:,}"
        )
    print(
        f"comparing one of {len(times)} documents of {DISPUTES} disputes: median {statistics.median(times):.0f} ms, "
        f"longest {max(times):.0f} ms; {statistics.median(first):.0f} pairs of clauses judged at the median"
    )
