"""The record: one verifiable store of documents and all that was found in them."""

from typing import TYPE_CHECKING, Any

from onrecord.record.filters import Filters
from onrecord.record.results import Anchor, Change, Duplicate, Hit, Item, Kept, Problem

if TYPE_CHECKING:
    from onrecord.record.store import Record

__all__ = ["Anchor", "Change", "Duplicate", "Filters", "Hit", "Item", "Kept", "Problem", "Record"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes have no common type
    """Load `Record` on first use: whoever only names filters or results does not wait for the database library."""
    if name == "Record":
        from onrecord.record.store import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
