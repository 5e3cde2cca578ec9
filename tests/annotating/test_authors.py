"""Who stands behind a word for somebody: senders of writings, holders of offices, bodies and pairs named before."""

import pytest

from onrecord.annotating.authors import holder_of, named_together
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import analyse
from onrecord.model.documents import Block, Document, Source
from onrecord.model.items import Entity, Mention, Role

PEOPLE, BODIES = "Ann Lee|Bo Falk", "Harbour Board|Pilots Union|Nurses League"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ann Lee’s lawsuit demands the closure of the port.", ("Ann Lee",)),
        ("A letter from Ann Lee urged the crews to leave.", ("Ann Lee",)),
        ("Ann Lee released an ad that urges the crews to leave.", ("Ann Lee",)),
        ("Ann Lee posted an ad. The ad urges the crews to leave.", ("Ann Lee",)),
        ("A petition urged the crews to leave.", ("petition",)),
    ],
)
def test_a_writing_speaks_for_who_sends_it(undertaken, text, parties):
    assert [c.parties for c in undertaken(text, people=PEOPLE)] == [parties]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Harbour Board met. The company vowed to open the port.", ("Harbour Board",)),
        ("Crews asked the transport ministry. The ministry vowed to open the port.", ("transport ministry",)),
        ("The Harbour Board and the Pilots Union met. Both organisations vowed to open the port.",
         ("Harbour Board", "Pilots Union")),
        ("The Harbour Board met. Both organisations vowed to open the port.", ("organisations",)),
        ("A small company vowed to open the port.", ("small company",)),
        ("The Nurses League met. The company vowed to open the port.", ("company",)),
    ],
)  # fmt: skip
def test_bodies_named_before(undertaken, text, parties):
    found = undertaken(text, bodies=BODIES)
    assert [c.parties for c in found] == [parties]


def _around(text, roles):
    """The surroundings of a text with people who hold an office each."""
    document = Document(
        id="d", text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        source=Source(uri="x", sha256="0", media_type="text/plain", read_at="2019-06-13T00:00:00Z"),
    )  # fmt: skip
    entities = tuple(
        Entity(
            id=name, kind="person", name=name, roles=(Role(title=title),),
            mentions=(Mention(document="d", start=text.index(name), end=text.index(name) + len(name)),),
        )
        for name, title in roles.items()
    )  # fmt: skip
    return Surroundings(analyse(document), entities, ())


@pytest.mark.parametrize(
    ("roles", "holder"),
    [
        ({"Ann Lee": "Sen.", "Bo Falk": "Gov."}, "Ann Lee"),
        ({"Ann Lee": "Sen.", "Bo Falk": "senator"}, None),
        ({"Ann Lee": "former senator", "Bo Falk": "Gov."}, None),
    ],
)
def test_an_office_names_its_one_holder(roles, holder):
    around = _around("Ann Lee met Bo Falk. The senator vowed to open the port.", roles)
    (parsed,) = around.analysis.blocks
    assert holder_of(around, parsed, next(t for t in parsed.doc if t.text == "senator")) == holder


def test_names_in_one_row_are_together():
    text = "Ann Lee, Bo Falk and Cy Marsh spoke, then Ann Lee."
    around = _around(text, {"Ann Lee": "x", "Bo Falk": "x", "Cy Marsh": "x"})
    assert named_together(around, len(text), 3, {"person"}) == ("Ann Lee", "Bo Falk", "Cy Marsh")
    assert named_together(around, len(text), 2, {"person"}) == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Audit Chamber met. The company vowed to open the port.", ("company",)),
        ("Vell Foods met. The union vowed to open the port.", ("union",)),
        ("Vell Foods met. The company is old. The company vowed to open the port.", ("Vell Foods",)),
        ("Vell Foods met. Crews sued the company. The company vowed to open the port.", ("company",)),
    ],
)
def test_a_body_is_called_by_nothing_of_another_sort(undertaken, text, parties):
    found = undertaken(text, bodies="Audit Chamber|Vell Foods")
    assert [c.parties for c in found] == [parties]
