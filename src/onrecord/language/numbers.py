"""Quantities in text: value or bounds, modifier, unit, what kind of number it is.

Reads tokens from left to right, each rule a bounded number of them. What no reader would call a figure
is left out or marked: dates, ordinals, labels ("Section 4"), phone numbers and scores are left out;
ages, lengths of time and "one of" carry a `sort` that says so.
"""

from collections.abc import Iterable

import msgspec

from onrecord.language.ellipsis import with_shared_units, with_small_change
from onrecord.language.nonfigures import excluded
from onrecord.language.numberwords import TENS
from onrecord.language.numberwords import UNITS as DIGIT_WORDS
from onrecord.language.numerals import CROWDS, FOLDS, GLYPHS, Numeral, read_numeral
from onrecord.language.quantity import Quantity, QuantitySort
from onrecord.language.quantitykinds import Seen, count_of, kind_of, modifier_of, per_of
from onrecord.language.times import Anchor, TimeMention, find_times
from onrecord.language.tokens import BREAK, Tokens, tokens_of
from onrecord.language.units import (
    DOLLAR_PREFIXES,
    LETTER_SIGNS,
    SIGNS,
    UnitRead,
    read_sign,
    read_unit,
)
from onrecord.language.unittable import CURRENCY_CODES
from onrecord.model.items import Modifier
from onrecord.model.spans import Span

__all__ = ["Quantity", "QuantitySort", "find_quantities"]

STARTERS = frozenset({*DIGIT_WORDS, *TENS, *CROWDS, *FOLDS, *GLYPHS, "a", "an", "half", "several", "halves"})
SIGN_STARTERS = frozenset({"y", *SIGNS, *DOLLAR_PREFIXES, *LETTER_SIGNS, *CURRENCY_CODES})
MINUSES = frozenset({"minus", "negative"})


RACES = frozenset(
    {"leads", "led", "lead", "leading", "trails", "trailed", "trailing", "trail", "beat", "beats", "ahead", "behind"}
)
"""Words before two numbers with "to" between that are two sides' and no range."""
RANGING = frozenset(
    {
        "range",
        "ranges",
        "ranged",
        "ranging",
        "run",
        "runs",
        "anywhere",
        "vary",
        "varies",
        "varying",
        "varied",
        "everything",
    }
)
"""Words before "from" that make what follows a range."""
NEIGHBOURS = 0.25
"""How far apart, of the lower, two numbers joined by "or" may be and still say one amount."""


def find_quantities(text: str, *, offset: int = 0, times: Iterable[TimeMention] | None = None) -> tuple[Quantity, ...]:
    """Every quantity of `text`, in order; `times` are the time expressions of `text`, read here if not given."""
    tokens = tokens_of(text)
    mentions = find_times(text, Anchor(None), every=True) if times is None else times
    dated = _covered(tokens, mentions)
    found: list[Quantity] = []
    index = 0
    while index < tokens.count:
        if index in dated:
            index = dated[index]
            continue
        word = tokens.words[index]
        if word == BREAK or not (
            word[0].isdigit() or word in STARTERS or word in SIGN_STARTERS or word in {".", "-"} or word in MINUSES
        ):
            index += 1
            continue
        read = _below_zero(tokens, index, dated) if word == "-" or word in MINUSES else _read(tokens, index, dated)
        if read is None:
            index += 1
            continue
        index, quantities = read
        found.extend(quantities)
    whole = with_shared_units(text, with_small_change(text, found))
    return tuple(_moved(quantity, offset) for quantity in whole)


def _covered(tokens: Tokens, mentions: Iterable[TimeMention]) -> dict[int, int]:
    """Tokens of dates, each with the token after its date. Lengths of time are quantities and stay."""
    covered: dict[int, int] = {}
    index = 0
    for mention in mentions:
        if mention.sort in {"duration", "vague"} or mention.value.startswith("P") or mention.limit in {"within", "in"}:
            continue
        if mention.sort == "set" and mention.value == "XXXX":
            continue
        while index < tokens.count and tokens.starts[index] < mention.core.start:
            index += 1
        first = index
        while index < tokens.count and tokens.ends[index] <= mention.core.end:
            index += 1
        if _measured(tokens, first, index):
            continue
        for at in range(first, index):
            covered[at] = index
    return covered


