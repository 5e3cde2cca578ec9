"""Which later documents could tell what became of an undertaking: those that share its things, and names around them.

An undertaking is indexed under each of its most telling words with each of the names that its document says most, and
under pairs of those names; a document likewise under all its telling words. So the two meet by things and names,
however the outcome is worded.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

from onrecord.comparing.store import Store
from onrecord.comparing.stories import UNTELLING
from onrecord.comparing.undertaken import Part
from onrecord.comparing.weights import weight
from onrecord.comparing.words import stem, stems
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Annotated, Commitment

PROMISED, TELLING = "promised", "telling"
"""The indexes of undertakings and of documents."""

MOST_NAMES = 5
MOST_WORDS = 6
"""Of one undertaking."""
MOST_TOLD = 40
"""Words of one document."""
RARE = 0.9
"""What a stem weighs at least that may stand for a name at the head of a sentence."""
BOUND = 16
"""Of the undertakings, and of the documents, under one key, only this many smallest ids meet."""

_CAPITALISED = re.compile(r"(?P<before>[.!?:“\"‘(\n]\s*|^\s*)?\b(?P<name>[A-Z][\w-]{2,})")


def names_of(document: Document) -> tuple[str, ...]:
    """The words that a document writes as names, those that it says most first."""
    counted = _names(document.text)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name))[:MOST_NAMES])


def all_names(document: Document) -> frozenset[str]:
    """All words that a document writes as names, but for its outlet's."""
    return frozenset(_names(document.text)) - set(stems(document.outlet or ""))


@lru_cache(maxsize=4096)
def _names(text: str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for found in _CAPITALISED.finditer(text):
        name = stem(fold(found["name"]))
        if name in UNTELLING or len(name) < 3 or (found["before"] is not None and weight(name) < RARE):
            continue
        counted[name] += 1
    return counted


def promise_keys(commitment: Commitment, parts: Iterable[Part], names: Iterable[str]) -> tuple[str, ...]:
    """What an undertaking is indexed under."""
    told = {word: value for part in parts for word, value in part.words.items()}
    words = sorted(told, key=lambda word: (-told[word], word))[:MOST_WORDS]
    parties = {word for party in commitment.parties for word in stems(party) if weight(word) >= RARE}
    return _keys(words, sorted({*names, *parties})[: MOST_NAMES + 2], names)


def telling_keys(annotated: Annotated) -> tuple[str, ...]:
    """What a document that may tell of undertakings is indexed under."""
    said = Counter(word for claim in annotated.claims for word in set(stems(claim.text)) if not word[0].isdigit())
    words = sorted(said, key=lambda word: (-weight(word), -said[word], word))[:MOST_TOLD]
    names = names_of(annotated.document)
    return _keys(words, names, names)


def _keys(words: Iterable[str], names: Iterable[str], paired: Iterable[str]) -> tuple[str, ...]:
    keys = {_key(word, name) for word in words for name in names if word != name}
    return tuple(sorted(keys | {_key(one, other) for one, other in combinations(sorted(paired), 2)}))


def _key(one: str, other: str) -> str:
    return blake2b("|".join(sorted((one, other))).encode(), digest_size=6).hexdigest()


class Met(dict[str, set[str]]):
    """For each undertaking to be judged anew, the documents it meets; `touched` are all whose findings that sets."""

    def __init__(self) -> None:
        super().__init__()
        self.touched: set[str] = set()


def meet(
    store: Store,
    promised: Mapping[str, Iterable[str]],
    telling: Mapping[str, Iterable[str]],
    freed: Mapping[str, Iterable[str]],
) -> Met:
    """Index new undertakings and documents, and give the pairs of both that are to be judged.

    Judged are all pairs of what is new, of what it pushes over the bound of a key, and of what came within the bound of
    the keys that something left (`freed`).
    """
    store.index_items(PROMISED, promised)
    store.index_items(TELLING, telling)
    touched = {
        kind: _touched(store, kind, new, freed.get(kind, ()))
        for kind, new in ((PROMISED, promised), (TELLING, telling))
    }
    keys = {key for keys_of in touched.values() for keys in keys_of.values() for key in keys}
    under = {kind: store.first_with_keys(kind, sorted(keys), BOUND) if keys else {} for kind in touched}
    met = Met()
    met.touched = set(touched[PROMISED]) | set(touched[TELLING])
    for key in sorted(keys):
        undertakings, documents = under[PROMISED].get(key, ()), under[TELLING].get(key, ())
        for undertaking in undertakings:
            for document in documents:
                if undertaking in touched[PROMISED] or document in touched[TELLING]:
                    met.setdefault(undertaking, set()).add(document)
    return met


def _touched(
    store: Store, kind: str, new: Mapping[str, Iterable[str]], freed: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """The new items, those that they push over a bound, and those that came within it, with their keys."""
    keys_of = {item: tuple(keys) for item, keys in new.items()}
    left = Counter(freed)
    wanted = sorted({key for keys in keys_of.values() for key in keys}.union(left))
    held = store.first_with_keys(kind, wanted, BOUND + max([len(keys_of), *left.values()])) if wanted else {}
    moved = set()
    for key, items in held.items():
        inside = sum(item in keys_of for item in items[:BOUND])
        moved.update(items[max(0, BOUND - left.get(key, 0)) : BOUND + inside])
    moved -= keys_of.keys()
    return keys_of | (store.keys_of_items(kind, sorted(moved)) if moved else {})
