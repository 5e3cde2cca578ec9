"""The encoder: one pass of a small transformer over a document, whose heads serve attribution and names.

The weights lie in `onrecord/models/encoder` (see its CARD.md) and are read once a process.
"""

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.language.pieces import CLS, SEP, Integers, Pieces, cut_into_pieces, windows
from onrecord.model.errors import AnnotatingError
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Run = Callable[[Integers, Integers, Integers], Sequence[Floats]]
"""Word pieces, cases and quotation features of a window to what each head says of its pieces."""

WEIGHTS = "encoder.int8.onnx"
SLOW = ["SkipLayerNormFusion"]
"""Operations fused by the runtime into one that takes four times what they take apart: a tenth of the whole pass."""
STRETCH = 4_096
"""Words whose best path is traced back at once, which bounds memory."""
ROUNDING = 0.01
"""More than the sums of a path's scores are off by."""
THREADS = 1
"""Of one session: documents are annotated side by side by processes, and threads that wait for each other spin."""


class Encoded(NamedTuple):
    """What the heads say of each word of the pieces: one row a word; links in half precision, for they are wide."""

    pieces: Pieces
    spans: Floats
    names: Floats
    links: npt.NDArray[np.float16]
    decoding: "Decoding"


class Decoding(NamedTuple):
    """What decoding needs beside the heads' outputs: learned tables and tuned thresholds."""

    span_moves: Floats
    name_moves: Floats
    source_distance: Floats
    content_distance: Floats
    content_rank: Floats
    calibration: Floats
    thresholds: dict[str, float]

    @classmethod
    def from_json(cls, text: str | bytes) -> "Decoding":
        """Read what `training/encoder.py` wrote."""
        given = json.loads(text)
        thresholds = given.pop("thresholds")
        tables = {name: np.asarray(table, dtype=np.float32) for name, table in given.items()}
        return cls(**tables, thresholds=thresholds)


class Encoder:
    """Tokenizer, network and decoding tables together."""

    def __init__(self, tokenizer: "Tokenizer", run: Run, decoding: Decoding) -> None:
        self.tokenizer = tokenizer
        self.run = run
        self.decoding = decoding

    def encode(self, text: str, paragraphs: Sequence[Span]) -> Encoded:
        """Run the paragraphs, each word read in the window that shows most of what is around it."""
        pieces = cut_into_pieces(self.tokenizer, text, paragraphs)
        return self.encode_pieces(pieces)

    def encode_pieces(self, pieces: Pieces) -> Encoded:
        """Run pieces that are cut already."""
        ranges = windows(pieces)
        owner = _owners(ranges, len(pieces.ids))
        outputs: list[list[npt.NDArray[Any]]] = [[], [], []]
        for number, (start, end) in enumerate(ranges):
            found = self.run(*_inputs(pieces, start, end))  # one at a time: batches gain nothing and cost padding
            low, high = np.searchsorted(pieces.first, (start, end))
            mine = pieces.first[low:high]
            mine = mine[owner[mine] == number] - start + 1
            for rows, output in zip(outputs, found, strict=True):
                rows.append(output[0, mine].astype(np.float16 if rows is outputs[-1] else np.float32))
        if not ranges:
            outputs = [[np.zeros((0, 1), dtype=kind)] for kind in (np.float32, np.float32, np.float16)]
        spans, names, links = (np.concatenate(rows) for rows in outputs)
        return Encoded(pieces, spans, names, links, self.decoding)


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The shipped encoder, loaded once a process."""
    folder = resources.files("onrecord") / "models" / "encoder"
    if not (folder / WEIGHTS).is_file():
        raise AnnotatingError(
            "E205",
            f"the encoder's weights are missing: models/encoder/{WEIGHTS}",
            remedy="Install onrecord again: the weights are part of the package",
        )
    return open_encoder(folder)


def open_encoder(folder: Traversable) -> Encoder:
    """An encoder from a folder with its weights, its tokenizer and its decoding tables."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        (folder / WEIGHTS).read_bytes(), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW
    )

    def run(ids: Integers, cases: Integers, quotes: Integers) -> Sequence[Floats]:
        given = {"ids": ids, "cases": cases, "quotes": quotes}
        found: Sequence[Floats] = session.run(None, given)
        return found

    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    return Encoder(tokenizer, run, Decoding.from_json((folder / "decoding.json").read_bytes()))


