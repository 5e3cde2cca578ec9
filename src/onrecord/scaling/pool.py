"""Read and annotate many sources on several processes, handing over each result as it is ready.

The record is touched by the parent alone: it asks `is_current` before any work is given out, so a
second run over the same folder reads bytes and hashes them, and starts no worker. Results come in the
order they are ready; what is made of them must not depend on that order.

A file that holds one document goes to a worker that reads and annotates it. A container (JSON Lines,
WARC, a feed) or a URL is read by one further process, the reader, and its documents are then shared
out among the workers, so one large container keeps all of them busy.
"""

import hashlib
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path

import msgspec

from onrecord.model.documents import Document
from onrecord.model.errors import Failure
from onrecord.model.items import Annotated
from onrecord.reading import Limits, SourceRef, media
from onrecord.scaling.pipeline import Pipeline, annotated, documents_of
from onrecord.scaling.worker import FINISHED, Task, Worker

FEW_SOURCES = 2
SMALL_BYTES = 200_000
"""Up to this many files of up to this size are annotated in the parent: a worker's start (2 s, 300 MiB) costs more."""

LOOK_AROUND = 5.0
"""Seconds after which the parent looks for workers that are stuck."""

CONTAINERS = frozenset({media.JSONL, media.JSON, media.WARC, media.FEED, media.GZIP, media.MESSAGE, media.MAILBOX})
"""Kinds of file that may hold many documents."""

DIED = "E291"

READ_AHEAD = 32
"""Documents of a container that may wait for a worker; a document of 700 words takes 5 KB."""


