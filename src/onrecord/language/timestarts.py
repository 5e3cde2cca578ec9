"""The words that a time expression can begin with: all others are passed over at once."""

from onrecord.language.fiscal import FISCAL_WORDS
from onrecord.language.numberwords import ORDINALS, TENS
from onrecord.language.numberwords import UNITS as CARDINALS
from onrecord.language.relativetimes import NAMED_DAYS, POINTING
from onrecord.language.timewords import (
    CLOCK_UNITS,
    DAY_PARTS,
    EARLY,
    HOLIDAY_STARTS,
    LATE,
    MIDDLE,
    MONTHS,
    REST,
    SEASONS,
    UNITS,
    VAGUE_COUNTS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)
from onrecord.language.vaguetimes import EVERY, VAGUE
from onrecord.language.years import DECADE_WORDS

STARTS = frozenset(
    {
        *MONTHS, *WEEKDAYS, *WEEKDAY_PLURALS, *SEASONS, *UNITS, *CLOCK_UNITS, *DAY_PARTS, *POINTING, *NAMED_DAYS,
        *VAGUE, *EVERY, *HOLIDAY_STARTS, *DECADE_WORDS, *CARDINALS, *TENS, *ORDINALS, *VAGUE_COUNTS, *EARLY, *MIDDLE,
        *LATE, *REST, *FISCAL_WORDS, "the", "a", "an", "half", "its", "their", "later", "earlier", "every", "each",
        "per", "very", "noon", "midnight", "fy", "q", "h", "'", "calendar", "academic", "school", "final", "latter",
    }
)  # fmt: skip
