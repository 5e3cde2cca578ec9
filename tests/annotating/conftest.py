"""What the tests of undertakings share: a text annotated with names and quotations that the test gives."""

import re

import pytest

from onrecord.annotating.commitments import find_commitments
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Published


def _annotated(
    text,
    finder=find_commitments,
    *,
    people="",
    places="",
    bodies="",
    quotes=(),
    published="2019-06-12",
    kind="paragraph",
    **given,
):
    """Run a layer on a text; names are given with "|" between them, quotes as (words, speaker, party).

    What else is `given` (genre, outlet) is the document's.
    """
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(kind=kind, start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    document = Document(
        id="document-1",
        source=Source(uri="x", sha256="0", media_type="text/plain", read_at="2019-06-13T00:00:00Z"),
        text=text,
        published=Published(start=published, end=None, precision="day", text=published, known_by="given"),
        blocks=tuple(blocks),
        **given,
    )
    entities = tuple(
        Entity(
            id=f"entity-{name}", kind=sort, name=name,
            mentions=tuple(
                Mention(document="document-1", start=m.start(), end=m.end()) for m in re.finditer(re.escape(name), text)
            ),
        )
        for names, sort in ((people, "person"), (places, "place"), (bodies, "organisation"))
        for name in filter(None, names.split("|"))
    )  # fmt: skip
    statements = tuple(
        Statement(
            id=f"statement-{number}", document="document-1", manner="direct",
            content=(Span(text.index(words), text.index(words) + len(words)),),
            speaker=Speaker(name=speaker, party=party),
        )
        for number, (words, speaker, party) in enumerate(quotes)
    )  # fmt: skip
    return finder(analyse(document), entities, statements)


@pytest.fixture
def undertaken():
    """The undertakings of a text, given its names and quotations; `finder` runs instead of the whole layer."""
    return _annotated
