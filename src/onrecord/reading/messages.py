"""Mail: the head and the body of a message are a document, and so is each document that is attached to it."""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import BinaryIO, NamedTuple

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError, failure_of
from onrecord.reading import media
from onrecord.reading.clean import clean
from onrecord.reading.documents import document_of
from onrecord.reading.dom import laid_out
from onrecord.reading.drafting import draft_of
from onrecord.reading.encodings import decode
from onrecord.reading.limits import Limits
from onrecord.reading.media import HEAD_BYTES, MESSAGE
from onrecord.reading.pages import read_fragment
from onrecord.reading.pieces import Piece, pieces_of
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft

HEAD_FIELDS = ("From", "Date", "Subject", "Organization")
"""What the text of a message begins with; who else got it is nobody's business."""

DEEPEST = 5
"""How far messages are attached to messages."""

LEAST_SHARE = 0.5
"""A plain body with less than this share of the words of the same message in HTML only says where to look."""

_PASSED_OVER = re.compile(
    r"(?:image|audio|video|font)/.*|application/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys|ms-tnef|ics)"
    r"|text/(?:calendar|(?:x-)?vcard|directory|css|rfc822-headers)|message/(?:delivery|disposition).*"
)
_ENCRYPTED = re.compile(r"multipart/encrypted|application/(?:x-)?pkcs7-mime|application/pgp-encrypted")
_BEGINS = re.compile(rb"From \S+ .{0,40}\d\d:\d\d.{0,40}\r?\n")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_READ = frozenset({media.HTML, media.PDF, media.ZIP, media.PLAIN})


class _Member(NamedTuple):
    """A body or an attachment: its bytes, and what is known of it."""

    raw: bytes
    message: Message | None = None


def read_message(data: bytes, *, uri: str, published: str | None, limits: Limits) -> Iterator[Document | Failure]:
    """The documents of one message, or their failures; where several are in it, each has its number."""
    members = list(_members(data, 0))
    for number, member in enumerate(members, start=1):
        place = f"{uri}#{number}" if len(members) > 1 else uri
        yield _document(member, place, published, limits)


def read_mailbox(handle: BinaryIO, *, uri: str, published: str | None, limits: Limits) -> Iterator[Document | Failure]:
    """The documents of every message in a mailbox, numbered through."""
    number = 0
    for message in _messages(handle, limits):
        members = list(_members(message, 0)) if isinstance(message, bytes) else [message]
        for member in members:
            number += 1
            place = f"{uri}#{number}"
            if isinstance(member, ReadingError):
                yield failure_of(place, member)
            else:
                yield _document(member, place, published, limits)


def _messages(handle: BinaryIO, limits: Limits) -> Iterator[bytes | ReadingError]:
    """The bytes of each message of a mailbox, without the line that begins it."""
    held: list[bytes] = []
    size, blank = 0, True
    while line := handle.readline(limits.member_bytes):
        if blank and _BEGINS.match(line):
            if size:
                yield _whole(held, size, limits)
            held, size = [], 0
        else:
            size += len(line)
            if size <= limits.member_bytes:
                held.append(line)
        blank = not line.strip()
    if size:
        yield _whole(held, size, limits)


def _whole(lines: list[bytes], size: int, limits: Limits) -> bytes | ReadingError:
    if size > limits.member_bytes:
        return refuse("E108", f"a message of more than {limits.member_bytes:,} bytes")
    return _QUOTED_FROM.sub(rb"\1", b"".join(lines).rstrip(b"\r\n") + b"\n")


