"""Times of day with their zones: "9:06 A.M. EST", "11 a.m.", "noon", "19:00 GMT"."""

from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from onrecord.language.timewords import ZONE_NAMES, ZONES
from onrecord.language.tokens import Tokens
from onrecord.model.times import Precision

LEADING = frozenset({"at", "by", "around", "about", "until", "till", "from", "and", "before", "after", "since"})
"""Words that stand before a time of day."""
_AT = frozenset({"at", "until", "till", "before", "after", "since"})
"""Those after which "7.40" is hardly an amount: "by 7.40" and "between 3.50 and 7.40" may be."""
GOING_ON = frozenset({"and", "but", "on", "when", "that", "hours", "hrs", "local", "until", "to", "or", "as"})
"""Words that may stand behind "at 17.40", where an amount would have what it is an amount of."""


_PRICED = frozenset(
    {
        "stood", "stands", "traded", "trading", "priced", "settled", "valued", "sold", "bought", "quoted",
        "fixed", "pegged", "fell", "rose", "peaked", "price", "rate", "rates", "index", "averaged", "rated", "measured",
    }
)  # fmt: skip
"""Words after which "at 12.40" is a price or a level."""


class Clock(NamedTuple):
    """A time of day: the token after it, hours, minutes, whether minutes were written, and the zone as written."""

    after: int
    hour: int
    minute: int
    precision: Precision
    zone: str | None

    @property
    def value(self) -> str:
        """The time as TIMEX3 writes it."""
        return f"T{self.hour:02d}:{self.minute:02d}"

    def on(self, day: date) -> tuple[str, str]:
        """Start and end on a day, ISO 8601, with the offset where the zone is known."""
        offset = None if self.zone is None else timezone(timedelta(hours=_offset(self.zone, day)))
        start = datetime(day.year, day.month, day.day, self.hour, self.minute, tzinfo=offset)
        if day.year >= 9999:
            return start.isoformat(), start.isoformat()
        length = timedelta(minutes=1) if self.precision == "minute" else timedelta(hours=1)
        return start.isoformat(), (start + length).isoformat()


def read_clock(tokens: Tokens, index: int) -> Clock | None:
    """Read a time of day at `index`."""
    word = tokens.word(index)
    if word in {"noon", "midnight"}:
        if tokens.word(index - 1) == "'":
            return None
        return Clock(index + 1, 12 if word == "noon" else 0, 0, "hour", None)
    hour = tokens.number(index)
    if hour is None or hour > 24 or len(word) > 2:
        return None
    at, minute, written, dotted = index + 1, 0, False, False
    if (
        tokens.word(at) in {":", "."}
        and tokens.touches(at)
        and tokens.touches(at + 1)
        and len(tokens.word(at + 1)) == 2
    ):
        digits = tokens.word(at + 1)
        if not (digits.isascii() and digits.isdigit()) or int(digits) > 59:
            return None
        minute, written, dotted, at = int(digits), tokens.word(at) == ":", tokens.word(at) == ".", at + 2
        if (
            tokens.word(at) in {":", ".", "-"}
            and tokens.touches(at)
            and tokens.touches(at + 1)
            and tokens.word(at + 1).isdigit()
        ):
            return None
    half, after = _half_of_day(tokens, at)
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
        zone, after = _zone(tokens, after)
        return Clock(after, hour, minute, "minute" if minute or written else "hour", zone)
    leads = tokens.word(index - 1) in LEADING and not any(tokens.word(index - back) in _PRICED for back in (2, 3))
    if dotted and leads and (len(word) == 2 or tokens.word(index - 1) in _AT) and _is_no_amount(tokens, at):
        written = True
    if not written or hour > 23:
        return None
    military = tokens.word(at) in {"hrs", "hours", "h"}
    zone, after = _zone(tokens, at + military)
    if not (military or zone or tokens.word(index - 1) in LEADING):
        return None
    return Clock(after, hour, minute, "minute", zone)


def _is_no_amount(tokens: Tokens, after: int) -> bool:
    """Whether nothing that is counted or measured stands behind "at 17.40"."""
    word = tokens.word(after)
    return not word or (not word[0].isalnum() and word not in {"%", "‰", "$", "€", "£"}) or word in GOING_ON


def _half_of_day(tokens: Tokens, index: int) -> tuple[str | None, int]:
    word = tokens.word(index)
    if word in {"am", "pm"}:
        return word[0], index + 1
    if (
        word in {"a", "p"}
        and tokens.word(index + 1) == "."
        and tokens.word(index + 2) == "m"
        and tokens.touches(index + 2)
    ):
        dotted = tokens.word(index + 3) == "." and tokens.touches(index + 3)
        return word, index + 3 + dotted
    return None, index


def _zone(tokens: Tokens, index: int) -> tuple[str | None, int]:
    at = index + 1 if tokens.word(index) in {",", "("} else index
    word = tokens.word(at)
    if word in ZONES and tokens.raw(at).isupper():
        return word, at + 1
    if word in ZONE_NAMES and tokens.capital(at):
        after = at + 1
        if tokens.word(after) in {"standard", "daylight"}:
            after += 1
        return ZONE_NAMES[word], after + 1 if tokens.word(after) == "time" else after
    if word == "local" and tokens.word(at + 1) == "time":
        return None, at + 2
    return None, index


def _offset(zone: str, day: date) -> int:
    """Hours from UTC on a day; by the United States' rule where the zone leaves it open."""
    winter, summer = ZONES[zone]
    if winter == summer:
        return winter
    march, november = date(day.year, 3, 1), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7 + 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return summer if begins <= day < ends else winter


def read_clocks(tokens: Tokens, index: int) -> tuple[Clock, Clock] | None:
    """Two times of day that share their half: "9-11 a.m. EST", "between 2 and 4 p.m.", "9:30 to 10 a.m."."""
    first = _bare(tokens, index)
    if first is None or tokens.word(first[2]) not in {"-", "to", "and"}:
        return None
    last = read_clock(tokens, first[2] + 1)
    if last is None or tokens.word(last.after - 1) in {"noon", "midnight"}:
        return None
    hour, minute, _ = first
    if not 1 <= hour <= 12 or not _is_halved(tokens, first[2] + 1, last.after):
        return None
    hour = hour % 12 + (12 if last.hour >= 12 and hour % 12 + 12 <= last.hour else 0)
    return Clock(first[2], hour, minute, last.precision if minute == 0 else "minute", last.zone), last


def _bare(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Hours and minutes without their half of the day, and the token after them."""
    hour = tokens.number(index)
    if hour is None or len(tokens.word(index)) > 2:
        return None
    minutes = tokens.word(index + 2)
    if tokens.word(index + 1) == ":" and len(minutes) == 2 and minutes.isdigit() and int(minutes) < 60:
        return hour, int(minutes), index + 3
    return hour, 0, index + 1


def _is_halved(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.word(at) in {"am", "pm", "m"} for at in range(start, end))
