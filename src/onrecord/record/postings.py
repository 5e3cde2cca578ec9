"""Which items share a key: the index by which comparing finds candidates without looking at all pairs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Integer, cast, delete, func, insert, or_, select, text

from onrecord.record.tables import POSTINGS

AT_ONCE = 500
"""Values in one `IN (…)`: below the limit of every SQLite build."""

HASHED = 16
"""Characters of a weighed key before its weight."""

LARGEST = 99_999
"""What a place in a list is counted down from, so that the most alike come first in the order of words."""

CROWD = 64
"""What more items than this share tells little of any two of them: such a key does not count for likeness. Of 3,500
documents of invented disputes those of one dispute meet in 91 of 100 cases so, in 87 where 256 may share a key."""

MOST_KEYS = 500
"""Keys of one item by which likeness is counted."""


WALKS = 50
"""Keys under each of which the first items are looked up by one statement."""

_WALKS = text(
    " UNION ALL ".join(
        f"SELECT * FROM (SELECT key, item FROM {POSTINGS.name} WHERE kind = :kind AND key = :key{n} "  # noqa: S608
        f"ORDER BY item LIMIT :most) AS walk{n}"
        for n in range(WALKS)
    )
)

V = TypeVar("V", str, int)


def batches(values: Iterable[V]) -> Iterator[Sequence[V]]:
    """Values without doubles, sorted, in runs that one statement can take."""
    remaining = iter(sorted(set(values)))
    while batch := list(islice(remaining, AT_ONCE)):
        yield batch


def index_items(connection: Connection, kind: str, keys_of: Mapping[str, Iterable[str]]) -> None:
    """Index items under keys, in place of the keys that each had for this kind."""
    for batch in batches(keys_of):
        connection.execute(delete(POSTINGS).where(POSTINGS.c.item.in_(batch), POSTINGS.c.kind == kind))
    rows = [{"kind": kind, "key": key, "item": item} for item, keys in keys_of.items() for key in sorted(set(keys))]
    if rows:
        connection.execute(insert(POSTINGS), rows)


def items_with_keys(connection: Connection, kind: str, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The items under any of these keys, in id order, each with those keys in order."""
    shared: dict[str, list[str]] = {}
    for batch in batches(keys):
        rows = connection.execute(
            select(POSTINGS.c.item, POSTINGS.c.key).where(POSTINGS.c.kind == kind, POSTINGS.c.key.in_(batch))
        )
        for item, key in rows:
            shared.setdefault(item, []).append(key)
    return {item: tuple(sorted(shared[item])) for item in sorted(shared)}


def first_with_keys(connection: Connection, kind: str, keys: Iterable[str], most: int) -> dict[str, list[str]]:
    """The items under each key, in id order, no more than `most`: however many there are, few are read."""
    under: dict[str, list[str]] = {}
    for batch in batches(keys):
        limit = most * max(4, len(batch) // 2)
        rows = _under(connection, kind, batch, limit)
        if len(rows) == limit:
            rows = _first_under_each(connection, kind, batch, most)
        for key, item in rows:
            under.setdefault(key, []).append(item)
    return {key: items[:most] for key, items in under.items()}


def index_of(connection: Connection, kind: str) -> dict[str, list[str]]:
    """All of one kind of index: each key with its items, in id order."""
    under: dict[str, list[str]] = {}
    here = select(POSTINGS.c.key, POSTINGS.c.item).where(POSTINGS.c.kind == kind)
    for key, item in connection.execute(here.order_by(POSTINGS.c.key, POSTINGS.c.item)):
        under.setdefault(key, []).append(item)
    return under


def keys_of_items(connection: Connection, kind: str, items: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The keys of each item, in id order."""
    found: dict[str, list[str]] = {}
    for batch in batches(items):
        rows = connection.execute(
            select(POSTINGS.c.item, POSTINGS.c.key).where(POSTINGS.c.item.in_(batch), POSTINGS.c.kind == kind)
        )
        for item, key in rows:
            found.setdefault(item, []).append(key)
    return {item: tuple(sorted(found[item])) for item in sorted(found)}


def alike(
    connection: Connection, kind: str, keys: Iterable[str], reach: str, most: int
) -> dict[str, tuple[int, str | None]]:
    """How much items share of `keys`, by the weight that each key ends with: the `most` that share most, and others.

    The others are those without a key in the index `reach`, and those as much alike as it begins with; it is in
    the answer. Counted by the database in one walk along the index, without the keys that a `CROWD` shares.
    """
    wanted = sorted(set(keys))[:MOST_KEYS]
    if not wanted:
        return {}
    counted = select(POSTINGS.c.key).where(POSTINGS.c.kind == kind, POSTINGS.c.key.in_(wanted))
    common = set(connection.execute(counted.group_by(POSTINGS.c.key).having(func.count() > CROWD)).scalars())
    weight = func.sum(cast(func.substr(POSTINGS.c.key, HASHED + 1), Integer)).label("weight")
    here = (POSTINGS.c.kind == kind) & POSTINGS.c.key.in_([key for key in wanted if key not in common])
    summed = select(POSTINGS.c.item, weight).where(here).group_by(POSTINGS.c.item)
    shared = summed.cte("shared").prefix_with("MATERIALIZED")
    best = select(shared.c.item).order_by(shared.c.weight.desc(), shared.c.item).limit(most).subquery()
    last = POSTINGS.alias("last")
    place = LARGEST - cast(func.substr(last.c.key, 1, len(str(LARGEST))), Integer)
    query = (
        select(shared.c.item, shared.c.weight, last.c.key)
        .select_from(shared.outerjoin(last, (last.c.item == shared.c.item) & (last.c.kind == reach)))
        .where(or_(last.c.key.is_(None), shared.c.weight >= place, shared.c.item.in_(select(best.c.item))))
    )
    return {item: (int(told), end) for item, told, end in connection.execute(query)}


def _under(connection: Connection, kind: str, keys: Sequence[str], most: int) -> list[tuple[str, str]]:
    query = select(POSTINGS.c.key, POSTINGS.c.item).where(POSTINGS.c.kind == kind, POSTINGS.c.key.in_(keys))
    rows = connection.execute(query.order_by(POSTINGS.c.key, POSTINGS.c.item).limit(most))
    return [(key, item) for key, item in rows]


def _first_under_each(connection: Connection, kind: str, keys: Sequence[str], most: int) -> list[tuple[str, str]]:
    """The first items under each key, each key's found by a walk of its own, so many keys by one statement."""
    found: list[tuple[str, str]] = []
    for start in range(0, len(keys), WALKS):
        asked = keys[start : start + WALKS]
        # A statement of one length is prepared once: what is left over is asked for twice.
        names = {f"key{n}": asked[n % len(asked)] for n in range(WALKS)}
        rows = connection.execute(_WALKS, {"kind": kind, "most": most, **names})
        found += {(key, item) for key, item in rows}
    return sorted(found)


def keys_held(connection: Connection, items: Iterable[str]) -> dict[str, list[str]]:
    """The keys of each kind of index that these items stand under, once for each item."""
    held: dict[str, list[str]] = {}
    for batch in batches(items):
        for kind, key in connection.execute(select(POSTINGS.c.kind, POSTINGS.c.key).where(POSTINGS.c.item.in_(batch))):
            held.setdefault(kind, []).append(key)
    return {kind: sorted(keys) for kind, keys in sorted(held.items())}


def forget(connection: Connection, items: Iterable[str]) -> None:
    """Drop items from every index."""
    for batch in batches(items):
        connection.execute(delete(POSTINGS).where(POSTINGS.c.item.in_(batch)))
