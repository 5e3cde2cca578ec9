"""PDF: lines with their places on the page become paragraphs; words broken at a line's end are joined again."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.reading.clean import clean
from onrecord.reading.dom import Line, laid_out
from onrecord.reading.limits import Limits
from onrecord.reading.media import PDF
from onrecord.reading.pieces import trimmed
from onrecord.reading.refusals import refuse
from onrecord.reading.stated import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_LETTERS = 20
"""Letters in all pages under which there is no text layer: stamps of scanners ("Page 1") come to less."""

PARAGRAPH_GAP = 1.35
"""A line this many usual line distances below the last one opens a paragraph."""

PASSWORD_ERROR = 4
_HYPHEN = "\ufffe"
"""PDFium writes this where a word is broken by a hyphen at a line's end."""

_OPENS_ALWAYS = re.compile(
    r"(?:Q|A)(?:[.:]|\s{2,})|[A-ZÀ-Þ][A-ZÀ-Þ .'’\-]{1,60}:\s|[•◦▪●]\s"
    r"|(?:From|Sent|Date|To|Cc|Subject|Attachments):\s"
)
"""How a line begins that opens a paragraph wherever it stands: a turn, a list's item, a field of a mail's head."""
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


class _Row(NamedTuple):
    """One line of a page with its box; `None` where PDFium gives none."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def read_pdf(data: bytes, *, uri: str, limits: Limits) -> Draft:
    """The draft of a PDF. Refuses encrypted (E105), damaged (E106) and purely pictorial ones (E104)."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_ERROR or "assword" in str(error):
            raise refuse("E105", where=uri) from None
        raise refuse("E106", "it has no readable structure", where=uri) from None
    try:
        if b"%%EOF" not in data[-2048:]:
            raise refuse("E106", "its end is missing", where=uri)
        if len(pdf) > limits.pdf_pages:
            raise refuse("E108", f"{len(pdf):,} pages, limit {limits.pdf_pages:,}", where=uri)
        pages = []
        for number in range(len(pdf)):
            try:
                pages.append(_rows(pdf[number]))
            except pypdfium2.PdfiumError:
                raise refuse("E106", f"page {number + 1} cannot be loaded", where=uri) from None
    finally:
        pdf.close()
    letters = sum(c.isalpha() for rows in pages for row in rows for c in row.text)
    if letters < LEAST_LETTERS:
        raise refuse("E104", f"{len(pages)} {'page' if len(pages) == 1 else 'pages'}, {letters} letters", where=uri)
    text, pieces = laid_out(list(_paragraphs(pages, uri)))
    return Draft(text=text, pieces=pieces, media_type=PDF, extractor=f"pypdfium2/{pypdfium2.PYPDFIUM_INFO.version}")


def _rows(page: Any) -> list[_Row]:  # noqa: ANN401 - pypdfium2 ships no types
    textpage = page.get_textpage()
    words = textpage.get_text_range()
    rows, index = [], 0
    for line in words.split("\n"):
        bare = line.rstrip("\r")
        start, end = trimmed(bare, 0, len(bare))
        if start < end:
            first, last = index + start, index + end - 1
            try:
                left, bottom, _, top = textpage.get_charbox(first)
                right = textpage.get_charbox(last)[2]
            except Exception:  # noqa: BLE001 - a missing box costs only the layout of this line
                left = right = bottom = top = 0.0
            rows.append(_Row(bare[start:end], left, right, bottom, top - bottom))
        index += len(line) + 1
    textpage.close()
    return rows


def _paragraphs(pages: list[list[_Row]], uri: str) -> "Iterator[Line]":
    """Rows joined to paragraphs, page by page; page numbers and running heads stay lines of their own."""
    running = _running_heads(pages)
    for rows in pages:
        steps = [a.bottom - b.bottom for a, b in pairwise(rows) if 0 < a.bottom - b.bottom < 60]
        usual = median(steps) if steps else 0.0
        widest = max((row.right for row in rows), default=0.0)
        leftmost = min((row.left for row in rows), default=0.0)
        held: list[_Row] = []
        for row in rows:
            alone = row.text in running or _PAGE_NUMBER.fullmatch(row.text) is not None
            if held and (alone or _opens(held[-1], row, usual, widest, leftmost)):
                yield _line(held, uri)
                held = []
            held.append(row)
            if alone:
                yield _line(held, uri)
                held = []
        if held:
            yield _line(held, uri)


def _opens(before: _Row, row: _Row, usual: float, widest: float, leftmost: float) -> bool:
    """Whether `row` opens a paragraph after `before`."""
    if _OPENS_ALWAYS.match(row.text):
        return True
    step = before.bottom - row.bottom
    if usual and (step > PARAGRAPH_GAP * usual or step < -usual):
        return True
    if before.height and abs(row.height - before.height) > 0.6 * max(row.height, before.height):
        return True
    short = before.right < leftmost + 0.75 * (widest - leftmost)
    indented = row.left > before.left + 8
    return (short or indented) and before.text[-1] in '.?!:”"’)' and not row.text[0].islower()


def _line(rows: list[_Row], uri: str) -> Line:
    words = ""
    for row in rows:
        if words.endswith(_HYPHEN):
            words = words.removesuffix(_HYPHEN) + row.text
        else:
            words = f"{words} {row.text}" if words else row.text
    return Line(clean(words.replace(_HYPHEN, "-"), where=uri), None, "p")


def _running_heads(pages: list[list[_Row]]) -> frozenset[str]:
    """First and last rows that come back on at least three pages and on half of them."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(text for rows in pages for text in {row.text for row in (*rows[:2], *rows[-2:])})
    return frozenset(text for text, times in edges.items() if times >= max(3, len(pages) // 2))
