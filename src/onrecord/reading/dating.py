"""When a document was published, on the best ground there is, and no finer than that ground carries."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.model.documents import Block
from onrecord.model.times import Interval, KnownBy, Published
from onrecord.reading.captions import is_file_picture
from onrecord.reading.date_lines import is_date_line, is_occasion, month_of_issue, tells_where_or_when
from onrecord.reading.dates_in_words import DateInWords, dates_in, day_and_month, interval_of, weekdays_in, whole_date
from onrecord.reading.furniture_signs import CRAWLER_HEAD
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Stated

LEDE_BLOCKS = 4
"""Paragraphs in which a report names its own day; later ones tell of other days."""

_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|\b)")
_YEAR = re.compile(r"(?<![\d$£€.,#-])\b((?:19|20)\d\d)\b(?![\d,.]\d|%)")
_AHEAD = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:election|campaign|race|presidential|budget|deadline|target|goal|season|olympics"
    r"|world cup|vote|midterm)",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening))\b[,\s(–—-]*\Z", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|on the coming|this coming|last|previous)\s+\Z", re.IGNORECASE)
_PREPARED_DAY = re.compile(
    r"(?:as of|dated|issued(?: on)?|released(?: on)?|published(?: on)?|posted(?: on)?)\s*:?\s*\Z", re.IGNORECASE
)


_DATED_TITLE = re.compile(r"(?:[,|:–—(\[-]|\b(?:of|for|held(?: on)?|given(?: on)?))\s*\Z")
"""What stands before a date that a title ends with; "on 7 May" is when something happened."""
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|would|plans?|planned|expect\w*|aims?|target\w*|goals?|by|until|from|forecast\w*|project(?:ed|ions?)"
    r"|scheduled|due|deadline|could|next|commit\w*|promise\w*|pledge\w*|ending|expir\w+|outlook|guidance)\b[^.;!?]*\Z"
)
_CORRECTION = re.compile(r"\b(?:correct(?:ion|ed)s?|clarification|editor[’']s note)\b", re.IGNORECASE)
_ISSUED = re.compile(r"(?:first |originally )?(?:published|posted|released|issued)\b", re.IGNORECASE)


def given_date(words: str) -> Published:
    """The date that the person adding the document gives; `ReadingError` E121 if it is none."""
    found = whole_date(words)
    if found is None:
        raise refuse("E121", words)
    return _published(found, "given")


def published_of(
    text: str, blocks: Sequence[Block], stated: Stated, *, dateline_day: str | None, given: str | None
) -> Published | None:
    """The publication date: given, or from metadata, dateline, a line of its own, a caption, or the words, in turn."""
    if given:
        return given_date(given)
    for words in (stated.published, stated.published_guessed):
        if words and (found := whole_date(words)):
            return _published(found, "metadata")
    if found := _url_day(stated.url):
        return _published(found, "metadata")
    if dateline_day and (found := whole_date(dateline_day)):
        return _published(found, "dateline")
    if found := _own_line(text, blocks):
        return _published(found, "text")
    if found := _in_title(text, blocks):
        return _published(found, "text")
    if dateline_day and (found := _dateline_with_year(text, blocks, dateline_day)):
        return _published(found, "dateline")
    if found := _from_captions(text, blocks):
        return _published(found, "caption")
    if found := _from_lede(text, blocks) or _month_line(text, blocks):
        return _published(found, "text")
    return None


def _published(found: Interval, known_by: KnownBy) -> Published:
    return Published(start=found.start, end=found.end, precision=found.precision, text=found.text, known_by=known_by)


def _url_day(url: str | None) -> Interval | None:
    match = _URL_DAY.search(url) if url else None
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return interval_of(day, "day", match.group().strip("/-"))


def _own_line(text: str, blocks: Sequence[Block]) -> Interval | None:
    """A crawler's prefix, or a line near the start or end that holds only a date; the earliest if it names several."""
    head = CRAWLER_HEAD.match(text)
    if head and (found := whole_date(head["date"])):
        return found
    prose, last = 0, max((n for n, b in enumerate(blocks) if b.kind in ("paragraph", "turn")), default=-1)
    report = [text[b.start : b.end] for b in blocks if b.kind in ("paragraph", "turn")]
    newest, newest_told = _newest_year(report), _newest_year(report, told=True)
    for number, block in enumerate(blocks):
        prose += block.kind in ("paragraph", "turn")
        if block.label != "date" and not (block.label == "byline" and not prose):
            continue
        words = text[block.start : block.end]
        if prose > 1 and not _ISSUED.match(words):
            near = " ".join(text[b.start : b.end][:60] for b in blocks[max(0, number - 3) : number])
            if number < last or _CORRECTION.search(near):
                continue
        days = dates_in(words)
        if not days:
            continue
        first = min(days, key=lambda found: found.day)
        latest = newest_told if prose == 0 or number > last else newest
        if latest is not None and latest > first.day.year and not _ISSUED.match(words):
            continue  # the date of a letter or a scene within the text
        return interval_of(first.day, "day", words[first.start : first.end])
    return None


def _month_line(text: str, blocks: Sequence[Block]) -> Interval | None:
    """The month that a line above the first prose dates a report by."""
    for block in blocks:
        if block.kind in ("paragraph", "turn"):
            break
        if block.label == "date" and (found := month_of_issue(text[block.start : block.end])):
            return found
    return None


