"""The summary: disagreements first, exact words with who, when and where, narrow enough for a message."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated
from inventing import Shape
from onrecord.comparing import compare
from onrecord.model.errors import Failure
from onrecord.output.context import in_quotes
from onrecord.output.disputes import chosen, disputes
from onrecord.output.summary import summary
from onrecord.record import Record

SHAPE = Shape(words=120, documents_per_dispute=6)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    with Record.open(tmp_path_factory.mktemp("summary") / "record.db") as opened:
        for number in range(6):
            with opened.transaction():
                kept = opened.keep(annotated(number, SHAPE))
                compare(opened, kept.document, questions=kept.questions)
        yield opened


def headings(lines):
    return [line for line in lines if line.isupper() and not line.startswith(" ")]


def test_disagreements_lead_and_failures_end(record):
    failure = Failure(
        uri="scan.pdf", code="E104", reason="the page has no text layer", remedy="Recognise its text first"
    )
    found = headings(summary(record, failures=[failure]))
    assert found[0] == "POSITIONS ON THE DISPUTED QUESTIONS"
    assert found[-2:] == ["ON THE RECORD", "FAILED"]


def test_every_line_fits_a_message(record):
    assert max(map(len, summary(record))) <= 80
    assert max(map(len, summary(record, width=60))) <= 60


def test_each_answer_comes_with_exact_words_speaker_office_date_and_source(record):
    text = "\n".join(summary(record))
    claim = next(c for c in record.claims() if f"[{c.id[:14]}]" in text)
    statement = record.get(claim.statement)
    words = claim.spans[0].of(record.document(claim.document).text)
    (entry,) = (part for part in text.split("     “") if f"[{claim.id[:14]}]" in part)
    entry = " ".join(entry.split())
    assert entry.startswith(f"{words}”")
    assert f"— {statement.speaker.name}, " in entry
    assert "Minister of " in entry
    assert "January 2015; " in entry
    assert entry.endswith(f".txt [{claim.id[:14]}]") or ".txt [" in entry


def test_a_rejected_finding_is_left_out_and_an_accepted_one_stays(record):
    first, second = chosen(record, kinds=["contradiction"])[:2]
    record.review(first.id, "reject", "a person")
    record.review(second.id, "accept", "a person")
    try:
        assert [f.id for f in chosen(record, kinds=["contradiction"], least=1.1)] == [second.id]
        assert first.id not in {f.id for f in chosen(record)}
        assert first.id in {f.id for f in chosen(record, rejected=True)}
    finally:
        record.undo("a person")
        record.undo("a person")


def test_disputes_between_parties_come_first(record):
    found = disputes(record, chosen(record))
    assert found
    assert any(not finding.same_speaker for finding in found[0].findings)


def test_only_what_concerns_the_documents_that_came_in(record):
    documents = [document.id for document in record.documents()][:1]
    found = chosen(record, documents=documents)
    assert found
    assert all(any(e.document in documents for e in finding.evidence) for finding in found)


def test_failures_alike_are_told_once(tmp_path):
    failures = [Failure(uri=f"{n}.pdf", code="E104", reason="no text layer") for n in range(12)]
    with Record.open(tmp_path / "empty.db") as empty:
        lines = list(summary(empty, failures=failures))
    assert sum("no text layer" in line for line in lines) == 1
    assert lines[-1] == "     … and 2 more files: onrecord failures"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We make no glass", "“We make no glass”"),
        ("“We make no glass,”", "“We make no glass”"),
        ("“We make no glass.", "“We make no glass.”"),
        ("He said “never” twice", "He said “never” twice"),
    ],
)
def test_words_stand_in_one_pair_of_quotation_marks(words, shown):
    assert in_quotes(words) == shown
