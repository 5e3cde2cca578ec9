"""In how many documents a search finds something: in all, and by outlet and year."""

from collections import Counter
from typing import NamedTuple

from sqlalchemy import Connection, Float, Integer, column, func, select, text

from onrecord.model.documents import Document
from onrecord.record import dialects, narrowing
from onrecord.record.filters import Filters
from onrecord.record.phrases import phrases_of
from onrecord.record.rows import item_of
from onrecord.record.tables import BLOCKS, DOCUMENTS

SAMPLE = 5_000
"""Passages that are counted: of a word that stands everywhere, they tell enough."""


class Facets(NamedTuple):
    """In how many documents a search finds something, and in how many of each outlet and year; `some` if not all."""

    documents: int
    outlets: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    some: bool = False


def facets(connection: Connection, query: str, filters: Filters, most: int = 12) -> Facets:
    """How many documents hold what was searched for: in all, by outlet and by year."""
    phrases = phrases_of(query)
    if not phrases:
        return Facets(0, (), ())
    sql, parameters = dialects.matching(connection, phrases)
    sql = f"SELECT id, score FROM ({sql}) AS matching LIMIT {SAMPLE}"  # noqa: S608 - our own SQL and number
    matches = text(sql).bindparams(**parameters).columns(column("id", Integer), column("score", Float)).subquery()
    found = (
        select(BLOCKS.c.document)
        .join(matches, matches.c.id == BLOCKS.c.id)
        .where(*narrowing.conditions(BLOCKS, filters))
        .distinct()
        .subquery()
    )
    year = func.substr(DOCUMENTS.c.day, 1, 4)
    counting = select(func.min(DOCUMENTS.c.id), DOCUMENTS.c.outlet, year, func.count())
    counting = counting.join(found, found.c.document == DOCUMENTS.c.id).group_by(DOCUMENTS.c.outlet, year)
    outlets: Counter[str] = Counter()
    years: Counter[str] = Counter()
    of_outlet: dict[str, str] = {}
    documents = 0
    for document, outlet, in_year, count in connection.execute(counting):
        documents += int(count)
        if outlet:
            outlets[outlet] += count
            of_outlet[outlet] = document
        if in_year:
            years[in_year] += count
    named = _written(connection, {outlet: of_outlet[outlet] for outlet, _ in outlets.most_common(most)})
    passages = connection.execute(select(func.count()).select_from(matches)).scalar_one()
    return Facets(
        documents,
        tuple((named[outlet], count) for outlet, count in outlets.most_common(most)),
        tuple(sorted(years.items(), reverse=True)[:most]),
        passages >= SAMPLE,
    )


def _written(connection: Connection, documents: dict[str, str]) -> dict[str, str]:
    """Outlets as they are written, by their folded names; each is read in one of its documents."""
    rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.body).where(DOCUMENTS.c.id.in_(documents.values())))
    written = {row.id: item_of(Document, row.body).outlet for row in rows}
    return {outlet: written.get(document) or outlet for outlet, document in documents.items()}
