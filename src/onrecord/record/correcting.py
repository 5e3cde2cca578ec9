"""What a correction may say of an item: the fields that it has, each with a value that it can have."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from onrecord.model.errors import UsageError
from onrecord.model.findings import DECIDING, WORDS
from onrecord.model.items import Entity
from onrecord.record.checking import faults
from onrecord.record.results import Item
from onrecord.record.rows import SPANS

_FIXED = frozenset({"id", "document", "version", "history"})
"""What is not told by the text, or is told item by item."""


def check(item: Item, changes: Mapping[str, object], length: int | None = None) -> None:
    """Refuse changes that the item cannot take: `UsageError` E528. `length` is that of its document's text.

    A field of a field is named with a dot: `speaker.party`. `words` may stand beside the spans of the right words, and
    who an entity is may be decided of entities.
    """
    told: dict[str, Any] = msgspec.to_builtins(item)
    for name, value in changes.items():
        if name != WORDS and not (isinstance(item, Entity) and name in DECIDING):
            _put(item, told, name, value)
    try:
        right = msgspec.convert(told, type(item))
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise UsageError(
            "E528", f"the {_kind(item)} cannot have this value", where=where.strip("`").removeprefix("$.") or item.id,
            remedy=f"{what}. Text that could be read as a number or a list stands in double quotes",
        ) from error  # fmt: skip
    fault = next(_faults(right, length), None)
    if fault is not None:
        raise UsageError(
            "E528", f"the {_kind(item)} cannot have this value", where=", ".join(sorted(changes)), remedy=fault
        )


def _faults(item: Item, length: int | None) -> Iterator[str]:
    """What types cannot say: ranges lie in the text, in order, and a score is a probability."""
    if length is not None:
        for spans in SPANS.get(_kind(item), lambda _: ())(item):
            yield from faults("It", spans, length)
    score = getattr(item, "score", None)
    if score is not None and not 0 <= score <= 1:
        yield f"The score {score} is not in 0–1"


def _put(item: Item, told: dict[str, Any], name: str, value: object) -> None:
    *path, last = name.split(".")
    place: Any = told
    for step in path:
        place = place.get(step) if isinstance(place, dict) else None
    if not isinstance(place, dict) or last not in place or name in _FIXED:
        raise UsageError(
            "E528", f"a {_kind(item)} has no such field to correct", where=name,
            remedy=f"Name one of: {', '.join(_names(told))}",
        )  # fmt: skip
    place[last] = value


def _names(told: Mapping[str, Any]) -> list[str]:
    """The fields that can be corrected; those of a field behind a dot."""
    names: list[str] = []
    for name, value in told.items():
        if name not in _FIXED:
            names += [f"{name}.{part}" for part in value] if isinstance(value, dict) else [name]
    return names


def _kind(item: Item) -> str:
    return type(item).__name__.lower()
