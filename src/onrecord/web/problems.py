"""An error as a status, and as a body that programs read: one line each of what is wrong and what to do (RFC 9457)."""

from typing import Any

import msgspec
from fastapi import Request
from fastapi.responses import Response

from onrecord.model.errors import OnRecordError, ReadingError, RecordError, UsageError

STATUS = {
    "E301": 503, "E302": 503, "E308": 507, "E310": 503,
    "E520": 404, "E521": 409, "E522": 409, "E526": 409, "E527": 409, "E536": 404, "E535": 404,
    "E533": 429, "E537": 403, "E538": 403, "E539": 400,
    "E550": 501,
}  # fmt: skip
"""The status that an error has on the web, where it is not that of its kind."""

RETRY_AFTER = {503: "5", 429: "900"}
"""Seconds after which asking again makes sense."""

MEDIA_TYPE = "application/problem+json"


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the body of an error holds. `code` is one of the table of errors in the documentation."""

    status: int
    title: str
    code: str | None = None
    where: str | None = None
    remedy: str | None = None


def status_of(error: OnRecordError) -> int:
    """The status for one of the project's errors."""
    if error.code in STATUS:
        return STATUS[error.code]
    return 422 if isinstance(error, UsageError | ReadingError) else 500


def headers_of(status: int) -> dict[str, str]:
    """The headers that go with a status."""
    return {"Retry-After": RETRY_AFTER[status]} if status in RETRY_AFTER else {}


def problem(status: int, title: str, **more: str | None) -> Response:
    """The body of an error."""
    body = msgspec.json.encode(Problem(status=status, title=" ".join(title.split()), **more))
    return Response(body, status, headers_of(status), MEDIA_TYPE)


def problem_of(error: OnRecordError) -> Response:
    """The body of one of the project's errors; where on the server the record is, is not told."""
    where = None if isinstance(error, RecordError) else error.where
    return problem(status_of(error), error.reason, code=error.code, where=where, remedy=error.remedy)


def wants_json(request: Request) -> bool:
    """Whether a program asks."""
    return request.url.path == "/api" or request.url.path.startswith("/api/")


def first_fault(faults: Any) -> str:  # noqa: ANN401 - what FastAPI's validation found
    """What is wrong with a request's parameters, in one line."""
    fault = next(iter(faults), None)
    if not fault:
        return "the request cannot be understood"
    place = ".".join(str(part) for part in fault.get("loc", ()) if part not in ("query", "path", "body"))
    return f"{place}: {fault.get('msg', 'cannot be understood')}" if place else str(fault.get("msg"))
