"""Vectors of claims read in their places: those that answer one another lie near (training/claim_vectors.py).

A vector is a weighed sum over word pieces, of the clause and, for less, of what stands around it. That reads a claim in
some 0.1 ms, tells what two claims are about however little they share of their words, and knows nothing of who did what
to whom: it chooses what the models read.
"""

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.comparing.in_place import around_of
from onrecord.comparing.sides import Side
from onrecord.language.tokenizing import piece_ids

Floats = npt.NDArray[np.float32]

STEPS = 127
"""The length of a vector, whose numbers are whole: so products are exact, in whatever order they are summed."""


class Table(NamedTuple):
    """The directions of pieces, what each weighs in a clause and around it, and what its surroundings count for."""

    directions: npt.NDArray[np.int8]
    of_clause: Floats
    of_around: Floats
    mixed: float


def near(one: Side, other: Side) -> float:
    """The cosine of two claims' vectors, between -1 and 1."""
    return round(float(_vector(one) @ _vector(other)) / STEPS**2, 4)


def all_near(mine: Sequence[Floats], theirs: Sequence[Floats]) -> Floats:
    """The cosines of each of some vectors with each of others: mine × theirs."""
    told: Floats = np.stack(mine) @ np.stack(theirs).T / np.float32(STEPS**2)
    return told


@lru_cache(maxsize=16_384)
def vector_of(clause: str, around: str) -> Floats:
    """The vector of a clause with what stands around it; all 0 where it holds no word."""
    table = _table()
    whole = _summed(table, clause, table.of_clause) + table.mixed * _summed(table, around, table.of_around)
    return np.round(_of_length(whole) * STEPS)


def _vector(side: Side) -> Floats:
    return vector_of(side.claim.text, around_of(side.told))


def _summed(table: Table, text: str, weights: Floats) -> Floats:
    ids = piece_ids(text)
    return _of_length(weights[ids] @ table.directions[ids].astype(np.float32))


def _of_length(vector: Floats) -> Floats:
    """A vector of length 1, or one of zeros."""
    length = np.linalg.norm(vector)
    told: Floats = vector / length if length else vector
    return told


@lru_cache(maxsize=1)
def _table() -> Table:
    return read_table((files("onrecord.comparing") / "data" / "claim_vectors.npz").read_bytes())


def read_table(data: bytes) -> Table:
    """A table as `training/claim_vectors.py` wrote it."""
    with np.load(io.BytesIO(data)) as held:
        weights = [held[name].astype(np.float32) for name in ("of_clause", "of_around")]
        return Table(held["directions"], weights[0], weights[1], float(held["mixed"]))
