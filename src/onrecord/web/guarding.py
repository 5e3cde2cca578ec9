"""What holds for every request, whatever it asks for.

Which names we answer to, from where changes may come, how long a body may be, what browsers may do with the
answer, and that a fault of ours becomes a page.
"""

import re
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web import tokens
from onrecord.web.access import CHANGING
from onrecord.web.cookies import VISIT, cookie_of, is_secure, set_cookie
from onrecord.web.failing import too_much, unexpected
from onrecord.web.settings import LOOPBACK, Settings

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOR_EVER = "public, max-age=31536000, immutable"
USUAL_BODY = 8_000_000
"""Bytes of a request that is no import: a review or a pasted text is far shorter."""

FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"via")
_VISIT = re.compile(r"[\w-]{32}")


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        sent = cookie_of(request, VISIT) or ""
        is_known = bool(_VISIT.fullmatch(sent))
        scope[tokens.VISIT] = sent if is_known else tokens.new_visit()

        answered = False

        async def send_guarded(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = True
                self._finish(request, MutableHeaders(scope=message), is_known=is_known)
            await send(message)

        refusal = self._refusal(request)
        if refusal:
            if refusal.status_code == 413:
                await _read_off(receive, 2 * self._most(request))
            await refusal(scope, receive, send_guarded)
            return
        try:
            await self._app(scope, _bounded(receive, self._most(request)), send_guarded)
        except ClientDisconnect:
            return  # nobody is there to be told
        except Exception as error:
            if answered:
                raise
            await unexpected(Request(scope), error)(scope, receive, send_guarded)

    def _refusal(self, request: HTTPConnection) -> Response | None:
        settings = self._settings
        if not settings.authentication and any(name in FORWARDED for name, _ in request.scope["headers"]):
            return _refused(
                403, "This request came through a proxy, and a proxy opens the record to others: "
                "make users with “onrecord users add”, then run “onrecord serve --behind-proxy”."
            )  # fmt: skip
        host = _host(request.headers.get("host", ""))
        known = LOOPBACK | set(settings.hosts)
        if (not settings.authentication or settings.hosts) and host not in known:
            return _refused(
                421, f"This server does not answer to the name “{host[:80]}”. Open it as http://127.0.0.1:"
                f"{settings.port}/, or start it with --allow-host {host[:80]}."
            )  # fmt: skip
        if "\0" in request.url.path or "\0" in request.scope["path"]:
            return _refused(404, "There is nothing at this address.")
        if request.scope["method"] in CHANGING and not _comes_from_us(request):
            return _refused(403, "This change was sent by another site. Nothing was done.")
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._most(request):
            return too_much(Request(request.scope), int(length), self._most(request))
        return None

    def _most(self, request: HTTPConnection) -> int:
        return self._settings.upload_bytes if request.url.path == "/import" else USUAL_BODY

    def _finish(self, request: HTTPConnection, headers: MutableHeaders, *, is_known: bool) -> None:
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        if is_secure(request):
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if request.url.path.startswith("/static/") and request.query_params.get("v"):
            headers["Cache-Control"] = FOR_EVER
        else:
            headers.setdefault("Cache-Control", "no-store" if self._settings.authentication else "no-cache")
        if request.scope.get(tokens.USED) and not is_known:
            cookie = Response()
            set_cookie(request, cookie, VISIT, request.scope[tokens.VISIT])
            headers.append("Set-Cookie", cookie.headers["set-cookie"])


def _refused(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status)


def _host(header: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return header


def _comes_from_us(request: HTTPConnection) -> bool:
    """Whether a change comes from one of our pages, as far as the browser says. The token decides where it does not."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin is None or origin == "null":  # "null" is what browsers say under our Referrer-Policy
        return True
    return urlsplit(origin).netloc.casefold() == request.headers.get("host", "").casefold()


async def _read_off(receive: Receive, most: int) -> None:
    """Take what is still coming, up to a point: a browser shows an answer only when it could send its part."""
    taken = 0
    while taken < most:
        message = await receive()
        taken += len(message.get("body", b""))
        if not message.get("more_body"):
            return


def _bounded(receive: Receive, most: int) -> Receive:
    """A body that ends in an error where it is longer than it may be, whatever its length was said to be."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, f"This is too much at once: more than {most:,} bytes.")
        return message

    return bounded
