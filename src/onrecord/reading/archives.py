"""WARC and gzip: members unpacked one by one, within bounds that a bomb cannot pass."""

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError, failure_of
from onrecord.reading.documents import document_of
from onrecord.reading.limits import Limits
from onrecord.reading.media import HEAD_BYTES, HTML, PDF, is_binary, sniff
from onrecord.reading.pages import read_page
from onrecord.reading.pdfs import read_pdf
from onrecord.reading.plain import read_plain
from onrecord.reading.refusals import refuse

CHUNK = 1 << 16
READ_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a gzip stream with any number of members. Raises E111 past the bounds, E120 on damage."""

    def __init__(self, packed: BinaryIO, *, limit: int, ratio: int, where: str) -> None:
        self._packed = packed
        self._limit = limit
        self._ratio = ratio
        self._where = where
        self._unpacker = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._ready = b""
        self._read = 0
        self._given = 0

    def readable(self) -> bool:
        """Always: that is all it does."""
        return True

    def tell(self) -> int:
        """How many unpacked bytes were given: readers of WARC ask for their place in the stream."""
        return self._given

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` with the next unpacked bytes."""
        while not self._ready:
            if not self._waiting:
                self._waiting = self._packed.read(CHUNK)
                self._read += len(self._waiting)
            if not self._waiting:
                self._ready = b"" if self._unpacker.eof else self._unpacker.decompress(b"", CHUNK)
                if self._ready:
                    break
                if not self._unpacker.eof:
                    raise refuse("E120", "it ends in the middle of a member", where=self._where)
                return 0
            if self._unpacker.eof:
                if not self._waiting.startswith(b"\x1f"):
                    self._waiting = b""  # padding after the last member
                    continue
                self._unpacker = zlib.decompressobj(wbits=31)
            try:
                self._ready = self._unpacker.decompress(self._waiting, CHUNK)
            except zlib.error as error:
                raise refuse("E120", str(error), where=self._where) from None
            self._waiting = self._unpacker.unconsumed_tail or self._unpacker.unused_data
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        self._given += count
        if self._given > self._limit or self._given > max(1_000_000, self._read * self._ratio):
            raise refuse("E111", f"more than {self._given:,} bytes from {self._read:,}", where=self._where)
        return count


def read_warc(
    handle: BinaryIO | io.RawIOBase, *, uri: str, published: str | None, limits: Limits
) -> Iterator[Document | Failure]:
    """The documents among a WARC's successful responses and resources; a failure for each that is none."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    try:
        for record in ArchiveIterator(handle, record_types=kinds, parse_http=True, stream_detect=False):
            number += 1
            place = f"{uri}#{number}"
            try:
                if (found := _record(record, place, published, limits)) is not None:
                    yield found
            except ReadingError as error:
                yield failure_of(place, error)
                if error.where == uri:  # not this member alone: there is no going on in the archive
                    return
    except ReadingError as error:
        yield failure_of(f"{uri}#{number + 1}", error)
    except (OSError, ValueError, EOFError) as error:
        yield failure_of(f"{uri}#{number + 1}", refuse("E120", str(error)[:80], where=uri))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what FastWARC raises for damage it does not expect
            raise
        yield failure_of(f"{uri}#{number + 1}", refuse("E120", "its records cannot be told apart", where=uri))


def _record(record: object, place: str, published: str | None, limits: Limits) -> Document | None:
    http = getattr(record, "http_headers", None)
    headers = getattr(record, "headers", {})
    status = getattr(http, "status_code", None)
    if http is not None and status is not None and not 200 <= int(status) < 300:
        return None
    declared = str((http.get("Content-Type") if http is not None else headers.get("Content-Type")) or "")
    media, _, charset = declared.partition(";")
    if media and media.strip().casefold() not in READ_TYPES:
        return None
    body = record.reader.read(limits.member_bytes + 1)  # type: ignore[attr-defined]
    if len(body) > limits.member_bytes:
        raise refuse("E108", f"more than {limits.member_bytes:,} bytes", where=place)
    if len(body) < record.content_length:  # type: ignore[attr-defined]
        raise refuse("E120", "it ends in the middle of this member", where=place)
    coding = str((http.get("Content-Encoding") if http is not None else "") or "").strip().casefold()
    raw = body
    if coding in ("gzip", "x-gzip", "deflate"):
        body = inflate(body, coding, limits=limits, where=place)
    elif coding not in ("", "identity"):
        raise refuse("E117", f"packed as {coding}", where=place)
    url = headers.get("WARC-Target-URI")
    encoding = charset.partition("charset=")[2].strip(" \"';") or None
    kind = sniff(body[:HEAD_BYTES])
    if not body.strip():
        raise refuse("E103", where=place)
    if is_binary(kind):
        raise refuse("E107", kind.removeprefix("binary: "), where=place)
    if kind == HTML or "html" in media:
        draft = read_page(body, uri=place, declared=encoding, url=url)
    elif kind == PDF:
        draft = read_pdf(body, uri=place, limits=limits)
    else:
        draft = read_plain(body, uri=place, declared=encoding)
    return document_of(draft, raw, uri=place, published=published, limits=limits)


def inflate(body: bytes, coding: str, *, limits: Limits, where: str) -> bytes:
    """HTTP's gzip or deflate undone, within the bounds of one member."""
    unpacker = zlib.decompressobj(wbits=31 if "gzip" in coding else 15)
    bound = min(limits.member_bytes, max(1_000_000, len(body) * limits.unpack_ratio))
    try:
        plain = unpacker.decompress(body, bound + 1)
    except zlib.error as error:
        if coding == "deflate":
            try:
                unpacker = zlib.decompressobj(wbits=-15)
                plain = unpacker.decompress(body, bound + 1)
            except zlib.error:
                raise refuse("E120", str(error), where=where) from None
        else:
            raise refuse("E120", str(error), where=where) from None
    if len(plain) > bound:
        raise refuse("E111", f"more than {bound:,} bytes from {len(body):,}", where=where)
    return plain
