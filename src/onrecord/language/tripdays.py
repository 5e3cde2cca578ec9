"""Days counted from the beginning of a trip, meeting or trial: "day two", "the third evening"."""

from onrecord.language.calendar import DAY, Stretch
from onrecord.language.lengths import timex_of
from onrecord.language.numberwords import UNITS, read_ordinal
from onrecord.language.timereading import Context, Reading
from onrecord.language.timewords import DAY_PARTS

BEGINNINGS = frozenset(
    {
        "arrive", "arrived", "arrives", "arriving", "began", "begin", "begins", "beginning", "open", "opened", "opens",
        "start", "started", "starts", "starting", "kicked", "kicks", "landed", "lands", "launched", "embarked",
    }
)  # fmt: skip
BEFORE_REACH, AFTER_REACH = 9, 5
"""Words around a date in which a verb makes it the first day of something."""
LAST_COUNTED = 60


def begins_there(context: Context, start: int, after: int) -> bool:
    """Whether something begins on the day that stands from `start` to `after`."""
    tokens = context.tokens
    around = [*range(max(0, start - BEFORE_REACH), start), *range(after, after + AFTER_REACH)]
    return any(tokens.word(at) in BEGINNINGS for at in around)


def read_trip_day(context: Context, index: int) -> Reading | None:
    """Forms like "day two", "Day 2", "the second day", "the third evening"."""
    tokens = context.tokens
    if tokens.word(index) == "day" and tokens.word(index - 1) not in {"a", "per", "every", "each", "the", "one"}:
        word = tokens.word(index + 1)
        which = UNITS.get(word) if word.isalpha() else tokens.number(index + 1)
        if not which or which > LAST_COUNTED or (which == 1 and context.begun is None):
            return None
        if tokens.word(index + 2) in {"%", "-", ",", "."} and tokens.touches(index + 3) and word.isdigit():
            return None
        return _on(context, int(which), index + 2)
    if tokens.word(index) != "the":
        return None
    ordinal = read_ordinal(tokens, index + 1)
    if ordinal is None or ordinal.value > LAST_COUNTED:
        return None
    noun, following = tokens.word(ordinal.after), tokens.word(ordinal.after + 1)
    if (noun != "day" and noun not in DAY_PARTS) or (following.isalpha() and following in {"in", "when"}):
        return None
    return _on(context, int(ordinal.value), ordinal.after + 1)


def _on(context: Context, which: int, after: int) -> Reading:
    begun = context.begun
    if begun is None:
        return Reading(after, None, "XXXX-XX-XX")
    day = begun + (which - 1) * DAY
    stretch = Stretch(day, day + DAY, "day")
    return Reading(after, stretch, timex_of(stretch))
