"""How much a source may cost: every bound that reading holds, in one value."""

import msgspec

MEGABYTE = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on bytes, members and time. The defaults leave room for any real report, release or transcript."""

    file_bytes: int = 50 * MEGABYTE
    """A single document or feed; larger files are refused by their size alone."""
    container_bytes: int = 4_000 * MEGABYTE
    """A JSON Lines file or WARC, which is read member by member."""
    member_bytes: int = 50 * MEGABYTE
    """One member of a container, unpacked."""
    unpacked_bytes: int = 20_000 * MEGABYTE
    """All that a compressed container may unpack to."""
    unpack_ratio: int = 200
    """Unpacked over packed size: news text packs ten to one, a bomb a thousand to one."""
    text_characters: int = 5_000_000
    """Text of one document: a thousand pages are about three million."""
    pdf_pages: int = 3_000
    fetch_seconds: float = 30.0
    redirects: int = 5
