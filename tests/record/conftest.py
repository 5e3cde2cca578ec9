"""Every test that takes `location` or `record` runs on SQLite, and on PostgreSQL where a server is named."""

import os
import shutil
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import NullPool, create_engine, make_url

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.record import Record
from onrecord.record.tables import METADATA
from reports import told

SERVER = os.environ.get("ONRECORD_TEST_POSTGRES")
REQUIRED = os.environ.get("ONRECORD_REQUIRE_POSTGRES") == "1"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request):
    return request.param


@pytest.fixture(scope="session")
def server():
    """An autocommitting engine on the server, or the reason to skip; what tests made there goes at the end."""
    if not SERVER:
        if REQUIRED:
            pytest.fail("ONRECORD_REQUIRE_POSTGRES=1, but ONRECORD_TEST_POSTGRES names no server")
        pytest.skip("ONRECORD_TEST_POSTGRES names no server")
    engine = create_engine(make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    made = []

    def make(template="template0"):
        made.append(f"onrecord_{uuid4().hex}")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {made[-1]} TEMPLATE {template} ENCODING 'UTF8'")
        return make_url(SERVER).set(database=made[-1]).render_as_string(hide_password=False)

    yield make
    with engine.connect() as connection:
        for name in made:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def fresh_location(database, tmp_path, request):
    """Makes new, empty places for records."""
    if database == "sqlite":
        return lambda: tmp_path / f"{uuid4().hex}.db"
    return request.getfixturevalue("server")


@pytest.fixture(scope="session")
def templates(tmp_path_factory):
    """An empty record on each database, made once: to be copied by each test, or emptied for it."""
    made = {}

    def make(database, place):
        if database not in made:
            made[database] = place(tmp_path_factory)
            Record.open(made[database]).close()
        return made[database]

    return make


@pytest.fixture
def location(database, templates, tmp_path, request):
    """An empty record's place."""
    if database == "sqlite":
        template = templates(database, lambda folders: folders.mktemp("record") / "template.db")
        return shutil.copyfile(template, tmp_path / "onrecord.db")
    server = request.getfixturevalue("server")
    shared = templates(database, lambda _: server())
    engine = create_engine(make_url(shared).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.begin() as connection:  # emptying is much faster than making a database
        connection.exec_driver_sql(f"TRUNCATE {', '.join(METADATA.tables)}")
    return shared


@pytest.fixture
def record(location):
    with Record.open(location) as opened:
        yield opened


@pytest.fixture
def plain():
    """A small report on an invented dispute, with an item of most kinds."""
    return told(
        "The harbour minister of Norland, Ana Okoro, said on Thursday: “We do not ship grain to Sudonia.”\n\n"
        "She promised to open the books by June. Sudonia counts 40 ships a month."
    )
