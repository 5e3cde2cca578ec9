"""Periods told by an end of theirs: "the 12 months through May", "year to date", "three days before Christmas"."""

from datetime import date

from onrecord.language.calendar import DAY, Stretch, Unit, moved, unit_of, year_of
from onrecord.language.dateforms import read_date
from onrecord.language.fiscal import FISCAL_WORDS, fiscal_year_ending
from onrecord.language.lengths import day_reading, read_count, timex_of, written_count
from onrecord.language.relativetimes import read_relative
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import CLOCK_UNITS, UNIT_CODES, UNITS

ENDINGS = frozenset({"ended", "ending", "ends", "through", "to", "until"})
FIXED = frozenset({"day", "week", "month", "quarter", "season", "half", "year"})
EARLY_IN_YEAR = 3
"""Months in which the year's end that a verb puts behind is the last one."""
YEAR_SO_FAR = 0.25
"""Weight of "since January" for "the year through June", which mostly means twelve months."""


def read_period(context: Context, index: int) -> Reading | None:
    """A period that is told by its end, or a day that is told by another."""
    tokens = context.tokens
    word = tokens.word(index)
    definite = word == "the"
    at = index + definite
    if tokens.word(at) in UNITS and not definite and tokens.word(at) in {"year", "month", "quarter"}:
        return _to_date(context, at) or _unit_end(context, at) or _year_ago(context, at)
    if definite:
        found = _to_date(context, at) or _unit_end(context, at) or _year_ago(context, at) or _week_of(context, at)
        found = found or _fiscal_end(context, at)
        if found is not None:
            return found
    if word == "this" and tokens.word(index + 1) == "time":
        return _this_time(context, index + 2)
    if word in {"calendar", "academic", "school"}:
        return _named_year(context, index)
    return _counted(context, index, definite=definite)


def _to_date(context: Context, at: int) -> Reading | None:
    """Forms like "year to date", "the month-to-date"."""
    tokens = context.tokens
    words = [tokens.word(place) for place in range(at + 1, at + 5)]
    if words == ["-", "to", "-", "date"]:
        after = at + 5
    elif words[:2] == ["to", "date"]:
        after = at + 3
    else:
        return None
    base, unit = context.base, UNITS.get(tokens.word(at))
    if base is None or unit is None:
        return Reading(after, None, "XXXX") if unit else None
    whole = unit_of(base, unit)
    return Reading(after, Stretch(whole.start, base + DAY, "span"), timex_of(whole))


def _unit_end(context: Context, at: int) -> Reading | None:
    """Forms like "year's end", "year-end", "month's end", "year-end 2023"."""
    tokens = context.tokens
    noun = tokens.word(at)
    if noun not in {"year", "month", "week", "quarter", "decade"}:
        return None
    if tokens.word(at + 1) == "'" and tokens.word(at + 2) == "s" and tokens.word(at + 3) == "end":
        after = at + 4
    elif tokens.word(at + 1) == "-" and tokens.touches(at + 1) and tokens.word(at + 2) == "end":
        after = at + 3
    else:
        return None
    if tokens.word(after) in {"bonus", "bonuses", "report", "holidays", "holiday", "review"}:
        return None
    named = read_date(context, after) if noun == "year" else None
    if named is not None and named.stretch is not None and named.stretch.precision == "year":
        return _last_third(named.stretch, named.after, named.value)
    base = context.base
    if base is None:
        return Reading(after, None, "XXXX")
    whole = unit_of(base, UNITS[noun])
    if noun == "year" and base.month <= EARLY_IN_YEAR and context.direction_at(at) is False:
        whole = unit_of(moved(base, -1, "year"), "year")
    return _last_third(whole, after, timex_of(whole))


