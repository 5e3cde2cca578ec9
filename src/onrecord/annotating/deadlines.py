"""What an undertaking's words fix: by when, on which condition, announced when; and the commitment built of it."""

import re
from datetime import date, timedelta

from onrecord.annotating.commitmentwords import CONDITIONS, SOFT
from onrecord.annotating.surroundings import Surroundings
from onrecord.annotating.worded import time_worded, worded_in
from onrecord.language.calendar import bounds, months_after, moved
from onrecord.language.times import TimeMention
from onrecord.model.identity import content_id
from onrecord.model.items import Commitment, CommitmentKind, Doubt, Statement, StatusChange, Strength
from onrecord.model.spans import Span
from onrecord.model.times import Interval

RECALLED = re.compile(r"\bhad\s+(?:\w+ly\s+)?\w+ed\b", re.IGNORECASE)
"""A promise told in the past perfect."""

_STILL_TO_COME = re.compile(r"\b(?:is|are|will)\b", re.IGNORECASE)
"""Behind it, what is still to be done: "had ordered an inquiry, which is to report by May"."""

RECURRING = re.compile(
    r"\b(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|weekend)|"
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|spring|summer|autumn|fall|winter)\b"
)
"""Times that come round every week or year."""

_LENGTH = re.compile(
    r"(?:with)?in\s(?:the\snext\s)?(?:an?|\d+|\w+)\s(?:hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")

_TOLD_WHOM = 4
"""Words between "had promised" and when, with whom it was promised: "had promised the parents on May 8"."""

_NUMBERED = re.compile(
    r"\b(?:resolutions?|no\.|nos\.|numbers?|rules?|bills?|acts?)\s(?:\d+(?:,| and|, and) )*$", re.IGNORECASE
)
"""Words before a number that is no year."""

STILL_AHEAD = 60
"""Days from the day on which a promise is recalled to its deadline, within which the deadline is still to come: a month
told without a year is then this one, and not that of a year ago."""

_BEFORE_SEASON = frozenset(
    {"in", "by", "until", "till", "before", "this", "next", "last", "late", "early", "the", "during", "through", "for",
     "each", "every", "since", "from", "after", "and", "or"}
)  # fmt: skip
"""Words before a season that is when; after others it tells of which sort a thing is."""
FIXED = re.compile(r"\b(?:\d{4}|next|last|this|past|coming|ago|within|year)\b", re.IGNORECASE)
"""Words that fix which one is meant."""


def build(
    around: Surroundings, whole: Span, words: str, kind: CommitmentKind, *, parties: tuple[str, ...],
    counterparts: tuple[str, ...] = (), statement: Statement | None, action: Span, score: float,
    due: tuple[Span, Span] | None = None, lead: Span | None = None,
) -> Commitment:  # fmt: skip
    """Put a commitment together: its deadline, condition, announcement and first status."""
    past = RECALLED.search(around.text, whole.start, action.start)
    recalled = past is not None and _STILL_TO_COME.search(around.text, past.end(), action.start) is None
    known = around.document.published
    inner, outer = due or (action, action)
    deadline = deadline_in(around, inner) or bound_in(around, outer) or (deadline_in(around, lead) if lead else None)
    deadline = deadline or (None if recalled else time_worded(around, action))
    if recalled:
        announced = _recalled_from(around, Span(whole.start, action.end))
    else:
        announced = (statement.uttered if statement is not None else None) or _said_on(around, whole) or known
    announced = _interval(announced)
    if recalled and deadline is not None:
        deadline = _counted_from(deadline, announced, _interval(known))
    if known is None and deadline is not None and not _YEAR.search(deadline.text):
        deadline = Interval(start=None, end=None, precision=deadline.precision, text=deadline.text)
    by = _due(deadline, announced, _interval(known), recalled=recalled) or worded_in(around, action)
    document = around.document.id
    return Commitment(
        id=content_id("commitment", document, [whole], kind, words), document=document, spans=(whole,),
        statement=statement.id if statement else None, parties=parties, action=words,
        counterparts=tuple(name for name in counterparts if name not in parties),
        deadline=by, strength=_strength(kind, words), doubts=_doubts(around, outer, by, announced, recalled=recalled),
        condition=condition_in(around, whole), kind=kind, announced=announced,
        history=(StatusChange(status="announced", when=announced, document=document, spans=(whole,)),), score=score,
    )  # fmt: skip


