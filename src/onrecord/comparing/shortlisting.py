"""Which later clauses may tell what became of which undertakings: those that the model of outcomes is asked about.

All of one document's undertakings stand beside all clauses of another, and what a glance shows of each pair (words they
share, who does it, what is told beside it; `tellings.py`) is weighed by a fit (`training.following`).
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from onrecord.comparing.meeting import all_names
from onrecord.comparing.progress import day_of
from onrecord.comparing.tellings import Told, how_often, shared, traits_of
from onrecord.comparing.undertaken import Part, parts_of
from onrecord.comparing.words import listed
from onrecord.model.documents import Document
from onrecord.model.items import Commitment

FEWEST_NAMES = 2
"""Names that documents of one matter share at least, but for their outlets."""

LEAST_SHARED = 0.25
"""What an undertaking and a clause must share, weighed, for the two documents to be looked at."""

MOST_GLANCED = 160
"""Pairs of two documents that are glanced at, those that share most first."""

MOST_ASKED = 32
"""Pairs of two documents that the model is asked about."""

LEAST_ODDS = -2.5
"""Log odds of a glance from which on a pair is worth asking about."""

OPENING = 0.0
"""Log odds that one pair of two documents must reach for any of theirs to be asked about: most follow nothing up."""

FIRST_LOOK = 0.5
"""Log odds that one pair of two documents must reach without rivals, which only take away, to be glanced at again."""

OF_NEIGHBOUR = 0.5
"""What a word shared with the clause before or after counts beside one of the clause itself."""

ALIKE = 0.5
"""How near a word of a clause must be to the verb of an undertaking with which it shares a much-told name alone."""

ALIKE_VERB = 0.9
"""How near a word of a clause must be to the verb of an undertaking to tell of the deed itself."""

_OPENERS = listed(
    "it they this that these those both all another the none only work nothing no some most half he she its their"
)
"""Words with which a clause begins that leans on what is told before."""


class Fit(msgspec.Struct, frozen=True):
    """Log odds that add up."""

    bias: float
    weights: dict[str, float]

    def odds(self, traits: dict[str, float]) -> float:
        """The log odds of what has these traits."""
        return self.bias + sum(weight * traits.get(name, 0.0) for name, weight in self.weights.items())


class Fits(msgspec.Struct, frozen=True):
    """The fit of a glance and that of a link; `least` is how sure the second must be for one."""

    glance: Fit
    link: Fit
    least: float


class Pair(NamedTuple):
    """An undertaking's part beside a clause, with what speaks for it."""

    commitment: Commitment
    part: Part
    told: Told
    traits: dict[str, float]


def pairs_between(
    promised: Sequence[Commitment], document: Document, told: Sequence[Told], later: Document
) -> list[Pair]:
    """The undertakings and clauses of two documents, with what a glance shows of each; those that share most."""
    parts = {c.id: parts_of(c, document) for c in promised if c.kind != "call_for"}
    own = [commitment for commitment in promised if parts.get(commitment.id)]
    often = how_often(part for found in parts.values() for part in found)
    alike = _Alike([parts[commitment.id] for commitment in own], told, often)
    order = sorted(
        ((row, column) for row in range(len(own)) for column in range(len(told))),
        key=lambda at: (-alike.with_neighbours(*at), own[at[0]].id, told[at[1]].claim.id),
    )
    pairs = []
    for row, column in order[:MOST_GLANCED]:
        commitment, each, part = own[row], told[column], alike.parts[row][column]
        if not is_before(each, commitment, document):
            traits = traits_of(commitment, part, each, often, (document, later))
            if not is_anothers(traits):
                pairs.append(Pair(commitment, part, each, traits | alike.traits(row, column)))
    return pairs


def worth_asking(pairs: Collection[Pair]) -> list[Pair]:
    """Those pairs of two documents that the model is asked about: the likeliest at a glance, where one is likely."""
    odds = [(fits().glance.odds(pair.traits), pair) for pair in pairs]
    if max((value for value, _ in odds), default=OPENING - 1) < OPENING:
        return []
    likely = [(value, pair) for value, pair in odds if value >= LEAST_ODDS]
    likely.sort(key=lambda one: (-one[0], one[1].commitment.id, one[1].told.claim.id))
    return [pair for _, pair in likely[:MOST_ASKED]]


