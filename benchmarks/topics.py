"""Topics to compare: documents read together, with the pairs of spans in them that are known to stand somehow.

From the labelled set (`labelled/contradictions`), from clusters of PolNeAR articles where the corpus is at hand, and
from the generator of invented disputes.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from disputes import disputes
from onrecord import read
from onrecord.model.documents import Document
from onrecord.model.spans import Span
from wordings import Half

LABELLED = Path(__file__).parent / "labelled" / "contradictions"


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
    known: dict[str, list[Known]] = {}
    for row in _lines(LABELLED / "pairs.jsonl"):
        known.setdefault(row["topic"], []).append(_known(row))
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in _lines(LABELLED / "documents.jsonl"):
        if row["part"] == part:
            rows.setdefault(row["topic"], []).append(row)
    for topic, told in rows.items():
        yield Topic(topic, part, {row["id"]: document_of(row) for row in told}, tuple(known.get(topic, ())))
    if polnear is not None and (LABELLED / "polnear.jsonl").exists():
        with gzip.open(polnear / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
            articles = {row["id"]: row for row in map(json.loads, lines)}
        for row in _lines(LABELLED / "polnear.jsonl"):
            if row["part"] == part:
                told = {name: document_of(articles[name]) for name in row["articles"]}
                yield Topic(row["topic"], part, told, tuple(known.get(row["topic"], ())))


def document_of(row: dict[str, Any]) -> Document:
    """A document of the set as reading gives it; its text is the row's, or the offsets would not hold."""
    fields = {key: row[key] for key in ("text", "title", "outlet", "date", "published") if row.get(key)}
    document = read(json.dumps(fields).encode(), uri=f"{row['id']}.jsonl")
    if document.text != row["text"]:
        raise SystemExit(f"{row['id']}: reading changed the text, so the labels' offsets do not hold")
    return document


def generated(number: int, half: Half, seed: int) -> Iterator[Topic]:
    """Invented disputes, each a topic."""
    for dispute in disputes(number, half, seed):
        documents = {}
        for paper in dispute.papers:
            documents[paper.id] = read(paper.text.encode(), uri=f"{paper.id}.txt")
            if documents[paper.id].text != paper.text:
                raise SystemExit(f"{paper.id}: reading changed the text")
        known = []
        for pair in dispute.pairs:
            one, other = (Place(m.document, Span(m.start, m.end)) for m in (pair.one, pair.other))
            issue, voices = pair.voices
            group = f"{dispute.name} {issue} {pair.label} {' '.join(sorted(voices))}"
            known.append(Known(one, other, pair.label, pair.kind, pair.temptation, group))
        yield Topic(dispute.name, half, documents, tuple(known))


def _known(row: dict[str, Any]) -> Known:
    one, other = (
        Place(row[side]["document"], Span(row[side]["start"], row[side]["end"])) for side in ("one", "other")
    )  # fmt: skip
    return Known(one, other, row["label"], row.get("kind"), row.get("temptation"))


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
