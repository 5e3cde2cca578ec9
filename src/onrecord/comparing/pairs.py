"""Two figures beside each other: consistent, inconsistent, or not comparable, with the reason and the arithmetic.

"Inconsistent" takes the same measure, the same place, one period, and values that no reading reconciles.
Whatever the texts leave open makes two figures "not comparable": a false alarm costs more than a missed one.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import msgspec

from onrecord.comparing.amounts import arithmetic_of, bounds, in_unit, own_bounds, per, point, span_told
from onrecord.comparing.conversion import READ_AS, base_unit, told
from onrecord.comparing.measures import Alike, alike, measure_of_figure
from onrecord.model.findings import Check
from onrecord.model.identity import fold
from onrecord.model.items import Figure
from onrecord.model.series import MeasureRule
from onrecord.model.times import Interval

Standing = Literal["consistent", "inconsistent", "not comparable"]
SETTLED_DAYS = 30
"""A count of a period that ended more recently than this before publication may still be growing."""
YEAR_DAYS = (364, 367)


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its words, the sentence they stand in, and the day on which its document was published."""

    figure: Figure
    words: str
    published: str | None = None
    sentence: str = ""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What came of setting two figures beside each other."""

    one: str
    other: str
    standing: Standing
    reason: str
    arithmetic: tuple[str, ...] = ()
    measure: Check = "unknown"
    place: Check = "unknown"
    time: Check = "unknown"


_Found = Callable[..., Verdict]


def verdict(one: Cited, other: Cited, rules: Sequence[MeasureRule] = ()) -> Verdict:
    """Set two figures beside each other."""
    found = _verdict(one, other, rules)
    if found.standing == "inconsistent" and _one_voice(one.figure, other.figure):
        reason = "one voice tells both in one text, and so hardly of one thing"
        return msgspec.structs.replace(found, standing="not comparable", reason=reason)
    return found


def _verdict(one: Cited, other: Cited, rules: Sequence[MeasureRule]) -> Verdict:
    first, second = one.figure, other.figure
    like = alike(measure_of_figure(first, rules), measure_of_figure(second, rules), rules)
    place, where = places(first, second)
    time, when = _periods(one, other)

    def found(standing: Standing, reason: str, *arithmetic: str) -> Verdict:
        return Verdict(
            one=first.id, other=second.id, standing=standing, reason=reason, arithmetic=arithmetic,
            measure="agree" if like.likeness == "same" else "differ" if like.likeness == "apart" else "unknown",
            place=place, time="agree" if when == "same" else "differ" if when in {"apart", "across"} else "unknown",
        )  # fmt: skip

    if not _kinds_meet(first, second):
        return found("not comparable", f"one is {_kind(first)}, the other {_kind(second)}")
    if like.likeness in {"apart", "unclear"}:
        return found("not comparable", like.reason)
    if place == "differ":
        return found("not comparable", where)
    sums = (arithmetic_of(first, one.words), arithmetic_of(second, other.words))
    low, high, least, most = (*bounds(first), *bounds(second))
    meet = low <= most and least <= high
    if when in {"apart", "across"}:
        return found("not comparable", time, *(_step(one, other) if like.likeness == "same" else ()))
    if when == "typical":
        ends = {"same": meet, "narrower": low <= most, "wider": least <= high}[like.likeness]
        said = "a typical year and one year go together" if ends else "a typical year need not be that year"
        return found(
            "consistent" if ends else "not comparable",
            said if like.likeness == "same" else f"{said}; {like.reason}",
            *sums,
        )
    closed = when in {"same", "within", "around"} and _closed(one) and _closed(other)
    sure = place == "agree" and closed and not like.inferred
    if like.likeness == "same" and when == "same":
        return _same(found, first, second, meet=meet, sure=sure, sums=sums, place=where)
    if _is_sum(first) and _is_sum(second) and {like.likeness, when} <= {"same", "narrower", "within"}:
        return _part(found, (low, most), sums, sure=sure, why=_why(like, when, "first"))
    if _is_sum(first) and _is_sum(second) and {like.likeness, when} <= {"same", "wider", "around"}:
        return _part(found, (least, high), sums, sure=sure, why=_why(like, when, "second"))
    if like.likeness == "same" and meet:
        return found("consistent", f"the values meet, though {time}", *sums)
    reason = time if when == "unknown" else like.reason
    return found("not comparable", reason, *sums)


def _same(
    found: _Found, first: Figure, second: Figure, *, meet: bool, sure: bool, sums: tuple[str, ...], place: str
) -> Verdict:
    shared = _shared(first, second)
    if meet:
        return found("consistent", "the same measure, place and period, and values that meet", *sums, shared)
    if _reconciled(first, second):
        return found("consistent", "the values meet if “ton” is read another way", *sums)
    if not sure:
        return found("not comparable", place or "the period was not long over, so that the count may have grown", *sums)
    return found(
        "inconsistent", "the same measure, place and period, and no value that both allow", *sums, _gap(first, second)
    )


def _part(found: _Found, ends: tuple[float, float], sums: tuple[str, ...], *, sure: bool, why: str) -> Verdict:
    """A part against its whole: it cannot be larger."""
    least_of_part, most_of_whole = ends
    if least_of_part <= most_of_whole:
        return found("consistent", f"{why}, and is no larger", *sums)
    if not sure:
        return found("not comparable", f"{why}, but the texts leave place or period open", *sums)
    return found("inconsistent", f"{why}, and is larger all the same", *sums)


def _kinds_meet(one: Figure, other: Figure) -> bool:
    kinds = {one.kind, other.kind}
    return (len(kinds) == 1 and kinds <= {"absolute", "rate", "share"}) or kinds == {"absolute", "rate"}


def _kind(figure: Figure) -> str:
    return {
        "absolute": "an amount", "rate": "a rate", "share": "a share", "percent_change": "a change in percent",
        "multiple": "a multiple", "rank": "a rank",
    }[figure.kind]  # fmt: skip


def places(one: Figure, other: Figure) -> tuple[Check, str]:
    """Whether two figures are of one place, and in words how they differ."""
    if one.place and other.place:
        if fold(one.place) == fold(other.place):
            return "agree", ""
        return "differ", f"one is about {one.place}, the other about {other.place}"
    if one.document == other.document and one.place == other.place:
        return "agree", ""
    named = one.place or other.place
    return "unknown", f"only one names its place ({named})" if named else "neither names its place"


def _periods(one: Cited, other: Cited) -> tuple[str, str]:
    """How the periods stand, in a sentence and in a word: same, within, around, across, apart, unknown."""
    first, second = one.figure.period, other.figure.period
    yearly = [per(cited.figure, cited.words) == "year" for cited in (one, other)]
    if any(yearly):
        told_of = second if yearly[0] and not yearly[1] else first if yearly[1] and not yearly[0] else None
        if all(yearly) or (told_of is not None and _is_year(told_of)):
            return "one tells of a typical year", "same" if all(yearly) else "typical"
        return "one tells of a typical year, the other of another length of time", "unknown"
    if first is None or second is None or None in {first.start, first.end, second.start, second.end}:
        lacking = "neither tells its period" if first is None and second is None else "only one tells its period"
        return lacking, "unknown"
    a, b, c, d = str(first.start)[:10], str(first.end)[:10], str(second.start)[:10], str(second.end)[:10]
    if (a, b) == (c, d):
        return f"both are for {first.text}", "same"
    if b <= c or d <= a:
        return f"{first.text or a} and {second.text or c} are different periods", "apart"
    if c <= a and b <= d:
        return f"{first.text} lies within {second.text}", "within"
    if a <= c and d <= b:
        return f"{second.text} lies within {first.text}", "around"
    return f"{first.text} and {second.text} overlap only in part", "across"


def _one_voice(one: Figure, other: Figure) -> bool:
    voices = [(told.holder.entity, told.holder.name, told.holder.party) for told in (one, other)]
    return one.document == other.document and voices[0] == voices[1]


def _is_year(period: Interval) -> bool:
    if period.start is None or period.end is None:
        return False
    days = (date.fromisoformat(period.end[:10]) - date.fromisoformat(period.start[:10])).days
    return YEAR_DAYS[0] <= days <= YEAR_DAYS[1]


def _closed(cited: Cited) -> bool:
    """Whether the period lay well behind the publication, so that the count was closed."""
    period = cited.figure.period
    if cited.published is None or period is None or period.end is None:
        return False
    return (date.fromisoformat(cited.published[:10]) - date.fromisoformat(period.end[:10])).days >= SETTLED_DAYS


def _is_sum(figure: Figure) -> bool:
    return figure.kind == "absolute" and figure.unit not in {"%", "Cel", "[degF]"}


def _why(like: Alike, when: str, which: str) -> str:
    parts = [like.reason] if like.likeness in {"narrower", "wider"} else []
    if when in {"within", "around"}:
        parts.append(f"the {which} is for a part of the other's period")
    return " and ".join(parts)


def _shared(one: Figure, other: Figure) -> str:
    first, second = own_bounds(one), in_unit(other, one.unit)
    if second is None:
        return "the values meet"
    low, high = max(first[0], second[0]), min(first[1], second[1])
    return f"both allow {span_told(low, high, one.unit)}"


def _step(one: Cited, other: Cited) -> tuple[str, ...]:
    """By how much the later of two amounts differs from the earlier."""
    first, second = one.figure.period, other.figure.period
    if first is None or second is None or not (first.start and second.start):
        return ()
    before, after = (one, other) if first.start < second.start else (other, one)
    value, later = point(before.figure), point(after.figure)
    ends = in_unit(after.figure, before.figure.unit)
    if not value or later is None or ends is None or before.figure.unit != after.figure.unit:
        return ()
    change = (later / value - 1) * 100
    return (
        f"from “{before.words}” to “{after.words}” is {'+' if change >= 0 else '−'}{told(round(abs(change), 1))} %",
    )


def _gap(one: Figure, other: Figure) -> str:
    value, there = point(one), point(other)
    if value is None or there is None:
        return "no value is allowed by both"
    (_, factor), (_, by) = base_unit(one.unit), base_unit(other.unit)
    ratio = max(value * factor, there * by) / max(min(value * factor, there * by), 1e-12)
    return f"the larger is {told(round(ratio, 2))} times the smaller"


def _reconciled(one: Figure, other: Figure) -> bool:
    """Whether another reading of an ambiguous unit ("tons") makes the values meet."""
    for left in READ_AS.get(one.unit, (one.unit,)):
        for right in READ_AS.get(other.unit, (other.unit,)):
            first = msgspec.structs.replace(one, unit=left)
            second = msgspec.structs.replace(other, unit=right)
            (low, high), (least, most) = bounds(first), bounds(second)
            if low <= most and least <= high:
                return True
    return False
