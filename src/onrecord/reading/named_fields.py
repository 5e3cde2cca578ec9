"""Facts of a document by the names that exports, crawls and note-taking programs give their fields."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from onrecord.reading.pagefacts import authors_in
from onrecord.reading.stated import Stated

TITLE = ("title", "headline", "heading", "name")
PUBLISHED = (
    "published", "date_published", "published_at", "publishedAt", "datePublished", "date_publish", "publication_date",
    "pub_date", "pubDate", "published_date", "publish_date", "published_time", "date", "datetime", "timestamp",
    "created_at", "issued",
)  # fmt: skip
OUTLET = (
    "outlet",
    "publisher",
    "site_name",
    "sitename",
    "publication",
    "source_name",
    "newspaper",
    "source",
    "source_domain",
    "domain",
)
AUTHORS = ("authors", "author", "byline", "creator", "by")
URL = ("url", "link", "uri", "source_url", "canonical_url", "permalink", "web_url", "external_url", "source")


def stated_of(fields: Mapping[str, Any]) -> Stated:
    """What fields say of a document."""
    outlet = next((name for key in OUTLET if (name := _name(fields.get(key)))), None)
    return Stated(
        title=words_of(fields, TITLE),
        outlet=outlet,
        authors=_authors(next((fields[key] for key in AUTHORS if fields.get(key)), None)),
        published=next((day for key in PUBLISHED if (day := _day(fields.get(key)))), None),
        url=next((url for key in URL if (url := _web(fields.get(key)))), None)
        or _web(_nested(fields, "source", "uri")),
    )


def words_of(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The words of the first of these fields that has any; a list of texts as paragraphs."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    return value.strip() or None if isinstance(value, str) and not value.startswith("http") else None


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return authors_in(value)
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for each in value if (name := _name(each))))
    return (name,) if (name := _name(value)) else ()


def _day(value: object) -> str | None:
    """A date as written, or as ISO from a number of seconds or milliseconds, or from an interval's start."""
    if isinstance(value, dict):
        value = value.get("start") or value.get("date") or value.get("text")
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)) and 10**8 < value < 10**14:
        return datetime.fromtimestamp(value / 1000 if value > 10**11 else value, UTC).date().isoformat()
    return value.strip() or None if isinstance(value, str) else None


def _web(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _nested(fields: Mapping[str, Any], outer: str, inner: str) -> object:
    value = fields.get(outer)
    return value.get(inner) if isinstance(value, dict) else None
