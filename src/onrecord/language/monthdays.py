"""Months and days as written: "October 5, 2023", "5 Oct.", "February 6th to 7th", "March"."""

from onrecord.language.calendar import Stretch, day_of, month_of
from onrecord.language.numberwords import ORDINAL_ENDINGS, read_ordinal
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import LEADS, MONTHS, SHORT_MONTHS, WORD_LIKE_MONTHS
from onrecord.language.years import year_phrase


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
        return Reading(year[1], month_of(year[0], month), f"{year[0]:04d}-{month:02d}")
    short = word in SHORT_MONTHS
    if (short or word in WORD_LIKE_MONTHS) and tokens.word(index - 1) not in LEADS:
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
    """A date that begins with its day: "5 October 2023", "8th of March"."""
    tokens = context.tokens
    day = tokens.number(index)
    if day is None or not 1 <= day <= 31 or len(tokens.word(index)) > 2:
        return None
    at = index + 1
    if tokens.touches(at) and tokens.word(at) in ORDINAL_ENDINGS:
        at += 1
    if tokens.word(at) == "of":
        at += 1
    if tokens.word(at) == "-" and tokens.touches(at):
        at += 1
    month = MONTHS.get(tokens.word(at))
    if month is None or not tokens.capital(at):
        return None
    after = at + 1
    if tokens.word(after) == "." and tokens.word(at) in SHORT_MONTHS:
        after += 1
    if tokens.word(after) == "-" and tokens.touches(after):
        after += 1
    return read_dated(context, month, day, after, index)


def yearless(context: Context, month: int, day: int | None, after: int, index: int) -> Reading:
    """A month or day whose year is not written."""
    if day is None:
        stretch = context.month_in(month, index)
        value = f"{stretch.start.year:04d}-{month:02d}" if stretch and stretch.start else f"XXXX-{month:02d}"
        return Reading(after, stretch, value, month=month)
    stretch = context.day_in(month, day, index)
    year = f"{stretch.start.year:04d}" if stretch and stretch.start else "XXXX"
    impossible = day_of(2024, month, day) is None
    return Reading(after, stretch, f"{year}-{month:02d}-{day:02d}", month=month, day=day, impossible=impossible)


def read_dated(context: Context, month: int, day: int, after: int, index: int) -> Reading:
    """A month and day read, with the second day and the year that may follow."""
    tokens = context.tokens
    last = _second_day(context, after)
    if last is not None:
        after = last[1]
    year = year_phrase(context, after)
    if year is None or (year[0] is None and context.base is not None):
        reading = yearless(context, month, day, after, index)
    elif year[0] is None:
        reading = Reading(year[1], None, f"XXXX-{month:02d}-{day:02d}", month=month, day=day)
    else:
        stretch = day_of(year[0], month, day)
        value = f"{year[0]:04d}-{month:02d}-{day:02d}"
        reading = Reading(year[1], stretch, value, impossible=stretch is None)
    if tokens.word(reading.after) in {"bc", "bce"}:
        return Reading(reading.after + 1, None, f"BC{reading.value}")
    if last is None or reading.stretch is None or reading.stretch.start is None:
        return reading
    end = day_of(reading.stretch.start.year, month, last[0])
    if end is None or end.end is None or end.end <= reading.stretch.start:
        return Reading(reading.after, None, reading.value, impossible=True)
    return Reading(reading.after, Stretch(reading.stretch.start, end.end, "span"), reading.value)


def _second_day(context: Context, index: int) -> tuple[int, int] | None:
    """The second day of "6-7", "6th to 7th", "6 and 7"."""
    tokens = context.tokens
    joint = tokens.word(index)
    if joint not in {"-", "to", "and", "through", "/"}:
        return None
    day = tokens.number(index + 1)
    if day is None or not 1 <= day <= 31 or len(tokens.word(index + 1)) > 2:
        return None
    after = index + 2
    suffixed = tokens.touches(after) and tokens.word(after) in ORDINAL_ENDINGS
    after += suffixed
    following = tokens.word(after)
    if following in MONTHS or following in {":", "%", "/"}:
        return None
    plain = not following[:1].isalpha() or following in LEADS or following in {"with", "that", "the", "when", "where"}
    if not (suffixed or plain) or following in {"$"}:
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
