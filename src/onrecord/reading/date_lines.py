"""Lines that hold a date and nothing that a sentence would say: "Updated 7 May 2024", "Geneva, 7 May 2024"."""

import re

from onrecord.model.times import Interval
from onrecord.reading.bylines import AGENCIES
from onrecord.reading.dates_in_words import dates_in, whole_date

LONGEST_DATE_LINE = 110

_KIND = (
    r"(?:press|news|media) (?:release|statement|briefing|note|advisory)|statement|news|speech|remarks|transcript"
    r"|readout|report|communiqu[eé]|announcement|guidance|blog|article|story|interview|date"
)
_AROUND = re.compile(
    r"(?:[\s,|·•/–—()\[\]@.:-]|\d{1,2}[:.h]\d\d(?::\d\d)?|[AaPp]\.?[Mm]\.?(?!\w)|(?-i:[A-Z]{2,4}|Z|T)\b|local time\b"
    r"|(?:GMT|UTC)?[+-]\d\d?(?::?\d\d)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:an? |\d+ )?(?:(?:min|minute|hour|day|month|year)s? )?ago|(?:\d+ )?min(?:ute)? read|(?:first |last "
    r"|originally )?(?:published|posted|updated"
    r"|modified|created|issued|released|dated?|delivered)\b|for (?:immediate )?release\b|release date\b"
    rf"|(?-i:{AGENCIES})\b|(?:{_KIND})\b|(?:on|at|as of|and)\b)*",
    re.IGNORECASE,
)
"""What may stand round a date on a line of its own: a word for publishing, a time of day, a zone, an agency."""

_NUMBERS = re.compile(r"(?<![\d/.])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?![\d/.])")
"""A date in numbers, which may leave open what is the month: its line is a date line, its day unknown."""

_WORD = r"[A-ZÀ-Þ][\w.'’\-]*"
_PLACE = re.compile(
    rf"(?!(?:By|From|On|In|At|Since|Until|Correction|Note|Editor|Update|Photo|Date|Born|Died)\b)"
    rf"{_WORD}(?:[ /]{_WORD}){{0,3}}(?:,\s+{_WORD}(?:\s{_WORD}){{0,3}}|\s\({_WORD}(?:\s{_WORD}){{0,2}}\))?"
    r"\s*[,.:|·–—-]*\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?\s*"
)


_TIME_AFTER = re.compile(
    r"[\s.)]*(?:[,|·•–—-]?\s*(?:at\s+)?\d{1,2}[:.h]\d\d\s*(?:[AaPp]\.?[Mm]\.?)?\s*"
    r"(?:hrs|hours|h|\(?[A-Z]{2,5}\)?|local time)?[\s.)]*)?"
)
"""What may follow the day of such a line: nothing, or a time of day."""

_MONTH_LINE = re.compile(
    r"(?:(?:(?:summary|annual|interim|final|technical|policy|research|country|special|briefing|full|progress|monthly"
    rf"|quarterly|update[d]?)\s+)*(?:{_KIND}|paper|bulletin|newsletter|brief|survey)\s*[,:|·–—-]*\s*(?:for\s+)?)?"
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December),?"
    r"\s(?:19|20)\d\d)",
    re.IGNORECASE,
)

_OCCASION = re.compile(
    r"\b(?:briefing|press|news|remarks|statement|transcript|readout|speech|interview|hearing|debate|minutes|address"
    r"|session|sitting|meeting|conference|call|bulletin|communiqu[eé]|report|updates?|questions|summit|talks|review"
    r"|digest|results|poll|survey|week|morning|daily|edition|issue|volume)\b",
    re.IGNORECASE,
)
"""Words of titles that end with a date; no place is called so."""


def is_occasion(words: str) -> bool:
    """Whether a title names a sitting, a briefing or a publication, which a date beside it dates."""
    return _OCCASION.search(words) is not None


def is_date_line(words: str) -> bool:
    """Whether a whole line is a date and what publishers put round it."""
    rest = _without_dates(words)
    return rest is not None and _AROUND.fullmatch(" ".join(rest)) is not None


def is_place_and_date(words: str) -> bool:
    """Whether a whole line is a place and a date, as under a title or at the foot of a release."""
    rest = _without_dates(words)
    if rest is None or len(rest) != 2 or words.count("\n"):
        return False
    before, after = rest
    if is_occasion(before):
        return False
    return _PLACE.fullmatch(before) is not None and _TIME_AFTER.fullmatch(after) is not None


def month_of_issue(words: str) -> Interval | None:
    """The month that a whole line dates a text by: "October 2024", "Summary report, October 2024"."""
    match = _MONTH_LINE.fullmatch(" ".join(words.split())) if len(words) <= LONGEST_DATE_LINE else None
    return whole_date(match["month"]) if match else None


def _without_dates(words: str) -> list[str] | None:
    """What stands round the dates of a line; `None` for a line without a date, or too long to be one."""
    if len(words) > LONGEST_DATE_LINE or not any(c.isdigit() for c in words):
        return None
    ranges = [(day.start, day.end) for day in dates_in(words)] or [m.span() for m in _NUMBERS.finditer(words)]
    if not ranges:
        return None
    rest, position = [], 0
    for start, end in ranges:
        rest.append(words[position:start])
        position = end
    return [*rest, words[position:]]
