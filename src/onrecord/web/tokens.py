"""Tokens that show that a form is ours: made of a cookie that only this browser has and a key that only we have.

The key lives as long as the server. A token is masked anew each time it is written, so that a page's
compressed length tells nothing of it.
"""

import base64
import binascii
import hashlib
import hmac
import secrets

VISIT = "onrecord.visit"
"""Where in a request's scope the value of the visit's cookie is."""

USED = "onrecord.visit_used"
"""Where it is noted that a page holds a token, so that the cookie must be set."""

_KEY = secrets.token_bytes(32)
_LENGTH = hashlib.sha256().digest_size


def new_visit() -> str:
    """A value for the cookie of a new visit."""
    return secrets.token_urlsafe(24)


def of(visit: str) -> str:
    """A token for a visit."""
    mask = secrets.token_bytes(_LENGTH)
    return base64.urlsafe_b64encode(mask + _masked(_plain(visit), mask)).decode()


def is_of(token: str, visit: str) -> bool:
    """Whether a token was made for this visit."""
    try:
        raw = base64.urlsafe_b64decode(token.encode("ascii"))
    except (UnicodeEncodeError, binascii.Error):
        return False
    return len(raw) == 2 * _LENGTH and hmac.compare_digest(_masked(raw[_LENGTH:], raw[:_LENGTH]), _plain(visit))


def _plain(visit: str) -> bytes:
    return hmac.digest(_KEY, visit.encode(), "sha256")


def _masked(words: bytes, mask: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(words, mask, strict=True))
