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
from onrecord.reading.drafting import draft_of
from onrecord.reading.limits import Limits
from onrecord.reading.opening import open_file
from onrecord.reading.refusals import refuse
from onrecord.reading.sources import SourceRef, is_address


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
    size: int,
    uri: str,
    published: str | None,
    limits: Limits,
    *,
    charset: str | None = None,
    url: str | None = None,
) -> Iterator[Document | Failure]:
    """The documents in an open source, by the kind that its first bytes show."""
    head = handle.read(media.HEAD_BYTES)
    kind = media.sniff(head)
    many = kind in (media.JSONL, media.WARC, media.GZIP, media.MAILBOX)
    bound = limits.container_bytes if many else limits.file_bytes
    if size > bound:
        raise refuse("E108", f"{size:,} bytes, limit {bound:,}", where=uri)
    handle.seek(0)
    stream: BinaryIO | _Rejoined = handle
    if kind == media.GZIP:
        from onrecord.reading.archives import Unpacked

        inner = Unpacked(handle, limit=limits.unpacked_bytes, ratio=limits.unpack_ratio, where=uri)
        head = inner.read(media.HEAD_BYTES) or b""
        kind = media.sniff(head)
        stream = _Rejoined(head, inner)
    if media.is_binary(kind) or kind == media.GZIP:
        raise refuse("E107", kind.removeprefix("binary: "), where=uri)
    if kind == media.WARC:
        from onrecord.reading.archives import read_warc

        yield from read_warc(stream, uri=uri, published=published, limits=limits)
        return
    if kind == media.JSONL:
        from onrecord.reading.json_lines import read_json_lines

        lines = io.BufferedReader(stream, media.HEAD_BYTES) if isinstance(stream, _Rejoined) else stream
        yield from read_json_lines(lines, uri=uri, published=published, limits=limits)
        return
    if kind == media.MAILBOX:
        from onrecord.reading.messages import read_mailbox

        lines = io.BufferedReader(stream, media.HEAD_BYTES) if isinstance(stream, _Rejoined) else stream
        yield from read_mailbox(lines, uri=uri, published=published, limits=limits)
        return
    data = _all(stream, limits.file_bytes, uri)
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n\f\v"):
        raise refuse("E103", where=uri)
    if kind in (media.JSON, media.FEED, media.MESSAGE):
        yield from _read_collection(kind, data, uri, published, limits)
        return
    draft = draft_of(kind, data, uri=uri, limits=limits, charset=charset, url=url)
    yield document_of(draft, data, uri=uri, published=published, limits=limits)


def _all(stream: "BinaryIO | _Rejoined", limit: int, uri: str) -> bytes:
    parts, size = [], 0
    while chunk := stream.read(1 << 20):
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            raise refuse("E108", f"more than {limit:,} bytes", where=uri)
    return b"".join(parts)


def _read_collection(
    kind: str, data: bytes, uri: str, published: str | None, limits: Limits
) -> Iterator[Document | Failure]:
    if kind == media.JSON:
        from onrecord.reading.json_lines import read_json

        return read_json(data, uri=uri, published=published, limits=limits)
    if kind == media.MESSAGE:
        from onrecord.reading.messages import read_message

        return read_message(data, uri=uri, published=published, limits=limits)
    from onrecord.reading.feeds import read_feed

    return read_feed(data, uri=uri, published=published, limits=limits)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already read. Each read is one read beneath: damage costs no byte before it."""

    def __init__(self, head: bytes, rest: io.RawIOBase) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` from the first bytes, then from the rest."""
        chunk = self._head.read(len(buffer)) or self._rest.read(len(buffer)) or b""
        buffer[: len(chunk)] = chunk
        self._given += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given


def _name(source: str | os.PathLike[str] | bytes) -> str:
    return "bytes" if isinstance(source, bytes) else os.fspath(source)
