"""A writer killed at any moment leaves a sound record, and running again gives that of an undisturbed run."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import Record

KILLS = 4

WRITER = """
import sys
sys.path[:0] = {paths!r}
from reports import told
from onrecord.record import Record
from test_killing_texts import texts
print("ready", flush=True)
with Record.open(sys.argv[1]) as record:
    for number, text in enumerate(texts):
        with record.transaction():
            kept = record.keep(told(text, uri=f"{{number}}.txt"))
            record.index_items("claim", {{claim.id: ["k"] for claim in record.annotated(kept.document).claims}})
print("done", flush=True)
"""

TEXTS = [
    f"Report {number}. Ana Okoro said: “We do not ship grain to Sudonia.” Sudonia counts 40 ships a month."
    for number in range(40)
]


@pytest.fixture
def writer(tmp_path):
    """Starts a process that keeps all the texts."""
    (tmp_path / "test_killing_texts.py").write_text(f"texts = {TEXTS!r}\n")
    paths = [str(tmp_path), str(Path(__file__).parents[1]), *sys.path]
    script = tmp_path / "writer.py"
    script.write_text(WRITER.format(paths=paths))

    def start(location):
        process = subprocess.Popen(
            [sys.executable, str(script), str(location)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert process.stdout.readline() == "ready\n"
        return process

    return start


def test_a_killed_writer_loses_nothing_and_leaves_nothing_half(location, writer, tmp_path):
    chance = random.Random(0)
    for _ in range(KILLS):
        process = writer(location)
        time.sleep(chance.uniform(0, 0.4))  # the moment of the kill is what is tested
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Record.open(location) as record:
            assert list(record.verify()) == []
            assert len(record.items_with_keys("claim", ["k"])) == record.counts()["claim"]
    process = writer(location)
    assert process.stdout.read() == "done\n"
    process.wait()
    with Record.open(location) as record, Record.open(tmp_path / "undisturbed.db") as other:
        from reports import told

        for number, text in enumerate(TEXTS):
            other.keep(told(text, uri=f"{number}.txt"))
        assert list(record.documents(by_id=True)) == list(other.documents(by_id=True))
        assert list(record.claims(by_id=True)) == list(other.claims(by_id=True))
        assert [record.duplicates_of(d.id) for d in other.documents()] == [
            other.duplicates_of(d.id) for d in other.documents()
        ]
        assert list(record.verify()) == []
