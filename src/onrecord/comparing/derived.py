"""Values worked out from other figures: a share of a total, an earlier value and its change; with the sum shown.

A text seldom says beyond doubt that a share and a count tell of one part, so that a sum which does not come out
is "not comparable" and never "inconsistent".
"""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.comparing.amounts import arithmetic_of, in_unit, own_bounds, span_told
from onrecord.comparing.measures import Measure, alike, canonical, measure_of, measure_of_figure
from onrecord.comparing.pairs import Cited, Verdict, places
from onrecord.comparing.words import stems
from onrecord.model.items import Figure
from onrecord.model.series import MeasureRule
from onrecord.model.times import Interval

WORDED = 0.05
"""How far a share told in words ("two-thirds") reaches to either side, of itself."""
Pair = tuple[Cited, Cited, Verdict]


def derived_pairs(cited: Sequence[Cited], rules: Sequence[MeasureRule] = ()) -> Iterator[Pair]:
    """Totals with their shares, and earlier values with their changes, against what else is told."""
    amounts = [one for one in cited if one.figure.kind == "absolute" and one.figure.measures is not None]
    yield from _changes(cited, amounts, rules)
    yield from _shares(cited, amounts, rules)


def worked_out(change: Cited, whole: Cited) -> tuple[float, float, str] | None:
    """The bounds of a share of a total, or of an earlier value after a change, and the sum; nothing for other kinds."""
    figure = change.figure
    low, high = own_bounds(figure)
    least, most = own_bounds(whole.figure)
    sign = "×"
    if figure.kind == "share" and figure.unit in {"%", "1"}:
        scale = 0.01 if figure.unit == "%" else 1.0
        slack = WORDED if figure.unit == "1" and figure.modifier == "exact" else 0.0
        factors = [max(low * scale * (1 - slack), 0.0), min(high * scale * (1 + slack), 1.0)]
    elif figure.kind == "multiple":
        factors = [max(low, 0.0), high]
    elif figure.kind == "percent_change" and figure.unit == "%":
        down = figure.basis is not None and figure.basis.relation == "decrease"
        factors = sorted((1 - low / 100, 1 - high / 100)) if down else [1 + low / 100, 1 + high / 100]
        sign = "−" if down else "+"
    else:
        return None
    ends = factors[0] * max(least, 0.0), factors[1] * most
    return *ends, f"“{whole.words}” {sign} “{change.words}” = {span_told(*ends, whole.figure.unit)}"


def _changes(cited: Sequence[Cited], amounts: Sequence[Cited], rules: Sequence[MeasureRule]) -> Iterator[Pair]:
    for change in cited:
        figure, basis = change.figure, change.figure.basis
        if figure.kind not in {"percent_change", "multiple"} or basis is None or basis.period is None:
            continue
        alike_ones = [one for one in amounts if _counts_that(change, one, rules) and _one_place(change, one)]
        for before in (one for one in alike_ones if _same_period(one.figure.period, basis.period)):
            sum_of = worked_out(change, before)
            for after in (one for one in alike_ones if _same_period(one.figure.period, figure.period)):
                if after is not before and sum_of is not None and _one_place(before, after):
                    yield from _judged(before, after, sum_of, "the earlier value and its change", "the later one")


def _shares(cited: Sequence[Cited], amounts: Sequence[Cited], rules: Sequence[MeasureRule]) -> Iterator[Pair]:
    told: dict[tuple[str, str], list[Pair]] = {}
    for share in cited:
        figure = share.figure
        if figure.kind != "share" or figure.basis is None or not figure.basis.of:
            continue
        total = _total_of(share, amounts, rules)
        sum_of = worked_out(share, total) if total is not None else None
        if total is None or sum_of is None:
            continue
        own = own_bounds(total.figure)
        if share.figure.document == total.figure.document and own[0] <= own[1]:
            yield share, total, _verdict(share, total, "consistent", "one is a share of the other", sum_of[2])
        for part in amounts:
            if part is not total and _is_that_part(part, share, total, rules):
                pairs = _judged(total, part, sum_of, "the share of the total", "the other figure")
                told.setdefault((share.sentence, part.figure.id), []).extend(pairs)
    for pairs_of_part in told.values():  # of several shares in a sentence, the one that comes to the part is meant
        yield next((pair for pair in pairs_of_part if pair[2].standing == "consistent"), pairs_of_part[0])


