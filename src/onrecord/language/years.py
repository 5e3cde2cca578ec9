"""Years as written and longer stretches: "2023", "of last year", "499 BC", "the 1990s", "fiscal 2023", "Q3 2023"."""

from onrecord.language.calendar import century_of, decade_of, fiscal_year_of, half_of, quarter_of, year_of
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
    if following in {"bc", "bce"}:
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
    if tokens.word(after) in {"bc", "bce"} and tokens.raw(after).isupper():
        return Reading(after + 1, None, f"BC{number:04d}")
    if tokens.word(after) in {"ad", "ce"} and tokens.raw(after).isupper() and number:
        return Reading(after + 1, year_of(number), f"{number:04d}")
    return None


def year_phrase(context: Context, index: int) -> tuple[int | None, int] | None:
    """A year that completes a month or season: "2023", ", 2023", "of 2023", "of this year", "last year"."""
    tokens = context.tokens
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
    if tokens.word(at) == "the" and tokens.word(at + 1) in {"same", "following", "previous", "next", "preceding"}:
        at += 1
    word, unit = tokens.word(at), tokens.word(at + 1)
    if unit != "year" or (tokens.word(at + 2) == "'" and tokens.word(at + 3) == "s"):
        return None
    told, base = context.told or context.base, context.base
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
    if tokens.word(after) == "'" and tokens.touches(after):
        after += 1
    if number is None or number % 10 or tokens.word(after) != "s" or not tokens.touches(after):
        return None
    if len(word) == 2 and (short or tokens.word(index - 1) in {"the", "early", "late", "mid", "-"}):
        number += 1900 if number >= 20 else 2000
    elif len(word) != 4 or not EARLIEST_YEAR <= number <= LATEST_YEAR:
        return None
    if tokens.word(after + 1) in {"bc", "bce"}:
        return Reading(after + 2, None, f"BC{number // 10:03d}")
    return Reading(after + 1, decade_of(number), f"{number // 10}")


def read_century(context: Context, index: int) -> Reading | None:
    """Read forms like "the 19th century", "21st-century"."""
    tokens = context.tokens
    ordinal = read_ordinal(tokens, index)
    if ordinal is None:
        return None
    at = ordinal.after + 1 if tokens.word(ordinal.after) == "-" else ordinal.after
    if tokens.word(at) not in {"century", "centuries"} or not 1 <= ordinal.value <= 30:
        return None
    if tokens.word(at + 1) in {"bc", "bce"}:
        return Reading(at + 2, None, f"BC{int(ordinal.value) - 1:02d}")
    return Reading(at + 1, century_of(int(ordinal.value)), f"{int(ordinal.value) - 1:02d}")


def read_fiscal(context: Context, index: int) -> Reading | None:
    """Forms like "fiscal 2023", "fiscal year 2023", "FY 2023", "FY23"."""
    tokens = context.tokens
    at = index + 1
    if tokens.word(index) != "fy" and tokens.word(at) == "year":
        at += 1
    elif tokens.word(index) == "financial":
        return None
    word = tokens.word(at)
    year = int(word) if word.isascii() and word.isdigit() and len(word) in {2, 4} else None
    if year is None:
        return None
    year += 2000 if year < 100 else 0
    return Reading(at + 1, fiscal_year_of(year), f"FY{year:04d}") if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def read_coded(context: Context, index: int) -> Reading | None:
    """Forms like "Q3 2023", "H1 of 2024", "Q4"."""
    tokens = context.tokens
    letter, word = tokens.word(index), tokens.word(index + 1)
    if not tokens.touches(index + 1) or not tokens.capital(index) or word not in {"1", "2", "3", "4"}:
        return None
    part = int(word)
    if letter == "h" and part > 2:
        return None
    year = year_phrase(context, index + 2)
    if year is None and (letter == "h" or tokens.word(index - 1) not in LEADS):
        return None
    number = year[0] if year else (context.base.year if context.base else None)
    after = year[1] if year else index + 2
    value = f"{number or 'XXXX'}-{letter.upper()}{part}"
    if number is None:
        return Reading(after, None, value)
    return Reading(after, quarter_of(number, part) if letter == "q" else half_of(number, part), value)
