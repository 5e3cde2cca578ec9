"""What the model of outcomes says of later clauses and undertakings, each pair of texts asked once."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.language.outcomes import LABELS, told_of

Telling = Callable[[Sequence[tuple[str, str]]], npt.NDArray[np.float32]]
"""Probabilities of `LABELS` for each (later clause, undertaking): n × labels."""

Likelihoods = dict[str, float]
"""How likely each of `LABELS` is."""

LONGEST = 600
"""Characters of one text that the model is shown; beyond it sees nothing."""

_REMEMBERED = 50_000
"""Texts are laid side by side again with each document of their matter: about so many pairs are kept in mind."""


class OutcomeJudging:
    """Asks a model about pairs of texts, each pair once."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._known: dict[tuple[str, str], Likelihoods] = {}

    def of(self, texts: Sequence[tuple[str, str]]) -> list[Likelihoods]:
        """What each clause tells of the undertaking beside it."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        cut = [(told[:LONGEST], undertaken[:LONGEST]) for told, undertaken in texts]
        asked = sorted({pair for pair in cut if pair not in self._known})
        for pair, row in zip(asked, self._telling(asked) if asked else (), strict=True):
            self._known[pair] = {label: round(float(p), 3) for label, p in zip(LABELS, row, strict=True)}
        return [self._known[pair] for pair in cut]


@lru_cache(maxsize=1)
def shipped() -> OutcomeJudging:
    """The shipped model, loaded when it is first asked: an `AnnotatingError` E205 then where weights are missing."""
    return OutcomeJudging(told_of)
