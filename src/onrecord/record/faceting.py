"""In how many documents a search finds something: in all, and by outlet and year."""

from collections import Counter
from typing import NamedTuple

from sqlalchemy import Connection, Float, Integer, column, func, select, text

from onrecord.record import dialects, narrowing
from onrecord.record.filters import Filters
from onrecord.record.phrases import phrases_of
from onrecord.record.tables import BLOCKS, DOCUMENTS


class Facets(NamedTuple):
    """In how many documents a search finds something, and in how many of each outlet and year."""

    documents: int
    outlets: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]


def facets(connection: Connection, query: str, filters: Filters, most: int = 12) -> Facets:
    """How many documents hold what was searched for: in all, by outlet and by year."""
    phrases = phrases_of(query)
    if not phrases:
        return Facets(0, (), ())
    sql, parameters = dialects.matching(connection, phrases)
    matches = text(sql).bindparams(**parameters).columns(column("id", Integer), column("score", Float)).subquery()
    found = (
        select(BLOCKS.c.document)
        .join(matches, matches.c.id == BLOCKS.c.id)
        .where(*narrowing.conditions(BLOCKS, filters))
        .distinct()
        .subquery()
    )
    year = func.substr(DOCUMENTS.c.day, 1, 4)
    query_ = select(DOCUMENTS.c.outlet, year, func.count()).join(found, found.c.document == DOCUMENTS.c.id)
    outlets: Counter[str] = Counter()
    documents = 0
    years: Counter[str] = Counter()
    for outlet, in_year, count in connection.execute(query_.group_by(DOCUMENTS.c.outlet, year)):
        documents += int(count)
        if outlet:
            outlets[outlet] += count
        if in_year:
            years[in_year] += count
    return Facets(documents, *(tuple(tally.most_common(most)) for tally in (outlets, years)))
