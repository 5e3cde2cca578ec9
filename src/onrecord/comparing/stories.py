"""Which documents tell of one matter: those that share several of the names and words that they say most.

A document is indexed under pairs of its most telling terms, so documents meet by what they are about, however
they word it. The terms and their weights are the document's own; the order of adding plays no part.
"""

import math
from collections import Counter
from hashlib import blake2b
from itertools import combinations

from onrecord.annotating.issuers import is_issued
from onrecord.comparing.weights import weight
from onrecord.comparing.words import listed, stems
from onrecord.model.items import Annotated, Entity

INDEX = "story"
"""The index that holds these keys."""

TERMS = 16
"""Most telling terms of a document that are paired: 120 keys at most."""

HEAVIEST = 9
"""What a key of two of the rarest terms weighs, as its last digit; everyday terms make it lighter, down to 1."""

NAME = 1.4
"""What a word of a name weighs beside an equally rare word."""

LONGEST = 40
"""Characters of one term."""

UNTELLING = listed(
    """
    january february march april may june july august september october november december jan feb apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr sir prof per cent percent
    one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    first second third spokesman spokeswoman spokesperson statement
    """
)


def story_keys(annotated: Annotated) -> tuple[str, ...]:
    """What a document is indexed under."""
    return tuple(sorted({_key(one, other) for one, other in combinations(sorted(story_terms(annotated)), 2)}))


def story_terms(annotated: Annotated) -> tuple[str, ...]:
    """The names and words that tell most of what a document is about, the most telling first."""
    document = annotated.document
    kept = [document.text[b.start : b.end] for b in document.blocks if b.kind != "furniture"] or [document.text]
    if document.title and all(block.kind != "title" for block in document.blocks):
        kept.append(document.title)
    said = Counter(word for text in kept for word in stems(text))
    names = {word for entity in annotated.entities for word in _name_words(entity)}
    own = set(stems(document.outlet or ""))
    if document.genre == "release" or is_issued(document):
        said += Counter(own)  # others name the body whose own words these are
        own = set()
    told = {
        word: weight(word) * math.sqrt(times) * (NAME if word in names else 1.0)
        for word, times in said.items()
        if word not in UNTELLING and word not in own and not word[0].isdigit() and 1 < len(word) <= LONGEST
    }
    return tuple(sorted(told, key=lambda word: (-told[word], word))[:TERMS])


def _name_words(entity: Entity) -> tuple[str, ...]:
    """The words of a name: of a person the surname, for the next text may use no more."""
    words = stems(entity.name)
    return words[-1:] if entity.kind == "person" else words


def _key(one: str, other: str) -> str:
    """A hash of 16 digits, and the weight by which likeness is summed."""
    heavy = max(1, round(HEAVIEST * weight(one) * weight(other)))
    return f"{blake2b(f'{one}|{other}'.encode(), digest_size=8).hexdigest()}{heavy}"
