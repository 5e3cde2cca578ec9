"""A worker process and the parent's handle on it: one task in hand at a time, over one pipe of its own.

A pool with one shared queue cannot say which document killed a worker. With a pipe a worker, a closed
pipe names the task that was in hand, and only that one is lost.
"""

import contextlib
import gc
import os
import signal
import threading
import time
from collections.abc import Iterator
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from typing import Any

from onrecord.model.documents import Document
from onrecord.model.errors import Failure
from onrecord.model.items import Annotated
from onrecord.reading import SourceRef
from onrecord.scaling.pipeline import Pipeline, annotated, documents_of

Task = SourceRef | Document
Product = Annotated | Document | Failure
MOST_MEMORY = 4 * 2**30
"""Bytes that a worker may take, several times what documents need: a runaway ends itself, not its machine."""

FINISHED = None
"""What a worker sends when a task is done."""

THREAD_SETTINGS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Each worker computes on one core: more would fight over the cores that the other workers hold."""


class Worker:
    """A process that annotates documents and sources, or with `reads_only` hands documents back unannotated."""

    def __init__(
        self, context: SpawnContext, pipeline: Pipeline, *, reads_only: bool, published: str | None, fetch: bool
    ) -> None:
        self.connection, theirs = context.Pipe()
        self.task: Task | None = None
        self.heard = 0.0
        self._process = context.Process(
            target=_serve, args=(theirs, pipeline, reads_only, published, fetch), daemon=True
        )
        with _interrupts_ignored():
            self._process.start()
        theirs.close()  # so that the worker's death closes the pipe

    def start(self, task: Task) -> bool:
        """Give it a task; false where the process has died with nothing in hand."""
        try:
            self.connection.send(task)
        except OSError:
            return False
        self.take_up(task)
        return True

    def take_up(self, task: Task) -> None:
        """Note what it has in hand from now on."""
        self.task = task
        self.heard = time.monotonic()

    def take(self) -> Product | None:
        """What it has sent: a product, or `FINISHED`, after which it has no task. EOFError where it has died."""
        try:
            product: Product | None = self.connection.recv()
        except ConnectionError as error:
            raise EOFError from error
        self.heard = time.monotonic()
        if product is FINISHED:
            self.task = None
        return product

    def died_of(self) -> str:
        """How the process ended, in words."""
        self._process.join(timeout=5)
        code = self._process.exitcode
        if code is not None and code < 0:
            with contextlib.suppress(ValueError):
                return signal.Signals(-code).name
        return f"exit code {code}"

    def stop(self) -> None:
        """End the process at once, and wait until it is gone."""
        self.connection.close()
        self._process.terminate()
        self._process.join(timeout=5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let a child inherit that Ctrl-C is not for it, from its first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(connection: Connection, pipeline: Pipeline, reads_only: bool, published: str | None, fetch: bool) -> None:
    """A worker's life: take tasks until the parent closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then stops this process
    for name in THREAD_SETTINGS:
        os.environ.setdefault(name, "1")
    _bound_memory()
    with contextlib.suppress(EOFError, OSError):
        for number in count():
            task: Any = connection.recv()
            for product in _products(task, pipeline, reads_only, published, fetch):
                connection.send(product)
            connection.send(FINISHED)
            if not number:
                _keep_what_is_loaded()


def _keep_what_is_loaded() -> None:
    """Look for garbage no longer among what is loaded with the first task and stays: 3 % of the time went there."""
    gc.collect()
    gc.freeze()


def _bound_memory() -> None:
    """Let allocations past the bound fail in this process; where the system knows no such bound, do without."""
    try:
        import resource

        _, hardest = resource.getrlimit(resource.RLIMIT_DATA)
        bound = MOST_MEMORY if hardest == resource.RLIM_INFINITY else min(MOST_MEMORY, hardest)
        resource.setrlimit(resource.RLIMIT_DATA, (bound, hardest))
    except (ImportError, ValueError, OSError):
        return


def _products(
    task: Task, pipeline: Pipeline, reads_only: bool, published: str | None, fetch: bool
) -> Iterator[Product]:
    documents = [task] if isinstance(task, Document) else documents_of(pipeline, task, published, fetch)
    for document in documents:
        if reads_only or isinstance(document, Failure):
            yield document
        else:
            yield annotated(pipeline, document)
