"""Records to export, and the generated documents of the record's tests."""

import shutil
import sys
from itertools import count
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.record import Record


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """An empty record, made once to be copied."""
    location = tmp_path_factory.mktemp("record") / "template.db"
    Record.open(location).close()
    return location


@pytest.fixture
def fresh(tmp_path, template):
    """Makes empty records one after another, quickly."""
    numbers = count()
    return lambda: Record.open(shutil.copyfile(template, tmp_path / f"record{next(numbers)}.db"))


@pytest.fixture
def record(fresh):
    with fresh() as opened:
        yield opened
