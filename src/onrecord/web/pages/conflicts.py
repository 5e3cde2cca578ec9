"""Conflicts: every finding of what does not go together, and one with its sides in their places."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model.findings import Finding, Question
from onrecord.record import browsing, reviewing
from onrecord.record.browsing import UNJUDGED
from onrecord.record.queueing import Next
from onrecord.web.access import current_user
from onrecord.web.cards import VERDICTS, Context, around, cards
from onrecord.web.differences import tellings
from onrecord.web.headlines import headline
from onrecord.web.looking_up import one
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.paging import number_of, paging
from onrecord.web.quoting import link_to, opposed
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page
from onrecord.web.verdicts import judged

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 20
TABS = (
    ("contradiction", "Contradictions"), ("shift", "Shifts of position"), ("figure_mismatch", "Figures"),
    ("quote_variance", "Quotations"), ("progress", "Progress on promises"), ("agreement", "Agreement"),
)  # fmt: skip
Kind = Literal["", "contradiction", "shift", "figure_mismatch", "quote_variance", "progress", "agreement"]
CONFLICTS = ("contradiction", "shift", "figure_mismatch", "quote_variance")


@router.get("/conflicts")
def conflicts(
    request: Request,
    record: OpenRecord,
    settings: OurSettings,
    *,
    kind: Kind = "",
    document: Annotated[str, Query(max_length=100)] = "",
    score: Annotated[float | None, Query(ge=0, le=1)] = None,
    page_: Annotated[int, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Findings, best first: all that conflict, or one kind."""
    number = number_of(page_)
    least = settings.least_score if score is None else score
    with record.snapshot():
        verdicts = record.verdicts()
        said = judged(verdicts)
        found = record.look(
            browsing.findings, kinds=(kind,) if kind else CONFLICTS, least=least, judged=said,
            document=document or None, limit=PAGE, offset=(number - 1) * PAGE,
        )  # fmt: skip
        counts = record.look(browsing.count_findings, least=least, judged=said)
        total = None if document else sum(counts.get(one, 0) for one in ([kind] if kind else CONFLICTS))
        shelf = Shelf(record)
        return page(
            request, "conflicts.html", found=opposed(shelf, found, verdicts), kind=kind, tabs=TABS, counts=counts,
            document=shelf.document(document) if document else None, least=least, all_counts=sum(
                record.look(browsing.count_findings, least=0.0, judged=UNJUDGED).get(one, 0) for one in CONFLICTS
            ),
            questions={item.id: item for item in shelf.all(Question, [one.question for one in found if one.question])},
            paging=paging(request, number, PAGE, len(found), total), total=total,
        )  # fmt: skip


@router.get("/conflicts/{name}")
def conflict(request: Request, record: OpenRecord, name: str) -> HTMLResponse:
    """One finding: both sides in their paragraphs, what was checked, why, and who judged it how."""
    with record.snapshot():
        found = one(record, Finding, name)
        shelf, who = Shelf(record), current_user(request)
        said = record.look(reviewing.by_reviewer)
        card = cards(shelf, [Next(found.id, 0)], said, who.name, apart=False)[0]
        sides = card.opposed.sides if card.opposed else ()
        twice = found.kind == "quote_variance" and len(sides) == 2
        return page(
            request, "conflict.html", card=card, finding=found, verdicts=VERDICTS,
            passages=passages(shelf, found),
            variance=tellings(sides[0].text, sides[1].text) if twice else (),
            history=record.history(found.id) if found.id in said else (), may=who.may("reviewer"),
        )  # fmt: skip


def passages(shelf: Shelf, found: Finding) -> list[tuple[str, str, Context]]:
    """The paragraphs that a finding's evidence stands in: whose, the link to the words, the text."""
    made = []
    for evidence in found.evidence:
        document = shelf.document(evidence.document)
        context = around(document, evidence.spans)
        if context:
            name = headline(document)
            made.append((name, link_to(document.id, evidence.spans), context))
    return made
