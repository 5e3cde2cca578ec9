"""All that differs between SQLite and PostgreSQL: connecting, beginning, upserting, searching, and what errors mean."""

import sqlite3
import threading
from collections.abc import Hashable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, QueuePool, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from onrecord.model.errors import AnnotatingError, OnRecordError, RecordError

Row = dict[str, Any]

WRITER_LOCK = 0x4F6E5265
"""The advisory lock that makes writers on a server take turns, and the application id of our files ("OnRe")."""

CONNECT_SECONDS = 10


def sqlite_engine(path: Path, *, create: bool, read_only: bool, patience: float) -> Engine:
    """Connections to one file. Write transactions take the lock when they begin, so that none fails half-way."""
    mode = "ro" if read_only else "rwc" if create else "rw"
    # A write-ahead log needs a folder that can be written: a record in one that cannot is at rest, and read as it is.
    at_rest = "&immutable=1" if read_only and not _can_write(path.parent) and not _log_of(path).exists() else ""
    target = f"file:{quote(str(path.absolute()))}?mode={mode}{at_rest}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(target, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -32000")
        # Ids are hashes, so writes scatter: a longer log gathers those to one page before they reach the file.
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        connection.execute("PRAGMA temp_store = MEMORY")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def postgresql_engine(url: URL, *, read_only: bool, patience: float) -> Engine:
    """Connections to a server. Readers see one moment; writers take turns through an advisory lock."""
    try:
        import psycopg  # noqa: F401 - only to know whether it is installed
    except ImportError as error:
        raise RecordError(
            "E309", "a postgresql:// record needs psycopg", remedy="Run: pip install 'onrecord[postgres]'"
        ) from error
    options = (
        f"-c lock_timeout={round(patience * 1000)} -c default_transaction_read_only={'on' if read_only else 'off'}"
    )
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ",
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": options, "client_encoding": "utf8"},
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            # LOCK-then-look: the snapshot of REPEATABLE READ must be taken after the turn has come.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")

    return engine


class Watch:
    """Sees whether anything was committed to a database, by a connection that does nothing else."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._connection: PoolProxiedConnection | None = None

    def state(self) -> Hashable:
        """Another value than before whenever a commit came between; on a server now and then without one, too."""
        if self._engine.dialect.name != "sqlite":
            with self._engine.connect() as connection:
                return str(connection.exec_driver_sql("SELECT CAST(pg_current_snapshot() AS text)").scalar_one())
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            driver = self._connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            number: int = driver.execute("PRAGMA data_version").fetchone()[0]
            return number

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def prepare_new(connection: Connection) -> None:
    """Settings that stay with a new SQLite file; they cannot be made inside a transaction."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute(f"PRAGMA application_id = {WRITER_LOCK}")


def check_encoding(connection: Connection) -> None:
    """Refuse a server database that cannot hold Unicode."""
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise RecordError(
                "E315", f"the database is encoded in {encoding}, not UTF8", remedy="Run: createdb --encoding UTF8 NAME"
            )


def upsert(connection: Connection, table: Table, rows: Sequence[Row], *, replace: bool = True) -> None:
    """Insert rows, and where one has the key of a row that is there, replace that row or leave it."""
    if not rows:
        return
    connection.execute(_upserting(connection.dialect.name, table, tuple(rows[0]) if replace else ()), rows)


@lru_cache
def _upserting(dialect: str, table: Table, replaced: tuple[str, ...]) -> Any:  # noqa: ANN401 - either dialect's insert
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    insert: Any = make(table)
    key = list(table.primary_key.columns)
    rest = {name: insert.excluded[name] for name in replaced if name not in table.primary_key.columns}
    if rest:
        return insert.on_conflict_do_update(index_elements=key, set_=rest)
    return insert.on_conflict_do_nothing(index_elements=key)


# Full-text search: blocks are indexed folded (no case, accents or punctuation), and so are queries.


def index_words(connection: Connection, rows: Sequence[Row]) -> None:
    """Index `words` (already folded) of blocks by their row `id`."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO block_words (rowid, words) VALUES (:id, :words)"), rows)
    else:
        connection.execute(text("UPDATE blocks SET words = to_tsvector('simple', :words) WHERE id = :id"), rows)


def forget_words(connection: Connection, document: str) -> None:
    """Take a document's blocks out of the index; to be called before the blocks themselves go."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("DELETE FROM block_words WHERE rowid IN (SELECT id FROM blocks WHERE document = :document)"),
            {"document": document},
        )


def leave_no_trace(connection: Connection) -> None:
    """Have SQLite overwrite what is deleted from now on, the search index's old lists included."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def purge_words(connection: Connection) -> None:
    """Rewrite SQLite's search index without the words that were taken out of it."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO block_words (block_words) VALUES ('optimize')")


