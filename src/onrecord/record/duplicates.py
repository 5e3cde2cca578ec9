"""Near-duplicates: documents that share most of their words, as syndicated and trimmed copies do.

A pair is linked when its five-word runs have a Jaccard likeness, or the longer contains of the shorter's, at
least `ALIKE`: a property of the two texts alone, so the order of adding cannot matter. Candidates share a key:
a MinHash band (alike all over) or a run of sampled shingles (a long stretch in common). The hashing is our own
few lines, not rensa's, because keys are kept: they must stay the same across machines and library versions.
"""

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, delete, func, or_, select

from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.record import dialects
from onrecord.record.postings import batches
from onrecord.record.results import Duplicate
from onrecord.record.rows import item_of
from onrecord.record.tables import DOCUMENTS, DUPLICATES, FINGERPRINTS

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray

ALIKE = 0.8
"""From here on two documents are near-duplicates."""

SHINGLE = 5
"""Words in a run."""

BANDS, ROWS = 12, 4
"""A pair with Jaccard 0.8 shares a band with probability 1 - (1 - 0.8^4)^12 > 0.998, one with 0.3 in 1 of 11 cases."""

SAMPLED, RUN = 20, 3
"""One shingle in so many is sampled, and so many neighbours make a key: a stretch of some 50 common words gives one.

Each key is a write to a place of its own in the table, so few of them matter: with 12 bands, 45 for 700 words.
"""

COMMON = 0.1
"""A pair is looked at when it shares a band, or this part of the run keys of the one that has fewer: boilerplate
that an outlet puts under everything does not make its documents candidates of one another."""

SEED = 1


class Fingerprint(NamedTuple):
    """What a document's near-duplicates are found and weighed by."""

    shingles: frozenset[int]
    bands: tuple[int, ...]
    runs: tuple[int, ...]


def fingerprint(document: Document) -> Fingerprint:
    """A document's fingerprint: a function of its words alone."""
    hashes = _shingles(document)
    return Fingerprint(frozenset(hashes), tuple(sorted(set(_bands(hashes)))), tuple(sorted(set(_runs(hashes)))))


def link(connection: Connection, name: str, mine: Fingerprint) -> None:
    """Keep a document's fingerprint, and link the near-duplicates among those kept before."""
    rows = []
    for batch in batches(_candidates(connection, mine) - {name}):
        for body in connection.execute(select(DOCUMENTS.c.body).where(DOCUMENTS.c.id.in_(batch))).scalars():
            other = item_of(Document, body)
            jaccard, containment = likeness(mine.shingles, fingerprint(other).shingles)
            if containment >= ALIKE:
                first, second = sorted((name, other.id))
                likeness_row = {"jaccard": round(jaccard, 6), "containment": round(containment, 6)}
                rows.append({"document": first, "other": second, **likeness_row})
    dialects.upsert(connection, DUPLICATES, rows)
    keys = {*mine.bands, *mine.runs}
    dialects.upsert(connection, FINGERPRINTS, [{"key": key, "document": name} for key in sorted(keys)], replace=False)


def unlink(connection: Connection, name: str, mine: Fingerprint) -> None:
    """Drop a document's fingerprint and links. By its keys: an index by document would double the table."""
    for batch in batches({*mine.bands, *mine.runs}):
        here = FINGERPRINTS.c.document == name
        connection.execute(delete(FINGERPRINTS).where(FINGERPRINTS.c.key.in_(batch), here))
    connection.execute(delete(DUPLICATES).where(or_(DUPLICATES.c.document == name, DUPLICATES.c.other == name)))


def duplicates_of(connection: Connection, document: str) -> list[Duplicate]:
    """A document's near-duplicates, most alike first."""
    rows = connection.execute(
        select(DUPLICATES).where(or_(DUPLICATES.c.document == document, DUPLICATES.c.other == document))
    )
    found = [
        Duplicate(
            document=row.other if row.document == document else row.document,
            jaccard=row.jaccard,
            containment=row.containment,
        )
        for row in rows
    ]
    return sorted(found, key=lambda d: (-d.jaccard, -d.containment, d.document))


