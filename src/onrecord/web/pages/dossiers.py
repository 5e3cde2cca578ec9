"""Dossiers: a question or a speaker on paper, with every quotation, its speaker, date and source."""

from datetime import date, datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.language.calendar import day_written
from onrecord.model.errors import UsageError
from onrecord.model.findings import Question
from onrecord.model.items import Claim
from onrecord.output.deadlines import day_of, late_among
from onrecord.record import browsing, speaking
from onrecord.web.due import promise_of
from onrecord.web.identity import entity_of, who_of
from onrecord.web.looking_up import one
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.pages.questions import chart_of, voices_of
from onrecord.web.pages.speakers import promises_by, stands_of
from onrecord.web.quoting import opposed, quote_of
from onrecord.web.shelf import Shelf
from onrecord.web.templating import HERE, environment, page
from onrecord.web.verdicts import judged

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

CLAIMS = 60
"""Quotations of one position that a dossier holds: what is left out is said."""

FINDINGS = 40
PROMISES = 60


@router.get("/questions/{name}/dossier")
def question(request: Request, record: OpenRecord, settings: OurSettings, name: str) -> HTMLResponse:
    """A question's dossier as a page to print or send."""
    with record.snapshot():
        return page(request, "dossier_question.html", paper=False, **_question(record, settings, name))


@router.get("/questions/{name}/dossier.pdf")
def question_pdf(request: Request, record: OpenRecord, settings: OurSettings, name: str) -> Response:
    """A question's dossier as a PDF."""
    with record.snapshot():
        return _pdf(request, "dossier_question.html", _question(record, settings, name), name)


@router.get("/speakers/{name}/dossier")
def speaker(request: Request, record: OpenRecord, name: str) -> HTMLResponse:
    """A speaker's dossier as a page to print or send."""
    with record.snapshot():
        return page(request, "dossier_speaker.html", paper=False, **_speaker(record, name))


@router.get("/speakers/{name}/dossier.pdf")
def speaker_pdf(request: Request, record: OpenRecord, name: str) -> Response:
    """A speaker's dossier as a PDF."""
    with record.snapshot():
        return _pdf(request, "dossier_speaker.html", _speaker(record, name), name)


def _question(record: OpenRecord, settings: OurSettings, name: str) -> dict[str, Any]:
    found = one(record, Question, name)
    shelf, verdicts = Shelf(record), record.verdicts()
    voices = voices_of(shelf, found, CLAIMS)
    findings = record.look(
        browsing.findings, kinds=("contradiction", "shift", "quote_variance"), least=settings.least_score,
        judged=judged(verdicts), question=found.id, limit=FINDINGS,
    )  # fmt: skip
    quoted = {quote.document for voice in voices for said in voice.said for quote in said.quotes}
    return {
        "question": found, "voices": voices, "chart": chart_of(voices), "clashes": opposed(shelf, findings, verdicts),
        "sources": sorted((shelf.document(name) for name in quoted), key=lambda d: (d.outlet or "~", d.id)),
        "made": _today(), "where": record.location,
    }  # fmt: skip


def _speaker(record: OpenRecord, name: str) -> dict[str, Any]:
    entity = entity_of(record, name)
    who, shelf = who_of(record, entity), Shelf(record)
    stands = stands_of(shelf, who, entity)
    named = record.look(speaking.claims_on, who, tuple(stand.question.id for stand in stands))
    claims = shelf.all(Claim, [claim for names in named.values() for claim in names[:CLAIMS]])
    promises, _ = promises_by(record, who, PROMISES)
    shelf.prepare([*claims, *promises])
    late = late_among(record, promises, day_of(record))
    said = {
        stand.question.id: [quote_of(shelf, c) for c in claims if c.question == stand.question.id] for stand in stands
    }
    quoted = {claim.document for claim in claims} | {item.document for item in promises}
    return {
        "entity": entity, "stands": stands, "said": said,
        "promises": [promise_of(shelf, item, late.get(item.id)) for item in promises],
        "sources": sorted((shelf.document(name) for name in quoted), key=lambda d: (d.outlet or "~", d.id)),
        "made": _today(), "where": record.location,
    }  # fmt: skip


def _today() -> str:
    return day_written(date.fromisoformat(datetime.now().astimezone().date().isoformat()))


def _pdf(request: Request, template: str, context: dict[str, Any], name: str) -> Response:
    """The same page through WeasyPrint, which may look up nothing but our own style sheet."""
    try:
        from weasyprint import CSS, HTML
    except (ImportError, OSError) as error:
        raise UsageError(
            "E550", "making a PDF needs WeasyPrint",
            remedy="Run: pip install 'onrecord[pdf]', or print the page of the dossier",
        ) from error  # fmt: skip
    text = environment().get_template(template).render(request=request, paper=True, **context)
    sheet = CSS(filename=str(HERE / "static" / "paper.css"))
    made = HTML(string=text, base_url=str(request.base_url), url_fetcher=_refuse).write_pdf(stylesheets=[sheet])
    return Response(
        made, media_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name.partition("-")[0]}-{name[-8:]}.pdf"'},
    )  # fmt: skip


def _refuse(url: str, *_: object, **__: object) -> None:
    """A dossier is made of what the record holds: nothing is fetched for it."""
    raise ValueError(url)
