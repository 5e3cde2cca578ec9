"""Amounts told in two pieces, and units left out: "3 dollars 50 cents", "208 pounds to 193"."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.language.quantity import Quantity
from onrecord.model.spans import Span

_HANGING = re.compile(r"-,?\s?(?:(?:and|or|to)\s)?")
FARTHEST = 110
"""Characters from a number to the one it shares a unit with."""
WIDEST = 5
"""How many times larger one of two amounts in one unit may be than the other, to be told as a pair."""
CHANGE = {
    ("USD", "{US cent}"): 100, ("EUR", "{US cent}"): 100, ("GBP", "{penny}"): 100, ("[lb_av]", "{penny}"): 100,
    ("[ft_i]", "[in_i]"): 12, ("[lb_av]", "[oz_av]"): 16, ("[stone_av]", "[lb_av]"): 14,
}  # fmt: skip
"""A unit and its small change, and how many of that make one."""
_SHARED = frozenset({"money", "measure", "percent", "count", "duration"})
_ENDING = (",", ".", ";", ")", "", "—", "–", "-", ":", "?", "!")
_LEADS = frozenset(
    ["to", "from", "at", "of", "is", "was", "were", "are", "and", "or", "about", "around", "nearly", "over", "than",
     "by", "only", "just", "versus", "vs", "against", "almost", "some", "reached", "hit", "for", "between", "with",
     "below", "above", "under"]
)  # fmt: skip
_AFTER = frozenset(
    ["in", "a", "an", "per", "last", "for", "by", "during", "on", "as", "this", "and", "or", "to", "from", "while",
     "but", "at", "when", "after", "before", "or", "over", "under", "today", "yesterday", "now", "according"]
)  # fmt: skip


_PERIODS = frozenset(["year", "month", "week", "quarter", "day", "season", "same", "previous"])
"""Words after "the" that begin a time, so that a number before it has no noun: "up from 71m the year before"."""


def with_shared_units(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Quantities in order, each bare number with the unit of its pair where the words leave no doubt."""
    done: list[Quantity] = []
    for at, quantity in enumerate(found):
        shared = None
        if quantity.sort == "number" and quantity.kind != "multiple":
            after = found[at + 1] if at + 1 < len(found) else None
            if after is not None and (hung := _suspended(text, found, at)) is not None:
                shared = hung
            elif after is not None and (_part_of(text, quantity, after) or _changes_to(text, quantity, after)):
                shared = after
            elif done and _paired(text, done[-1], quantity):
                shared = done[-1]
            elif len(done) > 1 and done[-1].sort == "percent" and _paired(text, done[-2], quantity):
                shared = done[-2]
        done.append(_sharing(quantity, shared) if shared is not None else quantity)
    return done


def with_small_change(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Quantities in order, an amount and its small change as one: "3 dollars 50 cents", "5 feet 2 inches"."""
    done: list[Quantity] = []
    for quantity in found:
        whole = done[-1] if done else None
        parts = CHANGE.get((whole.unit, quantity.unit)) if whole is not None else None
        if whole is not None and parts is not None and quantity.value[0] < parts and whole.low is not None:
            between = text[whole.span.end : quantity.number.start]
            if (
                between.strip(" ,") in {"", "and"}
                and whole.value[0] == int(whole.value[0])
                and quantity.low is not None
            ):
                more = quantity.value[0] / parts
                done[-1] = msgspec.structs.replace(
                    whole, low=whole.low + more, high=None if whole.high is None else whole.high + more,
                    value=(whole.value[0] + more, whole.value[1] + more),
                    span=Span(whole.span.start, quantity.span.end),
                )  # fmt: skip
                continue
        done.append(quantity)
    return done


def _sharing(quantity: Quantity, other: Quantity) -> Quantity:
    sort = other.sort if other.sort in {"money", "measure", "percent", "count"} else quantity.sort
    kind = other.kind if sort == "percent" else quantity.kind
    return msgspec.structs.replace(quantity, unit=other.unit, sort=sort, kind=kind)


def _suspended(text: str, found: Sequence[Quantity], at: int) -> Quantity | None:
    """The quantity whose unit a suspended hyphen waits for: the 8 inches of "a 7- or 8-inch screen"."""
    for other in range(at + 1, min(at + 4, len(found))):
        between = text[found[other - 1].number.end : found[other].number.start]
        if not _HANGING.fullmatch(between):
            return None
        if text[found[other].number.end : found[other].number.end + 1] == "-" and found[other].unit != "1":
            return found[other]
    return None


def _paired(text: str, before: Quantity, quantity: Quantity) -> bool:
    if before.sort not in _SHARED or before.unit in {"1", "a"}:
        return False
    start, end = before.span.end, quantity.number.start
    if not 0 < end - start <= FARTHEST or "\n" in text[start:end] or ". " in text[start:end]:
        return False
    one, other = abs(before.value[1]), abs(quantity.value[1])
    if not one or not other or max(one, other) > WIDEST * min(one, other):
        return False
    lead = text[start:end].replace(",", " ").split()
    after = text[quantity.number.end : quantity.number.end + 20].lower().split()
    closes = text[quantity.number.end : quantity.number.end + 1] in _ENDING or (after and after[0] in _AFTER)
    closes = closes or (after[:1] == ["the"] and len(after) > 1 and after[1] in _PERIODS)
    return bool(lead) and lead[-1].lower() in _LEADS and bool(closes)


def _changes_to(text: str, quantity: Quantity, after: Quantity) -> bool:
    """Whether the number is where a change begins whose end has the unit: "from 400 to 200 mg/kg"."""
    if text[quantity.number.end : after.number.start] != " to " or after.sort not in {"money", "measure", "percent"}:
        return False
    one, other = abs(quantity.value[1]), abs(after.value[1])
    led = text[max(0, quantity.number.start - 5) : quantity.number.start] == "from "
    return led and bool(one) and bool(other) and max(one, other) <= 2 * WIDEST * min(one, other)


def _part_of(text: str, quantity: Quantity, whole: Quantity) -> bool:
    """Whether the number is a part of the amount after it: "280 million of the 1.5 billion euros"."""
    between = text[quantity.number.end : whole.span.start].split()
    return (
        whole.sort in {"money", "measure"}
        and 1 <= len(between) <= 3
        and between[0] in {"of", "out"}
        and quantity.value[1] < whole.value[0]
    )
