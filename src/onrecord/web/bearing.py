"""Where a name stands: the documents of an entity, with the sentence of the first mention in each."""

from typing import NamedTuple

from onrecord.comparing.sameness import Sameness
from onrecord.model.documents import Document
from onrecord.model.items import Entity
from onrecord.model.spans import Span
from onrecord.output.painting import harmless
from onrecord.output.wording import offices, when
from onrecord.output.words import sentence_around
from onrecord.record import Record, speaking
from onrecord.record.speaking import Who
from onrecord.web.headlines import headline
from onrecord.web.quoting import link_to

MOST = 40
"""Documents of one name that a page lists; the rest is counted."""

AROUND = 120
"""Characters of a sentence shown before and after a name."""


MARKED = 60
"""Mentions of one document that its link marks."""


class Named(NamedTuple):
    """One document that names somebody: the words around the first mention, how many there are, a link to them."""

    document: str
    title: str
    where: str
    dated: str
    before: str
    name: str
    after: str
    mentions: int
    link: str


class Bearing(NamedTuple):
    """One of the entities that are one: what it is called and is, and the documents that name it."""

    entity: Entity
    offices: list[str]
    named: tuple[Named, ...]
    documents: int
    statements: int


def bearings_of(record: Record, same: Sameness, entity: str, most: int = MOST) -> list[Bearing]:
    """The entities that are one with this one, each with where its name stands."""
    return [_bearing(record, same, part, most) for part in same.parts(entity)]


def _bearing(record: Record, same: Sameness, part: Entity, most: int) -> Bearing:
    (bearer,) = (own for own, one in zip(same.bearers(part.id), same.members(part.id), strict=True) if one == part.id)
    told = [
        (document, mentioned) for document, mentioned in record.entity_parts([bearer.entity])
        if (not bearer.only or document in bearer.only) and document not in bearer.without
    ]  # fmt: skip
    texts = {one.id: one for one in record.items("document", [document for document, _ in told[:most]])}
    named = tuple(
        _named(text, mentioned) for document, mentioned in told[:most]
        if isinstance(text := texts.get(document), Document)
    )  # fmt: skip
    _, said = record.look(speaking.statements, Who(part.name, (bearer,)), limit=1)
    return Bearing(part, offices(part.roles), tuple(sorted(named, key=lambda one: one.document)), len(told), said)


def _named(document: Document, mentioned: Entity) -> Named:
    spans = [Span(0, 0)] if not mentioned.mentions else []
    for mention in sorted(mentioned.mentions, key=lambda m: (m.start, -m.end)):
        if not spans or mention.start >= spans[-1].end:
            spans.append(Span(mention.start, mention.end))
    first = spans[0]
    around = sentence_around(document, first)
    text = document.text
    start, end = max(around.start, first.start - AROUND), min(around.end, first.end + AROUND)
    before, after = text[start : first.start], text[first.end : end]
    if start > around.start:
        before = "… " + before.partition(" ")[2]
    if end < around.end:
        after = after.rpartition(" ")[0] + " …"
    return Named(
        document.id,
        headline(document),
        document.outlet or "outlet unknown",
        when(document.published),
        harmless(" ".join(before.split()) + (" " if before[-1:].isspace() else "")),
        harmless(first.of(text)),
        harmless((" " if after[:1].isspace() else "") + " ".join(after.split())),
        len(mentioned.mentions),
        link_to(document.id, tuple(spans[:MARKED])),
    )
