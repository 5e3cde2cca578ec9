"""Who asks, and what they may do. Every route names the role that it needs by `Depends(require(…))`."""

from collections.abc import Awaitable, Callable

import msgspec
from fastapi import Request
from fastapi.concurrency import run_in_threadpool

from onrecord.model.errors import UsageError
from onrecord.record import Record
from onrecord.record.accounts import ROLES, Role
from onrecord.web import tokens
from onrecord.web.cookies import SESSION, cookie_of
from onrecord.web.settings import Settings

CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})

LONGEST_FIELD = 5_000_000
"""Bytes of one field of a form that is no file: a long text may be pasted."""

MOST_FIELDS = 1_000


class User(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who uses the application. On loopback without a login it is whoever sits at this computer."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether the user may do what that role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class NotLoggedIn(Exception):
    """Nobody is logged in, and somebody must be."""


NOBODY = User(name="", role="reader")


def current_user(request: Request) -> User:
    """Who asks; `NOBODY` before the login."""
    known: User | None = getattr(request.state, "user", None)
    if known is None:
        known = _user(request)
        request.state.user = known
    return known


def require(role: Role) -> Callable[[Request], Awaitable[User]]:
    """A dependency: the user, who may do what that role may; a change must carry the token of one of our pages."""

    async def check(request: Request) -> User:
        user = await run_in_threadpool(current_user, request)
        if user is NOBODY:
            raise NotLoggedIn
        if not user.may(role):
            raise UsageError(
                "E537", f"this is for a {role}, and {user.name} is a {user.role}",
                remedy=f"Ask who keeps the record to run: onrecord users role {user.name!r} {role}",
            )  # fmt: skip
        await check_token(request)
        return user

    check.__doc__ = f"The user, who is at least a {role}."
    check.role = role  # type: ignore[attr-defined]  # so that a test can see what each route asks for
    return check


async def check_token(request: Request) -> None:
    """Refuse a change that does not come from one of our own pages."""
    if request.method not in CHANGING:
        return
    given = request.headers.get("x-csrf-token")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if given is None and kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        settings: Settings = request.app.state.settings
        form = await request.form(max_files=settings.upload_files, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
        field = form.get("csrf")
        given = field if isinstance(field, str) else None
    if given is None or not tokens.is_of(given, request.scope[tokens.VISIT]):
        raise UsageError(
            "E538", "the page that sent this was opened before the server started, or is not ours",
            remedy="Go back, load the page again, and send it once more",
        )  # fmt: skip


def csrf_token(request: Request) -> str:
    """The token that a form sends back to show that it is ours."""
    request.scope[tokens.USED] = True
    return tokens.of(request.scope[tokens.VISIT])


def _user(request: Request) -> User:
    settings: Settings = request.app.state.settings
    if not settings.authentication:
        return User(name=settings.reviewer, role="keeper")
    secret = cookie_of(request, SESSION)
    record: Record = request.app.state.record
    account = record.accounts.logged_in(secret) if secret else None
    return User(name=account.name, role=account.role) if account else NOBODY
