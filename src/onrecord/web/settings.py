"""How the application runs: said once, when it is made."""

from datetime import date

import msgspec

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
DEFAULT_PORT = 8417


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Where to listen, who may in, and what to show.

    Without `authentication` whoever reaches the address is `reviewer`, a keeper: that is for loopback alone.
    `least_score` is from where on findings are shown unless all are asked for. `as_of` is the day by which
    promises are overdue; unless given it is that of the record's latest document.
    """

    address: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    authentication: bool = False
    reviewer: str = "me"
    least_score: float = 0.6
    as_of: date | None = None

    @property
    def is_local(self) -> bool:
        """Whether only this computer can reach it."""
        return self.address in LOOPBACK
