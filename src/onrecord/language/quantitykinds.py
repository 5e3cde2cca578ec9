"""What surrounds a number and makes it what it is: modifiers, counted nouns, rates, changes, and what is no figure."""

from typing import NamedTuple

from onrecord.language.numberwords import SCALES
from onrecord.language.numerals import Numeral
from onrecord.language.quantitywords import (
    AFTERWARDS,
    BEFORE,
    FALLS,
    NEGATED_BEFORE,
    NEUTRAL_BEFORE,
    PLURAL_NOUNS,
    RATE_NOUNS,
    RISES,
    STOPS,
    WEAK_ONE,
    plural,
    singular,
)
from onrecord.language.tokens import Tokens
from onrecord.language.units import UnitRead, read_over
from onrecord.language.unittable import TIME
from onrecord.model.items import FigureKind, Modifier

NOUN_REACH = 6
"""Words looked over for the noun that a number counts."""


LIMITS = frozenset({"below", "above", "under", "past", "beneath"})
"""Words between a verb of change and the level that it came to or passed."""
CHANGE_NOUNS = frozenset(
    ["growth", "increase", "increases", "decrease", "decreases", "reduction", "reductions", "hike", "hikes", "uptick"]
)
"""Nouns of change: "growth below 2%" is by how much, and no level."""
HEDGES = frozenset({"about", "around", "nearly", "almost", "roughly", "some", "just", "only", "more", "less", "than"})


COMPARATIVES = frozenset(
    {
        "more", "higher", "greater", "larger", "bigger", "faster", "longer", "stronger", "less", "fewer", "lower",
        "smaller", "cheaper", "as", "the", "that", "what", "worse", "better", "likelier", "its", "their", "his",
        "her", "deadlier", "costlier", "heavier", "our",
    }
)  # fmt: skip


class Seen(NamedTuple):
    """A number with its unit, where it stands, and the token after both."""

    tokens: Tokens
    start: int
    numeral: Numeral
    unit: UnitRead | None
    after: int

    @property
    def times(self) -> bool:
        """Whether the number multiplies: "ten times higher", "50 times more"."""
        if self.tokens.word(self.after) == "x" and self.tokens.touches(self.after):
            return True
        if self.tokens.word(self.after) not in {"times", "time"} or self.tokens.word(self.after - 1) == "-":
            return False
        return self.tokens.word(self.after + 1) in COMPARATIVES

    @property
    def age(self) -> bool:
        """Whether the number is a person's age: "Ann Lee, 44, of", "aged 44", "a 44-year-old"."""
        tokens, value = self.tokens, self.numeral.low
        if not (1 <= value <= 110) or self.numeral.scale or value != int(value):
            return False
        before = tokens.word(self.start - 1)
        if before in {"aged", "age", "ages"}:
            return True
        framed = before == "," and tokens.word(self.after) in {",", ".", ";", ")"} and self.numeral.digits
        return framed and tokens.capital(self.start - 2)


class Counted(NamedTuple):
    """The noun phrase after a number: first and last token, and the head's singular."""

    first: int
    last: int
    unit: str


def modifier_of(seen: Seen) -> tuple[Modifier, int, int]:
    """How the words around bound the number; the tokens where the modified quantity begins and ends."""
    tokens, start, end = seen.tokens, seen.start, seen.after
    for extent in (end, seen.numeral.after):
        for length in (2, 1):
            words = tuple(tokens.word(extent + at) for at in range(length))
            if words in AFTERWARDS:
                return AFTERWARDS[words], start, max(end, extent + length)
    at = start
    while tokens.word(at - 1) in NEUTRAL_BEFORE and start - at < 3 and tokens.word(at - 1) != "of":
        at -= 1
    for position in dict.fromkeys((start, at)):
        for length in (4, 3, 2, 1):
            words = tuple(tokens.word(position - length + step) for step in range(length))
            if words not in BEFORE:
                continue
            modifier = BEFORE[words]
            if words == ("up", "to") and _towards(tokens.word(position - 3)):
                continue
            if words == ("over",) and tokens.word(position - 2) in {"taken", "turned", "took", "all", "handed"}:
                continue
            if words in {("about",), ("around",)} and tokens.word(position - 2) in {
                "talked",
                "talk",
                "was",
                "know",
                "all",
            }:
                continue
            negated = tokens.word(position - length - 1) in {"not", "no", "never", "n't"}
            return (NEGATED_BEFORE.get(modifier, modifier) if negated else modifier), position - length, end  # type: ignore[return-value]
    return "exact", start, end


