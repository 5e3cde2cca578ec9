"""The network: who does what to whom, as a ring of names and a table."""

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.model.items import Relation
from onrecord.record import browsing
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
        found = record.look(browsing.ties, about=about or None, limit=MOST)
        ties = [Tie(relation, times, link_to(relation.document, relation.spans)) for relation, times in found]
        drawn = ring([(tie.relation.subject, tie.relation.object, tie.times) for tie in ties])
        return page(request, "network.html", ties=ties, drawn=drawn, about=about, most=MOST)