def _measured(tokens: Tokens, first: int, after: int) -> bool:
    """Whether what could be a year or a day carries a unit: "a 1520 sq m hall", "a 2.4GHz set"."""
    if not all(tokens.words[at].isdigit() or tokens.words[at] == "." for at in range(first, after)):
        return False
    unit = read_unit(tokens, after)
    measured = unit is not None and unit.sort in {"measure", "percent"}
    return measured and tokens.word(after) not in {"in", "a", "c", "f"}


def _read(tokens: Tokens, index: int, dated: dict[int, int]) -> tuple[int, list[Quantity]] | None:
    sign = read_sign(tokens, index)
    start = sign.after if sign else index
    if sign is not None and not tokens.word(start)[:1].isdigit() and tokens.word(start) != ".":
        return None
    numeral = read_numeral(tokens, start, signed=sign is not None)
    if numeral is None:
        return _skipped_run(tokens, index) if sign is None else None
    if any(at in dated for at in range(start, numeral.after)):
        return None
    if excluded(tokens, index, start, numeral, sign):
        return _run_end(tokens, numeral.after), []
    return _finish(tokens, index, numeral, sign, dated)


def _below_zero(tokens: Tokens, index: int, dated: dict[int, int]) -> tuple[int, list[Quantity]] | None:
    """A quantity with a minus before it: "-5", "minus 260 degrees", "-$3"."""
    at = index + 1
    if tokens.word(index) == "-":
        before = tokens.word(index - 1)
        open_left = index == 0 or not tokens.touches(index) or before in {"(", "[", BREAK}
        acronym = tokens.raw(index - 1).isupper() and len(before) > 1
        if not open_left or acronym or not tokens.touches(at) or before[-1:].isdigit():
            return None
    elif tokens.word(at) == "-":
        at += 1
    word = tokens.word(at)
    if at in dated or not (word[:1].isdigit() or word in STARTERS - {"a", "an"} or word in SIGNS or word == "."):
        return None
    read = _read(tokens, at, dated)
    if read is None or len(read[1]) != 1:
        return None
    after, (quantity,) = read
    low, high = quantity.value
    down = None if quantity.high is None else -quantity.high
    up = None if quantity.low is None else -quantity.low
    start = tokens.starts[index]
    negative = msgspec.structs.replace(
        quantity, low=down, high=up, value=(-high, -low), number=Span(start, quantity.number.end),
        span=Span(min(start, quantity.span.start), quantity.span.end),
    )  # fmt: skip
    return after, [negative]


def _skipped_run(tokens: Tokens, index: int) -> tuple[int, list[Quantity]] | None:
    """Steps over a digit run that is no number, so that none of its tail is read as one."""
    at = index
    while at < tokens.count and tokens.words[at][0].isdigit() and (at == index or tokens.touches(at)):
        at += 1
    return (at, []) if at > index else None


def _run_end(tokens: Tokens, after: int) -> int:
    """The token after digits joined by marks: "2-0", "555-123-4567", "0 / 5"."""
    while tokens.word(after) in {"-", "/", ":", "."} and tokens.word(after + 1)[:1].isdigit():
        if tokens.word(after) != "/" and not (tokens.touches(after) and tokens.touches(after + 1)):
            break
        after += 2
    return after


