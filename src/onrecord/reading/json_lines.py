"""JSON Lines and JSON: an object a document, by the field names that exports and crawls use."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError, failure_of
from onrecord.reading.clean import clean
from onrecord.reading.documents import document_of
from onrecord.reading.dom import laid_out
from onrecord.reading.limits import Limits
from onrecord.reading.media import HTML, JSONL
from onrecord.reading.named_fields import stated_of, words_of
from onrecord.reading.pages import read_fragment, read_page
from onrecord.reading.pieces import pieces_of
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft, joined

TEXT = (
    "text",
    "maintext",
    "body",
    "content",
    "article",
    "full_text",
    "fulltext",
    "plain_text",
    "raw_content",
    "story",
    "transcript",
)
MARKUP = ("html", "content_html", "body_html", "raw_html")


class Member(NamedTuple):
    """One object: its number as a person counts it, its bytes, or why it could not be taken apart."""

    number: int
    raw: bytes
    error: ReadingError | None = None


def read_json_lines(
    handle: BinaryIO, *, uri: str, published: str | None, limits: Limits
) -> Iterator[Document | Failure]:
    """Every line's document, or the failure of that line; line numbers count blank lines too."""
    for member in _lines(handle, limits):
        if member.raw.strip() or member.error:
            yield _read(member, uri, published, limits)


def read_json(data: bytes, *, uri: str, published: str | None, limits: Limits) -> Iterator[Document | Failure]:
    """The documents of a JSON array, or of a single object spread over lines."""
    try:
        many = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")
        items = msgspec.json.decode(data, type=list[msgspec.Raw]) if many else [data.strip()]
    except msgspec.DecodeError as error:
        yield failure_of(uri, refuse("E119", str(error), where=uri))
        return
    for number, item in enumerate(items, start=1):
        yield _read(Member(number, bytes(item)), uri, published, limits)


def _lines(handle: BinaryIO, limits: Limits) -> Iterator[Member]:
    number = 0
    while line := handle.readline(limits.member_bytes + 2):
        number += 1
        if len(line) > limits.member_bytes:
            while line and not line.endswith(b"\n"):
                line = handle.readline(1 << 20)
            yield Member(number, b"", refuse("E108", f"a line of more than {limits.member_bytes:,} bytes"))
            continue
        yield Member(number, line.strip().removeprefix(b"\xef\xbb\xbf"))


def _read(member: Member, uri: str, published: str | None, limits: Limits) -> Document | Failure:
    place = f"{uri}#{member.number}"
    try:
        if member.error:
            raise member.error
        return document_of(_draft(member.raw, place), member.raw, uri=place, published=published, limits=limits)
    except ReadingError as error:
        return failure_of(place, error)


def _draft(raw: bytes, place: str) -> Draft:
    try:
        fields = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise refuse("E119", str(error), where=place) from None
    if not isinstance(fields, dict):
        raise refuse("E119", f"a {type(fields).__name__} instead of an object", where=place)
    stated = stated_of(fields)
    if words := words_of(fields, TEXT):
        text = clean(words, where=place)
        return Draft(text=text, pieces=pieces_of(text), media_type=JSONL, stated=stated, encoding="utf-8")
    if markup := words_of(fields, MARKUP):
        if "<body" in markup[:50_000].casefold():
            page = read_page(markup.encode(errors="replace"), uri=place)
            return msgspec.structs.replace(page, stated=joined(stated, page.stated))
        text, pieces = laid_out(read_fragment(markup, uri=place))
        return Draft(text=text, pieces=pieces, media_type=HTML, stated=stated, encoding="utf-8")
    raise refuse("E118", "its fields are " + ", ".join(sorted(fields)[:8]) if fields else "it is empty", where=place)
