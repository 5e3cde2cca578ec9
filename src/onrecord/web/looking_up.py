"""An item by the id in a URL: of the kind that the page is for, or an error that says what there is."""

from typing import TypeVar

from onrecord.model.errors import UsageError
from onrecord.record import Item, Record

T = TypeVar("T", bound=Item)


def one(record: Record, kind: type[T], name: str) -> T:
    """The item of a kind with this id or unique beginning of one."""
    found = record.get(name)
    if not isinstance(found, kind):
        raise UsageError(
            "E520", f"this is the id of another kind of item, not of a {kind.__name__.lower()}", where=name,
            remedy="Look it up under /items/ instead",
        )  # fmt: skip
    return found
