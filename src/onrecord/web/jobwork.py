"""An import's own process: adds its sources to the record, and writes into the job's row how far it is.

It ends with the server: when the server dies, a job that went on unseen could not be stopped by anyone. What
was kept stays, and the next server takes the job up where it was.
"""

import contextlib
import os
import sys
import threading
import time
from collections import Counter
from pathlib import PurePath

import msgspec

from onrecord.model.errors import Failure, OnRecordError
from onrecord.record import Record
from onrecord.record.jobs import FAILURES_KEPT, Job, State
from onrecord.record.jobs import Progress as Kept

BEAT_EVERY = 1.0
"""Seconds between two words of life."""

PATIENCE = 120.0
"""Seconds that an import waits for another writer before it gives up."""

GRACE = 15.0
"""Seconds that a job which was asked to stop may take for the document in hand."""

STOPPED = 3


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What the server writes to the process: not an argument, as the location may hold a password."""

    location: str
    job: str
    workers: int | None = None


class Stopped(Exception):
    """Somebody asked the job to stop."""


def main() -> None:
    """Do the job that standard input names."""
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
    threading.Thread(target=_end_with_server, daemon=True).start()
    work(order)


def work(order: Order) -> None:
    """Do one job."""
    from onrecord.reading import SourceRef
    from onrecord.scaling.adding import add

    with Record.open(order.location, patience=PATIENCE) as record:
        job = record.jobs.get(order.job)
        watch = _Watch(record, job)
        watch.start()
        state: State = "done"
        error: str | None = None
        try:
            add(
                record, [SourceRef(uri=uri) for uri in job.request.sources], workers=order.workers,
                published=job.request.published, fetch=job.request.fetch, on_progress=watch.see,
            )  # fmt: skip
        except Stopped:
            state = "stopped"
        except OnRecordError as stop:
            state, error = "failed", str(stop)
        watch.end(state, error)


class _Watch:
    """Counts what comes, and tells the record about it every second, from a thread of its own."""

    def __init__(self, record: Record, job: Job) -> None:
        self._record = record
        self._job = job
        self._fates: Counter[str] = Counter()
        self._failures: list[Failure] = [*job.request.refused]
        self._expected: int | None = None
        self._current: str | None = None
        self._began = time.monotonic()
        self._stop = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def start(self) -> None:
        """Begin to tell."""
        self._thread.start()

    def see(self, progress: object) -> None:
        """Take note of one document more; ends the run where that was asked for."""
        from onrecord.scaling.adding import Progress

        assert isinstance(progress, Progress)
        self._fates[progress.fate] += 1
        if progress.failure:
            self._failures.append(progress.failure)
        self._expected = progress.expected
        self._current = PurePath(progress.uri).name
        if self._stop.is_set():
            raise Stopped

    def end(self, state: State, error: str | None) -> None:
        """Tell how it ended."""
        self._over.set()
        self._thread.join()
        self._record.jobs.end(self._job.id, state, self._kept(error))

    def _kept(self, error: str | None = None) -> Kept:
        refused = len(self._job.request.refused)
        return Kept(
            added=self._fates["added"],
            updated=self._fates["updated"],
            unchanged=self._fates["unchanged"],
            failed=self._fates["failed"] + refused,
            expected=None if self._expected is None else self._expected + refused,
            seconds=time.monotonic() - self._began,
            current=self._current,
            failures=tuple(self._failures[:FAILURES_KEPT]),
            error=error,
        )

    def _beat(self) -> None:
        asked_at: float | None = None
        while not self._over.wait(BEAT_EVERY):
            with contextlib.suppress(OnRecordError):
                if not self._record.jobs.beat(self._job.id, self._kept()):
                    self._stop.set()
                    asked_at = asked_at or time.monotonic()
            if asked_at and time.monotonic() - asked_at > GRACE:
                with contextlib.suppress(OnRecordError):
                    self._record.jobs.end(self._job.id, "stopped", self._kept())
                os._exit(STOPPED)


def _end_with_server() -> None:
    sys.stdin.buffer.read()
    os._exit(STOPPED)


if __name__ == "__main__":
    main()
