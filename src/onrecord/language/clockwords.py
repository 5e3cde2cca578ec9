"""Times of day in words: "ten past nine", "half past six", "a quarter to eight", "nine o'clock in the evening"."""

from typing import NamedTuple

from onrecord.language.clocktimes import GOING_ON, LEADING, Clock
from onrecord.language.numberwords import UNITS as CARDINALS
from onrecord.language.timewords import DAY_PARTS, WEEKDAYS
from onrecord.language.tokens import Tokens

_HOURS = {word: count for word, count in CARDINALS.items() if 1 <= count <= 12}
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "half": 30}
_MORNING = frozenset({"morning", "dawn"})
_SMALL_HOURS = 5 * 60
"""Minutes of a night after midnight: "two at night" is before dawn, "nine at night" is not."""
_BETWEEN = frozenset({*WEEKDAYS, "on", "in", "at", "the", "this", "that", "yesterday", "tomorrow", "last", "next"})
_COUNTING = frozenset({"and"})
"""Words before a time of day that stand before an amount as well: "two in the morning and nine in the evening"."""
_WITHIN = 4
"""Tokens behind an hour in which the part of the day is told: "nine o'clock on Tuesday evening"."""


class WordedClock(NamedTuple):
    """A time of day in words, and whether its half of the day is told: "ten past nine" alone may be either."""

    clock: Clock
    told: bool


def read_worded(tokens: Tokens, index: int) -> WordedClock | None:
    """Read a time of day in words at `index`."""
    minute, at = _minutes(tokens, index)
    if minute is None:
        return _hour_alone(tokens, index)
    hour, after = _hour(tokens, at + 1)
    if hour is None or (tokens.word(at) == "to" and not _is_clock(tokens, index, after)):
        return None
    after = _past_oclock(tokens, after) or after
    past = tokens.word(at) == "past"
    return _told(tokens, (hour * 60 + (minute if past else -minute)) % (12 * 60), tokens.word(at + 1), after)


def _minutes(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """The minutes before "past" or "to", and where that word stands."""
    at = index + (tokens.word(index) in {"a", "an"} and tokens.word(index + 1) in {"quarter", "half"})
    minute = _MINUTES.get(tokens.word(at))
    at += 1
    if minute == 20 and tokens.word(at) == "-" and tokens.word(at + 1) == "five":
        minute, at = 25, at + 2
    at += tokens.word(at) == "minutes"
    if minute is None or tokens.word(at) not in {"past", "to"} or (minute == 30 and tokens.word(at) == "to"):
        return None, index
    return minute, at


def _hour(tokens: Tokens, index: int) -> tuple[int | None, int]:
    word = tokens.word(index)
    if word in {"noon", "midnight"}:
        return 12, index + 1
    hour = _HOURS.get(word) or tokens.number(index)
    return (hour, index + 1) if hour is not None and 1 <= hour <= 12 else (None, index)


def _hour_alone(tokens: Tokens, index: int) -> WordedClock | None:
    """Read "nine o'clock", or "at nine" where the part of the day follows."""
    if tokens.word(index) in {"noon", "midnight"}:
        return None
    hour, after = _hour(tokens, index)
    if hour is None:
        return None
    named = _past_oclock(tokens, after)
    if named is None and not (tokens.word(index - 1) in LEADING - _COUNTING and _part(tokens, after)):
        return None
    return _told(tokens, hour % 12 * 60, "", named or after)


def _past_oclock(tokens: Tokens, index: int) -> int | None:
    written = [tokens.word(index + step) for step in range(3)]
    return index + 3 if written == ["o", "'", "clock"] else None


def _is_clock(tokens: Tokens, index: int, after: int) -> bool:
    """Whether "ten to twelve" is no range: a time's preposition before it, and nothing behind it that is counted."""
    behind = tokens.word(after)
    if "quarter" in {tokens.word(index), tokens.word(index + 1)} or tokens.word(after - 1) in {"noon", "midnight"}:
        return True
    led = tokens.word(index - 1) in LEADING - {*_COUNTING, "from", "about", "around"}
    return led and (not behind[:1].isalnum() or behind in {*GOING_ON, "o"} or _part(tokens, after) is not None)


def _told(tokens: Tokens, minutes: int, named: str, after: int) -> WordedClock:
    """The clock at so many minutes of a half of the day, the later one where the words tell it."""
    part = _part(tokens, after)
    late: bool | None = None
    if named in {"noon", "midnight"}:
        late = (minutes < 6 * 60) == (named == "noon")
    elif part is not None:
        late = minutes >= _SMALL_HOURS if part == "night" else part not in _MORNING
        if tokens.word(after) in {"in", "at"}:
            after += 3 if tokens.word(after) == "in" else 2
    if late:
        minutes += 12 * 60
    return WordedClock(Clock(after, minutes // 60, minutes % 60, "minute" if named else "hour", None), late is not None)


def _part(tokens: Tokens, index: int) -> str | None:
    """The part of the day told behind an hour: "in the morning", "at night", "on Tuesday evening"."""
    for at in range(index, index + _WITHIN):
        if tokens.word(at) in DAY_PARTS:
            return tokens.word(at)
        if tokens.word(at) not in _BETWEEN:
            return None
    return None
