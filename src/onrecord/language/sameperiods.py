"""A period told before, in another year: "the same period last year", "the same months of 2021"."""

from datetime import date

from onrecord.language.calendar import Stretch, Unit, months_after, unit_of
from onrecord.language.lengths import timex_of
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import UNITS
from onrecord.language.tokens import Tokens
from onrecord.language.years import written_year


def read_same_period(context: Context, at: int) -> Reading | None:
    """Forms like "the same period last year": the period told before, moved to the year named."""
    tokens = context.tokens
    noun = tokens.word(at)
    if noun not in {
        "period",
        "time",
        "month",
        "week",
        "quarter",
        "day",
        "season",
        "point",
        "stretch",
        "months",
        "span",
        "date",
    }:
        return None
    after = at + 1
    if tokens.word(after) in {"in", "of", "during", "for", "from"}:
        after += 1
    if tokens.word(after) == "the":
        after += 1
    reference = context.period
    if noun in {"month", "week", "quarter", "day"}:
        unit: Unit = UNITS[noun]
        told = context.told_as(unit) or (context.today if _has_year(tokens, after) or unit != "day" else None)
        if told is None:
            return Reading(at + 1, None, "XXXX-XX-XX" if noun == "day" else "XXXX")
        reference = unit_of(told, unit)
    if noun in {"time", "point", "date"} and context.base is not None:
        reference = unit_of(context.base, "month")
    first, second = tokens.word(after), tokens.word(after + 1)
    year = written_year(context, after)
    shift = None
    end = after + 2
    if (first in {"last", "previous", "preceding", "prior"} and second == "year") or (
        first == "year" and second in {"before", "earlier", "prior"}
    ):
        shift = -1
    elif first in {"a", "one"} and second == "year" and tokens.word(after + 2) in {"ago", "earlier", "before"}:
        shift, end = -1, after + 3
    elif year is not None and reference is not None and (reference.start or reference.end):
        anchor_day = reference.start or reference.end
        shift, end = year[0] - (anchor_day.year if anchor_day else year[0]), year[1]
    if shift is not None:
        base = context.base
        if reference is None and base is not None:
            reference = unit_of(base, "year")
        if reference is None:
            return Reading(end, None, "XXXX")
        moved_to = Stretch(_years(reference.start, shift), _years(reference.end, shift), reference.precision)
        return Reading(end, moved_to, timex_of(moved_to))
    if noun in {"month", "week", "quarter", "day"} and reference is not None:
        return Reading(at + 1, reference, timex_of(reference))
    if noun in {"time", "point"}:
        return None if tokens.word(at + 1) in {"as", "of"} else Reading(at + 1, None, "null", sort="vague")
    if noun in {"period", "stretch", "months", "span"} and context.period is not None:
        return Reading(at + 1, context.period, timex_of(context.period))
    return None


def _years(day: date | None, shift: int) -> date | None:
    return None if day is None else months_after(day, 12 * shift)


def _has_year(tokens: Tokens, at: int) -> bool:
    return (
        tokens.word(at + 1) == "year"
        or tokens.word(at) == "year"
        or (len(tokens.word(at)) == 4 and tokens.word(at).isdigit())
    )
