"""What a larger model holds of each word's tag: marginals of its linear chain, for the small one to learn from.

A chain's score is linear in single tags and pairs of tags, so the cross-entropy of whole sequences under two chains
needs these marginals alone (Wang et al. 2020, "Structure-level knowledge distillation for multilingual sequence
labeling").
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]


class Posterior(NamedTuple):
    """Of T words and K tags: the chance of each tag, T×K, and of each pair with the word before, T×K×K.

    The first word's pairs are with O, after which every sequence starts.
    """

    single: Floats
    pairs: Floats

    def window(self, low: int, high: int) -> "Posterior":
        """The words from `low` to `high` as a sequence of their own: what runs on at its start begins there."""
        single = self.single[low:high].astype(np.float32)
        pairs = self.pairs[low:high].astype(np.float32)
        for inside in range(2, single.shape[1], 2):
            single[0, inside - 1] += single[0, inside]
            single[0, inside] = 0
            if len(pairs) > 1:
                pairs[1, inside - 1] += pairs[1, inside]
                pairs[1, inside] = 0
        pairs[0] = 0
        pairs[0, 0] = single[0]
        return Posterior(single, pairs)


def posterior_of(emissions: Floats, moves: Floats) -> Posterior:
    """The marginals of a chain with these scores of tags, T×K, and of moves, K×K, by forward and backward sums."""
    words, tags = emissions.shape
    ahead = np.zeros((words, tags))
    back = np.zeros((words, tags))
    ahead[0] = emissions[0] + moves[0]
    for t in range(1, words):
        ahead[t] = _sum_over(ahead[t - 1][:, None] + moves, 0) + emissions[t]
    for t in range(words - 2, -1, -1):
        back[t] = _sum_over(moves + (emissions[t + 1] + back[t + 1])[None, :], 1)
    whole = _sum_over(ahead[-1], 0)
    single = np.exp(ahead + back - whole)
    pairs = np.zeros((words, tags, tags))
    pairs[0, 0] = single[0]
    pairs[1:] = np.exp(ahead[:-1, :, None] + moves + (emissions[1:] + back[1:])[:, None, :] - whole)
    return Posterior(single.astype(np.float16), pairs.astype(np.float16))


def _sum_over(scores: Floats, axis: int) -> Floats:
    most = scores.max(axis=axis, keepdims=True)
    return np.log(np.exp(scores - most).sum(axis=axis)) + most.squeeze(axis)


def read_posteriors(folder: Path) -> dict[str, Posterior]:
    """What `training.attribution_scores` wrote, by the ids of the texts."""
    moves = np.load(folder / "moves.npy")
    found = {}
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as told:
            found |= {name: posterior_of(told[name].astype(np.float32), moves) for name in told.files}
    return found
