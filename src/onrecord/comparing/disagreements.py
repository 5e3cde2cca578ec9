"""Pairs without a shared proposition that may exclude each other: passed by the gates, judged by the model."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.comparing.checks import days_apart
from onrecord.comparing.clash import cut
from onrecord.comparing.gates import checks_of
from onrecord.comparing.judging import Judging
from onrecord.comparing.leanings import opposed_leanings, shared_leanings
from onrecord.comparing.likeness import covered, opposed_classes, profile
from onrecord.comparing.quantities import figures_in
from onrecord.comparing.reasons import excluded
from onrecord.comparing.scoring import LEAST_SCORE, model_traits, score_of_judged
from onrecord.comparing.sides import Side, same_party, same_speaker, when
from onrecord.model.findings import Checks, Clash, Entailment, Finding, FindingKind
from onrecord.model.identity import content_id
from onrecord.model.items import Figure
from onrecord.model.spans import Evidence

METHOD = "entailment"
VERSION = "disagreements/1"

OPPOSED, DENIED, AMOUNTS = 0.3, 0.15, 0.3
"""What opposite verbs, a denial on one side only and amounts that do not meet add to the likeness by which pairs are
chosen for the model."""

MOST_PAIRS = 8
"""Of two documents, the pairs that the model is asked about: the work stays bounded however long they are."""

SURE = 0.85
"""The score of a claim that was read plainly."""

MOST_OF_ONE = 3
"""Findings of two documents that one claim takes part in: what seems to clash with everything is misread."""


class Pair(msgspec.Struct, frozen=True):
    """Two claims that passed the gates, the earlier first, with what is known of them before the model is asked.

    `leans` is +1 where the words of both lean one way, -1 where they lean apart, 0 where they do neither or both.
    """

    first: Side
    second: Side
    checks: Checks
    alike: float
    leans: int
    opposed: bool
    one_denies: bool

    @property
    def prior(self) -> float:
        """What pairs are ranked by when there are more than the model is asked about."""
        return (
            self.alike
            + OPPOSED * (self.opposed or self.leans < 0)
            + DENIED * self.one_denies
            + AMOUNTS * (self.checks.measure == "differ")
        )


def pairs_of(likely: Iterable[tuple[Side, Side, float]], figures: Mapping[str, Sequence[Figure]]) -> list[Pair]:
    """Of the likely pairs of two documents those that pass the gates, the most promising first, few enough to judge."""
    inside: dict[str, tuple[Figure, ...]] = {}
    found = []
    for one, other, alike in likely:
        if _decided_by_structure(one, other):
            continue
        for side in (one, other):
            if side.claim.id not in inside:
                inside[side.claim.id] = figures_in(side.claim, figures.get(side.claim.document, ()))
        checks = checks_of(one, other, inside[one.claim.id], inside[other.claim.id])
        if checks is None:
            continue
        first, second = sorted((one, other), key=when)
        denials = [profile(side.claim).denies for side in (one, other)]
        opposed = opposed_classes(one.claim, other.claim)
        leans = shared_leanings(one.claim, other.claim) - opposed_leanings(one.claim, other.claim)
        found.append(Pair(first, second, checks, alike, leans, opposed, denials[0] != denials[1]))
    found.sort(key=lambda pair: (-pair.prior, pair.first.claim.id, pair.second.claim.id))
    return found[:MOST_PAIRS]


def _decided_by_structure(one: Side, other: Side) -> bool:
    """Whether both answer one question with yes and no: what the checks of structure made of that stands."""
    return bool(one.topic.what or one.topic.where) and one.topic.scope == other.topic.scope and one.sign != other.sign


def disagreements(pairs: Iterable[Pair], judging: Judging) -> tuple[Finding, ...]:
    """The findings that the model's word and the checks together make of pairs, in order of id."""
    asked = list(pairs)
    told = judging.of((pair.first, pair.second) for pair in asked)
    scored = [
        (score_of_judged(traits(pair, entailment)), pair, entailment)
        for pair in asked
        for entailment in [told[pair.first.claim.id, pair.second.claim.id]]
    ]
    scored.sort(key=lambda row: (-row[0], row[1].first.claim.id, row[1].second.claim.id))
    chosen: list[Finding] = []
    taken: dict[tuple[str, str, str], int] = {}
    kept: list[Pair] = []
    for score, pair, entailment in scored:
        cells = [_cell(pair.first, pair.second), _cell(pair.second, pair.first)]
        if score < LEAST_SCORE or any(taken.get(cell, 0) >= MOST_OF_ONE for cell in cells):
            continue
        if any(_same_words(pair, other) for other in kept):
            continue
        for cell in cells:
            taken[cell] = taken.get(cell, 0) + 1
        kept.append(pair)
        chosen.append(_finding(pair, entailment, score))
    return tuple(sorted(chosen, key=lambda finding: finding.id))


def traits(pair: Pair, entailment: Entailment) -> dict[str, float]:
    """What a pair's score is worked out from."""
    first, second = pair.first, pair.second
    return model_traits(entailment) | {
        "alike": pair.alike,
        "covered": covered(profile(first.claim), profile(second.claim)),
        "opposed": float(pair.opposed),
        "lean apart": float(pair.leans < 0),
        "lean one way": float(pair.leans > 0),
        "polarity": float(first.claim.polarity != second.claim.polarity),
        "unknown speaker": float(any(side.voice.startswith("unknown") for side in (first, second))),
        "one denies": float(pair.one_denies),
        "amounts differ": float(pair.checks.measure == "differ"),
        "amounts agree": float(pair.checks.measure == "agree"),
        "time unknown": float(pair.checks.time == "unknown"),
        "place unknown": float(pair.checks.place == "unknown"),
        "names shared": float(pair.checks.referent == "agree"),
        "modality unknown": float(pair.checks.modality == "unknown"),
        "same voice": float(same_speaker(first, second)),
        "same party": float(same_party(first, second)),
        "same document": float(first.claim.document == second.claim.document),
        "days apart": float(bool(days_apart(first, second))),
        "presupposed": float(first.claim.presupposed or second.claim.presupposed),
        "own account": float(first.own or second.own),
        "unsure claim": 1 - min(1.0, first.claim.score / SURE, second.claim.score / SURE),
    }


def how_of(pair: Pair) -> Clash:
    """By what the two were known not to go together, as far as their words show it."""
    if pair.checks.measure == "differ":
        return "numeric"
    if pair.opposed or (pair.leans < 0 and not pair.one_denies):
        return "antonym"
    if pair.first.claim.presupposed or pair.second.claim.presupposed:
        return "factive"
    return "negation" if pair.one_denies else "entailment"


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
    return _touch(one.first, other.first) and _touch(one.second, other.second)


def _touch(one: Side, other: Side) -> bool:
    return one.claim.document == other.claim.document and any(
        mine.overlaps(their) for mine in one.claim.spans for their in other.claim.spans
    )
