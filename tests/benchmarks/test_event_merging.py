"""What the benchmark of merging counts as one event, and as told as one."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import event_merging
from event_merging import Outcome, pairs
from marked import read_topics
from onrecord.model.items import Event

FILE = """# topic: one
## 2031-05-07 | Courier | A
{1:met} and {2:called}

## 2031-05-08 | Herald | B
{3:talks}

### pairs
same 1 3

# topic: two
## 2031-05-07 | Courier | A
{1:met}

### pairs
"""


@pytest.fixture
def topics(tmp_path):
    path = tmp_path / "any.txt"
    path.write_text(FILE, encoding="utf-8")
    return read_topics(path)


def outcome(topic, told):
    found = {number: Event(id=str(number), kind="meeting", mentions=(), text="") for number in told}
    return Outcome(topic, found, {str(number): happening for number, happening in told.items()})


def test_topics_of_one_file_are_read_apart(topics):
    assert [(topic.name, len(topic.documents), len(topic.marks)) for topic in topics] == [("one", 2, 3), ("two", 1, 1)]


def test_a_topic_that_does_not_hold_is_named(tmp_path):
    path = tmp_path / "any.txt"
    path.write_text(FILE.replace("{1:met}\n", "{1:met\n"), encoding="utf-8")
    with pytest.raises(ValueError, match="two"):
        read_topics(path)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ({1: 0, 2: 1, 3: 0}, [(1, 3, True, True), (2, 3, False, False)]),
        ({1: 0, 2: 1, 3: 1}, [(1, 3, True, False), (2, 3, False, True)]),
        ({2: 0}, [(1, 3, True, False), (2, 3, False, False)]),
    ],
)
def test_pairs_over_documents_are_judged_one_by_one(topics, told, counted):
    assert list(pairs(outcome(topics[0], told))) == counted


def test_the_labelled_topics_hold_and_half_of_their_pairs_only_look_like_one():
    for part in event_merging.PARTS:
        given = read_topics(event_merging.FOLDER / f"{part}.txt")
        judged = [same for topic in given for _, _, same, _ in pairs(outcome(topic, {}))]
        assert len(given) >= 16
        assert judged.count(False) >= judged.count(True) >= 10
