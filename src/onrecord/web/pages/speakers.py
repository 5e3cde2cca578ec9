"""Speakers and parties: who speaks, and what each said, counted and promised."""

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model.errors import UsageError
from onrecord.model.findings import Position, Question
from onrecord.model.identity import fold
from onrecord.model.items import Commitment, Entity, Figure
from onrecord.output.deadlines import day_of, late_among
from onrecord.output.positions import asked, of_party
from onrecord.output.wording import amount, when
from onrecord.record import Filters, Record, speaking
from onrecord.record.speaking import Who
from onrecord.web.due import promise_of
from onrecord.web.identity import belonging, entity_of, voices_of, who_of
from onrecord.web.opened import OpenRecord
from onrecord.web.paging import number_of, paging
from onrecord.web.positions import Side, cell_of, sides_of
from onrecord.web.quoting import Quote, quote_of
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

PAGE = 40
STATEMENTS = 8
FIGURES = 6
PROMISES = 4
QUESTIONS = 12
PARTIES = 12


class Stand(NamedTuple):
    """A question that somebody answers, how, and in the name of whom."""

    question: Question
    side: Side | None
    claims: int


class Counted(NamedTuple):
    """A figure that somebody used."""

    figure: Figure
    value: str
    period: str
    quote: Quote


@router.get("/speakers")
def speakers(
    request: Request,
    record: OpenRecord,
    q: Annotated[str, Query(max_length=200)] = "",
    page_: Annotated[int, Query(alias="page")] = 1,
) -> HTMLResponse:
    """Who speaks most."""
    number = number_of(page_)
    with record.snapshot():
        found = voices_of(record, name=q or None, limit=PAGE, offset=(number - 1) * PAGE)
        return page(
            request, "speakers.html", voices=found, q=q,
            parties=record.look(speaking.parties, PARTIES) if number == 1 and not q else [],
            paging=paging(request, number, PAGE, len(found), None),
        )  # fmt: skip


@router.get("/speakers/{name}")
def speaker(
    request: Request, record: OpenRecord, name: str, page_: Annotated[int, Query(alias="page")] = 1
) -> HTMLResponse:
    """One speaker."""
    with record.snapshot():
        entity = entity_of(record, name)
        return _page(request, record, who_of(record, entity), entity, number_of(page_))


@router.get("/parties/{name:path}")
def party(
    request: Request, record: OpenRecord, name: str, page_: Annotated[int, Query(alias="page")] = 1
) -> HTMLResponse:
    """One party: what all who speak for it said."""
    with record.snapshot():
        return _page(request, record, Who(name, party=name), None, number_of(page_))


def promises_by(record: Record, who: Who, most: int) -> tuple[list[Commitment], int]:
    """The promises that somebody made or is bound by, the latest first, and how many there are."""
    bound = record.look(speaking.bound)
    named = {party for name in (who.name, *who.others) for party in speaking.named_like(name, bound)}
    return record.look(speaking.promises, who, tuple(sorted(named)), limit=most)


def _page(request: Request, record: Record, who: Who, entity: Entity | None, number: int) -> HTMLResponse:
    shelf = Shelf(record)
    said, total = record.look(speaking.statements, who, limit=STATEMENTS, offset=(number - 1) * STATEMENTS)
    figures, figures_total = record.look(speaking.figures, who, limit=FIGURES)
    promises, promises_total = promises_by(record, who, PROMISES)
    silent = belonging(record, who.party, PARTIES) if who.party and not said else []
    stands = stands_of(shelf, who, entity)
    if not (said or figures or promises or entity or silent or stands):
        stands = _answered(record, who)
        if not stands:
            raise UsageError("E520", "nobody in the record stands for a party of this name", where=who.name,
                             remedy="Look under /speakers")  # fmt: skip
    shelf.prepare([*said, *figures, *promises])
    late = late_among(record, promises, day_of(record))
    voices = voices_of(record, party=who.party, limit=PARTIES) if who.party else []
    return page(
        request, "speaker.html", who=who, entity=entity, total=total, said=[quote_of(shelf, one) for one in said],
        stands=stands, figures_total=figures_total, promises_total=promises_total,
        figures=[_counted(shelf, one) for one in figures],
        promises=[promise_of(shelf, one, late.get(one.id)) for one in promises],
        voices=voices, silent=silent,
        paging=paging(request, number, STATEMENTS, len(said), total), cell_of=cell_of,
    )  # fmt: skip


def _counted(shelf: Shelf, item: Figure) -> Counted:
    return Counted(item, amount(item), when(item.period) if item.period else "", quote_of(shelf, item))


def stands_of(shelf: Shelf, who: Who, entity: Entity | None) -> list[Stand]:
    """The questions that somebody answers, with the side that its claims belong to."""
    ranked = shelf.record.look(speaking.questions, who, QUESTIONS)
    questions = shelf.all(Question, (name for name, _ in ranked))
    claims = dict(ranked)
    return [Stand(question, _side(question, who, entity), claims[question.id]) for question in questions]


def _answered(record: Record, who: Who) -> list[Stand]:
    """The questions on which comparing has a position of a party that no document names so: "council"."""
    party = who.party or who.name
    return [
        Stand(question, _side(question, who, None), sum(len(position.claims) for position in of_party(question, party)))
        for question in asked(record, Filters(party=party, limit=QUESTIONS))
    ]


def _side(question: Question, who: Who, entity: Entity | None) -> Side | None:
    own = {fold(who.name), fold(who.party or who.name), fold((entity and entity.party) or who.name)}
    names = {fold(name) for name in (who.name, *who.others)}
    found = [side for side in sides_of(question) if fold(side.name) in own]
    if entity:
        positions: list[Position] = [p for p in question.positions if p.holder and fold(p.holder) in names]
        if positions:
            side = found[0] if found else sides_of(question)[0]
            return side._replace(positions=tuple(positions))
    return found[0] if found else None
