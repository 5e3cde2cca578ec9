"""What later documents tell of undertakings in other words: by a result, a noun, a part or a state, by anybody.

Of one document's undertakings and another's clauses, those are linked that fit each other better than any rival, where
a fit of what speaks for it (`tellings.py`, weights by `training.following`) is sure enough. What two documents give
depends on these two alone.
"""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from onrecord.comparing.achieving import opposed
from onrecord.comparing.forbearing import undertook
from onrecord.comparing.judging import Judging
from onrecord.comparing.keys import ASKED_ALL_THE_SAME, UNASKED
from onrecord.comparing.meeting import all_names
from onrecord.comparing.outcomes import given_up, in_full, put_off, renewed, under_way, undone, was_to_be
from onrecord.comparing.progress import (
    SCORES,
    TELLS,
    TOLD_AGAIN,
    TOLD_CONTRARY,
    TOLD_DONE,
    TOLD_LATE,
    TOLD_PART,
    TOLD_UNDERWAY,
    TOLD_UNDONE,
    TOLD_WITHDRAWN,
    carried_out,
    commitment_keys,
    day_of,
    deed_keys,
    parties_told,
)  # fmt: skip
from onrecord.comparing.sides import is_firm, turns
from onrecord.comparing.stages import AT_MOST, LATENESS
from onrecord.comparing.tellings import Told, how_often, shared, told_by, traits_of
from onrecord.comparing.undertaken import Part, as_done, numbers_in, parts_of
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id
from onrecord.model.items import Claim, Commitment
from onrecord.model.spans import Evidence

VERSION = "following/3"

LEAST_SHARED = 0.25
"""What an undertaking and a clause must share, weighed, to be looked at."""

ALIKE = 0.5
"""How near a word of a clause must be to the verb of an undertaking with which it shares a much-told name alone."""

ALIKE_VERB = 0.9
"""How near a word of a clause must be to the verb of an undertaking to tell of the deed itself."""

FEWEST_NAMES = 2
"""Names that documents of one matter share at least, but for their outlets."""

AGAINST = 0.85
"""How sure the model must be that a clause is the contrary of what was undertaken."""

LIKELY = 0.5
"""How sure the model must be that a clause tells a deed done that was to be left alone."""

_INTENDED = re.compile(r"\b(?:intentions?|offers?|plans?|pledges?|promises?|undertakings?|vows?) to \w", re.IGNORECASE)
"""Words after which a clause names the very deed that was meant, given up or renewed."""

SLACK = 1.0
"""Log odds by which rivals may make a pair likelier than it is alone."""

MOST_CLAIMS = 400
"""Clauses of one document that are looked at, the surest first."""


class Fit(msgspec.Struct, frozen=True):
    """Log odds that add up, and how sure they must be for a link."""

    bias: float
    weights: dict[str, float]
    least: float


class Pair(NamedTuple):
    """An undertaking's part beside a clause, with what speaks for it."""

    commitment: Commitment
    part: Part
    told: Told
    traits: dict[str, float]


def pairs_between(
    promised: Sequence[Commitment],
    document: Document,
    told: Sequence[Told],
    later: Document,
    wanted: Collection[str] | None = None,
) -> list[Pair]:
    """The undertakings, or those `wanted`, and clauses of two documents that share enough, with what speaks for each.

    All undertakings of the document are rivals for a clause.
    """
    parts = {c.id: parts_of(c, document) for c in promised if c.kind != "call_for"}
    own = [commitment for commitment in promised if parts.get(commitment.id)]
    often = how_often(part for found in parts.values() for part in found)
    likeness: dict[tuple[str, str], tuple[float, Part]] = {}
    for commitment in own:
        for each in told:
            found = [(sum(shared(part, each, often).values()), part) for part in parts[commitment.id]]
            likeness[commitment.id, each.claim.id] = max(found, key=lambda one: one[0])
    pairs = []
    for commitment in own:
        if wanted is not None and commitment.id not in wanted:
            continue
        best = sorted((likeness[commitment.id, each.claim.id][0], each.claim.id) for each in told)[-2:]
        for each in told:
            mass, part = likeness[commitment.id, each.claim.id]
            if mass < LEAST_SHARED:
                continue
            rival = max((likeness[c.id, each.claim.id][0] for c in own if c.id != commitment.id), default=0.0)
            other = max((value for value, name in best if name != each.claim.id), default=0.0)
            traits = traits_of(commitment, part, each, often, (document, later))
            if is_ruled_out(traits, each, commitment, document):
                continue
            traits |= {"margin": mass - rival, "best claim": mass - other}
            pairs.append(Pair(commitment, part, each, traits))
    return pairs


