"""Sources to documents: open, sniff, and hand on to the reader of that kind of file."""

import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, OnRecordError, ReadingError, failure_of
from onrecord.reading import media
from onrecord.reading.dating import given_date
from onrecord.reading.documents import document_of
from onrecord.reading.limits import Limits
from onrecord.reading.opening import open_file
from onrecord.reading.plain import read_plain
from onrecord.reading.refusals import refuse
from onrecord.reading.sources import SourceRef, is_address
from onrecord.reading.stated import Draft

CONTAINERS = frozenset({media.JSONL, media.JSON, media.WARC, media.FEED, media.GZIP})


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    published: str | None = None,
    uri: str | None = None,
    fetch: bool = False,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Document:
    """The document in a file, at an address (only with `fetch`), or in bytes; `ReadingError` where there is none.

    `published` is the publication date if you know it better; `uri` is what to call bytes. A container with several
    documents is refused: see `read_all`.
    """
    if published is not None:
        given_date(published)
    found: Document | None = None
    for number, each in enumerate(_members(source, published=published, uri=uri, fetch=fetch, limits=limits), start=1):
        if number > 1:
            raise refuse("E115", "", where=uri or _name(source))
        if isinstance(each, Failure):
            raise ReadingError(each.code, each.reason, where=each.uri, remedy=each.remedy)
        found = each
    if found is None:
        raise refuse("E114", where=uri or _name(source))
    return found


def read_all(
    ref: SourceRef,
    *,
    published: str | None = None,
    fetch: bool = False,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[Document | Failure]:
    """Every document of one source, and a failure for each part that is none. Never raises for what a source holds."""
    try:
        if published is not None:
            given_date(published)
        empty = True
        for each in _members(ref.uri, published=published, uri=None, fetch=fetch, limits=limits):
            empty = False
            yield each
        if empty:
            raise refuse("E114", where=ref.uri)
    except OnRecordError as error:
        yield failure_of(ref.uri, error)
    except MemoryError:
        yield failure_of(ref.uri, refuse("E108", "more than the memory of this machine"))
    except RecursionError:
        yield failure_of(ref.uri, refuse("E119", "nested too deeply"))


def _members(
    source: str | os.PathLike[str] | bytes, *, published: str | None, uri: str | None, fetch: bool, limits: Limits
) -> Iterator[Document | Failure]:
    if isinstance(source, bytes):
        if not source:
            raise refuse("E103", where=uri or "bytes")
        yield from _read(io.BytesIO(source), len(source), uri or "bytes", published, limits)
        return
    place = os.fspath(source)
    if is_address(place):
        yield from _fetched(place, published, limits, fetch=fetch)
        return
    handle, size = open_file(place)
    try:
        with handle:
            yield from _read(handle, size, uri or place, published, limits)
    except OSError as error:
        raise refuse("E122", error.strerror or str(error), where=place) from None


def _fetched(url: str, published: str | None, limits: Limits, *, fetch: bool) -> Iterator[Document | Failure]:
    if not url.casefold().startswith(("http://", "https://")):
        raise refuse("E131", url.partition(":")[0] + ":", where=url)
    if not fetch:
        raise refuse("E130", where=url)
    from onrecord.reading import fetching

    got = fetching.fetch(url, limits=limits)
    if not got.data:
        raise refuse("E103", where=url)
    yield from _read(io.BytesIO(got.data), len(got.data), url, published, limits, charset=got.charset, url=got.url)


def _read(
    handle: BinaryIO,
    size: int | None,
    uri: str,
    published: str | None,
    limits: Limits,
    *,
    charset: str | None = None,
    url: str | None = None,
    packed: bool = False,
) -> Iterator[Document | Failure]:
    """The documents in an open source, by the kind that its first bytes show."""
    head = handle.read(media.HEAD_BYTES)
    kind = media.sniff(head)
    bound = limits.container_bytes if kind in (media.JSONL, media.WARC, media.GZIP) else limits.file_bytes
    if size is not None and size > bound:
        raise refuse("E108", f"{size:,} bytes, limit {bound:,}", where=uri)
    if media.is_binary(kind):
        raise refuse("E107", kind.removeprefix("binary: "), where=uri)
    if not head.strip():
        raise refuse("E103", where=uri)
    if kind == media.GZIP and not packed:
        yield from _read_gzip(handle, uri, published, limits)
        return
    if kind in (media.JSONL, media.WARC):
        yield from _read_streamed(kind, _again(handle, head), uri, published, limits)
        return
    data = head + handle.read(limits.file_bytes + 1 - len(head)) if len(head) == media.HEAD_BYTES else head
    if len(data) > limits.file_bytes:
        raise refuse("E108", f"more than {limits.file_bytes:,} bytes", where=uri)
    if kind in (media.JSON, media.FEED):
        yield from _read_collection(kind, data, uri, published, limits)
        return
    draft = _draft(kind, data, uri, limits, charset=charset, url=url)
    yield document_of(draft, data, uri=uri, published=published, limits=limits)


def _draft(kind: str, data: bytes, uri: str, limits: Limits, *, charset: str | None, url: str | None) -> Draft:
    """One document's draft. Readers are imported when a source needs them: most runs see one or two formats."""
    if kind == media.HTML:
        from onrecord.reading.pages import read_page

        return read_page(data, uri=uri, declared=charset, url=url)
    if kind == media.PDF:
        from onrecord.reading.pdfs import read_pdf

        return read_pdf(data, uri=uri, limits=limits)
    if kind == media.ZIP:
        from onrecord.reading.word_files import read_docx

        return read_docx(data, uri=uri, limits=limits)
    return read_plain(data, uri=uri, declared=charset)


def _read_streamed(
    kind: str, handle: BinaryIO, uri: str, published: str | None, limits: Limits
) -> Iterator[Document | Failure]:
    if kind == media.JSONL:
        from onrecord.reading.json_lines import read_json_lines

        return read_json_lines(handle, uri=uri, published=published, limits=limits)
    from onrecord.reading.archives import read_warc

    return read_warc(handle, uri=uri, published=published, limits=limits)


def _read_collection(
    kind: str, data: bytes, uri: str, published: str | None, limits: Limits
) -> Iterator[Document | Failure]:
    if kind == media.JSON:
        from onrecord.reading.json_lines import read_json

        return read_json(data, uri=uri, published=published, limits=limits)
    from onrecord.reading.feeds import read_feed

    return read_feed(data, uri=uri, published=published, limits=limits)


def _read_gzip(handle: BinaryIO, uri: str, published: str | None, limits: Limits) -> Iterator[Document | Failure]:
    from onrecord.reading.archives import unpacked

    handle.seek(0)
    inner = unpacked(handle, limit=limits.unpacked_bytes, ratio=limits.unpack_ratio, where=uri)
    yield from _read(inner, None, uri, published, limits, packed=True)


def _again(handle: BinaryIO, head: bytes) -> BinaryIO:
    """The stream from its beginning, for readers that take it whole."""
    if handle.seekable():
        handle.seek(0)
        return handle
    return io.BufferedReader(_Rejoined(head, handle))


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already read."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` from the first bytes, then from the rest."""
        chunk = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _name(source: str | os.PathLike[str] | bytes) -> str:
    return "bytes" if isinstance(source, bytes) else os.fspath(source)
