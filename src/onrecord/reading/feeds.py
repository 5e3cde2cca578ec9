"""RSS and Atom: an entry a document, from the markup or text that it carries; nothing is fetched."""

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

from onrecord.model.documents import Document
from onrecord.model.errors import Failure, ReadingError, failure_of
from onrecord.reading.documents import document_of
from onrecord.reading.dom import laid_out
from onrecord.reading.limits import Limits
from onrecord.reading.media import FEED
from onrecord.reading.pages import read_fragment
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft, Stated

_MEMBER = re.compile(rb"<(item|entry)(?=[\s>/]).*?</\1\s*>", re.DOTALL)
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(data: bytes, *, uri: str, published: str | None, limits: Limits) -> Iterator[Document | Failure]:
    """Every entry's document, or its failure. An entry's bytes are its element as it stands in the feed."""
    if _ENTITIES.search(data[:100_000]):
        raise refuse("E123", "it defines entities of its own", where=uri)
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise refuse("E123" if feed.bozo else "E114", str(feed.get("bozo_exception", ""))[:80], where=uri)
    raws = [match.group() for match in _MEMBER.finditer(data)]
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{uri}#{number}"
        raw = raws[number - 1] if len(raws) == len(feed.entries) else _stand_in(entry)
        try:
            draft = _draft(entry, feed.feed, place, feedparser.__version__, feed.get("encoding"))
            yield document_of(draft, raw, uri=place, published=published, limits=limits)
        except ReadingError as error:
            yield failure_of(place, error)


def _draft(entry: Any, feed: Any, place: str, version: str, encoding: str | None) -> Draft:  # noqa: ANN401 - untyped library
    bodies = [str(content.get("value", "")) for content in entry.get("content", [])]
    markup = max([*bodies, str(entry.get("summary", ""))], key=len)
    lines = read_fragment(markup, uri=place)
    if not lines:
        raise refuse("E118", "the entry has no content", where=place)
    title = " ".join(line.text for line in read_fragment(str(entry.get("title", "")), uri=place)) or None
    text, pieces = laid_out(lines)
    authors = tuple(dict.fromkeys(str(a["name"]).strip() for a in entry.get("authors", []) if a.get("name")))
    stated = Stated(
        title=title,
        outlet=str(entry.get("source", {}).get("title") or feed.get("title") or "").strip() or None,
        authors=authors,
        published=_day(entry),
        url=entry.get("link"),
    )
    return Draft(
        text=text, pieces=pieces, media_type=FEED, stated=stated, encoding=encoding, extractor=f"feedparser/{version}"
    )


def _day(entry: Any) -> str | None:  # noqa: ANN401 - untyped library
    moment = entry.get("published_parsed")
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment else entry.get("published")


def _stand_in(entry: Any) -> bytes:  # noqa: ANN401 - untyped library
    """Bytes that stand for an entry whose element could not be found: what it says, in a fixed order."""
    parts = [str(entry.get(key, "")) for key in ("id", "link", "title", "published", "summary")]
    parts += [str(content.get("value", "")) for content in entry.get("content", [])]
    return hashlib.sha256("\x1f".join(parts).encode(errors="replace")).digest()
