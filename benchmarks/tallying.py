"""Findings against what is known: which are right, what is missed, and how far scores can be believed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.model.findings import Finding, Question
from onrecord.model.items import Claim
from onrecord.model.spans import Span
from topics import Known, Place, Topic

OPPOSING = ("contradiction", "shift", "figure_mismatch")
"""Kinds of findings that say that two things do not go together."""

TRUE = ("contradiction", "shift")
Spans = tuple[str, tuple[Span, ...]]
"""A document's name with spans in it."""


class Compared(NamedTuple):
    """What came of reading and comparing one topic."""

    topic: Topic
    findings: tuple[Finding, ...]
    places: Mapping[str, tuple[Spans, ...]]
    """Where each finding's two evidences stand, by the documents' names in the set."""
    claims: Mapping[str, tuple[Claim, ...]]
    met: frozenset[tuple[str, str]]
    """The pairs of claims, smaller id first, that the indexes bring together."""
    sentences: int
    questions: tuple[Question, ...] = ()


class Judged(NamedTuple):
    """A finding with what is known of its two places: right, open, a temptation's name, or elsewhere."""

    finding: Finding
    topic: Topic
    verdict: str
    known: Known | None


def overlaps(place: Place, spans: Spans) -> bool:
    """Whether evidence touches a labelled span."""
    return place.document == spans[0] and any(place.span.overlaps(span) for span in spans[1])


def matches(known: Known, places: Sequence[Spans]) -> bool:
    """Whether a finding's two evidences overlap the two spans, either way round."""
    one, other = places[0], places[-1]
    return (overlaps(known.one, one) and overlaps(known.other, other)) or (
        overlaps(known.one, other) and overlaps(known.other, one)
    )


def judged(compared: Compared) -> list[Judged]:
    """Each opposing finding with the best that is known of it."""
    rows = []
    for finding in compared.findings:
        if finding.kind not in OPPOSING:
            continue
        fitting = [known for known in compared.topic.known if matches(known, compared.places[finding.id])]
        best = min(fitting, key=_rank, default=None)
        verdict = "elsewhere" if best is None else "right" if best.label in TRUE else best.temptation or best.label
        rows.append(Judged(finding, compared.topic, verdict, best))
    return rows


def _rank(known: Known) -> int:
    return ("contradiction", "shift", "open", "agreement", "compatible").index(known.label)


def precision(rows: Iterable[Judged], least: float) -> tuple[int, int]:
    """How many findings from a score on are right, of how many; what could be called either way counts as neither."""
    counted = [row for row in rows if row.finding.score >= least and row.verdict != "open"]
    return sum(row.verdict == "right" for row in counted), len(counted)


def found_pairs(compared: Compared, least: float) -> set[Known]:
    """The known contradictions and shifts that a finding from a score on is on."""
    told = [compared.places[f.id] for f in compared.findings if f.kind in OPPOSING and f.score >= least]
    return {known for known in true_pairs(compared) if any(matches(known, places) for places in told)}


def true_pairs(compared: Compared) -> list[Known]:
    """The known contradictions and shifts of a topic."""
    return [known for known in compared.topic.known if known.label in TRUE]


def met_pairs(compared: Compared) -> set[Known]:
    """The known contradictions and shifts of which some claim on one span and one on the other are looked at."""
    return {known for known in true_pairs(compared) if _meets(compared, known)}


def read_pairs(compared: Compared) -> set[Known]:
    """The known contradictions and shifts with a claim on both spans."""
    return {k for k in true_pairs(compared) if claims_on(compared, k.one) and claims_on(compared, k.other)}


def claims_on(compared: Compared, place: Place) -> list[Claim]:
    """The claims that overlap a labelled span."""
    return [claim for claim in compared.claims[place.document] if overlaps(place, (place.document, claim.spans))]


def _meets(compared: Compared, known: Known) -> bool:
    ours, theirs = claims_on(compared, known.one), claims_on(compared, known.other)
    return any((min(one.id, other.id), max(one.id, other.id)) in compared.met for one in ours for other in theirs)


def taken(compared: Iterable[Compared], least: float) -> dict[str, tuple[int, int]]:
    """Of each temptation, how many of its pairs a finding from a score on is on that is not right elsewhere."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in compared:
        wrong = [
            one.places[row.finding.id]
            for row in judged(one)
            if row.finding.score >= least and row.verdict not in {"right", "open"}
        ]
        for known in one.topic.known:
            if known.label == "compatible":
                name = known.temptation or "other"
                counts[name]["all"] += 1
                counts[name]["taken"] += any(matches(known, places) for places in wrong)
    return {name: (count["taken"], count["all"]) for name, count in sorted(counts.items())}


def calibration(scored: Sequence[tuple[float, bool]], *, adaptive: bool, bins: int = 10) -> float:
    """Expected calibration error: over bins of equal width, or of equal number, how far hits are from scores."""
    ordered = sorted(scored)
    grouped: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for at, (score, right) in enumerate(ordered):
        key = at * bins // len(ordered) if adaptive else min(int(score * bins), bins - 1)
        grouped[key].append((score, right))
    off = (abs(sum(score for score, _ in group) - sum(right for _, right in group)) for group in grouped.values())
    return sum(off) / len(ordered) if ordered else 0.0


def groups_found(compared: Iterable[Compared], least: float) -> tuple[int, int]:
    """How many oppositions of two voices on one issue have a finding on one of their pairs, of how many."""
    every, hit = set(), set()
    for one in compared:
        every |= {known.group for known in true_pairs(one)}
        hit |= {known.group for known in found_pairs(one, least)}
    return len(hit), len(every)
