"""The first page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.web.opened import OpenRecord
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/")
def overview(request: Request, record: OpenRecord) -> HTMLResponse:
    """What the record holds."""
    with record.snapshot():
        return page(request, "overview.html", counts=record.counts())
