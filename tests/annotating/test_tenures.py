"""Offices with their dates, where a document tells who entered or left one and when."""

import re

import pytest

from onrecord.annotating.tenures import with_tenures
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention, Role
from onrecord.model.times import Published


def offices(text, people, *, role=None, published="2019-06-12"):
    """The dated offices of each person: (name, title, from, to)."""
    document = Document(
        id="document-1",
        source=Source(uri="x", sha256="0", media_type="text/plain", read_at="2019-06-13T00:00:00Z"),
        text=text,
        published=Published(start=published, end="2019-06-13", precision="day", text=published, known_by="given"),
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
    )
    entities = tuple(
        Entity(
            id=f"entity-{name}", kind="person", name=name, roles=(Role(title=role),) if role else (),
            mentions=tuple(
                Mention(document="document-1", start=m.start(), end=m.end()) for m in re.finditer(re.escape(name), text)
            ),
        )
        for name in people
    )  # fmt: skip
    found = with_tenures(analyse(document), entities, ())
    return {(e.name, r.title, r.since, r.until) for e in found for r in e.roles if r.since or r.until}


CASES = [
    ("Ann Lee was appointed fisheries minister in May.", ("Ann Lee", "fisheries minister", "2019-05-01", None)),
    ("Bo Falk resigned as mayor on Monday.", ("Bo Falk", "mayor", None, "2019-06-10")),
    ("Ann Lee was sworn in as governor on Monday.", ("Ann Lee", "governor", "2019-06-10", None)),
    ("Bo Falk stepped down as chairman in 2017.", ("Bo Falk", "chairman", None, "2017-12-31")),
]


@pytest.mark.parametrize(("text", "office"), CASES)
def test_an_office_with_its_date(text, office):
    assert offices(text, ["Ann Lee", "Bo Falk"]) == {office}


def test_who_succeeds_enters_when_the_other_leaves():
    found = offices("Ann Lee succeeded Bo Falk on Monday.", ["Ann Lee", "Bo Falk"], role="mayor")
    assert found == {("Ann Lee", "mayor", "2019-06-10", None), ("Bo Falk", "mayor", None, "2019-06-10")}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee will be appointed fisheries minister in July.", "Bo Falk did not resign as mayor on Monday.",
        "Ann Lee was appointed fisheries minister.", "Bo Falk would resign on Monday if asked.",
        "Bo Falk stood by Ann Lee on Monday.", "Bo Falk will be replaced by Ann Lee on Friday.",
        "Bo Falk took over the choir on the quay.", "Bo Falk handed over the keys.",
    ],
)  # fmt: skip
def test_what_gives_no_date(text):
    assert not offices(text, ["Ann Lee", "Bo Falk"])


@pytest.mark.parametrize(
    ("text", "leaving", "entering"),
    [
        ("Bo Falk was replaced by Ann Lee on Monday.", "Bo Falk", "Ann Lee"),
        ("Ann Lee took over from Bo Falk as mayor on Monday.", "Bo Falk", "Ann Lee"),
        ("Bo Falk handed over to Ann Lee on Monday.", "Bo Falk", "Ann Lee"),
        ("On Monday, Ann Lee succeeded Bo Falk as mayor.", "Bo Falk", "Ann Lee"),
        ("Ann Lee, who replaced Bo Falk on Monday, spoke first.", "Bo Falk", "Ann Lee"),
    ],
)
def test_one_leaves_and_another_enters(text, leaving, entering):
    found = offices(text, ["Ann Lee", "Bo Falk"], role="mayor")
    assert found == {(leaving, "mayor", None, "2019-06-10"), (entering, "mayor", "2019-06-10", None)}


def test_who_acts_for_now_took_over_from_who_did_not():
    found = offices("Ann Lee succeeded Bo Falk as acting mayor on Monday.", ["Ann Lee", "Bo Falk"], role="")
    assert ("Bo Falk", "mayor", None, "2019-06-10") in found
    assert ("Ann Lee", "acting mayor", "2019-06-10", None) in found
