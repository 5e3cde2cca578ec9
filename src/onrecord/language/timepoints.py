"""One point or stretch of time, without the preposition before it and without a second end."""

from dataclasses import replace
from datetime import date

from onrecord.language.calendar import DAY, Stretch
from onrecord.language.clocktimes import read_clock, read_clocks
from onrecord.language.clockwords import read_worded
from onrecord.language.dateforms import read_date
from onrecord.language.lengths import timex_of
from onrecord.language.periodphrases import read_period
from onrecord.language.relativetimes import read_relative
from onrecord.language.timeparts import read_part
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import DAY_PARTS
from onrecord.language.tokens import BREAK
from onrecord.language.tripdays import read_trip_day

SAME_SENTENCE = 14
"""Words back over which a day belongs to a time of day without one."""


def read_point(context: Context, index: int) -> Reading | None:
    """Read the longest single expression at `index`."""
    part = read_part(context, index)
    if part is not None:
        return _with_clock(context, part) if part.stretch and part.stretch.precision == "day" else part
    clock = _clock(context, index)
    if clock is not None:
        return clock
    reading = (
        read_period(context, index)
        or read_date(context, index)
        or read_trip_day(context, index)
        or read_relative(context, index)
    )
    if reading is None or reading.stretch is None or reading.stretch.precision != "day" or reading.sort != "point":
        return reading
    return _with_clock(context, reading)


def _clock(context: Context, index: int) -> Reading | None:
    """A time of day, or two of them, with the day that may follow; the day alone where its half is not told."""
    tokens = context.tokens
    worded = read_worded(tokens, index)
    two = None if worded else read_clocks(tokens, index)
    clock = worded.clock if worded else two[0] if two else read_clock(tokens, index)
    if clock is None:
        return None
    vague = worded is not None and not worded.told
    last = two[1] if two else clock
    after = last.after + 1 if tokens.word(last.after) in {"on", ",", "of"} else last.after
    day = read_date(context, after) or _named(context, after)
    if day is not None and day.stretch and day.stretch.precision == "day" and day.stretch.start and not day.clock:
        start = day.stretch.start
        if worded:
            day = replace(day, after=day.after + (tokens.word(day.after) in DAY_PARTS))
        found = replace(day, value=day.value[:10] + clock.value)
    else:
        base = _day_of_clock(context, index) or (None if vague else context.today)
        if base is None:
            return Reading(last.after, None, "XXXX-XX-XX" if vague else f"XXXX-XX-XX{clock.value}")
        start = base
        stretch = Stretch(base, base + DAY, clock.precision)
        found = Reading(last.after, stretch, timex_of(Stretch(base, base + DAY, "day")) + clock.value)
    if vague:
        return replace(found, stretch=Stretch(start, start + DAY, "day"), value=found.value[: -len(clock.value)])
    ends: tuple[tuple[int, int, str], ...] = ()
    if two is not None:
        value = found.value[: -len(clock.value)]
        ends = ((index, clock.after, value + clock.value), (clock.after + 1, last.after, value + last.value))
    begin, end = clock.on(start)[0], last.on(start)[0 if two else 1]
    return replace(found, clock=(begin, end, clock.precision), ends=ends)


def _day_of_clock(context: Context, index: int) -> date | None:
    """The day a time without one belongs to: the one told in its sentence; in a story, the one last told."""
    if context.anchor.narrative:
        return context.told_as("day")
    near = context.told_at is not None and index - context.told_at <= SAME_SENTENCE
    if not near or context.told_at is None:
        return None
    between = range(context.told_at, index)
    if any(context.tokens.word(at) in {BREAK, "?", "!"} or _full_stop(context, at) for at in between):
        return None
    return context.told_as("day")


def _full_stop(context: Context, at: int) -> bool:
    return context.tokens.word(at) == "." and context.tokens.capital(at + 1) and len(context.tokens.word(at - 1)) > 3


def _named(context: Context, index: int) -> Reading | None:
    return read_relative(context, index) if context.tokens.word(index) in {"yesterday", "today", "tomorrow"} else None


def _with_clock(context: Context, reading: Reading) -> Reading:
    """A day followed by a part of it or a time: "Thursday morning", "Oct. 5 at 9 a.m."."""
    tokens = context.tokens
    at = reading.after
    if reading.clock is not None:
        return reading
    early = tokens.word(at) in {"early", "late", "mid"} and tokens.word(at + 1) in DAY_PARTS
    if tokens.word(at + early) in DAY_PARTS:
        return replace(
            reading, after=at + 1 + early, value=f"{reading.value[:10]}T{DAY_PARTS[tokens.word(at + early)]}"
        )
    if tokens.word(at) in {"at", ",", "around", "by"}:
        at += 1
    clock = read_clock(tokens, at)
    start = reading.stretch.start if reading.stretch else None
    if clock is None or start is None:
        return reading
    return replace(
        reading, after=clock.after, clock=(*clock.on(start), clock.precision), value=reading.value[:10] + clock.value
    )
