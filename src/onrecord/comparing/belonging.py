"""Whether a person is told to be of a body: "Velmark's chief executive, Ann Lee", "Ann Lee, head of the Port Board"."""

import re
from functools import lru_cache

_SHORTEST = 4
"""Letters of a body's first word that alone can stand for it."""


def is_of_body(person: str, body: str, text: str) -> bool:
    """Whether a text puts a person and a body together as holder and body of an office."""
    if " " not in person or person not in text:
        return False
    return any(pattern.search(text) for pattern in _patterns(person, body))


@lru_cache(maxsize=256)
def _patterns(person: str, body: str) -> tuple[re.Pattern[str], ...]:
    first = body.split(maxsplit=1)[0]
    short = f"|{re.escape(first)}" if len(first) >= _SHORTEST and first[0].isupper() else ""
    of, who = rf"(?:{re.escape(body)}{short})", re.escape(person)
    return (
        re.compile(rf"\b{of}(?:['’]s?)\s(?:[\w’'-]+\s){{0,5}}?(?:[\w’'-]+,\s)?{who}\b"),
        re.compile(rf"\b{of}\s(?:[a-z][\w-]+\s){{1,4}}{who}\b"),
        re.compile(rf"\b{who},\s(?:[\w’'-]+\s){{1,6}}?(?:of|at|for|with)\s(?:the\s)?{of}\b"),
        re.compile(rf"\b{who},\s(?:the\s)?{of}(?:['’]s?)?\s(?:[a-z][\w-]+\s?){{1,4}}"),
    )
