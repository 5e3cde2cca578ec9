"""Answers kept for as long as the record does not change: many readers ask the same of it, and it changes seldom.

An answer is kept with the record's state from before it was worked out, so it is never older than that state
says. Where the state is another now, it is worked out anew.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from copy import copy
from typing import TypeVar, cast

T = TypeVar("T")

MOST = 1_000
"""Answers kept: a page needs ten, and each is some kilobytes."""


class Memory:
    """Answers by what was asked. Any number of threads may ask; each answer is worked out by one of them."""

    def __init__(self, state: Callable[[], Hashable]) -> None:
        self._state = state
        self._kept: OrderedDict[Hashable, tuple[Hashable, object]] = OrderedDict()
        self._busy: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def answer(self, asked: Hashable, work_out: Callable[[], T]) -> T:
        """The answer that is kept, or else a new one. Lists and dictionaries are the caller's own."""
        state = self._state()
        with self._lock:
            busy = self._busy.setdefault(asked, threading.Lock())
        with busy:
            known = self._kept.get(asked)
            if known is not None and known[0] == state:
                with self._lock:
                    self._kept[asked] = known
                    self._kept.move_to_end(asked)
                return _own(cast("T", known[1]))
            made = work_out()
            with self._lock:
                self._kept[asked] = (state, made)
                self._kept.move_to_end(asked)
                while len(self._kept) > MOST:
                    self._busy.pop(self._kept.popitem(last=False)[0], None)
        return _own(made)


def is_hashable(asked: object) -> bool:
    """Whether a question can be looked up."""
    try:
        hash(asked)
    except TypeError:
        return False
    return True


def _own(answer: T) -> T:
    return copy(answer) if isinstance(answer, list | dict) else answer