def matching(connection: Connection, phrases: Sequence[str]) -> tuple[str, Row]:
    """A SELECT of block `id` and `score` (higher is better) for blocks that hold every phrase, with its parameters.

    Phrases are folded, so they hold letters, digits and spaces alone: quoting them is safe.
    """
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{phrase}"' for phrase in phrases)
        select = "SELECT rowid AS id, -bm25(block_words) AS score FROM block_words WHERE block_words MATCH :query"
        return select, {"query": query}
    names = {f"phrase{n}": phrase for n, phrase in enumerate(phrases)}
    query = " && ".join(f"phraseto_tsquery('simple', :{name})" for name in names)
    return f"SELECT id, CAST(ts_rank_cd(words, {query}) AS float8) AS score FROM blocks WHERE words @@ ({query})", names  # noqa: S608 - only our own parameter names


def unindexed_blocks(connection: Connection) -> int:
    """By how many the search index's rows and the blocks differ."""
    if connection.dialect.name == "sqlite":
        sql = """SELECT (SELECT count(*) FROM blocks WHERE id NOT IN (SELECT rowid FROM block_words))
                      + (SELECT count(*) FROM block_words WHERE rowid NOT IN (SELECT id FROM blocks))"""
    else:
        sql = "SELECT count(*) FROM blocks WHERE words IS NULL"
    return int(connection.exec_driver_sql(sql).scalar_one())


# Errors


def translate(error: DBAPIError, where: str) -> OnRecordError:
    """What a database's error means for a person: the record's fault, or that of the document being kept."""
    if isinstance(error, IntegrityError | DataError) or getattr(error.orig, "sqlstate", None) == "54000":
        return AnnotatingError(
            "E204", f"the database refuses an item ({_first_line(error)})",
            remedy="Nothing of the document was kept. Please report it",
        )  # fmt: skip
    if isinstance(error.orig, sqlite3.Error):
        return _of_sqlite(error, getattr(error.orig, "sqlite_errorcode", None), where)
    return _of_postgresql(error, getattr(error.orig, "sqlstate", None), where)


def _of_sqlite(error: DBAPIError, code: int | None, where: str) -> RecordError:
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _locked(where)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _read_only(where)
    if primary in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT):
        return damaged(where)
    if primary is None and str(error.orig).startswith("Could not decode to UTF-8"):  # sqlite3 has no code for it
        return damaged(where)
    if primary == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return _full(where)
    if primary == sqlite3.SQLITE_CANTOPEN:
        return closed(where)
    return _other(error, where)


def _of_postgresql(error: DBAPIError, state: str | None, where: str) -> RecordError:
    if state in ("55P03", "40P01", "40001"):
        return _locked(where)
    if state in ("25006", "42501"):
        return _read_only(where)
    if state in ("53100", "53200"):
        return _full(where)
    if state is None or state[:2] in ("08", "28", "3D", "57", "53"):
        return RecordError(
            "E310", f"the database server cannot be used ({_first_line(error)})", where=where,
            remedy="Check that it runs, and the host, database, user and password of the URL",
        )  # fmt: skip
    return _other(error, where)


def closed(where: str) -> RecordError:
    """The error of a file that cannot be reached, for whatever reason."""
    return RecordError(
        "E307", "the file cannot be opened or made", where=where,
        remedy="Check that the folder is there and that you may write in it, or name another file with --record",
    )  # fmt: skip


def damaged(where: str) -> RecordError:
    """The error of a record whose content cannot be what was written."""
    return RecordError(
        "E303", "the file is no record, or is damaged", where=where,
        remedy="Restore it from a copy, or name another file with --record and add the sources again",
    )  # fmt: skip


def _locked(where: str) -> RecordError:
    return RecordError(
        "E301", "another program is writing to the record", where=where,
        remedy="Wait until it is done, then run this again: nothing is lost",
    )  # fmt: skip


def _read_only(where: str) -> RecordError:
    return RecordError(
        "E302", "the record can be read but not written", where=where,
        remedy="Check the permissions of the file and its folder, or name another with --record",
    )  # fmt: skip


def _full(where: str) -> RecordError:
    return RecordError(
        "E308", "the disk is full", where=where, remedy="Free some space, then run this again: nothing is lost"
    )


def _other(error: DBAPIError, where: str) -> RecordError:
    return RecordError(
        "E316", f"the database failed ({_first_line(error)})", where=where,
        remedy="Run: onrecord verify, and please report this",
    )  # fmt: skip


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]


def _can_write(folder: Path) -> bool:
    import os

    return os.access(folder, os.W_OK)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")
