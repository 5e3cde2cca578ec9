"""Imports that the web application runs: what was asked for, how far it is, and who may take it up.

A job's row is the one truth about it: the process that runs it writes there that it lives, the server
reads there how far it is, and after a crash of either the row says what is left to do.
"""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import insert, or_, select, update

from onrecord.model.errors import Failure, UsageError
from onrecord.record.database import Database
from onrecord.record.tables import JOBS

State = Literal["waiting", "running", "stopping", "stopped", "interrupted", "done", "failed"]

DEAD_AFTER = timedelta(seconds=20)
"""A running job that was silent for so long has died with its process."""

FAILURES_KEPT = 1_000


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is. `expected` is `None` while nobody knows how many documents there are."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0
    expected: int | None = None
    seconds: float = 0.0
    current: str | None = None
    failures: tuple[Failure, ...] = ()
    documents: tuple[str, ...] = ()
    error: str | None = None

    @property
    def done(self) -> int:
        """How many documents the job is done with."""
        return self.added + self.updated + self.unchanged + self.failed

    @property
    def rate(self) -> float | None:
        """Documents a second, once there are enough to tell."""
        return self.done / self.seconds if self.done >= 3 and self.seconds > 0 else None

    @property
    def left(self) -> float | None:
        """Seconds that it will still take, where that can be told."""
        if self.expected is None or not self.rate:
            return None
        return max(0, self.expected - self.done) / self.rate


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a job is to do: `sources` are paths and addresses, each one source, never a list or a pattern."""

    title: str
    by: str
    sources: tuple[str, ...]
    fetch: bool = False
    published: str | None = None
    refused: tuple[Failure, ...] = ()


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A job as it stands."""

    id: str
    made_at: str
    state: State
    request: Request
    progress: Progress

    @property
    def is_over(self) -> bool:
        """Whether nothing happens any more unless somebody asks for it."""
        return self.state in ("stopped", "interrupted", "done", "failed")


class Jobs:
    """The jobs of a record. Every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, request: Request) -> Job:
        """Ask for a job; it waits until somebody takes it."""
        job = Job(
            id=f"job-{secrets.token_hex(12)}",
            made_at=_text(_now()),
            state="waiting",
            request=request,
            progress=Progress(failed=len(request.refused), failures=request.refused),
        )
        row = {
            "id": job.id, "made_at": job.made_at, "state": job.state, "beat_at": None,
            "body": msgspec.json.encode(request).decode(), "progress": msgspec.json.encode(job.progress).decode(),
        }  # fmt: skip
        with self._database.writing() as connection:
            connection.execute(insert(JOBS), [row])
        return job

    def get(self, name: str) -> Job:
        """The job with this id."""
        with self._database.reading() as connection:
            row = connection.execute(select(JOBS).where(JOBS.c.id == name)).first()
        if row is None:
            raise UsageError("E536", "there is no such import", where=name, remedy="See the list of imports")
        return _job(row)

    def all(self, limit: int = 50) -> list[Job]:
        """The latest jobs, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(JOBS).order_by(JOBS.c.made_at.desc(), JOBS.c.id).limit(limit)).all()
        return [_job(row) for row in rows]

    def take(self) -> Job | None:
        """The next job to run, marked as running; jobs whose process has died are taken up again."""
        now = _now()
        waits = JOBS.c.state == "waiting"
        dead = JOBS.c.state.in_(("running", "stopping")) & (JOBS.c.beat_at < _text(now - DEAD_AFTER))
        due = select(JOBS.c.id).where(or_(waits, dead)).limit(1)
        with self._database.reading() as connection:
            if connection.execute(due).first() is None:
                return None  # looking must not write
        with self._database.writing() as connection:
            stopped = (JOBS.c.state == "stopping") & (JOBS.c.beat_at < _text(now - DEAD_AFTER))
            connection.execute(update(JOBS).where(stopped).values(state="stopped"))
            alive = JOBS.c.state.in_(("running", "stopping")) & (JOBS.c.beat_at >= _text(now - DEAD_AFTER))
            if connection.execute(select(JOBS.c.id).where(alive)).first():
                return None  # one at a time, also where two servers share the record
            row = connection.execute(select(JOBS).where(or_(waits, dead)).order_by(JOBS.c.made_at).limit(1)).first()
            if row is None:
                return None
            connection.execute(update(JOBS).where(JOBS.c.id == row.id).values(state="running", beat_at=_text(now)))
        return msgspec.structs.replace(_job(row), state="running")

    def beat(self, name: str, progress: Progress) -> bool:
        """Say how far a running job is; whether it may go on."""
        with self._database.writing() as connection:
            here = JOBS.c.id == name
            row = connection.execute(select(JOBS.c.state).where(here)).first()
            values: dict[str, Any] = {"progress": msgspec.json.encode(progress).decode(), "beat_at": _text(_now())}
            connection.execute(update(JOBS).where(here).values(**values))
        return row is not None and row.state == "running"

    def end(self, name: str, state: State, progress: Progress | None = None) -> None:
        """Say how a job ended."""
        values: dict[str, Any] = {"state": state}
        if progress is not None:
            values["progress"] = msgspec.json.encode(progress).decode()
        with self._database.writing() as connection:
            connection.execute(update(JOBS).where(JOBS.c.id == name).values(**values))

    def stop(self, name: str) -> Job:
        """Ask a job to stop after the document that it has in hand."""
        with self._database.writing() as connection:
            for before, after in (("waiting", "stopped"), ("running", "stopping")):
                here = (JOBS.c.id == name) & (JOBS.c.state == before)
                connection.execute(update(JOBS).where(here).values(state=after))
        return self.get(name)

    def resume(self, name: str) -> Job:
        """Have a job go on: what is on the record already is skipped, what failed is tried again."""
        with self._database.writing() as connection:
            over = JOBS.c.state.in_(("stopped", "interrupted", "failed", "done"))
            connection.execute(update(JOBS).where(JOBS.c.id == name, over).values(state="waiting"))
        return self.get(name)


def _job(row: Any) -> Job:  # noqa: ANN401 - a row of our own query
    state: State = row.state
    if state in ("running", "stopping") and (row.beat_at or "") < _text(_now() - DEAD_AFTER):
        state = "interrupted"
    return Job(
        id=row.id,
        made_at=row.made_at,
        state=state,
        request=msgspec.json.decode(row.body, type=Request),
        progress=msgspec.json.decode(row.progress, type=Progress),
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds")
