"""One open database: where it is, whether its schema is ours, and its transactions."""

import sqlite3
import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy import URL, Connection, Engine, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from onrecord.model.errors import RecordError
from onrecord.record import dialects

VERSION_TABLE = "onrecord_version"
REVISIONS = ("0001", "0002", "0003", "0004")
"""The schema's versions, oldest first; each has a script in `migrations/versions`."""


class Database:
    """Connections to one record. A thread's open write transaction is joined by all its calls."""

    def __init__(self, engine: Engine, location: str) -> None:
        self._engine = engine
        self._local = threading.local()
        self._watch = dialects.Watch(engine)
        self.location = location

    @classmethod
    def open(cls, location: str | Path, *, create: bool, read_only: bool, patience: float) -> "Database":
        """Connect, and bring the schema up to date; a clear error where that cannot be."""
        url = _server_url(location)
        if url is not None:
            engine = dialects.postgresql_engine(url, read_only=read_only, patience=patience)
            database = cls(engine, url.render_as_string(hide_password=True))
        else:
            path = _checked(_path(location), create=create and not read_only)
            engine = dialects.sqlite_engine(path, create=create, read_only=read_only, patience=patience)
            database = cls(engine, str(path))
        try:
            database._bring_up_to_date(create=create, read_only=read_only)
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close every connection."""
        self._watch.close()
        self._engine.dispose()

    @property
    def in_transaction(self) -> bool:
        """Whether this thread has a write transaction open."""
        return getattr(self._local, "connection", None) is not None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: committed at the end, rolled back on any error, joined when one is open."""
        if self.in_transaction:
            yield self._local.connection
            return
        with self._errors(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            self._local.connection = connection
            try:
                yield connection
            finally:
                self._local.connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of one moment, or the open transaction's own view."""
        joined = getattr(self._local, "connection", None) or getattr(self._local, "view", None)
        if joined is not None:
            yield joined
            return
        with self._errors(), self._engine.connect() as connection, connection.begin():
            yield connection

    def state(self) -> Hashable:
        """Another value whenever anything was committed since; inside a snapshot, that of the moment before it."""
        before: Hashable | None = getattr(self._local, "state", None)
        if before is not None:
            return before
        with self._errors():
            return self._watch.state()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One moment for everything that this thread reads inside."""
        if getattr(self._local, "view", None) is None and not self.in_transaction:
            self._local.state = self.state()
        with self.reading() as connection:
            outer = getattr(self._local, "view", None)
            self._local.view = connection
            try:
                yield
            finally:
                self._local.view = outer
                if outer is None:
                    self._local.state = None

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise dialects.translate(error, self.location) from error
        except sqlite3.Error as error:  # from the driver itself, for what cannot be done inside a transaction
            raise dialects.translate(DBAPIError(None, None, error), self.location) from error
        except (UnicodeDecodeError, msgspec.DecodeError) as error:  # of what is stored, or of SQLite's words about it
            raise dialects.damaged(self.location) from error

    def _bring_up_to_date(self, *, create: bool, read_only: bool) -> None:
        with self.reading() as connection:
            version = _schema_version(connection, self.location)
        if version == REVISIONS[-1]:
            return
        if version is not None and version not in REVISIONS:
            raise RecordError(
                "E305", f"a newer OnRecord wrote the record (schema {version}, this one knows {REVISIONS[-1]})",
                where=self.location, remedy="Run: pip install --upgrade onrecord",
            )  # fmt: skip
        if version is None and (read_only or not create):
            raise RecordError(
                "E306", "there is no record here yet", where=self.location, remedy="Run: onrecord add SOURCE"
            )
        if read_only:
            raise RecordError(
                "E317", f"the record's schema {version} is older than this OnRecord's", where=self.location,
                remedy="Open it once for writing, for instance with: onrecord documents",
            )  # fmt: skip
        self._migrate()

    def _migrate(self) -> None:
        with self._errors(), self._engine.connect() as connection:
            dialects.prepare_new(connection)
            dialects.check_encoding(connection)
        with self.writing() as connection:
            if _schema_version(connection, self.location) != REVISIONS[-1]:
                migrate(connection)


def migrate(connection: Connection, target: str = "head") -> None:
    """Run the migrations that ship with the package, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _schema_version(connection: Connection, where: str) -> str | None:
    """The schema's version; `None` for an empty database; an error for somebody else's."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE in tables:
        found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608 - a constant
        return None if found is None else str(found)
    foreign = tables if connection.dialect.name == "sqlite" else tables & {"documents", "statements", "claims"}
    if foreign:
        raise RecordError(
            "E304", "the database belongs to another program", where=where, remedy="Name another with --record"
        )
    return None


def _server_url(location: str | Path) -> URL | None:
    """The URL of a server, or `None` for a file."""
    if isinstance(location, Path) or "://" not in location or location.startswith("sqlite:///"):
        return None
    try:
        url = make_url(location)
    except ArgumentError:
        url = None
    if url is None or url.drivername.partition("+")[0] not in ("postgresql", "postgres"):
        raise RecordError(
            "E312",
            "a record is a file, a sqlite:/// or a postgresql:// URL",
            where=location.partition("://")[0] + "://…",
        )
    return url


def _path(location: str | Path) -> Path:
    return Path(str(location).removeprefix("sqlite:///")).expanduser()


def _checked(path: Path, *, create: bool) -> Path:
    where = str(path)
    try:
        is_folder, exists, has_folder = path.is_dir(), path.exists(), path.parent.is_dir()
    except OSError as error:
        raise dialects.closed(where) from error
    if is_folder:
        raise RecordError("E307", "a folder cannot be a record", where=where, remedy="Name a file in it")
    if not exists and not create:
        raise RecordError("E306", "there is no record here yet", where=where, remedy="Run: onrecord add SOURCE")
    if not has_folder:
        raise RecordError(
            "E307", "the folder for the record is not there", where=where, remedy=f"Run: mkdir -p {path.parent}"
        )
    return path
