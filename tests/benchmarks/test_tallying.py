"""The figures of the contradiction benchmark: what counts as right, missed, taken and calibrated."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from onrecord.model.findings import Checks, Finding
from onrecord.model.items import Claim, Holder, Proposition
from onrecord.model.spans import Evidence, Span
from tallying import (
    Compared,
    calibration,
    found_pairs,
    groups_found,
    judged,
    matches,
    met_pairs,
    precision,
    read_pairs,
    taken,
)
from topics import Known, Place, Topic

ONE, OTHER = Place("d1", Span(10, 20)), Place("d2", Span(30, 40))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([("d1", (Span(0, 11),)), ("d2", (Span(39, 50),))], True),
        ([("d2", (Span(39, 50),)), ("d1", (Span(0, 11),))], True),
        ([("d1", (Span(0, 10),)), ("d2", (Span(39, 50),))], False),
        ([("d1", (Span(0, 5), Span(12, 13))), ("d2", (Span(30, 31),))], True),
        ([("d1", (Span(10, 20),)), ("d1", (Span(30, 40),))], False),
        ([("d1", (Span(10, 20),)), ("d1", (Span(10, 20),))], False),
    ],
)
def test_a_finding_is_on_a_pair_when_both_ends_overlap_either_way_round(places, expected):
    assert matches(Known(ONE, OTHER, "contradiction"), places) is expected


def finding(name: str, score: float, kind: str = "contradiction") -> Finding:
    evidence = (Evidence(document="x", spans=(Span(0, 1),)),) * 2
    return Finding(
        id=name, kind=kind, items=("a", "b"), evidence=evidence, question=None, same_speaker=False, checks=Checks(),
        reason="", score=score, method="", version="",
    )  # fmt: skip


def claim(name: str, place: Place) -> Claim:
    return Claim(
        id=name, document="x", statement=None, spans=(place.span,), text="", polarity="affirmed", modality="asserted",
        holder=Holder(), proposition=Proposition(predicate="be"),
    )  # fmt: skip


def compared(met: frozenset[tuple[str, str]] = frozenset()) -> Compared:
    """One true pair found, one true pair missed, one temptation taken, one finding where nothing is known."""
    places = [Place("d1", Span(at, at + 5)) for at in (0, 10, 20, 30, 40, 50, 60, 70)]
    known = (
        Known(places[0], places[1], "contradiction", "negation", group="g1"),
        Known(places[2], places[3], "shift", "antonym", group="g2"),
        Known(places[4], places[5], "compatible", temptation="time"),
        Known(places[4], places[6], "compatible", temptation="time"),
        Known(places[0], places[3], "contradiction", "negation", group="g1"),
    )
    at = {"right": (0, 1), "taken": (4, 5), "elsewhere": (6, 7), "low": (2, 3)}
    return Compared(
        topic=Topic("t", "a", {}, known),
        findings=(finding("right", 0.9), finding("taken", 0.8), finding("elsewhere", 0.7), finding("low", 0.3)),
        places={name: tuple(("d1", (places[end].span,)) for end in ends) for name, ends in at.items()},
        claims={"d1": tuple(claim(f"c{number}", place) for number, place in enumerate(places[:3]))},
        met=met,
        sentences=8,
    )


def test_each_finding_gets_what_is_known_of_its_places():
    assert [row.verdict for row in judged(compared())] == ["right", "time", "elsewhere", "right"]
    assert precision(judged(compared()), 0.6) == (1, 3)
    assert precision(judged(compared()), 0.0) == (2, 4)


def test_recall_counts_pairs_and_oppositions_from_a_score_on():
    run = compared()
    assert [len(found_pairs(run, least)) for least in (0.6, 0.0)] == [1, 2]
    assert groups_found([run], 0.6) == (1, 2)
    assert groups_found([run], 0.0) == (2, 2)


def test_a_temptation_is_taken_once_a_pair():
    assert taken([compared()], 0.6) == {"time": (1, 2)}


def test_the_candidate_step_needs_a_claim_on_both_spans_and_that_they_meet():
    assert len(read_pairs(compared())) == 1
    assert not met_pairs(compared())
    assert len(met_pairs(compared(frozenset({("c0", "c1")})))) == 1


@pytest.mark.parametrize(
    ("scored", "adaptive", "expected"),
    [
        ([], False, 0.0),
        ([(0.95, True)] * 19 + [(0.95, False)], False, 0.0),
        ([(0.85, False)] * 10, False, 0.85),
        ([(0.5, True), (0.5, False)] * 5, True, 0.5),
    ],
)
def test_calibration_is_how_far_hits_are_from_scores(scored, adaptive, expected):
    assert calibration(scored, adaptive=adaptive) == pytest.approx(expected)


def test_open_pairs_count_neither_way():
    run = compared()
    known = (Known(Place("d1", Span(60, 65)), Place("d1", Span(70, 75)), "open"), *run.topic.known)
    rows = judged(run._replace(topic=run.topic._replace(known=known)))
    assert precision(rows, 0.6) == (1, 2)