class Current(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the record already holds in this version: nothing was done."""

    uri: str
    sha256: str


Outcome = Annotated | Current | Failure


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """How to treat the sources.

    `is_current` says whether the record holds bytes (by SHA-256) from a uri already; `patience` is how many
    seconds a worker may go without a result before it is given up with the document it has in hand.
    """

    pipeline: Pipeline
    is_current: Callable[[str, str], bool]
    workers: int | None = None
    published: str | None = None
    fetch: bool = False
    patience: float = 600.0


def run(sources: Iterable[SourceRef], work: Work) -> Generator[Outcome, None, None]:
    """Annotate every document of the sources that is not current. Closing the iterator stops the workers."""
    checked = (_checked(source, work) for source in sources)
    first: list[SourceRef] = []
    for item in checked:
        if isinstance(item, Current):
            yield item
            continue
        first.append(item)
        if len(first) > FEW_SOURCES:
            break
    few = len(first) <= FEW_SOURCES and all(map(_is_small, first))
    if few or work.workers == 1:
        yield from _in_this_process(chain(first, checked), work)
    else:
        yield from _Pool(chain(first, checked), work).outcomes()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_this_process(sources: Iterable[SourceRef | Current], work: Work) -> Iterator[Outcome]:
    for source in sources:
        if isinstance(source, Current):
            yield source
            continue
        for document in documents_of(work.pipeline, source, work.published, work.fetch):
            if isinstance(document, Failure):
                yield document
            else:
                yield _known(document, work) or annotated(work.pipeline, document)


class _Pool:
    """Workers that annotate, at most one reader of containers, and what waits for them."""

    def __init__(self, sources: Iterator[SourceRef | Current], work: Work) -> None:
        self._sources = sources
        self._work = work
        self._context = get_context("spawn")  # forking a process that has threads or connections is not safe
        self._limit = max(1, work.workers or cores())
        self._workers: list[Worker] = []
        self._reader: Worker | None = None
        self._containers: deque[SourceRef] = deque()
        self._documents: deque[Document] = deque()

    def outcomes(self) -> Iterator[Outcome]:
        """Everything that comes of the sources. Memory stays bounded: no more is read than workers can take."""
        try:
            yield from self._give_out()
            while self._busy():
                yield from self._take_in()
                yield from self._give_out()
        finally:
            for worker in (*self._workers, *([self._reader] if self._reader else [])):
                worker.stop()

    def _give_out(self) -> Iterator[Current]:
        while self._has_room():
            task = self._documents.popleft() if self._documents else next(self._sources, None)
            if task is None:
                break
            if isinstance(task, Current):
                yield task
            elif isinstance(task, SourceRef) and is_container(task):
                self._containers.append(task)
            else:
                self._hand(task)
        if self._containers and not (self._reader and self._reader.task):
            self._reader = self._started(self._reader, self._containers.popleft(), reads_only=True)

    def _has_room(self) -> bool:
        return len(self._workers) < self._limit or not all(worker.task for worker in self._workers)

    def _hand(self, task: Task) -> None:
        idle = next((worker for worker in self._workers if not worker.task), None)
        if idle:
            self._workers.remove(idle)
        self._workers.append(self._started(idle, task, reads_only=False))

    def _started(self, worker: Worker | None, task: Task, *, reads_only: bool) -> Worker:
        """A worker with the task in hand: the given one, or a new one where there is none or it has died."""
        if worker and worker.start(task):
            return worker
        if worker:
            worker.stop()
        work = self._work
        fresh = Worker(self._context, work.pipeline, reads_only=reads_only, published=work.published, fetch=work.fetch)
        if not fresh.start(task):
            fresh.take_up(task)  # it died at once: its closed pipe says so when it is waited for
        return fresh

    def _busy(self) -> list[Worker]:
        """Who is to be listened to. The reader is left to wait while its documents already queue."""
        busy = [worker for worker in self._workers if worker.task]
        if self._reader and self._reader.task and len(self._documents) < READ_AHEAD:
            busy.append(self._reader)
        return busy

    def _take_in(self) -> Iterator[Outcome]:
        busy = {worker.connection: worker for worker in self._busy()}
        for connection in wait(list(busy), timeout=LOOK_AROUND):
            worker = busy[connection]  # type: ignore[index]  # wait returns what it was given
            try:
                product = worker.take()
            except EOFError:
                yield self._buried(worker)
                continue
            if product is FINISHED:
                continue
            if not isinstance(product, Document):
                yield product
            elif current := _known(product, self._work):
                yield current
            else:
                self._documents.append(product)
        for worker in busy.values():
            if worker.task and time.monotonic() - worker.heard > self._work.patience:
                yield self._buried(worker, f"took more than {self._work.patience / 60:.0f} minutes")

    def _buried(self, worker: Worker, fault: str | None = None) -> Failure:
        """The failure of what a lost worker had in hand; others take its place when there is more to do."""
        task = worker.task
        assert task is not None
        reason = f"the process that worked on it {fault or f'died ({worker.died_of()})'}"
        worker.stop()
        worker.task = None
        if worker is self._reader:
            self._reader = None
        else:
            self._workers.remove(worker)
        return Failure(
            uri=task.source.uri if isinstance(task, Document) else task.uri,
            code=DIED,
            reason=reason,
            remedy="If memory ran out, free some and run again with --only failed --workers 1; else please report it",
        )


def is_container(source: SourceRef) -> bool:
    """Whether it may hold many documents: an address, or a file whose first bytes say so."""
    if source.is_address:
        return True
    try:
        with Path(source.uri).open("rb") as file:
            return media.sniff(file.read(media.HEAD_BYTES)) in CONTAINERS
    except OSError:
        return False  # the reader will say what is wrong with it


def _checked(source: SourceRef, work: Work) -> SourceRef | Current:
    """The source, or that its bytes are current."""
    if source.is_address:
        return source
    try:
        path = Path(source.uri)
        if not path.is_file() or path.stat().st_size > Limits().file_bytes:
            return source
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return source
    return Current(uri=source.uri, sha256=sha256) if work.is_current(sha256, source.uri) else source


def _known(document: Document, work: Work) -> Current | None:
    uri, sha256 = document.source.uri, document.source.sha256
    return Current(uri=uri, sha256=sha256) if work.is_current(sha256, uri) else None


def _is_small(source: SourceRef) -> bool:
    try:
        return Path(source.uri).stat().st_size <= SMALL_BYTES
    except (OSError, ValueError):
        return True  # an address, or a file that the reader will refuse
