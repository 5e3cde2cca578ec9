"""Sources that failed, remembered until they succeed."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, select

from onrecord.model.errors import Failure
from onrecord.record.dialects import upsert
from onrecord.record.rows import storable_uri
from onrecord.record.tables import FAILURES


def note(connection: Connection, failure: Failure) -> None:
    """Remember a failure, in place of an earlier one of the same source."""
    uri = storable_uri(failure.uri)
    kept = msgspec.structs.replace(failure, uri=uri)
    upsert(connection, FAILURES, [{"uri": uri, "body": msgspec.json.encode(kept).decode()}])


def clear(connection: Connection, uris: Iterable[str]) -> None:
    """Forget the failures of sources that have succeeded."""
    connection.execute(delete(FAILURES).where(FAILURES.c.uri.in_([storable_uri(uri) for uri in uris])))


def failures(connection: Connection) -> list[Failure]:
    """All of them, by uri."""
    bodies = connection.execute(select(FAILURES.c.body).order_by(FAILURES.c.uri)).scalars()
    return [msgspec.json.decode(body, type=Failure) for body in bodies]
