"""Denials of what was just said: "No such offer had been made", "She disputes that", next to the words denied.

Where two claims stand is as telling as how like they are: a report that lets somebody deny something gives first what
is denied.
"""

import re

from onrecord.model.items import Claim

REACH = 400
"""Characters between the end of what is denied and the denial."""

_REBUTS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut\w+|"
    r"contradict\w*|no such|any such|not true|untrue|false|nonsense|not so|nothing of the (?:kind|sort))\b",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"[.?!][”\"’')]*\s|\n")
_SENTENCE_END = re.compile(r"[.?!](?=[\s”\"’')]|$)|\n|$")


def rebuts(claim: Claim, text: str) -> bool:
    """Whether a denial stands in a sentence that turns against something said before it."""
    if claim.polarity != "negated" or not claim.spans:
        return False
    first, last = claim.spans[0].start, claim.spans[-1].end
    before = text[max(0, first - REACH) : first]
    starts = [found.end() for found in _SENTENCE_START.finditer(before)]
    start = first - len(before) + (starts[-1] if starts else 0)
    end = _SENTENCE_END.search(text, max(last - 1, first), last + REACH)
    return _REBUTS.search(text, start, end.start() if end else last) is not None


def follows(denial: Claim, other: Claim) -> bool:
    """Whether a denial stands shortly behind another claim of its document."""
    if denial.document != other.document or not denial.spans or not other.spans:
        return False
    return 0 <= denial.spans[0].start - other.spans[-1].end <= REACH
