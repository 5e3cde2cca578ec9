"""What went wrong, as a page or a problem body that says what to do: the right status for each error."""

import logging
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from onrecord.model.errors import OnRecordError, RecordError
from onrecord.web.access import NotLoggedIn
from onrecord.web.problems import first_fault, headers_of, problem, problem_of, status_of, wants_json
from onrecord.web.templating import page

WORDS = {404: "there is nothing at this address", 405: "this address takes no such request"}


def install(app: FastAPI) -> None:
    """Have the application answer errors with pages, and programs with problem bodies."""
    app.add_exception_handler(OnRecordError, _known)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(NotLoggedIn, _not_logged_in)


def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnRecordError)
    if wants_json(request):
        return problem_of(error)
    status = status_of(error)
    if isinstance(error, RecordError):  # where the record is, concerns whoever serves it alone
        error = RecordError(error.code, error.reason, remedy=error.remedy)
    made = page(request, "error.html", status, status=status, error=error)
    made.headers.update(headers_of(status))
    return made


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if wants_json(request):
        made = problem(error.status_code, WORDS.get(error.status_code, error.detail))
    else:
        made = page(request, "error.html", error.status_code, status=error.status_code, error=error)
    made.headers.update(error.headers or {})
    return made


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    words = first_fault(error.errors())
    if wants_json(request):
        return problem(422, words, code="E539")
    return page(request, "error.html", 422, status=422, error=OnRecordError("E539", words, remedy="Check the address"))


def _not_logged_in(request: Request, _: Exception) -> Response:
    if wants_json(request):
        return problem(401, "nobody is logged in", remedy="Log in with a browser at /login")
    path = request.url.path if request.method == "GET" else "/"
    query = f"?{request.url.query}" if request.method == "GET" and request.url.query else ""
    target = f"/login?then={quote(path + query, safe='/')}"
    if request.headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": target})
    return RedirectResponse(target, 303)


def too_much(request: Request, size: int, most: int) -> Response:
    """A body that is longer than it may be, refused before any of it was read."""
    words, remedy = f"this is too much at once: {size:,} of at most {most:,} bytes", "Send it in smaller parts"
    if request.url.path == "/import":
        remedy = (
            "Nothing of it was added. Add fewer files at a time, or add them on the command line: onrecord add FILES"
        )
    if wants_json(request):
        return problem(413, words, code="E539", remedy=remedy)
    return page(request, "error.html", 413, status=413, error=OnRecordError("E539", words, remedy=remedy))


def unexpected(request: Request, error: Exception) -> Response:
    """A fault of ours: logged with its place, and told without it."""
    logging.getLogger("onrecord.web").error("%s %s failed", request.method, request.url.path, exc_info=error)
    words = "the server stopped at this request by a fault of its own"
    remedy = "Nothing was lost. Please report it with the line that stands in the terminal"
    if wants_json(request):
        return problem(500, words, code="E590", remedy=remedy)
    return page(request, "error.html", 500, status=500, error=OnRecordError("E590", words, remedy=remedy))
