"""From text to findings: what a reader of a few short reports is told, all layers and the record together."""

import pytest

from onrecord import Record, annotate, read
from onrecord.comparing import DEFAULT_SCORE, compare

LEFT = """OSLO, Norway (Harbour Wire) - Norway and Iceland disagreed on Tuesday about the harbor town of Selvik.

"We have withdrawn all our soldiers from Selvik," Norway's Defense Minister Kari Lund told reporters in Oslo.

Icelandic Foreign Minister Jon Arnarson denied that. "Norwegian soldiers have not left Selvik," he said.

March 12, 2024
"""
STILLS = """OSLO, March 13, 2024 (Harbour Wire) - Norway's health secretary, Per Dahl, spoke to reporters on Wednesday.

"In Norway, we have not found a single illegal distillery," Dahl said.

Asked again, he said more. "In Norway we have two illegal distilleries, small ones, in the north," Dahl said.
"""
SIDE_BY_SIDE = """OSLO, March 14, 2024 (Harbour Wire) - Ministers spoke about fish on Thursday.

"Cod prices did not rise in Norway in 2022," Fisheries Minister Ola Berg of Norway said.

"Cod prices rose in Norway in 2023," Trade Minister Siri Holm of Norway said.

"Iceland should close its ports," Berg said. Iceland has not closed its ports.
"""


@pytest.fixture
def told(tmp_path):
    def tell(*texts):
        with Record.open(tmp_path / "record.db") as record:
            for number, text in enumerate(texts):
                with record.transaction():
                    kept = record.keep(annotate(read(text.encode(), uri=f"{number}.txt")))
                    compare(record, kept.document, questions=kept.questions)
            return list(record.questions()), list(record.findings())

    return tell


def test_one_says_they_left_another_that_they_did_not(told):
    questions, findings = told(LEFT)
    (found,) = (finding for finding in findings if finding.kind == "contradiction")
    assert not found.same_speaker
    assert "Kari Lund (Norway)" in found.reason
    assert "Jon Arnarson (Iceland)" in found.reason
    (asked,) = (question for question in questions if question.id == found.question)
    assert {(p.party, p.answer) for p in asked.positions} == {("Norway", "yes"), ("Iceland", "no")}


def test_a_speakers_own_tension_is_shown(told):
    _, findings = told(STILLS)
    (found,) = (finding for finding in findings if finding.kind == "contradiction")
    assert found.same_speaker
    assert found.score >= DEFAULT_SCORE


def test_other_years_and_demands_are_no_contradiction(told):
    _, findings = told(SIDE_BY_SIDE)
    assert [finding.reason for finding in findings if finding.kind in {"contradiction", "shift"}] == []
