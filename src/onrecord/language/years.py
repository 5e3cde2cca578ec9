"""Years as written and longer stretches: "2023", "of last year", "499 BC", "the 1990s", "fiscal 2023", "Q3 2023"."""

from datetime import date

from onrecord.language.calendar import (
    FIRST_BEFORE_CHRIST,
    Stretch,
    before_christ,
    century_of,
    decade_of,
    era_written,
    half_of,
    quarter_of,
    year_of,
)
from onrecord.language.numberwords import read_ordinal
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import COUNTED, LEADS, MONTHS

EARLIEST_YEAR, LATEST_YEAR = 1000, 2150
STRONG_YEAR_LEADS = frozenset(
    {
        "in", "since", "until", "till", "by", "during", "early", "late", "mid", "circa", "before", "after", "through",
        "throughout", "(", "ca", "year", "back", "from",
    }
)  # fmt: skip


MONEY_MARKS = frozenset("$£€¥#₹")
BEFORE_CHRIST_WORDS = frozenset({"bc", "bce"})
DECADE_LEADS = frozenset({"the", "early", "late", "mid"})
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
NO_DECADE_BEFORE = frozenset(
    {"temperatures", "highs", "lows", "his", "her", "their", "my", "our", "your", "scored", "scores", "aged", "ages"}
)
"""Words before "the 90s" and "mid-30s" that make them degrees, ages or scores."""


def written_year(context: Context, index: int) -> tuple[int, int] | None:
    """A four-digit year at `index`, where the place already calls for one, and the token after it."""
    tokens = context.tokens
    number = tokens.number(index)
    if number is None or len(tokens.word(index)) != 4 or not EARLIEST_YEAR <= number <= LATEST_YEAR:
        return None
    following = tokens.word(index + 1)
    if tokens.touches(index + 1) and (following in {"%", "s"} or following[:1].isalpha()):
        return None
    if following in {",", "."} and tokens.touches(index + 1) and tokens.touches(index + 2):
        after = tokens.word(index + 2)
        if len(after) == 3 and after.isdigit():
            return None
    return number, index + 1


def read_year(context: Context, index: int) -> Reading | None:
    """A year standing alone: its company must not make it a count."""
    tokens = context.tokens
    found = written_year(context, index)
    before, following = tokens.word(index - 1), tokens.word(index + 1)
    if found is None:
        return _year_of_era(context, index)
    year, after = found
    if following in COUNTED or before in MONEY_MARKS or (before in {".", ",", "/", ":"} and tokens.touches(index)):
        return None
    if following in BEFORE_CHRIST_WORDS:
        return _year_of_era(context, index)
    if following in {".", ":"} and tokens.touches(index + 2) and tokens.word(index + 2).isdigit():
        return None
    joined = tokens.word(index - 2) if before == "-" and tokens.touches(index) else ""
    if joined[-1:].isalpha() and joined not in {"mid", "early", "late", "pre", "post"} | MONTHS.keys():
        return None
    modern = 1900 <= year <= 2050
    if not modern and before not in STRONG_YEAR_LEADS and before not in {"the", "of", "and", "to", "-"}:
        return None
    if not modern and before in {"and", "to", "of", "the"} and following[-1:] == "s":
        return None
    return Reading(after, year_of(year), f"{year:04d}")


def _year_of_era(context: Context, index: int) -> Reading | None:
    tokens = context.tokens
    number = tokens.number(index)
    if number is None or number > 9999:
        return None
    after = index + 1
    if (end := after_era(context, after)) is not None:
        return _before_christ(number, end)
    if (
        tokens.word(after) in {"-", "/", "and", "or", "to"}
        and (second := tokens.number(after + 1)) is not None
        and second < number
        and after_era(context, after + 2) is not None
    ):
        return _before_christ(number, after)
    if tokens.word(after) in {"ad", "ce"} and tokens.raw(after).isupper() and 0 < number <= LATEST_YEAR:
        return Reading(after + 1, year_of(number), f"{number:04d}")
    return None


