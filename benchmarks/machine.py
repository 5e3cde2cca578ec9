"""What figures were measured on, in one line, and how much memory a process and its children hold."""

import os
import platform
import threading
from pathlib import Path
from types import TracebackType
from typing import Self


def machine() -> str:
    """Processor, cores, memory, system and Python: a figure without these says nothing."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"Machine: {_processor()}, {cores} cores, {_memory()}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}{load}"
    )


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 2**20:.0f} GiB"
    return "memory unknown"


def processor_time() -> float:
    """Seconds of processor time that this process and its ended children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


EVERY = 0.5
"""Seconds between two looks at memory. Each stops the program for some milliseconds: twenty a second took a quarter."""


class PeakMemory:
    """The most memory that this process and its descendants held together, sampled while the block runs."""

    def __init__(self) -> None:
        self.bytes = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def words(self) -> str:
        """The peak as it is printed."""
        return f"{self.bytes / 2**20:,.0f} MiB" if self.bytes else "not measured on this system"

    def _sample(self) -> None:
        while not self._stop.is_set():
            self.bytes = max(self.bytes, sum(map(_held, _family(os.getpid()))))
            self._stop.wait(EVERY)


def _family(root: int) -> list[int]:
    """A process and its descendants."""
    family = [root]
    for process in family:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            family += [int(child) for line in _lines(str(children)) for child in line.split()]
    return family


def _held(process: int) -> int:
    """Memory of its own, with its share of what several processes map: shared pages count once in the sum."""
    for line in _lines(f"/proc/{process}/smaps_rollup"):
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
