"""Generated documents for property tests: any Unicode, every kind of item, shared names, all of it valid.

`annotated()` draws one document with items; `corpora()` several, some of which share entities and events; and
`derived(corpus)` questions and findings on a corpus. Texts hold emoji, right-to-left words, combining marks and NULs.
"""

import hashlib
import unicodedata
from datetime import date, timedelta

from hypothesis import strategies as st

from onrecord.model.documents import Block, Document, Embargo, Source, Terms
from onrecord.model.findings import Checks, Finding, Position, Question
from onrecord.model.identity import content_id, fold
from onrecord.model.items import (
    Annotated,
    Argument,
    Basis,
    Claim,
    Commitment,
    Entity,
    Event,
    Figure,
    Holder,
    Mention,
    Proposition,
    Relation,
    Role,
    Speaker,
    Statement,
    StatusChange,
)
from onrecord.model.spans import Evidence, Span
from onrecord.model.times import Interval, Published

WORDS = [
    "the", "minister", "said", "“no”", "café", "e\u0301t\u00e9", "👩🏽‍🚀", "שלום", "\u202eمرحبا\u202c", "Ω", "ﬁsh",
    "a\u0308\u0323", "12,5", "=SUM(A1)", "ß", "x\u200by", "\x00", "naïve", "‘quote’", "…", "日本",
]  # fmt: skip
NAMES = ["José Ñandú", "Jose Nandu", "Ana Okoro", "Office of Tolls", "غسان"]
PARTIES = [None, "Norland", "Sudonia"]

scores = st.floats(0, 1).map(lambda score: round(score, 3))
lines = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=12).map(" ".join)
phrases = st.none() | st.sampled_from(["the harbour", "grain", "-1 ships", "été"])


@st.composite
def intervals(draw):
    """A day or an open stretch."""
    start = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 400)))
    days = draw(st.sampled_from([1, 7, 30, None]))
    return Interval(
        start=start.isoformat() if days else None,
        end=(start + timedelta(days=days or 0)).isoformat(),
        precision=draw(st.sampled_from(["day", "week", "month", "span"])),
        text=draw(st.sampled_from(["Thursday", "last month", "until then"])),
    )


whens = st.none() | intervals()


@st.composite
def spans_of(draw, text, count=2):
    """Up to `count` ranges of a text, in order, not overlapping."""
    cuts = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * count, unique=True).map(sorted))
    return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def documents(draw, uri=None):
    """A document of one to four blocks."""
    text = unicodedata.normalize("NFC", "\n\n".join(draw(st.lists(lines, min_size=1, max_size=4))).replace("\r", "\n"))
    text = text if len(text) > 4 else text + " said"
    digest = hashlib.sha256(text.encode() + draw(st.binary(max_size=2))).hexdigest()
    blocks, start = [], 0
    for piece in text.split("\n\n"):
        kind = draw(st.sampled_from(["paragraph", "turn", "caption", "furniture", "title"]))
        blocks.append(Block(kind=kind, start=start, end=start + len(piece), label="Q" if kind == "turn" else None))
        start += len(piece) + 2
    day = draw(whens)
    return Document(
        id=content_id("document", digest),
        source=Source(
            uri=uri or draw(st.sampled_from(["a.txt", "b/ü.html", "https://example.test/?q=1#2"])),
            sha256=digest,
            media_type="text/plain",
            read_at="2024-05-01T10:00:00Z",
            encoding=draw(st.sampled_from([None, "utf-8"])),
        ),
        text=text,
        title=draw(st.none() | lines),
        outlet=draw(st.sampled_from([None, "The Quay", "Delta Post"])),
        authors=draw(st.sampled_from([(), ("Ana Okoro",)])),
        published=day
        and Published(start=day.start, end=day.end, precision=day.precision, text=day.text, known_by="dateline"),
        genre=draw(st.sampled_from(["report", "transcript"])),
        terms=draw(st.sampled_from([None, Terms(kind="background", text="on background")])),
        embargo=draw(st.sampled_from([None, Embargo(until=None, text="until noon")])),
        blocks=tuple(blocks),
    )


