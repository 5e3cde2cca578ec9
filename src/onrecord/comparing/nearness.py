"""How near two words are in meaning, by a table of vectors (training/word_vectors.py): "midwives" and "midwifery"."""

import io
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

FAMILY = 0.9
"""What words of one root count for: "drains" and "drainage"."""

LEAST = 0.42
"""Below this cosine two words have nothing to do with each other that anybody would say."""

SHORTEST_ROOT = 4
ROOT = 6
"""Letters that two words begin with alike, whatever they end in, when they are of one root."""


class _Vectors(NamedTuple):
    rows: dict[str, int]
    vectors: npt.NDArray[np.float32]


@lru_cache(maxsize=200_000)
def near(one: str, other: str) -> float:
    """Between 0 (nothing in common) and 1 (the same) for two stems."""
    if one == other:
        return 1.0
    if one[:1].isdigit() or other[:1].isdigit():
        return 0.0
    if of_one_root(one, other):
        return FAMILY
    table = _vectors()
    mine, theirs = table.rows.get(one), table.rows.get(other)
    if mine is None or theirs is None:
        return 0.0
    cosine = float(table.vectors[mine] @ table.vectors[theirs])
    return round(cosine, 3) if cosine >= LEAST else 0.0


def of_one_root(one: str, other: str) -> bool:
    """Whether two stems differ in their endings alone."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_ROOT:
        return False
    if long.startswith(short):
        return len(short) >= 0.55 * len(long)
    return len(short) > ROOT and long[:ROOT] == short[:ROOT] and len(long) - len(short) < SHORTEST_ROOT


@lru_cache(maxsize=1)
def _vectors() -> _Vectors:
    data = (files("onrecord.comparing") / "data" / "word_vectors.npz").read_bytes()
    with np.load(io.BytesIO(data)) as held:
        stems = str(held["stems"]).split("\n")
        vectors = held["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return _Vectors({stem: row for row, stem in enumerate(stems)}, vectors)
