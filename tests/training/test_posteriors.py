"""Marginals of a chain: what they are by listing every sequence, and how a window of them reads."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.posteriors import Posterior, posterior_of

TAGS = 3  # O, begin, inside
FORBIDDEN = -10000.0


def chain(seed: int, words: int) -> tuple[np.ndarray, np.ndarray]:
    """Scores of a chain in which the inside tag only follows begin or itself."""
    chance = np.random.default_rng(seed)
    moves = chance.normal(size=(TAGS, TAGS))
    moves[0, 2] = FORBIDDEN
    return chance.normal(size=(words, TAGS)), moves


def by_listing(emissions: np.ndarray, moves: np.ndarray) -> Posterior:
    """The same from the definition."""
    single = np.zeros(emissions.shape)
    pairs = np.zeros((len(emissions), TAGS, TAGS))
    for path in product(range(TAGS), repeat=len(emissions)):
        before = (0, *path[:-1])
        score = sum(emissions[t, tag] + moves[before[t], tag] for t, tag in enumerate(path))
        for t, tag in enumerate(path):
            single[t, tag] += np.exp(score)
            pairs[t, before[t], tag] += np.exp(score)
    return Posterior(single / single[0].sum(), pairs / single[0].sum())


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_marginals_are_those_of_all_sequences(seed: int, words: int) -> None:
    emissions, moves = chain(seed, words)
    told, listed = posterior_of(emissions, moves), by_listing(emissions, moves)
    assert told.single == pytest.approx(listed.single, abs=2e-3)
    assert told.pairs == pytest.approx(listed.pairs, abs=2e-3)


@given(st.integers(0, 10_000), st.integers(2, 6), st.data())
def test_a_window_holds_together_by_itself(seed: int, words: int, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, words - 1))
    high = data.draw(st.integers(low + 1, words))
    told = posterior_of(*chain(seed, words)).window(low, high)
    assert told.single.sum(1) == pytest.approx(np.ones(high - low), abs=5e-3)
    assert told.pairs.sum(1) == pytest.approx(told.single, abs=5e-3), "each word's pairs end in its tags"
    assert told.pairs[1:].sum(2) == pytest.approx(told.single[:-1], abs=5e-3), "and start in those of the one before"
    assert told.single[0, 2] == 0, "nothing runs on from outside"
