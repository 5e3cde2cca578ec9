"""Times that count from another: "yesterday", "last month", "two weeks ago", "the next six months", "that year"."""

from datetime import date, timedelta

from onrecord.language.calendar import DAY, Stretch, Unit, moved, unit_of, weekday_near
from onrecord.language.fiscal import FISCAL_WORDS, read_fiscal
from onrecord.language.lengths import day_reading, read_amount, read_count, timex_of, written_count
from onrecord.language.monthdays import yearless
from onrecord.language.sameperiods import read_same_period
from onrecord.language.seasons import near_season
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import (
    BACKWARD,
    CLOCK_UNITS,
    DAY_PARTS,
    FORWARD,
    MONTHS,
    SEASONS,
    THIS,
    TOLD,
    UNIT_CODES,
    UNITS,
    WEEKDAYS,
)
from onrecord.language.vaguetimes import EVERY, VAGUE, read_at_large, read_vague

NAMED_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}


NEAR_WEEKDAY, FURTHER_WEEKDAY = 4, 0.35
"""On a Wednesday "last Monday" and "next Friday" can mean the day two days off, or that of the week beyond."""
POINTING = BACKWARD | FORWARD | THIS | TOLD


def read_relative(context: Context, index: int) -> Reading | None:
    """Read a relative expression at `index`."""
    tokens = context.tokens
    word = tokens.word(index)
    if word == "the":
        return (
            _pointing(context, index + 1, definite=True)
            or _recent(context, index + 1)
            or _other_day(context, index)
            or read_at_large(context, index)
        )
    if word in NAMED_DAYS:
        return _named_day(context, index)
    if word in POINTING:
        return _pointing(context, index, definite=False)
    if word == "recent" and (counted := _recent(context, index)) is not None:
        return counted
    if word in VAGUE or word in EVERY or word in {"every", "each", "per", "night"}:
        return read_vague(context, index)
    if word in {"later", "earlier"} and tokens.word(index + 1) in THIS | TOLD | BACKWARD | {"the", "in"}:
        return _within_unit(context, index)
    return read_amount(context, index)


def _named_day(context: Context, index: int) -> Reading:
    tokens = context.tokens
    word = tokens.word(index)
    suffix = "TNI" if word in {"tonight", "overnight"} else ""
    if word == "today" and tokens.word(index + 1) == "'" and tokens.touches(index + 1):
        return Reading(index + 1, None, "PRESENT_REF", sort="vague")
    if context.today is None:
        return Reading(index + 1, None, "XXXX-XX-XX" + suffix)
    day = moved(context.today, NAMED_DAYS[word], "day")
    return Reading(index + 1, Stretch(day, day + DAY, "day"), day.isoformat() + suffix)


def _pointing(context: Context, index: int, *, definite: bool) -> Reading | None:
    """Forms like "last month", "the past two years", "that day", "the same period last year"."""
    tokens = context.tokens
    word = tokens.word(index)
    if word not in POINTING:
        return None
    at = index + 1
    if tokens.word(at) in FISCAL_WORDS and (fiscal := read_fiscal(context, index)) is not None:
        return fiscal
    if word == "that" and tokens.word(at) == "same":
        word, at = "same", at + 1
    if word == "same":
        period = read_same_period(context, at)
        if period is not None:
            return period
    if word in THIS and tokens.word(at) in {"past", "coming"}:
        word, at = tokens.word(at), at + 1
    noun = tokens.word(at)
    if noun in UNITS and tokens.capital(at) and not tokens.raw(at).isupper() and tokens.raw(at - 1).istitle():
        return None
    step = -1 if word in BACKWARD else 1 if word in FORWARD else 0
    told = word in {"that", "same", "previous", "preceding", "prior", "following", "ensuing", "subsequent"}
    told = told or (definite and word in {"next", "current"})
    base = _counted_from(context, noun) if told else context.base
    if noun in UNITS and noun[-1:] != "s":
        return _unit_step(context, index, at, step, base)
    if noun in DAY_PARTS and (step <= 0 or told or noun == "night"):
        return _day_part(context, word, noun, at, told=told)
    if word in {"past", "same", "that"} and noun in MONTHS:
        return None
    if word == "that" and noun in WEEKDAYS and tokens.word(at + 1) == "'":
        return None
    if noun in MONTHS and tokens.capital(at):
        return _month_step(context, step, MONTHS[noun], base, after=at + 1, index=index)
    if noun in WEEKDAYS and tokens.capital(at):
        return _weekday_step(context, step, WEEKDAYS[noun], base, after=at + 1, index=index)
    if noun in SEASONS and (noun != "fall" or definite or tokens.word(at + 1) != "of"):
        if base is None:
            return Reading(at + 1, None, "XXXX")
        return (
            near_season(context, noun, base, at + 1, index, step=step)
            if step or not told
            else _told_season(context, noun, base, at + 1)
        )
    if word in {"this", "that"} and noun in {"time", "period", "moment"}:
        if noun == "time" and word == "this" and tokens.word(index - 1) not in {"at", "by", "around", "of", "during"}:
            return None
        return Reading(at + 1, None, "PRESENT_REF" if (word, noun) == ("this", "time") else "null", sort="vague")
    counted = read_count(context, at) if noun not in {"a", "an"} else None
    if counted is None or word in TOLD | THIS:
        return None
    if told and not context.anchor.narrative and context.direction_at(index) is not False:
        base = context.base
    count, after = counted
    if tokens.word(after) == "-" and tokens.touches(after):
        after += 1
    unit = UNITS.get(tokens.word(after))
    if unit is None:
        return _rolling_hours(context, count, tokens.word(after), step, after=after + 1)
    return _rolling(count, unit, step, base=base, after=after + 1)


