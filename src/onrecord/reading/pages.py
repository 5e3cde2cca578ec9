"""Web pages: trafilatura chooses the blocks, the page's own text nodes give the words."""

import logging
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from onrecord.reading.dom import Line, laid_out, lines_of, parsed
from onrecord.reading.encodings import decode
from onrecord.reading.media import HTML
from onrecord.reading.pagefacts import facts_of, guessed_date
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft, Stated

if TYPE_CHECKING:
    from lxml.etree import _Element

LEAST_TEXT = 40
"""Characters under which a page has no main text: the shortest real notice in trafilatura's annotated pages has 90."""

SHORT_KEY = 12
"""Letters under which a block must be a whole line of the page: short words occur anywhere."""

ANCHOR = 24
"""Letters at both ends of a block that find it again where a link or note inside it was left out."""

for _chatty in ("trafilatura", "htmldate"):
    logging.getLogger(_chatty).addHandler(logging.NullHandler())  # they report pages without text, and so do we

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NOT_KEY = re.compile(r"[\W_]+")
_LEAVES = frozenset({"p", "head", "item", "row", "quote", "ab", "code", "fw"})


def read_page(data: bytes, *, uri: str, declared: str | None = None, url: str | None = None) -> Draft:
    """The draft of a whole page. Refuses (E110) a page in which no main text can be found."""
    text, encoding = decode(data, declared=declared or _declared(data), where=uri)
    root = parsed(text, where=uri)
    stated = facts_of(root)
    if stated.published is None:
        stated = msgspec.structs.replace(stated, published_guessed=guessed_date(text))
    if url and not stated.url:
        stated = msgspec.structs.replace(stated, url=url)
    lines = lines_of(root, where=uri)
    wanted, extractor = _wanted(text)
    chosen, refused = _aligned(lines, wanted)
    if sum(len(lines[i].text) for i in chosen) < LEAST_TEXT:
        raise refuse("E110", where=uri)
    if (heading := _title_line(lines, chosen, stated)) is not None:
        chosen = sorted({*chosen, heading})
    body, pieces = laid_out([lines[i] for i in chosen])
    note = f"{extractor} ({refused} of {len(wanted)} blocks refused: not in the page's text)" if refused else extractor
    return Draft(text=body, pieces=pieces, media_type=HTML, stated=stated, encoding=encoding, extractor=note)


def read_fragment(markup: str, *, uri: str) -> tuple[Line, ...]:
    """All lines of markup that holds nothing but the text: a feed's entry, a converted document."""
    return lines_of(parsed(f"<html><body>{markup}</body></html>", where=uri), where=uri) if markup.strip() else ()


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _wanted(text: str) -> tuple[list[str], str]:
    """The words of each block that trafilatura chooses, and its name and version."""
    import trafilatura

    found = trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_tables=True,
        include_links=False,
        include_images=False,
        with_metadata=False,
    )
    blocks: list[str] = []
    body = getattr(found, "body", None)
    if body is not None:
        for element in body.iter():
            if element.tag in _LEAVES and not any(child.tag in _LEAVES for child in element.iterdescendants()):
                blocks.append("".join(_texts(element)))
    return [b for b in blocks if _NOT_KEY.sub("", b)], f"trafilatura/{trafilatura.__version__}"


def _texts(element: "_Element") -> list[str]:
    return [str(words) for words in element.itertext()]


def _aligned(lines: tuple[Line, ...], wanted: list[str]) -> tuple[list[int], int]:
    """The numbers of the page's lines that hold the wanted blocks, and how many blocks are in none of them."""
    keys = [_NOT_KEY.sub("", line.text) for line in lines]
    starts, position = [], 0
    for key in keys:
        starts.append(position)
        position += len(key)
    whole = "".join(keys)
    where: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        where.setdefault(key, []).append(number)
    chosen: set[int] = set()
    refused = current = 0
    for words in wanted:
        key = _NOT_KEY.sub("", words)
        same = where.get(key, ())
        if same:
            line = next((n for n in same if starts[n] >= current), same[0])
            chosen.add(line)
            current = starts[line] + len(key)
            continue
        found = _range(whole, key, current) if len(key) >= SHORT_KEY else None
        if found is None:
            refused += 1
            continue
        begin, end = found
        first, last = bisect_right(starts, begin) - 1, bisect_right(starts, end - 1) - 1
        for n in range(first, last + 1):
            held = min(end, starts[n] + len(keys[n])) - max(begin, starts[n])
            if keys[n] and held >= 0.5 * len(keys[n]):
                chosen.add(n)
        current = end
    return sorted(chosen), refused


def _range(whole: str, key: str, current: int) -> tuple[int, int] | None:
    """Where a block's letters stand in the page's, from `current` on, else anywhere, else by both its ends."""
    for start in (current, 0):
        at = whole.find(key, start)
        if at >= 0:
            return at, at + len(key)
    if len(key) < 3 * ANCHOR:
        return None
    for start in (current, 0):
        at = whole.find(key[:ANCHOR], start)
        if at >= 0:
            close = whole.find(key[-ANCHOR:], at + ANCHOR, at + 2 * len(key) + ANCHOR)
            if close >= 0:
                return at, close + ANCHOR
    return None


def _title_line(lines: tuple[Line, ...], chosen: list[int], stated: Stated) -> int | None:
    """The line of the page that is its title, above the text, where trafilatura left it out."""
    headings = [i for i, line in enumerate(lines[: chosen[0]]) if line.tag == "h1"]
    key = _NOT_KEY.sub("", stated.title or "").casefold()
    same = [i for i in headings if _NOT_KEY.sub("", lines[i].text).casefold() == key]
    if any(_NOT_KEY.sub("", lines[i].text).casefold() == key for i in chosen[:5]):
        return None
    return same[-1] if same else (headings[-1] if len(headings) == 1 else None)