def worth_a_look(promised: Sequence[Commitment], document: Document, told: Sequence[Told], later: Document) -> bool:
    """Whether a later document might tell of any of these undertakings: a cheap look beforehand, without rivals."""
    day = later.published.first_day if later.published else None
    if day is None or len(all_names(document) & all_names(later)) < FEWEST_NAMES:
        return False
    for commitment in promised:
        announced = day_of(commitment, document)
        if announced is not None and announced < day and _may_be_told(commitment, document, told, later):
            return True
    return False


def is_anothers(traits: Mapping[str, float]) -> bool:
    """Whether a clause tells of the same deed by another or done to another thing, or shares a much-told name alone."""
    same_deed = bool(traits["same deed"]) or traits["verb"] >= ALIKE_VERB
    if same_deed and any(traits[told] for told in ("other doer", "other thing", "planned", "kept from")):
        return True  # who undertakes the deed itself again is found by his undertaking (`progress.py`)
    if traits["planned"] and not (traits["party"] or traits["untold doer"] or traits["about"]):
        return True  # what others mean to do is their own undertaking
    return bool(traits["name alone"]) and max(traits["verb"], traits["same deed"]) < ALIKE


def is_before(told: Told, commitment: Commitment, document: Document) -> bool:
    """Whether a clause is about a time before the undertaking was made: it can't tell what became of it."""
    when, made = told.claim.about, day_of(commitment, document)
    return when is not None and when.last_day is not None and made is not None and when.last_day < made


@lru_cache(maxsize=1)
def fits() -> Fits:
    """The fits, read once a process."""
    return msgspec.json.decode((files("onrecord.comparing") / "data" / "following.json").read_bytes(), type=Fits)


def _may_be_told(commitment: Commitment, document: Document, told: Sequence[Told], later: Document) -> bool:
    for part in parts_of(commitment, document):
        for each in told:
            mass = sum(shared(part, each, {}).values())
            if mass < LEAST_SHARED or is_before(each, commitment, document):
                continue
            traits = traits_of(commitment, part, each, {}, (document, later)) | {"margin": mass, "best claim": mass}
            if not is_anothers(traits) and fits().glance.odds(traits) >= FIRST_LOOK:
                return True
    return False


class _Alike:
    """What each undertaking (rows) and clause (columns) share, weighed, by the part that shares most."""

    def __init__(self, own: Sequence[Sequence[Part]], told: Sequence[Told], often: dict[str, int]) -> None:
        best = [
            [max(((sum(shared(p, each, often).values()), p) for p in parts), key=lambda one: one[0]) for each in told]
            for parts in own
        ]
        self.mass = [[value for value, _ in row] for row in best]
        self.parts = [[part for _, part in row] for row in best]
        self._told = told
        self._most = [sorted(row)[-2:] for row in self.mass]
        self._rivals = [sorted(row[column] for row in self.mass)[-2:] for column in range(len(told))]

    def with_neighbours(self, row: int, column: int) -> float:
        """What they share, and half of what the clauses before and after share with the undertaking."""
        return self.mass[row][column] + OF_NEIGHBOUR * (self._at(row, column - 1) + self._at(row, column + 1))

    def traits(self, row: int, column: int) -> dict[str, float]:
        """What speaks for a pair beside its rivals and neighbours."""
        mass, before = self.mass[row][column], self._at(row, column - 1)
        lead = self._lead(row, column - 1)
        opener = self._told[column].claim.text.lstrip().partition(" ")[0].lower() in _OPENERS
        return {
            "margin": self._lead(row, column),
            "best claim": mass - _other(self._most[row], mass),
            "rival": _other(self._rivals[column], mass),
            "before": before,
            "two before": self._at(row, column - 2),
            "after": self._at(row, column + 1),
            "lead before": lead,
            "lead two before": self._lead(row, column - 2),
            "lead after": self._lead(row, column + 1),
            "opener": float(opener),
            "nothing shared": float(mass == 0),
            "only before": before * (mass == 0),
            "only lead before": max(0.0, lead) * (mass == 0),
        }

    def _at(self, row: int, column: int) -> float:
        return self.mass[row][column] if 0 <= column < len(self._told) else 0.0

    def _lead(self, row: int, column: int) -> float:
        """By how much an undertaking shares more with a clause than any other does."""
        if not 0 <= column < len(self._told):
            return 0.0
        mass = self.mass[row][column]
        return mass - _other(self._rivals[column], mass)


def _other(most: Sequence[float], own: float) -> float:
    """The greatest value beside one's own, of the two greatest of all."""
    others = list(most)
    if own in others:
        others.remove(own)
    return max(others, default=0.0)
