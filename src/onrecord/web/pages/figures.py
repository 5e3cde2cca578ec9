"""Figures: what is counted, and one measure as a table and a chart."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.comparing.against_series import check, concerns
from onrecord.model.items import Figure
from onrecord.model.series import CheckedFigure, MeasureRule, Series
from onrecord.output.wording import amount, holder, when
from onrecord.record import browsing
from onrecord.web.opened import OpenRecord
from onrecord.web.quoting import Quote, quote_of
from onrecord.web.scatter import Point, scatter
from onrecord.web.shelf import Shelf
from onrecord.web.templating import page

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

MEASURES = 60
MOST = 200


class Row(NamedTuple):
    """A figure in the table."""

    figure: Figure
    value: str
    period: str
    holder: str
    basis: str
    quote: Quote
    checked: CheckedFigure | None


@router.get("/figures")
def figures(
    request: Request,
    record: OpenRecord,
    q: Annotated[str, Query(max_length=200)] = "",
    measure: Annotated[str, Query(max_length=400)] = "",
    unit: Annotated[str, Query(max_length=100)] = "",
) -> HTMLResponse:
    """What is counted; with a measure, every figure on it."""
    with record.snapshot():
        if not measure:
            found = record.look(browsing.measures, text=q or None, limit=MEASURES)
            return page(request, "figures.html", measures=found, q=q)
        shelf = Shelf(record)
        items = record.look(browsing.figures_of, measure, unit or None, MOST)
        shelf.prepare(items)
        series, rules = record.measuring.series(), record.measuring.rules()
        rows = [row_of(shelf, item, series, rules) for item in items]
        names = {holder(item.holder) for item in items}
        points = [
            Point(day, item.low, item.high, holder(item.holder), amount(item), row.quote.link)
            for item, row in zip(items, rows, strict=True)
            if (day := (item.period and item.period.first_day) or row.quote.day)
        ]
        return page(
            request, "measure.html", measure=next((i.measures for i in items if i.measures), measure),
            unit=unit, rows=rows, checked=any(row.checked for row in rows), chart=scatter(points),
            holders=sorted(names), most=MOST,
        )  # fmt: skip


def row_of(shelf: Shelf, item: Figure, series: Sequence[Series], rules: Sequence[MeasureRule]) -> Row:
    """A figure with its words, and what the official series that count the same say of it."""
    basis = ""
    if item.basis:
        of = item.basis.of or (when(item.basis.period) if item.basis.period else "")
        basis = item.basis.relation.replace("_", " ") + (f" of {of}" if of else "")
    concerned = [one for one in series if concerns(one, item, rules)]
    return Row(
        item, amount(item), when(item.period) if item.period else "", holder(item.holder), basis, quote_of(shelf, item),
        check(shelf.sources.cited(item), concerned, rules) if concerned else None,
    )  # fmt: skip
