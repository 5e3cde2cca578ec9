"""What time a claim is about: the clause's own time words, read from when they were said or published."""

import re
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from onrecord.language.anchors import anchor_of
from onrecord.language.calendar import day_written, month_written
from onrecord.language.times import TimeMention, find_times, times_of
from onrecord.model.documents import Document
from onrecord.model.items import Statement
from onrecord.model.spans import Span, Spans
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_RELATIVE = re.compile(
    r"\b(?:last|next|past|previous|coming|this|yesterday|today|tonight|tomorrow|ago|earlier|later"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


_POINTING_BACK = re.compile(r"(?:that|the same) (?:day|night|morning|afternoon|evening)\b|overnight\b", re.IGNORECASE)
_AHEAD_OF = frozenset({"by", "until", "before", "within"})


def is_own_period(text: str, mention: TimeMention) -> bool:
    """Whether a time is told where it stands: "that morning" and "overnight" are of a day told elsewhere."""
    return _POINTING_BACK.match(mention.core.of(text)) is None


def is_ahead(number: "Token", mention: TimeMention) -> bool:
    """Whether a time is by when something is to be done with what is counted: a deadline, and no period."""
    if mention.limit not in _AHEAD_OF:
        return False
    current = number
    for _ in range(12):
        if current.pos_ in {"VERB", "AUX"} and (
            current.tag_ == "VB" or any(child.tag_ in {"MD", "TO"} for child in current.children)
        ):
            return True
        if current.head == current:
            return False
        current = current.head
    return False


class Calendar:
    """A document's time expressions, found once; those in words of another day are read from that day."""

    __slots__ = ("_document", "_mentions", "_retold", "_starts")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._mentions = [m for m in times_of(document) if m.sort == "point" and m.resolved]
        self._starts = [mention.span.start for mention in self._mentions]
        self._retold: dict[str, tuple[TimeMention, ...]] = {}

    def within(self, spans: Spans, statement: Statement | None) -> list[TimeMention]:
        """The time expressions inside these spans whose interval is known."""
        if statement is not None and self._is_retold(statement):
            mentions: list[TimeMention] | tuple[TimeMention, ...] = self._from_utterance(statement)
            return [m for m in mentions if any(span.contains(m.core) for span in spans)]
        found: list[TimeMention] = []
        for span in spans:
            at = bisect_left(self._starts, span.start - 12)
            while at < len(self._mentions) and self._starts[at] < span.end:
                if span.contains(self._mentions[at].core):
                    found.append(self._mentions[at])
                at += 1
        return found

    def _is_retold(self, statement: Statement) -> bool:
        """Whether the words were spoken on a known day other than the day of publication."""
        uttered, published = statement.uttered, self._document.published
        if uttered is None or uttered.start is None or uttered.precision not in {"day", "hour", "minute"}:
            return False
        return published is None or published.start is None or published.start[:10] != uttered.start[:10]

    def _from_utterance(self, statement: Statement) -> tuple[TimeMention, ...]:
        if statement.id not in self._retold:
            anchor = anchor_of(self._document, statement.uttered)
            self._retold[statement.id] = tuple(
                mention
                for span in statement.content
                for mention in find_times(span.of(self._document.text), anchor, offset=span.start)
                if mention.resolved
            )
        return self._retold[statement.id]


def about(mentions: list[TimeMention]) -> Interval | None:
    """The one interval that a clause's time words name: the narrowest of nested ones, `None` for several apart."""
    if not mentions:
        return None
    narrowest = min(mentions, key=lambda mention: _length(mention.interval))
    one = narrowest.interval
    return one if all(_touches(one, mention.interval) for mention in mentions) else None


def spelled_out(mention: TimeMention) -> str | None:
    """The calendar date of a relative expression ("last month"): "September 2023"; `None` where it needs none."""
    interval = mention.point
    day = interval.first_day
    if day is None or not _RELATIVE.search(interval.text) or str(day.year) in interval.text:
        return None
    match interval.precision:
        case "day":
            return day_written(day)
        case "month":
            return month_written(day)
        case "year":
            return str(day.year)
        case "week":
            return f"week of {day_written(day)}"
        case _:
            return None


def _length(interval: Interval) -> int:
    if interval.start is None or interval.end is None:
        return 10**7
    return (date.fromisoformat(interval.end[:10]) - date.fromisoformat(interval.start[:10])).days


def _touches(one: Interval, other: Interval) -> bool:
    first = one.end is None or other.start is None or other.start < one.end
    return first and (other.end is None or one.start is None or one.start < other.end)


def inside(mention: TimeMention, start: int) -> bool:
    """Whether a character stands in the expression."""
    return Span(start, start + 1).overlaps(mention.core)


def time_text(words: "list[Token]", dates: dict[int, str]) -> str:
    """A time as it is told behind a clause: "on Friday (5 March 2032)"; the `dates` stand behind last words."""
    told = "".join(t.text + (f" ({dates[t.i]})" if t.i in dates else "") + t.whitespace_ for t in words).strip()
    return told[:1].lower() + told[1:] if words and words[0].pos_ != "PROPN" else told
