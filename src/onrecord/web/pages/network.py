"""The network: who does what to whom, as a ring of names and a table."""

from typing import Annotated, NamedTuple

import msgspec
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model.identity import fold
from onrecord.model.items import Relation
from onrecord.output.ties import sameness
from onrecord.record import Record, browsing
from onrecord.web.opened import OpenRecord
from onrecord.web.quoting import link_to
from onrecord.web.ring import ring
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

MOST = 60


class Tie(NamedTuple):
    """A relation with how often it is told and where one telling is."""

    relation: Relation
    times: int
    href: str


@router.get("/network")
def network(request: Request, record: OpenRecord, about: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """The ties told most often, or those of one name."""
    with record.snapshot():
        ties = ties_of(record, about)
        drawn = ring([(tie.relation.subject, tie.relation.object, tie.times) for tie in ties])
        return page(request, "network.html", ties=ties, drawn=drawn, about=about, most=MOST)


def ties_of(record: Record, about: str) -> list[Tie]:
    """The ties told most often, or those of somebody under any name; who is one is named so."""
    called = sameness(record).called()
    asked: tuple[str, ...] = (fold(about),) if fold(about) else ()
    if fold(about) in called:
        entity = called[fold(about)]
        asked = tuple(name for name, other in called.items() if other.id == entity.id)
    found: dict[tuple[str, str, str, str], Tie] = {}
    for relation, times in record.look(browsing.ties, about=asked, limit=MOST):
        subject, thing = (
            called[fold(name)].name if fold(name) in called else name for name in (relation.subject, relation.object)
        )
        key = (fold(subject), relation.predicate, fold(thing), relation.polarity)
        before = found.get(key)
        shown = msgspec.structs.replace(relation, subject=subject, object=thing)
        found[key] = (
            before._replace(times=before.times + times) if before
            else Tie(shown, times, link_to(relation.document, relation.spans))
        )  # fmt: skip
    return sorted(found.values(), key=lambda tie: -tie.times)
