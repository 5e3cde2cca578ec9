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


_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[AaPp]\.?\s?[Mm]\.?|noon|midnight|hrs|hours|h|o['’]clock)?"
_SMALL = r"of|the|de|du|des|da|do|dos|das|del|di|la|le|les|al|el|bin|van|von|der|den|at|in|on|and|&|for|to"
_SPAN_OF_TIME = (
    rf"{_CLOCK}(?:\s?(?:-|–|to|until)\s?{_CLOCK})?(?:\s?\(?(?-i:[A-Z]{{2,5}})\)?|\slocal time)?"
    rf"(?-i:\s(?:at|in)(?:\sthe)?(?:\s{_WORD}){{1,4}})?|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_SOMEWHERE = (
    rf"(?-i:(?:(?:{_SMALL})\s)*{_WORD}(?:[\s/](?:{_SMALL}|{_WORD}|\d{{1,4}}[A-Za-z]?|[A-Z]))*"
    rf"|\d{{1,4}}[A-Za-z]?(?:st|nd|rd|th)?(?:\s{_WORD}){{1,3}})"
)
_WHERE_OR_WHEN = re.compile(
    r"(?:(?:date|day|time|venue|place|location|room|where|when|held|recorded|broadcast|aired|live|filmed|taped|streamed"
    r"|transmitted|doors|start|starts|starting|commencing|from|at|in|on|and|until|to)\b[\s:]*)*"
    rf"(?:{_SPAN_OF_TIME}|{_SOMEWHERE}|)\.?",
    re.IGNORECASE,
)
"""A part of a line beside its date: a place, a room, an address, a time of day; or nothing."""
_PARTS = re.compile(r"\s*(?:[,;|·•()\[\]]|\s[-–—/]\s|:\s)\s*")
LONGEST_PLACE_WORDS = 7


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


def is_dated_head(words: str) -> bool:
    """Whether a whole line above a text is one date among places, rooms and times, in any order.

    "Ostby, Harbour House, Thursday 2 May 2024", "Monday 6 May 2024, Committee Room 2, 5pm".
    """
    rest = _without_dates(words)
    if rest is None or len(rest) != 2 or words.count("\n") or words.endswith(("?", "!", "…")):
        return False
    before, after = rest
    if not _ENDS_PART.search(before) or (after.strip() and not _PARTS.match(after) and not _TIME_FOLLOWS.match(after)):
        return False
    return all(tells_where_or_when(side) for side in rest)


def tells_where_or_when(words: str) -> bool:
    """Whether words beside a date name places, rooms and times of day and nothing else."""
    return all(
        len(part.split()) <= LONGEST_PLACE_WORDS and not is_occasion(part) and _WHERE_OR_WHEN.fullmatch(part)
        for part in _PARTS.split(words.strip(" ,;:|·•()[]–—-"))
        if part
    )


_ENDS_PART = re.compile(
    r"(?:^|[,;|·•:()\[\]–—/-]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*$|^\s*(?:held|recorded|broadcast|aired"
    r"|filmed|taped|live)?\s?(?:on)?\s*$",
    re.IGNORECASE,
)
"""What a date may follow: a mark, a weekday, a word for holding or showing something."""
_TIME_FOLLOWS = re.compile(r"\s*(?:\.|(?:at|from)?\s*\d{1,2}(?:[:.h]\d\d|\s?[AaPp]\.?[Mm])|at\s|in\s)")


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
