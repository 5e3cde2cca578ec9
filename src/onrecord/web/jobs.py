"""The server's side of imports: takes what waits in the record, one at a time, and runs it in a process of its own.

Reading and annotating in the server would make every page wait, and a document that brings its process down
would take the pages with it.
"""

import contextlib
import logging
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
from fastapi import Request

from onrecord.model.errors import OnRecordError
from onrecord.record import Record
from onrecord.record.jobs import Job, Jobs
from onrecord.web.jobwork import Order
from onrecord.web.settings import Settings

LOOK_EVERY = 3.0
"""Seconds after which the record is looked at even if nobody asked here: another server's job may have died."""

_LOG = logging.getLogger("onrecord.web")


def jobs_of(request: Request) -> Jobs:
    """The imports of the application's record."""
    record: Record = request.app.state.record
    return record.jobs


class Runner:
    """Runs the record's jobs while the server is there."""

    def __init__(self, location: str | Path, record: Record, settings: Settings) -> None:
        self._location = location
        self._record = record
        self._settings = settings
        self._asked = threading.Event()
        self._closing = False
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, name="imports", daemon=True)

    def start(self) -> None:
        """Begin to look for jobs."""
        self._thread.start()

    def wake(self) -> None:
        """Look at once: a job was just asked for."""
        self._asked.set()

    def close(self) -> None:
        """Stop; the job in hand goes on when the next server starts."""
        self._closing = True
        self._asked.set()
        if self._process:
            self._process.terminate()
        if self._thread.ident:
            self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._closing:
            try:
                job = self._record.jobs.take()
                if job:
                    self._see_through(job)
                    continue
            except OnRecordError as error:
                _LOG.warning("imports wait: %s", error)
            self._asked.wait(LOOK_EVERY)
            self._asked.clear()

    def _see_through(self, job: Job) -> None:
        """Run a job to its end, whatever that is."""
        order = Order(location=str(self._location), job=job.id, workers=self._settings.workers)
        code = self._ran(msgspec.json.encode(order))
        now = self._record.jobs.get(job.id)
        if now.state not in ("running", "stopping", "interrupted"):
            return
        with contextlib.suppress(OnRecordError):
            if self._closing:
                self._record.jobs.end(job.id, "waiting")
            elif now.state == "stopping":
                self._record.jobs.end(job.id, "stopped")
            else:
                words = f"the process that imported died (exit code {code})"
                self._record.jobs.end(job.id, "failed", msgspec.structs.replace(now.progress, error=words))

    def _ran(self, order: bytes) -> int:
        """Run a process with an order; its exit code. It ends with us: its standard input closes when we are gone."""
        command = [sys.executable, "-m", "onrecord.web.jobwork"]
        try:
            with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # noqa: S603 - our own module
                self._process = process
                assert process.stdin
                with contextlib.suppress(BrokenPipeError):
                    process.stdin.write(order + b"\n")
                    process.stdin.flush()
                if self._closing:
                    process.terminate()
                return process.wait()
        except OSError as error:
            _LOG.warning("an import could not be started: %s", error)
            return -1
        finally:
            self._process = None
