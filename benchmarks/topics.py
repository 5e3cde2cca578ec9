"""Topics to compare: documents read together, with the pairs of spans in them that are known to stand somehow.

From the labelled set (`labelled/contradictions`), from clusters of PolNeAR articles where the corpus is at hand, and
from the generator of invented disputes.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from disputed import load
from disputes import disputes
from onrecord import read
from onrecord.model.documents import Document
from onrecord.model.spans import Span
from opposing import same_paper
from wordings import Half


class Place(NamedTuple):
    """A span of a document, which goes by its name in the set."""

    document: str
    span: Span


class Known(NamedTuple):
    """A pair of spans and what they are to each other; `group` is equal for pairs that tell one opposition again."""

    one: Place
    other: Place
    label: str
    kind: str | None = None
    temptation: str | None = None
    group: str = ""


class Topic(NamedTuple):
    """Documents by their names in the set, and what is known of them."""

    name: str
    part: str
    documents: dict[str, Document]
    known: tuple[Known, ...]


def labelled(part: str, polnear: Path | None = None) -> Iterator[Topic]:
    """The topics of one part of the labelled set."""
    loaded = load(polnear)
    known: dict[str, list[Known]] = {}
    for pair in loaded.pairs:
        one, other = (Place(place.document, Span(place.start, place.end)) for place in (pair.one, pair.other))
        known.setdefault(pair.topic, []).append(Known(one, other, pair.label, pair.kind, pair.temptation))
    told: dict[str, dict[str, Document]] = {}
    for text in loaded.texts.values():
        if text.part == part:
            told.setdefault(text.topic, {})[text.id] = document_of(msgspec.structs.asdict(text))
    for topic, documents in told.items():
        yield Topic(topic, part, documents, tuple(known.get(topic, ())))


def document_of(row: dict[str, Any]) -> Document:
    """A document of the set as reading gives it; its text is the row's, or the offsets would not hold."""
    fields = {key: row[key] for key in ("text", "title", "outlet", "date", "published") if row.get(key)}
    document = read(json.dumps(fields).encode(), uri=f"{row['id']}.jsonl")
    if document.text != row["text"]:
        raise SystemExit(f"{row['id']}: reading changed the text, so the labels' offsets do not hold")
    return document


def generated(number: int, half: Half, seed: int) -> Iterator[Topic]:
    """Invented disputes, each a topic.

    A pair of a report and its own copy is left out: it only says again what stands within the report.
    """
    for dispute in disputes(number, half, seed):
        documents = {}
        for paper in dispute.papers:
            documents[paper.id] = read(paper.text.encode(), uri=f"{paper.id}.txt")
            if documents[paper.id].text != paper.text:
                raise SystemExit(f"{paper.id}: reading changed the text")
        known = []
        for pair in dispute.pairs:
            if pair.one.document != pair.other.document and same_paper(pair.one, pair.other):
                continue
            one, other = (Place(m.document, Span(m.start, m.end)) for m in (pair.one, pair.other))
            issue, voices = pair.voices
            group = f"{dispute.name} {issue} {pair.label} {' '.join(sorted(voices))}"
            known.append(Known(one, other, pair.label, pair.kind, pair.temptation, group))
        yield Topic(dispute.name, half, documents, tuple(known))
