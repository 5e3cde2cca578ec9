"""Progress of a run in documents: a live line on a terminal, a plain line now and then where nobody watches."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from onrecord.cli.terminal import note
from onrecord.output.painting import harmless
from onrecord.output.wording import count, duration

if TYPE_CHECKING:
    from onrecord.model.errors import Failure
    from onrecord.scaling.adding import Progress

Watcher = Callable[["Progress"], None]
_Counting = Callable[["Progress", Counter[str]], None]
SECONDS_BETWEEN_LINES = 5.0
ENOUGH_FOR_A_RATE = 3
"""Documents after which the time left is worth telling: the first ones pay for the start of the workers."""


@contextmanager
def watched(*, quiet: bool) -> Iterator[Watcher]:
    """Something to give the run's progress to; failures are told at once in every case.

    A run that is stopped ends with how far it came.
    """
    if quiet:
        yield _told_failure
        return
    last: Progress | None = None
    fates: Counter[str] = Counter()

    def noted(progress: "Progress") -> None:
        nonlocal last
        last = progress
        fates[progress.fate] += 1
        watch(progress, fates)

    try:
        with _live() if sys.stderr.isatty() else nullcontext(_lines()) as watch:
            yield noted
    except KeyboardInterrupt:
        if last is not None:
            note(status(last, fates, ended=True))
        raise


def _told_failure(progress: "Progress") -> None:
    if progress.failure:
        note(line_of_failure(progress.failure))


def line_of_failure(failure: "Failure") -> str:
    """A failure in one line: which file, why, what to do."""
    remedy = f". {failure.remedy}" if failure.remedy else ""
    return harmless(f"{failure.code} {failure.reason}: {failure.uri}{remedy}")


def _lines() -> "_Counting":
    last = 0.0

    def watch(progress: "Progress", fates: Counter[str]) -> None:
        nonlocal last
        _told_failure(progress)
        at_end = progress.done == progress.expected
        if at_end or progress.seconds - last >= SECONDS_BETWEEN_LINES:
            last = progress.seconds
            note(status(progress, fates))

    return watch


@contextmanager
def _live() -> Iterator["_Counting"]:
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(stderr=True)
    with Live(Text("Looking for documents …"), console=console, transient=True, refresh_per_second=8) as live:

        def watch(progress: "Progress", fates: Counter[str]) -> None:
            if progress.failure:
                console.print(Text(line_of_failure(progress.failure), style="red"))
            live.update(Text(status(progress, fates), overflow="ellipsis", no_wrap=True))

        yield watch


def status(progress: "Progress", fates: Counter[str], *, ended: bool = False) -> str:
    """Where a run stands: "12 of 40 documents: 10 added, 1 failed; 4.1 a second, 7 seconds left".

    What was there already costs next to nothing and tells nothing of the rest: the rate leaves it out.
    """
    of = f" of {progress.expected:,}" if progress.expected is not None else ""
    noun = count(progress.expected or progress.done, "document").split(" ", 1)[1]
    parts = ", ".join(f"{fates[fate]:,} {fate}" for fate in ("added", "updated", "unchanged", "failed") if fates[fate])
    line = f"{progress.done:,}{of} {noun}: {parts}"
    worked = progress.done - fates["unchanged"]
    if ended or worked <= fates["failed"] or progress.seconds <= 0:
        return line
    rate = worked / progress.seconds
    line += f"; {rate:.1f} a second"
    left = (progress.expected or 0) - progress.done
    if left > 0 and worked >= ENOUGH_FOR_A_RATE:
        line += f", {duration(left / rate)} left"
    return line
