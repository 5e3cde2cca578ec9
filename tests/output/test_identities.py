"""People and offices through a record: documents read as they are, names and offices told as one person's."""

import pytest

from onrecord.annotating import annotate
from onrecord.model.documents import Block, Document, Source
from onrecord.model.times import Published
from onrecord.output.identities import group_lines, meant_lines, office_lines
from onrecord.output.ties import happenings_of, holders_of, sameness
from onrecord.record import Record

REPORTS = {
    "2019-03-02": "President Ana Quispe of Peru opened the port. Trade Minister José de la Cruz Ruiz of Peru came.",
    "2021-08-02": "Peru’s former president Ana Quispe met shipowners in Oslo on Monday, William Harper said.",
    "2021-08-03": "Peru's former president met builders in Oslo on Monday. “It went well,” Bill Harper said.",
    "2021-08-04": "Pepe Cruz Ruiz, Peru's trade minister, said the port would close. Norway's former president agreed.",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Four short reports, annotated as any are."""
    with Record.open(tmp_path_factory.mktemp("record") / "onrecord.db") as opened:
        for number, (day, text) in enumerate(REPORTS.items()):
            document = Document(
                id=f"document-{number}", text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),),
                source=Source(uri=f"{number}.txt", sha256=str(number), media_type="text/plain", read_at=day),
                published=Published(start=day, end=None, precision="day", text=day, known_by="given"),
            )  # fmt: skip
            with opened.transaction():
                opened.keep(annotate(document))
        yield opened


def called(record, name):
    """The name that stands for who is called so."""
    return sameness(record).called()[name.lower()].name


@pytest.mark.parametrize(
    ("name", "full"),
    [("bill harper", "William Harper"), ("pepe cruz ruiz", "José de la Cruz Ruiz"), ("ana quispe", "Ana Quispe")],
)
def test_nicknames_particles_and_accents_are_one_person(record, name, full):
    assert called(record, name) == full


@pytest.mark.parametrize(
    ("words", "day", "who"),
    [
        ("Peru's former president", "2021-08-03", "Ana Quispe"),
        ("the president of Peru", "2019-04-01", "Ana Quispe"),
        ("then-President of Peru", "2019-04-01", "Ana Quispe"),
        ("the president of Peru", "2021-08-03", None),
        ("Norway's former president", "2021-08-04", None),
    ],
)
def test_the_record_decides_whom_an_office_means_or_nobody_does(record, words, day, who):
    found = list(meant_lines(holders_of(record, sameness(record)).holders, words, day, ()))
    assert (found[0].partition(" (")[0] if found else None) == who


def test_an_office_in_an_event_is_its_holder_so_that_two_reports_are_one(record):
    (meeting,) = [h for h in happenings_of(record) if h.kind == "meeting"]
    assert {mention.document for account in meeting.accounts for mention in account.mentions} == {
        "document-1", "document-2"
    }  # fmt: skip


def test_offices_are_listed_with_their_holders(record):
    lines = list(office_lines(holders_of(record, sameness(record)).holders))
    assert any("Ana Quispe, from 2019-03-02" in line for line in lines)
    assert list(group_lines(sameness(record)))


def test_offices_on_a_day_are_those_told_to_be_held_then(record):
    known = holders_of(record, sameness(record)).holders
    assert any("Ana Quispe" in line for line in office_lines(known, "2019-03-02"))
    assert not any("Ana Quispe" in line for line in office_lines(known, "2019-03-01"))
    assert list(office_lines(known, "1901-01-01")) == []
