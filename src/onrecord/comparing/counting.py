"""What a claim counts: numbers before the words for what is counted, what there is none of, and beyond which limit."""

import re
from functools import lru_cache

from onrecord.comparing.words import stem
from onrecord.language.numberwords import UNITS
from onrecord.model.identity import fold

_NUMBERS = {name: str(value) for name, value in UNITS.items() if value > 1}
_COUNT = re.compile(
    rf"\b(\d[\d,.]*\d|\d|{'|'.join(_NUMBERS)})\s+"
    r"(?:of\s+(?:(?:the|its|their|these|those|our|his|her)\s+)?|more\s+|other\s+)?(?:\d+\s+)?([^\W\d_]+)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:none of (?:(?:the|its|their|these|those|our|his|her)\s+)?|not (?:one|a single)\s+(?:of the\s+)?|no|neither)"
    r"\s*(?:(?:of|other|such|single)\s+)*([^\W\d_]+)",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(
    r"\b(?:above|below|over|under|beyond|exceed(?:s|ed|ing)?|more than|less than|fewer than|at least)\s+(?:the\s+)?"
    r"(\d[\d.,]*\d|\d)\s+([^\W\d_]+)",
    re.IGNORECASE,
)
"""A limit that chooses what is counted: "children with levels above 5 micrograms"."""


@lru_cache(maxsize=16_384)
def counts_in(text: str) -> dict[str, set[str]]:
    """The numbers before each counted word."""
    found: dict[str, set[str]] = {}
    for number, word in _COUNT.findall(text):
        value = _NUMBERS.get(number.lower(), number.replace(",", ""))
        found.setdefault(stem(fold(word)), set()).add(value)
    return found


@lru_cache(maxsize=16_384)
def none_of(text: str) -> frozenset[str]:
    """The stems of the words for what there is none of: "none of the children", "no child"."""
    return frozenset(stem(fold(word)) for word in _NONE.findall(text))


@lru_cache(maxsize=16_384)
def thresholds(text: str) -> frozenset[tuple[str, str]]:
    """The limits behind the first number of a text, by which what is counted is chosen."""
    found = _THRESHOLD.finditer(text)
    counted = _COUNT.search(text)
    return frozenset((m[1], stem(fold(m[2]))) for m in found if counted is not None and counted.start() < m.start(1))


def one_threshold(one: str, other: str) -> bool:
    """Whether two texts may count by one limit: those above 5 micrograms are not those above 10."""
    mine, theirs = thresholds(one), thresholds(other)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def largest(numbers: set[str]) -> float:
    """The largest of numbers as written."""
    return max((float(number) for number in numbers if number.replace(".", "", 1).isdigit()), default=0.0)
