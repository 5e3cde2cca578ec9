"""Cardinals in words: "twenty-five", "one hundred and two", "two and a half", "a dozen"."""

from typing import NamedTuple

from onrecord.language.tokens import Tokens

UNITS = {
    "zero": 0, "nought": 0, "naught": 0,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
PART_WORDS = frozenset({"quarters", "thirds", "halves", "half"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


class Cardinal(NamedTuple):
    """A number read from words, and the token after it."""

    value: int | float
    after: int


def read_cardinal(tokens: Tokens, index: int) -> Cardinal | None:
    """Read the number in words at `index`: the longest that makes one number, or nothing.

    "two three" is two numbers, "two hundred three" one. A leading "a" counts only before a scale
    ("a hundred", "a million").
    """
    word = tokens.word(index)
    if word in {"a", "an"}:
        scale = SCALES.get(tokens.word(index + 1))
        if scale is None:
            return None
        total, group, index = (0, 100, index + 2) if scale == 100 else (scale, 0, index + 2)
        limit = 100 if scale == 100 else scale
    elif word in UNITS or word in TENS:
        group, index = _below_hundred(tokens, index)
        total, limit = 0, 10**18
    else:
        return None
    scaled = 0
    while True:
        word = tokens.word(index)
        scale = SCALES.get(word)
        if scale == 100 and group and group < 100:
            group, index = group * 100, index + 1
        elif scale is not None and scale != 100 and group and scale < limit:
            total, group, limit, index = total + group * scale, 0, scale, index + 1
            scaled = index
        elif scale is not None and total and not group and scaled == index and scale > limit:
            total, limit, index = total * scale, scale, index + 1
            scaled = index
        else:
            step = _continued(tokens, index, group, total, limit)
            if step is None:
                break
            group, index = step
    value: int | float = total + group
    part = read_part(tokens, index)
    if part is not None:
        return Cardinal(value + part.value * (limit if total and not group else 1), part.after)
    return Cardinal(value, index)


def read_part(tokens: Tokens, index: int) -> Cardinal | None:
    """The fraction added to a number: "and a half", "and three quarters"."""
    if tokens.word(index) != "and":
        return None
    above = {"a": 1, "one": 1, "three": 3, "two": 2}.get(tokens.word(index + 1))
    below = {"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3, "fourth": 4}.get(tokens.word(index + 2))
    if above is None or below is None or above >= below or (tokens.word(index + 2)[-1:] == "s") != (above > 1):
        return None
    if below > 2 and tokens.word(index + 3) in {"of", "party", "man", "woman", "person", "time", "day", "year", "were"}:
        return None
    return Cardinal(above / below, index + 3)


def read_ordinal(tokens: Tokens, index: int) -> Cardinal | None:
    """Read "third", "twenty-first", "21st" at `index`."""
    word = tokens.word(index)
    if word in ORDINALS:
        return Cardinal(ORDINALS[word], index + 1)
    if word in TENS and tokens.word(index + 1) == "-" and tokens.word(index + 2) in ORDINALS:
        return Cardinal(TENS[word] + ORDINALS[tokens.word(index + 2)], index + 3)
    number = tokens.number(index)
    if number is not None and tokens.touches(index + 1) and tokens.word(index + 1) in ORDINAL_ENDINGS:
        return Cardinal(number, index + 2)
    return None


def _below_hundred(tokens: Tokens, index: int) -> tuple[int, int]:
    word = tokens.word(index)
    if word in UNITS:
        return UNITS[word], index + 1
    value = TENS[word]
    after = index + 2 if tokens.word(index + 1) == "-" and tokens.touches(index + 1) else index + 1
    unit = UNITS.get(tokens.word(after), 0)
    return (value + unit, after + 1) if 0 < unit < 10 else (value, index + 1)


def _continued(tokens: Tokens, index: int, group: int, total: int, limit: int) -> tuple[int, int] | None:
    """What follows a hundred or a scale: "and two", "forty-five"."""
    if group % 100 or (not group and not total):
        return None
    after = index + 1 if tokens.word(index) == "and" else index
    word = tokens.word(after)
    if word not in UNITS and word not in TENS:
        return None
    value, after = _below_hundred(tokens, after)
    if not value:
        return None
    if tokens.word(index) == "and" and SCALES.get(tokens.word(after), 0) * value >= limit and not group:
        return None
    if tokens.word(index) == "and" and tokens.word(after) in PART_WORDS:
        return None
    return group + value, after
