"""Times in text: every expression with the interval it means, counted from an anchor day.

The grammar reads tokens from left to right; each rule looks at a bounded number of them, so the time
taken is linear in the text. What cannot be resolved keeps its words, with both ends open.
"""

from dataclasses import replace
from functools import lru_cache

import msgspec

from onrecord.language.anchors import anchor_of
from onrecord.language.calendar import Stretch, as_interval, of_era
from onrecord.language.timelimits import Limit, led_by, limited
from onrecord.language.timephrases import read_expression, with_year_of
from onrecord.language.timereading import Anchor, Context, Direction, Reading, Sort
from onrecord.language.timestarts import STARTS
from onrecord.language.tokens import tokens_of
from onrecord.language.tripdays import begins_there
from onrecord.model.documents import Document
from onrecord.model.spans import Span
from onrecord.model.times import Interval, PossibleTime, Precision

__all__ = ["Anchor", "Direction", "Sort", "TimeMention", "find_times", "times_of"]

LONGEST_TRIP = 6
"""Days that a trip or meeting told by its first and last day lasts at most, for "day two" to count from."""
BESIDE_NUMBER = 9
"""Words before a time in which the number may stand that it dates."""
BEFORE_TOLD = frozenset({"previous", "preceding", "prior", "earlier", "before"})
"""Words of a time that is counted back from the one told."""
COMPARING = frozenset({"than", "versus", "vs", "compared", "against"})
ENDS_TOLD: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
"""How precise the first end of a range is, by the length of its TIMEX3 value."""
VERSION = "times/10"
BOUNDING = {"since", "until", "till", "til", "through", "thru", "by", "before", "after", "within", "in"}


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression.

    `span` takes in the preposition where it bounds the time ("by the end of 2027"), `core` never does.
    `interval` is what `span` means and `point` what `core` means; both ends are open where the anchor
    is missing or the calendar has no such day. `limit` is the preposition's part; `value` is the TIMEX3
    value of `core`, and `ends` are the two ends of a range with theirs.
    """

    span: Span
    core: Span
    interval: Interval
    point: Interval
    limit: Limit = "at"
    sort: Sort = "point"
    direction: Direction | None = None
    value: str = ""
    impossible: bool = False
    ends: tuple[tuple[Span, str], ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether an end at least is known."""
        return self.interval.start is not None or self.interval.end is not None


def find_times(text: str, anchor: Anchor, *, offset: int = 0, every: bool = False) -> tuple[TimeMention, ...]:
    """Every time expression of `text`, in order, none overlapping.

    Lengths of time, repetitions and words like "recently" are left out unless `every` is asked for.
    Spans count from `offset`.
    """
    tokens = tokens_of(text)
    context = Context(tokens, anchor)
    found: list[tuple[int, int, Reading]] = []
    index = 0
    while index < tokens.count:
        word = tokens.words[index]
        reading = read_expression(context, index) if word in STARTS or word[0].isdigit() else None
        if reading is None:
            index += 1
            continue
        _supply_year(context, found, index, reading)
        found.append((index, reading.after, reading))
        _remember(context, index, reading)
        index = max(reading.after, index + 1)
    mentions = (_mention(context, start, after, reading, offset) for start, after, reading in found)
    return tuple(mention for mention in mentions if every or mention.sort == "point")


@lru_cache(maxsize=8)
def times_of(document: Document) -> tuple[TimeMention, ...]:
    """Every time expression of a document, lengths and repetitions too, counted from its publication date.

    In a text of history (`anchors.tells_history`) months without a year count from the time last told.
    """
    return find_times(document.text, anchor_of(document), every=True)


def _remember(context: Context, index: int, reading: Reading) -> None:
    """Keep the time last told, which "that day" and "two weeks later" count from."""
    stretch = reading.stretch
    if reading.sort != "point" or stretch is None or stretch.start is None:
        return
    if _compared_with(context, index):
        return
    bound = limited(context, context.tokens.word(index - 1), index - 1, reading)
    period = bound[1] if bound and bound[1] and bound[1].start and bound[1].end else stretch
    first_end = ENDS_TOLD.get(len(reading.ends[0][2].removeprefix("BC"))) if reading.ends else None
    context.tell(stretch._replace(precision=first_end) if first_end else stretch, period)
    if stretch.precision == "day":
        context.told_at = reading.after
    few_days = stretch.precision == "span" and stretch.end and 1 < (stretch.end - stretch.start).days <= LONGEST_TRIP
    if few_days or (stretch.precision == "day" and begins_there(context, index, reading.after)):
        context.begun = stretch.start


def _compared_with(context: Context, index: int) -> bool:
    """Whether a time is what another is measured against ("more than in 2017"), and no step of the story."""
    before, further = context.tokens.word(index - 1), context.tokens.word(index - 2)
    if context.anchor.narrative:
        return False
    if before in COMPARING or (before in {"in", "during", "for", "at", "with", "to"} and further in COMPARING):
        return True
    return _dates_another(context, index)


