"""Figure mismatch: two amounts of one thing, at one place, over one period, that cannot both be right."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from onrecord.comparing.conversion import base_unit
from onrecord.comparing.measures import canonical, measure_of_figure
from onrecord.comparing.pairs import Cited, verdict
from onrecord.comparing.words import stems
from onrecord.model.documents import Document
from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Figure
from onrecord.model.spans import Evidence, words_of

METHOD = "bounds"
VERSION = "figures/3"

SCORE = 0.85
PLACE_UNSAID = 0.15
"""What the score loses where neither figure names a place and only the document they share holds them together."""

MOST_FIGURES = 64
"""Figures compared under one key, one for each holder and value, smallest ids first."""

MOST_READ = 256
"""Figures read under one key, smallest ids first."""

FEWEST_STEMS = 2

_OVERLAPPING_KINDS = frozenset({"absolute", "rate", "share"})


def figure_keys(figure: Figure) -> tuple[str, ...]:
    """The one key under which figures are comparable, or nothing where measure, period or place leave it open.

    Without a place only figures of one document meet, since "deaths in 2023" means another thing elsewhere.
    """
    period = figure.period
    if figure.kind not in _OVERLAPPING_KINDS or figure.measures is None or period is None:
        return ()
    if period.start is None or period.end is None or (figure.low is None and figure.high is None):
        return ()
    unit, _ = base_unit(figure.unit)
    if len(_common_nouns(figure)) < FEWEST_STEMS:
        return ()
    basis = figure.basis
    against = (basis.relation, fold(basis.of or "")) if basis else ("", "")
    where = fold(figure.place) if figure.place else figure.document
    counted = canonical(measure_of_figure(figure))
    own = unit if counted.startswith("mass") or unit != figure.unit else ""
    return ("|".join((figure.kind, own, counted, where, period.start, period.end, *against)),)


def figure_mismatches(figures: Sequence[Figure], document: Callable[[str], Document]) -> tuple[Finding, ...]:
    """Every two figures under one key whose bounds leave no common value, one finding for each two holders."""
    apart: dict[tuple[object, ...], Finding] = {}
    chosen = _distinct(figures)
    for index, one in enumerate(chosen):
        for other in chosen[index + 1 :]:
            found = mismatch(one, other, document)
            if found is not None:
                apart.setdefault((*sorted((_holder(one), _holder(other))), one.low, other.low), found)
    return tuple(sorted(apart.values(), key=lambda finding: finding.id))


def _common_nouns(figure: Figure) -> set[str]:
    """The stems of what is measured and counted, without names: a name alone says whose, not what."""
    words = f"{figure.measures or ''} {figure.unit if base_unit(figure.unit)[0] == figure.unit else ''}".split()
    return {word for plain in words if not plain[:1].isupper() for word in stems(plain)}


def mismatch(one: Figure, other: Figure, document: Callable[[str], Document]) -> Finding | None:
    """What two figures of one measure, place and period give where their bounds leave no common value."""
    judged = verdict(_cited(one, document), _cited(other, document))
    if judged.standing != "inconsistent":
        return None
    if one.document == other.document and _holder(one) == _holder(other):
        return None  # one voice that gives two amounts in one text means two things
    ordered = sorted((one, other), key=lambda figure: figure.id)
    items = tuple(figure.id for figure in ordered)
    words = tuple(words_of(document(figure.document).text, figure.spans) for figure in ordered)
    return Finding(
        id=content_id("finding", "figure_mismatch", sorted(items)),
        kind="figure_mismatch",
        items=items,
        evidence=tuple(Evidence(document=figure.document, spans=figure.spans) for figure in ordered),
        question=None,
        same_speaker=_holder(one) == _holder(other),
        checks=Checks(
            time="agree",
            place="agree" if one.place else "unknown",
            referent="agree",
            measure="agree",
            modality="agree",
        ),
        reason=_reason(ordered, words, document, judged.arithmetic),
        clash=words,
        score=round((SCORE - (0 if one.place else PLACE_UNSAID)) * min(one.score, other.score), 3),
        method=METHOD,
        version=VERSION,
    )


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in sorted(figures, key=lambda f: f.id):
        kept.setdefault((_holder(figure), figure.low, figure.high, figure.unit), figure)
    return list(kept.values())[:MOST_FIGURES]


def _cited(figure: Figure, document: Callable[[str], Document]) -> Cited:
    source = document(figure.document)
    published = source.published.start if source.published is not None else None
    return Cited(figure=figure, words=words_of(source.text, figure.spans), published=published)


def _holder(figure: Figure) -> str:
    holder = figure.holder
    return fold(holder.name or holder.party or holder.entity or f"report {figure.document}")


def _reason(
    figures: Sequence[Figure], words: Sequence[str], document: Callable[[str], Document], arithmetic: Sequence[str]
) -> str:
    told = []
    for figure, said in zip(figures, words, strict=True):
        holder = figure.holder.name or figure.holder.party or document(figure.document).outlet or "one report"
        told.append(f"{holder} gives “{said}”")
    first = figures[0]
    place = f" in {first.place}" if first.place else ""
    period = f" for {first.period.text}" if first.period and first.period.text else ""
    sums = "; ".join(arithmetic)
    return f"{told[0]} and {told[1]} for {first.measures}{place}{period}: the two leave no value in common ({sums})."


def by_key(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Figures grouped by the key they are comparable under."""
    grouped: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for key in figure_keys(figure):
            grouped[key].append(figure)
    return grouped
