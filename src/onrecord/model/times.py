"""When: intervals with the precision their words carry."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import msgspec

Precision = Literal["minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "span"]
"""How finely the words fix the time; `span` is a stretch with its own two ends ("from June to August")."""

KnownBy = Literal["metadata", "dateline", "caption", "text", "given"]
"""What a document's publication date rests on; `given` was said by the person who added it."""


class PossibleTime(msgspec.Struct, frozen=True, kw_only=True):
    """One of several stretches that an ambiguous expression can mean; the weights of all of them add up to 1."""

    start: str | None
    end: str | None
    precision: Precision
    weight: float


class Interval(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of time, `end` exclusive, either end open (`None`) where the words leave it open.

    Ends are ISO 8601: a date ("2023-10-05"), or for minutes and hours a date and time with offset
    ("2024-02-08T09:06:00-05:00"). `text` is the words as written. `readings` holds every meaning of words
    that leave more than one open ("10/5/2023", "last summer"), likeliest first, which `start` and `end` state.
    """

    start: str | None
    end: str | None
    precision: Precision
    text: str
    readings: tuple[PossibleTime, ...] = ()

    @property
    def first_day(self) -> date | None:
        """The first day touched, or `None` where the start is open."""
        return date.fromisoformat(self.start[:10]) if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last day touched, or `None` where the end is open."""
        return _last_day(self.start, self.end) if self.end else None


@lru_cache(maxsize=16_384)
def _last_day(start: str | None, end: str) -> date:
    """The day before an exclusive end, or the day of the end where it has a clock time past midnight."""
    day = date.fromisoformat(end[:10])
    if end[11:16] in {"", "00:00"} and day > date.min:
        day -= timedelta(days=1)
    return max(day, date.fromisoformat(start[:10])) if start else day


class Published(Interval, frozen=True, kw_only=True):
    """A document's publication date and how it is known."""

    known_by: KnownBy
