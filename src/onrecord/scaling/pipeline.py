"""What a worker does to one source: read it, annotate it, and turn whatever goes wrong into a failure with a reason."""

import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, OnRecordError, failure_of
from onrecord.model.items import Annotated
from onrecord.reading import SourceRef

Read = Callable[[SourceRef, str | None, bool], Iterator[Document | Failure]]
Annotate = Callable[[Document], Annotated]

UNEXPECTED = "E290"


class Pipeline(NamedTuple):
    """The two steps that need no record, and the version of the second.

    Both are functions of a module, so that a worker process can be told of them by name. `read` takes
    a source, the publication date given for it, and whether it may be fetched.
    """

    read: Read
    annotate: Annotate
    version: str


def standard() -> Pipeline:
    """The package's own reading and annotating."""
    from onrecord.annotating import annotate, version

    return Pipeline(read_source, annotate, version())


def read_source(source: SourceRef, published: str | None, fetch: bool) -> Iterator[Document | Failure]:
    """The documents of one source."""
    from onrecord.reading import read_all

    return read_all(source, published=published, fetch=fetch)


def documents_of(
    pipeline: Pipeline, source: SourceRef, published: str | None, fetch: bool
) -> Iterator[Document | Failure]:
    """The documents of a source; an error ends it, and is the last thing it yields."""
    try:
        yield from pipeline.read(source, published, fetch)
    except OnRecordError as error:
        yield failure_of(source.uri, error)
    except Exception as error:  # noqa: BLE001 - one bad file never stops the rest of a batch
        yield unexpected(source.uri, "reading", error)


def annotated(pipeline: Pipeline, document: Document) -> Annotated | Failure:
    """One document with everything found in it, or why that failed."""
    try:
        return pipeline.annotate(document)
    except OnRecordError as error:
        return failure_of(document.source.uri, error)
    except MemoryError:
        return Failure(
            uri=document.source.uri,
            code="E292",
            reason=f"annotating its {len(document.text):,} characters took more memory than a process may use",
            remedy="Split it, or leave it out",
        )
    except Exception as error:  # noqa: BLE001 - one bad document never stops the rest of a batch
        return unexpected(document.source.uri, "annotating", error)


def unexpected(uri: str, step: str, error: BaseException) -> Failure:
    """A fault of ours, told with the place where it happened, so that it can be reported."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Failure(
        uri=uri,
        code=UNEXPECTED,
        reason=f"{step} stopped unexpectedly ({type(error).__name__}: {error}{place})",
        remedy="The rest went on. Please report this line with the document, if you may share it",
    )
