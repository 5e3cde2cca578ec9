"""What no name fixes is asked of a whole matter: the same in whatever order its documents came and went."""

import random

import pytest

from onrecord.comparing import compare, reconsider
from onrecord.comparing.asking import shared_topic, worded
from onrecord.comparing.issues import issue_key, issue_of
from onrecord.comparing.questions import clause_of
from onrecord.record import Record

TERMS = ["Corvin", "Tolm", "Harrel", "Zabor", "quarry", "hoist"]
"""Words by which documents are of one matter."""


def scene(says, number):
    """What every paper on the matter tells, each in words of its own."""
    turned = TERMS[number % 6 :] + TERMS[: number % 6]
    others = [f"{word}{number}" for word in ("remb", "slont", "quib", "dravo", "yelt", "ompar", "trisk", "vundle")]
    words = " ".join(word for pair in zip(turned, others, strict=False) for word in pair)
    return says(f"{words} {' '.join(others[6:])}.", "see", agent=others[0], theme=others[1])


@pytest.fixture
def papers(says, doc):
    """Seven papers on one hoist, and one on another matter."""
    told = [
        [says("The hoist was locked.", "lock", theme="the hoist", by="Ada Fenn", party="Corvin Stone")],
        [says("The hoist was not locked.", "lock", no=True, theme="the hoist", by="Ugo Brill", party="Miners' League")],
        [says("The hoist may have been locked.", "lock", theme="hoist", modality="possible", by="Lia Sand")],
        [says("The old hoist was locked.", "lock", theme="old hoist", presupposed=True)],
        [says("The gate was locked.", "lock", theme="gate", by="Ada Fenn")],
        [says("The hoist was not locked, I saw it.", "lock", no=True, theme="hoist", by="Per Aal")],
        [says("The hoist was locked that day.", "lock", theme="hoist", by="Ada Fenn", party="Corvin Stone")],
    ]
    made = [
        doc(
            f"paper {number}",
            scene(says, number),
            *claims,
            published=f"2025-02-{10 + number}",
            outlet=f"Paper {number}",
        )
        for number, claims in enumerate(told)
    ]
    other = says("The hoist was locked.", "lock", theme="the hoist", by="Max Odd")
    far = says("Vessels of the Zennor fleet sailed for Ostrava.", "sail", agent="vessels", theme="fleet")
    return [*made, doc("far", far, other, published="2025-02-11", outlet="Far")]


def put(record, papers):
    for paper in papers:
        with record.transaction():
            kept = record.keep(paper)
            compare(record, kept.document, questions=kept.questions, freed=kept.freed, reprints=kept.reprints)
    return record


def drop(record, papers):
    for paper in papers:
        with record.transaction():
            gone = record.remove(paper.document.id)
            reconsider(record, gone.document, gone.questions, freed=gone.freed, reprints=gone.reprints)


def derived(record):
    return list(record.questions(by_id=True)), list(record.findings(by_id=True))


def test_one_thing_of_one_matter_is_one_question(tmp_path, papers):
    with put(Record.open(tmp_path / "r.db"), papers) as record:
        [question] = list(record.questions())
        assert question.text == "Was the hoist locked?"
        told = {(position.party or position.holder): position.answer for position in question.positions}
        assert told["Corvin Stone"] == "yes"
        assert told["Miners' League"] == told["Per Aal"] == "no"
        assert told["Lia Sand"] == "hedged"
        assert "Max Odd" not in told


@pytest.mark.parametrize("seed", range(4))
def test_order_and_what_came_between_never_show(tmp_path, papers, seed):
    shuffled = papers[:]
    random.Random(seed).shuffle(shuffled)
    with Record.open(tmp_path / "long.db") as record, Record.open(tmp_path / "fresh.db") as fresh:
        put(record, shuffled)
        drop(record, shuffled[:3])
        put(fresh, sorted(shuffled[3:], key=lambda each: each.document.id))
        assert derived(record) == derived(fresh)
        put(record, shuffled[:3])
        put(fresh, reversed(shuffled[:3]))
        assert derived(record) == derived(fresh)
        assert [q.text for q in record.questions()] == ["Was the hoist locked?"]


