"""What the markup of a page states of itself: JSON-LD first, then meta elements, then the page's own marks."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.reading.stated import Stated

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLES_WORDS = (
    "article newsarticle reportagenewsarticle "
    "analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle "
    "blogposting liveblogposting report webpage scholarlyarticle advertisercontentarticle socialmediaposting"
)
ARTICLES = frozenset(_ARTICLES_WORDS.split())
DATES = (
    "article:published_time", "og:article:published_time",
    "datepublished", "date.published", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publication_date", "publishdate", "dc.date.issued",
    "dcterms.issued", "dcterms.date",
    "dc.date", "date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date",
    "original-publish-date",
)  # fmt: skip
AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
)
OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:app:name:iphone",
)
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_JSON_NOISE = re.compile(r"^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$|[\x00-\x1f]")
_TITLE_TAIL = re.compile(r"\s+[|–—»·-]\s+[^|–—»·]{2,40}\Z")


def facts_of(root: "_Element") -> Stated:
    """Title, outlet, authors, date and address, as far as the page states them."""
    metas = _metas(root)
    article = _article(root)
    url = _attribute(root, "//link[@rel='canonical']/@href") or metas.get("og:url")
    section = metas.get("article:section", "")
    kind = str(article.get("@type", "")).casefold()
    return Stated(
        title=_words(article.get("headline")) or _first(metas, TITLES) or _heading(root) or _title_element(root),
        outlet=_name(article.get("publisher")) or _first(metas, OUTLETS),
        authors=_authors(article.get("author")) or _meta_authors(metas),
        published=_words(article.get("datePublished")) or _first(metas, DATES) or _time_element(root),
        url=url if url and url.startswith(("http://", "https://")) else None,
        opinion="opinion" in kind or section.casefold() in ("opinion", "opinions", "editorial", "commentary"),
    )


def guessed_date(text: str) -> str | None:
    """What htmldate digs out of a page that states no date; `None` where only its boldest search would find one."""
    from htmldate import find_date

    try:
        found = find_date(text, extensive_search=False, original_date=True)
    except (ValueError, TypeError, AttributeError, LookupError):
        return None
    return str(found) if found else None


def _metas(root: "_Element") -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.casefold(), content)
    return metas


def _article(root: "_Element") -> dict[str, Any]:
    best: dict[str, Any] = {}
    best_rank = (False, False, False)
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or "") or not element.text:
            continue
        try:
            data = json.loads(_JSON_NOISE.sub(" ", element.text))
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type", "")
            names = {str(k).casefold() for k in (kinds if isinstance(kinds, list) else [kinds])}
            rank = (bool(names & ARTICLES), bool(names & ARTICLES - {"webpage"}), "datePublished" in item)
            if rank[0] and rank > best_rank:
                best, best_rank = {**item, "@type": " ".join(sorted(names))}, rank
    return best


def _items(data: object) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < 500:
        each = waiting.pop(0)
        seen += 1
        if isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            yield each
            waiting.extend(
                each[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(each.get(key), (list, dict))
            )


def _authors(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return _unique(name for each in values if (name := _name(each)))


def _meta_authors(metas: dict[str, str]) -> tuple[str, ...]:
    words = _first({k: v for k, v in metas.items() if not v.startswith("http")}, AUTHORS)
    return authors_in(words) if words else ()


def authors_in(words: str) -> tuple[str, ...]:
    """The names in a line such as "By Ann Lee, Bo Chen and Cy Diaz"."""
    bare = re.sub(r"^(?:by|von)\s+", "", words.strip(), flags=re.IGNORECASE)
    return _unique(part.strip() for part in re.split(r"\s*[,;|]\s*(?:and\s+)?|\s+(?:and|&)\s+", bare) if part.strip())


def _unique(names: Iterator[str] | Any) -> tuple[str, ...]:  # noqa: ANN401 - any iterable of names
    return tuple(dict.fromkeys(name for name in names if len(name) <= 80 and not name.startswith("http")))


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    from html import unescape

    return " ".join(unescape(value).split()) or None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((_words(metas[name]) for name in names if name in metas), None)


def _attribute(root: "_Element", path: str) -> str | None:
    found = root.xpath(path)
    return str(found[0]).strip() or None if isinstance(found, list) and found else None


def _heading(root: "_Element") -> str | None:
    headings = [" ".join("".join(str(t) for t in h.itertext()).split()) for h in root.iter("h1")]
    return headings[0] if len(headings) == 1 and headings[0] else None


def _title_element(root: "_Element") -> str | None:
    for element in root.iter("title"):
        words = " ".join((element.text or "").split())
        if words:
            return _TITLE_TAIL.sub("", words) or words
    return None


def _time_element(root: "_Element") -> str | None:
    for path in (
        "//*[@itemprop='datePublished']/@content",
        "//*[@itemprop='datePublished']/@datetime",
        "//time[@pubdate]/@datetime",
    ):
        if found := _attribute(root, path):
            return found
    times = {str(value)[:10] for value in root.xpath("//article//time/@datetime | //header//time/@datetime")}
    return times.pop() if len(times) == 1 else None
