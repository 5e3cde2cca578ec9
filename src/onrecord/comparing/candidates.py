"""Which items could concern a new one: those that share a key with it, within a bound drawn by content."""

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.comparing.alternations import settled
from onrecord.comparing.keys import claim_keys
from onrecord.comparing.nearest import partners_of
from onrecord.comparing.store import Store

MOST_PARTNERS = 64
"""Of the items under one key, only this many smallest ids meet each other: the work stays bounded, and the
bound does not depend on who came first."""


def index_and_pair(store: Store, kind: str, keys_of: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Index new items, and give each the items that it may be paired with: under one key the first `MOST_PARTNERS`.

    Items that the new ones push over the bound of a key are in the answer too, with what is left to
    them, so that what was derived for them can be set right.
    """
    store.index_items(kind, keys_of)
    found = _first(store, kind, {key for keys in keys_of.values() for key in keys})
    touched = {item for item, keys in keys_of.items() if keys}
    pushed = {item for items in found.values() for item in _pushed_over(items, touched)}
    if pushed - touched:
        others = store.keys_of_items(kind, sorted(pushed - touched))
        found |= _first(store, kind, {key for keys in others.values() for key in keys} - found.keys())
    pairs: dict[str, set[str]] = {item: set() for item in touched | pushed}
    for items in found.values():
        bounded = items[:MOST_PARTNERS]
        for item in pairs.keys() & set(bounded):
            pairs[item].update(other for other in bounded if other != item)
    return pairs


def moved_up(store: Store, kind: str, freed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The items, with their keys, that came within the bound of a key since others left it (`freed`, one for each)."""
    left = Counter(freed)
    found = _first(store, kind, left)
    entered = {
        item for key, items in found.items() for item in items[max(0, MOST_PARTNERS - left[key]) : MOST_PARTNERS]
    }
    return store.keys_of_items(kind, sorted(entered)) if entered else {}


def claims_that_meet(store: Store, document: str) -> set[tuple[str, str]]:
    """The pairs of claims, smaller id first, that the indexes bring together for a document already compared.

    Claims meet in a scope, or because their documents tell of one matter. This is the candidate step alone, for
    measuring it: no gate has been passed.
    """
    annotated = store.annotated(document)
    keys_of = {claim.id: claim_keys(settled(claim)) for claim in annotated.claims}
    scopes = {keys[0] for keys in keys_of.values() if keys}
    under: dict[str, set[str]] = {scope: set() for scope in scopes}
    for claim, shared in store.items_with_keys("claim", sorted(scopes)).items() if scopes else ():
        for key in shared:
            under[key].add(claim)
    met = {_pair(claim, other) for claim, keys in keys_of.items() if keys for other in under[keys[0]] if other != claim}
    matters = [document, *partners_of(store, document)]
    theirs = [claim.id for claim in store.items_of("claim", matters)]
    return met | {_pair(claim, other) for claim in keys_of for other in theirs if other != claim}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _pushed_over(items: list[str], new: set[str]) -> list[str]:
    """The items under a key that new ones within its bound push over it."""
    return items[MOST_PARTNERS : MOST_PARTNERS + len(new.intersection(items[:MOST_PARTNERS]))]


def _first(store: Store, kind: str, keys: Iterable[str]) -> dict[str, list[str]]:
    """Under each key those within the bound, and as many more as new ones can have pushed over it."""
    wanted = sorted(set(keys))
    return store.first_with_keys(kind, wanted, 2 * MOST_PARTNERS) if wanted else {}
