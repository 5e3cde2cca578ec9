"""Pairs of claims as the product reads them in the disputes that weights may learn from.

These are part `e` of the labelled set, and those of `training/data/disputes`, many in a file.

A claim stands for a labelled span where the two cover much the same words. What touches the spans of a true pair
without standing for them is left out: whether it contradicts nobody has said. The words of the spans themselves are
set against each other too, since a claim can be read wrongly.
"""

import random
import sys
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from disputed import Part, texts_and_pairs
from marked import read_topics
from onrecord import annotate
from onrecord.comparing.likeness import shortlist
from onrecord.model.documents import Document
from onrecord.model.items import Claim
from onrecord.model.spans import Span
from tallying import TRUE
from topics import Known, Place, Topic, document_of, labelled
from training.entailment_sets import LABEL_BITS, Pair

PART: Part = "e"
WRITTEN = Path("training/data/disputes")
ALIKE = 0.4
"""Of the words of a claim and a span together, the share that both must cover for the one to stand for the other."""
LONGEST = 400
"""Characters of a text; the product shows the model no more."""
AGREEING = LABEL_BITS["entailment"] | LABEL_BITS["neutral"]
"""What agrees need not follow."""


def labelled_pairs(chance: random.Random, neutrals: float) -> list[Pair]:
    """All that contradict or agree, both ways, and so many times as many that do neither, half of them much alike."""
    found: list[Pair] = []
    for topic in (*labelled(PART), *written()):
        told = [*_of_spans(topic), *_of_claims(topic)]
        telling = [pair for pair in told if pair.allowed != LABEL_BITS["neutral"]]
        plain = [pair for pair in told if pair.allowed == LABEL_BITS["neutral"]]
        wanted = min(len(plain), round(neutrals * len(telling)))
        likely = min(wanted // 2, len(plain))
        found += telling + plain[:likely] + chance.sample(plain[likely:], min(wanted - likely, len(plain) - likely))
    return [
        way
        for pair in found
        if pair.premise != pair.hypothesis and max(len(pair.premise), len(pair.hypothesis)) <= LONGEST
        for way in (pair, Pair(pair.hypothesis, pair.premise, pair.allowed))
    ]


def written(folder: Path = WRITTEN) -> Iterator[Topic]:
    """The disputes that were written to learn from."""
    for path in sorted(folder.glob("*.txt")):
        for marked in read_topics(path):
            texts, pairs = texts_and_pairs(marked, PART)
            documents = {text.id: document_of(msgspec.structs.asdict(text)) for text in texts}
            known = (
                Known(
                    *(Place(place.document, Span(place.start, place.end)) for place in (pair.one, pair.other)),
                    pair.label,
                )
                for pair in pairs
            )
            yield Topic(marked.name, PART, documents, tuple(known))


def _of_spans(topic: Topic) -> Iterator[Pair]:
    """The labelled spans' own words against each other; what no label is of is neither."""
    labels = {frozenset((known.one, known.other)): known.label for known in topic.known}
    for one, other in combinations(sorted({place for known in topic.known for place in known[:2]}), 2):
        if not (one.document == other.document and one.span.overlaps(other.span)):
            yield Pair(_words(topic, one), _words(topic, other), _bits(labels.get(frozenset((one, other)))))


def _of_claims(topic: Topic) -> Iterator[Pair]:
    """Claims of a topic against each other, the most alike first."""
    names = {claim.id: name for name, document in topic.documents.items() for claim in _claims(document)}
    claims = [claim for document in topic.documents.values() for claim in _claims(document)]
    for one, other, _ in sorted(shortlist(claims, claims), key=lambda told: -told[2]):
        touched = [known for known in topic.known if touches(known, (names[one.id], one), (names[other.id], other))]
        standing = [known for known in touched if stands_for(known, (names[one.id], one), (names[other.id], other))]
        if standing:
            yield Pair(one.text, other.text, _bits(standing[0].label))
        elif not touched:
            yield Pair(one.text, other.text, LABEL_BITS["neutral"])


def _bits(label: str | None) -> int:
    return LABEL_BITS["contradiction"] if label in TRUE else AGREEING if label == "agreement" else LABEL_BITS["neutral"]


def _words(topic: Topic, place: Place) -> str:
    text = topic.documents[place.document].text[place.span.start : place.span.end]
    return " ".join(text.strip("“”\"' ").split())


@cache
def _claims(document: Document) -> tuple[Claim, ...]:
    return tuple(annotate(document).claims)


def _covers(place: Place, name: str, claim: Claim) -> float:
    """The share that both cover of the characters that either covers."""
    if place.document != name:
        return 0.0
    both = sum(max(0, min(span.end, place.span.end) - max(span.start, place.span.start)) for span in claim.spans)
    either = sum(span.end - span.start for span in claim.spans) + place.span.end - place.span.start - both
    return both / either


def _pairings(known: Known, one: tuple[str, Claim], other: tuple[str, Claim]) -> list[float]:
    return [
        min(_covers(known.one, *left), _covers(known.other, *right)) for left, right in ((one, other), (other, one))
    ]


def touches(known: Known, one: tuple[str, Claim], other: tuple[str, Claim]) -> bool:
    """Whether two claims, each with its document's name, share words with the two spans of a labelled pair."""
    return max(_pairings(known, one, other)) > 0


def stands_for(known: Known, one: tuple[str, Claim], other: tuple[str, Claim]) -> bool:
    """Whether two claims cover much the same words as the two spans of a labelled pair."""
    return max(_pairings(known, one, other)) >= ALIKE
