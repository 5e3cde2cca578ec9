"""A large record in minutes: generated documents, with what comparing would bring out written beside them.

Comparing 20,000 documents takes half an hour; what pages cost depends on what the record holds, not on how it
got there. So questions, positions and findings come from what the generator knows of its disputes, as many a
document as comparing leaves, and figures that differ are found by the comparison's own function. Everything
goes in through `Record.keep`, so that spans, hashes, filters and the search index are as always.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from generating import annotated
from inventing import USUAL, Shape, dispute_of
from onrecord.comparing.alternations import settled
from onrecord.comparing.figures import figure_keys, figure_mismatches
from onrecord.comparing.keys import claim_keys
from onrecord.comparing.overdue import overdue
from onrecord.model.findings import Answer, Checks, Finding, Position, Question, Review
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Annotated, Claim, Event, Relation
from onrecord.model.spans import Evidence, Span, words_of
from onrecord.record import Record

DOCUMENTS = 20_000
SHAPE = USUAL._replace(words=500, quotations=6)
AT_ONCE = 10
"""Disputes of one transaction."""

PAIRS = 8
"""Findings of one kind and question at most: comparing leaves about one and a half a document."""

REVIEWED = 25
"""One finding in so many has a verdict."""


def filled(location: Path, documents: int = DOCUMENTS, shape: Shape = SHAPE, *, tell: bool = True) -> Path:
    """The record at a location: made when it is not there, or has another number of documents."""
    if location.exists():
        with Record.open(location) as record:
            if record.counts()["document"] == documents:
                return location
        raise SystemExit(f"{location} holds another record: name another, or delete it")
    unfinished = location.with_name(location.name + ".part")
    for old in unfinished.parent.glob(f"{unfinished.name}*"):
        old.unlink()
    disputes = -(-documents // shape.documents_per_dispute)
    with Record.open(unfinished) as record:
        for first in range(0, disputes, AT_ONCE):
            with record.transaction():
                for number in range(first, min(first + AT_ONCE, disputes)):
                    _dispute(record, number, documents, shape)
            if tell:
                print(f"\r{min((first + AT_ONCE) * shape.documents_per_dispute, documents):,} documents", end="")
        record.put_reviews(_reviews(record))
    if tell:
        print()
    unfinished.rename(location)
    return location


def _dispute(record: Record, number: int, documents: int, shape: Shape) -> None:
    first = number * shape.documents_per_dispute
    kept = [_widened(annotated(n, shape)) for n in range(first, min(first + shape.documents_per_dispute, documents))]
    for one in kept:
        record.keep(one)
        record.index_items("claim", {claim.id: claim_keys(settled(claim)) for claim in one.claims})
        record.index_items("figure", {figure.id: figure_keys(figure) for figure in one.figures})
    texts = {one.document.id: one.document for one in kept}
    by_issue: dict[str, list[Claim]] = defaultdict(list)
    for one in kept:
        for claim in one.claims:
            theme = claim.proposition.argument("theme")
            by_issue[f"{claim.proposition.predicate} {theme.key if theme else ''}"].append(claim)
    accused = dispute_of(number, shape).accused
    findings: list[Finding] = []
    for issue, claims in by_issue.items():
        question = Question(
            id=content_id("question", accused, issue),
            text=f"Does {accused} {issue}?",
            claims=tuple(claim.id for claim in claims),
            positions=tuple(_positions(claims)),
        )
        record.put_questions([question])
        findings += _opposed(claims, question.id, {name: document.text for name, document in texts.items()})
    findings += figure_mismatches([f for one in kept for f in one.figures], texts.__getitem__)[:PAIRS]
    as_of = max(one.document.published.start or "" for one in kept if one.document.published)
    from datetime import date

    findings += overdue([c for one in kept for c in one.commitments], date.fromisoformat(as_of))
    record.put_findings({finding.id: finding for finding in findings}.values())


def _widened(one: Annotated) -> Annotated:
    """A document with an event and a relation as well, on words that it has."""
    document = one.document
    names = sorted({claim.holder.party for claim in one.claims if claim.holder.party})
    title = Span(0, len(document.title or ""))
    events = (
        Event(
            id=content_id("event", "meeting", document.title),
            kind="meeting",
            mentions=(Evidence(document=document.id, spans=(title,)),),
            text=document.title or "",
            when=one.statements[0].uttered if one.statements else None,
            participants=tuple(names),
            score=0.9,
        ),
    )
    relations = tuple(
        Relation(
            id=content_id("relation", document.id, claim.spans, claim.proposition.predicate),
            document=document.id,
            spans=claim.spans,
            subject=claim.proposition.arguments[0].text,
            predicate=claim.proposition.predicate,
            object=claim.proposition.arguments[1].text,
            when=claim.about,
            polarity=claim.polarity,
            holder=claim.holder,
            score=0.9,
        )
        for claim in one.claims[:2]
    )
    return msgspec.structs.replace(one, events=events, relations=relations)


def _positions(claims: Sequence[Claim]) -> Iterator[Position]:
    """Each party's answers, a new one where it changes."""
    by_party: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.about.start or "" if claim.about else "", claim.id)):
        by_party[claim.holder.party].append(claim)
    for party, mine in sorted(by_party.items(), key=lambda pair: pair[0] or ""):
        before: Answer | None = None
        run: list[Claim] = []
        for claim in mine:
            if run and run[0].polarity != claim.polarity:
                yield _position(party, run, before)
                before, run = _answer(run[0]), []
            run.append(claim)
        yield _position(party, run, before)


