"""Two tellings of the same words, set against each other word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

MOST_WORDS = 600
"""Longer tellings are compared by their beginnings: matching words takes time that grows with the square."""

Change = Literal["same", "only"]


class Telling(NamedTuple):
    """One telling in pieces: what both have, and what it alone has."""

    pieces: tuple[tuple[str, Change], ...]


def tellings(one: str, other: str) -> tuple[Telling, Telling]:
    """Both texts, with the words that only one of them has marked."""
    left, right = _words(one), _words(other)
    matcher = SequenceMatcher(None, [_core(word) for word in left], [_core(word) for word in right], autojunk=False)
    ours: list[tuple[str, Change]] = []
    theirs: list[tuple[str, Change]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        change: Change = "same" if tag == "equal" else "only"
        if b > a:
            ours.append((" ".join(left[a:b]), change))
        if d > c:
            theirs.append((" ".join(right[c:d]), change))
    return Telling(tuple(ours)), Telling(tuple(theirs))


def _words(text: str) -> list[str]:
    words = text.split()
    return [*words[:MOST_WORDS], "…"] if len(words) > MOST_WORDS else words


def _core(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word).casefold() or word
