"""Parts of what was counted before: "five of the eight came home", "nine of them were children"."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.language.numbers import Quantity
from onrecord.language.numberwords import TENS, UNITS
from onrecord.language.parsing import ParsedBlock
from onrecord.language.unittable import TIME
from onrecord.model.items import Figure
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_WORDS = "|".join([*UNITS, *TENS])
_OF_NUMBER = re.compile(
    rf"\sof\s(?:the|its|their|our|these|those|his|her|my|your)\s(?P<whole>\d[\d,]*|(?:{_WORDS})(?:-(?:{_WORDS}))?)\b"
)
_FURTHER = re.compile(r"\s(?:on|in|by|since|at|after|before|until|during|last|this|when|as|who|which|that|because)\b")
_KINDRED = re.compile(
    r"(?:(?:are|were|being|is|was|have been|had been)\s)?(?P<words>(?:(?:[a-z]+ed|[a-z]+al|young|old|local|foreign)\s)?"
    r"(?P<noun>[a-z]+))"
)
_SET_BESIDE = frozenset({"against", "with", "versus", "from", "than", "and", "but"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MOST_SAID = 4
FARTHEST_SENTENCES = 2
"""How many sentences before a part its whole may be named in."""


def whole_of(text: str, end: int) -> tuple[str, int] | None:
    """The number of the whole after a part, where no noun follows the part itself, and where it ends."""
    match = _OF_NUMBER.match(text, end)
    return (match["whole"], match.end()) if match is not None else None


def without_verb(parsed: ParsedBlock, quantity: Quantity) -> Quantity:
    """A count whose noun is the sentence's verb, as a number alone: "the 11 came home"."""
    if quantity.sort != "count" or quantity.noun is None or quantity.unit_span is not None:
        return quantity
    piece = parsed.doc.char_span(quantity.noun.start, quantity.noun.end, alignment_mode="expand")
    if piece is None or len(piece) != 1 or piece[0].tag_ not in _FINITE or piece[0].pos_ not in {"VERB", "AUX"}:
        return quantity
    return msgspec.structs.replace(
        quantity, sort="number", noun=None, unit="1", span=Span(quantity.span.start, quantity.number.end)
    )


def plural_before(blocks: Sequence[ParsedBlock], number: int, at: int) -> "Token | None":
    """The nearest plural noun in the sentences before a place, in its block or else the one above."""
    for parsed, until in ((blocks[number], at), *([(blocks[number - 1], None)] if number else [])):
        left = FARTHEST_SENTENCES
        for sentence in reversed(list(parsed.doc.sents)):
            if until is not None and sentence.start_char >= until:
                continue
            for token in reversed(list(sentence)):
                if until is not None and token.idx >= until:
                    continue
                if token.tag_ == "NNS" and token.lower_ not in TIME and token.lemma_.lower() not in TIME:
                    return token
            left -= 1
            if not left:
                break
    return None


def figure_of(figures: Sequence[Figure], whole: str) -> Figure | None:
    """The last figure that told of as many as the whole: "the eight engineers" before "five of the eight"."""
    value = _value(whole)
    return next((f for f in reversed(figures) if f.low == value and f.high == value and f.measures), None)


def said_of_part(text: str, end: int) -> str | None:
    """What is said of a part, in short and without times: "came home"."""
    words = _FURTHER.split(re.split(r"[,.;:!?()”\"]", text[end : end + 120], maxsplit=1)[0], maxsplit=1)[0].split()
    return " ".join(words[:MOST_SAID]) or None


def kin(parsed: ParsedBlock, part: str, start: int) -> tuple[str, str] | None:
    """What the counted of a part are, where a plural noun says so: "children", and its unit; from "are children"."""
    match = _KINDRED.fullmatch(part)
    if match is None:
        return None
    at = parsed.text.find(match["noun"], start)
    piece = parsed.doc.char_span(at, at + len(match["noun"])) if at >= 0 else None
    if piece is None or piece[0].tag_ != "NNS" or piece[0].dep_ == "dobj":
        return None
    return match["words"], piece[0].lemma_.lower()


def _value(words: str) -> int | None:
    if words[0].isdigit():
        return int(words.replace(",", ""))
    first, _, second = words.partition("-")
    return TENS.get(first, UNITS.get(first, 0)) + (UNITS.get(second, 0) if second else 0)


def is_of_one(parsed: ParsedBlock, quantity: Quantity, anchor: "Token", previous: Figure | None) -> bool:
    """Whether a number has its noun from the one before it: "41 people in March against 37 in February"."""
    if previous is None or previous.unit != quantity.unit or not previous.measures:
        return False
    led = parsed.text[: quantity.span.start].split()[-1:]
    if led != [] and led[0].lower() not in _SET_BESIDE:
        return False
    return previous.spans[0].start - parsed.offset >= anchor.sent.start_char
