"""How far a claim tells that a deed undertaken has come: done, or only in part, by its words and its numbers."""

import re

from onrecord.language.numberwords import UNITS

_COUNT = "|".join(sorted(UNITS, key=len, reverse=True))
_PARTLY = re.compile(
    r"\b(?:so far|partly|partially|(?:part|half|some|most|many|several|few|much|a third|a quarter) of"
    r"|begun|began|started|starting|under way|underway|continu\w+|of the \d+"
    rf"|(?:the )?(?:first|second|third|last|next|only|{_COUNT}|\d+) (?:\w+ )?of (?:the |its |their |all )?"
    rf"(?:{_COUNT}|\d+|[a-z]+s)\b)",
    re.I,
)
_AT_MOST = re.compile(
    r"\b(?:up to|at most|no more than|not more than|as many as|a maximum of)\s(?:[\d][\d.,]*|[a-z-]+)", re.I
)
"""A number that fewer reach too: "up to 50 observers"."""
_LATENESS = re.compile(
    r"\b(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)\s(?:hours?|days?|weeks?|months?|years?)\s"
    r"(?:late|later|early|earlier|after|before|ago|behind|longer|overdue|ahead)\b",
    re.I,
)
"""How far something came from its day, which is no amount of it: "two weeks late"."""
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,.]*")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_partial(text: str) -> bool:
    """Whether words tell of a part: "so far", "the first of the eleven wrecks", "some of"."""
    return _PARTLY.search(text) is not None


def falls_short(undertaken: str, told: str) -> bool:
    """Whether a number told is another than the one undertaken, and not one that reaches it: 20 of "40 divers"."""
    mine, theirs = _numbers(_AT_MOST.sub(" ", undertaken)), _numbers(_LATENESS.sub(" ", told))
    if not mine or not theirs - mine:
        return False
    return not (len(mine) == len(theirs) == 1 and max(theirs) >= max(mine))


def _numbers(text: str) -> set[float]:
    found = (number.strip(".,").replace(",", "") for number in _NUMBER.findall(_DAY.sub(" ", text)))
    return {float(n) for n in found if not _YEAR.fullmatch(n) and n.count(".") < 2}
