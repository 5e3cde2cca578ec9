"""Where in its day a time lies: by its clock, or by the part of the day that its words name ("Thursday afternoon")."""

import re

from onrecord.model.times import Interval

_HOURS = {
    "small hours": 3, "early hours": 3, "before dawn": 4, "dawn": 5, "sunrise": 6, "breakfast": 8, "early morning": 6,
    "morning": 9, "late morning": 11, "midday": 12, "noon": 12, "lunch": 13, "lunchtime": 13, "early afternoon": 13,
    "afternoon": 15, "late afternoon": 17, "dusk": 18, "sunset": 18, "early evening": 18, "evening": 19, "dinner": 20,
    "late evening": 21, "tonight": 21, "night": 22, "overnight": 23, "late night": 23,
}  # fmt: skip
"""Parts of a day with the hour that stands for each, so that they fall into order."""
_PART = re.compile(
    rf"\b(?:(early|late)\s+(?:[\w,]+\s+){{0,3}}?)?({'|'.join(sorted(_HOURS, key=len, reverse=True))})\b", re.IGNORECASE
)
_OF_DAY = frozenset({"minute", "hour", "day"})


def minute_of(interval: Interval | None) -> int | None:
    """The minutes into its day at which a time begins, by its clock or its words; nothing where neither tells."""
    if interval is None or interval.precision not in _OF_DAY:
        return None
    if interval.start is not None and len(interval.start) > 10:
        return 60 * int(interval.start[11:13]) + int(interval.start[14:16])
    part = _PART.search(interval.text)
    if part is None:
        return None
    word = part[2].lower()
    return 60 * _HOURS.get(f"{part[1] or ''} {word}".strip().lower(), _HOURS[word])
