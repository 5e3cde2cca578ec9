"""What went wrong, as a page that says what to do: the right status for each of the project's errors."""

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from onrecord.model.errors import OnRecordError
from onrecord.web.templating import page

STATUS = {"E301": 503, "E302": 403, "E520": 404, "E521": 300, "E522": 409, "E523": 422, "E524": 422, "E525": 422}
"""The status that each error has on the web; others are the server's fault (500)."""


def install(app: FastAPI) -> None:
    """Have the application answer errors with pages."""

    @app.exception_handler(OnRecordError)
    def known(request: Request, error: OnRecordError) -> Response:
        status = STATUS.get(error.code, 500)
        return page(request, "error.html", status, status=status, error=error)

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        made = page(request, "error.html", error.status_code, status=error.status_code, error=error)
        made.headers.update(error.headers or {})
        return made
