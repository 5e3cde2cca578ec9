"""What the entailment model learns from labelled disputes: the spans' own words, and the claims that stand for them."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from training.entailment_sets import LABEL_BITS, Pair
from training.labelled_disputes import written as read_written

from onrecord.model.spans import Span
from onrecord.reading import read
from training import labelled_disputes

ONE = "The harbour was closed on Monday, the mayor said. Nine ships left the harbour in May."
OTHER = "The harbour was not closed on Monday, the union said. The town has a new library."
CLOSED, OPEN, NINE = "The harbour was closed on Monday", "The harbour was not closed on Monday", "Nine ships left"


@pytest.fixture
def topic(monkeypatch: pytest.MonkeyPatch) -> None:
    """One topic of two documents, in which a span contradicts another, and agrees with a third."""
    documents = {name: read(f"{text}\n".encode(), uri=f"file:///{name}.txt") for name, text in
                 (("one", ONE), ("other", OTHER))}  # fmt: skip

    def place(name: str, words: str) -> labelled_disputes.Place:
        start = documents[name].text.index(words)
        return labelled_disputes.Place(name, Span(start, start + len(words)))

    known = (
        labelled_disputes.Known(place("one", CLOSED), place("other", OPEN), "contradiction"),
        labelled_disputes.Known(place("one", CLOSED), place("one", NINE), "agreement"),
    )

    def labelled(part: str) -> Iterator[labelled_disputes.Topic]:
        yield labelled_disputes.Topic("harbour", part, documents, known)

    monkeypatch.setattr(labelled_disputes, "labelled", labelled)
    monkeypatch.setattr(labelled_disputes, "written", lambda: ())


def pairs(neutrals: float = 5.0) -> set[Pair]:
    return set(labelled_disputes.labelled_pairs(random.Random(1), neutrals))


def test_spans_and_the_claims_on_them_contradict_both_ways(topic: None) -> None:
    found = pairs()
    contradicting = {(pair.premise, pair.hypothesis) for pair in found if pair.allowed == LABEL_BITS["contradiction"]}
    assert {(CLOSED, OPEN), (OPEN, CLOSED)} <= contradicting
    assert {frozenset(told) for told in contradicting} == {frozenset((CLOSED, OPEN))} | {
        frozenset(told) for told in contradicting if all("harbour" in text and "closed" in text for text in told)
    }


def test_what_agrees_need_not_follow_and_what_no_label_is_of_is_neither(topic: None) -> None:
    allowed = {frozenset((pair.premise, pair.hypothesis)): pair.allowed for pair in pairs()}
    assert allowed[frozenset((CLOSED, NINE))] == LABEL_BITS["entailment"] | LABEL_BITS["neutral"]
    assert allowed[frozenset((OPEN, NINE))] == LABEL_BITS["neutral"]


@pytest.mark.parametrize("neutrals", [0.0, 0.5])
def test_so_many_neutrals_as_were_asked_for(topic: None, neutrals: float) -> None:
    found = pairs(neutrals)
    telling = [pair for pair in found if pair.allowed != LABEL_BITS["neutral"]]
    assert len(found) - len(telling) <= neutrals * len(telling) + 1
    assert telling


def test_no_text_is_longer_than_the_model_is_shown(topic: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labelled_disputes, "LONGEST", len(CLOSED))
    assert {len(text) <= len(CLOSED) for pair in pairs() for text in (pair.premise, pair.hypothesis)} == {True}


def test_disputes_written_to_learn_from_are_read_many_from_a_file(tmp_path):
    (tmp_path / "some.txt").write_text(
        """# topic: harbour
## 2031-03-04 | Harl Courier | Harbour
{1:The harbour was closed on Monday}, the mayor said.
## 2031-03-05 | Harl Courier | No
The union said that {2:no one had closed it}.
### pairs
contradiction negation 1 2

# topic: empty
## 2031-03-04 | Harl Courier | Rain
It rained.
### pairs
""",
        encoding="utf-8",
    )
    (harbour, empty) = labelled_disputes.written(tmp_path)
    ((one, other, label, *_),) = harbour.known
    words = [harbour.documents[p.document].text[p.span.start : p.span.end] for p in (one, other)]
    assert (label, words) == ("contradiction", ["The harbour was closed on Monday", "no one had closed it"])
    assert (empty.name, empty.known) == ("empty", ())


def test_the_written_disputes_hold_together():
    topics = list(read_written())
    assert len(topics) > 300
    assert len({topic.name for topic in topics}) == len(topics)
    labels = Counter(known.label for topic in topics for known in topic.known)
    assert set(labels) == {"contradiction", "shift", "agreement", "compatible"}
    for topic in topics:
        pairs = [frozenset(known[:2]) for known in topic.known]
        assert len(set(pairs)) == len(pairs), topic.name
