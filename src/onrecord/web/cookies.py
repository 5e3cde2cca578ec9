"""Our two cookies: who is logged in, and which browser this is. No script reads them, no other site sends them."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

SESSION = "onrecord_session"
VISIT = "onrecord_visit"


def is_secure(request: HTTPConnection) -> bool:
    """Whether the browser speaks TLS, to us or to the proxy that we were told to believe."""
    return request.url.scheme == "https"


def name_of(request: HTTPConnection, cookie: str) -> str:
    """A cookie's name here: with TLS the prefix makes browsers refuse one that another host or plain HTTP set."""
    return f"__Host-{cookie}" if is_secure(request) else cookie


def cookie_of(request: HTTPConnection, cookie: str) -> str | None:
    """What the browser sent."""
    return request.cookies.get(name_of(request, cookie))


def set_cookie(request: HTTPConnection, response: Response, cookie: str, value: str) -> None:
    """Give the browser a cookie until it is closed."""
    response.set_cookie(
        name_of(request, cookie), value, path="/", secure=is_secure(request), httponly=True, samesite="lax"
    )


def drop_cookie(request: HTTPConnection, response: Response, cookie: str) -> None:
    """Take a cookie from the browser."""
    response.delete_cookie(name_of(request, cookie), path="/", secure=is_secure(request), httponly=True, samesite="lax")
