"""Figures and series as a person reads them on one basis: tables of checks, of pairs, and of two series."""

from collections.abc import Iterable, Iterator

from onrecord.comparing.amounts import unit_told
from onrecord.comparing.conversion import told
from onrecord.comparing.measured import MeasuredGroup
from onrecord.comparing.pairs import Cited, Verdict
from onrecord.comparing.side_by_side import SideBySide
from onrecord.model.series import CheckedFigure, Series
from onrecord.output.listing import Column
from onrecord.output.rows import Rows
from onrecord.output.sources import Sources, short
from onrecord.output.wording import amount, day, holder

CHECKED = (
    Column("id", "faint"), Column("verdict", "name"), Column("amount"), Column("period"), Column("check", wide=True),
)  # fmt: skip
SERIES = (
    Column("name", "name"), Column("party"), Column("place"), Column("unit"), Column("calendar"), Column("from"),
    Column("to"), Column("values", right=True), Column("measure", wide=True),
)  # fmt: skip
VALUES = (Column("period"), Column("value", right=True), Column("published"), Column("note", wide=True))
SIDES = (
    Column("period"), Column("first", right=True), Column("second", right=True), Column("second / first", wide=True),
)  # fmt: skip
MEASURES = (
    Column("figures", right=True), Column("counts", "name"), Column("done"), Column("of"), Column("as in", wide=True),
)  # fmt: skip


def checked(items: Iterable[CheckedFigure]) -> Rows:
    """One row a figure: what the series say of it."""
    for item in items:
        figure = item.figure
        said = f"{figure.measures or ''}: {item.reason}"
        yield short(figure.id), item.verdict, amount(figure), day(figure.period), said


def readings(item: CheckedFigure) -> Iterator[str]:
    """The readings of one figure, each with its sum."""
    for reading in item.readings:
        flag = ", provisional" if reading.provisional else ""
        yield f"    {reading.how:10}  {reading.says}: {told(round(reading.value, 2))}{unit_told(reading.unit)}{flag}"
        for line in reading.arithmetic:
            yield f"                {line}"


def pair(one: Cited, other: Cited, verdict: Verdict, sources: Sources) -> Iterator[str]:
    """Two figures with what came of them, and the arithmetic."""
    yield f"{verdict.standing.upper()}: {verdict.reason}"
    for cited in (one, other):
        figure = cited.figure
        place = f", {figure.place}" if figure.place else ""
        period = f", {day(figure.period)}" if day(figure.period) else ""
        told_by = holder(figure.holder) or sources.name(figure.document)
        yield f"  {short(figure.id)}  “{cited.words}” — {figure.measures or 'unsaid what'}{place}{period} ({told_by})"
    for line in verdict.arithmetic:
        if line:
            yield f"      {line}"


def series(items: Iterable[Series]) -> Rows:
    """Which series there are."""
    for item in items:
        first, last = item.observations[0], item.observations[-1]
        calendar = item.frequency.replace("_", " ")
        yield (
            item.name, item.party or "", item.place or "", item.unit, calendar, first.text, last.text,
            f"{len(item.observations):,}", item.measure,
        )  # fmt: skip


def values(item: Series) -> Rows:
    """The values of a series."""
    for one in item.observations:
        yield one.text, told(one.value), one.vintage or "", "provisional" if one.provisional else ""


def sides(laid: SideBySide) -> Rows:
    """Two series beside each other."""
    for row in laid.rows:
        ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
        yield (
            row.period.text, told(round(row.one, 2)), told(round(row.other, 2)),
            ratio + (" (provisional)" if row.provisional else ""),
        )  # fmt: skip


def measures(groups: Iterable[MeasuredGroup]) -> Rows:
    """What is counted, how often, and in which words."""
    for one in groups:
        yield f"{one.figures:,}", one.head, one.deed or "", ", ".join(one.kinds), "; ".join(one.examples)