def _strength(kind: CommitmentKind, words: str) -> Strength:
    first = next((word for word in words.lower().split() if word not in {"to", "be", "not", "never"}), "")
    if kind == "call_for":
        return "call"
    stem = first[:-3] if first.endswith("ing") else first
    return "soft" if {first, stem, f"{stem}e"} & SOFT else "firm"


def _doubts(
    around: Surroundings, told: Span, by: Interval | None, announced: Interval | None, *, recalled: bool
) -> tuple[Doubt, ...]:
    """What does not add up: a day that no calendar has, a deadline before its announcement, two last days."""
    found: list[Doubt] = []
    mentions = around.times_in(told.start, told.end + 1)
    if any(mention.impossible for mention in mentions):
        found.append("impossible_date")
    if by is not None and announced is not None and not recalled and bounds(by)[1] <= bounds(announced)[0]:
        found.append("due_before_announced")
    last = {bounds(m.interval)[1] for m in mentions if m.limit in {"by", "before", "until"} and m.interval.end}
    if len(last) > 1:
        found.append("contradictory_dates")
    return tuple(found)


def _counted_from(deadline: Interval, announced: Interval | None, known: Interval | None) -> Interval:
    """A length of time that a recalled promise set, counted from it: "had promised on May 8 to do it in a week"."""
    made, told = (time.first_day if time is not None else None for time in (announced, known))
    if made is None or told is None or not made < told or not _LENGTH.match(deadline.text):
        return deadline
    earlier = (made - told).days

    def counted(end: str | None) -> str | None:
        return None if end is None else (date.fromisoformat(end[:10]) + timedelta(earlier)).isoformat() + end[10:]

    return Interval(
        start=counted(deadline.start), end=counted(deadline.end), precision=deadline.precision, text=deadline.text
    )


def _due(
    deadline: Interval | None, announced: Interval | None, known: Interval | None, *, recalled: bool
) -> Interval | None:  # fmt: skip
    """A recalled promise falls due after the day it was made, where that is told, else before it is recalled."""
    if recalled and announced is None:
        return falls_due(deadline, known, recalled=True)
    return falls_due(deadline, announced)


def _interval(time: Interval | None) -> Interval | None:
    """A time without what a publication date adds to it."""
    if time is None or type(time) is Interval:
        return time
    return Interval(start=time.start, end=time.end, precision=time.precision, text=time.text)


def _recalled_from(around: Surroundings, told: Span) -> Interval | None:
    """When a promise that a report recalls was made, if the clause says so: "had promised in May to publish"."""
    first = RECALLED.search(around.text, told.start, told.end)
    for mention in around.times_in(first.end() if first else told.start, told.end):
        led = around.text[first.end() if first else told.start : mention.span.start].split()
        if len(led) <= 1 or (len(led) <= _TOLD_WHOM and led[-1] in {"on", "in"} and not {"to", "that"} & set(led)):
            return _past(mention.interval, around.document.published)
    return None


def _past(time: Interval, published: Interval | None) -> Interval | None:
    """A month or weekday without a year as the last one before publication, since a promise recalled was made."""
    first = published.first_day if published is not None else None
    named = _recurring_in(time.text)
    if first is None or time.start is None or time.end is None or named is None:
        return time
    moves = [_turned(time, turn, weekly=named["weekday"] is not None) for turn in (0, -1)]
    return next((move for move in moves if bounds(move)[0] <= first), None)


def deadline_in(around: Surroundings, action: Span) -> Interval | None:
    """By when, from the words of the action: a bound, or the last time that lies ahead."""
    if (bound := bound_in(around, action)) is not None:
        return bound
    mentions = _times(around, action)
    ahead = [
        mention
        for mention in mentions
        if mention.direction in {"future", None}
        or (RECURRING.search(mention.interval.text) is not None and FIXED.search(mention.interval.text) is None)
        or (mention.interval.precision in {"season", "year", "week", "month"} and mention.direction == "present")
    ]
    written = [mention for mention in ahead if mention.limit in {"at", "through"}]
    return written[0].interval if written else None


def bound_in(around: Surroundings, action: Span) -> Interval | None:
    """The first time that is written as a bound: "by May", "within a year"."""
    limits = {"by", "within", "before", "until", "in"}
    return next((mention.interval for mention in _times(around, action) if mention.limit in limits), None)


