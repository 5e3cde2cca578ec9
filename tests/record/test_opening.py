"""Whatever is wrong with a record's place gets one clear line: code, reason, place, what to do."""

import os
import sqlite3
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from onrecord.model.errors import RecordError
from onrecord.record import Record
from onrecord.record.database import REVISIONS, VERSION_TABLE
from onrecord.record.tables import METADATA
from reports import told

REPORT = told("Ana Okoro said: “We do not ship grain to Sudonia.”")


def one_line(caught, code, place=None):
    """The message of an error with this code: one line, with a remedy."""
    error = caught.value
    message = str(error)
    assert error.code == code
    assert "\n" not in message
    assert message.startswith(f"{code} ")
    if place is not None:
        assert str(place) in message
    assert error.remedy
    return message


def engine_of(location):
    if isinstance(location, Path):
        return create_engine(f"sqlite:///{location}")
    return create_engine(make_url(location).set(drivername="postgresql+psycopg"))


def test_a_record_opens_again_with_what_it_held(fresh_location):
    location = fresh_location()
    with Record.open(location) as record:
        record.keep(REPORT)
    with Record.open(str(location), create=False) as record:
        assert record.annotated(REPORT.document.id).document == REPORT.document
    with Record.open(location, read_only=True) as record:
        assert record.counts()["document"] == 1


def test_a_newer_schema_is_refused(location):
    Record.open(location).close()
    with engine_of(location).begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    try:
        with pytest.raises(RecordError) as caught:
            Record.open(location)
        assert "9999" in one_line(caught, "E305")
    finally:
        with engine_of(location).begin() as connection:
            connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{REVISIONS[-1]}'"))


def test_another_program_s_database_is_refused(fresh_location):
    location = fresh_location()
    with engine_of(location).begin() as connection:
        connection.execute(text("CREATE TABLE documents (name TEXT)"))
    with pytest.raises(RecordError) as caught:
        Record.open(location)
    one_line(caught, "E304")


def test_a_read_only_record_cannot_be_written(location):
    Record.open(location).close()
    with Record.open(location, read_only=True) as record, pytest.raises(RecordError) as caught:
        record.keep(REPORT)
    one_line(caught, "E302")


def test_a_second_writer_waits_and_then_gives_up(location):
    with Record.open(location) as first, Record.open(location, patience=0.1) as second:
        with first.transaction():
            first.keep(REPORT)
            assert second.counts()["document"] == 0  # readers are not held up
            failed = []
            thread = threading.Thread(target=lambda: failed.append(_error_of(lambda: second.keep(REPORT))))
            thread.start()
            thread.join()
        assert failed[0].code == "E301"
        assert second.keep(REPORT).outcome == "unchanged"


def _error_of(act):
    try:
        act()
    except RecordError as error:
        return error
    return None


def test_a_place_without_a_record_says_so(tmp_path, fresh_location):
    with pytest.raises(RecordError) as caught:
        Record.open(fresh_location(), create=False)
    one_line(caught, "E306")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("folder", None, "E307"),
        ("missing/onrecord.db", None, "E307"),
        ("long" * 99 + ".db", None, "E307"),
        ("text.db", b"this is no database, it is a letter\n" * 99, "E303"),
        ("cut.db", b"SQLite format 3\x00" + b"\x10\x00\x01\x01\x00" + b"\xff" * 4000, "E303"),
    ],
)
def test_a_file_that_is_no_record(tmp_path, name, content, code):
    (tmp_path / "folder").mkdir()
    if content:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(RecordError) as caught:
        Record.open(tmp_path / name)
    one_line(caught, code, tmp_path / name)
    if content:
        assert (tmp_path / name).read_bytes() == content


def test_a_damaged_record(tmp_path):
    location = tmp_path / "onrecord.db"
    with Record.open(location) as record:
        for number in range(20):
            record.keep(told(f"Grain report {number}. " * 50, uri=f"{number}.txt"))
    raw = bytearray(location.read_bytes())
    raw[8192:] = os.urandom(len(raw) - 8192)
    location.write_bytes(raw)

    def use():
        with Record.open(location) as record:
            list(record.documents())
            record.keep(REPORT)

    with pytest.raises(RecordError) as caught:
        use()
    one_line(caught, "E303", location)


@pytest.mark.parametrize(
    ("whole", "damaged"),
    [
        (b'{"id":"document-', b'{"id";"document-'),
        (b'{"id":"document-', b'{"id":"docum\xffnt-'),
        (b"block", b"bl\x8ack"),
    ],
    ids=["JSON", "UTF-8", "schema"],
)
def test_bytes_that_changed_on_the_disk(tmp_path, whole, damaged):
    """The pages still hang together, so that SQLite finds nothing or complains in bytes that are no text."""
    location = tmp_path / "onrecord.db"
    with Record.open(location) as record:
        record.keep(REPORT)
    location.write_bytes(location.read_bytes().replace(whole, damaged))
    with pytest.raises(RecordError) as caught, Record.open(location) as record:
        list(record.documents())
    one_line(caught, "E303", location)


