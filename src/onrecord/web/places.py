"""Where a form leads back to: a place of our own, whatever was sent."""

from urllib.parse import urlsplit


def back(given: str, otherwise: str = "/") -> str:
    """The path to go back to, if it is one of ours."""
    parts = urlsplit(given)
    ours = given.startswith("/") and not given.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return given if ours and given.isprintable() and len(given) < 2000 else otherwise