def best_path(emissions: Floats, moves: Floats) -> Integers:
    """The best sequence of tags: a Viterbi pass over a chain that starts after tag 0."""
    length = len(emissions)
    if not length:
        return np.zeros(0, dtype=np.int64)
    scores, through = np.empty_like(emissions), np.empty_like(moves)
    scores[0] = emissions[0] + moves[0]
    columns = scores[:, :, None]
    for before, score, emission in zip(columns, scores[1:], emissions[1:], strict=False):  # written to in place
        np.add(before, moves, through)
        np.maximum.reduce(through, 0, None, score)
        np.add(score, emission, score)
    path = [int(scores[-1].argmax())]
    for after in range(length - 1, 0, -STRETCH):
        before_each = (columns[max(0, after - STRETCH) : after] + moves).argmax(1).tolist()
        for before_tag in reversed(before_each):
            path.append(before_tag[path[-1]])
    return np.asarray(path[::-1], dtype=np.int64)


def best_sparse_path(emissions: Floats, moves: Floats) -> Integers:
    """`best_path` where most words are surely outside: it is sought in the stretches between these alone."""
    path = np.zeros(len(emissions), dtype=np.int64)
    edges = np.diff(_may_be_inside(emissions, moves).astype(np.int8), prepend=0, append=0)
    for low, high in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        path[low:high] = best_path(emissions[low : high + 1], moves)[: high - low]  # with the word outside behind it
    return path


def _may_be_inside(emissions: Floats, moves: Floats) -> npt.NDArray[np.bool_]:
    """Which words a run of begin and inside tags on the best path may have: without the others the path is no worse.

    A run is worth what its tags gain over tag 0, and at most what moves in, on and out of it bring. None that is
    worth less than nothing from its first word on is on the best path, nor one that is so from some word on.
    """
    begin = np.arange(1, len(moves), 2)
    inside, others = begin + 1, np.array([0, *begin])
    into = (moves[:, begin] - moves[:, :1]).max(0)
    on = np.maximum(
        moves[begin, inside] - np.minimum(moves[begin, 0], moves[0, 0]),
        moves[inside, inside] - np.minimum(moves[inside, 0], moves[0, 0]),
    )
    out = np.maximum(0, (np.maximum(moves[begin][:, others], moves[inside][:, others]) - moves[0, others]).max(1))
    gains = (emissions[:, inside] - emissions[:, :1] + on).astype(np.float64)
    sums = np.cumsum(gains, 0)
    further = np.maximum.accumulate(sums[::-1], 0)[::-1] - sums + gains + out
    behind = np.maximum(np.concatenate((further[1:], out[None])), out)
    begins = emissions[:, begin] - emissions[:, :1] + into + behind > -ROUNDING
    goes_on = further > -ROUNDING
    at = np.arange(len(emissions))[:, None]
    last_begun = np.maximum.accumulate(np.where(begins, at, -1), 0)
    last_begun = np.concatenate((np.full((1, len(begin)), -1), last_begun[:-1]))
    last_out = np.maximum.accumulate(np.where(goes_on, -1, at), 0)
    may: npt.NDArray[np.bool_] = (begins | (goes_on & (last_begun >= 0) & (last_begun >= last_out))).any(1)
    return may


def shares_of(scores: Floats) -> Floats:
    """How much of each row's probability each column has, the rows beside it left aside."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def runs_of(path: Integers, begins_paragraph: npt.NDArray[np.bool_]) -> list[tuple[int, int, int]]:
    """Runs of equal kind in a path of begin and inside tags: (kind's begin tag, first word, past the last)."""
    found: list[tuple[int, int, int]] = []
    kind, since = 0, 0
    for word, tag in enumerate([*path.tolist(), 0]):
        begin = tag - 1 if tag and tag % 2 == 0 else tag
        fresh = tag % 2 == 1 or begin != kind or (word < len(path) and begins_paragraph[word])
        if kind and (fresh or not tag):
            found.append((kind, since, word))
        if tag and (fresh or not kind):
            since = word
        kind = begin
    return found


def _owners(ranges: Sequence[tuple[int, int]], total: int) -> Integers:
    """For each piece, the window in which it stands farthest from an edge that cuts the text."""
    best = np.full(total, -1, dtype=np.int64)
    owner = np.zeros(total, dtype=np.int64)
    for number, (start, end) in enumerate(ranges):
        at = np.arange(start, end)
        left = at - start if start else np.full(end - start, total)
        right = end - 1 - at if end < total else np.full(end - start, total)
        room = np.minimum(left, right)
        better = room > best[start:end]
        best[start:end][better] = room[better]
        owner[start:end][better] = number
    return owner


def _inputs(pieces: Pieces, start: int, end: int) -> tuple[Integers, Integers, Integers]:
    """A window's ids, cases and quotation features, with the marks at its ends: a batch of one."""
    ids, cases, quotes = (np.zeros((1, end - start + 2), dtype=np.int64) for _ in range(3))
    ids[0, 0], ids[0, -1] = CLS, SEP
    for given, row in ((pieces.ids, ids), (pieces.cases, cases), (pieces.quotes, quotes)):
        row[0, 1:-1] = given[start:end]
    return ids, cases, quotes
