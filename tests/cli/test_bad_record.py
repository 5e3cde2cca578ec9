"""A record that cannot be written or trusted: one line, exit code 3, what was kept stays, and the next run goes on."""

import json
import os
import sqlite3
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from onrecord.record import Record
from onrecord.record.database import REVISIONS, VERSION_TABLE

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))
sys.path.insert(0, str(Path(__file__).parents[1] / "scaling"))

import samples
import stubs

KEPT = samples.REPORT
GOOD = samples.REPORT.replace("14 cranes", "15 cranes")
LONG = samples.REPORT + "\n".join(f"Crane {number} stood by the river." for number in range(2_000))


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """Annotating finds nothing and needs no model; nobody waits for another writer."""
    monkeypatch.setattr("onrecord.scaling.adding.standard", lambda: stubs.PIPELINE)
    monkeypatch.setattr(Record, "open", partial(Record.open, patience=0.05))


@pytest.fixture
def record(onrecord, tmp_path):
    """A record that holds one document and one failure; a good document lies beside it, not yet added."""
    for name, text in {"kept.txt": KEPT, "good.txt": GOOD, "long.txt": LONG, "empty.txt": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert onrecord("add", "kept.txt", "empty.txt")[0] == 1
    return tmp_path / "onrecord.db"


def refused(result, code, *, place="onrecord.db"):
    """One line: its code, a reason, the record's place, what to do; nothing on standard output."""
    exit_code, output, errors = result
    assert (exit_code, output) == (3, "")
    (line,) = [line for line in errors.splitlines() if not line.startswith("E103 ")]
    assert line.startswith(f"onrecord: {code} ")
    reason, remedy = line.removeprefix(f"onrecord: {code} ").split(f": {place}. ")
    assert min(len(reason), len(remedy)) > 10
    return line


def documents(onrecord):
    return sorted(json.loads(line)["source"]["uri"] for line in onrecord("documents", "--json")[1].splitlines())


def nothing_is_lost(onrecord):
    """Whatever stood in the way is gone: the record holds what it held, and the same command goes on from there."""
    assert documents(onrecord) == ["kept.txt"]
    assert "empty.txt" in onrecord("failures")[1]
    exit_code, _, errors = onrecord("add", "kept.txt", "good.txt")
    assert (exit_code, "1 added, 1 already there" in errors) == (0, True)
    assert documents(onrecord) == ["good.txt", "kept.txt"]
    exit_code, output, _ = onrecord("verify")
    assert (exit_code, output.startswith("All holds: 2 documents")) == (0, True)


def test_a_locked_record_can_be_read_but_waits_for_its_writer(onrecord, record):
    with sqlite3.connect(record, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "Wait until it is done" in refused(onrecord("add", "good.txt"), "E301")
        assert documents(onrecord) == ["kept.txt"]
        assert "empty.txt" in onrecord("failures")[1]
        other.execute("ROLLBACK")
    other.close()
    nothing_is_lost(onrecord)


def test_a_record_that_is_locked_while_a_run_goes_on_keeps_what_was_done(onrecord, record, monkeypatch):
    """Another program takes the lock between the first document and the second."""
    other = sqlite3.connect(record, isolation_level=None)

    def annotate(document):
        if document.source.uri == "long.txt":
            other.execute("BEGIN IMMEDIATE")
        return stubs.annotate(document)

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.scaling.adding.standard", lambda: stubs.PIPELINE._replace(annotate=annotate))
        refused(onrecord("add", "good.txt", "long.txt", "--workers", "1"), "E301")
    other.close()
    assert documents(onrecord) == ["good.txt", "kept.txt"]
    assert "1 added, 1 already there" in onrecord("add", "good.txt", "long.txt")[2]
    assert onrecord("verify")[0] == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process without special rights")
@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_a_record_or_folder_that_may_not_be_written(onrecord, record, tmp_path, what):
    modes = {"file": (0o444, 0o777), "folder": (0o644, 0o555), "both": (0o444, 0o555)}[what]
    record.chmod(modes[0])
    tmp_path.chmod(modes[1])
    try:
        refused(as_nobody(tmp_path, lambda: onrecord("add", "good.txt")), "E302")
        assert "kept.txt" in as_nobody(tmp_path, lambda: onrecord("documents"))[1]
        assert "empty.txt" in as_nobody(tmp_path, lambda: onrecord("failures"))[1]
        assert as_nobody(tmp_path, lambda: onrecord("verify"))[0] == 0
    finally:
        tmp_path.chmod(0o755)
        record.chmod(0o644)
    nothing_is_lost(onrecord)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process without special rights")
@pytest.mark.parametrize("mode", [0o555, 0o000], ids=["only read", "neither read nor written"])
def test_a_folder_in_which_no_record_can_be_made(onrecord, record, tmp_path, mode):
    tmp_path.chmod(0o755)
    (tmp_path / "closed").mkdir(mode=mode)
    place = Path("closed", "new.db")
    refused(as_nobody(tmp_path, lambda: onrecord("add", "good.txt", "--record", place)), "E307", place=place)
    assert list((tmp_path / "closed").iterdir()) == []
    nothing_is_lost(onrecord)


def as_nobody(tmp_path, act):
    """What `act` gives in a child process without root's rights, for which file permissions hold."""
    for folder in tmp_path.parents[:-1]:  # pytest keeps them to their owner
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    source, target = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            found = act()
        except BaseException as error:  # noqa: BLE001 - told to the parent, whose test it is
            found = (-1, "", repr(error))
        os.write(target, json.dumps(found).encode())
        os._exit(0)
    os.close(target)
    with os.fdopen(source) as told:
        found = json.loads(told.read())
    os.waitpid(child, 0)
    return found


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"This is no database, it is a letter.\n" * 200,
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:8192] + b"\xa5" * (len(raw) - 8192),
        lambda raw: raw.replace(b'{"id":"document-', b'{"id";"document-'),
        lambda raw: raw.replace(b"block", b"bl\x8ack"),
    ],
    ids=["a letter", "cut in half", "overwritten", "a body", "the schema"],
)
def test_a_damaged_record(onrecord, record, tmp_path, damage):
    whole = record.read_bytes()
    record.write_bytes(damage(whole))
    hurt = record.read_bytes()
    assert hurt != whole
    assert "Restore it from a copy" in refused(onrecord("documents"), "E303")
    exit_code, output, errors = onrecord("verify")
    assert exit_code == 3
    assert "E303" in errors or "cannot be read" in output
    exit_code, _, errors = onrecord("add", "good.txt")
    assert exit_code == 0 or "onrecord: E303" in errors  # a new document may fit beside an old one that is damaged
    assert onrecord("add", "good.txt", "--record", "another.db")[0] == 0  # as the remedy says
    for log in tmp_path.glob("onrecord.db-*"):
        log.unlink()
    record.write_bytes(whole)
    nothing_is_lost(onrecord)


