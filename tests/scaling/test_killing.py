"""`kill -9` at random moments: run again, the record is that of a run that nobody disturbed.

`ONRECORD_TEST_KILLS` sets how many kills (50), `ONRECORD_TEST_SEED` which moments they hit.
"""

import gc
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import generatedpipeline as generated
from test_adding import exported

from onrecord.record import Record
from onrecord.scaling.adding import add

KILLS = int(os.environ.get("ONRECORD_TEST_KILLS", "50"))
SEED = int(os.environ.get("ONRECORD_TEST_SEED", "1"))
DOCUMENTS = 6
REACH = 0.7
"""How far into a run's usual time kills reach; the end is reached by the runs that go on from a killed one."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is started by forking, which is quick")


def add_all(location, place, pipeline):
    with Record.open(location) as record:
        add(record, [place], workers=1, pipeline=pipeline)


def timed(location, place, pipeline):
    began = time.monotonic()
    add_all(location, place, pipeline)
    return time.monotonic() - began


def killed_after(seconds, location, place, pipeline):
    """Start a run in a process of its own and kill it after a time; whether it was still running then."""
    child = os.fork()
    if child == 0:  # pragma: no cover - the child is killed
        gc.freeze()  # what other tests left in memory is not this run's to go through: that can outlast the kill
        try:
            add_all(location, place, pipeline)
        finally:
            os._exit(0)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return False
        time.sleep(0.0005)  # a moment of the child's time, not a wait for it
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.parametrize(("before", "pipeline", "kills"), [
    (None, generated.PIPELINE, KILLS),
    (generated.PIPELINE, generated.NEWER, max(1, KILLS // 8)),
])  # fmt: skip
def test_a_run_killed_at_any_moment_and_run_again_leaves_the_same_record(tmp_path, before, pipeline, kills):
    chance = random.Random(SEED)
    place = generated.write(tmp_path / "documents", DOCUMENTS)

    with Record.open(tmp_path / "start.db") as record:
        if before:
            add(record, [place], workers=1, pipeline=before)

    def fresh(name):
        return shutil.copy(tmp_path / "start.db", tmp_path / name)

    whole = fresh("whole.db")
    add_all(whole, place, pipeline)
    usual = min(timed(fresh(f"timed{n}.db"), place, pipeline) for n in range(3))
    with Record.open(whole) as record:
        undisturbed = exported(record, tmp_path / "whole")
    done = rounds = 0
    while done < kills:
        location = fresh(f"{rounds}.db")
        rounds += 1
        while done < kills and killed_after(chance.uniform(0, usual * REACH), location, place, pipeline):
            done += 1
        add_all(location, place, pipeline)
        with Record.open(location) as record:
            assert exported(record, tmp_path / f"export{rounds}") == undisturbed
            assert list(record.verify()) == []
    assert done == kills