def _members(data: bytes, depth: int) -> Iterator[_Member]:
    """The body of a message, then what is attached to it, attached messages taken apart too.

    A body alone stands for the whole message; beside attachments its bytes are its own, so that it can change alone.
    """
    message = BytesParser(policy=compat32).parsebytes(data)
    attached: list[_Member] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload(0)
            if depth < DEEPEST and isinstance(inner, Message):
                attached.extend(_members(inner.as_bytes(), depth + 1))
        elif _is_attached(part) and not _PASSED_OVER.fullmatch(kind):
            attached.append(_Member(_bytes_of(part)))
    raw = data
    if attached:
        head = re.match(rb".*?\n\r?\n", data, re.DOTALL)
        said = (_bytes_of(part) for part in _leaves(message) if not _is_attached(part))
        raw = (head.group() if head else b"") + b"\n".join(said)
    yield _Member(raw, message)
    yield from attached


def _document(member: _Member, place: str, published: str | None, limits: Limits) -> Document | Failure:
    try:
        return document_of(_draft(member, place, limits), member.raw, uri=place, published=published, limits=limits)
    except ReadingError as error:
        return failure_of(place, error)


def _draft(member: _Member, place: str, limits: Limits) -> Draft:
    if member.message is not None:
        return _of_message(member.message, place)
    if not member.raw.strip():
        raise refuse("E103", where=place)
    kind = media.sniff(member.raw[:HEAD_BYTES])
    if kind not in _READ:
        raise refuse("E107", f"attached: {kind.removeprefix('binary: ')}", where=place)
    return draft_of(kind, member.raw, uri=place, limits=limits)


def _of_message(message: Message, place: str) -> Draft:
    """The head and the body as one text: what a person sees who opens the message."""
    fields = (f"{name}: {words}" for name in HEAD_FIELDS if (words := _header(message, name)))
    head = clean("\n".join(fields), where=place)
    if _ENCRYPTED.fullmatch(message.get_content_type()):
        raise refuse("E124", "it is encrypted", where=place)
    body, pieces = _body(message, place)
    if not body.strip():
        raise refuse("E124", "only what is attached to it" if message.is_multipart() else "it is empty", where=place)
    lead = f"{head}\n\n" if head else ""
    moved = tuple(piece._replace(start=piece.start + len(lead), end=piece.end + len(lead)) for piece in pieces)
    return Draft(text=lead + body, pieces=(*pieces_of(head), *moved), media_type=MESSAGE)


def _body(message: Message, place: str) -> tuple[str, tuple[Piece, ...]]:
    """The plain text of a message, or the words of its markup where that says more."""
    found: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in _leaves(message):
        if not _is_attached(part) and part.get_content_type() in found:
            words, _ = decode(_bytes_of(part), declared=_charset(part), where=place)
            found[part.get_content_type()].append(clean(words, where=place))
    plain = "\n\n".join(words.strip("\n") for words in found["text/plain"])
    lines = [line for markup in found["text/html"] for line in read_fragment(markup, uri=place)]
    if len(plain.split()) >= LEAST_SHARE * sum(len(line.text.split()) for line in lines):
        return plain, pieces_of(plain)
    return laid_out(lines)


def _leaves(part: Message) -> Iterator[Message]:
    """The parts of a message that hold something; a message in a message is one of them."""
    waiting = [part]
    while waiting:
        each = waiting.pop(0)
        if each.get_content_type() != "message/rfc822" and each.is_multipart():
            waiting[:0] = [inner for inner in each.get_payload() if isinstance(inner, Message)]
        else:
            yield each


def _is_attached(part: Message) -> bool:
    """Whether a part is a file of its own rather than what the message says."""
    named = _filename(part) is not None
    words = part.get_content_type() in ("text/plain", "text/html")
    return part.get_content_disposition() == "attachment" or named or (not words and not part.is_multipart())


def _filename(part: Message) -> str | None:
    try:
        return part.get_filename()
    except (MessageError, ValueError, TypeError, LookupError):
        return None


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (MessageError, ValueError, TypeError, LookupError):
        return None


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: Message, name: str) -> str | None:
    """A header's words on one line, decoded; as they stand where they cannot be."""
    value = message.get(name)
    if value is None:
        return None
    try:
        words = str(make_header(decode_header(value)))
    except (MessageError, ValueError, LookupError):
        words = str(value)
    return " ".join(words.split()) or None