def _judged(whole: Cited, result: Cited, sum_of: tuple[float, float, str], what: str, comes_to: str) -> Iterator[Pair]:
    ends = in_unit(result.figure, whole.figure.unit)
    if ends is None:
        return
    low, high, told = sum_of
    sums = (told, arithmetic_of(result.figure, result.words))
    many = " and " in what
    if low <= ends[1] and ends[0] <= high:
        reason = f"{what} {'come' if many else 'comes'} to {comes_to}"
        yield whole, result, _verdict(whole, result, "consistent", reason, *sums)
    elif whole.figure.place == result.figure.place:
        reason = f"{what} {'do' if many else 'does'} not come to {comes_to}; they may tell of different things"
        yield whole, result, _verdict(whole, result, "not comparable", reason, *sums)


def _verdict(one: Cited, other: Cited, standing: str, reason: str, *arithmetic: str) -> Verdict:
    agrees = places(one.figure, other.figure)[0]
    return Verdict(
        one=one.figure.id, other=other.figure.id, standing=standing, reason=reason,  # type: ignore[arg-type]
        arithmetic=arithmetic, place=agrees,
    )  # fmt: skip


def _total_of(share: Cited, amounts: Sequence[Cited], rules: Sequence[MeasureRule]) -> Cited | None:
    """The amount that a share is of: the one whose number its words hold, or one of the same measure and period."""
    of = share.figure.basis.of or "" if share.figure.basis is not None else ""
    held = {word.strip(",.") for word in of.split() if any(character.isdigit() for character in word)}
    own = [one for one in amounts if one.figure.document == share.figure.document]
    named = [one for one in own if held & {word.strip(",.") for word in one.words.split()}]
    if named:
        here = share.figure.spans[0].start
        return min(named, key=lambda one: (one.figure.place is None, abs(one.figure.spans[0].start - here)))
    if held:
        return None
    others = [one for one in amounts if one.figure.document != share.figure.document]
    return next((one for one in (*own, *others) if _is_that_whole(one, share, of, rules)), None)


def _is_that_whole(one: Cited, share: Cited, of: str, rules: Sequence[MeasureRule]) -> bool:
    whole = measure_of(of, one.figure.unit, place=one.figure.place or share.figure.place, rules=rules)
    like = alike(whole, measure_of_figure(one.figure, rules), rules)
    return like.likeness == "same" and _same_period(one.figure.period, share.figure.period) and _one_place(one, share)


def _is_that_part(part: Cited, share: Cited, total: Cited, rules: Sequence[MeasureRule]) -> bool:
    """Whether an amount counts the part of the total that the share's sentence names."""
    if not (_same_period(part.figure.period, total.figure.period) and _one_place(part, total)):
        return False
    own, whole = measure_of_figure(part.figure, rules), measure_of_figure(total.figure, rules)
    if alike(own, whole, rules).likeness != "narrower":
        return False
    chosen = _chosen(own) - _chosen(whole)
    return bool(chosen) and chosen <= set(stems(share.sentence)) - set(stems(total.words))


def _chosen(measure: Measure) -> set[str]:
    return {word for phrase in (*measure.kinds, *measure.rest) for word in phrase.split()}


def _counts_that(change: Cited, amount: Cited, rules: Sequence[MeasureRule]) -> bool:
    unit = amount.figure.unit
    words = measure_of_figure(msgspec.structs.replace(change.figure, unit=unit, kind="absolute"), rules)
    return canonical(words) == canonical(measure_of_figure(amount.figure, rules))


def _one_place(one: Cited, other: Cited) -> bool:
    """Whether two figures are of one place: said, or unsaid within one document."""
    agree = places(one.figure, other.figure)[0]
    return agree == "agree" or (agree == "unknown" and _one_document(one.figure, other.figure))


def _one_document(one: Figure, other: Figure) -> bool:
    return one.document == other.document


def _same_period(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and one.start is not None and (one.start, one.end) == (
        other.start, other.end)  # fmt: skip