def after_era(context: Context, index: int) -> int | None:
    """The token after "BC" or "B.C." at `index`."""
    tokens = context.tokens
    if tokens.word(index) in BEFORE_CHRIST_WORDS and tokens.raw(index).isupper():
        return index + 1
    dotted = [tokens.word(index + offset) for offset in range(4)]
    if dotted == ["b", ".", "c", "."] and tokens.capital(index):
        return index + 4
    return None


def _before_christ(number: int, after: int) -> Reading:
    if not 0 < number <= before_christ(FIRST_BEFORE_CHRIST):
        return Reading(after, None, f"BC{number:04d}")
    return Reading(after, year_of(before_christ(number)), f"BC{number:04d}")


def year_phrase(context: Context, index: int) -> tuple[int | None, int] | None:
    """A year that completes a month or season: "2023", ", 2023", "of 2023", "of this year", "last year", "480 BC"."""
    tokens = context.tokens
    era = index + 1 if tokens.word(index) in {",", "of", "in"} else index
    number = tokens.number(era)
    if number and number < before_christ(FIRST_BEFORE_CHRIST) and (end := after_era(context, era + 1)) is not None:
        return before_christ(number), end
    at = index
    if tokens.word(at) in {",", "of", "in"}:
        if tokens.word(at) == "," and not (found := written_year(context, at + 1)):
            return None
        at += 1
    found = written_year(context, at)
    if found is not None:
        return (None if tokens.word(found[1]) in COUNTED else found[0], found[1]) if found else None
    if tokens.word(at) == "'" and tokens.touches(at + 1) and len(tokens.word(at + 1)) == 2:
        short = tokens.number(at + 1)
        return (None, index) if short is None else (2000 + short if short < 50 else 1900 + short, at + 2)
    if tokens.word(at) in {"that", "same"} and tokens.word(at + 1) in {"same", "very"}:
        at += 1
    if tokens.word(at) == "the" and tokens.word(at + 1) in {"same", "following", "previous", "next", "preceding"}:
        at += 1
    elif tokens.word(at) == "the" and tokens.word(at + 1) == "year" and tokens.word(at - 1) == "of":
        running = (context.told_as("year") if context.anchor.narrative else context.base) or context.base
        plain = tokens.word(at + 2) not in {"'", "of", "that", "when"}
        return (None if running is None else running.year, at + 2) if plain else None
    word, unit = tokens.word(at), tokens.word(at + 1)
    if unit != "year" or (tokens.word(at + 2) == "'" and tokens.word(at + 3) == "s"):
        return None
    told, base = context.told_as("year") or context.base, context.base
    steps = {
        "this": (base, 0), "last": (base, -1), "next": (base, 1), "that": (told, 0), "same": (told, 0),
        "following": (told, 1), "previous": (told, -1), "preceding": (told, -1),
    }  # fmt: skip
    if word not in steps:
        return None
    day, step = steps[word]
    return (None if day is None else day.year + step), at + 2


def read_decade(context: Context, index: int) -> Reading | None:
    """Forms like "1990s", "'90s", "1970's"."""
    tokens = context.tokens
    short = tokens.word(index) == "'"
    at = index + 1 if short else index
    word = tokens.word(at)
    number = int(word) if word.isascii() and word.isdigit() else None
    after = at + 1
    before = tokens.word(index - 2) if tokens.word(index - 1) == "-" else tokens.word(index - 1)
    if tokens.word(after) == "'" and tokens.touches(after):
        if len(word) == 4 and tokens.word(index - 1) not in DECADE_LEADS:
            return None
        after += 1
    if number is None or number % 10 or tokens.word(after) != "s" or not tokens.touches(after):
        return None
    if (end := after_era(context, after + 1)) is not None and 0 < number <= 4000:
        first = before_christ(number + 9)
        return Reading(end, Stretch(date(first, 1, 1), date(first + 10, 1, 1), "decade"), f"BC{number // 10:03d}")
    if len(word) == 2 and not short and any(tokens.word(back) in NO_DECADE_BEFORE for back in range(index - 4, index)):
        return None
    if len(word) == 2 and (short or before in DECADE_LEADS):
        number += 1900 if number >= 20 else 2000
    elif len(word) != 4 or not EARLIEST_YEAR <= number <= LATEST_YEAR:
        return None
    return _hundreds(number, after + 1) if number % 100 == 0 and number != 2000 else _decade(number, after + 1)


