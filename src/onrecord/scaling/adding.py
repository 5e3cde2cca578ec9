"""The main job: find sources, read and annotate them, and keep and compare each document in one transaction.

A run may be stopped at any moment, by Ctrl-C or by `kill -9`. What was kept stays, with all its
findings; what was not is found missing by the next run, which does just that. Documents may be kept in
any order: the record they make is the same.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from os import PathLike
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.comparing import compare
from onrecord.model.errors import Failure, OnRecordError, RecordError, failure_of
from onrecord.model.items import Annotated
from onrecord.reading import SourceRef, find_sources
from onrecord.reading.sources import container_of
from onrecord.record import Record
from onrecord.record.rows import storable_uri
from onrecord.scaling.pipeline import Pipeline, standard, unexpected
from onrecord.scaling.pool import Current, Outcome, Work, is_container, run

Fate = Literal["added", "updated", "unchanged", "failed"]


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """One document more is done with: which, how it ended, and where the run stands.

    `expected` is how many documents there are in all, or `None` while containers or URLs may hold more.
    """

    uri: str
    fate: Fate
    done: int
    expected: int | None
    seconds: float
    failure: Failure | None = None


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did. `documents` are the ids added or updated, `failures` what failed in this run."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    documents: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """How many documents and sources the run met."""
        return self.added + self.updated + self.unchanged + len(self.failures)


def add(
    record: Record,
    arguments: Iterable[str | PathLike[str] | SourceRef],
    *,
    workers: int | None = None,
    published: str | None = None,
    fetch: bool = False,
    force: bool = False,
    only_failed: bool = False,
    on_progress: Callable[[Progress], None] | None = None,
    pipeline: Pipeline | None = None,
) -> Summary:
    """Add everything the arguments name; a `SourceRef` names itself, never a folder, a list or a pattern.

    `published` is the publication date given for all of it, `fetch` allows URLs, `force` annotates again
    what is current, and `only_failed` takes what failed before.
    """
    pipeline = pipeline or standard()
    failed_before = {failure.uri for failure in record.failures()}
    single: list[SourceRef] = []
    given: list[str] = []
    for argument in arguments:
        if isinstance(argument, SourceRef):
            single.append(argument)
        else:
            given.append(os.fspath(argument))
    if only_failed and not single:
        given = given or sorted(set(map(container_of, failed_before)))
    sources, failures = _sources(given, failed_before if only_failed else None)
    sources += [source for source in single if not only_failed or storable_uri(source.uri) in failed_before]
    adding = _Adding(record, sources, len(failures), on_progress)
    for failure in failures:
        adding.fail(failure)
    work = Work(
        pipeline=pipeline,
        is_current=lambda sha256, uri: not force and record.is_current(sha256, pipeline.version, uri),
        workers=workers,
        published=published,
        fetch=fetch,
    )
    with closing(run(sources, work)) as outcomes:
        for outcome in outcomes:
            adding.take(outcome)
    tried = {name for argument in given for name in _names(argument)}
    tried.update(storable_uri(source.uri) for source in sources)
    adding.forget(uri for uri in failed_before if uri in tried or container_of(uri) in tried)
    return adding.summary()


class _Adding:
    """One run's bookkeeping: every outcome goes into the record, the tally, and to whoever watches."""

    def __init__(
        self,
        record: Record,
        sources: list[SourceRef],
        failed_already: int,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._record = record
        self._expected = None if any(map(is_container, sources)) else len(sources) + failed_already
        self._on_progress = on_progress
        self._began = time.monotonic()
        self._fates: Counter[Fate] = Counter()
        self._documents: list[str] = []
        self._failures: list[Failure] = []

    def take(self, outcome: Outcome) -> None:
        """Bring one outcome home."""
        if isinstance(outcome, Failure):
            self.fail(outcome)
        elif isinstance(outcome, Current):
            self._note(outcome.uri, "unchanged")
        else:
            self._keep(outcome)

    def fail(self, failure: Failure) -> None:
        """Remember what failed, in the record too: `--only failed` asks for it."""
        self._record.note_failure(failure)
        self._failures.append(failure)
        self._note(failure.uri, "failed", failure)

    def forget(self, failed_before: Iterable[str]) -> None:
        """Forget failures of what has now been tried to its end, but for what failed again.

        What succeeds is kept under its own uri. Left over are a file that is as it was before it broke, one that
        has become a container, a member that is no longer there, and a folder that has documents now.
        """
        failed = {storable_uri(failure.uri) for failure in self._failures}
        mended = [uri for uri in failed_before if uri not in failed]
        if mended:
            with self._record.transaction():
                for uri in mended:
                    self._record.clear_failure(uri)

    def summary(self) -> Summary:
        """What has been done so far."""
        return Summary(
            added=self._fates["added"],
            updated=self._fates["updated"],
            unchanged=self._fates["unchanged"],
            documents=tuple(sorted(self._documents)),
            failures=tuple(sorted(self._failures, key=lambda failure: failure.uri)),
            seconds=time.monotonic() - self._began,
        )

    def _keep(self, annotated: Annotated) -> None:
        """Keep and compare, both or neither."""
        uri = annotated.document.source.uri
        try:
            with self._record.transaction():
                kept = self._record.keep(annotated)
                if kept.outcome != "unchanged":
                    compare(
                        self._record,
                        kept.document,
                        questions=kept.questions,
                        freed=kept.freed,
                        reprints=kept.reprints,
                    )
        except RecordError:
            raise  # nothing more can be kept: the run ends here, and the next one goes on from here
        except OnRecordError as error:
            self.fail(failure_of(uri, error))
        except Exception as error:  # noqa: BLE001 - one bad document never stops the rest of a batch
            self.fail(unexpected(uri, "comparing", error))
        else:
            if kept.outcome == "unchanged":
                self._note(uri, "unchanged")
                return
            self._documents.append(kept.document)
            self._note(uri, "added" if kept.outcome == "added" else "updated")

    def _note(self, uri: str, fate: Fate, failure: Failure | None = None) -> None:
        self._fates[fate] += 1
        if self._on_progress:
            self._on_progress(
                Progress(
                    uri=uri,
                    fate=fate,
                    done=self._fates.total(),
                    expected=self._expected,
                    seconds=time.monotonic() - self._began,
                    failure=failure,
                )
            )


def _sources(arguments: list[str], failed_before: set[str] | None) -> tuple[list[SourceRef], list[Failure]]:
    """What the arguments name; where `failed_before` is given, only what it or its folder, pattern or list names."""
    found = list(find_sources(arguments))
    sources = [source for source in found if isinstance(source, SourceRef)]
    failures = [failure for failure in found if isinstance(failure, Failure)]
    if failed_before is None:
        return sources, failures
    failed = set(map(container_of, failed_before))
    failed.update(each.uri for each in find_sources(a for a in arguments if not failed.isdisjoint(_names(a))))
    return [s for s in sources if not failed.isdisjoint((s.uri, storable_uri(s.uri), *_folders(s)))], failures


def _names(argument: str) -> tuple[str, ...]:
    """An argument as the record keeps it, and as reading calls a folder or list of that name."""
    kept = storable_uri(argument)
    return kept, str(Path(kept)), kept.removeprefix("@")


def _folders(source: SourceRef) -> list[str]:
    return [] if source.is_address else [storable_uri(str(folder)) for folder in Path(source.uri).parents]
