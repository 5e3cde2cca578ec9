"""Numbers that are no quantity: labels, list numbers, phone numbers, scores, years, pronouns."""

from onrecord.language.numerals import Numeral
from onrecord.language.quantitywords import EMPTY_OF, LABELS, STOPS, WEAK_ONE, plural
from onrecord.language.timewords import MONTHS, WEEKDAYS
from onrecord.language.tokens import Tokens
from onrecord.language.units import UnitRead, physical, read_unit
from onrecord.language.unittable import TIME

MULTIPLIED = frozenset(
    {
        "the", "that", "what", "its", "their", "his", "her", "in", "to", "from", "as", "last", "by", "since", "our",
        "over", "this", ",", ".", "between", "those", "a", "within", "digits", "some", "production", "or",
    }
)  # fmt: skip
"""Words after "double" that make it multiply."""


INDEX_NAMES = frozenset(
    {"nasdaq", "ftse", "fortune", "russell", "stoxx", "nikkei", "sensex", "cac", "dax", "topix", "asx", "csi", "kospi",
     "tsx", "ibex", "euronext", "nifty", "msci", "hsi", "aim", "micex", "smi", "ta", "dow"}
)  # fmt: skip
"""Names of stock indices, after which a number belongs to the name."""
SMALL_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "new", "more"})


def excluded(tokens: Tokens, index: int, start: int, numeral: Numeral, sign: UnitRead | None) -> bool:
    """Whether the number is no quantity: a label, a list number, a phone number, a score, an empty "zero"."""
    after = numeral.after
    before, following = tokens.word(index - 1), tokens.word(after)
    if sign is not None or numeral.shape in {"vague", "multiple"}:
        if tokens.word(start) in {"twice", "thrice"} and following not in {
            "as",
            "the",
            "that",
            "what",
            "its",
            "their",
            "his",
            "her",
            "a",
        }:
            return True
        return following == "down" or (
            tokens.word(start) in {"double", "triple", "treble"} and _attributive(tokens, after)
        )
    if following in {"%", "percent"} or (following == "per" and tokens.word(after + 1) == "cent"):
        return False
    word = tokens.word(start)
    if word == "zero" and after == start + 1:
        return following in EMPTY_OF or following in {"-", "in", "to", "sum"} or not following[:1].isalpha()
    if word == "one" and after == start + 1 and _pronoun_one(tokens, start):
        return True
    if word in {"a", "an"} and after == start + 1:
        return True
    if (
        word == "half"
        and after == start + 1
        and (
            before in {"first", "second", "other", "better", "latter"}
            or following in {"-", "brother", "sister", "time"}
        )
    ):
        return True
    if before in {"first", "second", "third"} and word in {"half", "quarter"}:
        return True
    if not numeral.digits:
        return before == "-" and tokens.touches(index) and tokens.word(index - 2) not in {"mid"}
    return _no_figure_in_digits(tokens, index, numeral)