def is_ruled_out(traits: Mapping[str, float], told: Told, commitment: Commitment, document: Document) -> bool:
    """Whether a clause cannot tell what became of an undertaking, however much they share."""
    if is_anothers(traits) or (_INTENDED.search(told.claim.text) and not _is_deed(traits)):
        return True
    when, made = told.claim.about, day_of(commitment, document)
    return when is not None and when.last_day is not None and made is not None and when.last_day < made


def _is_deed(traits: Mapping[str, float]) -> bool:
    """Whether a clause tells of the deed itself that was undertaken."""
    return bool(traits["same deed"]) or traits["verb"] >= ALIKE_VERB


def is_anothers(traits: Mapping[str, float]) -> bool:
    """Whether a clause tells of another's deed, of another thing of the sort, or shares a much-told name alone."""
    same_deed = _is_deed(traits)
    if traits["head"] < ALIKE and not traits["amounts"]:
        return True  # both are of one sort of thing, "the rubber terminal" and "the rubber tariffs"
    if same_deed and any(traits[told] for told in ("other doer", "other thing", "planned", "kept from")):
        return True  # who undertakes the deed itself again is found by his undertaking (`progress.py`)
    if traits["planned"] and not (traits["party"] or traits["untold doer"] or traits["about"]):
        return True  # what others mean to do is their own undertaking
    return bool(traits["name alone"]) and max(traits["verb"], traits["same deed"]) < ALIKE


def links_between(
    promised: Sequence[Commitment],
    document: Document,
    told_there: Sequence[Told],
    later: Document,
    *,
    wanted: Collection[str],
    judging: Judging | None,
) -> list[Finding]:
    """The findings that clauses of a later document tell what became of the undertakings `wanted`.

    All that the first document promises are rivals for a clause.
    """
    told = later.published.first_day if later.published else None
    if told is None:
        return []
    documents = {document.id: document, later.id: later}
    near = pairs_between(promised, document, told_there, later, wanted)
    likely = [pair for pair in near if odds_of(pair.traits) >= _shortlist()]
    best: dict[str, tuple[float, Pair]] = {}
    for pair in likely:
        traits = pair.traits | (entailment_traits(pair, judging) if judging is not None else {})
        sure = 1 / (1 + math.exp(-odds_of(traits)))
        before = best.get(pair.told.claim.id)
        if sure >= fit().least and (before is None or sure > before[0]):
            best[pair.told.claim.id] = (sure, pair._replace(traits=traits))
    found = []
    for sure, pair in best.values():
        day = day_of(pair.commitment, document)
        if day is None or told <= day or _linked_already(pair, documents):
            continue
        against = is_against(pair.traits)
        if pair.part.kept_from and not tells_contrary(pair.part, pair.traits, pair.told.claim):
            continue
        if (method := method_of(pair.part, pair.told.claim, told, pair.commitment, against=against)) is not None:
            found.append(_finding(pair, method, later, sure))
    return found


def worth_a_look(
    promised: Sequence[Commitment], document: Document, told: Sequence[Told], later: Document
) -> frozenset[str]:
    """Those undertakings of which a later document might tell, were there no rivals: a cheap look beforehand."""
    day = later.published.first_day if later.published else None
    if day is None or len(all_names(document) & all_names(later)) < FEWEST_NAMES:
        return frozenset()
    found = set()
    for commitment in promised:
        announced = day_of(commitment, document)
        if announced is not None and announced < day and _may_be_told(commitment, document, told, later):
            found.add(commitment.id)
    return frozenset(found)


def _may_be_told(commitment: Commitment, document: Document, told: Sequence[Told], later: Document) -> bool:
    for part in parts_of(commitment, document):
        for each in told:
            mass = sum(shared(part, each, {}).values())
            if mass < LEAST_SHARED:
                continue
            traits = traits_of(commitment, part, each, {}, (document, later))
            if is_ruled_out(traits, each, commitment, document):
                continue
            if odds_of(traits | {"margin": mass, "best claim": mass}) >= _shortlist() - SLACK:
                return True
    return False


def telling_clauses(claims: Sequence[Claim]) -> list[Told]:
    """The clauses of a document that may tell what became of something."""
    return told_by([claim for claim in _surest(claims) if _tells(claim)])


def method_of(part: Part, claim: Claim, told: date, commitment: Commitment, *, against: bool = False) -> str | None:
    """What a clause tells of a part of an undertaking; `against` says that the model holds the two for contrary."""
    text = claim.text
    denied = claim.polarity == "negated"
    if put_off(text):
        return TOLD_LATE
    if given_up(text):
        return TOLD_WITHDRAWN
    if was_to_be(text):
        return TOLD_UNDONE
    if claim.modality == "planned":
        return TOLD_WITHDRAWN if denied else TOLD_AGAIN
    if renewed(text):
        return TOLD_AGAIN
    if part.kept_from:
        due = commitment.deadline.last_day if commitment.deadline else None
        if denied or undone(text):
            return TOLD_DONE
        return TOLD_CONTRARY if due is None or told <= due else None
    if denied or (undone(text) and not in_full(text)):
        return TOLD_UNDONE
    if not in_full(text) and (under_way(text) or of_a_part(_asked(part), numbers_in(LATENESS.sub(" ", text)))):
        return TOLD_UNDERWAY
    if against or (part.deed is not None and opposed(part.deed, claim.proposition.predicate)):
        return TOLD_UNDONE
    return TOLD_DONE if part.whole else TOLD_PART


