"""Limits: what "since", "until", "through", "by", "before", "after", "within" and "in" make of a time."""

import re
from typing import Literal

from onrecord.language.calendar import DAY, Stretch, moved, unit_of, year_of
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import AFTER, BEFORE, SINCE, THROUGH, UNTIL
from onrecord.model.times import Precision

Limit = Literal["at", "by", "since", "until", "through", "before", "after", "within", "in"]
"""How a preposition bounds the time after it."""

_HOURS = re.compile(r"PT(\d{1,4})H")
"""So many hours, as TIMEX3 writes them; they reach as many days as they touch."""


_PHRASES = {("later", "than"): "by", ("prior", "to"): "before", ("ahead", "of"): "before"}
"""Prepositions of several words by the one that bounds alike; "later than" only where "no" or "not" denies it."""


def led_by(context: Context, start: int) -> tuple[str, int]:
    """The preposition before an expression, or what one of several words stands for, and where it begins."""
    tokens = context.tokens
    lead = tokens.word(start - 1)
    meant = _PHRASES.get((tokens.word(start - 2), lead)) if start > 1 else None
    if meant is None:
        return lead, start - 1
    if meant == "before":
        return meant, start - 2
    denied = start > 2 and tokens.word(start - 3) in {"no", "not"}
    return (meant, start - 3) if denied else (lead, start - 1)


def limited(
    context: Context, lead: str, index: int, reading: Reading
) -> tuple[Limit, Stretch | None, Precision] | None:
    """What a preposition before an expression makes of it; nothing where it leaves the expression as it is."""
    stretch = reading.stretch
    if reading.sort == "duration":
        return _reaching(context, lead, index, reading)
    if reading.sort != "point":
        return None
    precision: Precision = stretch.precision if stretch else "span"
    limit: Limit | None = None
    bounded = stretch
    if lead in SINCE:
        limit, bounded = "since", Stretch(stretch.start, None, precision) if stretch else None
    elif lead in UNTIL:
        limit, bounded = "until", Stretch(None, stretch.end, precision) if stretch else None
    elif lead in THROUGH:
        first = None
        if stretch and stretch.end and precision in {"month", "quarter", "season", "half"}:
            first = year_of((stretch.end - DAY).year).start
        limit, bounded = "through", Stretch(first, stretch.end, "span" if first else precision) if stretch else None
    elif lead == "by":
        limit, bounded = "by", Stretch(None, stretch.end, precision) if stretch else None
    elif lead in BEFORE and _ends_there(context, index + 1):
        limit, bounded = "before", Stretch(None, stretch.end, precision) if stretch else None
    elif lead in BEFORE:
        limit, bounded = "before", Stretch(None, stretch.start, precision) if stretch else None
    elif lead in AFTER:
        limit, bounded = "after", Stretch(stretch.end, None, precision) if stretch else None
    return (limit, bounded, precision) if limit else None


def _reaching(
    context: Context, lead: str, index: int, reading: Reading
) -> tuple[Limit, Stretch | None, Precision] | None:
    """Forms like "within six months", "in two weeks": a length counted from the anchor, where the verbs look ahead."""
    base = context.base
    if base is None or lead not in {"within", "in"} or context.anchor.narrative:
        return None
    hours = _HOURS.fullmatch(reading.value)
    if reading.amount is None and hours is None:
        return None
    timed = context.tokens.word(reading.after - 1) == "time"
    if context.tokens.word(reading.after) in {"of", "after", "before", "from"}:
        return None
    direction = context.direction_at(index)
    count, unit = reading.amount or (-(-int(hours[1]) // 24) if hours else 0, "day")
    goal = moved(base, count, unit)
    if lead == "within" and direction is not False:
        return "within", Stretch(base, goal + DAY, "span"), "span"
    if lead == "in" and (direction is True or timed):
        stretch = unit_of(goal, "year" if unit in {"decade", "century"} else unit)
        return "in", stretch, stretch.precision
    return None


def _ends_there(context: Context, index: int) -> bool:
    """Whether the expression is "the end of …", before which all but its end lies."""
    at = index + 1 if context.tokens.word(index) == "the" else index
    return context.tokens.word(at) in {"end", "close"}
