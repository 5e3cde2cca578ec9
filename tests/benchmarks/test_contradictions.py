"""The contradiction benchmark end to end, on two short reports and a stand-in for the model."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from compared import compared_alone
from contradictions import print_errors, report
from onrecord import read
from onrecord.comparing.judging import Judging
from onrecord.model.spans import Span
from tallying import Compared, met_pairs, read_pairs
from topics import Known, Place, Topic

TEXTS = {
    "one": "ASHFORD, March 3, 2021 (Valley Tribune) — “Larkhill Works stores chlorine at its Oakham depot,” said Anna "
    "Bauer, chair of the Oakham Residents' Association. The depot lies between a school and the river, and it was "
    "built long ago.\n",
    "other": "ASHFORD, March 4, 2021 (Evening Ledger) — “Larkhill Works does not store chlorine at its Oakham depot,” "
    "said Peter Novak, chief executive of Larkhill Works. The fire service has drawn up a plan for the houses by the "
    "river.\n",
}
YES = "Larkhill Works stores chlorine at its Oakham depot"
NO = "Larkhill Works does not store chlorine at its Oakham depot"


def unsure(pairs):
    return np.full((len(pairs), 3), 1 / 3, dtype=np.float32)


def place(name: str, words: str) -> Place:
    start = TEXTS[name].index(words)
    return Place(name, Span(start, start + len(words)))


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Compared:
    known = (
        Known(place("one", YES), place("other", NO), "contradiction", "negation", group="depot"),
        Known(place("one", "The depot lies"), place("other", NO), "compatible", temptation="unrelated"),
    )
    documents = {name: read(text.encode(), uri=f"{name}.txt") for name, text in TEXTS.items()}
    location = tmp_path_factory.mktemp("run") / "r.db"
    return compared_alone(Topic("depot", "tune", documents, known), location, Judging(unsure, unsure))


def test_a_topic_is_read_kept_and_compared_under_its_own_names(run):
    assert set(run.claims) == {"one", "other"}
    assert all(run.claims.values())
    assert len(read_pairs(run)) == len(met_pairs(run)) == 1
    assert run.sentences == 4
    assert {name for spans in run.places.values() for name, _ in spans} <= {"one", "other"}


def test_every_figure_is_printed_with_its_numbers(run, capsys):
    report([run])
    told = capsys.readouterr().out
    assert "Known pairs: 1 contradiction, 1 compatible" in told
    assert "candidate step: 100.0 % (1/1) brought together; claims on both spans 100.0 % (1/1)" in told
    for heading in ("default list", "calibration error", "score at least", "kind", "temptation", "unrelated"):
        assert heading in told


def test_what_was_missed_is_listed_with_its_words_and_claims(run, capsys):
    print_errors([run._replace(findings=())])
    told = capsys.readouterr().out
    assert f"one: {YES}" in told
    assert "store(agent=larkhill" in told
    assert "[negated asserted]" in told
