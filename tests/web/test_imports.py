"""Imports: what is sent is kept and read, what fails is listed, and nothing hangs on the server's life."""

import contextlib
import json
import sys
import time
from subprocess import PIPE, Popen

import pytest

from onrecord.record import Record
from onrecord.record.jobs import Request
from onrecord.web.jobs import Runner
from onrecord.web.jobwork import Order, work
from onrecord.web.settings import Settings

GRAIN = b"OSLO, March 12, 2024 (Harbour Wire) - Norland ships no grain, its minister Kari Lund said on Tuesday.\n"


def job_of(browser, answer):
    assert answer.status_code == 303, answer.text
    return browser.app.state.record.jobs.get(answer.headers["location"].rpartition("/")[2])


def test_what_is_sent_becomes_a_job_with_its_files_in_their_place(browser, location):
    files = [("files", ("../a.txt", GRAIN)), ("files", ("b.txt", GRAIN + b"More.")), ("files", ("c.txt", b""))]
    data = {"text": "Norland ships grain.", "title": "A <b>note</b>"}
    job = job_of(browser, browser.submit("/import", data, files=files))
    assert job.state == "waiting"
    assert job.request.by == browser.app.state.settings.reviewer
    names = [path.rpartition("/")[2] for path in job.request.sources]
    assert names == ["a.txt", "b.txt", "A _b_note_ b_.txt"] or names[:2] == ["a.txt", "b.txt"]
    assert all(path.startswith(f"{location}.files/") for path in job.request.sources)
    assert [failure.code for failure in job.request.refused] == ["E103"]
    assert b"A <b>note</b>\n\nNorland" in open(job.request.sources[2], "rb").read()  # noqa: PTH123, SIM115


def test_a_page_tells_how_it_is_getting_on(browser):
    answer = browser.submit("/import", files=[("files", ("c.txt", b"")), ("files", ("<img src=x>.txt", GRAIN))])
    page = browser.get(answer.headers["location"]).text
    assert "Waiting for its turn" in page
    assert "the file is empty" in page
    assert "<img src=x>" not in page
    assert "<noscript><meta http-equiv" in page
    part = browser.get(answer.headers["location"] + "/progress").text
    assert part.lstrip().startswith("<section")
    assert 'hx-trigger="every 1s"' in part


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({}, "E540"), ({"text": "  \r\n "}, "E540"), ({"urls": "https://a.example/"}, "E541"),
        ({"urls": "https://a.example/\n" * 2001, "fetch": "yes"}, "E542"), ({"text": "x", "published": "soon"}, "E121"),
    ],
)  # fmt: skip
def test_what_cannot_be_begun_says_why(browser, data, code):
    page = browser.submit("/import", data)
    assert page.status_code == 422
    assert code in page.text
    assert browser.app.state.record.jobs.all() == []


def test_addresses_are_fetched_only_where_that_was_said(browser, visit):
    listed = {"urls": "https://a.example/x\r\n# a comment\r\nfile:///etc/passwd\r\n/etc/passwd", "fetch": "yes"}
    job = job_of(browser, browser.submit("/import", listed))
    assert job.request.sources == ("https://a.example/x",)
    assert job.request.fetch
    assert [failure.code for failure in job.request.refused] == ["E131", "E131"]
    assert visit(may_fetch=False).submit("/import", listed).status_code == 422


@pytest.mark.parametrize(
    "body",
    [b"", b"--x", b"--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--", b"\xff" * 99, b'--x\r\nContent-Dispo'],
)  # fmt: skip
def test_a_broken_upload_is_told_and_leaves_nothing(browser, location, body):
    headers = {"Content-Type": "multipart/form-data; boundary=x", "X-CSRF-Token": browser.token()}
    page = browser.post("/import", content=body, headers=headers)
    assert page.status_code in (400, 422)
    assert "<h1>" in page.text
    assert not location.with_name("onrecord.db.files").exists()


def test_too_many_files_are_refused_before_any_is_kept(visit, location):
    files = [("files", (f"{n}.txt", GRAIN)) for n in range(4)]
    assert visit(upload_files=3).submit("/import", files=files).status_code == 400
    assert not location.with_name("onrecord.db.files").exists()


def test_an_import_reads_its_files_and_never_what_they_name(browser, location, tmp_path):
    """A text file that is a list of paths would be read as a list on the command line."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody may read that Norland ships grain.")
    files = [("files", ("list.txt", str(secret).encode() + b"\n")), ("files", ("a.txt", GRAIN))]
    job = job_of(browser, browser.submit("/import", files=files))
    browser.app.state.record.jobs.take()
    work(Order(location=str(location), job=job.id))
    ended = browser.app.state.record.jobs.get(job.id)
    assert (ended.state, ended.progress.added, ended.progress.failed) == ("done", 2, 0)
    texts = [document.text for document in browser.app.state.record.documents()]
    assert not any("Nobody may read" in text for text in texts)
    assert list(browser.app.state.record.verify()) == []
    again = browser.app.state.record.jobs.resume(job.id)
    browser.app.state.record.jobs.take()
    work(Order(location=str(location), job=again.id))
    assert browser.app.state.record.jobs.get(job.id).progress.unchanged == 2


def test_a_file_that_fails_is_listed_and_stops_nothing(browser, location):
    files = [
        ("files", ("a.txt", GRAIN)),
        ("files", ("b.pdf", b"%PDF-1.4 broken")),
        ("files", ("c.bin", b"\x7fELF\x00")),
    ]
    job = job_of(browser, browser.submit("/import", files=files))
    browser.app.state.record.jobs.take()
    work(Order(location=str(location), job=job.id))
    page = browser.get(f"/import/{job.id}").text
    ended = browser.app.state.record.jobs.get(job.id)
    assert (ended.progress.added, ended.progress.failed) == (1, 2)
    assert all(name in page for name in ("b.pdf", "c.bin", "E107"))
    assert "Try what failed again" in page


def test_a_job_asked_to_stop_ends_as_stopped(browser, location):
    job = job_of(browser, browser.submit("/import", files=[("files", ("a.txt", GRAIN))]))
    assert browser.submit(f"/import/{job.id}/stop").status_code == 303
    assert browser.app.state.record.jobs.get(job.id).state == "stopped"
    assert browser.submit(f"/import/{job.id}/resume").status_code == 303
    assert browser.app.state.record.jobs.get(job.id).state == "waiting"


def test_the_server_runs_what_waits_and_a_dead_process_is_told(location, monkeypatch):
    with Record.open(location) as record:
        job = record.jobs.put(Request(title="one", by="Ana", sources=("nowhere.txt",)))
        monkeypatch.setattr(sys, "executable", "/bin/false")
        runner = Runner(location, record, Settings())
        runner.start()
        _until(lambda: record.jobs.get(job.id).state == "failed")
        runner.close()
        assert "died" in record.jobs.get(job.id).progress.error


def test_an_import_s_process_ends_with_its_server(location):
    """Its standard input closes when the server is gone, however that went."""
    with Record.open(location) as record:
        job = record.jobs.put(Request(title="one", by="Ana", sources=("http://192.0.2.1/",), fetch=False))
        record.jobs.take()
        order = json.dumps({"location": str(location), "job": job.id}).encode() + b"\n"
        with Popen([sys.executable, "-m", "onrecord.web.jobwork"], stdin=PIPE) as process:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(order)
                process.stdin.close()
            assert process.wait(timeout=60) in (0, 3)
        assert record.jobs.get(job.id).state in ("running", "done")


def _until(holds):
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it never came to that")
