"""Decisions on entities, kept in a record: merge, split, part by documents, and taking each back."""

import pytest

from onrecord.comparing.deciding import known, merge, part, split, undo
from onrecord.model.errors import OnRecordError
from onrecord.output.ties import sameness
from onrecord.record import Record
from reports import told

FIRST = "Ana Okoro said: “We do not ship grain to Sudonia.”"


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "onrecord.db", remembers=True) as opened:
        for number in range(3):
            opened.keep(told(f"{FIRST}\n\nIssue {number}.", uri=f"{number}.txt"))
        yield opened


@pytest.fixture
def ana(record):
    return next(iter(record.entities())).id


def documents(record):
    return sorted(document.id for document in record.documents())


def test_a_name_is_anothers_in_one_document_until_that_is_taken_back(record, ana):
    first = documents(record)[0]
    part(record, ana, [first], "Eva", "a namesake")
    same = sameness(record)
    (decision,) = same.parted
    assert same.bearers(ana)[0].without == (first,)
    assert same.bearers(decision.other)[0].only == (first,)
    assert same.entity(decision.other).name == "Ana Okoro"
    assert known(record, decision.other[:20]) == (decision.other, "Ana Okoro", ana)
    assert record.reviews(ana)[0].note == "a namesake"
    undone = undo(record, decision.other, "Bo")
    assert (undone.one, undone.by) == (ana, "Eva")
    assert sameness(record).members(ana) == (ana,)
    assert len(sameness(record).groups()) == 1


def test_what_a_decision_made_can_be_merged_and_split_again(record, ana):
    first, second, _ = documents(record)
    part(record, ana, [first], "Eva")
    part(record, ana, [second], "Eva")
    one, other = (decision.other for decision in sameness(record).parted)
    review = merge(record, one, other, "Bo")
    assert review.changes == {"same_as": other, "of": one}
    assert sameness(record).of(one) == sameness(record).of(other) != sameness(record).of(ana)
    split(record, other, one, "Bo")
    assert sameness(record).of(one) != sameness(record).of(other)
    assert undo(record, one, "Bo").same is False
    assert sameness(record).of(one) == sameness(record).of(other)


def test_verdicts_leave_what_was_worked_out_alone_and_documents_do_not(record, ana):
    before = sameness(record)
    record.review(next(iter(record.claims())).id, "accept", "Eva")
    assert sameness(record) is before
    record.remove(documents(record)[0])
    assert sameness(record) is not before


@pytest.mark.parametrize(
    ("decide", "code"),
    [
        (lambda record, ana, papers: merge(record, ana, ana, "Eva"), "E526"),
        (lambda record, ana, papers: merge(record, ana, next(iter(record.claims())).id, "Eva"), "E526"),
        (lambda record, ana, papers: split(record, ana, "entity-none", "Eva"), "E520"),
        (lambda record, ana, papers: part(record, ana, [], "Eva"), "E527"),
        (lambda record, ana, papers: part(record, ana, papers, "Eva"), "E527"),
        (lambda record, ana, papers: part(record, ana, ["document-none"], "Eva"), "E520"),
        (lambda record, ana, papers: undo(record, ana, "Eva"), "E522"),
    ],
)
def test_what_cannot_be_decided_is_told_in_a_line(record, ana, decide, code):
    with pytest.raises(OnRecordError) as caught:
        decide(record, ana, documents(record))
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
    assert record.reviews() == []


def test_no_document_twice(record, ana):
    first, second, third = documents(record)
    part(record, ana, [first], "Eva")
    with pytest.raises(OnRecordError, match="E527"):
        part(record, ana, [first], "Eva")
    with pytest.raises(OnRecordError, match="no document would be left"):
        part(record, ana, [second, third], "Eva")
