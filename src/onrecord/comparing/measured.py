"""What a record counts: its measures grown from the figures, and the pairs of figures worth setting side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

import msgspec

from onrecord.comparing.derived import derived_pairs
from onrecord.comparing.measures import Measure, canonical, measure_of_figure, words_for
from onrecord.comparing.pairs import Cited, Verdict, verdict
from onrecord.model.identity import fold
from onrecord.model.items import Figure
from onrecord.model.series import MeasureRule

MOST_EXAMPLES = 3
MOST_PAIRS = 400
"""Pairs judged under one head at most."""


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
    heads: dict[str, list[tuple[Cited, Measure]]] = defaultdict(list)
    for one in cited:
        if one.figure.measures is not None and one.figure.kind in {"absolute", "rate", "share"}:
            measure = measure_of_figure(one.figure, rules)
            heads[f"{one.figure.kind == 'share'}|{measure.dimension}|{measure.head}"].append((one, measure))
    for together in heads.values():
        for (one, _), (other, _) in islice(_worthy(together), MOST_PAIRS):
            yield one, other, verdict(one, other, rules)
    yield from derived_pairs(cited, rules)


def _worthy(
    together: Sequence[tuple[Cited, Measure]],
) -> Iterator[tuple[tuple[Cited, Measure], tuple[Cited, Measure]]]:
    return (pair for pair in combinations(together, 2) if _worth(*pair[0], *pair[1]))


def _worth(one: Cited, first: Measure, other: Cited, second: Measure) -> bool:
    if first.dimension != "numbers":
        return bool(first.kinds & second.kinds or first.rest & second.rest)
    shared = first.kinds & second.kinds or first.rest & second.rest or first.deed == second.deed
    same_words = fold(one.figure.measures or "") == fold(other.figure.measures or "")
    return bool(shared) and (same_words or one.figure.unit != "1" or bool(first.rest & second.rest))
