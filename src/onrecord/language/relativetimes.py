"""Times that count from another: "yesterday", "last month", "two weeks ago", "the next six months", "that year"."""

from datetime import date, timedelta

from onrecord.language.calendar import DAY, Stretch, Unit, months_after, moved, unit_of, weekday_near
from onrecord.language.dateforms import near_season
from onrecord.language.lengths import day_reading, read_amount, read_count, timex_of, written_count
from onrecord.language.monthdays import yearless
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
from onrecord.language.years import written_year

NAMED_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": 0}


POINTING = BACKWARD | FORWARD | THIS | TOLD


EVERY = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
         "annually": "year", "annual": "year", "nightly": "day", "hourly": "day"}  # fmt: skip


VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "formerly": "PAST_REF", "previously": "PAST_REF",
    "soon": "FUTURE_REF", "shortly": "FUTURE_REF", "former": "PAST_REF",
}  # fmt: skip


def read_relative(context: Context, index: int) -> Reading | None:
    """Read a relative expression at `index`."""
    tokens = context.tokens
    word = tokens.word(index)
    if word == "the":
        return _pointing(context, index + 1, definite=True) or _recent(context, index + 1) or _other_day(context, index)
    if word in NAMED_DAYS:
        return _named_day(context, index)
    if word in POINTING:
        return _pointing(context, index, definite=False)
    if word == "recent":
        return _recent(context, index)
    if word in {"every", "each", "per"}:
        return _repeated(context, index)
    if word in EVERY:
        return Reading(index + 1, None, "XXXX", sort="set")
    if word in VAGUE:
        return Reading(index + 1, None, VAGUE[word], sort="vague")
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
    if word == "that" and tokens.word(at) == "same":
        word, at = "same", at + 1
    if word == "same":
        period = _same_period(context, at)
        if period is not None:
            return period
    noun = tokens.word(at)
    step = -1 if word in BACKWARD else 1 if word in FORWARD else 0
    told = word in {"that", "same", "previous", "preceding", "prior", "following", "ensuing", "subsequent"}
    told = told or (definite and word in {"next", "current"})
    base = (context.told or context.base) if told else context.base
    if noun in UNITS and noun[-1:] != "s":
        return _unit_step(context, index, at, step, base)
    if noun == "night" or (noun in DAY_PARTS and step <= 0):
        return _day_part(context, word, noun, at, told=told)
    if word in {"past", "same", "that"} and noun in MONTHS:
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
    if word in {"this", "that"} and noun in {"time", "point", "period", "moment"}:
        return Reading(at + 1, None, "null", sort="vague")
    counted = read_count(context, at)
    if counted is None or word in TOLD:
        return None
    count, after = counted
    unit = UNITS.get(tokens.word(after))
    if unit is None:
        return None
    return _rolling(context, count, unit, step, base=base, after=after + 1)


def _rolling(
    context: Context, count: int | float | None, unit: Unit, step: int, *, base: date | None, after: int
) -> Reading:
    value = f"P{written_count(count)}{UNIT_CODES[unit]}"
    if base is None or step == 0:
        return Reading(after, None, value)
    if count is None:
        return Reading(after, Stretch(None, base + DAY, "span") if step < 0 else Stretch(base, None, "span"), value)
    if step < 0:
        return Reading(after, Stretch(moved(base, -count, unit), base + DAY, "span"), value)
    return Reading(after, Stretch(base, moved(base, count, unit) + DAY, "span"), value)


def _unit_step(context: Context, index: int, at: int, step: int, base: date | None) -> Reading | None:
    tokens = context.tokens
    word, noun = tokens.word(index), tokens.word(at)
    unit = UNITS[noun]
    after = at + 1
    if tokens.word(after) == "of" and word not in TOLD | THIS and unit in {"day", "week", "month", "year"}:
        return None
    if tokens.word(after) == "'" and tokens.word(after + 1) == "s" and tokens.touches(after):
        after = at + 1
    if word == "past" and unit not in {"day"}:
        return _rolling(context, 1, unit, step, base=base, after=after)
    if word in {"this", "current"} and unit == "day":
        return Reading(after, None, "XXXX-XX-XX", sort="vague")
    if base is None:
        return Reading(after, None, "XXXX")
    day = moved(base, step, unit)
    if noun.startswith("weekend"):
        return _weekend(context, base, step, after, index)
    if word in THIS | TOLD and unit == "year" and tokens.word(index - 2) == "so" and tokens.word(index - 1) == "far":
        return Reading(after, Stretch(date(base.year, 1, 1), base + DAY, "span"), f"{base.year:04d}")
    stretch = unit_of(day, unit)
    return Reading(after, stretch, timex_of(stretch))


def _weekend(context: Context, base: date, step: int, after: int, index: int) -> Reading:
    saturday = weekday_near(base, 5, future=step > 0 or context.points_forward(index) or base.weekday() == 5)
    if base.weekday() == 6 and step >= 0:
        saturday = base - DAY
    if step < 0 and saturday + 2 * DAY > base:
        saturday -= 7 * DAY
    if step > 0 and saturday <= base:
        saturday += 7 * DAY
    year, week, _ = saturday.isocalendar()
    return Reading(after, Stretch(saturday, saturday + 2 * DAY, "span"), f"{year:04d}-W{week:02d}-WE")


