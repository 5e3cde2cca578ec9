"""Events with their sort, time, place and participants, mentions of one event merged."""

import re

import pytest

from onrecord.annotating.events import find_events
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention, Speaker, Statement
from onrecord.model.spans import Span
from onrecord.model.times import Published


def annotated(text, finder, *, people="", places="", bodies="", quotes=(), published="2019-06-12", kind="paragraph"):
    """Run a layer on a text; names are given with "|" between them, quotes as (words, speaker, party)."""
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


CASES = [
    ("Ann Lee met Bo Falk in Portsund on Tuesday.", "meeting", ("Ann Lee", "Bo Falk"), "2019-06-11", "Portsund"),
    ("Police arrested Bo Falk in Portsund on Monday.", "arrest", ("Bo Falk",), "2019-06-10", "Portsund"),
    ("Prosecutors charged Bo Falk last month.", "charge", ("Bo Falk",), "2019-05-01", None),
    ("Bo Falk was extradited to Norland in March.", "extradition", ("Bo Falk",), "2019-03-01", "Norland"),
    ("The council voted on Thursday.", "vote", (), "2019-06-06", None),
    ("Bo Falk resigned yesterday.", "resignation", ("Bo Falk",), "2019-06-11", None),
    ("Ann Lee visited Portsund on Monday.", "visit", ("Ann Lee",), "2019-06-10", "Portsund"),
]


@pytest.mark.parametrize(("text", "kind", "participants", "day", "place"), CASES)
def test_an_event(text, kind, participants, day, place):
    found = annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund|Norland")
    (event,) = [e for e in found if e.kind == kind]
    assert set(participants) <= set(event.participants)
    assert event.when.start == day
    assert event.place == place


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee did not meet Bo Falk.", "Ann Lee could visit Portsund.", "If Bo Falk is arrested, she leaves.",
        "The harbour met its goals.", "The plan was well executed.", "The shop charged Bo Falk $30.",
        "Her mind is shot.",
    ],
)  # fmt: skip
def test_what_did_not_happen(text):
    assert not annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")


def test_two_mentions_of_one_meeting_are_one_event():
    text = "Ann Lee met with Bo Falk on Tuesday.\n\nOn Tuesday morning, Ann Lee met with Bo Falk in Portsund."
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")
    assert len(event.mentions[0].spans) == 2
    assert event.place == "Portsund"


def test_meetings_on_two_days_stay_two():
    text = "Ann Lee met with Bo Falk on Tuesday.\n\nAnn Lee met with Bo Falk on Monday."
    assert len(annotated(text, find_events, people="Ann Lee|Bo Falk")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "He addressed the Norland Conference of Bishops on Monday.", "The minister feared an invasion of Norland.",
        "The paper chided the board, accusing them of waste.", "In these talks the case of Bo Falk was closed.",
    ],
)  # fmt: skip
def test_a_topic_or_a_body_is_no_event(text):
    kinds = {event.kind for event in annotated(text, find_events, people="Bo Falk", places="Norland")}
    assert not kinds & {"attack", "charge", "closure"}
    assert "meeting" not in kinds or "talks" in text


def test_a_caption_gives_its_persons_without_their_offices():
    text = (
        "Ann Lee Secretary of Public Safety, left, and Bo Falk Secretary of State, attend a meeting on June 11, 2019."
    )
    (event,) = annotated(text, find_events, people="Ann Lee|Bo Falk", kind="caption")
    assert event.participants == ("Ann Lee", "Bo Falk")


def test_a_mention_that_names_nobody_joins_the_same_deed():
    text = "On June 11, 2019, Ann Lee visited Portsund. He had visited it on June 11, 2019."
    assert len(annotated(text, find_events, people="Ann Lee", places="Portsund")) == 1
