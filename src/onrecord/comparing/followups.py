"""What one document changes in the links between undertakings and their outcomes: whom it meets, judged anew."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from onrecord.comparing.following import links_between, telling_clauses
from onrecord.comparing.meeting import meet, names_of, promise_keys, telling_keys
from onrecord.comparing.outcome_judging import OutcomeJudging
from onrecord.comparing.shortlisting import worth_a_look
from onrecord.comparing.sides import Context
from onrecord.comparing.store import Store
from onrecord.comparing.undertaken import parts_of
from onrecord.model.findings import Finding
from onrecord.model.items import Annotated, Claim, Commitment

OUTCOMES = "following"
"""What the version of these findings begins with: nothing else takes their place."""


def is_outcome(finding: Finding) -> bool:
    """Whether a finding is one of these."""
    return finding.version.partition("/")[0] == OUTCOMES


def followups(
    store: Store,
    context: Context,
    annotated: Annotated | None,
    freed: Mapping[str, Sequence[str]],
    judging: OutcomeJudging,
) -> tuple[dict[str, Finding], list[str]]:
    """The findings of what a document touches, and the items whose findings they take the place of.

    `annotated` is the document that was kept, `None` where one was removed.
    """
    met = meet(
        store,
        keys_of_promises(annotated) if annotated is not None else {},
        {annotated.document.id: telling_keys(annotated)} if annotated is not None else {},
        freed,
    )
    documents = sorted(item for item in met.touched if item.startswith("document"))
    items = [item for item in met.touched if not item.startswith("document")]
    items += [claim.id for claim in store.items_of("claim", documents)] if documents else []
    loaded = store.items("commitment", sorted(met)) if met else []
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for commitment in (item for item in loaded if isinstance(item, Commitment)):
        for document in met[commitment.id]:
            if document != commitment.document:
                pairs[commitment.document, document].add(commitment.id)
    found: dict[str, Finding] = {}
    context.load({name for pair in pairs for name in pair})
    told = {later: telling_clauses(claims) for later, claims in _claims(store, pairs).items()}
    known = {commitment.id: commitment for commitment in loaded if isinstance(commitment, Commitment)}
    likely: dict[tuple[str, str], set[str]] = {}
    for (first, later), wanted in sorted(pairs.items()):
        own, clauses = [known[item] for item in sorted(wanted)], told.get(later, [])
        if worth_a_look(own, context.document(first), clauses, context.document(later)):
            likely[first, later] = wanted
    promised = _promised(store, {first for first, _ in likely})
    for (first, later), wanted in likely.items():
        links = links_between(
            promised[first], context.document(first), told[later], context.document(later),
            wanted=wanted, judging=judging,
        )  # fmt: skip
        found |= {finding.id: finding for finding in links}
    return found, sorted(items)


def keys_of_promises(annotated: Annotated) -> dict[str, tuple[str, ...]]:
    """What the undertakings of a document are indexed under."""
    names = names_of(annotated.document)
    return {
        commitment.id: promise_keys(commitment, parts_of(commitment, annotated.document), names)
        for commitment in annotated.commitments
        if commitment.kind != "call_for"
    }


def _claims(store: Store, pairs: Mapping[tuple[str, str], set[str]]) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = defaultdict(list)
    for item in store.items_of("claim", {later for _, later in pairs}) if pairs else ():
        if isinstance(item, Claim):
            told[item.document].append(item)
    return told


def _promised(store: Store, documents: Set[str]) -> dict[str, list[Commitment]]:
    promised: dict[str, list[Commitment]] = defaultdict(list)
    for item in store.items_of("commitment", documents) if documents else ():
        if isinstance(item, Commitment):
            promised[item.document].append(item)
    return promised