def _dates_another(context: Context, index: int) -> bool:
    """Whether a time counted from the one told dates the number set beside: "up from 6.9% in the previous quarter"."""
    words = [context.tokens.word(at) for at in range(index - BESIDE_NUMBER, index + 3)]
    if not BEFORE_TOLD & set(words[BESIDE_NUMBER:]):
        return False
    before = words[:BESIDE_NUMBER]
    lead = max((at for at, word in enumerate(before) if word in {"from", "with"}), default=None)
    if lead is None or not any(word.isdigit() for word in before[lead + 1 :]):
        return False
    first = index - BESIDE_NUMBER + lead
    return ". " not in context.tokens.text[context.tokens.starts[first] : context.tokens.starts[index]]


def _supply_year(context: Context, found: list[tuple[int, int, Reading]], index: int, reading: Reading) -> None:
    """Give the year of "in June and August 2017" to its first month."""
    if not found or reading.month is not None or reading.stretch is None or len(reading.value) < 7:
        return
    start, after, before = found[-1]
    between = [context.tokens.word(at) for at in range(after, index)]
    if before.month is not None and between and len(between) <= 2 and set(between) <= {"and", ",", "or", "in", "on"}:
        found[-1] = (start, after, with_year_of(before, reading))


def _mention(context: Context, start: int, after: int, reading: Reading, offset: int) -> TimeMention:
    tokens = context.tokens
    core = Span(tokens.starts[start] + offset, tokens.ends[after - 1] + offset)
    words = tokens.text[tokens.starts[start] : tokens.ends[after - 1]]
    sort = reading.sort
    limit: Limit = "at"
    precision: Precision = reading.stretch.precision if reading.stretch else "span"
    bounded: Stretch | None = reading.stretch
    span, spoken = core, words
    lead, begin = led_by(context, start)
    if start and lead in BOUNDING and (bound := limited(context, lead, start - 1, reading)) is not None:
        limit, bounded, precision = bound
        sort = "point"
        span = Span(tokens.starts[begin] + offset, core.end)
        spoken = tokens.text[tokens.starts[begin] : tokens.ends[after - 1]]
    if reading.impossible:
        precision = "day"
    point = _interval(reading, reading.stretch, words, precision)
    interval = point if limit == "at" else _interval(reading, bounded, spoken, precision, limit)
    if reading.others and reading.clock is None:
        point = _with_readings(point, [(stretch, weight) for stretch, weight in reading.others])
        others = [(_limited(context, limit, start, reading, stretch), weight) for stretch, weight in reading.others]
        interval = _with_readings(interval, others)
    ends = tuple(
        (Span(tokens.starts[first] + offset, tokens.ends[end - 1] + offset), value)
        for first, end, value in reading.ends
    )
    return TimeMention(
        span=span, core=core, interval=interval, point=point, limit=limit, sort=sort, ends=ends,
        direction=reading.direction or _direction(context, bounded), value=reading.value,
        impossible=reading.impossible,
    )  # fmt: skip


def _limited(context: Context, limit: Limit, start: int, reading: Reading, stretch: Stretch) -> Stretch:
    """What the preposition before an expression makes of another reading of it."""
    if limit == "at":
        return stretch
    bound = limited(context, led_by(context, start)[0], start - 1, replace(reading, stretch=stretch))
    return bound[1] if bound is not None and bound[1] is not None else stretch


def _with_readings(interval: Interval, others: list[tuple[Stretch, float]]) -> Interval:
    """An interval with its other readings, the likeliest first; the weights add up to 1."""
    told = [(start.isoformat() if start else None, end.isoformat() if end else None, precision, weight)
            for (start, end, precision), weight in others]  # fmt: skip
    told = [other for other in told if other[:2] != (interval.start, interval.end)]
    if not told or (interval.start is None and interval.end is None):
        return interval
    rest = round(1 - sum(weight for *_, weight in told), 3)
    told.insert(0, (interval.start, interval.end, interval.precision, rest))
    readings = tuple(
        PossibleTime(start=start, end=end, precision=precision, weight=round(weight, 3))
        for start, end, precision, weight in sorted(told, key=lambda other: -other[3])
    )
    return msgspec.structs.replace(interval, readings=readings)


def _interval(
    reading: Reading, stretch: Stretch | None, words: str, precision: Precision, limit: Limit = "at"
) -> Interval:
    if reading.clock is None:
        return as_interval(stretch, words, precision)
    start, end, finest = reading.clock
    match limit:
        case "since":
            return Interval(start=start, end=None, precision=finest, text=words)
        case "until" | "through" | "by" | "before":
            return Interval(start=None, end=end if limit == "through" else start, precision=finest, text=words)
        case "after":
            return Interval(start=end, end=None, precision=finest, text=words)
        case _:
            return Interval(start=start, end=end, precision=finest, text=words)


def _direction(context: Context, stretch: Stretch | None) -> Direction | None:
    today = context.today
    if today is None or stretch is None:
        return None
    if not of_era(stretch):
        return "past"
    if stretch.end is not None and stretch.end <= today:
        return "past"
    if stretch.start is not None and stretch.start > today:
        return "future"
    if stretch.start is None or stretch.end is None:
        return "future" if stretch.start is None else "past"
    return "present"
