"""Opening the record that a command works on."""

from typing import TYPE_CHECKING

from onrecord.cli.settings import record_location

if TYPE_CHECKING:
    from onrecord.record import Record


def reading() -> "Record":
    """The record, to be read only; there must be one. An older one is brought up to date first."""
    from onrecord.model.errors import RecordError
    from onrecord.record import Record

    try:
        return Record.open(record_location(), create=False, read_only=True)
    except RecordError as error:
        if error.code != "E317":
            raise
    Record.open(record_location(), create=False).close()
    return Record.open(record_location(), create=False, read_only=True)


def writing(*, create: bool = False) -> "Record":
    """The record, to be written."""
    from onrecord.record import Record

    return Record.open(record_location(), create=create)
