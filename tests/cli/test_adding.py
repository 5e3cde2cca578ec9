"""`onrecord add` and `onrecord demo` with the real layers, and how progress is told."""

import json
from collections import Counter

import pytest

from onrecord.cli.progress import status
from onrecord.model.errors import Failure
from onrecord.scaling.adding import Progress

REPORT = """Ministers quarrel over glass

HOLM, March 3, 2025 (Valley Tribune) — “Tarland does not produce glass,” said Tarland's trade minister, Anna Berg.
"""


def test_add_keeps_good_files_tells_the_bad_one_and_goes_on_the_next_time(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    code, output, errors = onrecord("add", "report.txt", "empty.txt")
    assert code == 1
    assert "1 added, 1 failed" in errors
    assert "empty.txt" in output[output.index("FAILED") :]
    assert "empty.txt" in onrecord("failures")[1]
    code, output, errors = onrecord("add", "report.txt", "--json")
    assert (code, json.loads(output)["unchanged"]) == (0, 1)
    (tmp_path / "empty.txt").write_text(REPORT.replace("does not", "may"), encoding="utf-8")
    assert onrecord("add", "--only", "failed")[0] == 0
    assert onrecord("failures") == (0, "", "Nothing failed.\n")
    code, output, _ = onrecord("add", "nowhere.txt")  # of a record that nothing came into, only its size is told
    assert (code, output.split("\n", 1)[0]) == (1, "ON THE RECORD")
    assert "nowhere.txt" in output[output.index("FAILED") :]


def test_add_needs_to_be_told_what(onrecord):
    code, _, errors = onrecord("add")
    assert code == 2
    assert "onrecord add *.txt" in errors


def test_quiet_says_nothing_but_failures(onrecord, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert onrecord("add", "--quiet", "report.txt") == (0, "", "")
    (tmp_path / "empty.txt").write_bytes(b"")
    code, output, errors = onrecord("add", "--quiet", "empty.txt")
    assert (code, output, errors.count("\n")) == (1, "", 1)
    assert errors.startswith("E1")


def test_the_demo_shows_a_dispute_and_what_to_type_next(onrecord, tmp_path):
    code, output, _ = onrecord("demo", "--into", tmp_path / "demo")
    assert code == 0
    assert output.startswith("POSITIONS ON THE DISPUTED QUESTIONS")
    assert "OVERDUE" in output
    assert "onrecord conflicts" in output
    assert max(map(len, output.splitlines())) <= max(80, len(str(tmp_path)) + 60)
    assert onrecord("demo", "--into", tmp_path / "demo")[0] == 0


def progress(done, expected, seconds):
    return Progress(uri="a.txt", fate="added", done=done, expected=expected, seconds=seconds)


@pytest.mark.parametrize(
    ("done", "expected", "seconds", "fates", "line"),
    [
        (
            12,
            40,
            6.0,
            {"added": 11, "failed": 1},
            "12 of 40 documents: 11 added, 1 failed; 2.0 a second, 14 seconds left",
        ),
        (1, 40, 6.0, {"added": 1}, "1 of 40 documents: 1 added; 0.2 a second"),
        (1200, None, 60.0, {"unchanged": 1200}, "1,200 documents: 1,200 unchanged"),
        (
            30,
            40,
            5.0,
            {"added": 10, "unchanged": 20},
            "30 of 40 documents: 10 added, 20 unchanged; 2.0 a second, 5 seconds left",
        ),
        (1, 1, 0.5, {"updated": 1}, "1 of 1 document: 1 updated; 2.0 a second"),
    ],
)
def test_progress_in_documents_with_rate_and_time_left(done, expected, seconds, fates, line):
    assert status(progress(done, expected, seconds), Counter(fates)) == line


def test_a_run_that_is_stopped_says_how_far_it_came(capsys):
    from onrecord.cli.progress import watched

    def stopped():
        with watched(quiet=False) as watch:
            for done in (1, 2):
                watch(progress(done, 40, done * 0.5))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert capsys.readouterr().err.splitlines()[-1] == "2 of 40 documents: 2 added"


def test_a_failure_is_told_at_once_with_what_to_do(capsys):
    from onrecord.cli.progress import watched

    failure = Failure(
        uri="scan.pdf", code="E104", reason="the page has no text layer", remedy="Recognise its text first"
    )
    with watched(quiet=True) as watch:
        watch(Progress(uri="scan.pdf", fate="failed", done=1, expected=1, seconds=1.0, failure=failure))
    assert capsys.readouterr().err == "E104 the page has no text layer: scan.pdf. Recognise its text first\n"


def test_a_date_that_is_none_is_refused_before_anything_is_tried(onrecord, tmp_path):
    (tmp_path / "a.txt").write_text("The council said on Tuesday that the harbour is shut.")
    code, _, error = onrecord("add", "--published", "last week", "a.txt")
    assert code == 2
    assert "not a date: last week. Give a day, month or year such as 2024-02-08" in error
    assert not (tmp_path / "onrecord.db").exists()


def test_a_failure_can_be_forgotten(onrecord):
    assert onrecord("add", "gone.txt", "lost.txt")[0] == 1
    code, output, error = onrecord("failures", "--forget", "gone.txt", "--forget", "other.txt")
    assert (code, output) == (2, "Forgotten: 1 source.\n")
    assert error == "It is not on the list: other.txt. See: onrecord failures\n"
    assert "gone.txt" not in onrecord("failures")[1]
    assert onrecord("failures", "--forget", "all")[:2] == (0, "Forgotten: 1 source.\n")
    assert onrecord("failures")[2] == "Nothing failed.\n"


def test_a_kept_file_goes_with_the_last_document_that_was_read_from_it(onrecord, tmp_path):
    kept = tmp_path / "onrecord.db.files" / "0123456789abcdef" / "two#1.jsonl"
    kept.parent.mkdir(parents=True)
    lines = [{"text": f"The council of Torvik said on Tuesday that pier {n} is shut."} for n in (4, 7)]
    kept.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert onrecord("add", "-q", kept)[0] == 0
    one, other = (json.loads(line)["id"] for line in onrecord("documents", "--json")[1].splitlines())
    output = onrecord("remove", one)[1]
    assert f"Its words still stand in {kept}, from which other documents here were read." in output
    assert kept.exists()
    assert "the file that was kept of it" in onrecord("remove", other)[1]
    assert not kept.parent.exists()
