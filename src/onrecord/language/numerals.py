"""Numbers as written: "25,500", "1.7 million", "£2.9bn", "two-thirds", "half a million", "hundreds of thousands"."""

from typing import Literal, NamedTuple

from onrecord.language.numberwords import ORDINAL_ENDINGS, ORDINALS, SCALES, read_cardinal
from onrecord.language.tokens import Tokens

Shape = Literal["whole", "fraction", "vague", "multiple"]

SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12}
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


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """Read one number at `index`, with its scale."""
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
        return _digits(tokens, index)
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
    if tokens.word(after) == "point" and (fraction := read_cardinal(tokens, after + 1)) and 0 <= fraction.value < 100:
        text = f"{value}.{fraction.value}"
        value, after = float(text), fraction.after
        if (scale := SCALES.get(tokens.word(after), 0)) != 0:
            return Numeral(_tidy(value * scale), _tidy(value * scale), after + 1, scale)
    if tokens.word(after) == "-" and tokens.word(after + 1) == "fold":
        return Numeral(value, value, after + 2, shape="multiple")
    return Numeral(value, value, after, scale)


def _digits(tokens: Tokens, index: int) -> Numeral | None:
    """Digits with grouping commas, a decimal point, a vulgar fraction, a scale."""
    if tokens.touches(index) and _clings(tokens, index):
        return None
    whole, at = ("0", index) if tokens.word(index) == "." else (tokens.word(index), index + 1)
    if not whole.isascii() or not whole.isdigit():
        return None
    if tokens.word(index) != "." and at < tokens.count and tokens.touches(at) and tokens.word(at)[0].isdigit():
        return None
    first = at
    while (
        tokens.word(at) == ","
        and tokens.touches(at)
        and tokens.touches(at + 1)
        and _digits_only(tokens.word(at + 1), 3)
    ):
        if len(tokens.word(first - 1)) > 3 or at - first > LONGEST_RUN:
            break
        whole += tokens.word(at + 1)
        at += 2
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
    return _with_scale(tokens, value, at)


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
        return Numeral(_tidy(value * scale), _tidy(value * scale), after, scale, digits=True)
    short = SHORT_SCALES.get(word)
    if short is not None and (tokens.touches(at) or word in {"bn", "mn", "mln", "trn"}):
        ends = not tokens.touches(at + 1) or not tokens.word(at + 1)[:1].isalnum()
        if ends:
            return Numeral(_tidy(value * short), _tidy(value * short), at + 1, short, digits=True)
    return Numeral(value, value, at, digits=True)


def _vulgar(tokens: Tokens, above: int | float, slash: int) -> Numeral | None:
    below = int(tokens.word(slash + 1))
    after = slash + 2
    if not 1 < below <= 1000 or above >= below or (tokens.word(after) == "/" and tokens.touches(after)):
        return None
    return Numeral(above / below, above / below, after, shape="fraction", digits=True)


def _fraction(tokens: Tokens, index: int) -> Numeral | None:
    """Forms like "two-thirds", "a third of", "half a million", "three quarters of a million", "one and a half"."""
    word = tokens.word(index)
    above, at = 1, index
    if word in {"half", "halves"}:
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
        and tokens.word(index - 1) not in {"by", "to", "nearly", "about"}
    ):
        return None
    value = above / below
    scale_at = at + (tokens.word(at) == "of")
    scale_at += tokens.word(scale_at) in {"a", "an"}
    if tokens.word(scale_at) in SCALES and scale_at > at:
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
    if count is not None and tokens.word(count.after) == "dozen":
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
    if before in {"-", "/", ".", ":", "_", "#", "@", "&", "="} and tokens.touches(index - 1):
        return tokens.word(index - 2)[-1:].isalpha() or (before not in {"-"} and tokens.word(index - 2)[-1:].isalnum())
    return before in {"#", "@", "_"}


def _tidy(value: int | float) -> int | float:
    """A whole number as such, and floats without the dust of multiplication."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
