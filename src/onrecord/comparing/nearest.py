"""Which documents are set beside each other: those that are among the most alike of one another.

Each document lists the documents that share most of what they are about with it, and two meet where each
stands in the other's list. So a document meets few, however crowded its matter is, and what is lost first is
what is least alike. The lists are kept with the record; they follow from the set of documents alone, and
adding one changes only the lists that it enters.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.comparing.store import Store
from onrecord.comparing.stories import INDEX
from onrecord.record.postings import LARGEST

NEAR, REACH = "near", "reach"
"""The indexes of a document's list, and of the last place in a list that is full."""

MOST_DOCUMENTS = 16
"""Documents in one list. Among 3,500 documents of invented disputes, which share their vocabulary, a document then
meets 12 others, and 91 in 100 of its own dispute's; with 8 places it was 78, with 32 it was 93 (counted with `CROWD`
at 256, where 16 places give 87)."""


class Met(msgspec.Struct, frozen=True):
    """The documents that one meets, and the pairs that meet no longer because it took a place."""

    partners: tuple[str, ...]
    parted: tuple[tuple[str, str], ...] = ()


def take_place(store: Store, document: str, keys: Iterable[str]) -> Met:
    """Index a document, enter it in the lists that it belongs in, and tell whom it meets."""
    wanted = sorted(set(keys))
    store.index_items(INDEX, {document: wanted})
    twins = set(store.near_duplicates([document]).get(document, ()))
    alike = store.alike(INDEX, wanted, REACH, MOST_DOCUMENTS + len(twins) + 1)
    shared = {other: told for other, told in alike.items() if other != document and other not in twins}
    own = sorted(_entry(likeness, other) for other, (likeness, _) in shared.items())[:MOST_DOCUMENTS]
    entered = [other for other, (likeness, last) in shared.items() if last is None or _entry(likeness, document) < last]
    before = store.keys_of_items(NEAR, {document, *map(_named, own), *entered})
    after = {document: own}
    gone: list[tuple[str, str]] = []
    for other in sorted(entered):
        held = before.get(other, ())
        listed = sorted({_entry(shared[other][0], document), *(each for each in held if _named(each) != document)})
        gone += ((other, _named(each)) for each in listed[MOST_DOCUMENTS:])
        after[other] = listed[:MOST_DOCUMENTS]
    _write(store, before, after)
    lists: dict[str, Sequence[str]] = {**before, **after}
    partners = [other for other in map(_named, own) if document in map(_named, lists.get(other, ()))]
    former = store.keys_of_items(NEAR, {name for _, name in gone} - before.keys()) | before
    parted = {(min(one, other), max(one, other)) for one, other in gone if one in map(_named, former.get(other, ()))}
    return Met(tuple(sorted(partners)), tuple(sorted(parted)))


def leave_place(store: Store, document: str, keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Take a document that stood under these keys out of all lists; the pairs that meet now that it has gone."""
    near = [other for other in store.alike(INDEX, keys, REACH, MOST_DOCUMENTS) if other != document]
    before = {name: held for name, held in store.keys_of_items(NEAR, near).items() if document in map(_named, held)}
    after: dict[str, list[str]] = {}
    for other, held in before.items():
        after[other] = [entry for entry in held if _named(entry) != document]
        if len(held) >= MOST_DOCUMENTS:  # others waited for the place
            own = store.keys_of_items(INDEX, [other]).get(other, ())
            left_out = {other, document, *store.near_duplicates([other]).get(other, ())}
            alike = store.alike(INDEX, own, REACH, MOST_DOCUMENTS + len(left_out))
            listed = sorted(_entry(likeness, name) for name, (likeness, _) in alike.items() if name not in left_out)
            after[other] = listed[:MOST_DOCUMENTS]
    _write(store, before, after)
    joined = [
        (one, other) for one in after for other in map(_named, after[one]) if other not in map(_named, before[one])
    ]
    lists = store.keys_of_items(NEAR, {other for _, other in joined})
    met = {(min(pair), max(pair)) for pair in joined if pair[0] in map(_named, lists.get(pair[1], ()))}
    return tuple(sorted(met))


def partners_of(store: Store, *documents: str) -> tuple[str, ...]:
    """The documents that any of these meets, which took their places already."""
    lists = store.keys_of_items(NEAR, documents)
    listed = {_named(entry) for held in lists.values() for entry in held}
    theirs = store.keys_of_items(NEAR, listed)
    return tuple(
        sorted(
            {
                other
                for name, held in lists.items()
                for other in map(_named, held)
                if name in map(_named, theirs.get(other, ()))
            }
        )
    )


def met_by(store: Store, documents: Iterable[str], least: int = 0) -> dict[str, tuple[str, ...]]:
    """For each of these documents those that it meets and that are so much alike."""
    lists = {
        name: [_named(entry) for entry in held if LARGEST - int(entry[:5]) >= least]
        for name, held in store.keys_of_items(NEAR, documents).items()
    }
    theirs = store.keys_of_items(NEAR, {other for held in lists.values() for other in held})
    return {
        name: tuple(sorted(other for other in held if name in map(_named, theirs.get(other, ()))))
        for name, held in lists.items()
    }


def _write(store: Store, before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> None:
    changed = {name: held for name, held in after.items() if list(held) != list(before.get(name, ()))}
    if changed:
        store.index_items(NEAR, changed)
        full = {name: held[-1:] for name, held in changed.items() if len(held) >= MOST_DOCUMENTS}
        store.index_items(REACH, {name: full.get(name, ()) for name in changed})


def _entry(likeness: int, document: str) -> str:
    """A place in a list: the more alike, the earlier in the order of words; ties fall to the smaller id."""
    return f"{LARGEST - min(likeness, LARGEST):05} {document}"


def _named(entry: str) -> str:
    return entry.split(" ", 1)[1]
