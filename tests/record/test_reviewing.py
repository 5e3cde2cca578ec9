"""Reviews are only added, anything can be undone, and a verdict finds its item again by its words."""

import msgspec
import pytest

from onrecord.model.errors import UsageError
from onrecord.model.spans import Span
from reports import told

TEXT = "Ana Okoro said: “We do not ship grain to Sudonia.” Sudonia counts 40 ships a month."


@pytest.fixture
def claim(record):
    record.keep(told(TEXT))
    return next(record.claims()).id


def verdict(record, item):
    found = record.verdict(item)
    return found and found.verdict


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("accept", "accept"),
        ("accept reject", "reject"),
        ("accept undo", None),
        ("accept reject undo", "accept"),
        ("accept reject undo undo", None),
        ("accept note", "accept"),
        ("note", None),
        ("unsure edit", "edit"),
        ("accept undo reject", "reject"),
    ],
)
def test_the_latest_verdict_that_holds(record, claim, steps, expected):
    for step in steps.split():
        if step == "undo":
            record.undo("Ida")
        else:
            changes = {"polarity": "affirmed"} if step == "edit" else None
            record.review(claim, step, "Ida", note="see page 2" if step == "note" else None, changes=changes)
    assert verdict(record, claim) == expected


def test_there_is_an_end_to_undoing(record, claim):
    record.review(claim, "accept", "Ida")
    record.undo("Ida")
    with pytest.raises(UsageError, match="E522"):
        record.undo("Ida")


def test_an_undo_can_be_undone_and_another_s_verdict_taken_back_by_its_id(record, claim):
    accepted = record.review(claim, "accept", "Ida")
    undone = record.undo("Jon", accepted.id)
    assert verdict(record, claim) is None
    record.undo("Ida", undone.id)
    assert verdict(record, claim) == "accept"
    with pytest.raises(UsageError, match="E522"):
        record.undo("Jon")  # nothing of his own is left but undos


def test_history_says_who_when_before_and_after(record, claim):
    record.review(claim, "accept", "Ida")
    record.review(claim, "reject", "Jon", note="another harbour")
    record.undo("Jon")
    steps = record.history(claim)
    assert [(s.review.by, s.review.verdict, s.before, s.after, s.undone) for s in steps] == [
        ("Ida", "accept", None, "accept", False),
        ("Jon", "reject", "accept", "reject", True),
        ("Jon", "undo", "reject", "accept", False),
    ]
    assert [s.review.at for s in steps] == sorted(s.review.at for s in steps)


@pytest.mark.parametrize(
    ("name", "step", "more", "code"),
    [
        ("claim", "maybe", {}, "E523"),
        ("claim", "undo", {}, "E523"),
        ("claim", "edit", {}, "E524"),
        ("claim", "accept", {"changes": {"text": "x"}}, "E524"),
        ("claim", "note", {}, "E524"),
        ("document", "accept", {}, "E525"),
        ("nothing", "accept", {}, "E520"),
    ],
)
def test_what_cannot_be_reviewed_so(record, claim, name, step, more, code):
    item = {"claim": claim, "document": next(record.documents()).id}.get(name, name)
    with pytest.raises(UsageError, match=code):
        record.review(item, step, "Ida", **more)
    assert record.reviews() == []


def test_a_review_survives_re_annotation_on_the_same_words(record, claim):
    record.review(claim, "accept", "Ida")
    found = told(TEXT, version="made/2")
    renamed = msgspec.structs.replace(found.claims[0], id="claim-" + "1" * 24)
    assert record.keep(msgspec.structs.replace(found, claims=(renamed,))).outcome == "updated"
    (anchor,) = record.anchors()
    assert (anchor.state, anchor.item) == ("moved", renamed.id)
    assert verdict(record, renamed.id) == "accept"
    assert [review.item for review in record.reviews(renamed.id)] == [claim]
    assert record.lost_reviews() == []


def test_a_review_follows_words_that_moved_within_the_text(record, claim):
    record.review(claim, "accept", "Ida")
    found = told(TEXT, version="made/2")
    document = msgspec.structs.replace(found.document, text="By wire. " + found.document.text, blocks=())
    moved = tuple(Span(start + 9, end + 9) for start, end in found.claims[0].spans)
    shifted = msgspec.structs.replace(found.claims[0], id="claim-" + "1" * 24, spans=moved, statement=None)
    bare = msgspec.structs.replace(
        found, document=document, claims=(shifted,), statements=(), figures=(), entities=(), relations=()
    )
    record.keep(bare)
    assert [(anchor.state, anchor.item) for anchor in record.anchors()] == [("moved", shifted.id)]


@pytest.mark.parametrize("why", ["no item there", "two items there", "other words there", "document gone"])
def test_a_review_that_lost_its_words_is_reported_and_kept(record, claim, why):
    record.review(claim, "accept", "Ida")
    found = told(TEXT, version="made/2")
    (old,) = found.claims
    twins = [msgspec.structs.replace(old, id=f"claim-{digit * 24}") for digit in "12"]
    elsewhere = msgspec.structs.replace(old, id="claim-" + "3" * 24, spans=(Span(0, 9),))
    if why == "document gone":
        record.remove(found.document.id)
    else:
        claims = {"no item there": (), "two items there": tuple(twins), "other words there": (elsewhere,)}[why]
        record.keep(msgspec.structs.replace(found, claims=claims))
    assert [review.item for review in record.lost_reviews()] == [claim]
    assert [(anchor.state, anchor.item) for anchor in record.anchors()] == [("lost", None)]
    assert len(record.reviews()) == 1
    assert record.words_of_review(record.reviews()[0].id) == ("We do not ship grain to Sudonia.",)
    assert not any(twin.id in record.verdicts() for twin in twins)


def test_re_annotation_that_finds_the_same_keeps_reviews_exactly(record, claim):
    record.review(claim, "accept", "Ida")
    record.keep(told(TEXT, version="made/2"))
    assert [(anchor.state, anchor.item) for anchor in record.anchors()] == [("exact", claim)]


def test_figures_entities_statements_and_commitments_can_be_reviewed_too(record, claim):
    for items in (record.statements(), record.figures(), record.entities(), record.relations()):
        record.review(next(items).id, "unsure", "Ida")
    assert len(record.verdicts()) == 4
    assert {anchor.state for anchor in record.anchors()} == {"exact"}
