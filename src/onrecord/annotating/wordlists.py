"""Lists of words that the layers look at, kept as data beside the code."""

from functools import lru_cache
from importlib.resources import files

import msgspec


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = (files("onrecord.annotating") / "data" / "wordlists.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, frozenset[str]])


def word_list(name: str) -> frozenset[str]:
    """The words of one list; see `data/wordlists.json`."""
    return _lists()[name]
