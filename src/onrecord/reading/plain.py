"""Plain text: the decoded file with LF line ends in NFC, nothing cut, and its paragraphs."""

from onrecord.reading.clean import clean
from onrecord.reading.encodings import decode
from onrecord.reading.media import PLAIN
from onrecord.reading.pieces import pieces_of
from onrecord.reading.stated import Draft


def read_plain(data: bytes, *, uri: str, declared: str | None = None) -> Draft:
    """The draft of a text file."""
    decoded, encoding = decode(data, declared=declared, where=uri)
    text = clean(decoded, where=uri)
    return Draft(text=text, pieces=pieces_of(text), media_type=PLAIN, encoding=encoding)
