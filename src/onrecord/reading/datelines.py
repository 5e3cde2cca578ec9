"""Datelines: the place, and sometimes the day and the agency, that open a report."""

import re
from typing import NamedTuple

_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’\-]*){0,4}"
_WORD = r"[A-ZÀ-Þ][\w.'’\-]*"
_REGION = rf"(?:,\s+{_WORD}(?:\s{_WORD}){{0,2}})"
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?P<day>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+(?:19|20)\d\d)?)|(?:\d{1,2}\s+[A-Z][a-z]{2,8}(?:\s+(?:19"
    r"|20)\d\d)?))"
)
_AGENCY = (
    r"(?:\((?P<agency>[A-Z][^()\d]{1,40})\)|/(?P<wire>PR ?Newswire|Business ?Wire|GLOBE ?NEWSWIRE|EIN ?Presswire"
    r"|ACCESSWIRE)[^/]{0,30}/)"
)
_DASH = r"\s*(?:[—–―]|--?|_)\s*(?=[\w“\"‘'\[(])"
_FORMS = (
    re.compile(
        rf"(?P<place>{_WORD}(?:[ /-]{_WORD}){{0,3}}\s\({_WORD}(?:\s{_WORD}){{0,3}}\)),?\s+{_DAY},?\s*{_AGENCY}?{_DASH}"
    ),
    re.compile(rf"(?P<place>{_CAPS}{_REGION}?)(?:,?\s+{_DAY},?)?\s*{_AGENCY}?(?:{_DASH}|(?<=\))\s*:\s+)"),
    re.compile(
        rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,3}}{_REGION}?)(?:,?\s+{_DAY},?)?\s*{_AGENCY}(?:{_DASH}|\s*:\s+|,\s+)"
    ),
    re.compile(rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,2}}{_REGION}?),?\s+\(?{_DAY}\)?,?{_DASH}"),
    re.compile(rf"(?P<place>{_WORD}(?:[ /]{_WORD}){{0,2}}{_REGION}?)\s*[,–—-]\s*(?=[^:]*(?:19|20)\d\d){_DAY}\s*:\s+"),
    re.compile(rf"(?P<place>{_WORD}(?:\s{_WORD}){{0,2}},\s+(?:[A-Z]\.?){{2}}\.?)\s*{_DASH}"),
    re.compile(rf"(?P<place>{_WORD}(?:\s{_WORD}){{0,2}},\s+{_WORD}(?:\s{_WORD})?)\s+[—–-]+\s+(?=[A-Z“\"])"),
    re.compile(
        rf"(?P<place>{_WORD}(?:\s{_WORD}){{0,2}}{_REGION}?)\s*\((?P<agency>CNN|AP|AFP|UPI|Reuters|VOA|BBC"
        rf"|NPR)\)\s*(?=[A-Z“\"])"
    ),
    re.compile(rf"\((?P<place>{_WORD}(?:[ /-]{_WORD}){{0,3}}{_REGION}?),?\s+{_DAY}\){_DASH}"),
    re.compile(rf"(?P<place>)(?:{_DAY}\s+)?{_AGENCY}{_DASH}"),
)
_MARKS_WORDS = (
    "breaking update updated "
    "exclusive file photo watch video live analysis opinion editorial note correction alert related "
    "read more fact factbox "
    "explainer interview transcript summary background q&a advisory editor's editor’s but and the"
)
_MARKS = frozenset(_MARKS_WORDS.split())
"""First words of lines that look like datelines and are not."""
_NOT_PLACES = _MARKS | {"new", "news", "just in", "full text", "abstract", "a", "i", "q", "key points"}


class Dateline(NamedTuple):
    """A dateline: the place as written, the agency or outlet in brackets, the day's words, and where it ends."""

    place: str | None
    agency: str | None
    day: str | None
    end: int


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens the paragraph `[start, end)`, or `None`."""
    head = text[start : min(end, start + 160)]
    if not head[:1].isupper() and not head.startswith("("):
        return None
    for form in _FORMS:
        match = form.match(head)
        if match is None or start + match.end() >= end:
            continue
        place = match["place"].strip(" ,")
        words = place.split()
        if words and (
            place.casefold() in _NOT_PLACES or words[0].casefold() in _MARKS or len(words) > 7 or len(place) < 3
        ):
            continue
        groups = match.groupdict()
        agency = groups.get("agency") or groups.get("wire")
        if agency and not _is_outlet(agency):
            agency = None
        return Dateline(place or None, agency, groups.get("day"), start + match.end())
    return None


def is_dateline_alone(line: str) -> bool:
    """Whether a short line is a dateline whose report begins on the next line ("TORVIK —")."""
    if len(line) > 80 or line[-1] not in "—–-":
        return False
    found = dateline_at(f"{line} X", 0, len(line) + 2)
    return found is not None and found.end == len(line) + 1 and (found.agency is not None or is_capitals(found))


def is_capitals(dateline: Dateline) -> bool:
    """Whether the place is in capitals, which prose hardly ever opens with."""
    return dateline.place is not None and dateline.place.split(",")[0].isupper()


def _is_outlet(words: str) -> bool:
    return len(words.split()) <= 5 and not re.search(r"\A[RDI]-[A-Z]|\b(?:Local|Time|GMT|IST|EST|ET)\b", words)
