"""How far two passes over the event passages agree, on labels of our own."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import event_passes

TEXT = "Ann Lee met Bo Falk in Norstad on Monday. Police arrested Cy Dorn."


def label(kind, word, *, who=(), when=None, optional=False):
    start = TEXT.index(word)
    spans = [[TEXT.index(name), TEXT.index(name) + len(name)] for name in who]
    return {
        "kinds": [kind], "status": ["happened"], "triggers": [[start, start + len(word)]], "when": when, "place": [],
        "place_required": False, "participants": spans, "may": [], **({"optional": True} if optional else {}),
    }  # fmt: skip


MEETING = label("meeting", "met", who=("Ann Lee", "Bo Falk"), when=["2021-05-03", "2021-05-04"])
ARREST = label("arrest", "arrested", who=("Cy Dorn",))


@pytest.fixture
def lines(tmp_path):
    """The lines printed for two passes over one passage."""

    def printed(first, second):
        paths = []
        for name, events in (("first", first), ("second", second)):
            row = {"document": "own", "passage": [0, len(TEXT)], "part": "tune", "events": events}
            paths.append(tmp_path / f"{name}.jsonl")
            paths[-1].write_text(json.dumps(row) + "\n", encoding="utf-8")
        pairings = event_passes.paired({"own": TEXT}, *paths)
        return list(event_passes.agreement(pairings)), list(event_passes.disagreements(pairings[0]))

    return printed


def test_two_passes_alike_agree_wholly(lines):
    agreed, differences = lines([MEETING, ARREST], [ARREST, MEETING])
    assert "F1 of events with kind 100.0" in agreed[1]
    assert "100.0 % in both" in agreed[2]
    assert differences == []


def test_what_one_pass_has_alone_and_tells_otherwise_is_shown(lines):
    later = label("meeting", "met", who=("Ann Lee",), when=["2021-06-03", "2021-06-04"])
    agreed, differences = lines([MEETING, ARREST], [later])
    assert "F1 of events with kind 66.7" in agreed[1]
    assert [line.partition(":")[0] for line in differences] == [
        "only in the first", "meeting ['met']", "meeting ['met']"
    ]  # fmt: skip


def test_an_event_left_to_choice_is_no_fault_of_either(lines):
    agreed, _ = lines([MEETING, ARREST], [MEETING, label("arrest", "arrested", who=("Cy Dorn",), optional=True)])
    assert agreed[1] == "F1 of events with kind 66.7; 100.0 where one pass leaves the event to choice"


def test_the_passes_in_the_repository_cover_the_same_passages():
    first, second = (event_passes.read_rows(path) for path in (event_passes.FIRST, event_passes.SECOND))
    assert [event_passes.name_of(row) for row in first] == [event_passes.name_of(row) for row in second]