@st.composite
def annotated(draw, document=None, version="made/1"):
    """A document with up to two items of each kind; items that share words share a statement."""
    document = document or draw(documents())
    text, home = document.text, document.id
    few = st.integers(0, 2)

    def named(kind, *parts):
        return content_id(kind, home, *parts)

    who = st.sampled_from([None, *NAMES])
    speakers = st.builds(Speaker, name=who, description=phrases, anonymous=st.booleans())
    holders = st.builds(Holder, name=who, party=st.sampled_from(PARTIES))
    statements = []
    for number in range(draw(few)):
        content = draw(spans_of(text))
        statements.append(
            Statement(
                id=named("statement", content, number),
                document=home,
                content=content,
                cue=draw(st.just(()) | spans_of(text, 1)),
                manner=draw(st.sampled_from(["direct", "indirect", "mixed", "turn"])),
                stance=draw(st.sampled_from(["asserts", "denies"])),
                speaker=draw(speakers),
                uttered=draw(whens),
                venue=draw(phrases),
                nested_in=statements[0].id if statements and draw(st.booleans()) else None,
                score=draw(scores),
            )
        )
    within = st.sampled_from([None, *(statement.id for statement in statements)])
    claims = []
    for number in range(draw(few)):
        where = draw(spans_of(text))
        claims.append(
            Claim(
                id=named("claim", where, number),
                document=home,
                statement=draw(within),
                spans=where,
                text=draw(lines),
                polarity=draw(st.sampled_from(["affirmed", "negated"])),
                modality=draw(st.sampled_from(["asserted", "asked"])),
                holder=draw(holders),
                proposition=Proposition(
                    predicate=draw(st.sampled_from(["produce", "ship"])),
                    arguments=(Argument(role="agent", text="Norland", key="norland", spans=draw(spans_of(text, 1))),),
                ),
                about=draw(whens),
                hedge=draw(phrases),
                terms=("grain", "ship"),
                score=draw(scores),
            )
        )
    figures = []
    for number in range(draw(few)):
        where = draw(spans_of(text))
        figures.append(
            Figure(
                id=named("figure", where, number),
                document=home,
                spans=where,
                statement=draw(within),
                low=draw(st.none() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9)),
                high=draw(st.none() | st.integers(0, 10)),
                modifier="exact",
                unit=draw(st.sampled_from(["kg", "%", "ships"])),
                kind="absolute",
                measures=draw(phrases),
                period=draw(whens),
                basis=draw(st.none() | st.builds(Basis, relation=st.just("increase"), period=whens, of=phrases)),
                holder=draw(holders),
                score=draw(scores),
            )
        )
    commitments = []
    for number in range(draw(few)):
        where = draw(spans_of(text))
        commitments.append(
            Commitment(
                id=named("commitment", where, number),
                document=home,
                spans=where,
                statement=draw(within),
                parties=("Norland",),
                action=draw(lines),
                deadline=draw(whens),
                kind="pledge",
                history=(StatusChange(status="announced", when=draw(whens), document=home, spans=where),),
                score=draw(scores),
            )
        )
    relations = []
    for number in range(draw(few)):
        where = draw(spans_of(text))
        relations.append(
            Relation(
                id=named("relation", where, number),
                document=home,
                spans=where,
                subject=draw(st.sampled_from(NAMES)),
                predicate="meet",
                object="Sudonia",
                when=draw(whens),
                holder=draw(holders),
                score=draw(scores),
            )
        )
    return Annotated(
        document=document,
        version=version,
        entities=draw(_entities(document)),
        statements=tuple(statements),
        claims=tuple(claims),
        figures=tuple(figures),
        commitments=tuple(commitments),
        events=draw(_events(document)),
        relations=tuple(relations),
    )


@st.composite
def corpora(draw, most=4):
    """Several documents with different bytes."""
    found = draw(st.lists(annotated(), min_size=1, max_size=most, unique_by=lambda each: each.document.id))
    return tuple(found)


@st.composite
def derived(draw, corpus):
    """Questions and findings that comparing might bring out of a corpus."""
    claims = [claim for each in corpus for claim in each.claims]
    if not claims:
        return (), ()
    ids = tuple(sorted({claim.id for claim in claims}))
    question = Question(
        id=content_id("question", ids[0]),
        text=draw(lines),
        claims=ids,
        positions=(Position(party="Norland", holder=None, answer="no", since=draw(whens), claims=ids[:1]),),
    )
    finding = Finding(
        id=content_id("finding", "contradiction", ids),
        kind="contradiction",
        items=ids[:2],
        evidence=tuple(Evidence(document=claim.document, spans=claim.spans) for claim in claims[:2]),
        question=question.id,
        same_speaker=False,
        checks=Checks(time="agree"),
        reason="The one affirms what the other denies.",
        clash=("no", "yes"),
        score=draw(scores),
        method="polarity",
        version="made/1",
    )
    return (question,), (finding,)


@st.composite
def _entities(draw, document):
    found = {}
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3)):
        spans = draw(spans_of(document.text))
        entity = Entity(
            id=content_id("entity", "person", fold(name)),
            kind="person",
            name=name,
            aliases=draw(st.sampled_from([(), (name.split()[0],)])),
            roles=draw(st.sampled_from([(), (Role(title="minister", organisation="Norland", since="2024-01-01"),)])),
            party=draw(st.sampled_from(PARTIES)),
            mentions=tuple(Mention(document=document.id, start=start, end=end) for start, end in spans),
        )
        found.setdefault(entity.id, entity)
    return tuple(found.values())


@st.composite
def _events(draw, document):
    if not draw(st.booleans()):
        return ()
    return (
        Event(
            id=content_id("event", draw(st.sampled_from(["summit", "raid"]))),
            kind="meeting",
            mentions=(Evidence(document=document.id, spans=draw(spans_of(document.text))),),
            text=draw(lines),
            when=draw(whens),
            place=draw(phrases),
            participants=draw(st.sampled_from([(), ("Norland", "Sudonia")])),
            score=draw(scores),
        ),
    )
