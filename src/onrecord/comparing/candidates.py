"""Which items could concern a new one: those that share a key with it, within a bound drawn by content."""

from collections.abc import Iterable, Mapping

from onrecord.comparing.store import Store

MOST_PARTNERS = 64
"""Of the items under one key, only this many smallest ids meet each other: the work stays bounded, and the
bound does not depend on who came first."""


def index_and_pair(store: Store, kind: str, keys_of: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Index new items, and give each the items that it may be paired with.

    Items that the new ones push over the bound of a key are in the answer too, with what is left to
    them, so that what was derived for them can be set right.
    """
    store.index_items(kind, keys_of)
    found = _first(store, kind, {key for keys in keys_of.values() for key in keys})
    touched = {item for item, keys in keys_of.items() if keys}
    pushed = {
        item
        for items in found.values()
        for item in items[MOST_PARTNERS : MOST_PARTNERS + len(touched.intersection(items[:MOST_PARTNERS]))]
    }
    if pushed - touched:
        others = store.keys_of_items(kind, sorted(pushed - touched))
        found |= _first(store, kind, {key for keys in others.values() for key in keys} - found.keys())
    pairs: dict[str, set[str]] = {item: set() for item in touched | pushed}
    for items in found.values():
        bounded = items[:MOST_PARTNERS]
        for item in pairs.keys() & set(bounded):
            pairs[item].update(other for other in bounded if other != item)
    return pairs


def _first(store: Store, kind: str, keys: Iterable[str]) -> dict[str, list[str]]:
    """Under each key those within the bound, and as many more as new ones can have pushed over it."""
    wanted = sorted(set(keys))
    return store.first_with_keys(kind, wanted, 2 * MOST_PARTNERS) if wanted else {}