def _position(party: str | None, run: Sequence[Claim], before: Answer | None) -> Position:
    return Position(
        party=party, holder=None, answer=_answer(run[0]), since=run[0].about,
        claims=tuple(sorted(claim.id for claim in run)), shifted_from=before,
    )  # fmt: skip


def _answer(claim: Claim) -> Answer:
    return "yes" if claim.polarity == "affirmed" else "no"


def _opposed(claims: Sequence[Claim], question: str, texts: dict[str, str]) -> Iterator[Finding]:
    """Contradictions and shifts among claims that answer a question differently."""
    yes = [claim for claim in claims if claim.polarity == "affirmed"]
    no = [claim for claim in claims if claim.polarity == "negated"]
    made: dict[str, int] = defaultdict(int)
    for one in yes:
        for other in no:
            same = one.holder.entity == other.holder.entity
            kind = "shift" if same and one.about != other.about else "contradiction"
            if made[kind] >= PAIRS or one.document == other.document:
                continue
            made[kind] += 1
            first, second = sorted((one, other), key=lambda claim: claim.id)
            words = [words_of(texts[claim.document], claim.spans) for claim in (first, second)]
            yield Finding(
                id=content_id("finding", kind, (first.id, second.id)),
                kind=kind,
                items=(first.id, second.id),
                evidence=tuple(Evidence(document=claim.document, spans=claim.spans) for claim in (first, second)),
                question=question,
                same_speaker=same,
                checks=Checks(time="agree", place="agree", referent="agree", measure="unknown", modality="agree"),
                reason=f"{first.holder.name} says “{words[0]}”, {second.holder.name} says “{words[1]}”.",
                clash=(words[0], words[1]),
                score=0.6 + (int(one.id[-2:], 16) % 40) / 100,
                method="generated",
                version="generated/1",
            )


def _reviews(record: Record) -> Iterator[tuple[Review, tuple[str, ...]]]:
    chance = random.Random(7)
    for number, finding in enumerate(record.findings(by_id=True)):
        if number % REVIEWED == 0:
            at = f"2025-01-{number // 60 // 24 % 28 + 1:02}T{number // 60 % 24:02}:{number % 60:02}:00.000000+00:00"
            verdict = chance.choice(("accept", "accept", "reject", "unsure"))
            by = chance.choice(("Ana", "Ben"))
            review = Review(
                id=content_id("review", finding.id, verdict, by, at), item=finding.id, verdict=verdict, by=by, at=at,
                evidence=finding.evidence,
            )  # fmt: skip
            words = tuple(fold(word) for word in finding.clash)
            yield review, words


if __name__ == "__main__":
    import sys

    filled(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else DOCUMENTS)
