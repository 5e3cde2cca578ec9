"""What kind of file bytes are, told from the bytes alone: names lie, and members of containers have none."""

import codecs
import re
from typing import Final

PLAIN: Final = "text/plain"
HTML: Final = "text/html"
PDF: Final = "application/pdf"
ZIP: Final = "application/zip"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
GZIP: Final = "application/gzip"
WARC: Final = "application/warc"
FEED: Final = "application/feed+xml"
JSON: Final = "application/json"
JSONL: Final = "application/jsonl"
MESSAGE: Final = "message/rfc822"
MAILBOX: Final = "application/mbox"

HEAD_BYTES = 65_536
"""How much of a source decides its kind: real pages have been seen with 30 kB of comments before `<html`."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM\x00", "a bitmap"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a media file"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
    (b"\x1aE\xdf\xa3", "a media file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, or one with a password; save it as DOCX without one"),
    (b"{\\rtf", "rich text; save it as DOCX or plain text"),
    (b"PAR1", "a Parquet file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
)

_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|h1|p|span|table|link|script|style|header"
    rb"|nav|base|center|font|b|a|img)[\s>/]",
    re.IGNORECASE,
)
_XHTML_START = re.compile(rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_XML_PROLOG = re.compile(rb"\s*(?:<\?xml[^>]{0,300}\?>|<!--.*?-->|<\?[^>]{0,300}\?>)\s*", re.DOTALL)
_JSON_OBJECT = re.compile(rb"\s*\{\s*(?:\"|\})")
_JSON_ARRAY = re.compile(rb"\s*\[\s*\{\s*\"")
_MAIL_HEAD = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,200}\r?\n")
_SENT_BY = re.compile(rb"^from:.*@", re.IGNORECASE | re.MULTILINE)
_PROGRAMS = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|delivered-to|content-type|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
"""Fields that a mail program writes and no person: without one, the head of a mail is part of a text."""
_MAILBOX_START = re.compile(rb"From \S+ .{0,40}\d\d:\d\d.{0,40}\r?\n")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

CONTROL_SHARE = 0.005
"""Above one control byte in 200 it is no text: real transcripts hold a stray form feed or escape, never that many."""


def sniff(head: bytes) -> str:
    """The media type of a source from its first `HEAD_BYTES` bytes; `binary: what` where it is no document."""
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return ZIP
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    if head.startswith(b"WARC/"):
        return WARC
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            return f"binary: {name}"
    if head[4:8] == b"ftyp":
        return "binary: a media file"
    return _textual(_narrow(head))


def is_binary(media_type: str) -> bool:
    """Whether `sniff` found bytes that no reader takes."""
    return media_type.startswith("binary: ")


def _narrow(head: bytes) -> bytes:
    """The head with one byte a character, so that UTF-16 and UTF-32 are looked at like any other text."""
    wide = wide_encoding(head)
    if wide is None:
        return head.removeprefix(codecs.BOM_UTF8)
    usable = len(head) - len(head) % 4
    return head[:usable].decode(wide, errors="replace").lstrip("\ufeff").encode("utf-8", errors="replace")


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 by mark, or by zero bytes at every other place as English text has them."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = head[:2000]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if even < 0.02 and odd > 0.8:
        return "utf-16-le"
    if odd < 0.02 and even > 0.8:
        return "utf-16-be"
    return None


def _textual(head: bytes) -> str:
    controls = len(_CONTROL.findall(head))
    if b"\x00" in head or controls > max(2, len(head) * CONTROL_SHARE):
        return "binary: unknown bytes"
    start = head
    while prolog := _XML_PROLOG.match(start):
        start = start[prolog.end() :]
    start = start.lstrip()
    if start.startswith(b"<"):
        if _FEED_ROOT.match(start) or (head.lstrip().startswith(b"<?xml") and _FEED_ROOT.search(start[:2000])):
            return FEED
        if head.lstrip().startswith(b"<?xml") and not _XHTML_START.match(start):
            return "binary: XML that is neither a page nor a feed"
        if _HTML_START.match(start):
            return HTML
    if (mail := _mail(start)) is not None:
        return mail
    if _JSON_ARRAY.match(head):
        return JSON
    if _JSON_OBJECT.match(head):
        first = head.lstrip().split(b"\n", 1)[0].rstrip()
        return JSONL if first.endswith(b"}") or len(first) >= HEAD_BYTES - 16 else JSON
    return PLAIN


def _mail(start: bytes) -> str | None:
    """Whether a message as a program keeps it begins here, or a mailbox of them."""
    first = _MAILBOX_START.match(start)
    head = _MAIL_HEAD.match(start, first.end() if first else 0)
    if head is None or not _SENT_BY.search(head.group()):
        return None
    if first:
        return MAILBOX
    return MESSAGE if _PROGRAMS.search(head.group()) else None
