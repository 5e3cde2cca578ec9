"""Furniture in a text: what publishing systems put round and into the words, marked and never cut."""

import re
from typing import NamedTuple

from onrecord.reading.furniture_signs import AFTER, INLINE, LINES, NAME, SECTIONS

LONGEST_LINE = 400
"""A longer line is prose whatever it begins with."""

_SORTS = tuple(LINES)
_ALL_LINES = re.compile(
    "|".join(f"(?P<sort{i}>{'|'.join(LINES[sort])})" for i, sort in enumerate(_SORTS))
    .replace("{NAME}", NAME)
    .replace("{AFTER}", AFTER),
    re.IGNORECASE,
)
_BETWEEN_SECTIONS = re.compile(r"\s*[|/>»›·•]\s*")
_INLINE = tuple((label, re.compile(pattern)) for label, pattern in INLINE)
_INLINE_HINT = re.compile(r"[(\[]\s*[A-Z]|continues |ADVERT|Advert|Follow |CLICK|Click |Enditem|ENDITEM|ENDS")


class Found(NamedTuple):
    """A stretch of furniture within a text."""

    start: int
    end: int
    label: str


def line_sort(line: str) -> str | None:
    """The sort of furniture that a whole line is, or `None`: it is part of the text."""
    if len(line) > LONGEST_LINE:
        return None
    match = _ALL_LINES.fullmatch(line)
    if match is None or match.lastgroup is None:
        return None
    return _SORTS[int(match.lastgroup[4:])]


def is_link_head(line: str) -> bool:
    """Whether a line of the sort "related" stands above a list of other articles, rather than naming one."""
    return len(line.rstrip(" :…»›").split()) <= 7 and not re.search(r"[:>»|]\s*\S", line)


def is_section(line: str) -> bool:
    """Whether a line is the name of a newspaper section, or of a section and one below it, and nothing else."""
    names = [part.strip() for part in _BETWEEN_SECTIONS.split(line.casefold().strip(" :|/>»›"))]
    return len(line) <= 60 and all(name in SECTIONS for name in names)


def within(text: str, start: int, end: int) -> tuple[Found, ...]:
    """Furniture inside a paragraph: links to other articles in brackets, advertising marks, closing credits."""
    if not _INLINE_HINT.search(text, start, end):
        return ()
    found = [
        Found(start + match.start(), start + match.end(), label)
        for label, pattern in _INLINE
        for match in pattern.finditer(text[start:end])
    ]
    kept: list[Found] = []
    for each in sorted(found):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
