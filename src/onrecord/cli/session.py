"""Opening the record that a command works on."""

from typing import TYPE_CHECKING

from onrecord.cli.settings import record_location

if TYPE_CHECKING:
    from onrecord.record import Record


def reading() -> "Record":
    """The record, to be read only; there must be one."""
    from onrecord.record import Record

    return Record.open(record_location(), create=False, read_only=True)


def writing(*, create: bool = False) -> "Record":
    """The record, to be written."""
    from onrecord.record import Record

    return Record.open(record_location(), create=create)
