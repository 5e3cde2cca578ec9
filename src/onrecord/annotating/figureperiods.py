"""Over what period a figure is: the time of its own clause, or the nearest in its sentence that may date it."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.periods import is_ahead, is_own_period
from onrecord.annotating.surroundings import Surroundings, clause_of
from onrecord.language.numbers import Quantity
from onrecord.language.parsing import ParsedBlock
from onrecord.language.times import TimeMention
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

FARTHEST_PERIOD = 180
"""Weighted characters from a figure to a time in another clause that may still date it."""
SAYING = frozenset(
    {"said", "say", "says", "told", "announced", "added", "wrote", "reported", "stated", "saying", "tells"}
)
PLEDGED = frozenset({"pledged", "promised", "vowed", "planned", "ordered"})
"""Before a time after the number: the time of the promise, not of what is counted."""
_YEARLY = re.compile(r"\s(?:calendar|financial|fiscal|budget|school|academic|marketing|crop)\s(?:year|season)\b")
"""After a year: it is a period, and not what a thing is called by ("the 2023 law")."""


_BESIDE_ANOTHER = re.compile(
    r"\b(?:compared (?:with|to)|as against|against|versus|(?:up|down|cut|lowered|raised|revised) from"
    r"|(?:higher|lower|fewer|less|more|greater|larger|smaller|better|worse) than)\s(?=[^;]*\d)",
    re.IGNORECASE,
)
"""Between a number and a time: the time is of another number, or of none but that with which it is compared."""
_MEASURED_FROM = re.compile(
    r"(?:\b(?:changed|unchanged|compared|up|down|higher|lower|different|than|on)\s(?:with|to|from|on|in|at|during)?"
    r"|\bthan|\bversus|[%\w]\son)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""Before a time: what something is measured from ("little changed from March", "down 12% on February")."""
_WHEN = re.compile(r",\swhen\b")


def period_of(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", sentence: "Piece", *,
    quantities: tuple[Quantity, ...], used: TimeMention | None,
) -> Interval | None:  # fmt: skip
    """The interval that dates a quantity; a time in another clause only near it, and no deadline or day of speaking."""
    start, end = parsed.offset + sentence.start_char, parsed.offset + sentence.end_char
    first, last = clause_of(anchor)
    clause = (parsed.offset + first, parsed.offset + last)
    here = quantity.number.start + parsed.offset
    candidates = []
    for mention in around.times_in(start, end):
        if mention is used or not mention.resolved or mention.interval.precision in {"hour", "minute"}:
            continue
        if not is_own_period(around.text, mention) or is_ahead(anchor, mention) or _is_beside(parsed, anchor, mention):
            continue
        before = around.text[max(start, mention.span.start - 22) : mention.span.start].split()
        after = around.text[mention.span.end : mention.span.end + 14].split()
        if SAYING & {word.strip(",.").lower() for word in before[-2:]} and mention.interval.precision == "day":
            continue
        if PLEDGED & set(before[-2:]) and (mention.span.start > here or after[:1] == ["to"]):
            continue
        if mention.interval.precision == "day" and after and after[0].strip(",.").lower() in SAYING:
            continue
        names = mention.core.of(around.text).isdigit() and not _YEARLY.match(around.text, mention.core.end)
        if names and before and before[-1].lower() in {"the", "a", "this", "its", "his"}:
            continue
        if _is_another(around.text, mention, after=here):
            continue
        low, high = sorted((here, mention.span.start))
        outside = not (clause[0] <= mention.span.start and mention.span.end <= clause[1])
        if outside and mention.interval.precision == "day":
            continue
        distance = 80 * outside + high - low + 30 * around.text.count(",", low, high)
        distance += 60 * sum(1 for q in quantities if low < q.number.start + parsed.offset < high)
        if outside and distance > FARTHEST_PERIOD and mention.span.start - start > 25:
            continue
        candidates.append((distance, mention.span.start, mention))
    if not candidates:
        return None
    nearest = min(candidates)[2]
    past = nearest.limit == "since" and nearest.span.end <= here and _WHEN.match(around.text, nearest.span.end)
    return nearest.point if past else nearest.interval  # "the worst since 2019, when 88 people died"


def _is_another(text: str, mention: TimeMention, *, after: int) -> bool:
    """Whether a time after a number is of what the number is compared with, or measured from."""
    start = mention.span.start
    days = mention.interval.precision in {"day", "hour", "minute"}
    if not days and _MEASURED_FROM.search(text, max(0, start - 24), start) is not None:
        return True
    compared = _BESIDE_ANOTHER.search(text, after, start) if start > after else None
    return compared is not None and any(character.isdigit() for character in text[compared.end() : start])


def _is_beside(parsed: ParsedBlock, anchor: "Token", mention: TimeMention) -> bool:
    """Whether a number stands in an apposition that a time stands outside of: "on Friday in Ostby, a town of 600"."""
    current = anchor
    while current.head != current and current.pos_ not in {"VERB", "AUX"}:
        if current.dep_ == "appos":
            first, last = current.left_edge.idx + parsed.offset, current.right_edge.idx + parsed.offset
            return not first <= mention.core.start <= last
        current = current.head
    return False
