"""Records to export, and the generated documents of the record's tests."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from onrecord.record import Record


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "onrecord.db") as opened:
        yield opened


@pytest.fixture
def fresh(tmp_path):
    """Makes empty records one after another, quickly."""
    import shutil
    from itertools import count

    template = tmp_path / "template.db"
    Record.open(template).close()
    numbers = count()

    def make():
        return Record.open(shutil.copyfile(template, tmp_path / f"record{next(numbers)}.db"))

    return make
