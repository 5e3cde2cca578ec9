"""What to show first: the findings that hold, the questions they concern, and the best words for each position.

Nothing is compared here. Findings that a person rejected are left out, and what comparing found is put
in an order: between parties before within one, many and sure findings before few and doubtful ones.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from onrecord.model.findings import Finding, FindingKind, Position, Question
from onrecord.model.identity import fold
from onrecord.model.items import Claim
from onrecord.output.deadlines import lapsed
from onrecord.output.lines import FindingLine, widened
from onrecord.output.sources import Sources
from onrecord.output.words import Words, words_of
from onrecord.record import Filters, Record

FEW_DOCUMENTS = 50
"""Up to so many documents are asked for their findings one by one; past that the whole list is read once."""

CONFLICTS: tuple[FindingKind, ...] = ("contradiction", "shift", "figure_mismatch", "quote_variance", "overdue")
"""What does not go together; agreement and progress are findings too, but no conflicts."""

EVERYTHING = Filters()
OPPOSING = frozenset({"contradiction", "shift"})


class Dispute(NamedTuple):
    """A question on which the record disagrees, with the findings that say so."""

    question: Question
    findings: tuple[Finding, ...]


def chosen(
    record: Record,
    filters: Filters = EVERYTHING,
    *,
    kinds: Collection[str] = CONFLICTS,
    least: float = 0.0,
    rejected: bool = False,
    documents: Collection[str] | None = None,
    as_of: date | None = None,
) -> list[Finding]:
    """The findings to show, best first: at least so sure or accepted, not rejected, resting on the documents given.

    Promises are overdue as of a day, that of the latest document unless told otherwise.
    """
    verdicts = record.verdicts()
    limit, filters = filters.limit, msgspec.structs.replace(filters, limit=None)
    shown = []
    found = [*_candidates(record, filters, documents)]
    if "overdue" in kinds:
        found += _of(documents, lapsed(record, filters, as_of))
    for finding in found:
        review = verdicts.get(finding.id)
        verdict = review.verdict if review else None
        sure = finding.score >= least or verdict == "accept"
        if finding.kind in kinds and sure and (rejected or verdict != "reject"):
            shown.append(finding)
    return sorted(shown, key=lambda finding: (-finding.score, finding.id))[:limit]


def _candidates(record: Record, filters: Filters, documents: Collection[str] | None) -> Iterable[Finding]:
    if documents is None:
        return record.findings(filters)
    if len(documents) <= FEW_DOCUMENTS:
        each = (msgspec.structs.replace(filters, document=document) for document in documents)
        return {finding.id: finding for one in each for finding in record.findings(one)}.values()
    return _of(documents, record.findings(filters))


def _of(documents: Collection[str] | None, found: Iterable[Finding]) -> Iterator[Finding]:
    wanted = None if documents is None else frozenset(documents)
    return (f for f in found if wanted is None or any(evidence.document in wanted for evidence in f.evidence))


def reviewed(record: Record, found: Iterable[Finding]) -> Iterator[FindingLine]:
    """Findings as an export has them: each with the latest verdict on it."""
    verdicts = record.verdicts()
    for finding in found:
        review = verdicts.get(finding.id)
        line = widened(FindingLine, finding, review=review.verdict if review else None)
        assert isinstance(line, FindingLine)
        yield line


def disputes(record: Record, found: Iterable[Finding]) -> list[Dispute]:
    """The questions on which findings oppose each other, those between parties and with more weight first."""
    of_question: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding.kind in OPPOSING and finding.question:
            of_question[finding.question].append(finding)
    questions = [item for item in record.items("question", sorted(of_question)) if isinstance(item, Question)]
    all_disputes = [Dispute(question, tuple(of_question[question.id])) for question in questions]
    return sorted(all_disputes, key=_weight)


def _weight(dispute: Dispute) -> tuple[float, float, str]:
    between = sum(finding.score for finding in dispute.findings if not finding.same_speaker)
    within = sum(finding.score for finding in dispute.findings if finding.same_speaker)
    return (-between, -within, dispute.question.id)


def best_words(record: Record, sources: Sources, position: Position) -> list[Words]:
    """The words behind a position, the plainest first and each speaker once before any twice; no words twice."""
    claims = [item for item in record.items("claim", position.claims) if isinstance(item, Claim)]
    seen: set[tuple[str, str]] = set()
    found = []
    for claim in sorted(claims, key=_plainness):
        words = words_of(record, sources, claim)
        key = (fold(words.speaker), fold(words.text))
        if key not in seen:
            seen.add(key)
            found.append(words)
    found.sort(key=lambda words: words.reported)
    turns: Counter[str] = Counter()
    turn_of = {}
    for words in found:
        turn_of[words.item] = turns[fold(words.speaker)]
        turns[fold(words.speaker)] += 1
    return sorted(found, key=lambda words: turn_of[words.item])


def _plainness(claim: Claim) -> tuple[object, ...]:
    """Asserted, unhedged and outright claims first, the surest of them, the shortest of those."""
    extent = sum(span.end - span.start for span in claim.spans)
    return (claim.modality != "asserted", claim.presupposed, claim.hedge is not None, -claim.score, extent, claim.id)