def duplicates_among(connection: Connection, documents: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of near-duplicates of which both are among these documents, smaller id first, in order."""
    wanted = set(documents)
    found: list[tuple[str, str]] = []
    for batch in batches(wanted):
        rows = connection.execute(
            select(DUPLICATES.c.document, DUPLICATES.c.other).where(DUPLICATES.c.document.in_(batch))
        )
        found += ((one, other) for one, other in rows if other in wanted)
    return sorted(found)


def near_duplicates(connection: Connection, documents: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Those of these documents that have near-duplicates, each with theirs in order."""
    wanted = set(documents)
    found: dict[str, set[str]] = {}
    for batch in batches(wanted):
        here = or_(DUPLICATES.c.document.in_(batch), DUPLICATES.c.other.in_(batch))
        for one, other in connection.execute(select(DUPLICATES.c.document, DUPLICATES.c.other).where(here)):
            for name, twin in ((one, other), (other, one)):
                if name in wanted:
                    found.setdefault(name, set()).add(twin)
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def likeness(one: frozenset[int], other: frozenset[int]) -> tuple[float, float]:
    """The Jaccard likeness of two sets, and how much of the smaller the larger contains."""
    common = len(one & other)
    return common / len(one | other), common / min(len(one), len(other))


def _candidates(connection: Connection, mine: Fingerprint) -> set[str]:
    """The documents that share a band with this one, or enough runs."""
    found: set[str] = set()
    for batch in batches(mine.bands):
        found |= set(connection.execute(select(FINGERPRINTS.c.document).where(FINGERPRINTS.c.key.in_(batch))).scalars())
    shared: Counter[str] = Counter()
    for batch in batches(mine.runs):
        counted = select(FINGERPRINTS.c.document, func.count()).where(FINGERPRINTS.c.key.in_(batch))
        for document, count in connection.execute(counted.group_by(FINGERPRINTS.c.document)):
            shared[document] += count
    for names in batches(shared):
        lengths = select(DOCUMENTS.c.id, DOCUMENTS.c.runs).where(DOCUMENTS.c.id.in_(names))
        for document, runs in connection.execute(lengths):
            if shared[document] >= COMMON * min(runs, len(mine.runs)):
                found.add(document)
    return found


def _shingles(document: Document) -> list[int]:
    """A document's runs of words as 64-bit hashes, in text order; furniture does not count."""
    kept = [document.text[b.start : b.end] for b in document.blocks if b.kind != "furniture"] or [document.text]
    words = fold(" ".join(kept)).split()
    runs = [" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))]
    return [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs]


def _bands(hashes: list[int]) -> Iterator[int]:
    import numpy as np

    factors, offsets = _permutations()
    lowest = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    unique = np.unique(np.array(hashes, dtype=np.uint64))
    for start in range(0, len(unique), 4096):  # a bounded table, however long the text
        part = unique[start : start + 4096, None] * factors + offsets  # modulo 2^64, on purpose
        lowest = np.minimum(lowest, part.min(axis=0))
    for band in range(BANDS):
        yield _key(f"band {band}", lowest[band * ROWS : (band + 1) * ROWS].tolist())


def _runs(hashes: list[int]) -> Iterator[int]:
    sampled = [value for value in hashes if value % SAMPLED == 0]
    for first in range(len(sampled) - RUN + 1):
        yield _key("run", sampled[first : first + RUN])


def _key(kind: str, values: list[int]) -> int:
    digest = hashlib.blake2b(f"{kind} {values}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@lru_cache(maxsize=1)
def _permutations() -> "tuple[NDArray[uint64], NDArray[uint64]]":
    import numpy as np

    draw = random.Random(SEED)  # noqa: S311 - hashing for likeness, not for secrets
    count = BANDS * ROWS
    factors: Any = np.array([draw.getrandbits(64) | 1 for _ in range(count)], dtype=np.uint64)
    offsets: Any = np.array([draw.getrandbits(64) for _ in range(count)], dtype=np.uint64)
    return factors, offsets
