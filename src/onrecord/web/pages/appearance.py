"""Light or dark, and the page that explains keys and signs."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.web.access import User, require
from onrecord.web.places import back
from onrecord.web.templating import THEME_COOKIE, page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

YEAR = 365 * 24 * 60 * 60

KEYS = (
    ("accept", "a", "Accept"), ("reject", "r", "Reject"), ("unsure", "u", "Unsure"), ("edit", "e", "Edit the words"),
    ("note", "n", "Write a note"), ("next", "j", "Next"), ("previous", "k", "Previous"),
    ("tick", "x", "Tick for a verdict on several"), ("undo", "z", "Undo"), ("help", "?", "This page"),
)  # fmt: skip


@router.get("/keys")
def keys(request: Request) -> HTMLResponse:
    """Keys and signs."""
    return page(request, "keys.html", keys=KEYS)


@router.post("/appearance")
def choose(
    user: Annotated[User, Depends(require("reader"))],
    theme: Annotated[Literal["light", "dark"], Form()],
    place: Annotated[str, Form(alias="back", max_length=2000)] = "/",
) -> RedirectResponse:
    """Keep a reader's choice in the browser."""
    answer = RedirectResponse(back(place), 303)
    answer.set_cookie(THEME_COOKIE, theme, max_age=YEAR, samesite="strict", httponly=True)
    return answer
