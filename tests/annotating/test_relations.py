"""Relations: actor, action, thing, with polarity and holder."""

import re

import pytest

from onrecord.annotating.relations import find_relations
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
    ("Norland supplies grain.", ("Norland", "grain"), "affirmed"),
    ("Norland does not supply grain.", ("Norland", "grain"), "negated"),
    ("Bo Falk was arrested by Ann Lee.", ("Ann Lee", "Bo Falk"), "affirmed"),
    ("Ann Lee met with Bo Falk.", ("Ann Lee", "Bo Falk"), "affirmed"),
    ("The Falk company sells fuel to Norland.", ("Falk company", "fuel"), "affirmed"),
    ("Ann Lee blamed smugglers who ship saffron.", ("smugglers", "saffron"), "affirmed"),
    ("Saffron made by Norland is cheap.", ("Norland", "Saffron"), "affirmed"),
]


@pytest.mark.parametrize(("text", "ends", "polarity"), CASES)
def test_a_relation(text, ends, polarity):
    found = annotated(text, find_relations, people="Ann Lee|Bo Falk", places="Norland")
    assert (ends, polarity) in [((r.subject, r.object), r.polarity) for r in found]
    for relation in found:
        assert relation.spans[0].of(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Norland deported Bo Falk.", ("Norland", "deport", "Bo Falk")),
        ("Ann Lee targeted Bo Falk.", ("Ann Lee", "target", "Bo Falk")),
        ("Norland waived more than 20 laws.", ("Norland", "waive", "laws")),
    ],
)
def test_a_verb_keeps_its_own_sense_and_an_end_its_own_name(text, ends):
    (found,) = annotated(text, find_relations, people="Ann Lee|Bo Falk", places="Norland")
    assert (found.subject, found.predicate, found.object) == ends


@pytest.mark.parametrize(
    "text",
    ["Similar meetings produced steel for Norland.", "Norland works with other countries.",
     "Norland could supply grain.", "Does Norland supply grain?", "If Norland supplied grain, all would eat.",
     "He supplies it.",
     "Ann Lee wants to arrest Bo Falk."],
)  # fmt: skip
def test_what_is_not_said_to_be(text):
    assert not annotated(text, find_relations, people="Ann Lee|Bo Falk", places="Norland")


def test_the_speaker_holds_it_and_we_is_the_speakers_party():
    text = "“We produce no steel and we supply grain,” said Ann Lee."
    found = annotated(
        text,
        find_relations,
        people="Ann Lee",
        quotes=[("We produce no steel and we supply grain,", "Ann Lee", "Norland")],
    )
    assert {(r.subject, r.object, r.polarity, r.holder.name) for r in found} >= {
        ("Norland", "grain", "affirmed", "Ann Lee")
    }
    assert all(r.polarity == "negated" for r in found if "steel" in r.object)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee opposes taxing Norland.", "Ann Lee sold fuel instead of arresting Bo Falk.",
        "However many walls Norland builds, Ann Lee is calm.", "Ann Lee struck down Bo Falk.",
        "The defeat led Ann Lee to accuse Bo Falk of it.", "The case of Lee v. Falk denied Norland.",
        "Ann Lee asked for a ban on Norland entering Portsund.", "The victory helped Bo Falk.",
    ],
)  # fmt: skip
def test_what_is_opposed_supposed_or_meant_otherwise(text):
    found = annotated(text, find_relations, people="Ann Lee|Bo Falk", places="Norland|Portsund")
    told = {(r.subject, r.predicate, r.object) for r in found}
    wrong = {"tax", "arrest", "build", "attack", "lead", "deny", "enter", "help"}
    assert not [one for one in told if one[1] in wrong]


def test_who_is_thanked_does_it_and_people_are_not_their_country():
    found = annotated("Ann Lee thanked Norland for extraditing Bo Falk.", find_relations, people="Ann Lee|Bo Falk",
                      places="Norland")  # fmt: skip
    assert ("Norland", "extradite", "Bo Falk") in {(r.subject, r.predicate, r.object) for r in found}
    (deported,) = annotated("Ann Lee deported Canadians.", find_relations, people="Ann Lee")
    assert deported.object == "Canadians"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee leads Bo Falk by two points in the poll.", "Ann Lee still leads the race in Norland.",
        "Ann Lee has met the goal of Norland.", "The contest represents a loss for Bo Falk.",
        "Ann Lee announced that Bo Falk was careless and would face Norland.",
        "Ann Lee beat Bo Falk, 47 percent to 45, among Norland's readers.",
    ],
)  # fmt: skip
def test_who_is_ahead_does_nothing_to_the_other(text):
    assert not annotated(text, find_relations, people="Ann Lee|Bo Falk", places="Norland")


def test_who_leads_a_parade_does():
    (found,) = annotated("Ann Lee led the parade in Norland.", find_relations, people="Ann Lee", places="Norland")
    assert (found.subject, found.predicate, found.object) == ("Ann Lee", "lead", "parade")


def ends(text, **given):
    return [(r.subject, r.predicate, r.object) for r in annotated(text, find_relations, **given)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee made no secret of it and opened her mouth.",
        "Ann Lee and Bo Falk traded the lead.",
        "Ann Lee delivered a stark message on Monday.",
        "Portsund and Ostrel are cities competing this summer's fair.",
        "Ann Lee charged a fee of ten crowns.",
        "ANN LEE SUPPLIES NORLAND GRAIN.",
        "She met a lawyer from Portsund, who represents Bo Falk.",
    ],
)
def test_idioms_and_what_a_verb_cannot_take_make_no_relation(text):
    assert ends(text, people="Ann Lee|Bo Falk", places="Portsund|Ostrel") == []


def test_a_substance_does_nothing():
    text = "Mercury enters Norland."
    (mercury,) = (Entity(id="entity-m", kind="substance", name="mercury", mentions=(
        Mention(document="document-1", start=0, end=7),)),)  # fmt: skip

    def with_substance(analysis, entities, statements):
        return find_relations(analysis, (*entities, mercury), statements)

    assert annotated(text, with_substance, places="Norland") == ()


def test_whose_clause_comes_later_does_not_do_what_the_first_clause_tells():
    text = "Backers praised Ann Lee, who is suing Bo Falk in Portsund, and Cy Dorn, who is not."
    told = ends(text, people="Ann Lee|Bo Falk|Cy Dorn", places="Portsund")
    assert ("Ann Lee", "sue", "Bo Falk") in told
    assert ("Cy Dorn", "sue", "Bo Falk") not in told
