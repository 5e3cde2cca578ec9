"""Verify finds what was changed behind the record's back, and nothing in a sound record."""

import hashlib
import json

import msgspec
import pytest
from sqlalchemy import text

from onrecord.model.findings import Checks, Finding
from onrecord.model.identity import content_id
from onrecord.model.spans import Evidence, Span
from reports import told

TEXT = "Ana Okoro said: “We do not ship grain to Sudonia.”\n\nSudonia counts 40 ships a month."


@pytest.fixture
def kept(record):
    found = told(TEXT)
    record.keep(found)
    return found


def tamper(record, sql, **values):
    with record._database.writing() as connection:
        connection.execute(text(sql), values)


CASES = [
    ("UPDATE documents SET body = replace(body, 'do not ship', 'do now ship')", {"hash"}),
    ("UPDATE documents SET sha256 = 'x'", {"id"}),
    ("UPDATE documents SET text_hash = 'x'", {"hash"}),
    ('UPDATE documents SET body = replace(body, \'"uri":"report\', \'"uri":"other\')', {"body"}),
    ("UPDATE claims SET body = replace(body, 'negated', 'affirmed')", {"hash"}),
    ("UPDATE claims SET body = replace(body, '[17,49]', '[17,4900]')", {"span", "hash"}),
    ("UPDATE claims SET body = 'nothing'", {"body"}),
    ("DELETE FROM statements", {"hash"}),
    ("DELETE FROM sources", {"body"}),
    ("INSERT INTO question_claims SELECT 'question-1', 'claim-none' FROM questions", set()),
]


@pytest.mark.parametrize(("sql", "kinds"), CASES)
def test_what_was_changed_is_found(record, kept, sql, kinds):
    assert list(record.verify()) == []
    tamper(record, sql)
    problems = list(record.verify())
    assert {problem.kind for problem in problems} == kinds
    assert all("\n" not in problem.reason for problem in problems)


def without(record, kept, name):
    """Store a document's claims and its own row as an earlier version did, whose types had no such field."""
    line = json.loads(msgspec.json.encode(kept))
    line["document"]["source"] |= {"uri": "", "read_at": ""}
    line["claims"] = [{key: value for key, value in line["claims"][0].items() if key != name}]
    body = compact(line["claims"][0])
    tamper(record, "UPDATE claims SET body = :body", body=body)
    content = hashlib.sha256(compact(line).encode()).hexdigest()
    tamper(record, "UPDATE documents SET content_hash = :content", content=content)


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_a_record_kept_before_a_type_gained_a_field_holds(record, kept):
    without(record, kept, "presupposed")
    assert list(record.verify()) == []
    without(record, kept, "score")
    assert list(record.verify()) == []
    record.keep(told(TEXT, uri="z copy.txt"))
    assert list(record.verify()) == []
    tamper(record, "UPDATE claims SET body = replace(body, 'negated', 'affirmed')")
    assert [problem.kind for problem in record.verify()] == ["hash"]


def test_items_of_a_version_that_this_one_cannot_read_are_told_as_such(record, kept):
    without(record, kept, "polarity")
    (problem,) = record.verify()
    assert (problem.item, problem.kind) == (kept.document.id, "version")
    assert "onrecord add --force" in problem.reason
    tamper(record, "UPDATE claims SET body = replace(body, 'asserted', 'asserte')")
    assert [problem.kind for problem in record.verify()] == ["body"]


def test_a_search_index_that_lost_a_block_is_found(record, kept, database):
    sql = {"sqlite": "DELETE FROM block_words", "postgresql": "UPDATE blocks SET words = NULL"}[database]
    tamper(record, sql)
    assert [problem.kind for problem in record.verify()] == ["search"]


def test_a_finding_that_rests_on_nothing_is_found(record, kept):
    finding = Finding(
        id=content_id("finding", "x"),
        kind="shift",
        items=("claim-none",),
        evidence=(Evidence(document=kept.document.id, spans=(Span(0, 10**6),)),),
        question=None,
        same_speaker=True,
        checks=Checks(),
        reason="",
        score=1.0,
        method="m",
        version="v",
    )
    record.put_findings([finding])
    assert {problem.kind for problem in record.verify()} == {"span", "orphan"}
