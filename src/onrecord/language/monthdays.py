"""Months and days as written: "October 5, 2023", "5 Oct.", "February 6th to 7th", "22-24 June", "March"."""

from dataclasses import replace

from onrecord.language.calendar import Stretch, day_of, era_written, month_of, months_after
from onrecord.language.numberwords import ORDINAL_ENDINGS, read_ordinal
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import LEADS, MONTHS, SHORT_MONTHS, WORD_LIKE_MONTHS
from onrecord.language.tokens import Tokens
from onrecord.language.years import year_phrase

UNSEEN_YEAR = 0.4
"""Weight of the coming month for one that no verb places and whose last occurrence lies further off."""
ATTACK = frozenset({"attack", "attacks", "terror", "terrorist", "riot", "insurrection", "massacre", "assault"})
EVENT_DAYS = {(9, 11): (2001, ATTACK), (1, 6): (2021, ATTACK), (10, 7): (2023, ATTACK), (7, 7): (2005, ATTACK)}
"""Days by which English calls an event of one year."""
DAY_JOINTS = frozenset({"-", "to", "and", "through", "until", "/"})


def read_month(context: Context, index: int) -> Reading | None:
    """A date that begins with its month."""
    tokens = context.tokens
    word = tokens.word(index)
    month = MONTHS[word]
    if word in WORD_LIKE_MONTHS and not tokens.capital(index):
        return None
    at = index + 1
    if tokens.word(at) == "." and word in SHORT_MONTHS and tokens.touches(at):
        at += 1
    if tokens.word(at) == "the" and read_ordinal(tokens, at + 1):
        at += 1
    if tokens.word(at) == "-" and tokens.touches(at) and tokens.number(at + 1) is not None:
        at += 1
    day = tokens.number(at)
    if day is None and (worded := read_ordinal(tokens, at)) and worded.value <= 31 and tokens.word(at - 1) == "the":
        return read_dated(context, month, int(worded.value), worded.after, index)
    if day is not None and 1 <= day <= 31 and len(tokens.word(at)) <= 2 and _day_ends(context, at + 1):
        after = at + 2 if tokens.touches(at + 1) and tokens.word(at + 1) in ORDINAL_ENDINGS else at + 1
        return read_dated(context, month, day, after, index)
    year = year_phrase(context, at)
    if year is not None:
        if year[0] is None:
            return Reading(year[1], None, f"XXXX-{month:02d}")
        return Reading(year[1], month_of(year[0], month), f"{era_written(year[0])}-{month:02d}")
    if tokens.word(at) == "-" and tokens.touches(at) and tokens.touches(at + 1) and (
        tokens.word(at + 1).isalpha() and tokens.word(at + 1) not in MONTHS
    ):  # fmt: skip
        return None
    short = word in SHORT_MONTHS
    owned = tokens.word(index - 1) == "s" and tokens.word(index - 2) == "'"
    if (short or word in WORD_LIKE_MONTHS) and tokens.word(index - 1) not in LEADS and not owned:
        return None
    if (
        word == "march"
        and tokens.word(at) in {"in", "on", "for", "against", "through", "to"}
        and not _prepared(tokens.word(index - 1))
    ):
        return None
    if (
        word in {"may", "april", "june", "august"}
        and tokens.capital(at)
        and at < tokens.count
        and not _prepared(tokens.word(index - 1))
    ):
        return None
    return yearless(context, month, None, at, index)


def read_day_month(context: Context, index: int) -> Reading | None:
    """A date that begins with its day, or two days of one month: "5 October 2023", "8th of March", "22-24 June"."""
    first = _day_number(context.tokens, index)
    if first is None:
        return None
    joint = context.tokens.word(first[1])
    second = _day_number(context.tokens, first[1] + 1) if joint in DAY_JOINTS else None
    if second is not None and _joined(context, index, joint, first[0], second[0]):
        found = _month_after(context, second[1])
        if found is not None:
            last = read_dated(context, found[0], second[0], found[1], first[1] + 1)
            return _from_day(index, first, last, first[1] + 1)
    found = _month_after(context, first[1])
    return read_dated(context, found[0], first[0], found[1], index) if found is not None else None


