"""Documents: the list of them, and one with its text, its layers and where each thing known of it comes from."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.model.documents import Document
from onrecord.model.findings import Finding, Question, Review
from onrecord.model.items import Claim, Commitment, Entity, Event, Figure, Relation, Statement
from onrecord.model.spans import Span
from onrecord.output.words import sentence_around
from onrecord.record import Filters, browsing
from onrecord.web.layers import LAYERS, covers, part_of, ranges, spans_of
from onrecord.web.looking_up import one
from onrecord.web.notes import notes
from onrecord.web.opened import OpenRecord
from onrecord.web.paging import number_of, paging
from onrecord.web.quoting import link_to
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 50

KNOWN_BY = {
    "metadata": "from the page's own metadata", "dateline": "from the dateline", "caption": "from a picture's caption",
    "text": "from a date in the text", "given": "said by the person who added it",
}  # fmt: skip

TERMS = {
    "on_record": "On the record", "background": "On background", "deep_background": "On deep background",
    "off_record": "Off the record",
}  # fmt: skip


@router.get("/documents")
def documents(
    request: Request,
    record: OpenRecord,
    *,
    outlet: Annotated[str, Query(max_length=200)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    genre: Annotated[str, Query(max_length=20)] = "",
    page_: Annotated[int, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Documents, the latest first."""
    number = number_of(page_)
    filters = Filters(outlet=outlet or None, since=since or None, until=until or None, kind=genre or None)
    with record.snapshot():
        found, total = record.look(browsing.documents, filters, limit=PAGE, offset=(number - 1) * PAGE)
        return page(
            request, "documents.html", documents=found, total=total,
            outlet=outlet, since=since, until=until, genre=genre,
            paging=paging(request, number, PAGE, len(found), total),
        )  # fmt: skip


@router.get("/documents/{name}")
def document(
    request: Request,
    record: OpenRecord,
    name: str,
    at: Annotated[str, Query(max_length=4000)] = "",
    part: int | None = None,
) -> HTMLResponse:
    """A document's text with its layers; the words that `at` names are marked."""
    with record.snapshot():
        annotated = record.annotated(one(record, Document, name).id)
        found = annotated.document
        here = spans_of(at, len(found.text))
        shown = part_of(found, covers(annotated), here, part)
        answering = record.look(browsing.questions_in, found.id)
        texts = {item.id: item.text for item in Shelf(record).all(Question, [question for _, question in answering])}
        questions = {claim: (question, texts[question]) for claim, question in answering if question in texts}
        counts = {
            "statement": len(annotated.statements), "figure": len(annotated.figures),
            "commitment": len(annotated.commitments), "event": len(annotated.events), "entity": len(annotated.entities),
        }  # fmt: skip
        twins = record.duplicates_of(found.id)
        return page(
            request, "document.html", document=found, part=shown, at=ranges(here), layers=LAYERS, counts=counts,
            notes=notes(annotated, questions, shown.stretches), sources=record.sources(found.id),
            version=annotated.version, known_by=KNOWN_BY, terms=TERMS, quoted=_quoted(found, here),
            twins=[(record.document(twin.document), twin) for twin in twins[:5]],
            asked=bool(at), conflicts=record.look(browsing.conflicts_of, [found.id], least=0.0),
        )  # fmt: skip


@router.get("/items/{name}")
def item(record: OpenRecord, name: str) -> Response:
    """Where an item is shown: the lasting link to it."""
    found = record.get(name)
    match found:
        case Document():
            where = f"/documents/{found.id}"
        case Statement():
            where = link_to(found.document, found.content)
        case Claim() | Figure() | Commitment() | Relation():
            where = link_to(found.document, found.spans)
        case Event():
            where = link_to(found.mentions[0].document, found.mentions[0].spans) if found.mentions else "/timeline"
        case Entity():
            where = f"/speakers/{found.id}"
        case Question():
            where = f"/questions/{found.id}"
        case Finding():
            where = f"/conflicts/{found.id}"
        case Review():
            where = f"/items/{found.item}"
    return RedirectResponse(where, 303)


def _quoted(found: Document, here: tuple[Span, ...]) -> str:
    """The sentence of the words asked for, to name the page by."""
    return sentence_around(found, here[0]).of(found.text).strip()[:160] if here else ""
