"""Logging in and out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.web import tokens
from onrecord.web.access import check_token, csrf_token
from onrecord.web.cookies import SESSION, VISIT, cookie_of, drop_cookie, set_cookie
from onrecord.web.opened import OpenRecord, OurSettings
from onrecord.web.templating import page

router = APIRouter(include_in_schema=False)


@router.get("/login")
def ask(request: Request, settings: OurSettings, then: str = "/") -> Response:
    """The form to log in."""
    if not settings.authentication:
        return RedirectResponse("/", 303)
    return _form(request, then=local(then))


@router.post("/login", dependencies=[Depends(check_token)])
def login(
    *,
    request: Request,
    record: OpenRecord,
    settings: OurSettings,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    then: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session, with new cookies: none that was known before is worth anything in it."""
    if not settings.authentication:
        return RedirectResponse("/", 303)
    secret = record.accounts.login(name, password, request.client.host if request.client else "")
    if secret is None:
        return _form(request, then=local(then), name=name, is_wrong=True, status=401)
    before = cookie_of(request, SESSION)
    if before:
        record.accounts.logout(before)
    response = RedirectResponse(local(then), 303)
    set_cookie(request, response, SESSION, secret)
    set_cookie(request, response, VISIT, tokens.new_visit())
    return response


@router.post("/logout", dependencies=[Depends(check_token)])
def logout(request: Request, record: OpenRecord) -> Response:
    """End the session, on the server too."""
    secret = cookie_of(request, SESSION)
    if secret:
        record.accounts.logout(secret)
    response = RedirectResponse("/login", 303)
    drop_cookie(request, response, SESSION)
    drop_cookie(request, response, VISIT)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def local(path: str) -> str:
    """A path of ours to go on to, never another site's: anything else is the first page."""
    plain = path.isprintable() and "\\" not in path and not path.startswith("//")
    return path if plain and path.startswith("/") and not path.startswith("/login") else "/"


def _form(request: Request, *, then: str, name: str = "", is_wrong: bool = False, status: int = 200) -> HTMLResponse:
    return page(request, "login.html", status, then=then, name=name[:80], is_wrong=is_wrong, token=csrf_token(request))
