"""What a record counts: its measures grown from the figures, and the pairs of figures worth setting side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.comparing.measures import Measure, canonical, measure_of_figure, words_for
from onrecord.comparing.pairs import Cited, Verdict, check_derived, verdict
from onrecord.model.identity import fold
from onrecord.model.items import Figure
from onrecord.model.series import MeasureRule
from onrecord.model.times import Interval

MOST_EXAMPLES = 3
MOST_PAIRS = 400
"""Pairs judged under one head; a head with more figures than that makes is told as such."""


class MeasuredGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A measure with how many figures count it and in which words."""

    head: str
    deed: str | None
    kinds: tuple[str, ...]
    figures: int
    examples: tuple[str, ...]


def measured(figures: Iterable[Figure], rules: Sequence[MeasureRule] = ()) -> list[MeasuredGroup]:
    """The measures of figures, most counted first."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    parts: dict[str, Measure] = {}
    for figure in figures:
        if figure.measures is None:
            continue
        measure = measure_of_figure(figure, rules)
        key = canonical(measure)
        parts.setdefault(key, measure)
        groups[key][figure.measures] += 1
    found = [
        MeasuredGroup(
            head=words_for(parts[key].head), deed=words_for(parts[key].deed or "") or None,
            kinds=tuple(sorted(words_for(kind) for kind in parts[key].kinds)), figures=words.total(),
            examples=tuple(word for word, _ in words.most_common(MOST_EXAMPLES)),
        )
        for key, words in groups.items()
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.figures, one.head, one.examples))


def pairs(cited: Sequence[Cited], rules: Sequence[MeasureRule] = ()) -> Iterator[tuple[Cited, Cited, Verdict]]:
    """Pairs of figures that a careful reader would set side by side, each with its verdict.

    They count under one head, or in one dimension things of one kind, and do not say the same in the same text.
    """
    heads: dict[str, list[Cited]] = defaultdict(list)
    for one in cited:
        if one.figure.measures is not None and one.figure.kind in {"absolute", "rate", "share"}:
            measure = measure_of_figure(one.figure, rules)
            heads[f"{one.figure.kind == 'share'}|{measure.dimension}|{measure.head}"].append(one)
    for together in heads.values():
        judged = 0
        for index, one in enumerate(together):
            for other in together[index + 1 :]:
                if judged == MOST_PAIRS:
                    break
                if _worth(one, other, rules):
                    judged += 1
                    yield one, other, verdict(one, other, rules)
    yield from _derived(cited, rules)


def _worth(one: Cited, other: Cited, rules: Sequence[MeasureRule]) -> bool:
    first, second = measure_of_figure(one.figure, rules), measure_of_figure(other.figure, rules)
    if first.dimension != "numbers":
        return bool(first.kinds & second.kinds or first.rest & second.rest)
    shared = first.kinds & second.kinds or first.rest & second.rest or first.deed == second.deed
    same_words = fold(one.figure.measures or "") == fold(other.figure.measures or "")
    return bool(shared) and (same_words or one.figure.unit != "1" or bool(first.rest & second.rest))


def _derived(cited: Sequence[Cited], rules: Sequence[MeasureRule]) -> Iterator[tuple[Cited, Cited, Verdict]]:
    """Totals with their shares, and earlier values with their changes, against what else is told."""
    changes = [one for one in cited if one.figure.kind in {"percent_change", "multiple"} and one.figure.basis]
    amounts = [one for one in cited if one.figure.kind == "absolute" and one.figure.period is not None]
    for change in changes:
        basis, period = change.figure.basis, change.figure.period
        if basis is None or basis.period is None:
            continue
        alike = [a for a in amounts if _same_measure(a, change, rules)]
        for before in (a for a in alike if _same_period(a.figure.period, basis.period)):
            for after in (a for a in alike if a is not before and _same_period(a.figure.period, period)):
                found = check_derived(change, before, after, rules)
                if found is not None:
                    yield before, after, found


def _same_measure(amount: Cited, change: Cited, rules: Sequence[MeasureRule]) -> bool:
    words = measure_of_figure(msgspec.structs.replace(change.figure, unit=amount.figure.unit, kind="absolute"), rules)
    return canonical(words) == canonical(measure_of_figure(amount.figure, rules))


def _same_period(one: Interval | None, other: Interval | None) -> bool:
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)
