"""Corroboration: two independent voices that say the same in nearly the same words, without a proposition in common.

The structure of both claims must agree (`agreement.py` finds those whose propositions are equal); the model then only
has a veto, as it takes much for entailed that shares its words.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.comparing.agreement import BASE, LEAST_SCORE, PLACE_OR_TIME_UNKNOWN
from onrecord.comparing.disagreements import METHOD
from onrecord.comparing.gates import checks_of
from onrecord.comparing.judging import Judging
from onrecord.comparing.quantities import figures_in
from onrecord.comparing.reasons import confirmed
from onrecord.comparing.sides import Side, same_party, same_speaker, share_words, when
from onrecord.comparing.traits import traits_of
from onrecord.model.findings import Checks, Entailment, Finding
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Figure
from onrecord.model.spans import Evidence

VERSION = "corroboration/3"

ALIKE = 0.4
"""How much two claims must share of their telling words before anything else is looked at."""

COVERED = 0.55
"""How much of the one that says less the other must say too."""

MOST_UNMET = 0.5
"""The share of participants that may be absent from the other claim."""

ENTAILED = 0.85
"""How sure the model must be, one way round, that the one follows from the other, whatever it says of the way back."""

LEAST_ENTAILED = 0.45, 0.1
"""How sure it must be otherwise: the way of which it is surer, and the way back."""

MOST_PAIRS = 8
"""Of two documents, the pairs that the model is asked about."""

MOST_OF_ONE = 2
"""Corroborations of two documents that one claim takes part in."""


class Alike(NamedTuple):
    """Two claims of independent voices that say the same as far as structure tells, the earlier first."""

    first: Side
    second: Side
    checks: Checks
    covered: float


def alike(likely: Iterable[tuple[Side, Side, float]], figures: Mapping[str, Sequence[Figure]]) -> list[Alike]:
    """Of the likely pairs of two documents those whose structure agrees, the most alike first, few enough to judge."""
    found = []
    for one, other, likeness in likely:
        if likeness < ALIKE or not (_is_told(one) and _is_told(other)) or _share_question(one, other):
            continue
        if not are_independent(one, other):
            continue
        mine, theirs = (figures_in(side.claim, figures.get(side.claim.document, ())) for side in (one, other))
        checks = checks_of(one, other, mine, theirs)
        if checks is None or "differ" in {checks.time, checks.measure}:
            continue
        first, second = sorted((one, other), key=when)
        told = traits_of(first, second, checks)
        if _say_one_thing(told):
            found.append(Alike(first, second, checks, told["covered both"]))
    found.sort(key=lambda pair: (-pair.covered, pair.first.claim.id, pair.second.claim.id))
    return found[:MOST_PAIRS]


def corroborations(pairs: Iterable[Alike], judging: Judging) -> tuple[Finding, ...]:
    """The findings among pairs whose structure agrees: those of which the model finds that one follows."""
    asked = list(pairs)
    told = judging.of((pair.first, pair.second) for pair in asked)
    kept: list[Alike] = []
    found: list[Finding] = []
    for pair in asked:
        entailment = told[pair.first.claim.id, pair.second.claim.id]
        score = _score(pair)
        if not _follows(entailment) or score < LEAST_SCORE:
            continue
        if max(_times_in(pair.first, kept), _times_in(pair.second, kept)) >= MOST_OF_ONE:
            continue
        if any(share_words(pair.first, k.first) and share_words(pair.second, k.second) for k in kept):
            continue
        kept.append(pair)
        found.append(_finding(pair, entailment, score))
    return tuple(found)


def are_independent(one: Side, other: Side) -> bool:
    """Whether neither voice can owe its words to the other: two named sources of two parties, or a report's account.

    A report's own account stands for nobody whom it quotes, and a name for no longer or shorter form of it.
    """
    if same_speaker(one, other) or same_party(one, other):
        return False
    if one.group == other.group and (one.own or other.own):
        return False
    names, others = ({fold(word) for word in side.name.split()} for side in (one, other))
    return (one.own or _is_known(one)) and (other.own or _is_known(other)) and not (names <= others or others <= names)


def _is_known(side: Side) -> bool:
    """Whether a reader could tell who speaks: "officials" and "the letter" may be anybody, or the other one."""
    named = side.party or side.claim.holder.entity or any(letter.isupper() for letter in side.name)
    return bool(named) and not side.anonymous and not side.voice.startswith("unknown")


def _is_told(side: Side) -> bool:
    return side.firm and side.topic.mood == "fact" and not (side.claim.presupposed or side.in_passing)


def _share_question(one: Side, other: Side) -> bool:
    """Whether both answer one question: their agreement is that of all who answer it."""
    return bool(one.topic.what) and one.topic.within is None and one.topic.key == other.topic.key


def _say_one_thing(told: Mapping[str, float]) -> bool:
    """Whether the deed or what it is done to, and denial, are the same in both, and most of whom they speak of."""
    if told["turned"] or told["one denies"] or told["polarity"] or told["turns differ"] or told["exchanged"]:
        return False
    one_deed = told["same axis, agreed"] or told["lean one way"] or told["same theme"]
    things = told["another theme"] or told["other things"]
    apart = things or told["another agent"] or told["names on both sides"]
    return bool(one_deed) and not apart and told["covered"] >= COVERED and told["arguments unmet"] <= MOST_UNMET


def _follows(entailment: Entailment) -> bool:
    """Whether the model finds that the one follows from the other."""
    back, there = sorted(entailment.entails)
    return there >= ENTAILED or (there >= LEAST_ENTAILED[0] and back >= LEAST_ENTAILED[1])


def _times_in(side: Side, kept: Iterable[Alike]) -> int:
    return sum(side.claim.id in (pair.first.claim.id, pair.second.claim.id) for pair in kept)


def _score(pair: Alike) -> float:
    lost = PLACE_OR_TIME_UNKNOWN * [pair.checks.time, pair.checks.place].count("unknown")
    return round((BASE - lost) * min(pair.first.claim.score, pair.second.claim.score), 3)


def _finding(pair: Alike, entailment: Entailment, score: float) -> Finding:
    sides = pair.first, pair.second
    return Finding(
        id=content_id("finding", "agreement", METHOD, sorted(side.claim.id for side in sides)),
        kind="agreement",
        items=tuple(side.claim.id for side in sides),
        evidence=tuple(Evidence(document=side.claim.document, spans=side.claim.spans) for side in sides),
        question=None,
        same_speaker=False,
        checks=pair.checks,
        reason=confirmed(*sides, pair.checks),
        entailment=entailment,
        score=score,
        method=METHOD,
        version=VERSION,
    )
