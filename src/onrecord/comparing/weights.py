"""How much a word tells: rare ones much, everyday ones little. The same for every record, in whatever order it grew."""

import math
from functools import lru_cache
from importlib.resources import files

import msgspec

RARE = 4
"""Of the articles counted, in how many a stem that the table does not list is taken to stand."""

NUMBER = 0.4
"""What a number weighs: it tells little without what it counts."""


class _Counted(msgspec.Struct, frozen=True):
    articles: int
    stems: dict[str, str]


@lru_cache(maxsize=65_536)
def weight(stem: str) -> float:
    """Between 0 (in every article) and 1 (rare, or a name)."""
    if stem.isdigit():
        return NUMBER
    return _weights().get(stem, 1.0)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    data = (files("onrecord.comparing") / "data" / "stems.json").read_bytes()
    counted = msgspec.json.decode(data, type=_Counted)
    most = math.log(counted.articles / RARE)
    return {
        word: round(max(0.0, math.log(counted.articles / (1.5 * int(least)))) / most, 3)
        for least, words in counted.stems.items()
        for word in words.split()
    }