def _finish(
    tokens: Tokens, index: int, numeral: Numeral, sign: UnitRead | None, dated: dict[int, int]
) -> tuple[int, list[Quantity]]:
    unit = sign or read_unit(tokens, numeral.after, large=numeral.scale > 0) or _part_of_unit(tokens, numeral)
    after = numeral.after if sign else unit.after if unit else numeral.after
    first_end = numeral.after
    numeral = _scaled_by_goal(tokens, index, numeral, after)
    ranged = _ranged(tokens, index, numeral, after, unit=unit, sign=sign, dated=dated)
    modifier: Modifier | None = None
    if ranged is not None:
        numeral, unit, after = ranged
        first_end, modifier = numeral.after, "between"
    one_in = None if unit or numeral.shape != "whole" else _one_in(tokens, numeral)
    if one_in is not None:
        numeral, after, first_end = one_in, one_in.after, one_in.after
    seen = Seen(tokens, index, numeral, unit, after)
    written, modifier_start, modifier_end = modifier_of(seen)
    modifier = modifier if modifier is not None and written == "exact" else written
    after = max(after, modifier_end)
    counted = count_of(seen, after)
    sort, code = _sort(seen, counted is not None)
    if sort is None:
        return max(after, index + 1), []
    noun = None
    if counted is not None:
        noun = Span(tokens.starts[counted.first], tokens.ends[counted.last])
        if unit is None and numeral.shape not in {"fraction", "multiple"} and sort in {"count", "member"}:
            code = counted.unit
    per, per_after = per_of(seen, counted.last + 1 if counted and unit is None else after)
    kind, rise = kind_of(seen, sort, per)
    last = max(after - 1, counted.last if counted and sort in {"count", "member"} else 0, per_after - 1 if per else 0)
    low, high = _bounds(numeral, modifier, sort)
    apart = unit is not None and sign is None and unit.after > first_end
    quantity = Quantity(
        span=Span(tokens.starts[modifier_start], tokens.ends[last]),
        number=Span(tokens.starts[index], tokens.ends[first_end - 1]),
        low=low, high=high, value=(numeral.low, numeral.high), modifier=_named(numeral, modifier),
        unit=code, sort=sort, kind=kind, noun=noun, per=per, rise=rise,
        unit_span=Span(tokens.starts[first_end], tokens.ends[unit.after - 1]) if unit and apart else None,
    )  # fmt: skip
    named = counted is not None and any(tokens.words[at].isdigit() for at in range(counted.first, counted.last))
    return max(counted.last + 1 if counted and named else after, index + 1), [quantity]


def _part_of_unit(tokens: Tokens, numeral: Numeral) -> UnitRead | None:
    """The unit of a part: "half a mile", "1/16 of a US pint"."""
    if numeral.shape != "fraction":
        return None
    at = numeral.after + (tokens.word(numeral.after) == "of")
    if tokens.word(at) not in {"a", "an"}:
        return None
    at += 1
    unit = read_unit(tokens, at + (tokens.word(at) in {"us", "imperial"}))
    return unit if unit is not None and unit.sort in {"measure", "duration"} else None


def _named(numeral: Numeral, modifier: Modifier) -> Modifier:
    return "between" if numeral.low != numeral.high and modifier == "exact" else modifier


def _bounds(numeral: Numeral, modifier: Modifier, sort: str) -> tuple[int | float | None, int | float | None]:
    match modifier:
        case "more_than" | "at_least":
            return numeral.low, None
        case "less_than" | "at_most":
            return None, numeral.high
        case _:
            return numeral.low, numeral.high


def _sort(seen: Seen, counted: bool) -> tuple[QuantitySort | None, str]:
    """The sort of a quantity and its unit's code; no sort where it is none."""
    unit, numeral, tokens = seen.unit, seen.numeral, seen.tokens
    if unit is not None:
        if unit.sort == "duration":
            old = (
                tokens.word(unit.after) in {"old", "older"}
                or tokens.word(unit.after - 1) == "yo"
                or (tokens.word(unit.after) == "-" and tokens.word(unit.after + 1) == "old")
            )
            return (
                "age"
                if old or (tokens.word(unit.after) == "of" and tokens.word(unit.after + 1) == "age")
                else "duration"
            ), unit.code
        return unit.sort, unit.code  # type: ignore[return-value]
    if numeral.shape == "fraction":
        return "fraction", "1"
    if numeral.shape == "multiple":
        return "multiple", "1"
    if seen.times:
        return "multiple", "1"
    word = tokens.word(seen.start)
    if word == "one" and numeral.after == seen.start + 1:
        if tokens.word(numeral.after) == "of":
            return "member", "1"
        if not counted:
            return None, "1"
    if seen.age:
        return "age", "a"
    return ("count" if counted else "number"), "1"


