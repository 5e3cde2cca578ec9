"""Every test that takes `location` or `record` runs on SQLite, and on PostgreSQL where a server is named."""

import os
import sys
from pathlib import Path
from uuid import uuid4

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from reports import told

from onrecord.record import Record

SERVER = os.environ.get("ONRECORD_TEST_POSTGRES")
REQUIRED = os.environ.get("ONRECORD_REQUIRE_POSTGRES") == "1"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request):
    return request.param


@pytest.fixture
def fresh_location(database, tmp_path):
    """Makes new, empty places for records; what it made on a server goes with the test."""
    if database == "sqlite":
        yield lambda: tmp_path / f"{uuid4().hex}.db"
        return
    if not SERVER:
        if REQUIRED:
            pytest.fail("ONRECORD_REQUIRE_POSTGRES=1, but ONRECORD_TEST_POSTGRES names no server")
        pytest.skip("ONRECORD_TEST_POSTGRES names no server")
    from sqlalchemy import create_engine, make_url

    url = make_url(SERVER).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    made = []

    def make():
        made.append(f"onrecord_{uuid4().hex}")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {made[-1]} TEMPLATE template0 ENCODING 'UTF8'")
        return url.set(drivername="postgresql", database=made[-1]).render_as_string(hide_password=False)

    yield make
    with engine.connect() as connection:
        for name in made:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def location(fresh_location):
    return fresh_location()


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