def _decade(number: int, after: int) -> Reading:
    return Reading(after, decade_of(number), f"{number // 10}")


def _hundreds(number: int, after: int) -> Reading:
    """Forms like "the 1800s": a hundred years, or more rarely their first ten."""
    whole = Stretch(date(number, 1, 1), date(number + 100, 1, 1), "span")
    return Reading(after, whole, f"{number // 100}", others=((decade_of(number), 0.2),))


def read_worded_decade(context: Context, index: int) -> Reading | None:
    """Forms like "the sixties", "the early Eighties", "the nineteen-eighties"."""
    tokens = context.tokens
    at = index
    if tokens.word(at) == "nineteen" and tokens.word(at + 1) == "-":
        at += 2
    first = DECADE_WORDS.get(tokens.word(at))
    if first is None or (at == index and tokens.word(index - 1) not in DECADE_LEADS | {"-"}):
        return None
    if at == index and (tokens.word(index - 2) in NO_DECADE_BEFORE or tokens.word(at + 1) in {"(", "degrees"}):
        return None
    return _decade(1900 + first, at + 1)


def read_century(context: Context, index: int) -> Reading | None:
    """Read forms like "the 19th century", "21st-century"."""
    tokens = context.tokens
    ordinal = read_ordinal(tokens, index)
    if ordinal is None:
        return None
    at = ordinal.after + 1 if tokens.word(ordinal.after) == "-" else ordinal.after
    if tokens.word(at) not in {"century", "centuries"} or not 1 <= ordinal.value <= 30:
        return None
    if (end := after_era(context, at + 1)) is not None:
        first = before_christ(int(ordinal.value) * 100)
        return Reading(
            end, Stretch(date(first, 1, 1), date(first + 100, 1, 1), "span"), f"BC{int(ordinal.value) - 1:02d}"
        )
    return Reading(at + 1, century_of(int(ordinal.value)), f"{int(ordinal.value) - 1:02d}")


def read_coded(context: Context, index: int) -> Reading | None:
    """Forms like "Q3 2023", "H1 of 2024", "Q4", "3Q23", "1H 2023"."""
    tokens = context.tokens
    letter, word = tokens.word(index), tokens.word(index + 1)
    turned = letter.isdigit()
    if turned:
        letter, word = word, letter
    if not tokens.touches(index + 1) or word not in {"1", "2", "3", "4"} or letter not in {"q", "h"}:
        return None
    if not tokens.capital(index + turned):
        return None
    part = int(word)
    if letter == "h" and part > 2:
        return None
    year = year_phrase(context, index + 2)
    short = tokens.word(index + 2)
    if year is None and short.isascii() and short.isdigit() and len(short) in {2, 4} and tokens.touches(index + 2):
        year = int(short) + (2000 if len(short) == 2 else 0), index + 3
    if year is None and turned:
        return None
    if year is None and (letter == "h" or tokens.word(index - 1) not in LEADS):
        return None
    number = year[0] if year else (context.base.year if context.base else None)
    after = year[1] if year else index + 2
    value = f"{era_written(number) if number else 'XXXX'}-{letter.upper()}{part}"
    if number is None:
        return Reading(after, None, value)
    return Reading(after, quarter_of(number, part) if letter == "q" else half_of(number, part), value)