def _counted_from(context: Context, noun: str) -> date | None:
    """The day that "the next day" and "that summer" count from: one told as finely as the unit; today where none is.

    Words that hold on to a time told ("the same day") have nothing to count from where none is.
    """
    unit: Unit = UNITS.get(noun, "quarter" if noun in SEASONS else "day" if noun in DAY_PARTS else "month")
    told = context.told_as(unit)
    if told is not None:
        return told
    if context.anchor.narrative:
        return context.told or context.base
    return None if unit == "day" else context.base


def _rolling_hours(
    context: Context, count: int | float | None, word: str, step: int, *, after: int
) -> Reading | None:  # fmt: skip
    """Forms like "the past 24 hours", "the next 48 hours": the days they touch."""
    code, base = CLOCK_UNITS.get(word), context.today
    if code is None or not step:
        return None
    value = f"PT{written_count(count)}{code}"
    if count is None or base is None or code != "H":
        return Reading(after, None, value, sort="duration")
    days = -(-int(count) // 24) * DAY
    stretch = Stretch(base - days, base + DAY, "span") if step < 0 else Stretch(base, base + days + DAY, "span")
    return Reading(after, stretch, value, direction="past" if step < 0 else "future")


def _rolling(count: int | float | None, unit: Unit, step: int, *, base: date | None, after: int) -> Reading:
    value = f"P{written_count(count)}{UNIT_CODES[unit]}"
    if base is None or step == 0:
        return Reading(after, None, value)
    if step < 0:
        first = None if count is None else moved(base, -count, unit)
        return Reading(after, Stretch(first, base + DAY, "span"), value, direction="past")
    last = None if count is None else moved(base, count, unit) + DAY
    return Reading(after, Stretch(base, last, "span"), value, direction="future")


def _unit_step(context: Context, index: int, at: int, step: int, base: date | None) -> Reading | None:
    tokens = context.tokens
    word, noun = tokens.word(at - 1), tokens.word(at)
    unit = UNITS[noun]
    after = at + 1
    if tokens.word(after) == "of" and word not in TOLD | THIS and unit in {"day", "week", "month", "year"}:
        return None
    if tokens.word(after) == "'" and tokens.word(after + 1) == "s" and tokens.touches(after):
        after = at + 1
    if word == "past" and noun.startswith("weekend"):
        word = "last"
    rolling = word == "last" and tokens.word(index - 1) == "the" and not context.anchor.narrative
    if (word == "past" or rolling) and unit not in {"day"}:
        return _rolling(1, unit, step, base=base, after=after)
    if word in {"this", "current"} and unit == "day":
        return Reading(after, None, "XXXX-XX-XX", sort="vague")
    if base is None:
        return Reading(after, None, "XXXX-XX-XX" if unit == "day" else "XXXX")
    day = moved(base, step, unit)
    if noun.startswith("weekend"):
        return _weekend(context, base, step, after, index)
    if word in THIS | TOLD and unit == "year" and tokens.word(index - 2) == "so" and tokens.word(index - 1) == "far":
        return Reading(after, Stretch(date(base.year, 1, 1), base + DAY, "span"), f"{base.year:04d}")
    stretch = unit_of(day, unit)
    return Reading(after, stretch, timex_of(stretch))


def _weekend(context: Context, base: date, step: int, after: int, index: int) -> Reading:
    this = context.tokens.word(index) == "this" and context.direction_at(index) is not False
    saturday = weekday_near(base, 5, future=step > 0 or this or context.points_forward(index) or base.weekday() == 5)
    if base.weekday() == 6 and step >= 0:
        saturday = base - DAY
    if step < 0 and saturday + 2 * DAY > base:
        saturday -= 7 * DAY
    if step > 0 and saturday <= base:
        saturday += 7 * DAY
    year, week, _ = saturday.isocalendar()
    return Reading(after, Stretch(saturday, saturday + 2 * DAY, "span"), f"{year:04d}-W{week:02d}-WE")


def _day_part(context: Context, word: str, noun: str, at: int, *, told: bool) -> Reading | None:
    base = _counted_from(context, noun) if told or word == "that" else context.today
    if word == "past":
        return None
    if base is None:
        return Reading(at + 1, None, f"XXXX-XX-XXT{DAY_PARTS[noun]}")
    back = word in {"last", "previous", "preceding", "prior"}
    day = moved(base, -1 if back else word in FORWARD, "day")
    stretch = Stretch(day, day + DAY, "day")
    return Reading(at + 1, stretch, f"{timex_of(stretch)}T{DAY_PARTS[noun]}")


def _month_step(context: Context, step: int, month: int, base: date | None, *, after: int, index: int) -> Reading:
    if base is None:
        return Reading(after, None, f"XXXX-{month:02d}")
    if step == 0:
        return yearless(context, month, None, after, index) if base.month != month else _month(base.year, month, after)
    year = base.year
    if step < 0:
        year -= month >= base.month
    else:
        year += month <= base.month
    return _month(year, month, after)


def _month(year: int, month: int, after: int) -> Reading:
    stretch = unit_of(date(year, month, 1), "month")
    return Reading(after, stretch, timex_of(stretch))


def _weekday_step(context: Context, step: int, weekday: int, base: date | None, *, after: int, index: int) -> Reading:
    if base is None:
        return Reading(after, None, f"XXXX-WXX-{weekday + 1}")
    if step:
        day = weekday_near(base + step * DAY, weekday, future=step > 0)
    else:
        day = unit_of(base, "week").start or base
        day += timedelta(days=weekday)
        if day < base and context.points_forward(index):
            day += 7 * DAY
    others: tuple[tuple[Stretch, float], ...] = ()
    if context.tokens.word(index) in {"last", "next"} and abs((day - base).days) < NEAR_WEEKDAY:
        further = day + 7 * step * DAY
        others = ((Stretch(further, further + DAY, "day"), FURTHER_WEEKDAY),)
    stretch = Stretch(day, day + DAY, "day")
    return Reading(after, stretch, timex_of(stretch), others=others)


def _told_season(context: Context, noun: str, base: date, after: int) -> Reading:
    return near_season(context, noun, base, after, 0)


def _within_unit(context: Context, index: int) -> Reading | None:
    """Forms like "later this year", "earlier that month", "later in the week"."""
    tokens = context.tokens
    at = index + 1
    if tokens.word(at) == "in":
        at += 1
    definite = tokens.word(at) == "the"
    of_season = _within_season(context, index, at)
    if of_season is not None:
        return of_season
    inner = (
        _unit_step(context, at, at + 1, 0, context.told_as(UNITS[tokens.word(at + 1)]) or context.base)
        if definite and UNITS.get(tokens.word(at + 1), "day") != "day"
        else _pointing(context, at, definite=False)
    )
    if inner is None or inner.stretch is None or inner.sort != "point":
        return inner.ending(inner.after) if inner else None
    start, end, precision = inner.stretch
    told = tokens.word(at) in TOLD or definite
    middle = context.told if told else context.today
    if precision == "day" or middle is None or start is None or end is None or not start <= middle < end:
        return inner
    later = tokens.word(index) == "later"
    stretch = Stretch(middle, end, precision) if later else Stretch(start, middle + DAY, precision)
    return Reading(inner.after, stretch, inner.value)


def _recent(context: Context, index: int) -> Reading | None:
    tokens = context.tokens
    if tokens.word(index) != "recent" or tokens.word(index + 1) not in UNITS:
        return None
    base = context.base
    unit = UNITS[tokens.word(index + 1)]
    stretch = Stretch(None, base + DAY, "span") if base else None
    return Reading(index + 2, stretch, f"PX{UNIT_CODES[unit]}", direction="past")


def _other_day(context: Context, index: int) -> Reading | None:
    """Forms like "the day before yesterday", "the year before", "the day after", "the first week", "the year"."""
    tokens = context.tokens
    noun = tokens.word(index + 1)
    unit: Unit | None = "day" if noun in DAY_PARTS else UNITS.get(noun)
    if unit is None or noun[-1:] == "s":
        return None
    told = context.told_as(unit) or (context.told or context.today if context.anchor.narrative else None)
    told = told or (context.base if unit != "day" else None)
    after = index + 2
    word, following = tokens.word(after), tokens.word(after + 1)
    if noun in DAY_PARTS:
        return _part_beside(context, noun, word, after) if not following[:1].isalnum() else None
    if word == "following" and unit == "day":
        word = "after"
    if unit == "day" and word in {"before", "after"} and following in {"yesterday", "tomorrow"} and context.today:
        sign = -1 if word == "before" else 1
        return day_reading(context.today + (NAMED_DAYS[following] + sign) * DAY, "day", after + 2, 1)
    if word in {"before", "after", "prior", "earlier"} and (not following[:1].isalnum() or following in {"that"}):
        if told is None:
            return Reading(after + 1, None, "XXXX-XX-XX" if unit == "day" else "XXXX")
        if unit == "year" and (beside := _beside_year(context, 1 if word == "after" else -1, after + 1)) is not None:
            return beside
        return day_reading(moved(told, 1 if word == "after" else -1, unit), unit, after + 1, 1)
    if tokens.word(index + 1) == "weekend" and context.today:
        return _weekend(context, context.today, 0, after, index)
    if (
        tokens.word(index - 1) in {"in", "of", "during", "for"}
        and unit in {"month", "year"}
        and told
        and word not in {"of", "that", "when"}
    ):
        ahead = not context.anchor.narrative and context.direction_at(index, look_on=False)
        meant = context.today if ahead else told  # what lies ahead is no year told before
        return day_reading(meant, unit, after, 1) if meant is not None else Reading(after, None, "XXXX")
    return None


def _beside_year(context: Context, step: int, after: int) -> Reading | None:
    """The year before or after a business year told: "the year to March 2024 …, up from 71 the year before"."""
    period = context.period
    if context.anchor.narrative or period is None or period.start is None or period.end is None:
        return None
    if moved(period.start, 1, "year") != period.end or (period.start.month, period.start.day) == (1, 1):
        return None
    stretch = Stretch(moved(period.start, step, "year"), moved(period.end, step, "year"), period.precision)
    return Reading(after, stretch, timex_of(stretch))


def _part_beside(context: Context, noun: str, word: str, after: int) -> Reading | None:
    """Forms like "the night before", "the morning after"."""
    if word not in {"before", "after"}:
        return None
    told = context.told_as("day")
    if told is None:
        return Reading(after + 1, None, f"XXXX-XX-XXT{DAY_PARTS[noun]}")
    day = moved(told, 1 if word == "after" else -1, "day")
    stretch = Stretch(day, day + DAY, "day")
    return Reading(after + 1, stretch, f"{timex_of(stretch)}T{DAY_PARTS[noun]}")


def _within_season(context: Context, index: int, at: int) -> Reading | None:
    """Forms like "later this summer", "earlier in the spring": the season that lies on that side."""
    tokens = context.tokens
    pointer = tokens.word(at)
    noun, after = (tokens.word(at + 1), at + 2) if pointer in THIS | {"the", "that"} else (pointer, at + 1)
    base = context.base
    if noun not in SEASONS or base is None:
        return None
    later = tokens.word(index) == "later"
    return near_season(
        context, noun, base, after, index, ahead=None if pointer == "that" or context.anchor.narrative else later
    )
