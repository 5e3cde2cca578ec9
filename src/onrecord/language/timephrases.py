"""Times in company: parts ("the end of 2027"), ranges ("from June to August"), clocks on days, limits."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from onrecord.language.calendar import (
    DAY,
    Stretch,
    day_of,
    half_of,
    month_of,
    months_after,
    moved,
    quarter_of,
    unit_of,
    year_of,
)
from onrecord.language.clocktimes import read_clock
from onrecord.language.dateforms import read_date
from onrecord.language.lengths import read_count, timex_of
from onrecord.language.numberwords import read_ordinal
from onrecord.language.relativetimes import read_relative
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import (
    AFTER,
    BEFORE,
    DAY_PARTS,
    EARLY,
    LATE,
    MIDDLE,
    REST,
    SINCE,
    THROUGH,
    UNITS,
    UNTIL,
)
from onrecord.language.years import year_phrase
from onrecord.model.times import Precision

Limit = Literal["at", "by", "since", "until", "through", "before", "after", "within", "in"]
"""How a preposition bounds the time after it."""


def read_expression(context: Context, index: int) -> Reading | None:
    """Read the longest time expression at `index`, without a preposition before it."""
    first = _read_single(context, index)
    if first is None:
        return None
    return _read_range(context, index, first) or first


def _read_single(context: Context, index: int) -> Reading | None:
    tokens = context.tokens
    part = _read_part(context, index)
    if part is not None:
        return part
    clock = read_clock(tokens, index)
    if clock is not None:
        after = clock.after + 1 if tokens.word(clock.after) in {"on", ",", "of"} else clock.after
        day = read_date(context, after) or _named(context, after)
        if day is not None and day.stretch and day.stretch.precision == "day" and day.stretch.start:
            return replace(
                day, clock=(*clock.on(day.stretch.start), clock.precision), value=day.value[:10] + clock.value
            )
        base = (context.told if context.anchor.narrative else None) or context.today
        if base is None:
            return Reading(clock.after, None, f"XXXX-XX-XX{clock.value}")
        whole = Stretch(base, base + DAY, clock.precision)
        return Reading(clock.after, whole, base.isoformat() + clock.value, clock=(*clock.on(base), clock.precision))
    reading = read_date(context, index) or read_relative(context, index)
    if reading is None or reading.stretch is None or reading.stretch.precision != "day":
        return reading
    return _with_clock(context, reading)


def _named(context: Context, index: int) -> Reading | None:
    return read_relative(context, index) if context.tokens.word(index) in {"yesterday", "today", "tomorrow"} else None


def _with_clock(context: Context, reading: Reading) -> Reading:
    """A day followed by a part of it or a time: "Thursday morning", "Oct. 5 at 9 a.m."."""
    tokens = context.tokens
    at = reading.after
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


def _read_part(context: Context, index: int) -> Reading | None:
    """Forms like "early 1941", "mid-November", "the end of the month", "the first half of 2008"."""
    tokens = context.tokens
    definite = tokens.word(index) in {"the", "its", "their"}
    at = index + 1 if definite else index
    very = tokens.word(at) == "very"
    at += very
    word = tokens.word(at)
    if definite or tokens.word(index - 1) in {"-"}:
        ordinal = _ordinal_part(context, at)
        if ordinal is not None:
            return ordinal
    elif word in {"first", "second", "third", "fourth"} and tokens.word(at + 1) in {"quarter", "-"}:
        return _ordinal_part(context, at)
    known = word in EARLY or word in MIDDLE or word in LATE or word in REST or word in DAY_PARTS
    if word in {"early", "late", "mid", "latter"}:
        at += 1
        if tokens.word(at) == "-" or (tokens.word(at) in {"in", "on"} and word != "mid"):
            at += 1
        if tokens.word(at) in {"part", "half", "stages", "days", "hours", "morning", "months", "years", "evening"}:
            at += 1
            at += tokens.word(at) == "hours"
        elif tokens.word(at) == "to" and tokens.word(at + 1) in {"mid", "late"}:
            at += 2
            at += tokens.word(at) == "-"
        if tokens.word(at) in {"of", "in"}:
            at += 1
    elif known and (
        definite or word in {"midst"} or tokens.word(index - 1) in {"at", "by", "since", "until", "in"} or word == "mid"
    ):
        at += 1
        if tokens.word(at) == "-" and word in MIDDLE | EARLY:
            at += 1
            at += tokens.word(at) == "hours"
        if tokens.word(at) not in {"of", "to"}:
            return None
        at += 1
    else:
        return None
    inner = _read_unit_of(context, at) if tokens.word(at) in {"the", "this", "that", "last", "next"} else None
    inner = inner or read_date(context, at) or read_relative(context, at)
    if inner is None or inner.sort != "point":
        return None
    if word in DAY_PARTS:
        if inner.stretch is not None and inner.stretch.precision != "day":
            return None
        return replace(inner, value=f"{inner.value[:10]}T{DAY_PARTS[word]}")
    if inner.stretch is None:
        return inner
    return replace(
        inner, stretch=part_of(inner.stretch, word), month=None if word in EARLY | MIDDLE | LATE else inner.month
    )


def _read_unit_of(context: Context, at: int) -> Reading | None:
    """Forms like "the month", "the following year" after "the end of"."""
    tokens = context.tokens
    unit = UNITS.get(tokens.word(at + 1))
    base = context.told if tokens.word(at) == "that" else context.told or context.today
    if context.anchor.day is not None and not context.anchor.narrative and tokens.word(at) == "the":
        base = context.today
    if (
        tokens.word(at) not in {"the"}
        or unit is None
        or unit == "day"
        or base is None
        or tokens.word(at + 1)[-1:] == "s"
    ):
        return None
    stretch = unit_of(base, unit)
    return Reading(at + 2, stretch, timex_of(stretch))


def part_of(stretch: Stretch, word: str) -> Stretch:
    """The part of a stretch that a word picks: its first, middle or last third; the whole for "the rest of"."""
    start, end, precision = stretch
    if start is None or end is None or (end - start).days < 3 or word in REST:
        return stretch
    third = (end - start) / 3
    first, second = start + timedelta(days=third.days), start + timedelta(days=2 * third.days)
    if word in EARLY:
        return Stretch(start, first, precision)
    return Stretch(first, second, precision) if word in MIDDLE else Stretch(second, end, precision)


def _ordinal_part(context: Context, index: int) -> Reading | None:
    """Forms like "first half of 2008", "third quarter", "first ten months of 1915", "last week of August"."""
    tokens = context.tokens
    word = tokens.word(index)
    ordinal = read_ordinal(tokens, index)
    last = word in {"last", "final", "closing", "latter", "second"} and ordinal is None
    at = ordinal.after if ordinal else index + 1
    if ordinal is None and word not in {"last", "final", "closing", "opening", "latter"}:
        return None
    if tokens.word(at) == "-":
        at += 1
    count, number = 1, read_count(context, at)
    if number is not None and number[0] is not None and tokens.word(at) not in {"a", "an"}:
        count, at = int(number[0]), number[1]
    noun = tokens.word(at)
    if noun not in UNITS and noun not in {"half", "part", "third"}:
        return None
    which = int(ordinal.value) if ordinal else 0
    if noun in {"quarter", "half"} and count == 1:
        if noun == "quarter" and not 1 <= which <= 4 and not last:
            return None
        return _part_of_year(context, at + 1, noun, which or (4 if noun == "quarter" else 2))
    if noun == "part" or tokens.word(at + 1) not in {"of", "in"}:
        return None
    inner = read_date(context, at + 2) or read_relative(context, at + 2)
    if inner is None or inner.stretch is None or inner.stretch.start is None or inner.stretch.end is None:
        return None
    unit = UNITS.get(noun)
    if unit is None or inner.sort != "point":
        return None
    start, end = inner.stretch.start, inner.stretch.end
    if last:
        first, final = moved(end, -count, unit), end
    else:
        first = moved(start, which - 1 if count == 1 else 0, unit)
        final = moved(first, count, unit)
    if first < start or final > end or first >= final:
        return None
    return Reading(inner.after, Stretch(first, final, "day" if unit == "day" and count == 1 else "span"), inner.value)


def _part_of_year(context: Context, at: int, noun: str, which: int) -> Reading | None:
    tokens = context.tokens
    year = year_phrase(context, at)
    inner = None
    if year is None and tokens.word(at) in {"of", "in"}:
        inner = read_date(context, at + 1) or read_relative(context, at + 1)
        if inner is None or inner.stretch is None or inner.stretch.start is None or inner.stretch.end is None:
            return None
    if inner is not None and inner.stretch is not None and inner.stretch.precision != "year":
        return replace(inner, stretch=part_of(inner.stretch, "early" if which == 1 else "late"))
    if year is None and noun == "half":
        return None
    base = context.told if context.anchor.narrative else context.base
    number = year[0] if year else inner.stretch.start.year if inner and inner.stretch and inner.stretch.start else None
    after = year[1] if year else inner.after if inner else at
    if number is None and base is not None and not year:
        number = base.year
        if noun == "quarter" and not context.anchor.narrative and quarter_of(number, which).start > base:  # type: ignore[operator]
            number -= not context.points_forward(at)
    value = f"{number or 'XXXX'}-{noun[0].upper()}{which}"
    if number is None or which > (4 if noun == "quarter" else 2):
        return Reading(after, None, value)
    return Reading(after, quarter_of(number, which) if noun == "quarter" else half_of(number, which), value)


def _read_range(context: Context, index: int, first: Reading) -> Reading | None:
    """Two points joined: "June to August 2017", "2019-21", "between March 3 and March 5"."""
    tokens = context.tokens
    joint, before = tokens.word(first.after), tokens.word(index - 1)
    if first.sort != "point" or joint not in {"-", "to", "through", "until", "till", "and", "/"}:
        return None
    if joint == "and" and before != "between":
        return None
    at = first.after + 1
    if (
        joint == "-"
        and len(first.value) == 4
        and len(tokens.word(at)) == 2
        and tokens.touches(at)
        and tokens.number(at) is not None
    ):
        year = int(first.value)
        last = year - year % 100 + int(tokens.word(at))
        if year < last <= year + 60:
            return Reading(at + 1, Stretch(date(year, 1, 1), date(last + 1, 1, 1), "span"), first.value)
    told, context.told = context.told, (first.stretch.start if first.stretch and first.stretch.start else context.told)
    second = _read_single(context, at)
    context.told = told
    if second is None or second.sort != "point":
        return None
    if first.value == second.value and not first.clock:
        return Reading(second.after, None, "XXXX", sort="set") if joint == "to" else None
    if (
        joint == "to"
        and before not in {"from", "between"}
        and (first.month is None) != (second.month is None)
        and len(first.value) != len(second.value)
    ):
        return None
    first = with_year_of(context, first, second)
    if first.clock and second.clock:
        return replace(second, clock=(first.clock[0], second.clock[0], first.clock[2]))
    start = first.stretch.start if first.stretch else None
    end = second.stretch.end if second.stretch else None
    if start is None or end is None:
        return Reading(second.after, None, second.value)
    if end <= start and second.month is not None and second.stretch is not None:
        end = months_after(end, 12)
    if end <= start:
        return None
    return Reading(second.after, Stretch(start, end, "span"), first.value)


def with_year_of(context: Context, first: Reading, second: Reading) -> Reading:
    """A reading without a year, put into the year that a following one names."""
    if first.month is None or second.month is not None or second.stretch is None or second.stretch.start is None:
        return first
    later = second.stretch.start
    year = later.year - (
        (first.month, first.day or 1) > (later.month, later.day) and second.stretch.precision != "year"
    )
    stretch = day_of(year, first.month, first.day) if first.day else month_of(year, first.month)
    return replace(first, stretch=stretch, month=None, value=f"{year:04d}{first.value[4:]}")


def limited(
    context: Context, lead: str, index: int, reading: Reading
) -> tuple[Limit, Stretch | None, Precision] | None:
    """What a preposition before an expression makes of it; nothing where it leaves the expression as it is."""
    stretch = reading.stretch
    if reading.sort == "duration":
        return _reaching(context, lead, index, reading)
    if reading.sort != "point":
        return None
    precision: Precision = stretch.precision if stretch else "span"
    limit: Limit | None = None
    bounded = stretch
    if lead in SINCE:
        limit, bounded = "since", Stretch(stretch.start, None, precision) if stretch else None
    elif lead in UNTIL:
        limit, bounded = "until", Stretch(None, stretch.end, precision) if stretch else None
    elif lead in THROUGH:
        first = None
        if stretch and stretch.end and precision in {"month", "quarter", "season", "half"}:
            first = year_of((stretch.end - DAY).year).start
        limit, bounded = "through", Stretch(first, stretch.end, "span" if first else precision) if stretch else None
    elif lead == "by":
        limit, bounded = "by", Stretch(None, stretch.end, precision) if stretch else None
    elif lead in BEFORE:
        limit, bounded = "before", Stretch(None, stretch.start, precision) if stretch else None
    elif lead in AFTER:
        limit, bounded = "after", Stretch(stretch.end, None, precision) if stretch else None
    return (limit, bounded, precision) if limit else None


def _reaching(
    context: Context, lead: str, index: int, reading: Reading
) -> tuple[Limit, Stretch | None, Precision] | None:
    """Forms like "within six months", "in two weeks": a length counted from the anchor, where the verbs look ahead."""
    base = context.base
    if base is None or reading.amount is None or lead not in {"within", "in"} or context.anchor.narrative:
        return None
    if context.tokens.word(reading.after) in {"of", "after", "before", "from"}:
        return None
    direction = context.direction_at(index)
    count, unit = reading.amount
    goal = moved(base, count, unit)
    if lead == "within" and direction is not False:
        return "within", Stretch(base, goal + DAY, "span"), "span"
    if lead == "in" and direction is True:
        stretch = unit_of(goal, "year" if unit in {"decade", "century"} else unit)
        return "in", stretch, stretch.precision
    return None