def test_another_program_s_database(onrecord, record, tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    refused(onrecord("add", "good.txt", "--record", "other.db"), "E304", place="other.db")
    assert (tmp_path / "other.db").read_bytes() == before
    nothing_is_lost(onrecord)


def test_a_full_disk(onrecord, record):
    """The database may not grow: the long document does not fit, the good one before it does."""
    with sqlite3.connect(record) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()

    def bound(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")

    event.listen(Engine, "begin", bound)
    try:
        assert "Free some space" in refused(onrecord("add", "good.txt", "long.txt", "--workers", "1"), "E308")
        assert documents(onrecord) == ["good.txt", "kept.txt"]
        assert onrecord("verify")[0] == 0
    finally:
        event.remove(Engine, "begin", bound)
    exit_code, _, errors = onrecord("add", "good.txt", "long.txt")
    assert (exit_code, "1 added, 1 already there" in errors) == (0, True)
    assert onrecord("verify")[1].startswith("All holds: 3 documents")


def test_a_disk_too_full_for_a_new_record(onrecord, record, monkeypatch):
    def full(_connection):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.record.dialects.prepare_new", full)
        refused(onrecord("add", "good.txt", "--record", "new.db"), "E308", place="new.db")
    assert onrecord("add", "good.txt", "--record", "new.db")[0] == 0
    nothing_is_lost(onrecord)


@pytest.mark.parametrize(
    "command", [("add", "good.txt"), ("documents",), ("failures",), ("verify",), ("search", "dam")]
)
def test_a_record_of_a_newer_version_is_left_alone(onrecord, record, command):
    def stamp(version):
        with sqlite3.connect(record) as connection:
            connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = ?", (version,))
        connection.close()
        return record.read_bytes()

    newer = stamp("9999")
    line = refused(onrecord(*command), "E305")
    assert "schema 9999" in line
    assert "pip install --upgrade onrecord" in line
    assert record.read_bytes() == newer
    stamp(REVISIONS[-1])
    nothing_is_lost(onrecord)


def test_an_older_record_is_brought_up_to_date_by_whoever_reads_it(onrecord, record, monkeypatch):
    from onrecord.record import database

    today = database.REVISIONS
    monkeypatch.setattr(database, "REVISIONS", (*today, "9998"))
    monkeypatch.setattr(database, "migrate", lambda _: monkeypatch.setattr(database, "REVISIONS", today))
    assert "kept.txt" in onrecord("documents")[1]


def test_verify_tells_what_another_version_annotated(onrecord, record):
    exit_code, output, errors = onrecord("verify")
    assert exit_code == 0
    assert output.startswith("All holds")
    assert "Annotated by another version: 1 document. To annotate again: onrecord add SOURCE" in errors
