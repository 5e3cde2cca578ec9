"""What later documents tell of undertakings in other words: by a result, a noun, a part or a state, by anybody.

Of one document's undertakings and another's clauses the likeliest at a glance (`shortlisting.py`) are shown to a model
of outcomes; those are linked that fit each other better than any rival, where a fit of what the model says and of what
else speaks for it (weights by `training.following`) is sure enough. What two documents give depends on these two alone.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from onrecord.comparing.forbearing import undertook
from onrecord.comparing.in_place import told_text
from onrecord.comparing.keys import ASKED_ALL_THE_SAME, UNASKED
from onrecord.comparing.outcome_judging import Likelihoods, OutcomeJudging
from onrecord.comparing.outcome_methods import KINDS, method_of
from onrecord.comparing.outcome_texts import undertaken_text
from onrecord.comparing.progress import SCORES, TELLS, carried_out, commitment_keys, day_of, deed_keys, parties_told
from onrecord.comparing.shortlisting import Pair, fits, pairs_between, worth_asking
from onrecord.comparing.sides import is_firm, turns
from onrecord.comparing.tellings import Told, told_by
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id
from onrecord.model.items import Claim, Commitment
from onrecord.model.spans import Evidence

VERSION = "following/5"

SUREST = 6.0
"""Log odds beyond which the model is taken to be no surer."""

MOST_CLAIMS = 400
"""Clauses of one document that are looked at, the surest first."""


class Asked(NamedTuple):
    """A pair of which the model has told how likely each outcome is, with all that speaks for it."""

    pair: Pair
    likely: Likelihoods
    traits: dict[str, float]


def links_between(
    promised: Sequence[Commitment],
    document: Document,
    told_there: Sequence[Told],
    later: Document,
    *,
    wanted: Collection[str],
    judging: OutcomeJudging,
) -> list[Finding]:
    """The findings that clauses of a later document tell what became of the undertakings `wanted`.

    All that the first document promises are rivals for a clause.
    """
    told = later.published.first_day if later.published else None
    if told is None:
        return []
    documents = {document.id: document, later.id: later}
    best: dict[str, tuple[float, Asked]] = {}
    for asked in asked_of(pairs_between(promised, document, told_there, later), document, later, judging):
        sure = 1 / (1 + math.exp(-fits().link.odds(asked.traits)))
        name = asked.pair.told.claim.id
        if sure >= fits().least and (name not in best or sure > best[name][0]):
            best[name] = (sure, asked)
    found = []
    for sure, asked in best.values():
        pair = asked.pair
        day = day_of(pair.commitment, document)
        if day is None or told <= day or pair.commitment.id not in wanted or _linked_already(pair, documents):
            continue
        found.append(_finding(pair, method_of(pair.part, pair.told.claim, asked.likely), later, sure))
    return found


def asked_of(pairs: Collection[Pair], document: Document, later: Document, judging: OutcomeJudging) -> list[Asked]:
    """The pairs of two documents that are worth asking about, with what the model says of them and their rivals."""
    wanted = worth_asking(pairs)
    texts = [(told_text(p.told.claim, later), undertaken_text(p.commitment, document)) for p in wanted]
    likely = judging.of(texts)
    odds = [linked_odds(one) for one in likely]
    rivals: dict[str, list[tuple[float, str]]] = defaultdict(list)
    others: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair, value in zip(wanted, odds, strict=True):
        rivals[pair.told.claim.id].append((value, pair.commitment.id))
        others[pair.commitment.id].append((value, pair.told.claim.id))
    found = []
    for pair, one, value in zip(wanted, likely, odds, strict=True):
        rival = max((v for v, name in rivals[pair.told.claim.id] if name != pair.commitment.id), default=-SUREST)
        other = max((v for v, name in others[pair.commitment.id] if name != pair.told.claim.id), default=-SUREST)
        told = {"told": value, "told lead": value - rival, "told elsewhere": other}
        told |= {f"told {kind}": one[kind] for kind in KINDS}
        found.append(Asked(pair, one, pair.traits | told))
    return found


def linked_odds(likely: Likelihoods) -> float:
    """The model's log odds that a clause tells of an undertaking at all."""
    none = min(max(likely["none"], 1e-9), 1 - 1e-9)
    return min(max(math.log((1 - none) / none), -SUREST), SUREST)


def telling_clauses(claims: Sequence[Claim]) -> list[Told]:
    """The clauses of a document that may tell what became of something."""
    return told_by([claim for claim in _surest(claims) if _tells(claim)])


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
