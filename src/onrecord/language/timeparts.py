"""Parts of a stretch: "early 1941", "the end of the month", "the first half of 2008", "the last week of August"."""

from dataclasses import replace
from datetime import timedelta

from onrecord.language.calendar import Stretch, era_written, half_of, moved, quarter_of, unit_of
from onrecord.language.dateforms import read_date
from onrecord.language.fiscal import fiscal_quarter
from onrecord.language.lengths import read_count, timex_of
from onrecord.language.numberwords import read_ordinal
from onrecord.language.relativetimes import read_relative
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import DAY_PARTS, EARLY, LATE, MIDDLE, REST, UNITS
from onrecord.language.years import year_phrase


def read_part(context: Context, index: int) -> Reading | None:
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
    hours = DAY_PARTS.get(tokens.word(at + 1)) if tokens.word(at + 2) in {"hours", "of"} else None
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
        if inner.stretch is not None and inner.stretch.precision != "day" and not _few_days(inner.stretch):
            return None
        return replace(inner, value=f"{inner.value[:10]}T{DAY_PARTS[word]}")
    if inner.stretch is None or inner.stretch.precision == "day":
        return replace(inner, value=f"{inner.value[:10]}T{hours}") if hours and len(inner.value) == 10 else inner
    return replace(
        inner,
        others=(),
        stretch=part_of(inner.stretch, word),
        month=None if word in EARLY | MIDDLE | LATE else inner.month,
    )


def _few_days(stretch: Stretch) -> bool:
    """Whether a stretch is the two days that a night lies between: "the night of 3-4 May"."""
    return stretch.start is not None and stretch.end is not None and (stretch.end - stretch.start).days == 2


def _read_unit_of(context: Context, at: int) -> Reading | None:
    """Forms like "the month", "the following year" after "the end of"."""
    tokens = context.tokens
    unit = UNITS.get(tokens.word(at + 1))
    base = context.told if tokens.word(at) == "that" else context.told or context.today
    if context.anchor.day is not None and not context.anchor.narrative and tokens.word(at) == "the":
        base = context.today
    elif not context.anchor.narrative and context.direction_at(at, look_on=False):
        return None  # nothing tells from when what lies ahead is counted
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
    if inner is not None and inner.value.startswith("FY") and inner.stretch is not None and noun == "quarter":
        quarters = tuple((fiscal_quarter(other, which), weight) for other, weight in inner.others)
        return replace(
            inner, stretch=fiscal_quarter(inner.stretch, which), value=f"{inner.value}-Q{which}", others=quarters
        )
    if year is None and noun == "half":
        return None
    base = context.told if context.anchor.narrative else context.base
    number = year[0] if year else inner.stretch.start.year if inner and inner.stretch and inner.stretch.start else None
    after = year[1] if year else inner.after if inner else at
    running = [tokens.word(place) for place in range(at, at + 3)] == ["of", "the", "year"]
    if running and number and base and not context.anchor.narrative and context.direction_at(at) is False:
        start = quarter_of(number, min(which, 4)).start if noun == "quarter" else half_of(number, min(which, 2)).start
        number -= start is not None and start > base
    if number is None and base is not None and not year:
        number = base.year
        if noun == "quarter" and not context.anchor.narrative and quarter_of(number, which).start > base:  # type: ignore[operator]
            number -= not context.points_forward(at)
    value = f"{era_written(number) if number else 'XXXX'}-{noun[0].upper()}{which}"
    if number is None or which > (4 if noun == "quarter" else 2):
        return Reading(after, None, value)
    return Reading(after, quarter_of(number, which) if noun == "quarter" else half_of(number, which), value)
