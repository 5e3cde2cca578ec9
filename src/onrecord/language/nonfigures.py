"""Numbers that are no quantity: labels, list numbers, phone numbers, scores, years, pronouns."""

from onrecord.language.numerals import Numeral
from onrecord.language.quantitywords import EMPTY_OF, LABELS, STOPS, WEAK_ONE, plural
from onrecord.language.timewords import MONTHS, WEEKDAYS
from onrecord.language.tokens import Tokens
from onrecord.language.units import PHYSICAL, TIME, UnitRead

MULTIPLIED = frozenset(
    {
        "the", "that", "what", "its", "their", "his", "her", "in", "to", "from", "as", "last", "by", "since", "our",
        "over", "this", ",", ".", "between", "those", "a", "within", "digits", "some", "production", "or",
    }
)  # fmt: skip
"""Words after "double" that make it multiply."""


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
        following[:1].isalpha() and following not in PHYSICAL and following not in {"x", "s", "g", "l", "m"}
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
    counts = (
        plural(following)
        or following in {"-"}
        or plural(tokens.word(after + 1))
        or following in TIME
        or following in PHYSICAL
    )
    if before in LABELS and not grouped and not counts and tokens.word(index - 2) != "the":
        return True
    if before == "#":
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
    if named and not grouped and tokens.capital(after) and not plural(following):
        return True
    return 1900 <= numeral.low <= 2050 and not grouped and not counts and len(tokens.word(index)) == 4


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
