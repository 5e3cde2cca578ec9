"""Whether a description without a name is of one person: "an engineer at the plant", not "a report" or "police"."""

import re

from onrecord.annotating.anaphora import COLLECTIVES
from onrecord.language.gazetteers import is_role_head

_HEAD_ENDS = re.compile(r" (?:of|for|at|in|from|with|on|who|that|to|by)\b|,")
_COUNTING = frozenset({"several", "two", "three", "four", "many", "some", "both", "all", "most", "others", "those"})
_DOERS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant", "eur", "ress")
_NOBODY = frozenset(
    {"paper", "newspaper", "letter", "order", "poster", "flyer", "number", "other", "committee", "register", "centre",
     "center", "chapter", "error", "offer", "answer", "advisory"}
)  # fmt: skip
"""Nouns that end like a doer's and name nobody."""


def is_somebody(description: str) -> bool:
    """Whether a description without a name is of one person: "an engineer at the plant", not "a report"."""
    words = _HEAD_ENDS.split(description.lower(), maxsplit=1)[0].split()
    if not words or words[0] in _COUNTING or words[-1] in _NOBODY or is_of_many(words[-1]):
        return False
    return is_role_head(words[-1]) or words[-1].endswith(_DOERS)


def is_of_many(name: str) -> bool:
    """Whether a description is of more than one person: "three officers", "Police in Delm"."""
    noun = _HEAD_ENDS.split(name, maxsplit=1)[0].split()[-1:]
    if not noun or not noun[0].lower().endswith("s"):
        return bool(noun) and noun[0].lower() in COLLECTIVES
    return noun[0].islower() or (name == noun[0] and is_role_head(noun[0].lower().removesuffix("s")))