def _asked(part: Part) -> frozenset[float]:
    """The amounts undertaken, but for those that fewer reach too."""
    return numbers_in(AT_MOST.sub(" ", part.action))


def of_a_part(undertaken: Collection[float], told: Collection[float]) -> bool:
    """Whether amounts told stay below one undertaken: 34 of the 90, or 19 where 60 were promised."""
    if not undertaken or set(told) <= set(undertaken):
        return False
    most = max(undertaken)
    return min(told) < most and (most in told or max(told) < most)


def odds_of(traits: Mapping[str, float]) -> float:
    """The log odds that a clause tells of an undertaking."""
    return fit().bias + sum(weight * traits.get(name, 0.0) for name, weight in fit().weights.items())


def is_against(traits: Mapping[str, float]) -> bool:
    """Whether the model holds the clause for the contrary of the undertaking told as done."""
    return traits.get("contradicts", 0.0) >= AGAINST and traits.get("entails", 0.0) < 1 - AGAINST


def tells_contrary(part: Part, traits: Mapping[str, float], claim: Claim) -> bool:
    """Whether a clause tells that what was to be left alone was done, or given up: not that the library is open."""
    if part.deed is not None and opposed(part.deed, claim.proposition.predicate):
        return False
    return _is_deed(traits) or given_up(claim.text) or traits.get("entails", 0.0) >= LIKELY


def entailment_traits(pair: Pair, judging: Judging) -> dict[str, float]:
    """What the entailment model says of the clause and the undertaking told as done."""
    party = (pair.commitment.parties or ("They",))[0]
    contradicts, entails = judging.one_way(pair.told.claim.text, f"{party} has {as_done(pair.part)}")
    return {"entails": entails, "contradicts": contradicts, "related": contradicts + entails}


@lru_cache(maxsize=1)
def fit() -> Fit:
    """The fit, read once a process."""
    return msgspec.json.decode((files("onrecord.comparing") / "data" / "following.json").read_bytes(), type=Fit)


def _shortlist() -> float:
    """The odds without the model from where on it can still make a link."""
    return math.log(fit().least / (1 - fit().least)) - 2.0


def _tells(claim: Claim) -> bool:
    """Whether a clause says something of the world: no question, no supposition, no bare "said that"."""
    if turns(claim) or not (is_firm(claim) or claim.modality == "planned"):
        return False
    told = claim.proposition.predicate
    return claim.modality in {"asserted", "planned"} and told not in UNASKED | ASKED_ALL_THE_SAME


def _surest(claims: Sequence[Claim]) -> Sequence[Claim]:
    kept = sorted(claims, key=lambda claim: (-claim.score, claim.id))[:MOST_CLAIMS]
    return sorted(kept, key=lambda claim: (claim.spans[0].start, claim.id))


def _linked_already(pair: Pair, documents: Mapping[str, Document]) -> bool:
    """Whether the clause tells of the deed itself, by which the two are linked (`progress.py`)."""
    keys = set(commitment_keys(pair.commitment)) & set(deed_keys(pair.told.claim))
    return bool(keys) and carried_out(pair.commitment, pair.told.claim, documents) is not None


def _finding(pair: Pair, method: str, later: Document, sure: float) -> Finding:
    commitment, claim = pair.commitment, pair.told.claim
    words = " ".join(" … ".join(span.of(later.text) for span in claim.spans).split())
    outlet = later.outlet or later.title or "a later document"
    action = " ".join((commitment.action if pair.part.whole else pair.part.action).split()).removeprefix("to ")
    return Finding(
        id=content_id("finding", "following", sorted((commitment.id, claim.id))),
        kind="progress",
        items=(commitment.id, claim.id),
        evidence=tuple(Evidence(document=item.document, spans=item.spans) for item in (commitment, claim)),
        question=None,
        same_speaker=False,
        checks=Checks(time="agree", referent="agree"),
        reason=(
            f"{parties_told(commitment)} {undertook(commitment, action.rstrip('.'))}; "
            f"{outlet} later tells, in other words, that it {TELLS[method]}: “{words}”."
        ),
        clash=(pair.part.action, words),
        score=round(min(SCORES[method], sure), 3),
        method=method,
        version=VERSION,
    )
