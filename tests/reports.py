"""Small reports on an invented dispute, with items found by their words: `told(text)` gives one annotated."""

import hashlib

from onrecord.model.documents import Block, Document, Source
from onrecord.model.identity import content_id, fold
from onrecord.model.items import (
    Annotated,
    Claim,
    Commitment,
    Entity,
    Event,
    Figure,
    Holder,
    Mention,
    Proposition,
    Relation,
    Speaker,
    Statement,
)
from onrecord.model.spans import Evidence, Span
from onrecord.model.times import Published


def told(text, *, uri="report.txt", day="2024-03-07", outlet="The Quay", title=None, version="made/1"):
    """A document of paragraphs; an item for each of its known phrases that the text has."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    home = content_id("document", digest)
    blocks, start = [], 0
    for piece in text.split("\n\n"):
        blocks.append(Block(kind="paragraph", start=start, end=start + len(piece)))
        start += len(piece) + 2
    document = Document(
        id=home,
        source=Source(uri=uri, sha256=digest, media_type="text/plain", read_at="2024-05-01T10:00:00Z"),
        text=text,
        title=title,
        outlet=outlet,
        published=day and Published(start=day, end=day, precision="day", text=day, known_by="given"),
        blocks=tuple(blocks),
    )

    def spans(phrase):
        at = text.find(phrase)
        return (Span(at, at + len(phrase)),) if at >= 0 else ()

    quote = spans("We do not ship grain to Sudonia.")
    person = Entity(
        id=content_id("entity", "person", fold("Ana Okoro")),
        kind="person",
        name="Ana Okoro",
        party="Norland",
        mentions=tuple(Mention(document=home, start=a, end=b) for a, b in spans("Ana Okoro")),
    )
    statement = Statement(
        id=content_id("statement", home, quote),
        document=home,
        content=quote,
        cue=spans("said"),
        manner="direct",
        stance="denies",
        speaker=Speaker(entity=person.id, name="Ana Okoro", party="Norland"),
    )
    holder = Holder(entity=person.id, name="Ana Okoro", party="Norland")
    claim = Claim(
        id=content_id("claim", home, quote),
        document=home,
        statement=statement.id,
        spans=quote,
        text="Norland does not ship grain to Sudonia",
        polarity="negated",
        modality="asserted",
        holder=holder,
        proposition=Proposition(predicate="ship"),
    )
    counted = spans("40 ships a month")
    figure = Figure(
        id=content_id("figure", home, counted),
        document=home,
        spans=counted,
        statement=None,
        low=40,
        high=40,
        modifier="exact",
        unit="ships",
        kind="rate",
        measures="grain ships",
        holder=Holder(name="Sudonia", party="Sudonia"),
    )
    promised = spans("promised to open the books by June")
    commitment = Commitment(
        id=content_id("commitment", home, promised),
        document=home,
        spans=promised,
        parties=("Norland",),
        action="open the books",
        kind="pledge",
    )
    relation = Relation(
        id=content_id("relation", home, counted),
        document=home,
        spans=counted,
        subject="Sudonia",
        predicate="count",
        object="ships",
    )
    event = Event(
        id=content_id("event", home, promised),
        kind="promise",
        mentions=(Evidence(document=home, spans=promised),),
        text="Norland promised to open the books",
        participants=("Norland",),
    )
    return Annotated(
        document=document,
        version=version,
        entities=(person,) if person.mentions else (),
        statements=(statement,) if quote else (),
        claims=(claim,) if quote else (),
        figures=(figure,) if counted else (),
        commitments=(commitment,) if promised else (),
        events=(event,) if promised else (),
        relations=(relation,) if counted else (),
    )
