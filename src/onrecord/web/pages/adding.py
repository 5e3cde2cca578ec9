"""Adding documents: the form that takes files, text and addresses, and the imports there were."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from onrecord.web.access import current_user
from onrecord.web.jobs import jobs_of
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

JOBS = 20


@router.get("/import")
def form(request: Request, record: OpenRecord, settings: OurSettings) -> HTMLResponse:
    """What can be added, and what was."""
    jobs = list(jobs_of(request).all())[:JOBS]
    return page(
        request, "import.html", jobs=jobs, failures=record.failures()[:50], settings=settings,
        may=current_user(request).may("keeper"),
    )  # fmt: skip
