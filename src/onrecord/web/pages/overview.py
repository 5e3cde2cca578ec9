"""The first page: where the record disagrees, what is due, what is new, what failed."""

from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.model.documents import Document
from onrecord.model.findings import Finding, Question
from onrecord.output.deadlines import day_of
from onrecord.output.rows import tally
from onrecord.record import Record, browsing
from onrecord.web import visits
from onrecord.web.due import Promise, due_next, past_due
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.positions import Row, matrix
from onrecord.web.quoting import Opposed, opposed
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page
from onrecord.web.verdicts import judged

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

QUESTIONS_SHOWN = 20
LEADS = 6
"""Findings among which one between two parties is looked for, to lead the page with."""

FIGURES_SHOWN = 3
PROMISES_SHOWN = 5
DOCUMENTS_SHOWN = 8
FAILURES_SHOWN = 6


class Front(NamedTuple):
    """What the first page shows to everybody alike, worked out once for as long as the record stays as it is."""

    tally: str
    failed: int
    lead: Opposed | None
    columns: list[str]
    rows: list[Row]
    disputed: int
    kinds: dict[str, int]
    figures: list[Opposed]
    overdue: list[Promise]
    due: list[Promise]


@router.get("/")
def overview(request: Request, record: OpenRecord, settings: OurSettings) -> HTMLResponse:
    """The disputed questions first, then figures, promises, what is new and what failed."""
    with record.snapshot():
        day, least = settings.as_of or day_of(record), settings.least_score
        front = record.remembered(("overview", day, least), lambda: front_of(record, day, least))
        if front is None:
            return page(request, "overview_empty.html", failures=record.failures())
        visit = visits.visit(request, record, DOCUMENTS_SHOWN)
        answer = page(
            request,
            "overview.html",
            **front._asdict(),
            day=day,
            new=Shelf(record).all(Document, visit.documents),
            first_visit=visit.first,
            new_conflicts=record.look(
                browsing.conflicts_of, visit.documents, least=least, judged=judged(record.verdicts())
            ),
            failures=record.failures()[:FAILURES_SHOWN],
        )
        visits.leave(answer, visit)
        return answer


def front_of(record: Record, day: date | None, least: float) -> Front | None:
    """The first page's parts; nothing of a record without documents."""
    counts = record.counts()
    if not counts["document"]:
        return None
    shelf, verdicts = Shelf(record), record.verdicts()
    said = judged(verdicts)
    ranked = record.look(browsing.disputed, least=least, judged=said, limit=QUESTIONS_SHOWN)
    findings = {one.question: one.findings for one in ranked}
    questions = shelf.all(Question, findings)
    columns, rows = matrix([(question, findings[question.id]) for question in questions])

    def best(kinds: tuple[str, ...], most: int, question: str | None = None) -> list[Finding]:
        return record.look(browsing.findings, kinds=kinds, least=least, judged=said, question=question, limit=most)

    leading = opposed(shelf, best(browsing.OPPOSING, LEADS, questions[0].id) if questions else [], verdicts)
    return Front(
        tally=tally(counts),
        failed=counts["failure"],
        lead=next((one for one in leading if between_parties(one)), next(iter(leading), None)),
        columns=columns,
        rows=rows,
        disputed=record.look(browsing.count_disputed, least=least, judged=said),
        kinds=record.look(browsing.count_findings, least=least, judged=said),
        figures=opposed(shelf, best(("figure_mismatch",), FIGURES_SHOWN), verdicts),
        overdue=past_due(shelf, day, PROMISES_SHOWN, rejected=said.rejected),
        due=due_next(shelf, day, PROMISES_SHOWN),
    )


def between_parties(found: Opposed) -> bool:
    """Whether the two sides stand for different parties: that is what a page is led with."""
    parties = {side.party_of for side in found.sides}
    return len(parties) > 1 and None not in parties