def _no_figure_in_digits(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    after = numeral.after
    before, following = tokens.word(index - 1), tokens.word(after)
    if tokens.touches(after) and (
        following[:1].isalpha() and following not in {"x", "s"} and read_unit(tokens, after) is None
    ):
        return True
    if (
        tokens.touches(after)
        and following == "-"
        and tokens.word(after + 1)[:1].isdigit()
        and tokens.touches(after + 1)
    ):
        return _score_or_phone(tokens, index, numeral)
    if following in {":"} and tokens.touches(after) and tokens.word(after + 1)[:1].isdigit():
        return True
    if following == "/" and tokens.word(after + 1)[:1].isdigit():
        return True
    if following in {"@", "_"} or (following in {"st", "nd", "rd", "th"} and tokens.touches(after)):
        return True
    if numeral.scale or numeral.low != int(numeral.low):
        return False
    first = (
        index == 0
        or tokens.words[index - 1] == "\n\n"
        or "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    )
    if first and following in {".", ")", ":"} and tokens.touches(after):
        return True
    if before in {"(", "["} and following in {")", "]"} and numeral.low < 100:
        return True
    if before == "." and tokens.word(index - 2) in {"no", "nos", "vol", "sec", "art", "ch", "pp", "p", "st", "rep"}:
        return True
    grouped = "," in tokens.text[tokens.starts[index] : tokens.ends[after - 1]]
    if following in {"zip", "postcode", "postal"} or _index_name(tokens, index):
        return True
    unit = read_unit(tokens, after)
    united = unit is not None and not (before in LABELS and len(following) == 1)
    counts = (
        united
        or plural(following)
        or following in {"-"}
        or (plural(tokens.word(after + 1)) and following not in STOPS)
        or following in TIME
        or physical(following)
    )
    if before in LABELS and not grouped and not counts and tokens.word(index - 2) != "the":
        return True
    if before == "#":
        return True
    camel = any(character.isupper() for character in tokens.raw(index - 1)[1:]) and not tokens.raw(index - 1).isupper()
    if camel and not grouped and not counts:
        return True
    if before == "." and tokens.word(index - 2) == "d" and tokens.word(index - 4) == "a":
        return True
    named = tokens.capital(index - 1) and before not in STOPS and not _sentence_start(tokens, index - 1)
    if (
        named
        and before not in MONTHS
        and before not in WEEKDAYS
        and not grouped
        and not counts
        and not following[:1].isalpha()
    ):
        return True
    if named and not grouped and not united and tokens.capital(after) and not plural(following):
        return True
    if not grouped and not united and _model_number(tokens, index, after):
        return True
    return 1900 <= numeral.low <= 2050 and not grouped and not counts and len(tokens.word(index)) == 4


def _index_name(tokens: Tokens, index: int) -> bool:
    """Whether the number belongs to the name of a stock index: "S&P 500", "Nasdaq 100", "TA-25"."""
    before = tokens.word(index - 1)
    if before == "p" and tokens.word(index - 2) == "&":
        return True
    if before in INDEX_NAMES and (tokens.capital(index - 1) or tokens.raw(index - 1).isupper()):
        return tokens.word(index + 1) != ","
    return False


def _model_number(tokens: Tokens, index: int, after: int) -> bool:
    """Whether digits and the singular name after them name a thing: "the 787 Dreamliner", "10 High Street"."""
    if not tokens.capital(after) or tokens.raw(after).isupper() or after != index + 1 or len(tokens.word(index)) > 4:
        return False
    for step in range(6):
        word = tokens.word(after + step)
        if plural(word):
            return 0 < step < 4 and tokens.word(index - 1) in SMALL_COUNTS and len(tokens.word(index)) == 3
        if not word[:1].isalpha() or word in STOPS:
            break
    return tokens.word(index - 1) not in {"about", "around", "nearly", "some", "over", "than"}


def _score_or_phone(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """Digits joined by a hyphen that are a score ("2-0"), a vote ("5-4") or a phone number."""
    after = numeral.after
    second = tokens.word(after + 1)
    end = after + 2
    if tokens.word(end) == "-" and tokens.touches(end) and tokens.word(end + 1)[:1].isdigit():
        return True
    if len(tokens.word(index)) == 3 and len(second) == 4:
        return True
    return second.isdecimal() and int(second) <= numeral.low and not numeral.scale


def _attributive(tokens: Tokens, after: int) -> bool:
    """Whether "double" and the like describe ("double standard", "triple bypass") instead of multiplying."""
    return tokens.word(after) not in MULTIPLIED


def _pronoun_one(tokens: Tokens, index: int) -> bool:
    """Whether "one" stands for somebody or something instead of counting."""
    before, following = tokens.word(index - 1), tokens.word(index + 1)
    if before in {
        "the",
        "this",
        "that",
        "which",
        "every",
        "each",
        "any",
        "no",
        "another",
        "new",
        "good",
        "bad",
        "big",
        "same",
        "other",
        "only",
        "first",
        "last",
        "next",
        "right",
        "wrong",
        "an",
        "own",
        "such",
        "great",
        "better",
    }:
        return following not in {"percent", "%"}
    if following == "of":
        return tokens.word(index + 2) in {"them", "us", "you", "which", "whom"}
    if following in {"in"}:
        return _no_number(tokens, index + 2)
    if following == "-" and read_unit(tokens, index + 1) is not None:
        return False
    if before == "a" or following in {"day", "another", "'", "-", "thing", "way", "hand", "side", "time", "point"}:
        return True
    return following in WEAK_ONE or not following[:1].isalpha()


def _no_number(tokens: Tokens, index: int) -> bool:
    """Whether no number follows, so that "one in" opens no share."""
    word = tokens.word(index)
    return not (
        word[:1].isdigit()
        or word in {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "every", "a"}
    )


def _sentence_start(tokens: Tokens, index: int) -> bool:
    before = tokens.word(index - 1)
    return index == 0 or before in {".", "!", "?", "\n\n", '"', "“", ":", "”"} or tokens.word(index) in STOPS
