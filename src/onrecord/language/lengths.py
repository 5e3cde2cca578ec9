"""Lengths of time and the points they lead to: "three months", "two weeks ago", "a year later"."""

from dataclasses import replace
from datetime import date

from onrecord.language.calendar import Stretch, Unit, era_written, moved, unit_of
from onrecord.language.numberwords import read_cardinal, read_ordinal
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import CLOCK_UNITS, UNIT_CODES, UNITS, VAGUE_COUNTS

COMPARED = frozenset({"month", "quarter", "season", "half", "span"})
LONGEST_COMPARED = 340
"""Days of a period told that "a year earlier" compares with its own like."""
AFTER_LENGTH = frozenset({"ago", "earlier", "later", "before", "after", "and", "or", "from", "hence"})
"""Words after "a second" and "a quarter" that make a time of them, and no number."""


def read_amount(context: Context, index: int) -> Reading | None:
    """A length of time, and the point it leads to: "two weeks", "a year ago", "three days later"."""
    tokens = context.tokens
    counted = read_count(context, index)
    if counted is None:
        return None
    count, at = counted
    if tokens.word(at) == "-" and tokens.touches(at) and tokens.touches(at + 1):
        at += 1
    working = tokens.word(at) in {"working", "business"} and tokens.word(at + 1) in {"day", "days"}
    if working or tokens.word(at) in {
        "full", "consecutive", "straight", "calendar", "more", "whole", "long", "brutal"
    }:  # fmt: skip
        at += 1
    word = tokens.word(at)
    if word in CLOCK_UNITS:
        if word == "second" and (tokens.word(at + 1)[:1].isalpha() and tokens.word(at + 1) not in AFTER_LENGTH):
            return None
        return Reading(at + 1, None, f"PT{written_count(count)}{CLOCK_UNITS[word]}", sort="duration")
    unit = UNITS.get(word)
    if unit is None:
        return None
    if word.startswith("fortnight"):
        count = count * 2 if count is not None else None
    if unit == "quarter" and count in {1, 3} and tokens.word(at + 1) not in AFTER_LENGTH:
        return None
    after = at + 1
    if tokens.word(after) == "'" and tokens.touches(after):
        possessive = after + (2 if tokens.word(after + 1) == "s" and tokens.touches(after + 1) else 1)
        after = possessive + 1 if tokens.word(possessive) == "time" else after
    if (
        tokens.word(after) == "and"
        and tokens.word(after + 1) in {"a"}
        and tokens.word(after + 2) == "half"
        and count is not None
    ):
        count, after = count + 0.5, after + 3
    reading = _counted_from(context, index, count, unit, after)
    if working and reading.amount is not None:
        return replace(reading, amount=(-(-reading.amount[0] * 7 // 5), "day"))
    return reading


def _counted_from(context: Context, index: int, count: int | float | None, unit: Unit, after: int) -> Reading:
    tokens = context.tokens
    word = tokens.word(after)
    value = f"P{written_count(count)}{UNIT_CODES[unit]}"
    amount = (count, unit) if count is not None else None
    told = context.told_as(unit) or (context.today if not context.anchor.narrative else context.told)
    if word == "ago" or (word == "from" and tokens.word(after + 1) == "now") or word == "hence":
        end = after + 2 if word == "from" else after + 1
        base = context.today if not context.anchor.narrative else told
        sign = -1 if word == "ago" else 1
        if count is None:
            return Reading(end, None, "PAST_REF" if sign < 0 else "FUTURE_REF", sort="vague")
        if base is None:
            return Reading(end, None, "XXXX")
        if tokens.word(index - 1) == "from" and (same := _same_period(context, unit, count, end)) is not None:
            return same
        return day_reading(moved(base, sign * count, unit), unit, end, count)
    if word in {"earlier", "later", "afterwards", "afterward", "thereafter", "hence", "before", "after"}:
        ahead = word not in {"earlier", "before"}
        following = tokens.word(after + 1)
        if word in {"before", "after"} and (following.isalnum() or following in {"'", "("}):
            return Reading(after, None, value, sort="duration", amount=amount)
        if word in {"earlier", "later"} and following == "than":  # how far apart two times are, and neither of them
            return Reading(after, None, value, sort="duration", amount=amount)
        if count is None or told is None:
            return Reading(after + 1, None, "FUTURE_REF" if ahead else "PAST_REF", sort="vague")
        if not ahead and (same := _same_period(context, unit, count, after + 1)) is not None:
            return same
        return day_reading(moved(told, count if ahead else -count, unit), unit, after + 1, count)
    return Reading(after, None, value, sort="duration", amount=amount)


def _same_period(context: Context, unit: Unit, count: int | float, after: int) -> Reading | None:
    """The months, quarter or half year told before, so many years earlier: what "a year earlier" compares with."""
    period = context.period
    if unit != "year" or count != int(count) or context.anchor.narrative or period is None:
        return None
    start, end, precision = period
    if start is None or end is None or precision not in COMPARED or (end - start).days > LONGEST_COMPARED:
        return None
    stretch = Stretch(moved(start, -count, "year"), moved(end, -count, "year"), precision)
    return Reading(after, stretch, timex_of(stretch))


def day_reading(day: date, unit: Unit, after: int, count: int | float) -> Reading:
    """The calendar unit around a day, a finer one for a broken count."""
    if count != int(count):
        unit = {"year": "month", "decade": "year", "month": "week", "week": "day"}.get(unit, unit)  # type: ignore[assignment]
    if unit == "century" or (unit == "decade" and count == 1):
        unit = "year"
    return Reading(after, unit_of(day, unit), timex_of(unit_of(day, unit)))


def timex_of(stretch: Stretch) -> str:
    """A calendar unit as TIMEX3 writes it."""
    start = stretch.start
    if start is None:
        return "XXXX"
    match stretch.precision:
        case "day":
            return f"{era_written(start.year)}-{start.month:02d}-{start.day:02d}"
        case "week":
            year, week, _ = start.isocalendar()
            return f"{era_written(year)}-W{week:02d}"
        case "month":
            return f"{era_written(start.year)}-{start.month:02d}"
        case "quarter":
            return f"{era_written(start.year)}-Q{(start.month + 2) // 3}"
        case "decade":
            return _decade_written(start.year)
        case _:
            return era_written(start.year)


def _decade_written(year: int) -> str:
    written = era_written(year)
    return f"BC{int(written[2:]) // 10:03d}" if written.startswith("BC") else f"{year // 10}"


def read_count(context: Context, index: int) -> tuple[int | float | None, int] | None:
    """A count of units; `None` for its value where the words are vague."""
    tokens = context.tokens
    word = tokens.word(index)
    if word in {"a", "an", "one"}:
        if tokens.word(index + 1) in {"few", "couple", "good", "half"}:
            few = tokens.word(index + 1)
            after = index + 3 if tokens.word(index + 2) == "of" else index + 2
            if few == "half" and tokens.word(after) == "-":
                after += 1
            return (2 if few == "couple" else 0.5 if few == "half" else None), after
        if word != "one" and (scaled := read_cardinal(tokens, index)) is not None:
            return scaled.value, scaled.after
        return 1, index + 1
    if word == "half" and tokens.word(index + 1) in {"a", "an"}:
        return 0.5, index + 2
    if word in VAGUE_COUNTS:
        return None, index + 1
    if word in UNITS or word in CLOCK_UNITS:
        fraction = word == "quarters" and tokens.word(index - 1) in {"three", "-"}
        return (
            (None, index) if word[-1:] == "s" and tokens.word(index - 1) not in {"two", "'"} and not fraction else None
        )
    number = tokens.number(index)
    if number is not None:
        after = index + 1
        if (
            tokens.word(after) == "."
            and tokens.touches(after)
            and tokens.touches(after + 1)
            and tokens.word(after + 1).isdigit()
        ):
            return float(f"{number}.{tokens.word(after + 1)}"), after + 2
        if tokens.word(after) == "-" and tokens.touches(after) and tokens.number(after + 1) is not None:
            return tokens.number(after + 1), after + 2
        return None if read_ordinal(tokens, index) else (number, after)
    worded = read_cardinal(tokens, index)
    if worded is None:
        return None
    if tokens.word(worded.after) in {"or", "to"} and (more := read_cardinal(tokens, worded.after + 1)) is not None:
        return more.value, more.after
    return worded.value, worded.after


def written_count(count: int | float | None) -> str:
    """A count as TIMEX3 writes it, X where the words are vague."""
    return "X" if count is None else str(int(count)) if count == int(count) else str(count)