def _day_part(context: Context, word: str, noun: str, at: int, *, told: bool) -> Reading | None:
    base = (context.told or context.today) if told or word == "that" else context.today
    if word == "past":
        return None
    if base is None:
        return Reading(at + 1, None, f"XXXX-XX-XXT{DAY_PARTS[noun]}")
    day = base - DAY if word in {"last", "previous"} else base
    return Reading(at + 1, Stretch(day, day + DAY, "day"), f"{day.isoformat()}T{DAY_PARTS[noun]}")


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
    return Reading(after, Stretch(day, day + DAY, "day"), day.isoformat())


def _told_season(context: Context, noun: str, base: date, after: int) -> Reading:
    return near_season(context, noun, base, after, 0)


def _same_period(context: Context, at: int) -> Reading | None:
    """Forms like "the same period last year": the period told before, moved to the year named."""
    tokens = context.tokens
    noun = tokens.word(at)
    if noun not in {
        "period",
        "time",
        "month",
        "week",
        "quarter",
        "day",
        "season",
        "point",
        "stretch",
        "months",
        "span",
        "date",
    }:
        return None
    after = at + 1
    if tokens.word(after) in {"in", "of", "during", "for", "from"}:
        after += 1
    if tokens.word(after) == "the":
        after += 1
    reference = context.period
    if noun in {"month", "week", "quarter", "day"} and (context.told or context.today):
        unit: Unit = UNITS[noun]
        reference = unit_of(context.told or context.today or date.min, unit)
    first, second = tokens.word(after), tokens.word(after + 1)
    year = written_year(context, after)
    shift = None
    end = after + 2
    if (first in {"last", "previous", "preceding", "prior"} and second == "year") or (
        first == "year" and second in {"before", "earlier", "prior"}
    ):
        shift = -1
    elif first in {"a", "one"} and second == "year" and tokens.word(after + 2) in {"ago", "earlier", "before"}:
        shift, end = -1, after + 3
    elif year is not None and reference is not None and (reference.start or reference.end):
        anchor_day = reference.start or reference.end
        shift, end = year[0] - (anchor_day.year if anchor_day else year[0]), year[1]
    if shift is not None:
        base = context.base
        if reference is None and base is not None:
            reference = unit_of(base, "year")
        if reference is None:
            return Reading(end, None, "XXXX")
        moved_to = Stretch(_years(reference.start, shift), _years(reference.end, shift), reference.precision)
        return Reading(end, moved_to, timex_of(moved_to))
    if noun in {"time", "point"}:
        return None if tokens.word(at + 1) in {"as", "of"} else Reading(at + 1, None, "null", sort="vague")
    if noun in {"period", "stretch", "months", "span"} and context.period is not None:
        return Reading(at + 1, context.period, timex_of(context.period))
    return None


def _years(day: date | None, shift: int) -> date | None:
    return None if day is None else months_after(day, 12 * shift)


def _within_unit(context: Context, index: int) -> Reading | None:
    """Forms like "later this year", "earlier that month", "later in the week"."""
    tokens = context.tokens
    at = index + 1
    if tokens.word(at) == "in":
        at += 1
    definite = tokens.word(at) == "the"
    inner = (
        _unit_step(context, at, at + 1, 0, context.told or context.base)
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
    return Reading(index + 2, Stretch(None, base + DAY, "span") if base else None, f"PX{UNIT_CODES[unit]}")


def _other_day(context: Context, index: int) -> Reading | None:
    """Forms like "the day before yesterday", "the year before", "the day after", "the first week", "the year"."""
    tokens = context.tokens
    unit = UNITS.get(tokens.word(index + 1))
    told = context.told or context.today
    if unit is None or tokens.word(index + 1)[-1:] == "s":
        return None
    after = index + 2
    word, following = tokens.word(after), tokens.word(after + 1)
    if unit == "day" and word in {"before", "after"} and following in {"yesterday", "tomorrow"} and context.today:
        sign = -1 if word == "before" else 1
        return day_reading(context.today + (NAMED_DAYS[following] + sign) * DAY, "day", after + 2, 1)
    if word in {"before", "after", "prior"} and not following[:1].isalnum():
        return (
            None if told is None else day_reading(moved(told, 1 if word == "after" else -1, unit), unit, after + 1, 1)
        )
    if tokens.word(index + 1) == "weekend" and context.today:
        return _weekend(context, context.today, 0, after, index)
    if (
        tokens.word(index - 1) in {"in", "of", "during", "for"}
        and unit in {"month", "year"}
        and told
        and word not in {"of", "that", "when"}
    ):
        return day_reading(told, unit, after, 1)
    return None


def _repeated(context: Context, index: int) -> Reading | None:
    tokens = context.tokens
    at = index + 1
    if tokens.word(at) in {"other", "single", "few"}:
        at += 1
    counted = read_count(context, at)
    at = counted[1] if counted else at
    word = tokens.word(at)
    if word in UNITS or word in WEEKDAYS or word in DAY_PARTS or word in CLOCK_UNITS or word in SEASONS:
        return Reading(at + 1, None, "XXXX", sort="set")
    return None