def _in_title(text: str, blocks: Sequence[Block]) -> Interval | None:
    """The date that ends the title or a heading above the first prose of a briefing, a hearing or a statement."""
    for block in blocks:
        if block.kind in ("paragraph", "turn"):
            break
        if block.kind in ("title", "heading"):
            words = text[block.start : block.end]
            days = dates_in(words)
            dated = _DATED_TITLE.search(words[: days[0].start]) or is_date_line(words) if days else None
            if len(days) == 1 and is_occasion(words) and dated:
                at_end = tells_where_or_when(words[days[0].end :])
                return interval_of(days[0].day, "day", words[days[0].start : days[0].end]) if at_end else None
    return None


def _dateline_with_year(text: str, blocks: Sequence[Block], words: str) -> Interval | None:
    """A dateline's day without a year, in the one year that the text names as its own."""
    named, year = day_and_month(words), _own_year(text, blocks)
    if named is None or year is None:
        return None
    try:
        return interval_of(date(year, *named), "day", words)
    except ValueError:
        return None


def _from_captions(text: str, blocks: Sequence[Block]) -> Interval | None:
    """The latest caption date that the report bears out.

    A caption's weekday that the report names too makes the day certain. A picture from the archive is only as old as
    its date or older than the report, so it needs the report to name its year, and then gives a week or the year.
    """
    report = [text[b.start : b.end] for b in blocks if b.kind in ("paragraph", "turn")]
    lede_days = [day for words in report[:LEDE_BLOCKS] for day in _weekdays(words)]
    all_days = {day for words in report for day in _weekdays(words)}
    newest = _newest_year(report)
    best: tuple[date, Interval] | None = None
    for block in blocks:
        if block.kind != "caption":
            continue
        words = text[block.start : block.end]
        for found in dates_in(words):
            if newest is not None and newest > found.day.year:
                continue
            interval = (
                _after_archive(words, found, lede_days, newest)
                if is_file_picture(text[block.start : block.end + 60])
                else _beside_picture(words, found, lede_days, all_days)
            )
            if interval is not None and (best is None or found.day > best[0]):
                best = (found.day, interval)
    return best[1] if best else None


def _beside_picture(words: str, found: DateInWords, lede_days: list[int], all_days: set[int]) -> Interval | None:
    weekday, written = found.day.weekday(), words[found.start : found.end]
    if found.weekday is not None and found.weekday != weekday:
        return None  # the caption contradicts itself
    if not lede_days:
        return interval_of(found.day, "week", written) if found.weekday is not None and not all_days else None
    gap = (lede_days[0] - weekday) % 7
    if weekday in lede_days or (weekday in all_days and found.weekday is not None):
        later = gap if gap <= 2 else 0
        return interval_of(found.day + timedelta(days=later), "day", written)
    if found.weekday is not None and gap <= 2:
        return interval_of(found.day + timedelta(days=gap), "week", written)
    return None


def _after_archive(words: str, found: DateInWords, lede_days: list[int], newest: int | None) -> Interval | None:
    if newest != found.day.year:
        return None
    written = words[found.start : found.end]
    said = [day for _, day in weekdays_in(words[found.end :])] or lede_days
    if not said:
        return interval_of(date(found.day.year, 1, 1), "year", written)
    return interval_of(found.day + timedelta(days=(said[0] - found.day.weekday()) % 7 or 7), "week", written)


def _from_lede(text: str, blocks: Sequence[Block]) -> Interval | None:
    """A full date that the first paragraphs call today or issue day; other dates in the words tell of other days."""
    opening = [b for b in blocks if b.kind in ("paragraph", "turn", "heading", "title")][: LEDE_BLOCKS + 1]
    for block in opening:
        words = text[block.start : block.end]
        for found in dates_in(words):
            before = words[max(0, found.start - 40) : found.start]
            if _TODAY.search(before) or _PREPARED_DAY.search(before):
                return interval_of(found.day, "day", words[found.start : found.end])
    return None


def _own_year(text: str, blocks: Sequence[Block]) -> int | None:
    """The year a text speaks from, if it names just one in its first paragraphs."""
    words = " ".join(text[b.start : b.end] for b in blocks if b.kind != "furniture")[:3000]
    for block in blocks:
        if block.label == "copyright" and (years := _YEAR.findall(text, block.start, block.end)):
            return max(int(year) for year in years)
    this_year = {
        int(y)
        for y in re.findall(r"\b(?:this year|so far in|in early|in late|now in)\b[^.]{0,20}\b((?:19|20)\d\d)\b", words)
    }
    return this_year.pop() if len(this_year) == 1 else None


def _weekdays(words: str) -> Iterator[int]:
    for start, day in weekdays_in(words):
        if not _NEXT.search(words[max(0, start - 20) : start]):
            yield day


def _newest_year(report: Sequence[str], *, told: bool = False) -> int | None:
    """The latest year that the report names without looking ahead to it.

    With `told`, years in the same sentence after a plan, a promise or a forecast look ahead too.
    """
    newest: int | None = None
    for words in report:
        for match in _YEAR.finditer(words):
            before = words[max(0, match.start() - 200) : match.start()]
            ahead = _AHEAD.match(words, match.end()) or re.search(r"\b(?:by|until|before|next)\s\Z", before)
            if not ahead and not (told and _LOOKS_AHEAD.search(before)):
                newest = max(newest or 0, int(match[1]))
    return newest
