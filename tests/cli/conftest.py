"""A small record of generated documents, and the command line run inside the test's process."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from generating import annotated
from inventing import Shape
from onrecord.cli.main import run
from onrecord.comparing import compare
from onrecord.record import Record

SHAPE = Shape(words=120, documents_per_dispute=6)


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A record of six documents on one dispute; tests only read it."""
    location = tmp_path_factory.mktemp("record") / "filled.db"
    with Record.open(location) as record:
        for number in range(6):
            with record.transaction():
                kept = record.keep(annotated(number, SHAPE))
                compare(record, kept.document, questions=kept.questions)
    return location


@pytest.fixture
def onrecord(tmp_path, monkeypatch, capsys):
    """Run `onrecord` in an empty folder; gives exit code, output and error output."""
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_RECORD", "ONRECORD_CONFIG", "ONRECORD_WORKERS", "ONRECORD_MIN_SCORE", "ONRECORD_REVIEWER"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        output = capsys.readouterr()
        return code, output.out, output.err

    return call