def _ranged(
    tokens: Tokens, index: int, first: Numeral, after: int, *,
    unit: UnitRead | None, sign: UnitRead | None, dated: dict[int, int],
) -> tuple[Numeral, UnitRead | None, int] | None:  # fmt: skip
    """The second bound of "3-5%", "3 to 5 million", "between $3 and $5 million"."""
    joint = tokens.word(after)
    before = tokens.word(index - 1)
    if joint not in {"-", "to", "and", "or"} or first.shape == "vague" or after in dated:
        return None
    if joint == "to" and any(tokens.word(index - step) in RACES for step in range(1, 9)):
        return None
    if joint == "and" and before != "between" and tokens.word(index - 2) != "between":
        return None
    if joint == "to" and (before == "by" or (before == "from" and not _spans(tokens, index - 1))):
        return None
    at = after + 1 + (joint == "to" and tokens.word(after + 1) == "-")
    if joint == "-" and tokens.word(at) == "to" and tokens.word(at + 1) == "-":
        at += 2
    elif joint == "-" and tokens.word(at) == "to":
        at += 1
    second_sign = read_sign(tokens, at)
    at = second_sign.after if second_sign else at
    second = _bound_numeral(tokens, at, hyphen=joint == "-")
    if second is None or second.shape != first.shape or (at in dated and unit is None and not second.scale):
        return None
    low = first.low
    if second.scale and not first.scale and low < 1000:
        low = round(low * second.scale, 6)
        low = int(low) if low == int(low) else low
    if joint == "or" and not (second.high - low <= max(2, low * NEIGHBOURS)):
        return None
    if low >= second.high or (joint == "or" and (first.digits != second.digits)):
        return None
    joined = sign or second_sign or read_unit(tokens, second.after, large=second.scale > 0)
    if unit is not None and sign is None and (joined is None or joined.code != unit.code):
        return None
    end = second.after if sign or second_sign else joined.after if joined else second.after
    return Numeral(low, second.high, second.after, second.scale, second.shape, second.digits), joined, end


def _spans(tokens: Tokens, origin: int) -> bool:
    """Whether "from" opens a range ("range from 3 to 5 million") and not a change ("rose from 3 to 5 million")."""
    return any(tokens.word(origin - step) in RANGING for step in range(1, 5))


def _scaled_by_goal(tokens: Tokens, index: int, first: Numeral, after: int) -> Numeral:
    """Gives the "3" of "rose from 3 to 5 million" its scale."""
    if tokens.word(index - 1) != "from" or tokens.word(after) != "to" or first.scale or first.low >= 1000:
        return first
    second = read_numeral(tokens, after + 1)
    if second is None or not second.scale or second.shape != "whole":
        return first
    low, high = (round(value * second.scale, 6) for value in (first.low, first.high))
    return first._replace(low=int(low) if low == int(low) else low, high=int(high) if high == int(high) else high)


def _bound_numeral(tokens: Tokens, at: int, *, hyphen: bool) -> Numeral | None:
    if hyphen and tokens.word(at)[:1].isdigit():
        return read_numeral(tokens, at) if tokens.words[at].isascii() else None
    return read_numeral(tokens, at)


def _one_in(tokens: Tokens, numeral: Numeral) -> Numeral | None:
    """Shares like "one in five", "nine out of 10", "one of every three"."""
    at = numeral.after
    joint = tokens.word(at)
    if joint == "out" and tokens.word(at + 1) == "of":
        at += 2
    elif (joint == "of" and tokens.word(at + 1) == "every") or joint == "in":
        at += 1
    else:
        return None
    at += tokens.word(at) == "every"
    below = read_numeral(tokens, at)
    if below is None or below.shape != "whole" or numeral.low != numeral.high or not 1 < below.low <= 10**6:
        return None
    if numeral.low >= below.low or (numeral.low > 20 and joint == "in") or 1900 <= below.low <= 2100 or numeral.scale:
        return None
    if joint == "in" and (numeral.low > 9 or read_unit(tokens, below.after) is not None):
        return None
    value = numeral.low / below.low
    return Numeral(value, value, below.after, 0, "fraction", numeral.digits)


def _moved(quantity: Quantity, offset: int) -> Quantity:
    if not offset:
        return quantity

    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + offset, span.end + offset)

    return msgspec.structs.replace(
        quantity, span=move(quantity.span), number=move(quantity.number), noun=move(quantity.noun),
        unit_span=move(quantity.unit_span),
    )  # fmt: skip
