"""Scored pairs on disk, and a teacher's states of a batch."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.entailment_sets import Pair
from training.pools import padded, states_taught, taught, write_pairs, write_states


def test_what_is_scored_so_far_comes_back_in_order(tmp_path: Path) -> None:
    pairs = [Pair("A dam broke.", "The dam held.", 4), Pair("It rained.", "It was “wet”.", 7), Pair("a", "b", 2)]
    write_pairs(tmp_path, pairs)
    np.save(tmp_path / "scores-00000.npy", np.ones((1, 3)))
    np.save(tmp_path / "scores-00001.npy", np.zeros((1, 3)))
    told, scores = taught(tmp_path)
    assert told == pairs[:2]
    assert scores.tolist() == [[1, 1, 1], [0, 0, 0]]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=5), st.data())
def test_states_stand_at_the_pieces_they_are_of(sizes: list[int], data: st.DataObject) -> None:
    chance = np.random.default_rng(data.draw(st.integers(0, 99)))
    states = [chance.normal(size=(2, size, 3)).astype(np.float16) for size in sizes]
    lengths = [size + data.draw(st.integers(0, 1)) for size in sizes]
    told, both = padded(states, lengths, max(lengths))
    for row, (each, length) in enumerate(zip(states, lengths, strict=True)):
        if each.shape[1] == length:
            assert (told[:, row, :length] == each).all()
            assert both[row].sum() == length
        else:
            assert not both[row].any(), "a pair that was cut otherwise teaches no states"


def test_states_come_back_pair_by_pair(tmp_path: Path) -> None:
    chunks = [[np.full((2, size, 3), size, dtype=np.float16) for size in sizes] for sizes in ((2, 1), (3,))]
    for number, states in enumerate(chunks):
        write_states(tmp_path / f"scores-{number:05d}.npy", states)
    assert [each.shape[1] for each in states_taught(tmp_path)] == [2, 1, 3]
    assert [float(each.mean()) for each in states_taught(tmp_path)] == [2, 1, 3]
