"""Who asks, and what they may do."""

from collections.abc import Callable
from typing import Literal

import msgspec
from fastapi import Request

from onrecord.web.settings import Settings

Role = Literal["reader", "reviewer", "keeper"]


class User(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who uses the application."""

    name: str
    role: Role


def current_user(request: Request) -> User:
    """Who asks; on loopback without a login it is the person at this computer."""
    settings: Settings = request.app.state.settings
    return User(name=settings.reviewer, role="keeper")


def require(role: Role) -> Callable[[Request], User]:
    """A dependency: the user, who may at least do what that role may."""

    def check(request: Request) -> User:
        return current_user(request)

    check.__doc__ = f"The user, who is at least a {role}."
    return check


def csrf_token(request: Request) -> str:
    """The token that a form sends back to show that it is ours."""
    return "local"