def _towards(word: str) -> bool:
    """Whether "up to" after the word tells where something moved: "climbed up to", "back up to", "brings it up to"."""
    return word in RISES or word in {
        "back",
        "went",
        "goes",
        "going",
        "gone",
        "total",
        "number",
        "it",
        "edged",
        "inched",
    }


def count_of(seen: Seen, after: int) -> Counted | None:
    """The noun phrase that the number counts, or that its unit measures ("pounds of rice", "70 percent of voters")."""
    tokens = seen.tokens
    at = after
    if seen.unit is not None or seen.numeral.shape in {"vague", "fraction"}:
        if tokens.word(at) != "of":
            if seen.unit is not None:
                return None
        else:
            at += 1
            while tokens.word(at) in {
                "the",
                "all",
                "those",
                "these",
                "their",
                "its",
                "his",
                "her",
                "our",
                "a",
                "an",
                "such",
                "my",
            }:
                at += 1
    elif (
        tokens.word(at) == "of"
        and tokens.word(seen.start) == "one"
        and tokens.word(at + 1) in {"the", "their", "its", "his", "our", "my", "these", "those", "her", "america"}
    ):
        at += 2
    elif tokens.word(at) == "-" and tokens.touches(at) and tokens.word(at + 1)[:1].isalpha():
        at += 1
        return Counted(at, at, singular(tokens.word(at))) if tokens.word(at) not in STOPS else None
    first = at
    hyphened = False
    for reach in range(NOUN_REACH):
        word = tokens.word(at + reach)
        if word == "-" and reach:
            hyphened = True
            continue
        if reach and not hyphened and word.isdigit() and tokens.word(at + reach + 1)[:1].isalpha():
            continue
        if not word[:1].isalpha() or (word in STOPS and not (word == "us" and tokens.raw(at + reach).isupper())):
            if word == "." and len(tokens.word(at + reach - 1)) == 1 and tokens.word(at + reach + 1)[:1].isalpha():
                continue
            break
        if word in SCALES and not reach:
            break
        if plural(word) and not (hyphened and reach < 2):
            last = at + reach
            while plural(tokens.word(last + 1)) and tokens.word(last + 1) in PLURAL_NOUNS:
                last += 1
            return Counted(first, last, singular(tokens.word(last)))
    if seen.unit is None and seen.numeral.shape == "whole" and _attribute(tokens, seen.start, after):
        return Counted(after, after, singular(tokens.word(after)))
    one = seen.numeral.low == 1 and tokens.word(seen.start) == "one" and not seen.numeral.digits
    if one and tokens.word(after)[:1].isalpha() and tokens.word(after) not in STOPS | WEAK_ONE:
        return Counted(after, after, singular(tokens.word(after)))
    return None


def _attribute(tokens: Tokens, start: int, after: int) -> bool:
    """Whether the number and the singular after it describe a noun: "a three course meal", "the 11 member bloc"."""
    if tokens.word(start - 1) not in {"a", "an", "the"} and tokens.word(start - 2) not in {"a", "an"}:
        return False
    first, second = tokens.word(after), tokens.word(after + 1)
    if not (first.isalpha() and second.isalpha()) or {first, second} & STOPS:
        return False
    return not (tokens.capital(after) or tokens.capital(after + 1) or first in SCALES)


