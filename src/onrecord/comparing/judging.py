"""What the models say of two claims: of their clauses both ways round, and of the two read in their places."""

from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.comparing.in_place import noted
from onrecord.comparing.scoring import Word
from onrecord.comparing.sides import Side
from onrecord.language.clashes import clashes_of
from onrecord.language.entailment import entailment_model, judge
from onrecord.model.findings import Entailment

Judge = Callable[[Sequence[tuple[str, str]]], npt.NDArray[np.float32]]
"""Probabilities of entailment, neutrality and contradiction for each (premise, hypothesis): n×3."""

Ids = tuple[str, str]
"""The ids of two claims."""

MODEL = "entailment/5"
"""The model whose words findings carry; raise it with the weights, so that what an older one said is asked again."""

READER = "clashes/2"
"""The model that reads claims in their places; raise it with its weights."""

LONGEST = 400
"""Characters of one text that the model is shown; beyond some 90 words it sees nothing."""

LONGEST_PLACED = 600
"""Characters of a claim in its place that a model is shown."""

ENTAILS, CONTRADICTS = 0, 2
CLASHES = 2

_REMEMBERED = 50_000
"""Texts are said again and again, and scopes are judged again with each document: about so many are kept in mind."""


class Judging:
    """Asks models about pairs of texts, each pair of a kind once.

    `judge` is asked about two clauses, `reading` about two claims in their places.
    """

    def __init__(self, judge: Judge, reading: Judge = clashes_of) -> None:
        self._judge = judge
        self._reading = reading
        self._known: dict[tuple[str, str], Word] = {}
        self._read: dict[tuple[str, str], float] = {}

    def of(self, pairs: Iterable[tuple[Side, Side]]) -> dict[Ids, Entailment]:
        """What the model says of each pair of clauses both ways round, by the ids of their claims."""
        texts = {(one.claim.id, other.claim.id): (_shown(one), _shown(other)) for one, other in pairs}
        self._ask({way for one, other in texts.values() for way in ((one, other), (other, one))})
        return {ids: self._both(*pair) for ids, pair in texts.items()}

    def one_way(self, pairs: Iterable[tuple[Side, Side]]) -> dict[Ids, Word]:
        """What the model says of each pair of clauses, the first as premise, by the ids of their claims."""
        texts = {(one.claim.id, other.claim.id): (_shown(one), _shown(other)) for one, other in pairs}
        self._ask(set(texts.values()))
        return {ids: self._known[pair] for ids, pair in texts.items()}

    def in_place(self, pairs: Iterable[tuple[Side, Side, str]]) -> dict[Ids, float]:
        """How likely the claims of two sides clash, read in their places behind a note, by their ids."""
        if len(self._read) > _REMEMBERED:
            self._read.clear()
        texts = {
            (one.claim.id, other.claim.id): (
                noted(one.told[:LONGEST_PLACED], note),
                noted(other.told[:LONGEST_PLACED], note),
            )
            for one, other, note in pairs
        }
        asked = sorted(set(texts.values()) - self._read.keys())
        if asked:
            for pair, row in zip(asked, self._reading(asked), strict=True):
                self._read[pair] = _rounded(row[CLASHES])
        return {ids: self._read[pair] for ids, pair in texts.items()}

    def _both(self, one: str, other: str) -> Entailment:
        there, back = self._known[one, other], self._known[other, one]
        return Entailment(
            contradicts=(there.contradicts, back.contradicts), entails=(there.entails, back.entails), model=MODEL
        )

    def _ask(self, wanted: Set[tuple[str, str]]) -> None:
        """Make known how surely the second text of each pair contradicts the first, and how surely it follows."""
        if len(self._known) > _REMEMBERED:
            self._known = {pair: self._known[pair] for pair in wanted if pair in self._known}
        asked = sorted(pair for pair in wanted if pair not in self._known)
        if asked:
            for pair, row in zip(asked, self._judge(asked), strict=True):
                self._known[pair] = Word(contradicts=_rounded(row[CONTRADICTS]), entails=_rounded(row[ENTAILS]))


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
