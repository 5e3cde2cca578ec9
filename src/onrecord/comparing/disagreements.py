"""Pairs without a shared proposition that may exclude each other: passed by the gates, judged by the models.

Of two documents the most promising pairs by structure are shown to the entailment model, clause beside clause; the
likeliest of those are read in their places, and what all of it comes to is the score.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from onrecord.comparing.checks import days_apart
from onrecord.comparing.clash import cut
from onrecord.comparing.contradictions import oppose
from onrecord.comparing.gates import checks_of
from onrecord.comparing.judging import READER, Ids, Judging
from onrecord.comparing.quantities import figures_in
from onrecord.comparing.reasons import excluded
from onrecord.comparing.reckoning import reckoned
from onrecord.comparing.scoring import (
    LEAST_SCORE,
    MOST_APART,
    Word,
    odds_at_a_glance,
    odds_of_structure,
    score_of_read,
)
from onrecord.comparing.sides import Side, same_party, same_speaker, share_words, when
from onrecord.comparing.traits import traits_of
from onrecord.model.findings import Checks, Clash, Entailment, Finding, FindingKind
from onrecord.model.identity import content_id
from onrecord.model.items import Figure
from onrecord.model.spans import Evidence

METHOD = "entailment"
VERSION = "disagreements/11"

MOST_GLANCED = 64
"""Of two documents, the pairs whose clauses the entailment model is asked about: the work stays bounded however long
they are. With 32 a tenth of the true pairs of parts a, c and f that pass the gates were never looked at."""

WORTH_GLANCING = -5.0
"""The log odds by structure below which not even the clauses are looked at: it spares half of the pairs of generated
disputes, and loses one true pair in fifteen of freely told ones."""

MOST_READ = 24
"""Of those, the likeliest, which are read in their places: that takes three times as long."""

WORTH_READING = -3.0
"""The log odds, once the clauses have been looked at, below which a pair is not read: nothing of parts a, c and f that
is then worth keeping lies below."""

MOST_OF_ONE = 3
"""Findings of two documents that one claim takes part in: what seems to clash with everything is misread."""


class Pair(msgspec.Struct, frozen=True):
    """Two claims that passed the gates, the earlier first, with what is known of them before a model is asked.

    `note` is what reckoning says of their numbers and times.
    """

    first: Side
    second: Side
    checks: Checks
    told: dict[str, float]
    promise: float
    note: str

    @property
    def ids(self) -> Ids:
        """The ids of its claims."""
        return self.first.claim.id, self.second.claim.id

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both claims with their surroundings."""
        return self.first, self.second

    @property
    def placed(self) -> tuple[Side, Side, str]:
        """Both, with the note behind which they are read."""
        return self.first, self.second, self.note


def pairs_of(likely: Iterable[tuple[Side, Side, float]], figures: Mapping[str, Sequence[Figure]]) -> list[Pair]:
    """Of the likely pairs of two documents those that pass the gates, the most promising first, few enough to judge."""
    inside: dict[str, tuple[Figure, ...]] = {}
    found = []
    for one, other, _ in likely:
        if _in_one_breath(one, other) or is_decided(one, other):
            continue
        for side in (one, other):
            if side.claim.id not in inside:
                inside[side.claim.id] = figures_in(side.claim, figures.get(side.claim.document, ()))
        checks = checks_of(one, other, inside[one.claim.id], inside[other.claim.id])
        if checks is None:
            continue
        first, second = sorted((one, other), key=when)
        told = traits_of(first, second, checks)
        if told["exchanged"] and told["polarity"]:
            continue  # "we do not owe them" leaves open what they owe us
        if (promise := odds_of_structure(told)) >= WORTH_GLANCING:
            note = reckoned(first.claim, inside[first.claim.id], second.claim, inside[second.claim.id])
            found.append(Pair(first, second, checks, told, promise, note))
    found.sort(key=lambda pair: (-pair.promise, pair.ids))
    return found[:MOST_GLANCED]


def _in_one_breath(one: Side, other: Side) -> bool:
    """Whether both stand in one statement, or one voice tells both in a sentence.

    Of 84 such pairs in parts a and c that pass the gates none is opposed, and of 307 in a, c and f one is.
    """
    if one.claim.document != other.claim.document:
        return False
    if one.claim.statement is not None and one.claim.statement == other.claim.statement:
        return True
    return one.sentence == other.sentence and same_speaker(one, other)


def is_decided(one: Side, other: Side) -> bool:
    """Whether both answer one question with yes and no, and the checks of structure let that stand."""
    if not (one.topic.what or one.topic.where) or one.topic.scope != other.topic.scope or one.sign == other.sign:
        return False
    yes, no = (one, other) if one.sign > 0 else (other, one)
    return oppose(yes, no) is not None


