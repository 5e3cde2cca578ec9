"""Passwords as argon2 hashes: what is stored of one, and whether words are it."""

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.model.errors import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
"""Characters: with attempts limited, what counts is that no list of common passwords holds it."""

LONGEST = 1_000
"""Characters that are hashed: a longer one could be sent only to keep the server busy."""


def hashed(password: str) -> str:
    """What is stored of a password."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            "E532", f"a password has {SHORTEST} to {LONGEST:,} characters", remedy="Take a few words that you remember"
        )
    return _hasher().hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether it is the password; where nothing is stored, the answer takes as long."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher().verify(stored if stored is not None else _nobodys(), password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def wants_new_hash(stored: str) -> bool:
    """Whether a hash was made with weaker parameters than are usual now."""
    return _hasher().check_needs_rehash(stored)


@lru_cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()  # the second recommended option of RFC 9106: 64 MiB, three passes


@lru_cache
def _nobodys() -> str:
    return _hasher().hash("nobody has this password")
