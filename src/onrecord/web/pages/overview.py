"""The first page: where the record disagrees, what is due, what is new, what failed."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.model.documents import Document
from onrecord.model.findings import Finding, Question
from onrecord.output.rows import tally
from onrecord.record import browsing
from onrecord.web import visits
from onrecord.web.due import due_next, past_due, record_day
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.positions import matrix
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


@router.get("/")
def overview(request: Request, record: OpenRecord, settings: OurSettings) -> HTMLResponse:
    """The disputed questions first, then figures, promises, what is new and what failed."""
    with record.snapshot():
        counts = record.counts()
        if not counts["document"]:
            return page(request, "overview_empty.html", failures=record.failures())
        shelf, verdicts, least = Shelf(record), record.verdicts(), settings.least_score
        said = judged(verdicts)
        ranked = record.look(browsing.disputed, least=least, judged=said, limit=QUESTIONS_SHOWN)
        findings = {one.question: one.findings for one in ranked}
        questions = shelf.all(Question, findings)
        columns, rows = matrix([(question, findings[question.id]) for question in questions])

        def best(kinds: tuple[str, ...], most: int, question: str | None = None) -> list[Finding]:
            return record.look(
                browsing.findings, kinds=kinds, least=least, judged=said, question=question, limit=most
            )  # fmt: skip

        leading = opposed(
            shelf, best(("contradiction", "shift"), LEADS, questions[0].id) if questions else [], verdicts
        )
        day = settings.as_of or record_day(record)
        visit = visits.visit(request, record, DOCUMENTS_SHOWN)
        answer = page(
            request,
            "overview.html",
            tally=tally(counts),
            lead=next((one for one in leading if between_parties(one)), next(iter(leading), None)),
            columns=columns,
            rows=rows,
            disputed=record.look(browsing.count_disputed, least=least, judged=said),
            kinds=record.look(browsing.count_findings, least=least, judged=said),
            figures=opposed(shelf, best(("figure_mismatch",), FIGURES_SHOWN), verdicts),
            day=day,
            overdue=past_due(shelf, day, PROMISES_SHOWN, rejected=said.rejected),
            due=due_next(shelf, day, PROMISES_SHOWN),
            new=shelf.all(Document, visit.documents),
            first_visit=visit.first,
            new_conflicts=record.look(browsing.conflicts_of, visit.documents, least=least, judged=said),
            failures=record.failures()[:FAILURES_SHOWN],
            failed=counts["failure"],
        )
        visits.leave(answer, visit)
        return answer


def between_parties(found: Opposed) -> bool:
    """Whether the two sides stand for different parties: that is what a page is led with."""
    parties = {side.party_of for side in found.sides}
    return len(parties) > 1 and None not in parties
