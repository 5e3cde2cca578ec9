"""Questions: the list of them, and one with its positions over time and all that was said."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model.findings import Finding, Position, Question
from onrecord.model.items import Claim
from onrecord.record import browsing
from onrecord.web.charts import Chart, Dot, lanes
from onrecord.web.differences import tellings
from onrecord.web.looking_up import one
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.paging import number_of, paging
from onrecord.web.positions import Side, matrix, sides_of
from onrecord.web.quoting import Opposed, Quote, opposed, quote_of
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page
from onrecord.web.verdicts import judged

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 40
CLAIMS_SHOWN = 6
"""Claims of a position that are shown before the rest is asked for."""
FINDINGS_SHOWN = 4
LANES = 10


class Said(NamedTuple):
    """A position of a side with the words it rests on; `more` are the claims not shown."""

    position: Position
    quotes: tuple[Quote, ...]
    more: int


class Voices(NamedTuple):
    """A side with what it said, position by position."""

    side: Side
    said: tuple[Said, ...]


@router.get("/questions")
def questions(
    request: Request,
    record: OpenRecord,
    settings: OurSettings,
    *,
    q: Annotated[str, Query(max_length=400)] = "",
    disputed: str = "",
    page_: Annotated[int, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Questions as a matrix: all of them, or those in dispute."""
    number = number_of(page_)
    offset = (number - 1) * PAGE
    with record.snapshot():
        said, least = judged(record.verdicts()), settings.least_score
        ranked = record.look(browsing.disputed, least=least, judged=said)
        findings = {one.question: one.findings for one in ranked}
        if disputed:
            ids, total = list(findings)[offset : offset + PAGE], len(findings)
        else:
            ids, total = record.look(browsing.questions, text=q, limit=PAGE, offset=offset)
        found = Shelf(record).all(Question, ids)
        columns, rows = matrix([(question, findings.get(question.id, 0)) for question in found])
        return page(
            request, "questions.html", columns=columns, rows=rows, q=q, disputed=bool(disputed), total=total,
            paging=paging(request, number, PAGE, len(ids), total),
        )  # fmt: skip


@router.get("/questions/{name}")
def question(
    request: Request,
    record: OpenRecord,
    settings: OurSettings,
    name: str,
    everything: Annotated[str, Query(alias="all")] = "",
) -> HTMLResponse:
    """One question: who answers what, since when, in which words, and where they clash."""
    with record.snapshot():
        found = one(record, Question, name)
        shelf, verdicts = Shelf(record), record.verdicts()
        least = settings.least_score
        by_kind = record.look(browsing.findings_of, found.id, least, judged(verdicts))
        clashing = [name for kind in browsing.OPPOSING for name in by_kind.get(kind, ())]
        kinds = (clashing, by_kind.get("agreement", []), by_kind.get("quote_variance", []))
        shown = [names if everything else names[:FINDINGS_SHOWN] for names in kinds]
        findings = {one.id: one for one in shelf.all(Finding, chain(*shown))}
        voices = voices_of(shelf, found, None if everything else CLAIMS_SHOWN, findings.values())
        clashes, agreements, variances = (
            opposed(shelf, [findings[name] for name in names], verdicts) for names in shown
        )
        return page(
            request, "question.html",
            question=found, voices=voices, chart=chart_of(voices), undated=undated(voices),
            clashes=clashes, agreements=agreements, variances=[(one, difference(one)) for one in variances],
            clash_count=len(clashing), everything=bool(everything),
        )  # fmt: skip


def voices_of(shelf: Shelf, found: Question, most: int | None, beside: Iterable[Finding] = ()) -> list[Voices]:
    """The sides of a question with their words, fetched together with what the findings beside them need."""
    sides = sides_of(found)
    shown = {
        name for side in sides for position in side.positions for name in position.claims[:most]
    }  # fmt: skip
    claims = {claim.id: claim for claim in shelf.all(Claim, sorted(shown))}
    shelf.prepare([*claims.values(), *beside])
    quotes = {name: quote_of(shelf, claim) for name, claim in claims.items()}
    return [
        Voices(side, tuple(_said(position, quotes) for position in side.positions)) for side in sides
    ]  # fmt: skip


def _said(position: Position, quotes: dict[str, Quote]) -> Said:
    here = [quotes[name] for name in position.claims if name in quotes]
    ordered = sorted(here, key=lambda quote: (quote.day or date.max, quote.reported, quote.item))
    return Said(position, tuple(ordered), len(position.claims) - len(here))


def chart_of(voices: Sequence[Voices]) -> Chart | None:
    """The answers of the first sides over time."""
    return lanes([(voice.side.name, list(_dots(voice))) for voice in voices[:LANES]])


def _dots(voice: Voices) -> Iterable[Dot]:
    for said in voice.said:
        days: dict[date, list[Quote]] = {}
        for quote in said.quotes:
            if quote.day:
                days.setdefault(quote.day, []).append(quote)
        for day, quotes in sorted(days.items()):
            yield Dot(day, said.position.answer, f"#{quotes[0].item}", len(quotes))


def undated(voices: Sequence[Voices]) -> int:
    """How many of the words shown have no day."""
    return sum(1 for voice in voices for said in voice.said for quote in said.quotes if quote.day is None)


def difference(found: Opposed) -> tuple[object, ...]:
    """Two tellings of one quotation, word by word; nothing where there are not two."""
    if len(found.sides) != 2:
        return ()
    return tellings(found.sides[0].text, found.sides[1].text)