def _day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A day of a month in digits, with the token after it and its "st", "nd", "rd" or "th"."""
    day = tokens.number(index)
    if day is None or not 1 <= day <= 31 or len(tokens.word(index)) > 2:
        return None
    suffixed = tokens.touches(index + 1) and tokens.word(index + 1) in ORDINAL_ENDINGS
    return day, index + 1 + suffixed


def _month_after(context: Context, at: int) -> tuple[int, int] | None:
    """The month behind a day, and the token after it: "June", "of March", "-Oct-"."""
    tokens = context.tokens
    if tokens.word(at) == "of" or (tokens.word(at) == "-" and tokens.touches(at)):
        at += 1
    month = MONTHS.get(tokens.word(at))
    if month is None or not tokens.capital(at):
        return None
    after = at + 1
    if tokens.word(after) == "." and tokens.word(at) in SHORT_MONTHS:
        after += 1
    if tokens.word(after) == "-" and tokens.touches(after) and tokens.word(after + 1).isdigit() and (
        len(tokens.word(after + 1)) == 4
    ):  # fmt: skip
        after += 1
    return month, after


def _joined(context: Context, index: int, joint: str, first: int, second: int) -> bool:
    """Whether two days make one stretch: "6-7", "between 3 and 9", "4 and 5", but not "3 and 17"."""
    if joint == "and":
        return first < second and (context.tokens.word(index - 1) == "between" or second == first + 1)
    return first < second


def _from_day(index: int, first: tuple[int, int], last: Reading, second: int) -> Reading:
    """A reading that begins on an earlier day of the month it ends in."""
    if last.stretch is None or last.stretch.start is None:
        return last
    begun = last.stretch.start.replace(day=first[0])
    value = f"{last.value[:-2]}{first[0]:02d}"
    ends = ((index, first[1], value), (second, last.after, last.value))
    return replace(last, stretch=Stretch(begun, last.stretch.end, "span"), value=value, day=None, month=None, ends=ends)


def yearless(context: Context, month: int, day: int | None, after: int, index: int) -> Reading:
    """A month or day whose year is not written."""
    if (known := EVENT_DAYS.get((month, day or 0))) is not None and context.tokens.word(after) in known[1]:
        return Reading(after, day_of(known[0], month, day or 1), f"{known[0]}-{month:02d}-{day:02d}")
    if day is None:
        stretch = context.month_in(month, index)
        value = f"{era_written(stretch.start.year)}-{month:02d}" if stretch and stretch.start else f"XXXX-{month:02d}"
        return Reading(after, stretch, value, month=month, others=_next_year(context, stretch, index))
    stretch = context.day_in(month, day, index)
    year = era_written(stretch.start.year) if stretch and stretch.start else "XXXX"
    impossible = day_of(2024, month, day) is None
    others = _next_year(context, stretch, index)
    value = f"{year}-{month:02d}-{day:02d}"
    return Reading(after, stretch, value, month=month, day=day, impossible=impossible, others=others)


def _next_year(context: Context, stretch: Stretch | None, index: int) -> tuple[tuple[Stretch, float], ...]:
    """The coming year's month or day, where no verb says which is meant and it is nearer than the last one."""
    base = context.today
    if stretch is None or stretch.start is None or stretch.end is None or base is None or context.anchor.narrative:
        return ()
    if stretch.end > base or context.direction_at(index) is not None or context.points_forward(index):
        return ()
    coming = months_after(stretch.start, 12)
    if coming <= base or coming - base > base - stretch.end:
        return ()
    return ((Stretch(coming, months_after(stretch.end, 12), stretch.precision), UNSEEN_YEAR),)


def read_dated(context: Context, month: int, day: int, after: int, index: int) -> Reading:
    """A month and day read, with the second day and the year that may follow."""
    last = _second_day(context, after, day)
    first_after = after
    if last is not None:
        after = last[1]
    year = year_phrase(context, after)
    if year is None or (year[0] is None and context.base is not None):
        reading = yearless(context, month, day, after, index)
    elif year[0] is None:
        reading = Reading(year[1], None, f"XXXX-{month:02d}-{day:02d}", month=month, day=day)
    else:
        stretch = day_of(year[0], month, day)
        value = f"{era_written(year[0])}-{month:02d}-{day:02d}"
        reading = Reading(year[1], stretch, value, impossible=stretch is None)
    if last is None or reading.stretch is None or reading.stretch.start is None:
        return reading
    end = day_of(reading.stretch.start.year, month, last[0])
    if end is None or end.end is None or end.end <= reading.stretch.start:
        return Reading(reading.after, None, reading.value, impossible=True)
    value = f"{reading.value[:-2]}{last[0]:02d}"
    ends = ((index, first_after, reading.value), (first_after + 1, reading.after, value))
    return Reading(reading.after, Stretch(reading.stretch.start, end.end, "span"), reading.value, ends=ends)


def _second_day(context: Context, index: int, first: int) -> tuple[int, int] | None:
    """The second day of "6-7", "6th to 7th", "6 and 7"."""
    tokens = context.tokens
    joint = tokens.word(index)
    found = _day_number(tokens, index + 1) if joint in DAY_JOINTS else None
    if found is None:
        return None
    day, after = found
    suffixed = after > index + 2
    between = any(tokens.word(back) == "between" for back in range(index - 4, index))
    if joint == "and" and not between and day != first + 1:
        return None
    following = tokens.word(after)
    if following in MONTHS or following in {":", "%", "/"}:
        return None
    plain = not following[:1].isalpha() or following in LEADS or following in {"with", "that", "the", "when", "where"}
    led = any(tokens.word(back) in {"from", "between"} for back in range(index - 4, index))
    if not (suffixed or plain or led) or following in {"$"}:
        return None
    return day, after


def _day_ends(context: Context, index: int) -> bool:
    """Whether what follows a day number leaves it a day number."""
    word = context.tokens.word(index)
    touching = context.tokens.touches(index)
    if touching and word in ORDINAL_ENDINGS:
        return True
    if touching and (word in {"%", ":"} or word[:1].isalpha()):
        return False
    return not (
        word in {".", ","}
        and touching
        and context.tokens.touches(index + 1)
        and context.tokens.word(index + 1)[:1].isdigit()
        and word == "."
    )


def _prepared(word: str) -> bool:
    return word in LEADS or word == "the"
