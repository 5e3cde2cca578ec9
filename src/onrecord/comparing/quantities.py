"""Whether the amounts in two claims meet: bounds against bounds, of one unit and of what may be one measure."""

import re
from collections.abc import Iterable, Sequence

from onrecord.comparing.amounts import may_be_one
from onrecord.comparing.conversion import base_unit
from onrecord.comparing.words import stems
from onrecord.language.unittable import pint_name
from onrecord.model.findings import Check
from onrecord.model.items import Claim, Figure

MOST = 8
"""Figures of one claim that are looked at; a claim with more is a table read aloud."""

_PER = re.compile(r"\bper ([^\W\d_]+)", re.IGNORECASE)
_COMPARED = frozenset({"absolute", "rate", "share"})


def figures_in(claim: Claim, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures that stand in a claim's words, in text order."""
    inside = [
        figure
        for figure in figures
        if figure.kind in _COMPARED and any(span.contains(figure.spans[0]) for span in claim.spans)
    ]
    return tuple(sorted(inside, key=lambda figure: (figure.spans, figure.id))[:MOST])


def amounts(mine: Sequence[Figure], theirs: Sequence[Figure]) -> Check:
    """Whether figures of one unit and measure leave a common value ("agree"), or none does ("differ")."""
    met = {may_be_one(one, other) for one in mine for other in theirs if _of_one_measure(one, other)}
    if met == {True}:
        return "agree"
    return "differ" if met == {False} else "unknown"


def _of_one_measure(one: Figure, other: Figure) -> bool:
    if one.kind != other.kind or _per(one) != _per(other) or _apart_in_time(one, other):
        return False
    counted, counting = _told(one), _told(other)
    if counted & counting:
        return _one_dimension(one.unit, other.unit)
    if one.kind == "share":
        return False  # 15 per cent and 31 per cent are of anything
    return base_unit(one.unit)[0] == base_unit(other.unit)[0] and not (counted and counting)


def _one_dimension(one: str, other: str) -> bool:
    """Whether two units may measure one thing: what is counted is called many things, what is weighed is weighed."""
    known = [unit for unit in (one, other) if unit not in {"1", "%"} and pint_name(unit) is not None]
    return not known or base_unit(one)[0] == base_unit(other)[0]


def _told(figure: Figure) -> set[str]:
    """The stems of what is measured and of what is counted; a name or a currency tells neither."""
    unit = figure.unit if figure.unit.isalpha() and figure.unit.islower() and pint_name(figure.unit) is None else ""
    words = [word for word in (figure.measures or "").split() if not word[:1].isupper()]
    return set(stems(" ".join([*words, unit])))


def _per(figure: Figure) -> str | None:
    found = _PER.search(figure.measures or "")
    return found[1].lower() if found else None


def _apart_in_time(one: Figure, other: Figure) -> bool:
    first, second = one.period, other.period
    if first is None or second is None or None in {first.start, first.end, second.start, second.end}:
        return False
    return str(first.end) <= str(second.start) or str(second.end) <= str(first.start)
