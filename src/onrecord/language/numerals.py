"""Numbers as written: "25,500", "1.7 million", "£2.9bn", "two-thirds", "half a million", "hundreds of thousands"."""

from typing import Literal, NamedTuple

from onrecord.language.numberwords import ORDINAL_ENDINGS, ORDINALS, SCALES, read_cardinal, read_part
from onrecord.language.tokens import Tokens

Shape = Literal["whole", "fraction", "vague", "multiple"]

SHORT_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "bln": 10**9,
    "tln": 10**12,
    "mil": 10**6,
    "mio": 10**6,
    "bil": 10**9,
}
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "ninths": 9, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
CROWDS = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6,
          "billions": 10**9, "trillions": 10**12}  # fmt: skip
FOLDS = {"double": 2, "twice": 2, "doubled": 2, "doubling": 2, "doubles": 2, "triple": 3, "tripled": 3, "tripling": 3,
         "thrice": 3, "triples": 3, "treble": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "twofold": 2,
         "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
         "tenfold": 10, "hundredfold": 100, "halved": 0.5, "halving": 0.5}  # fmt: skip
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
LENGTHS = frozenset(
    {"long", "high", "tall", "wide", "deep", "tower", "sprint", "race", "relay", "freestyle", "hurdles", "steeplechase",
     "butterfly", "backstroke", "dash", "pool", "away", "altitude", "elevation", "depth", "swell", "waves", "diameter"}
)  # fmt: skip
"""Words after "m" that make it metres."""
DOZENS = frozenset({"dozen", "dozens", "doz", "dozs", "dz", "dzs"})
MOST_DECIMALS = 8
LONGEST_RUN = 40
"""Tokens of one grouped number at most; a longer run is no number a person wrote."""


class Numeral(NamedTuple):
    """A number read: its bounds (equal where it is one), the token after it, its last scale (0: none), its shape."""

    low: int | float
    high: int | float
    after: int
    scale: int = 0
    shape: Shape = "whole"
    digits: bool = False


def read_numeral(tokens: Tokens, index: int, *, signed: bool = False) -> Numeral | None:
    """Read one number at `index`, with its scale. `signed` says that a currency's sign or letters stand before it."""
    word = tokens.word(index)
    if not word:
        return None
    if word in GLYPHS:
        return Numeral(GLYPHS[word], GLYPHS[word], index + 1, shape="fraction")
    if "0" <= word[0] <= "9" or (
        word == "."
        and tokens.touches(index + 1)
        and tokens.word(index + 1)[:1].isdecimal()
        and not tokens.touches(index)
    ):
        return _dozen(tokens, index) or _digits(tokens, index, signed=signed)
    if word in CROWDS:
        return _crowd(tokens, index)
    if word in FOLDS:
        return Numeral(FOLDS[word], FOLDS[word], index + 1, shape="multiple")
    return _fraction(tokens, index) or _dozen(tokens, index) or _few_hundred(tokens, index) or _worded(tokens, index)


def _worded(tokens: Tokens, index: int) -> Numeral | None:
    worded = read_cardinal(tokens, index)
    if worded is None:
        return None
    value, after = worded
    scale = SCALES.get(tokens.word(after - 1), 0)
    decimals = _decimals(tokens, after + 1) if tokens.word(after) == "point" else None
    if decimals is not None:
        value, after = float(f"{value}.{decimals[0]}"), decimals[1]
        if (scale := SCALES.get(tokens.word(after), 0)) != 0:
            return Numeral(_tidy(value * scale), _tidy(value * scale), after + 1, scale)
    if tokens.word(after) == "-" and tokens.word(after + 1) == "fold":
        return Numeral(value, value, after + 2, shape="multiple")
    return Numeral(value, value, after, scale)


