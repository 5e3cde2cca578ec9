"""The main job: nothing is done twice, nothing is lost, and one bad document stops nothing."""

import multiprocessing
import os
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import generatedpipeline as generated
import stubs

from onrecord.model.errors import RecordError
from onrecord.output import export_jsonl
from onrecord.record import Record
from onrecord.scaling import adding
from onrecord.scaling.adding import add


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "record.db") as opened:
        yield opened


def exported(record, folder):
    """Every exported line, without the times of reading."""
    export_jsonl(record, folder)
    return {file.name: re.sub(rb'"read_at":"[^"]*"', b"", file.read_bytes()) for file in sorted(folder.iterdir())}


def test_everything_is_kept_compared_and_counted(record, tmp_path):
    place = generated.write(tmp_path / "documents", 6)
    summary = add(record, [place], workers=1, pipeline=generated.PIPELINE)
    assert (summary.added, summary.updated, summary.unchanged, summary.failures) == (6, 0, 0, ())
    assert len(summary.documents) == record.counts()["document"] == 6
    assert record.counts()["finding"] > 0


def test_a_second_run_does_nothing(record, tmp_path):
    place = generated.write(tmp_path / "documents", 4)
    add(record, [place], workers=1, pipeline=generated.PIPELINE)
    before = exported(record, tmp_path / "before")
    summary = add(record, [place], workers=1, pipeline=generated.PIPELINE)
    assert (summary.added, summary.unchanged, summary.documents) == (0, 4, ())
    assert exported(record, tmp_path / "after") == before


def test_force_annotates_again_and_a_newer_version_replaces(record, tmp_path):
    place = generated.write(tmp_path / "documents", 3)
    add(record, [place], workers=1, pipeline=generated.PIPELINE)
    assert add(record, [place], workers=1, pipeline=generated.PIPELINE, force=True).unchanged == 3
    assert record.counts()["commitment"] > 0
    assert add(record, [place], workers=1, pipeline=generated.NEWER).updated == 3
    assert record.counts()["commitment"] == 0


def test_order_and_number_of_processes_leave_no_trace(tmp_path):
    place = generated.write(tmp_path / "documents", 6)
    files = sorted(place.iterdir())
    found = []
    for number, (sources, workers) in enumerate([(files, 1), (files[::-1], 1), (files[3:] + files[:4], 2)]):
        with Record.open(tmp_path / f"{number}.db") as record:
            add(record, sources, workers=workers, pipeline=generated.PIPELINE)
            found.append(exported(record, tmp_path / f"export{number}"))
    assert found[0] == found[1] == found[2]


def test_the_same_bytes_at_two_paths_are_one_document(record, folder):
    place = folder("calm")
    (place / "copy.txt").write_bytes((place / "000.txt").read_bytes())
    summary = add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    assert (summary.added, summary.unchanged) == (1, 1)
    assert add(record, [place], workers=1, pipeline=stubs.PIPELINE).unchanged == 2


def test_failures_are_kept_until_they_succeed(record, folder):
    place = folder("calm", "refuse", "calm")
    summary = add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    assert [failure.code for failure in summary.failures] == ["E299"]
    assert [failure.uri for failure in record.failures()] == [str(place / "001.txt")]
    again = add(record, [], only_failed=True, workers=1, pipeline=stubs.PIPELINE)
    assert (again.done, len(again.failures)) == (1, 1)
    mended = stubs.PIPELINE._replace(annotate=lambda document: generated.Annotated(document=document, version="stub/1"))
    assert add(record, [], only_failed=True, workers=1, pipeline=mended).added == 1
    assert record.failures() == []


def test_only_failed_leaves_out_what_is_new(record, folder):
    place = folder("refuse")
    add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    (place / "new.txt").write_text("A calm report that came later.", encoding="utf-8")
    assert add(record, [place], only_failed=True, workers=1, pipeline=stubs.PIPELINE).done == 1


def refilled(path):
    """An empty folder becomes one with a document, and any other path a calm document."""
    path = path / "late.txt" if path.is_dir() else path
    path.write_text("A calm report that came later.", encoding="utf-8")


def jsonl(path, *texts):
    path.write_text("".join(f'{{"text": "{text}"}}\n' for text in texts), encoding="utf-8")


def restored(path):
    """A document that was kept, then broken: its own bytes again are on the record already."""
    path.write_text("Report number 0. calm\n", encoding="utf-8")


