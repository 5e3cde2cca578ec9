"""What comparing brings out, and what a person says of it."""

from typing import Literal

import msgspec

from onrecord.model.spans import Evidence
from onrecord.model.times import Interval

Answer = Literal["yes", "no", "hedged", "both"]
FindingKind = Literal[
    "contradiction", "shift", "agreement", "quote_variance", "figure_mismatch", "progress", "overdue"
]  # fmt: skip
Clash = Literal["negation", "antonym", "numeric", "existence", "attribution", "factive", "entailment"]
Check = Literal["agree", "differ", "unknown"]
Verdict = Literal["accept", "reject", "unsure", "edit", "note", "undo"]

SAME_AS, APART_FROM, ANOTHER_IN, OF = "same_as", "apart_from", "another_in", "of"
"""The fields of a review's changes that decide which entities are one; `of` is the one decided on where a decision
made it."""

DECIDING = frozenset({SAME_AS, APART_FROM, ANOTHER_IN, OF})
WORDS = "words"
"""The field of a review's changes that quotes the right words of an item, beside their spans."""


class Position(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    """A party's or speaker's answer to a question from a day on; `shifted_from` is its earlier answer."""

    party: str | None
    holder: str | None
    answer: Answer
    since: Interval | None
    claims: tuple[str, ...]
    shifted_from: Answer | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a set of claims answers, worded as a person would ask it. The id hashes the shared proposition."""

    id: str
    text: str
    claims: tuple[str, ...]
    positions: tuple[Position, ...] = ()


class Checks(msgspec.Struct, frozen=True, kw_only=True):
    """How each condition for comparing two items came out."""

    time: Check = "unknown"
    place: Check = "unknown"
    referent: Check = "unknown"
    measure: Check = "unknown"
    modality: Check = "unknown"


class Entailment(msgspec.Struct, frozen=True, kw_only=True):
    """What the entailment model said of a finding's two texts, the first as premise, then the second.

    `contradicts` and `entails` are its probabilities, in that order; `model` names the model that gave them. `clashes`
    is how likely another model, `reader`, found it that the two clash, where it read them with what stands around them.
    """

    contradicts: tuple[float, float]
    entails: tuple[float, float]
    model: str
    clashes: float | None = None
    reader: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing two or more items brought out, with its words, checks and reason in a sentence.

    The id hashes kind and sorted items. `clash` holds the words of each side that do not go together, `how` says by
    what a contradiction or shift was known, and `entailment` what the model made of it, where it was asked.
    `score` is calibrated: of the findings with 0.8, four in five hold up on held-out data.
    """

    id: str
    kind: FindingKind
    items: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    question: str | None
    same_speaker: bool
    checks: Checks
    reason: str
    clash: tuple[str, ...] = ()
    how: Clash | None = None
    entailment: Entailment | None = None
    score: float
    method: str
    version: str


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A person's verdict on an item or finding. Reviews are only ever added; `undo` names the one it takes back.

    `evidence` keeps the item's words, so that the verdict finds its item again after re-annotation.
    """

    id: str
    item: str
    verdict: Verdict
    by: str
    at: str
    note: str | None = None
    changes: dict[str, object] | None = None
    undoes: str | None = None
    evidence: tuple[Evidence, ...] = ()
