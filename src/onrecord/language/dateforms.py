"""Dates as written: "October 5, 2023", "5 Oct.", "2023-10-05", "March", "the summer of 2016", "1990s", "Q3 2023"."""

from datetime import date

from onrecord.language.calendar import DAY, Stretch, day_of, moved, weekday_near
from onrecord.language.fiscal import FISCAL_WORDS, read_fiscal
from onrecord.language.holidays import read_holiday
from onrecord.language.lengths import timex_of
from onrecord.language.monthdays import read_dated, read_day_month, read_month, yearless
from onrecord.language.numberwords import Cardinal, read_ordinal
from onrecord.language.numericdates import read_numeric
from onrecord.language.seasons import read_season
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import HOLIDAY_STARTS, LEADS, MONTHS, SEASONS, WEEKDAY_PLURALS, WEEKDAYS
from onrecord.language.years import (
    DECADE_WORDS,
    read_century,
    read_coded,
    read_decade,
    read_worded_decade,
    read_year,
)

NAMED_WEEKDAYS = frozenset({"super", "bloody", "fat", "cyber", "giving", "ruby", "freaky", "shrove"})
"""Words that make a name of the weekday behind them."""
UNSEEN_DIRECTION = 0.3
"""Weight of the other weekday for one that no verb beside it places."""
NEXT_DAYS = 2
"""Days within which such a weekday is the coming one: a Tuesday told on a Monday is not six days ago."""


def read_date(context: Context, index: int) -> Reading | None:
    """Read a date, month, season, year or longer stretch at `index`."""
    word = context.tokens.word(index)
    if word in WEEKDAYS:
        return _weekday(context, index)
    if word in MONTHS:
        return read_holiday(context, index) or read_month(context, index)
    if "0" <= word[:1] <= "9":
        return (
            read_numeric(context, index)
            or read_day_month(context, index)
            or read_coded(context, index)
            or read_fiscal(context, index)
            or read_decade(context, index)
            or read_century(context, index)
            or read_year(context, index)
        )
    if word in SEASONS:
        return read_season(context, index)
    if word in FISCAL_WORDS or word == "fy":
        return read_fiscal(context, index)
    if word in WEEKDAY_PLURALS:
        return Reading(index + 1, None, WEEKDAY_PLURALS[word], sort="set")
    if word in DECADE_WORDS or word == "nineteen":
        return read_worded_decade(context, index)
    if word in {"q", "h"}:
        return read_coded(context, index)
    if word == "the" and context.tokens.word(index + 1) not in {"the", ""}:
        return _after_the(context, index)
    if word == "'" and context.tokens.touches(index + 1):
        return read_decade(context, index)
    if word in HOLIDAY_STARTS:
        return read_holiday(context, index)
    return read_century(context, index) if word[:1].isalpha() else None


def _weekday(context: Context, index: int) -> Reading | None:
    """A weekday, alone or before its date."""
    tokens = context.tokens
    word = tokens.word(index)
    weekday = WEEKDAYS[word]
    short = not word.endswith("day")
    after = index + 1
    if short:
        if not tokens.capital(index):
            return None
        dotted = tokens.word(after) == "." and tokens.touches(after)
        after += dotted
    at = after + 1 if tokens.word(after) in {",", "the"} else after
    if tokens.word(at) == "the" and at > after:
        at += 1
    if tokens.word(at) in MONTHS and (dated := read_month(context, at)) and (dated.day or _is_day(dated)):
        return dated
    if tokens.number(at) is not None and (dated := read_day_month(context, at)):
        return dated
    if (short and not (dotted or tokens.word(index - 1) in LEADS)) or (
        short and word in {"sun", "sat", "mon"} and not dotted
    ):
        return None
    if tokens.word(index - 1) in NAMED_WEEKDAYS and tokens.capital(index - 1):
        return None
    if tokens.touches(after) and tokens.word(after) == "s":
        return Reading(after + 1, None, "XXXX-WXX-" + str(weekday + 1), sort="set")
    base = context.base
    if base is None:
        return Reading(after, None, f"XXXX-WXX-{weekday + 1}")
    return _weekday_meant(context, base, weekday, index, after)


def _weekday_meant(context: Context, base: date, weekday: int, index: int, after: int) -> Reading:
    """A bare weekday: the last or the next one, by the verb beside it; else the one that is near."""
    last, coming = weekday_near(base, weekday, future=False), weekday_near(base, weekday, future=True)
    direction = context.direction_at(index)
    sure = direction is not None and context.told_beside(index, future=direction)
    ahead = context.points_forward(index)
    if direction is None and not ahead and not context.anchor.narrative:
        ahead = (coming - base).days <= NEXT_DAYS
    day, other = (coming, last) if ahead else (last, coming)
    others: tuple[tuple[Stretch, float], ...] = ()
    if not sure and day != base and direction is not ahead and not context.anchor.narrative:
        others = ((Stretch(other, other + DAY, "day"), UNSEEN_DIRECTION),)
    stretch = Stretch(day, day + DAY, "day")
    return Reading(after, stretch, timex_of(stretch), others=others)


def _is_day(reading: Reading) -> bool:
    return len(reading.value) == 10


def _after_the(context: Context, index: int) -> Reading | None:
    """Forms like "the 8th of March", "the 1990s", "the summer", "the 19th century"."""
    tokens = context.tokens
    word = tokens.word(index + 1)
    if word in FISCAL_WORDS or word[:1].isdigit():
        fiscal = read_fiscal(context, index)
        if fiscal is not None:
            return fiscal
    if word in MONTHS or word in WEEKDAYS or word in {"fiscal", "q", "h"}:
        return None
    worded = read_ordinal(tokens, index + 1)
    if (
        worded is not None
        and worded.value <= 31
        and tokens.word(worded.after) == "of"
        and tokens.word(worded.after + 1) in MONTHS
    ):
        if tokens.word(index + 1) == "fourth" and tokens.word(worded.after + 1) == "july":
            return yearless(context, 7, 4, worded.after + 2, index)
        return read_dated(context, MONTHS[tokens.word(worded.after + 1)], int(worded.value), worded.after + 2, index)
    if worded is not None and worded.value <= 31 and word[0].isdigit() and (day := _day_alone(context, index, worded)):
        return day
    inner = read_date(context, index + 1)
    return None if inner is not None and len(inner.value) == 4 and inner.value.isdigit() else inner


def _day_alone(context: Context, index: int, worded: Cardinal) -> Reading | None:
    """Forms like "on the 15th", "by the 15th of this month": a day of the month told or of the one running."""
    tokens = context.tokens
    after, following = worded.after, tokens.word(worded.after)
    base = context.told_as("month") or context.base
    if following == "of" and tokens.word(after + 2) == "month":
        step = {"this": 0, "the": 0, "last": -1, "next": 1, "that": 0}.get(tokens.word(after + 1))
        if step is None:
            return None
        base = moved(context.base, step, "month") if context.base and tokens.word(after + 1) != "that" else base
        after += 3
    elif tokens.word(index - 1) not in {"on", "by", "since", "until"} or following[:1].isalnum():
        return None
    if base is None:
        return Reading(after, None, f"XXXX-XX-{int(worded.value):02d}")
    stretch = day_of(base.year, base.month, int(worded.value))
    return Reading(after, stretch, timex_of(stretch) if stretch else "XXXX-XX-XX", impossible=stretch is None)
