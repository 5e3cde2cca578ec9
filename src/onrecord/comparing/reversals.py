"""Words that set what somebody said before against what they say now, within one text.

"Until Tuesday the ministry had said that …", "when we said that the tank was empty" give what was said before; "we were
mistaken", "contrary to what we stated", "the right number is" own that it no longer holds.
"""

import re

from onrecord.language.calendar import MONTH_NAMES
from onrecord.language.times import Anchor, find_times
from onrecord.model.documents import Document
from onrecord.model.items import Claim
from onrecord.model.times import Interval

REACH = 160
"""Characters before a claim in which the words that lead to it are looked for."""

_SAID = (
    r"(?:said|stated|told|insisted|maintained|claimed|denied|announced|declared|assured|reported|estimated|argued|put|"
    r"promised|written|wrote|called|described|repeated|vowed|ruled out)"
)
_SPEAKER = r"(?:we|i|he|she|it|they)"
_LONG_AGO = (
    rf"(?:(?:back )?in (?:early |mid-|late )?(?:{'|'.join(MONTH_NAMES)})"
    r"|last (?:month|year|spring|summer|autumn|winter)|(?:an?|\w+) (?:weeks?|months?|years?) (?:ago|earlier|before))"
)
"""Times of which news tells as past."""
_SAID_LONG_AGO = re.compile(rf"\b{_SAID} (?P<time>{_LONG_AGO})\b[^.;?!]*$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\bhad (?:(?:\w+ly|always|first|at first|earlier|until then|twice|once|also|still) )*{_SAID}\b[^.;?!]*$"
    r"|\b(?:(?:earlier|previously|originally|initially|at first"
    r"|until (?:now|then|recently|this \w+|last \w+|\w+day))\b"
    rf"[^.;?!]{{0,60}}\b{_SAID})\b[^.;?!]*$"
    rf"|\b(?:when|what|as|that|which|because) {_SPEAKER} (?:had |first |earlier |previously )*{_SAID}\b[^.;?!]*$"
    r"|\b(?:used to|no longer) (?:says?|insists?|maintains?|claims?|den(?:y|ies)|holds?)\b[^.;?!]*$"
    rf"|\b{_SPEAKER} (?:had |['’]d )(?:\w+ )?{_SAID}\b[^.;?!]*$",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|but|today|since|on \w+day|later|yesterday)\b", re.IGNORECASE)
"""What begins the later half of a sentence: "had said that it was safe; it now says"."""

_OWNED = re.compile(
    rf"\b(?:{_SPEAKER}|which|who) (?:\w+ )?(?:was|were|had been|have been|has been|am|are|is) (?:\w+ly )?"
    r"(?:wrong|mistaken|in error|misinformed|misled|incorrect|inaccurate)\b"
    r"|\b(?:(?:was|were|is|are|had been|has been) (?:\w+ly )?(?:wrong|mistaken|in error|incorrect|inaccurate|untrue"
    r"|a mistake|an error))\b"
    r"|\b(?:took back|takes back|taken back|retract(?:s|ed|ing)?"
    r"|withdr(?:ew|awn|aws?) (?:the|its|his|her|their) (?:claim|statement|remark|figure|denial|earlier)"
    r"|correct(?:s|ed|ing|ion)|revis(?:e[sd]?|ing|ion)|went back on|walked back"
    r"|reversed (?:itself|himself|herself|themselves|course)|backtracked|climbed down)\b"
    r"|\bcontrary to what\b|\b(?:contradict|depart)(?:s|ed|ing) (?:its|his|her|their|from) (?:own |earlier )"
    r"|\bno longer (?:holds?|believes?|thinks?|says?|maintains?|stands?|claims?)\b"
    r"|\bnow (?:says?|said|admits?|admitted|accepts?|accepted|concedes?|conceded|acknowledges?|puts?|speaks?)\b"
    r"|\b(?:the (?:right|correct|true|proper) (?:number|figure|count|total|date|sum|amount))\b"
    r"|\b(?:admitted|conceded|acknowledged|owned up|confessed|apologi[sz]ed|sorry)\b"
    r"|\bnot, as\b[^.;]{0,40}\bsaid\b|\bafter (?:\w+ )?(?:denying|insisting|maintaining|claiming)\b",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"[.?!][”\"’')]*\s|\n")
_SENTENCE_END = re.compile(r"[.?!](?=[\s”\"’')]|$)|\n|$")


def is_said_before(claim: Claim, text: str) -> bool:
    """Whether the words that lead to a claim give it as said before the text's own time."""
    if not claim.spans:
        return False
    start = claim.spans[0].start
    opening = _opening(text, start)
    found = _BEFORE.search(opening)
    return found is not None and ";" not in opening[found.start() :] and _NOW.search(opening[found.end(0) :]) is None


def said_long_ago(claim: Claim, document: Document) -> Interval | None:
    """When a claim was said that a text of later tells of: "who denied in February that"."""
    if not claim.spans:
        return None
    found = _SAID_LONG_AGO.search(_opening(document.text, claim.spans[0].start))
    if found is None:
        return None
    times = find_times(found.group(), Anchor.of(document.published, None))
    end = found.end("time") - found.start()
    return next((one.point for one in times if one.core.start < end and _is_past(one.point, document)), None)


def _is_past(time: Interval, document: Document) -> bool:
    """Whether a time ended before a text came out."""
    published = document.published
    if time.end is None or published is None or published.start is None:
        return False
    return time.end[:10] <= published.start[:10]


def owns_change(claim: Claim, text: str) -> bool:
    """Whether the sentence around a claim owns that something said before no longer holds."""
    if not claim.spans:
        return False
    start, last = claim.spans[0].start, claim.spans[-1].end
    end = _SENTENCE_END.search(text, max(last - 1, start), last + REACH)
    opening = _opening(text, start)
    return _OWNED.search(text, start - len(opening), end.start() if end else last) is not None


def _opening(text: str, start: int) -> str:
    """What stands before a place in its sentence."""
    before = text[max(0, start - REACH) : start]
    starts = [found.end() for found in _SENTENCE_START.finditer(before)]
    return before[starts[-1] :] if starts else before
