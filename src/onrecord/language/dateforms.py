"""Dates as written: "October 5, 2023", "5 Oct.", "2023-10-05", "March", "the summer of 2016", "1990s", "Q3 2023"."""

from datetime import date, timedelta

from onrecord.language.calendar import (
    DAY,
    LAST_YEAR,
    Stretch,
    day_of,
    season_of,
    weekday_near,
)
from onrecord.language.holidays import read_holiday
from onrecord.language.monthdays import read_dated, read_day_month, read_month, yearless
from onrecord.language.numberwords import read_ordinal
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import (
    HOLIDAY_STARTS,
    LEADS,
    MONTHS,
    SEASON_CODES,
    SEASONS,
    WEEKDAYS,
)
from onrecord.language.years import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    read_century,
    read_coded,
    read_decade,
    read_fiscal,
    read_year,
    year_phrase,
)


def read_date(context: Context, index: int) -> Reading | None:
    """Read a date, month, season, year or longer stretch at `index`."""
    word = context.tokens.word(index)
    if word in WEEKDAYS:
        return _weekday(context, index)
    if word in MONTHS:
        return read_holiday(context, index) or read_month(context, index)
    if "0" <= word[:1] <= "9":
        return (
            _numeric(context, index)
            or read_day_month(context, index)
            or read_decade(context, index)
            or read_century(context, index)
            or read_year(context, index)
        )
    if word in SEASONS:
        return _season(context, index)
    if word in {"fiscal", "fy", "financial"}:
        return read_fiscal(context, index)
    if word in {"q", "h"}:
        return read_coded(context, index)
    if word == "the" and context.tokens.word(index + 1) not in {"the", ""}:
        return _after_the(context, index)
    if word == "'" and context.tokens.touches(index + 1):
        return read_decade(context, index)
    if word in HOLIDAY_STARTS:
        return read_holiday(context, index)
    return read_century(context, index) if word[:1].isalpha() else None


def _numeric(context: Context, index: int) -> Reading | None:
    """Forms like "2023-10-05", "10/5/2023", "05.10.2023", "9/11"."""
    tokens = context.tokens
    mark = tokens.word(index + 1)
    if mark not in {"-", "/", "."} or tokens.number(index) is None:
        return None
    if not (tokens.touches(index + 1) and tokens.touches(index + 2)):
        return None
    alone = not (tokens.word(index + 3) == "/" and tokens.touches(index + 3))
    if mark == "/" and tokens.word(index) == "9" and tokens.word(index + 2) == "11" and alone:
        return Reading(index + 3, day_of(2001, 9, 11), "2001-09-11")
    if tokens.word(index + 3) != mark or not (tokens.touches(index + 3) and tokens.touches(index + 4)):
        return None
    parts = [tokens.word(index), tokens.word(index + 2), tokens.word(index + 4)]
    if not all(part.isascii() and part.isdigit() for part in parts) or tokens.word(index + 5) in {mark} - {"."}:
        return None
    if len(parts[0]) == 4 and mark != ".":
        year, month, day = (int(part) for part in parts)
    elif len(parts[2]) == 4 or (mark == "/" and len(parts[2]) == 2 and len(parts[0]) <= 2):
        month, day, year = (int(part) for part in parts)
        if mark == "." or month > 12 >= day:
            month, day = day, month
        if len(parts[2]) == 2:
            year += 2000 if year < 50 else 1900
    else:
        return None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    after = index + 5
    if tokens.touches(after) and tokens.word(after) == "t" and tokens.number(after) is None:
        after = index + 5
    stretch = day_of(year, month, day)
    return Reading(after, stretch, f"{year:04d}-{month:02d}-{day:02d}", impossible=stretch is None)


def _season(context: Context, index: int) -> Reading | None:
    tokens = context.tokens
    word = tokens.word(index)
    season = SEASONS[word]
    year = year_phrase(context, index + 1)
    if year is not None:
        return _season_in(year[0], word, year[1])
    before = tokens.word(index - 1)
    led = before in {
        "in",
        "by",
        "during",
        "until",
        "since",
        "throughout",
        "early",
        "late",
        "mid",
        "through",
        "the",
        "-",
    }
    if word in {"fall", "spring"} and before not in {"the", "this", "last", "next", "in", "early", "late", "by"}:
        return None
    if not led or (word == "fall" and tokens.word(index + 1) == "of"):
        return None
    base = context.base
    if base is None:
        return Reading(index + 1, None, f"XXXX-{SEASON_CODES[season]}")
    return near_season(context, word, base, index + 1, index)


def near_season(context: Context, word: str, base: date, after: int, index: int, *, step: int = 0) -> Reading:
    """The season nearest to `base` on the side that the verbs say; `step` asks for the one before or after."""
    season = SEASONS[word]
    years = range(max(base.year - 2, 1), min(base.year + 3, LAST_YEAR))
    candidates = [stretch for year in years if (stretch := season_of(year, season)).start and stretch.end]
    begun = [s for s in candidates if s.start and s.start <= base]
    ahead = [s for s in candidates if s.start and s.start > base]
    inside = bool(begun and begun[-1].end and begun[-1].end > base)
    if context.anchor.narrative and context.told is not None and not step:
        middle = timedelta(days=45)
        chosen = min(candidates, key=lambda s: abs((s.start or base) + middle - base))
    elif step < 0:
        chosen = begun[-2] if inside else begun[-1]
    elif step > 0 or (context.points_forward(index) and not inside):
        chosen = ahead[0]
    else:
        chosen = begun[-1]
    year = chosen.start.year if chosen.start else base.year
    return Reading(after, chosen, f"{year:04d}-{SEASON_CODES[season]}")


def _season_in(year: int | None, word: str, after: int) -> Reading:
    season = SEASONS[word]
    if year is None:
        return Reading(after, None, f"XXXX-{SEASON_CODES[season]}")
    return Reading(after, season_of(year, season), f"{year:04d}-{SEASON_CODES[season]}")


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
    if tokens.touches(after) and tokens.word(after) == "s":
        return Reading(after + 1, None, "XXXX-WXX-" + str(weekday + 1), sort="set")
    base = context.base
    if base is None:
        return Reading(after, None, f"XXXX-WXX-{weekday + 1}")
    day = weekday_near(base, weekday, future=context.points_forward(index))
    return Reading(after, Stretch(day, day + DAY, "day"), day.isoformat())


def _is_day(reading: Reading) -> bool:
    return len(reading.value) == 10


def _after_the(context: Context, index: int) -> Reading | None:
    """Forms like "the 8th of March", "the 1990s", "the summer", "the 19th century"."""
    tokens = context.tokens
    word = tokens.word(index + 1)
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
    inner = read_date(context, index + 1)
    return None if inner is not None and len(inner.value) == 4 and inner.value.isdigit() else inner