def _times(around: Surroundings, action: Span) -> list[TimeMention]:
    """The times in some words but those that only name a thing: "the 2016 plan", "the November election"."""
    return [mention for mention in around.times_in(action.start, action.end + 1) if not _names_thing(around, mention)]


def _names_thing(around: Surroundings, mention: TimeMention) -> bool:
    """Whether a time is part of a name: "the 2016 plan", "the March 3 strike", "resolutions 2254 and 2118"."""
    before, after = (
        around.text[max(0, mention.span.start - 40) : mention.span.start],
        around.text[mention.span.end :][:2],
    )
    if mention.interval.precision == "year" and _NUMBERED.search(before):
        return True
    led = before.lower().split()
    if (
        mention.interval.precision == "season"
        and re.fullmatch(r" [a-z]", after)
        and led
        and led[-1] not in _BEFORE_SEASON
    ):
        return RECURRING.fullmatch(mention.interval.text) is not None  # "a review of winter timetables"
    if not before.lower().endswith("the "):
        return False
    if mention.interval.precision == "year" or RECURRING.fullmatch(mention.interval.text):
        return True
    return (
        mention.interval.precision == "day"
        and RECURRING.search(mention.interval.text) is not None
        and (re.fullmatch(r" \w", after) is not None)
    )


def falls_due(deadline: Interval | None, announced: Interval | None, *, recalled: bool = False) -> Interval | None:
    """The deadline in the year or week meant: a month or weekday without a year falls due after its announcement.

    A promise that is only `recalled` ("had promised to deliver by March") was to be kept before that.
    """
    if deadline is None or deadline.end is None or announced is None or announced.first_day is None:
        return deadline
    named = _recurring_in(deadline.text)
    if named is None or FIXED.search(deadline.text):
        return deadline
    turns = (-2, -1, 0, 1, 2)
    moves = [_turned(deadline, turn, weekly=named["weekday"] is not None) for turn in turns]
    first = announced.first_day
    if recalled:
        soon = next((move for move in moves if 0 < (bounds(move)[1] - first).days <= STILL_AHEAD), None)
        return soon or next((move for move in reversed(moves) if bounds(move)[1] <= first), deadline)
    return next((move for move in moves if bounds(move)[1] > first), deadline)


def _recurring_in(text: str) -> re.Match[str] | None:
    """The time in some words that comes round; a weekday with its date ("Monday, June 23") is one day alone."""
    named = RECURRING.search(text)
    dated = named is not None and named["weekday"] is not None and any(map(str.isdigit, text))
    return None if dated else named


def _turned(interval: Interval, turns: int, *, weekly: bool) -> Interval:
    def turned(end: str | None) -> str | None:
        if end is None:
            return None
        day = date.fromisoformat(end[:10])
        return (moved(day, turns, "week") if weekly else months_after(day, 12 * turns)).isoformat() + end[10:]

    return Interval(
        start=turned(interval.start), end=turned(interval.end), precision=interval.precision, text=interval.text
    )


def condition_in(around: Surroundings, whole: Span) -> str | None:
    """The words of a condition in the sentence, within a hundred characters of the undertaking."""
    text = around.text[whole.start : whole.end + 160]
    lowered = text.lower()
    for word in CONDITIONS[:7]:
        at = lowered.find(f" {word} ")
        while at >= 0 and not any(mark in text[: at + 1] for mark in (". ", "? ", "! ", "\n", "; ")):
            tail = text[at + 1 :]
            for mark in (". ", ".\n", "\n", "; ", "”", '"', ", "):
                tail = tail.split(mark)[0]
            if word == "if" and lowered[max(0, at - 3) : at].strip() in {"as", "see", "ask"}:
                break
            return tail.strip(" .,") or None
    return None


def _said_on(around: Surroundings, whole: Span) -> Interval | None:
    """A day named beside a verb of saying or agreeing in the sentence."""
    for mention in around.times_in(max(0, whole.start - 120), whole.end + 40):
        near = around.text[max(0, mention.span.start - 14) : mention.span.end + 12].lower()
        if mention.interval.precision == "day" and mention.direction != "future" and any(
            verb in near for verb in ("said", "announced", "told", "agreed", "pledged", "vowed", "promised")
        ):  # fmt: skip
            return mention.interval
    return None
