"""Promises on a board: what is overdue, what is due next, what became of the others."""

from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.comparing.overdue import BINDING
from onrecord.model.items import Commitment
from onrecord.output.deadlines import day_of
from onrecord.record import Record, browsing
from onrecord.web.due import Promise, due_next, past_due, promise_of
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page
from onrecord.web.verdicts import judged

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

FEW = 8
MANY = 100
SETTLED = {"done": "kept", "broken": "broken", "withdrawn": "broken", "in_progress": "progress"}

Lane = Literal["overdue", "due", "progress", "kept", "broken", "undated"]


class Column(NamedTuple):
    """A column of the board: what it is called, what that means, and its promises; `more` where there are others."""

    key: str
    name: str
    meaning: str
    promises: tuple[Promise, ...]
    more: bool


@router.get("/commitments")
def commitments(request: Request, record: OpenRecord, settings: OurSettings, lane: Lane | None = None) -> HTMLResponse:
    """The board, or one of its columns at length."""
    with record.snapshot():
        day = settings.as_of or day_of(record)
        board = columns(record, day, MANY if lane else FEW, lane)
        return page(request, "commitments.html", board=board, day=day, lane=lane)


def columns(record: Record, day: date | None, most: int, lane: str | None = None) -> list[Column]:
    """The columns that have something, or the one asked for."""
    shelf, said = Shelf(record), judged(record.verdicts())
    told = _told(shelf)

    def column(key: str, name: str, meaning: str, found: list[Promise]) -> Column | None:
        return Column(key, name, meaning, tuple(found[:most]), len(found) > most) if found or lane == key else None

    made = []
    if lane in (None, "overdue"):
        late = past_due(shelf, day, most + 1, rejected=said.rejected)
        made.append(column("overdue", "Overdue", "The day has passed and no document here reports it done", late))
    if lane in (None, "due"):
        made.append(column("due", "Due next", "The day is still to come", due_next(shelf, day, most + 1)))
    for key, name, meaning in (
        ("progress", "In progress", "A later document says that it has begun"),
        ("kept", "Done", "A later document says that it was done"),
        ("broken", "Broken or withdrawn", "A later document says that it was given up"),
    ):
        if lane in (None, key):
            made.append(column(key, name, meaning, told.get(key, [])))
    if lane in (None, "undated"):
        open_ = record.look(browsing.undated_promises, kinds=BINDING, limit=most + 1)
        shelf.prepare(open_)
        made.append(
            column("undated", "No date given", "Nobody said by when", [promise_of(shelf, one) for one in open_])
        )
    return [one for one in made if one]


def _told(shelf: Shelf) -> dict[str, list[Promise]]:
    """The promises that later documents say something of, by what became of them."""
    found: dict[str, list[Commitment]] = {}
    for item in islice(shelf.record.look(browsing.with_progress, 4 * MANY), 4 * MANY):
        status = item.history[-1].status if item.history else "announced"
        if status in SETTLED:
            found.setdefault(SETTLED[status], []).append(item)
    shelf.prepare(item for items in found.values() for item in items)
    return {key: [promise_of(shelf, item) for item in items] for key, items in found.items()}
