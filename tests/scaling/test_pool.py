"""The pool: the same results on any number of processes, and a bad document costs nothing but itself."""

import json
import multiprocessing
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import stubs

from onrecord.model.errors import Failure
from onrecord.model.items import Annotated
from onrecord.reading import find_sources
from onrecord.scaling.pool import Current, Work, run


def outcomes(place, workers, current=()):
    work = Work(pipeline=stubs.PIPELINE, is_current=lambda sha256, uri: Path(uri).name in current, workers=workers)
    return list(run(list(find_sources([place])), work))


def told(found):
    """What came of each document: its name and how it ended, in the order of names."""

    def one(outcome):
        if isinstance(outcome, Annotated):
            return outcome.document.source.uri.rpartition("/")[2], "annotated"
        return outcome.uri.rpartition("/")[2], outcome.code if isinstance(outcome, Failure) else "current"

    return sorted(map(one, found))


MIXED = ("calm", "calm", "refuse", "stumble", "calm", "calm")


@pytest.mark.parametrize("workers", [1, 2])
def test_failures_are_told_and_the_rest_goes_on(folder, workers):
    assert told(outcomes(folder(*MIXED), workers)) == [
        ("000.txt", "annotated"), ("001.txt", "annotated"), ("002.txt", "E299"), ("003.txt", "E290"),
        ("004.txt", "annotated"), ("005.txt", "annotated"),
    ]  # fmt: skip


def test_a_fault_of_ours_says_where_it_arose(folder):
    (failure,) = (o for o in outcomes(folder("stumble"), 1) if isinstance(o, Failure))
    assert "ValueError: a fault of ours at stubs.py:" in failure.reason


def test_a_worker_that_dies_costs_only_its_document(folder):
    found = outcomes(folder("calm", "die", "calm", "die", "calm", "calm"), 2)
    assert told(found) == [
        ("000.txt", "annotated"), ("001.txt", "E291"), ("002.txt", "annotated"), ("003.txt", "E291"),
        ("004.txt", "annotated"), ("005.txt", "annotated"),
    ]  # fmt: skip
    assert {o.reason for o in found if isinstance(o, Failure)} == {"the process that worked on it died (SIGKILL)"}


def test_a_worker_that_hangs_is_given_up_with_its_document(folder, monkeypatch):
    monkeypatch.setattr("onrecord.scaling.pool.LOOK_AROUND", 0.2)
    place = folder("calm", "hang", "calm")
    work = Work(pipeline=stubs.PIPELINE, is_current=lambda sha256, uri: False, workers=2, patience=3.0)
    found = list(run(list(find_sources([place])), work))
    assert told(found) == [("000.txt", "annotated"), ("001.txt", "E291"), ("002.txt", "annotated")]


def test_a_document_that_devours_memory_fails_alone(folder):
    assert told(outcomes(folder("calm", "devour", "calm"), 2)) == [
        ("000.txt", "annotated"), ("001.txt", "E292"), ("002.txt", "annotated"),
    ]  # fmt: skip


def test_what_is_current_is_neither_read_nor_annotated(folder):
    place = folder("calm", "die", "die", "die")
    assert told(outcomes(place, 2, current={"001.txt", "002.txt", "003.txt"})) == [
        ("000.txt", "annotated"), ("001.txt", "current"), ("002.txt", "current"), ("003.txt", "current"),
    ]  # fmt: skip


def test_the_documents_of_a_container_are_shared_out(tmp_path):
    lines = [json.dumps({"text": f"Report number {n}. " + ("die" if n == 3 else "calm")}) for n in range(6)]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "one.txt").write_text("A single calm report.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("A second calm report.", encoding="utf-8")
    assert told(outcomes(tmp_path, 2)) == [
        ("all.jsonl#1", "annotated"), ("all.jsonl#2", "annotated"), ("all.jsonl#3", "annotated"),
        ("all.jsonl#4", "E291"), ("all.jsonl#5", "annotated"), ("all.jsonl#6", "annotated"),
        ("one.txt", "annotated"), ("two.txt", "annotated"),
    ]  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_a_file_that_cannot_be_read_is_a_failure_with_its_reason(folder, workers):
    place = folder("calm", "calm", "calm")
    (place / "003.txt").write_bytes(b"")
    (failure,) = (o for o in outcomes(place, workers) if isinstance(o, Failure))
    assert failure.uri.endswith("003.txt")
    assert failure.code.startswith("E1")


def test_closing_early_leaves_no_process_behind(folder):
    work = Work(pipeline=stubs.PIPELINE, is_current=lambda sha256, uri: False, workers=2)
    found = run(list(find_sources([folder(*["calm"] * 20)])), work)
    next(found)
    found.close()
    assert multiprocessing.active_children() == []


def test_few_small_documents_start_no_process(folder, monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("a worker was started")

    monkeypatch.setattr("onrecord.scaling.pool.Worker", refuse)
    assert told(outcomes(folder("calm", "calm"), None)) == [("000.txt", "annotated"), ("001.txt", "annotated")]


def test_results_are_of_three_kinds_only(folder):
    assert all(isinstance(o, Annotated | Current | Failure) for o in outcomes(folder(*MIXED), 1))
