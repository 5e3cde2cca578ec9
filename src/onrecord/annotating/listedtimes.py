"""Several times of one verb or noun: "meetings in 2021 and 2022" are two, "talks on Monday and Tuesday" took two days.

What one time of a list would tell alone is wrong of the others, so a list is either several events, or one whose
interval covers all that is said.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.eventwords import words
from onrecord.language.calendar import DAY, bounds, known
from onrecord.language.times import TimeMention
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_JOINT = re.compile(
    r",?\s+(?:and|or|as well as)(?:\s+(?:again|then|later|also|once more))?,?(?:\s+(?:in|on|at))?\s+"
    r"|,\s+(?:(?:in|on)\s+)?"
)
"""What stands between two times of one list."""
_WORD = re.compile(r"\b(?:and|or|as well as)\b")
_CHOICE = re.compile(r"\bor\b")
_DAYS_BEFORE = re.compile(
    r"\b[Oo]n\s+((?:\d{1,2}(?:st|nd|rd|th)?,\s)*\d{1,2}(?:st|nd|rd|th)?),?\s(?:and|or)\s$"
)  # fmt: skip
"""Days that share the month of the next: "on 3, 5 and 7 May"."""
_DAYS_BEHIND = re.compile(
    r"(?:,\s\d{1,2}(?:st|nd|rd|th)?)*,?\s(?:and|or)\s(\d{1,2})(?:st|nd|rd|th)?\b(?![:.,]?\d|\s[a-z%])"
)
"""Days that share the month of the one before: "on May 3 and 7"."""
_OPENS_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z]")
_ENDS_DAY = re.compile(r"[A-Z][a-z]+\.?\s\d{1,2}(?:st|nd|rd|th)?$")
_FINE = frozenset({"day", "week", "month", "quarter", "season", "half", "year"})
_MOST = 6
"""Times of one list at most: a longer one is a table."""
_SUMMED = frozenset({"seizure", "death", "arrest", "charge", "conviction", "strike", "protest", "disaster", "closure"})
"""Sorts told of as a sum or as going on over adjoining times: "seized 300 rifles in 2029 and 2030"."""
_LASTING = words("talks negotiations discussions remarks hostilities")
"""Plurals that name one event over adjoining times."""


def listed_with(text: str, near: Sequence[TimeMention], mention: TimeMention) -> list[TimeMention]:
    """The times of the list that a time stands in, among those of its sentence, in the order of the text."""
    if mention.limit not in {"at", "in"} or mention.point.precision not in _FINE or mention not in near:
        return [mention]
    at = near.index(mention)
    first = last = at
    while first and _joined(text, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _joined(text, near[last], near[last + 1]):
        last += 1
    found = list(near[first : last + 1])
    return found if len(found) <= _MOST and _has_joint(text, found) else [mention]


def _joined(text: str, one: TimeMention, other: TimeMention) -> bool:
    alike = one.point.precision == other.point.precision and one.limit == other.limit
    return alike and known(one.point) and known(other.point) and bool(_between(text, one, other))


def _between(text: str, one: TimeMention, other: TimeMention) -> re.Match[str] | None:
    return _JOINT.fullmatch(text, one.core.end, other.core.start)


def _has_joint(text: str, found: Sequence[TimeMention]) -> bool:
    """Whether a word joins the last two: of times with no more than a comma between, one may say more of the other."""
    return len(found) > 1 and _WORD.search(text, found[-2].core.end, found[-1].core.start) is not None


def is_choice(text: str, found: Sequence[TimeMention]) -> bool:
    """Whether only one of the times is meant: "on Monday or Tuesday"."""
    return len(found) > 1 and _CHOICE.search(text, found[-2].core.end, found[-1].core.start) is not None


def sharing_month(text: str, mention: TimeMention, when: Interval) -> list[Interval]:
    """A day with those that share its month in one list: "3" and "7 May"; that day alone where there are none."""
    if when.precision != "day" or when.first_day is None or mention.limit != "at":
        return [when]
    start, end = mention.core.start, mention.core.end
    words_of = text[start:end]
    if _OPENS_DAY.match(words_of) and (before := _DAYS_BEFORE.search(text, max(0, start - 40), start)):
        days = [int(day) for day in re.findall(r"\d+", before[1])]
        reach = before.start(1), end
    elif _ENDS_DAY.search(words_of) and (behind := _DAYS_BEHIND.match(text, end)):
        days = [int(day) for day in re.findall(r"\d+", behind.group())]
        reach = start, behind.end()
    else:
        return [when]
    told = " ".join(text[slice(*reach)].split())
    dates = [made for day in days if (made := _of_month(when.first_day, day)) is not None]
    if len(dates) != len(days):
        return [when]
    others = [_day(day, told) for day in dates]
    return sorted([*others, msgspec.structs.replace(when, text=told)], key=lambda one: one.start or "")


def _of_month(day: date, number: int) -> date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None


def _day(day: date, told: str) -> Interval:
    return Interval(start=day.isoformat(), end=(day + DAY).isoformat(), precision="day", text=told)


def instances(trigger: "Token", kind: str, times: Sequence[Interval], told: str, *, choice: bool) -> list[Interval]:
    """The times of the events that a list tells of: one each, or one that covers them all."""
    whens = sorted({bounds(when): when for when in times if known(when)}.items())
    if len(whens) < 2:
        return [when for _, when in whens]
    adjoining = all(one[1] == other[0] for (one, _), (other, _) in pairwise(whens))
    plural = trigger.tag_ in {"NNS", "NNPS"} and not (adjoining and trigger.lower_ in _LASTING)
    single = trigger.pos_ in {"NOUN", "PROPN"} and not plural
    days = all(when.precision == "day" for _, when in whens)
    if choice or single or (adjoining and not plural and (days or kind in _SUMMED)):
        return [_covering([ends for ends, _ in whens], told)]
    return [when for _, when in whens]


def _covering(ends: Sequence[tuple[date, date]], told: str) -> Interval:
    first, after = ends[0][0], max(end for _, end in ends)
    return Interval(start=first.isoformat(), end=after.isoformat(), precision="span", text=told)
