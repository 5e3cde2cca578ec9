"""What came onto the record since somebody last looked: a mark in a cookie, nothing that is kept on the server."""

import time
from typing import NamedTuple

from fastapi import Request
from fastapi.responses import Response

from onrecord.record import Record, browsing

COOKIE = "onrecord_seen"
AGAIN = 30 * 60
"""Seconds after which a look counts as another visit."""


class Visit(NamedTuple):
    """The documents kept since the last visit (the latest kept, on a first one), and the cookie to leave."""

    first: bool
    documents: tuple[str, ...]
    cookie: str


def visit(request: Request, record: Record, most: int, now: float | None = None) -> Visit:
    """What is new to whoever asks."""
    moment = int(time.time() if now is None else now)
    latest = next((number for _, number in record.look(browsing.newest, 1)), 0)
    seen, current, at = _read(request.cookies.get(COOKIE, ""))
    first = at is None
    if at is None or moment - at > AGAIN:
        seen, current = (0 if first else current), latest
    after = 0 if first else seen
    found = tuple(document for document, _ in record.look(browsing.newest, most, after))
    return Visit(first or not seen, found, f"{seen}.{current}.{moment}")


def leave(response: Response, made: Visit) -> None:
    """Leave the cookie."""
    response.set_cookie(COOKIE, made.cookie, max_age=365 * 86400, samesite="strict", httponly=True)


def _read(cookie: str) -> tuple[int, int, int | None]:
    parts = cookie.split(".")
    if len(parts) == 3 and all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts):
        return int(parts[0]), int(parts[1]), int(parts[2])
    return 0, 0, None