@pytest.mark.parametrize("named", [False, True], ids=["all", "named"])
@pytest.mark.parametrize(
    ("name", "broken", "mend"),
    [
        ("000.txt", lambda path: path.write_bytes(b""), restored),
        ("folder", lambda path: path.mkdir(), refilled),
        ("all.jsonl", lambda path: path.write_bytes(b""), lambda path: jsonl(path, "One calm report.", "Another.")),
        (
            "all.jsonl",
            lambda path: jsonl(path, "One calm report.", "This one will stumble."),
            lambda path: jsonl(path, "One calm report."),
        ),
        ("later.txt", lambda path: None, refilled),
    ],
    ids=["as it was before", "folder with documents now", "a container now", "a member less", "there now"],
)
def test_what_was_mended_is_no_failure_any_more(record, folder, name, broken, mend, named):
    place = folder("calm")
    add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    broken(place / name)
    add(record, [place / name], workers=1, pipeline=stubs.PIPELINE)
    assert len(record.failures()) == 1
    mend(place / name)
    summary = add(record, [place / name] * named, only_failed=True, workers=1, pipeline=stubs.PIPELINE)
    assert (summary.failures, record.failures()) == ((), [])
    assert summary.done > 0


def test_what_fails_again_stays_and_so_does_what_was_not_tried(record, folder):
    place = folder("refuse", "stumble", "calm")
    add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    before = record.failures()
    add(record, [place / "000.txt", place / "002.txt"], workers=1, pipeline=stubs.PIPELINE)
    assert record.failures() == before


def test_a_name_that_is_not_unicode_fails_and_is_mended_like_any_other(record, folder):
    place = folder("calm")
    path = Path(os.fsdecode(os.fsencode(place) + b"/caf\xe9.txt"))
    path.write_bytes(b"")
    add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    add(record, [place], only_failed=True, workers=1, pipeline=stubs.PIPELINE)
    assert [failure.code for failure in record.failures()] == ["E103"]
    path.write_text("A calm report that came later.", encoding="utf-8")
    assert add(record, [place], only_failed=True, workers=1, pipeline=stubs.PIPELINE).added == 1
    assert record.failures() == []


def test_a_fault_in_comparing_rolls_its_document_back(record, folder, monkeypatch):
    def stumble(_record, document, **_options):
        if "number 1." in record.document(document).text:
            raise KeyError("fault")

    monkeypatch.setattr(adding, "compare", stumble)
    summary = add(record, [folder("calm", "calm", "calm")], workers=1, pipeline=stubs.PIPELINE)
    assert (summary.added, [failure.code for failure in summary.failures]) == (2, ["E290"])
    assert record.counts()["document"] == 2


def test_a_record_that_cannot_be_written_ends_the_run(record, folder, monkeypatch):
    def full(*_arguments, **_options):
        raise RecordError("E3", "the disk is full")

    monkeypatch.setattr(adding, "compare", full)
    with pytest.raises(RecordError):
        add(record, [folder("calm", "calm")], workers=1, pipeline=stubs.PIPELINE)
    assert record.counts()["document"] == 0


def test_progress_tells_every_document_once(record, folder):
    seen = []
    add(record, [folder("calm", "refuse", "calm")], workers=1, pipeline=stubs.PIPELINE, on_progress=seen.append)
    assert [(p.done, p.expected) for p in seen] == [(1, 3), (2, 3), (3, 3)]
    assert sorted(p.fate for p in seen) == ["added", "added", "failed"]


def test_a_container_leaves_the_number_open(record, tmp_path):
    (tmp_path / "all.jsonl").write_text(
        '{"text": "One calm report."}\n{"text": "Another calm report."}\n', encoding="utf-8"
    )
    seen = []
    add(record, [tmp_path / "all.jsonl"], workers=1, pipeline=stubs.PIPELINE, on_progress=seen.append)
    assert [(p.done, p.expected) for p in seen] == [(1, None), (2, None)]
    assert add(record, [tmp_path / "all.jsonl"], workers=1, pipeline=stubs.PIPELINE).unchanged == 2


def test_stopping_keeps_what_was_done_and_leaves_no_process(record, folder):
    place = folder(*["calm"] * 8)

    def stop(progress):
        if progress.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(record, [place], workers=2, pipeline=stubs.PIPELINE, on_progress=stop)
    assert multiprocessing.active_children() == []
    assert record.counts()["document"] == 3
    summary = add(record, [place], workers=1, pipeline=stubs.PIPELINE)
    assert (summary.added, summary.unchanged) == (5, 3)
