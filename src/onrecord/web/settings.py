"""How the application runs: said once, when it is made."""

from datetime import date
from pathlib import Path

import msgspec

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
DEFAULT_PORT = 8417


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Where to listen, who may in, and what to show.

    Without `authentication` whoever reaches the address is `reviewer`, a keeper: that is for loopback alone.
    `least_score` is from where on findings are shown unless all are asked for. `as_of` is the day by which
    promises are overdue; unless given it is that of the record's latest document.

    `hosts` are further names that the server answers to. Dropped files are kept in the folder `files`: beside
    the record unless given. An import takes so many files of so many bytes each, and so many bytes in all; a
    URL list is fetched only where `may_fetch`. `workers` are the processes of an import.
    """

    address: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    authentication: bool = False
    reviewer: str = "me"
    least_score: float = 0.6
    as_of: date | None = None
    hosts: tuple[str, ...] = ()
    files: Path | None = None
    upload_files: int = 200
    file_bytes: int = 100_000_000
    upload_bytes: int = 1_000_000_000
    may_fetch: bool = True
    workers: int | None = None
