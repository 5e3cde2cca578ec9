"""What the entailment model says of two texts, both ways round, asked for many pairs at once."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.comparing.sides import Side
from onrecord.language.entailment import entailment_model, judge
from onrecord.model.findings import Entailment

Judge = Callable[[Sequence[tuple[str, str]]], npt.NDArray[np.float32]]
"""Probabilities of entailment, neutrality and contradiction for each (premise, hypothesis): n×3."""

MODEL = "entailment/3"
"""The model whose words findings carry; raise it with the weights, so that what an older one said is asked again."""

LONGEST = 400
"""Characters of one text that the model is shown; beyond some 90 words it sees nothing."""

ENTAILS, CONTRADICTS = 0, 2

_REMEMBERED = 50_000
"""Texts are said again and again, and scopes are judged again with each document: so many pairs are kept in mind."""


class Judging:
    """Asks a model about pairs of texts, each pair of a kind once."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[tuple[str, str], Entailment] = {}

    def of(self, pairs: Iterable[tuple[Side, Side]]) -> dict[tuple[str, str], Entailment]:
        """What the model says of each pair of sides, by the ids of their claims."""
        sides = list(pairs)
        texts = {(one.claim.id, other.claim.id): (_shown(one), _shown(other)) for one, other in sides}
        asked = sorted(pair for pair in set(texts.values()) if pair not in self._known)  # set - keys() walks all known
        if asked:
            self._ask(asked)
        return {ids: self._known[pair] for ids, pair in texts.items()}

    def _ask(self, asked: Sequence[tuple[str, str]]) -> None:
        if len(self._known) + len(asked) > _REMEMBERED:
            self._known.clear()
        told = self._judge([*asked, *((other, one) for one, other in asked)])
        for index, pair in enumerate(asked):
            there, back = told[index], told[index + len(asked)]
            self._known[pair] = Entailment(
                contradicts=(_rounded(there[CONTRADICTS]), _rounded(back[CONTRADICTS])),
                entails=(_rounded(there[ENTAILS]), _rounded(back[ENTAILS])),
                model=MODEL,
            )


@lru_cache(maxsize=1)
def shipped() -> Judging:
    """The shipped model; an `AnnotatingError` E205 where its weights are missing."""
    entailment_model()
    return Judging(judge)


def _shown(side: Side) -> str:
    text = " ".join(side.claim.text.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]


def _rounded(value: float) -> float:
    return round(float(value), 3)