def _last_third(whole: Stretch, after: int, value: str) -> Reading:
    if whole.start is None or whole.end is None:
        return Reading(after, whole, value)
    return Reading(after, Stretch(whole.start + 2 * (whole.end - whole.start) // 3, whole.end, whole.precision), value)


def _year_ago(context: Context, at: int) -> Reading | None:
    """Forms like "the year-ago quarter", "year-earlier period": the period told, a year before."""
    tokens = context.tokens
    if tokens.word(at) != "year" or tokens.word(at + 1) != "-" or tokens.word(at + 2) not in {"ago", "earlier"}:
        return None
    noun = tokens.word(at + 3)
    if noun not in {"period", "quarter", "month", "week", "half", "level", "figure"}:
        return None
    period, base = context.period, context.base
    if noun in {"quarter", "month", "week"} and (base := context.told_as("quarter") or base) is not None:
        unit: Unit = UNITS[noun]
        period = unit_of(base, unit)
    after = at + 4 if noun not in {"level", "figure"} else at + 3
    if period is None or period.start is None:
        return Reading(after, None, "XXXX")
    end = moved(period.end, -1, "year") if period.end else None
    stretch = Stretch(moved(period.start, -1, "year"), end, period.precision)
    return Reading(after, stretch, timex_of(stretch))


def _week_of(context: Context, at: int) -> Reading | None:
    """Forms like "the week of Oct. 2"."""
    tokens = context.tokens
    if tokens.word(at) != "week" or tokens.word(at + 1) not in {"of", "beginning", "starting"}:
        return None
    day = read_date(context, at + 2)
    if day is None or day.stretch is None or day.stretch.start is None or day.stretch.precision != "day":
        return None
    stretch = unit_of(day.stretch.start, "week")
    return Reading(day.after, stretch, timex_of(stretch))


def _fiscal_end(context: Context, at: int) -> Reading | None:
    """Forms like "the fiscal year that ended Sept. 30"."""
    tokens = context.tokens
    if tokens.word(at) not in FISCAL_WORDS or tokens.word(at + 1) != "year":
        return None
    end = _end(context, at + 2)
    if end is None or end[0].stretch is None or end[0].stretch.end is None:
        return None
    day = end[0].stretch.end
    return Reading(end[0].after, fiscal_year_ending(day), f"FY{(day - DAY).year:04d}")


def _end(context: Context, at: int) -> tuple[Reading, str] | None:
    """The point behind "ended", "that ends on", "through", and the word that leads to it."""
    tokens = context.tokens
    if tokens.word(at) in {"that", "which"}:
        at += 1
    lead = tokens.word(at)
    if lead not in ENDINGS:
        return None
    at += 1
    if tokens.word(at) in {"in", "on", "with"}:
        at += 1
    at += tokens.word(at) == "the" and tokens.word(at + 1) == "end"
    if tokens.word(at) == "end" and tokens.word(at + 1) == "of":
        at += 2
    point = read_date(context, at)
    if point is None or point.sort != "point" or (point.stretch and point.stretch.precision not in FIXED):
        return None
    return point, lead


def _this_time(context: Context, at: int) -> Reading | None:
    """Forms like "this time last year", "this time next month"."""
    tokens = context.tokens
    step = {"last": -1, "next": 1}.get(tokens.word(at))
    unit = UNITS.get(tokens.word(at + 1))
    base = context.base
    if step is None or unit not in {"week", "month", "year"}:
        return None
    if base is None:
        return Reading(at + 2, None, "XXXX")
    day = moved(base, step, unit)
    stretch = unit_of(day, "month" if unit == "year" else "week" if unit == "month" else "day")
    return Reading(at + 2, stretch, timex_of(stretch))


def _named_year(context: Context, index: int) -> Reading | None:
    """Forms like "calendar 2022", "calendar year 2022", "the academic year 2022-23"."""
    tokens = context.tokens
    at = index + 2 if tokens.word(index + 1) == "year" else index + 1
    if tokens.word(index) != "calendar" and at == index + 1:
        return None
    year = tokens.number(at)
    if year is None or len(tokens.word(at)) != 4 or not 1800 <= year <= 2150:
        return None
    if tokens.word(index) == "calendar":
        return Reading(at + 1, year_of(year), f"{year:04d}")
    second = tokens.word(at + 2)
    double = tokens.word(at + 1) in {"-", "/"} and second.isdigit() and int(second) in {year + 1, (year + 1) % 100}
    if not double:
        return None
    return Reading(at + 3, Stretch(date(year, 9, 1), date(year + 1, 7, 1), "year"), f"{year:04d}")


def _counted(context: Context, index: int, *, definite: bool) -> Reading | None:
    """Forms like "the three months ended June 30", "12-month period through April", "three days before Christmas"."""
    tokens = context.tokens
    at = index + definite
    counted: tuple[int | float | None, int] | None
    if definite and tokens.word(at) in UNITS and tokens.word(at)[-1:] != "s":
        counted = 1, at
    else:
        at += definite and tokens.word(at) in {"last", "latest", "past", "full"}
        if not (tokens.word(at)[:1].isdigit() or tokens.word(at).isalpha()):
            return None
        counted = read_count(context, at)
    if counted is None or counted[0] is None:
        return None
    count, at = counted
    hyphened = tokens.word(at) == "-" and tokens.touches(at)
    at += hyphened
    unit = UNITS.get(tokens.word(at))
    if unit is None or tokens.word(at) in CLOCK_UNITS or count is None:
        return None
    at += 1
    if tokens.word(at) in {"period", "stretch", "span"}:
        at += 1
    elif hyphened:
        return None
    return _ending(context, index, count, unit, at, definite=definite) or _beside(context, count, unit, at)


def _ending(
    context: Context, index: int, count: int | float, unit: Unit, at: int, *, definite: bool
) -> Reading | None:  # fmt: skip
    tokens = context.tokens
    if unit not in {"week", "month", "quarter", "year", "day"}:
        return None
    found = _end(context, at)
    if found is None:
        return None
    point, lead = found
    if lead in {"to", "until", "through"} and not (
        definite or tokens.word(index - 1) in {"the", "last", "latest", "past"}
    ):
        return None
    if point.stretch is None or point.stretch.end is None:
        return Reading(point.after, None, f"P{written_count(count)}{UNIT_CODES[unit]}")
    if point.stretch.precision == "year" and lead in {"to", "through", "until"}:
        return None
    end = point.stretch.end
    whole = end.day == 1 or unit in {"week", "day"}
    start = moved(end, -count, unit) if whole else moved(end - DAY, -count, unit) + DAY
    stretch = Stretch(start, end, "span")
    others: tuple[tuple[Stretch, float], ...] = ()
    if unit == "year" and count == 1 and lead in {"through", "to"} and end.month != 1:
        others = ((Stretch(date((end - DAY).year, 1, 1), end, "span"), YEAR_SO_FAR),)
    return Reading(point.after, stretch, f"P{written_count(count)}{UNIT_CODES[unit]}", others=others)


def _beside(context: Context, count: int | float, unit: Unit, at: int) -> Reading | None:
    """A count of days, weeks or months before or after a date: "two weeks after Sept. 11", "a week from Monday"."""
    tokens = context.tokens
    lead = tokens.word(at)
    if lead not in {"before", "after", "from"} or unit == "century":
        return None
    point = read_date(context, at + 1) or (
        read_relative(context, at + 1) if tokens.word(at + 1) in {"yesterday", "today", "tomorrow"} else None
    )
    if point is None or point.sort != "point" or point.stretch is None or point.stretch.start is None:
        return None
    if lead == "from" and point.stretch.precision != "day":
        return None
    if tokens.word(point.after) in {"to", "through", "-", "until"}:
        return None
    return day_reading(
        moved(point.stretch.start, -count if lead == "before" else count, unit), unit, point.after, count
    )