def disagreements(groups: Iterable[Sequence[Pair]], judging: Judging) -> tuple[Finding, ...]:
    """The findings that the models' words and the checks together make of pairs, in order of id.

    Each group holds the pairs of two documents; nothing in one changes what comes of another.
    """
    asked = list(groups)
    word = judging.one_way(pair.sides for pairs in asked for pair in pairs)
    chosen = [worth_reading(pairs, word) for pairs in asked]
    clashes = judging.in_place(pair.placed for pairs in chosen for pair in pairs)
    kept = [scored for pairs in chosen for scored in _kept(_scored(pairs, word, clashes))]
    both = judging.of(pair.sides for _, pair in kept)
    found = (
        _finding(pair, msgspec.structs.replace(both[pair.ids], clashes=clashes[pair.ids], reader=READER), score)
        for score, pair in kept
    )
    return tuple(sorted(found, key=lambda finding: finding.id))


def worth_reading(pairs: Iterable[Pair], word: Mapping[Ids, Word]) -> list[Pair]:
    """Of the pairs of two documents the likeliest at a glance at their clauses."""
    odds = sorted((-odds_at_a_glance(pair.told, word[pair.ids]), pair.ids, pair) for pair in pairs)
    return [pair for unlikely, _, pair in odds[:MOST_READ] if -unlikely >= WORTH_READING]


def _kept(scored: Iterable[tuple[float, Pair]]) -> list[tuple[float, Pair]]:
    """Of two documents' pairs those that are worth telling, the surest first, each with its score."""
    taken: dict[tuple[str, str, str], int] = {}
    kept: list[tuple[float, Pair]] = []
    for score, pair in sorted(scored, key=lambda row: (-row[0], row[1].ids)):
        cells = [_cell(pair.first, pair.second), _cell(pair.second, pair.first)]
        if score < LEAST_SCORE or any(taken.get(cell, 0) >= MOST_OF_ONE for cell in cells):
            continue
        if any(_same_words(pair, other) for _, other in kept):
            continue
        for cell in cells:
            taken[cell] = taken.get(cell, 0) + 1
        kept.append((score, pair))
    return kept


def _scored(
    pairs: Sequence[Pair], word: Mapping[Ids, Word], clashes: Mapping[Ids, float]
) -> Iterator[tuple[float, Pair]]:
    for pair in pairs:
        beside = [clashes[other.ids] for other in pairs if other is not pair]
        yield _score(pair, word[pair.ids], clashes[pair.ids], beside), pair


def _score(pair: Pair, word: Word, clashes: float, beside: Sequence[float]) -> float:
    score = score_of_read(pair.told, word, clashes, beside)
    apart = pair.checks.time == "differ" or pair.told["other things"] or _denies_another_deed(pair.told)
    return min(score, MOST_APART) if apart else score


def _denies_another_deed(told: Mapping[str, float]) -> bool:
    """Whether one denies a deed of a thing, and the other tells another deed of what is only called by it.

    "They sell steel scrap" and "we do not make steel" share a word, which the model takes for an opposition.
    """
    return bool(told.get("denied verb missed") and told.get("denied thing inside") and not told["plainly opposed"])


def how_of(pair: Pair) -> Clash:
    """By what the two were known not to go together, as far as their words show it."""
    if pair.checks.measure == "differ":
        return "numeric"
    if pair.told["opposed"] or (pair.told["lean apart"] and not pair.told["one denies"]):
        return "antonym"
    if pair.first.claim.presupposed or pair.second.claim.presupposed:
        return "factive"
    return "negation" if pair.told["one denies"] else "entailment"


def _finding(pair: Pair, entailment: Entailment, score: float) -> Finding:
    first, second = pair.first, pair.second
    kind: FindingKind = "contradiction"
    if days_apart(first, second) and (same_speaker(first, second) or same_party(first, second)):
        kind = "shift"
    return Finding(
        id=content_id("finding", kind, sorted((first.claim.id, second.claim.id))),
        kind=kind,
        items=(first.claim.id, second.claim.id),
        evidence=tuple(Evidence(document=side.claim.document, spans=side.claim.spans) for side in (first, second)),
        question=None,
        same_speaker=same_speaker(first, second),
        checks=pair.checks,
        reason=excluded(first, second, pair.checks, entailment),
        clash=(cut(first.words), cut(second.words)),
        how=how_of(pair),
        entailment=entailment,
        score=score,
        method=METHOD,
        version=VERSION,
    )


def _cell(side: Side, other: Side) -> tuple[str, str, str]:
    return (side.claim.id, other.claim.document, side.claim.document)


def _same_words(one: Pair, other: Pair) -> bool:
    """Whether two pairs stand on the same two stretches of words: two readings of each clause."""
    return share_words(one.first, other.first) and share_words(one.second, other.second)
