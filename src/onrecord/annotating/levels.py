"""What a number is the level or the distance of: "raised its checks from 5 to 40", "20 miles north of the port"."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.restrictions import restricted
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.numbers import Quantity
from onrecord.language.parsing import ParsedBlock
from onrecord.model.identity import content_id
from onrecord.model.items import Figure

if TYPE_CHECKING:
    from onrecord.language.trees import Token

MOVING = frozenset(
    {
        "raise", "double", "treble", "triple", "quadruple", "halve", "increase", "cut", "lower", "reduce", "slash",
        "trim", "expand", "bring", "lift", "boost", "drop", "push", "extend", "shorten", "limit", "cap", "move",
        "revise", "correct", "update", "upgrade", "downgrade",
    }
)  # fmt: skip
"""Verbs whose object goes from one level to another, or to it."""
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|some\s|nearly\s|just\s|only\s|roughly\s)?\Z")
_TO_LEVEL = re.compile(
    r"(?:\s(?:of|in)\s(?:\w+\s){0,3}?\w+)?,?\sto\s(?:about\s|around\s|some\s|nearly\s|just\s|only\s|roughly\s)?\Z"
)
_AT_LEVEL = re.compile(r"\sto\s(?:about\s|around\s|some\s|nearly\s|just\s|only\s|roughly\s)?[\d£$€]")
_COMPASS = r"(?:due\s)?(?:north|south|east|west)(?:-?(?:east|west))?(?:wards?)?"
_AWAY = re.compile(
    rf"\s(?P<way>(?:(?:{_COMPASS}|away|off|inland|upstream|downstream|outside|along\sthe\s\w+)\s)?)(?P<lead>of|from)\s"
    rf"|\s(?P<alone>{_COMPASS}|off|outside)\s(?=[\w’'])"
)
_LENGTHS = frozenset({"[mi_i]", "km", "m", "[ft_i]", "[yd_i]", "[nmi_i]"})


def moved(around: Surroundings, parsed: ParsedBlock, verb: "Token", anchor: "Token") -> "Token | None":
    """What a verb moves to the level that a number names, or by a factor: "its checks"."""
    if verb.lemma_ not in MOVING:
        return None
    noun = next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"}), None)
    if noun is None or noun.left_edge.i <= anchor.i <= noun.right_edge.i:
        return None
    if anchor.i == verb.i:
        return noun
    leads = {child.i for child in (*verb.children, *noun.children) if child.lower_ in {"from", "to"}}
    current = anchor
    for _ in range(6):
        if current.i in leads:
            return noun
        if current.head == current:
            break
        current = current.head
    return None


def counted_in(noun: "Token") -> str | None:
    """The unit of what a noun counts: "test" of "the number of tests" and of "its tests"."""
    if noun.lemma_.lower() == "number":
        joint = next((child for child in noun.children if child.lower_ == "of"), None)
        noun = next((child for child in joint.children if child.dep_ == "pobj"), noun) if joint is not None else noun
    return noun.lemma_.lower() if noun.tag_ == "NNS" else None


def opens_a_change(text: str, quantity: Quantity) -> bool:
    """Whether a number is where something began that ended at another: "from 50 to 100"."""
    return (
        _FROM.search(text, max(0, quantity.span.start - 20), quantity.span.start) is not None
        and _AT_LEVEL.match(text, quantity.span.end) is not None
    )


def levelled(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures with one measure and unit for both levels of "from 40 to 10 per cent"."""
    kept = list(figures)
    for at, (one, other) in enumerate(pairwise(figures)):
        start, end = one.spans[0].start, one.spans[-1].end
        if not 0 <= other.spans[0].start - end <= 60 or other.measures is None or one.kind == "multiple":
            continue
        joined = _FROM.search(text, max(0, start - 20), start) and _TO_LEVEL.fullmatch(text, end, other.spans[0].start)
        if joined is None:
            continue
        unit = other.unit if one.unit == "1" else one.unit
        if unit == other.unit and one.holder == other.holder:
            named = content_id("figure", one.document, one.spans, one.low, one.high, unit)
            kept[at] = msgspec.structs.replace(
                one, id=named, measures=other.measures, unit=unit, score=max(one.score, other.score)
            )
    return kept


def distance(around: Surroundings, parsed: ParsedBlock, quantity: Quantity) -> str | None:
    """What a length is the distance of: "distance from the bridge", "distance north of the capital"."""
    if quantity.sort != "measure" or quantity.unit not in _LENGTHS:
        return None
    way = _AWAY.match(parsed.text, quantity.span.end)
    if way is None or (way["lead"] == "of" and not way["way"] and quantity.low is not None):
        return None  # "40 miles of pipe" is no distance, "within 40 miles of the port" is
    first = parsed.doc.char_span(way.end(), way.end() + 1, alignment_mode="expand")
    if first is None or not len(first):
        return None
    head = first[0]
    while head.dep_ not in {"pobj", "dobj", "ROOT"} and head.head.i > head.i:
        head = head.head
    words = restricted(around, parsed, head, head.left_edge.idx, verb=False)
    if words is None or head.pos_ not in {"NOUN", "PROPN"}:
        return "distance"
    whither = (way["way"] or "").strip() or way["alone"] or ""
    lead = "from" if whither in {"", "away"} or way["lead"] == "from" else "of" if way["lead"] else ""
    article = "the " if parsed.text[head.left_edge.idx :].lower().startswith("the ") else ""
    return " ".join(filter(None, ("distance", whither if whither != "away" else "", lead, f"{article}{words[0]}")))


def rate_of(around: Surroundings, parsed: ParsedBlock, quantity: Quantity) -> str | None:
    """The restriction that follows a rate: "of deckhands" in "40 falls a month of deckhands"."""
    text = parsed.text
    if text[quantity.span.end : quantity.span.end + 4] != " of ":
        return None
    joint = parsed.doc.char_span(quantity.span.end + 1, quantity.span.end + 3)
    head = next((child for child in joint[0].children if child.dep_ == "pobj"), None) if joint is not None else None
    words = restricted(around, parsed, head, head.left_edge.idx, verb=False) if head is not None else None
    return f"of {words[0]}" if words else None
