"""Ids from content: two machines that read the same bytes give every item the same id."""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

ID_HEX_DIGITS = 24
"""96 bits: with a hundred million items the chance of any collision is below one in ten million."""

SHORT = 64
"""Characters up to which a folded name is kept in mind: names are compared again and again, whole texts are not."""


def content_id(kind: str, *parts: object) -> str:
    """Name an item by the hash of what makes it what it is.

    `kind` becomes the readable prefix ("claim-3f…"); `parts` are strings, numbers, spans or
    sequences of these, taken in order. The separator cannot occur in a part's `repr`, so different
    parts never hash alike by concatenation.
    """
    digest = hashlib.sha256("\x1f".join([kind, *(_plain(part) for part in parts)]).encode())
    return f"{kind}-{digest.hexdigest()[:ID_HEX_DIGITS]}"


def fold(name: str) -> str:
    """A name without case, accents or punctuation, for comparing spellings; never shown to a person."""
    return _folded_short(name) if len(name) <= SHORT else _folded(name)


def _folded(name: str) -> str:
    return " ".join(name.translate(_FOLDED).split())


_folded_short = lru_cache(maxsize=32_768)(_folded)


def shared_names(one: set[str], other: set[str]) -> set[str]:
    """Folded names of one set that the other has too, in full or in part ("falk" for "bo falk")."""
    parts = [set(name.split()) for name in other]
    return {
        name
        for name in one
        if name in other or any((words := set(name.split())) <= part or part <= words for part in parts)
    }


class _Folding(dict[int, str]):
    """What each character folds to, worked out once: whole documents are folded, for search and near-duplicates."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
        self[code] = "".join(kept).casefold()
        return self[code]


_FOLDED = _Folding()


def _plain(part: object) -> str:
    if isinstance(part, str):
        return repr(part)
    if isinstance(part, Iterable):
        return "(" + ",".join(_plain(p) for p in part) + ")"
    return repr(part)
