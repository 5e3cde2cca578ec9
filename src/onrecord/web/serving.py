"""Listening: on which address, for whom, and until when."""

import socket

import uvicorn
from fastapi import FastAPI

from onrecord.model.errors import UsageError
from onrecord.record import Record
from onrecord.web.settings import LOOPBACK

GOODBYE = 5
"""Seconds that requests under way have when the server is stopped."""

PROXY = "127.0.0.1"
"""Where a proxy must stand to be believed about who asks."""


def needs_login(record: Record, host: str, *, proxied: bool, no_login: bool) -> bool:
    """Whether everybody must log in; refuses what would let strangers in."""
    is_open = host not in LOOPBACK or proxied
    if record.accounts.any():
        if no_login and is_open:
            raise UsageError("E543", "others can reach this address, so a login is needed", where=host)
        return not no_login
    if is_open:
        raise UsageError(
            "E543", "others can reach this address, and the record has no users to log in", where=host,
            remedy="Run: onrecord users add NAME --role keeper",
        )  # fmt: skip
    return False


def listening(host: str, port: int, *, otherwise_any: bool = False) -> socket.socket:
    """A socket that listens; with `otherwise_any` on any free port where the wanted one is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        if otherwise_any and port:
            return listening(host, 0)
        raise UsageError(
            "E544", f"the server cannot listen there ({error.strerror or error})", where=f"{host}:{port}",
            remedy="Give another port, for instance: --port 0, which takes a free one",
        ) from error  # fmt: skip


def url_of(listener: socket.socket, host: str) -> str:
    """What to open in a browser."""
    port = listener.getsockname()[1]
    name = "localhost" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104 - compared
    return f"http://{name}:{port}/"


def serve(app: FastAPI, listener: socket.socket, *, proxied: bool) -> None:
    """Answer requests until somebody stops it."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=proxied,
        forwarded_allow_ips=PROXY if proxied else None,
        timeout_graceful_shutdown=GOODBYE,
    )
    uvicorn.Server(config).run(sockets=[listener])