def test_a_full_disk_loses_nothing(location, database):
    if database != "sqlite":
        pytest.skip("a server's disk is not ours to fill")
    with Record.open(location) as record:
        record.keep(REPORT)
        with record._database._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        from sqlalchemy import event

        event.listen(
            record._database._engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        )
        with pytest.raises(RecordError) as caught:
            record.keep(told("Grain and more grain. " * 3000, uri="long.txt"))
        one_line(caught, "E308", location)
        assert record.counts()["document"] == 1
        assert list(record.verify()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs another user's rights")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_or_folder_that_may_not_be_written(tmp_path, what):
    location = tmp_path / "held" / "onrecord.db"
    location.parent.mkdir()
    with Record.open(location) as record:
        record.keep(REPORT)
    location.chmod(0o444)
    if what == "folder":
        location.parent.chmod(0o555)

    def write():
        with Record.open(location) as record:
            record.keep(told("Grain.", uri="b.txt"))

    def read():
        with Record.open(location, read_only=True) as record:
            assert record.counts()["document"] == 1

    try:
        assert _as_nobody(tmp_path, write) == "E302"
        assert _as_nobody(tmp_path, read) == ""
    finally:
        location.parent.chmod(0o755)


def _as_nobody(tmp_path, act):
    """Run in a child that has no special rights; the code of its error, or nothing."""
    for folder in (tmp_path, *tmp_path.parents[:-1]):  # pytest keeps them to their owner
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    outcome, result = os.pipe()
    child = os.fork()
    if child == 0:
        code = "failed"
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            act()
            code = ""
        except RecordError as error:
            code = error.code
        finally:
            os.write(result, code.encode())
            os._exit(0)
    os.close(result)
    os.waitpid(child, 0)
    return os.read(outcome, 99).decode()


@pytest.mark.parametrize("url", ["mysql://server/record", "http://server", "nonsense://"])
def test_a_url_that_is_no_record(url):
    with pytest.raises(RecordError) as caught:
        Record.open(url)
    assert caught.value.code == "E312"
    assert "server" not in str(caught.value)


@pytest.mark.parametrize("url", ["postgresql://ida:secret@127.0.0.1:1/record", "postgresql:///record?host=/nowhere"])
def test_a_server_that_cannot_be_reached(url):
    with pytest.raises(RecordError) as caught:
        Record.open(url)
    assert "secret" not in one_line(caught, "E310")


def test_a_server_without_its_driver_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RecordError) as caught:
        Record.open("postgresql://server/record")
    assert "onrecord[postgres]" in one_line(caught, "E309")


@pytest.mark.postgres
def test_a_server_in_another_encoding_is_refused(server):
    engine = create_engine(make_url(server()).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "CREATE DATABASE onrecord_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
        )
        try:
            with pytest.raises(RecordError) as caught:
                Record.open(engine.url.set(drivername="postgresql", database="onrecord_ascii").render_as_string(False))
            one_line(caught, "E315")
        finally:
            connection.exec_driver_sql("DROP DATABASE onrecord_ascii WITH (FORCE)")


def test_the_password_is_never_shown(server_url_with_password):
    with Record.open(server_url_with_password) as record:
        assert "s3cret" not in record.location


@pytest.fixture
def server_url_with_password(server):
    return make_url(server()).set(password="s3cret").render_as_string(False)


def test_the_migrations_make_the_tables_that_the_code_names(fresh_location):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    location = fresh_location()
    Record.open(location).close()
    engine = engine_of(location)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        found = [step for step in compare_metadata(context, METADATA) if "block_words" not in str(step)]
        ours = [step for step in found if "blocks_words" not in str(step) and "words', TSVECTOR" not in str(step)]
    engine.dispose()
    assert ours == []


def test_every_revision_has_its_script():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    import onrecord.record.database as module

    config = Config()
    config.set_main_option("script_location", str(Path(module.__file__).with_name("migrations")))
    scripts = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(scripts)) == REVISIONS


def test_an_older_record_is_brought_up_to_date_and_read_only_says_so(tmp_path, monkeypatch):
    location = tmp_path / "onrecord.db"
    with Record.open(location) as record:
        record.keep(REPORT)
    migrated = []
    monkeypatch.setattr("onrecord.record.database.REVISIONS", (*REVISIONS, "9998"))
    monkeypatch.setattr("onrecord.record.database.migrate", migrated.append)
    with pytest.raises(RecordError) as caught:
        Record.open(location, read_only=True)
    one_line(caught, "E317", location)
    with Record.open(location) as record:
        assert record.counts()["document"] == 1
    assert len(migrated) == 1


def test_two_programs_may_make_one_record_at_once(fresh_location):
    location = fresh_location()
    failed = []
    threads = [threading.Thread(target=lambda: failed.append(_error_of(Record.open(location).close))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == [None] * 4


def test_an_sqlite_file_is_ours_by_its_header(tmp_path):
    Record.open(tmp_path / "onrecord.db").close()
    with sqlite3.connect(tmp_path / "onrecord.db") as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x4F6E5265,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