def _decimals(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The digits in words after "point": "five", "zero three", "twenty-five"."""
    written, begun = "", at
    while at - begun < MOST_DECIMALS and tokens.word(at) in {"zero", "nought", "naught", "oh"}:
        written, at = written + "0", at + 1
    last = read_cardinal(tokens, at)
    if last is not None and 0 <= last.value < 100 and last.value == int(last.value):
        written, at = written + str(int(last.value)), last.after
    return (written, at) if written else None


def _digits(tokens: Tokens, index: int, *, signed: bool = False) -> Numeral | None:
    """Digits with grouping commas, a decimal point, a vulgar fraction, a scale."""
    if not signed and tokens.touches(index) and _clings(tokens, index):
        return None
    whole, at = ("0", index) if tokens.word(index) == "." else (tokens.word(index), index + 1)
    if not whole.isascii() or not whole.isdigit():
        return None
    if tokens.word(index) != "." and at < tokens.count and tokens.touches(at) and tokens.word(at)[0].isdigit():
        return None
    whole, at = _grouped(tokens, whole, at)
    value: int | float = int(whole)
    if (
        tokens.word(at) == "."
        and (at == index or tokens.touches(at))
        and tokens.touches(at + 1)
        and _digits_only(tokens.word(at + 1))
    ):
        following = at + 2
        if (
            tokens.word(following) == "."
            and tokens.touches(following)
            and tokens.touches(following + 1)
            and tokens.word(following + 1)[:1].isalnum()
        ):
            return None
        value, at = float(f"{whole}.{tokens.word(at + 1)}"), following
    elif (
        tokens.word(at) in {"/", "⁄"}
        and tokens.touches(at)
        and tokens.touches(at + 1)
        and _digits_only(tokens.word(at + 1))
    ):
        return _vulgar(tokens, value, at)
    elif (
        tokens.number(at) is not None
        and tokens.word(at + 1) == "/"
        and tokens.touches(at + 1)
        and tokens.touches(at + 2)
    ):
        part = _vulgar(tokens, tokens.number(at) or 0, at + 1)
        if part is not None and part.low < 1:
            return Numeral(value + part.low, value + part.low, part.after, digits=True)
    elif tokens.word(at) in GLYPHS:
        value, at = value + GLYPHS[tokens.word(at)], at + 1
    if tokens.word(at) in ORDINAL_ENDINGS and tokens.touches(at):
        return None
    power = _power_of_ten(tokens, at)
    if power is not None:
        exponent, after = power
        scaled = value * 10.0**exponent
        return Numeral(scaled, scaled, after, digits=True)
    if signed and tokens.raw(at) == "T" and tokens.touches(at):
        return Numeral(_tidy(value * 10**12), _tidy(value * 10**12), at + 1, 10**12, digits=True)
    return _with_scale(tokens, value, at)


def _grouped(tokens: Tokens, whole: str, first: int) -> tuple[str, int]:
    """The digits with those grouped behind them by commas or spaces, and where they end."""
    at = first
    while tokens.word(at) == "," and tokens.touches(at) and tokens.touches(at + 1):
        if not _digits_only(tokens.word(at + 1), 3) or len(tokens.word(first - 1)) > 3 or at - first > LONGEST_RUN:
            break
        whole += tokens.word(at + 1)
        at += 2
    if at == first and len(whole) <= 2 and (lakh := _lakh_groups(tokens, at)) is not None:
        whole, at = whole + lakh[0], lakh[1]
    return _spaced_groups(tokens, whole, at) if at == first else (whole, at)


def _lakh_groups(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Groups of two before one of three, as in "1,00,000"."""
    found = ""
    begun = at
    while tokens.word(at) == "," and tokens.touches(at) and tokens.touches(at + 1) and at - begun < LONGEST_RUN:
        if found and _digits_only(tokens.word(at + 1), 3):
            return found + tokens.word(at + 1), at + 2
        if not _digits_only(tokens.word(at + 1), 2):
            break
        found, at = found + tokens.word(at + 1), at + 2
    return None


def _spaced_groups(tokens: Tokens, whole: str, at: int) -> tuple[str, int]:
    """Groups of three set off by hard or thin spaces, or by plain ones where they are zeros: "40 000"."""
    if len(whole) > 3 or whole[0] == "0":
        return whole, at
    begun = at
    while at - begun < LONGEST_RUN and _digits_only(tokens.word(at), 3):
        gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
        plain = gap == " " and (at > begun or tokens.word(at) == "000" or _digits_only(tokens.word(at + 1), 3))
        if gap not in {"\u00a0", "\u202f", "\u2009"} and not plain:
            break
        whole, at = whole + tokens.word(at), at + 1
    return whole, at


def _power_of_ten(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The exponent of "2.998×10−8", "6.2x10^-4" and "1e10", and the token after it."""
    if tokens.word(at) in {"×", "x", "*"} and tokens.word(at + 1) == "10":
        after = at + 2 + (tokens.word(at + 2) == "^")
        signed = after > at + 2
    elif tokens.word(at) == "e" and tokens.touches(at):
        after, signed = at + 1, True
    else:
        return None
    minus = tokens.word(after) == "-"
    after += minus or tokens.word(after) == "+"
    digits = tokens.word(after)
    if not (_digits_only(digits) and len(digits) <= 2 and tokens.touches(after) and (signed or minus)):
        return None
    return (-int(digits) if minus else int(digits)), after + 1


def _with_scale(tokens: Tokens, value: int | float, at: int) -> Numeral:
    word = tokens.word(at)
    hyphen = word == "-" and tokens.touches(at) and tokens.word(at + 1) in SCALES
    if hyphen:
        at, word = at + 1, tokens.word(at + 1)
    if word == "and" and tokens.word(at + 1) == "a" and tokens.word(at + 2) == "half":
        value, at = value + 0.5, at + 3
        word = tokens.word(at)
    if word in SCALES:
        scale, after = SCALES[word], at + 1
        if word in {"hundred", "thousand"} and tokens.word(after) in {"million", "billion", "thousand"}:
            scale, after = scale * SCALES[tokens.word(after)], after + 1
        value *= scale
        if (part := read_part(tokens, after)) is not None:
            value, after = value + part.value * scale, part.after
        rest = _rest(tokens, after, scale) if value == int(value) else None
        if rest is not None:
            value, after = value + rest[0], rest[1]
        return Numeral(_tidy(value), _tidy(value), after, scale, digits=True)
    short = 10**6 if tokens.raw(at) == "MM" else SHORT_SCALES.get(word)
    if short is not None and not _metres(tokens, at):
        apart = word in {"k", "bn", "mn", "mln", "trn", "bln", "tln", "tn", "mil"} or tokens.raw(at) in {"B", "M", "MM"}
        ends = not tokens.touches(at + 1) or not tokens.word(at + 1)[:1].isalnum()
        if ends and (tokens.touches(at) or (apart and not tokens.capital(at + 1))):
            return Numeral(_tidy(value * short), _tidy(value * short), at + 1, short, digits=True)
    return Numeral(value, value, at, digits=True)


def _rest(tokens: Tokens, at: int, scale: int) -> tuple[int | float, int] | None:
    """What goes on after digits and a scale: "and 21" of "3 hundred and 21", "3 hundred" of "4 thousand 3 hundred"."""
    if tokens.word(at) == "and":
        number = tokens.number(at + 1)
        if number is not None and scale in {100, 1000} and number < scale and tokens.word(at + 2) not in SCALES:
            follows = tokens.word(at + 2) == "." and tokens.touches(at + 2) and tokens.touches(at + 3)
            return None if follows else (number, at + 2)
        words = read_cardinal(tokens, at + 1) if scale in {100, 10**7} else None
        return (words.value, words.after) if words is not None and words.value < scale else None
    number = tokens.number(at)
    if number is not None and SCALES.get(tokens.word(at + 1), scale) * number < scale and scale == 1000:
        value, after = number * SCALES[tokens.word(at + 1)], at + 2
        more = _rest(tokens, after, 100)
        return (value + more[0], more[1]) if more is not None else (value, after)
    return None


def _metres(tokens: Tokens, at: int) -> bool:
    """Whether an "m" after digits means metres: a length word or a length in other units follows."""
    if tokens.raw(at) != "m":
        return False
    following = tokens.word(at + 1)
    if following in {"-", ","} and tokens.word(at + 2) in LENGTHS:
        return True
    if following == "(":
        for step in range(2, 12):
            word = tokens.word(at + step)
            if word == ")":
                return tokens.word(at + step + 1) == "-" and tokens.word(at + step + 2) in LENGTHS
            if word in {"ft", "feet", "foot", "yd", "yards", "inches", "in"}:
                return True
    return following in LENGTHS or (following == "x" and tokens.word(at + 2)[:1].isdigit())


def _vulgar(tokens: Tokens, above: int | float, slash: int) -> Numeral | None:
    if not _digits_only(tokens.word(slash + 1)):
        return None
    below, after = int(tokens.word(slash + 1)), slash + 2
    if not 1 < below <= 1000 or above >= below or (tokens.word(after) == "/" and tokens.touches(after)):
        return None
    return Numeral(above / below, above / below, after, shape="fraction", digits=True)


def _fraction(tokens: Tokens, index: int) -> Numeral | None:
    """Forms like "two-thirds", "a third of", "half a million", "three quarters of a million", "one and a half"."""
    word = tokens.word(index)
    above, at = 1, index
    if word in {"half", "halves"} or (word == "quarter" and tokens.word(index + 1) in SCALES):
        at = index + 1
    elif word in {"a", "an", "one"} and tokens.word(index + 1) in PARTS:
        at = index + 2
    elif word in {"a", "one"} and tokens.word(index + 1) == "-" and tokens.word(index + 2) in PARTS:
        at = index + 3
    else:
        count = read_cardinal(tokens, index)
        if count is None or not 1 < count.value < 100:
            return None
        at = count.after + 1 if tokens.word(count.after) == "-" else count.after
        if tokens.word(at) not in PARTS or tokens.word(at)[-1:] != "s":
            return None
        above, at = int(count.value), at + 1
    below = PARTS[tokens.word(at - 1)]
    named = tokens.word(at - 1) in ORDINALS or tokens.word(at - 1) == "quarter"
    if (
        named
        and at == index + 2
        and tokens.word(at) not in {"of", "the"}
        and not (word == "one" and not tokens.word(at)[:1].isalpha())
        and tokens.word(index - 1) not in {"by", "to", "nearly", "about"}
    ):
        return None
    value = above / below
    scale_at = at + (tokens.word(at) == "of")
    scale_at += tokens.word(scale_at) in {"a", "an"}
    if tokens.word(scale_at) in SCALES and (scale_at > at or word in {"half", "quarter"}):
        scale = SCALES[tokens.word(scale_at)]
        return Numeral(_tidy(value * scale), _tidy(value * scale), scale_at + 1, scale)
    if tokens.word(scale_at) == "dozen" and scale_at > at:
        return Numeral(_tidy(value * 12), _tidy(value * 12), scale_at + 1)
    if tokens.word(at) == "-" and tokens.touches(at):
        return None
    return Numeral(value, value, at, shape="fraction")


def _dozen(tokens: Tokens, index: int) -> Numeral | None:
    """Forms like "a dozen", "two dozen", "half a dozen", "a couple of"."""
    word = tokens.word(index)
    if word in {"a", "one"} and tokens.word(index + 1) in {"dozen", "score", "couple"}:
        value = {"dozen": 12, "score": 20, "couple": 2}[tokens.word(index + 1)]
        if value == 20 or (value == 2 and tokens.word(index + 2) != "of"):
            return None
        return Numeral(value, value, index + 2 + (value == 2))
    if word in {"a", "the"}:
        return None
    count = read_cardinal(tokens, index)
    if count is None and (digits := tokens.number(index)) is not None and tokens.word(index + 1) in DOZENS:
        return Numeral(digits * 12, digits * 12, index + 2, digits=True)
    if count is not None and tokens.word(count.after) in DOZENS:
        return Numeral(count.value * 12, count.value * 12, count.after + 1)
    return None


def _few_hundred(tokens: Tokens, index: int) -> Numeral | None:
    """Forms like "several hundred", "a few thousand"."""
    at = index + 1 if tokens.word(index) == "a" else index
    if tokens.word(at) not in {"few", "several", "couple"}:
        return None
    at += 1 + (tokens.word(at + 1) == "of")
    scale = 12 if tokens.word(at) == "dozen" else SCALES.get(tokens.word(at), 0)
    if not scale:
        return None
    if scale < 1000 and tokens.word(at + 1) in {"thousand", "million"}:
        scale, at = scale * SCALES[tokens.word(at + 1)], at + 1
    return Numeral(2 * scale, 9 * scale, at + 1, scale, "vague")


def _crowd(tokens: Tokens, index: int) -> Numeral | None:
    """Forms like "thousands of", "hundreds of thousands", "dozens"."""
    low = CROWDS[tokens.word(index)]
    after = index + 1
    if tokens.word(after) == "of" and tokens.word(after + 1) in CROWDS:
        low, after = low * CROWDS[tokens.word(after + 1)], after + 2
    if tokens.word(index) in {"tens", "scores"} and after == index + 1:
        return None
    return Numeral(low, low * 10, after, low, "vague")


def _digits_only(word: str, length: int | None = None) -> bool:
    return word.isascii() and word.isdigit() and (length is None or len(word) == length)


def _clings(tokens: Tokens, index: int) -> bool:
    """Whether the digits belong to a name or code before them: "COVID-19", "S23", "B-52", "1.2.3"."""
    before = tokens.word(index - 1)
    if before[-1:].isalnum():
        return True
    if before == "-" and tokens.word(index - 2) in {"minus", "negative", "to", "now", "sub", "then"}:
        return False
    if before in {"-", "/", ".", ":", "_", "#", "@", "&", "="} and tokens.touches(index - 1):
        return tokens.word(index - 2)[-1:].isalpha() or (before not in {"-"} and tokens.word(index - 2)[-1:].isalnum())
    return before in {"#", "@", "_"}


def _tidy(value: int | float) -> int | float:
    """A whole number as such, and floats without the dust of multiplication."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
