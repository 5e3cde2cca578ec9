"""The project's errors: one root, a code, what was wrong, where, and what to do.

OnRecordError
├── ReadingError     E1xx  a source cannot become a document
├── AnnotatingError  E2xx  a document cannot be annotated
├── RecordError      E3xx  the store cannot be opened, written or trusted
├── OutputError      E4xx  an export cannot be written or imported
└── UsageError       E5xx  a request that cannot be met as asked
"""

import msgspec


class OnRecordError(Exception):
    """An error a person can act on: `code`, the `reason`, `where` it happened, and the `remedy`."""

    def __init__(self, code: str, reason: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.code = code
        self.reason = reason
        self.where = where
        self.remedy = remedy
        super().__init__(code, reason, where, remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders, which the default reduction cannot do with keywords."""
        return (_rebuild, (type(self), self.code, self.reason, self.where, self.remedy))

    def __str__(self) -> str:
        place = f": {self.where}" if self.where else ""
        remedy = f". {self.remedy}" if self.remedy else ""
        return f"{self.code} {self.reason}{place}{remedy}"


class ReadingError(OnRecordError):
    """A source cannot become a document."""


class AnnotatingError(OnRecordError):
    """A document cannot be annotated."""


class RecordError(OnRecordError):
    """The store cannot be opened, written or trusted."""


class OutputError(OnRecordError):
    """An export cannot be written or imported."""


class UsageError(OnRecordError):
    """A request that cannot be met as asked."""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A source that failed, kept for the summary and for a retry."""

    uri: str
    code: str
    reason: str
    remedy: str | None = None
    at: str | None = None


def failure_of(uri: str, error: OnRecordError, at: str | None = None) -> Failure:
    """What the record keeps of an error."""
    return Failure(uri=uri, code=error.code, reason=error.reason, remedy=error.remedy, at=at)


def _rebuild(kind: type[OnRecordError], code: str, reason: str, where: str | None, remedy: str | None) -> OnRecordError:
    return kind(code, reason, where=where, remedy=remedy)
