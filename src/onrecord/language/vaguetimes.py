"""Times at large and repetitions: "now", "recently", "the future", "every week", "daily", "at night"."""

from onrecord.language.lengths import read_count
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import CLOCK_UNITS, DAY_PARTS, SEASONS, UNITS, WEEKDAYS

EVERY = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
         "annually": "year", "annual": "year", "nightly": "day", "hourly": "day"}  # fmt: skip


EVERY_CODES = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}


VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "formerly": "PAST_REF", "former": "PAST_REF",
    "recent": "PAST_REF", "current": "PRESENT_REF", "future": "FUTURE_REF",
}  # fmt: skip
"""Words for the past, the present and the future at large."""


def read_vague(context: Context, index: int) -> Reading | None:
    """A repetition, or a word for the past, the present or the future."""
    tokens = context.tokens
    word = tokens.word(index)
    if word in {"every", "each", "per"}:
        return _repeated(context, index)
    if word in EVERY:
        return Reading(index + 1, None, EVERY_CODES.get(EVERY[word], "XXXX"), sort="set")
    if word == "night":
        at_night = tokens.word(index - 1) == "at"
        return Reading(index + 1, None, "XXXX-XX-XXTNI", sort="vague") if at_night else None
    if word == "former" and (not tokens.word(index + 1).isalpha() or tokens.word(index + 1) in {"a", "an", "is"}):
        return None
    return Reading(index + 1, None, VAGUE[word], sort="vague")


def read_at_large(context: Context, index: int) -> Reading | None:
    """Forms like "the past", "the future", "at the time"."""
    tokens = context.tokens
    noun, following = tokens.word(index + 1), tokens.word(index + 2)
    if noun == "future":
        return Reading(index + 2, None, "FUTURE_REF", sort="vague")
    if noun == "past" and not following[:1].isalnum():
        return Reading(index + 2, None, "PAST_REF", sort="vague")
    if noun == "time" and tokens.word(index - 1) == "at" and following not in {"of", "when", "that"}:
        return Reading(index + 2, None, "null", sort="vague")
    return None


def _repeated(context: Context, index: int) -> Reading | None:
    tokens = context.tokens
    at = index + 1
    if tokens.word(at) in {"other", "single", "few"}:
        at += 1
    counted = read_count(context, at)
    at = counted[1] if counted else at
    word = tokens.word(at)
    if word in WEEKDAYS and counted is None:
        return Reading(at + 1, None, f"XXXX-WXX-{WEEKDAYS[word] + 1}", sort="set")
    if word in UNITS or word in WEEKDAYS or word in DAY_PARTS or word in CLOCK_UNITS or word in SEASONS:
        return Reading(at + 1, None, "XXXX", sort="set")
    return None