def per_of(seen: Seen, at: int) -> tuple[str | None, int]:
    """What a rate is over: "a year", "per 100,000 people", "each day", "annually"."""
    tokens = seen.tokens
    word, following = tokens.word(at), tokens.word(at + 1)
    if word in {"a", "an"} and _tells_when(tokens, at + 2):
        return None, at
    if word in {"a", "an", "per", "each", "every"} and (following in TIME or following[:-1] in TIME):
        unit = following if following in TIME else following[:-1]
        return TIME[unit], at + 2
    if word == "per" and (over := read_over(tokens, at + 1)) is not None:
        return over
    if word == "/" and seen.unit is not None and (over := read_over(tokens, at + 1)) is not None:
        return over
    if word in {"per"} and following[:1].isalpha():
        return following, at + 2
    if word == "/" and following in {"day", "month", "year", "week", "hour"}:
        return TIME[following], at + 2
    if word in {"annually", "yearly"}:
        return "a", at + 1
    if word in {"daily", "monthly", "weekly"}:
        return {"daily": "d", "monthly": "mo", "weekly": "wk"}[word], at + 1
    if word == "apiece" or (word == "each" and not following[:1].isalpha()):
        return "each", at + 1
    return None, at


def _tells_when(tokens: Tokens, at: int) -> bool:
    """Whether a word after "a year" makes it the time of a number: "450 deaths a year earlier", "a year before"."""
    if tokens.word(at) in {"ago", "earlier", "later", "previously"}:
        return True
    further = tokens.word(at + 1)
    return tokens.word(at) in {"before", "after"} and (not further[:1].isalnum() or further in {"and", "but", "that"})


def kind_of(seen: Seen, sort: str, per: str | None) -> tuple[FigureKind, bool | None]:
    """The kind of figure, and for a change whether it is a rise."""
    tokens = seen.tokens
    rise = _change(seen)
    if sort == "percent":
        if rise is not None:
            return "percent_change", rise
        window = [tokens.word(at) for at in range(seen.start - 5, seen.after + 4)]
        if any(word in RATE_NOUNS for word in window) and tokens.word(seen.after) != "of":
            return "rate", None
        return "share", None
    if sort == "multiple":
        return "multiple", not (tokens.word(seen.after + 1) in FALLS or seen.numeral.low < 1)
    if sort == "fraction":
        return ("percent_change", rise) if rise is not None and tokens.word(seen.after) != "of" else ("share", None)
    return ("rate" if per and per != "each" else "absolute"), rise


def _change(seen: Seen) -> bool | None:
    """Whether the words around say that the number is by how much something rose or fell."""
    tokens = seen.tokens
    following = [tokens.word(seen.after + step) for step in range(2)]
    if following[0] not in {"of", "or", "and", "but"}:
        for word in following if following[0][:1].isalpha() else []:
            if word in {
                "increase",
                "rise",
                "jump",
                "surge",
                "growth",
                "hike",
                "more",
                "higher",
                "gain",
                "spike",
                "uptick",
                "raise",
                "boost",
            }:
                return True
            if word in {
                "decrease",
                "decline",
                "drop",
                "fall",
                "reduction",
                "cut",
                "less",
                "fewer",
                "lower",
                "loss",
                "dip",
            }:
                return False
    if tokens.word(seen.start - 1) == "from":
        return None  # where something began, and not by how much it changed
    for step in range(1, 5):
        word = tokens.word(seen.start - step)
        if word == "as" and tokens.word(seen.start - step + 1) in {"high", "low"}:
            return None
        if word in LIMITS and tokens.word(seen.start - step - 1) not in CHANGE_NOUNS:
            return None  # "fell below 7%" tells what it came to
        if word == "from" and all(tokens.word(seen.start - near) in HEDGES for near in range(1, step)):
            return None
        if word in {",", ".", ";", "that", "but", "while", "than", "(", "to"}:
            if word == "than" or (word == "to" and tokens.word(seen.start - step - 1) == "up"):
                continue
            if word == "(":
                continue
            return None
        if word in RISES - {"more"}:
            return True
        if word in FALLS - {"less", "fewer"}:
            return False
    return None
