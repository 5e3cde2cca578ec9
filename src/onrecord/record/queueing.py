"""What to judge next: findings and items that nobody has judged, those first whose verdict settles most.

A verdict settles much where it decides alone whether a question is disputed, where the score says least,
and where other findings rest on the item. Rows are ranked by the database and streamed, so that those
that are judged already are stepped over however many there are.
"""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from onrecord.record.tables import FINDING_ITEMS, FINDINGS, OF_ONE_DOCUMENT

WEIGHTS = {
    "contradiction": 1.0, "shift": 0.9, "figure_mismatch": 0.8, "overdue": 0.7, "progress": 0.6, "quote_variance": 0.5,
    "agreement": 0.3,
}  # fmt: skip
"""How much hangs on a finding of each kind: a contradiction is what a record is asked for first."""

AT_ONCE = 200


class Next(NamedTuple):
    """Something to judge. `rests` are the findings on the same question, or on the item, itself included."""

    item: str
    rests: int


def findings_to_judge(
    connection: Connection, *, without: Collection[str], limit: int, offset: int = 0, kind: str | None = None
) -> list[Next]:
    """The findings that nobody has judged, by what a verdict settles."""
    weight = case(WEIGHTS, value=FINDINGS.c.kind, else_=0.5)
    alike = func.count().over(partition_by=func.coalesce(FINDINGS.c.question, FINDINGS.c.id))
    unsure = 1.5 - func.abs(2 * FINDINGS.c.score - 1)
    ranked = select(FINDINGS.c.id, FINDINGS.c.kind, alike.label("alike"), (weight * unsure).label("weight")).subquery()
    query = select(ranked.c.id, ranked.c.alike)
    if kind:
        query = query.where(ranked.c.kind == kind)
    order = (ranked.c.weight / ranked.c.alike).desc()
    rows = connection.execute(query.order_by(order, ranked.c.id), execution_options={"yield_per": AT_ONCE})
    return _cut((Next(name, alike) for name, alike in rows), without, limit, offset)


def alike(connection: Connection, finding: str) -> int:
    """How many findings are on the question of this one, itself included."""
    question = select(FINDINGS.c.question).where(FINDINGS.c.id == finding).scalar_subquery()
    return int(connection.execute(select(func.count()).where(FINDINGS.c.question == question)).scalar_one())


def items_to_judge(
    connection: Connection, kind: str, *, without: Collection[str], limit: int, offset: int = 0
) -> list[Next]:
    """The items of a kind that nobody has judged: those that most findings rest on, then the others.

    The others come by id, which is a hash: that is a sample as good as a drawn one.
    """
    return _cut(_items(connection, kind), without, limit, offset)


def _items(connection: Connection, kind: str) -> Iterator[Next]:
    count = func.count()
    prefix = f"{kind}-"
    resting = (
        select(FINDING_ITEMS.c.item, count)
        .where(FINDING_ITEMS.c.item >= prefix, FINDING_ITEMS.c.item < f"{kind}.")  # "." follows "-"
        .group_by(FINDING_ITEMS.c.item)
        .order_by(count.desc(), FINDING_ITEMS.c.item)
    )
    seen = set()
    for item, findings in connection.execute(resting, execution_options={"yield_per": AT_ONCE}):
        seen.add(item)
        yield Next(item, findings)
    table = OF_ONE_DOCUMENT[kind]
    for item in connection.execute(
        select(table.c.id).order_by(table.c.id), execution_options={"yield_per": AT_ONCE}
    ).scalars():
        if item not in seen:
            yield Next(item, 0)


def _cut(rows: Iterator[Next], without: Collection[str], limit: int, offset: int) -> list[Next]:
    return list(islice((row for row in rows if row.item not in without), offset, offset + limit))