def test_what_names_nothing_joins_the_one_name_in_its_matter(tmp_path, says, doc):
    named = says("Corvin Stone sold the hoist.", "sell", agent="Corvin Stone", theme="hoist", by="Ugo Brill")
    bare = says("The hoist was never sold.", "sell", no=True, theme="hoist", by="Ada Fenn", party="Corvin Stone")
    papers = [doc("one", scene(says, 1), named, outlet="One"), doc("two", scene(says, 2), bare, outlet="Two")]
    with put(Record.open(tmp_path / "r.db"), papers) as record:
        [question] = list(record.questions())
        assert question.text == "Did Corvin Stone sell the hoist?"
        assert sorted(position.answer for position in question.positions) == ["no", "yes"]
    other = says("Oram Tools sold the hoist.", "sell", agent="Oram Tools", theme="hoist", by="Lia Sand")
    with put(Record.open(tmp_path / "s.db"), [*papers, doc("three", scene(says, 3), other, outlet="Three")]) as record:
        assert not list(record.questions())  # whom the bare denial means is open


@pytest.mark.parametrize(
    ("text", "predicate", "arguments", "key"),
    [
        ("The hoist was locked.", "lock", {"theme": "hoist"}, "fact|lock|hoist|"),
        ("The hoist jammed.", "jam", {"agent": "hoist"}, "fact|jam|hoist|"),
        ("The miners had the notice.", "have", {"agent": "miners", "theme": "notice"}, "fact|have|notice|miners"),
        ("The miners had it.", "have", {"agent": "miners", "theme": "it"}, None),
        ("People were told.", "inform", {"theme": "people"}, None),
        ("It was locked.", "lock", {"theme": "it"}, None),
        ("Somebody said the hoist.", "say", {"agent": "somebody", "theme": "hoist"}, None),
    ],
)
def test_what_an_issue_is_known_by(text, predicate, arguments, key, says, doc):
    [claim] = doc("x", says(text, predicate, **arguments)).claims
    assert issue_key(claim) == key


def test_who_did_it_is_asked_only_where_most_say_so(says, doc):
    papers = doc(
        "x",
        says("The firm replaced the filter.", "replace", agent="the firm", theme="the filter"),
        says("The filter was not replaced.", "replace", no=True, theme="the filter"),
        says("The filter was replaced.", "replace", theme="the filter"),
    )
    topic = shared_topic(papers.claims)
    assert clause_of(topic, worded(topic, papers.claims)).question == "Was the filter replaced?"
    assert issue_of(papers.claims[0]).head == "filter"


def test_who_was_warned_was_told_and_the_question_is_of_what(tmp_path, says, doc):
    warned = says("The crew had been warned of a gale.", "warn", theme="crew", topic="gale", by="Ada Fenn")
    told = says("We were not told of any gale.", "inform", no=True, theme="", topic="gale", by="Ugo Brill")
    papers = [doc("one", scene(says, 1), warned, outlet="One"), doc("two", scene(says, 2), told, outlet="Two")]
    with put(Record.open(tmp_path / "r.db"), papers) as record:
        [question] = list(record.questions())
        assert question.text == "Was the crew told about a gale?"
        assert sorted(position.answer for position in question.positions) == ["no", "yes"]


def test_where_a_thing_comes_from_is_asked_of_each_source(tmp_path, says, doc):
    kiln = says("The soot comes from the kiln.", "enter", theme="the soot", source="the kiln", by="Ada Fenn")
    no = says("The soot does not come from the kiln.", "enter", no=True, theme="soot", source="kiln", by="Ugo Brill")
    quay = says("The soot comes from the quay.", "enter", theme="the soot", source="the quay", by="Ugo Brill")
    papers = [doc("one", scene(says, 1), kiln, outlet="One"), doc("two", scene(says, 2), no, quay, outlet="Two")]
    with put(Record.open(tmp_path / "r.db"), papers) as record:
        [question] = list(record.questions())
        assert question.text == "Does the soot come from the kiln?"
        assert sorted(position.answer for position in question.positions) == ["no", "yes"]


def test_who_did_it_is_left_out_where_few_name_them(tmp_path, says, doc):
    named = says("Per Aal sold the hoist.", "sell", agent="Per Aal", theme="the hoist", by="Per Aal")
    bare = [
        says(f"The hoist was never sold, said number {number}.", "sell", no=True, theme="the hoist", by=by)
        for number, by in enumerate(("Ada Fenn", "Ugo Brill"))
    ]
    papers = [doc("one", scene(says, 1), named, outlet="One"), doc("two", scene(says, 2), *bare, outlet="Two")]
    with put(Record.open(tmp_path / "r.db"), papers) as record:
        assert [question.text for question in record.questions()] == ["Was the hoist sold?"]
