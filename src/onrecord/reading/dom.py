"""The lines of a page from its own text nodes: what a browser would set apart as blocks, with their kinds."""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.clean import clean
from onrecord.reading.pieces import Piece, PieceKind, trimmed
from onrecord.reading.refusals import refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED_WORDS = (
    "script style noscript "
    "template svg math iframe object embed select option button textarea input head canvas audio video map "
    "dialog"
)
SKIPPED = frozenset(_SKIPPED_WORDS.split())
_BLOCKS_WORDS = (
    "address article aside "
    "blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption"
)
BLOCKS = frozenset(_BLOCKS_WORDS.split())
_KINDS: dict[str, PieceKind] = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "list_item", "dd": "list_item", "dt": "list_item", "tr": "table", "figcaption": "caption",
}  # fmt: skip
_BOLD = frozenset({"b", "strong"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.IGNORECASE)


class Line(NamedTuple):
    """One line of a page: its words as the page has them (white space as a browser shows it) and its kind."""

    text: str
    kind: PieceKind | None
    tag: str
    bold: int = 0
    """How many of its first characters stand in bold."""


def parsed(text: str, *, where: str | None = None) -> "_Element":
    """The tree of a page; `ReadingError` E110 where the parser finds no element."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        root: _Element = html.document_fromstring(
            text.replace("\x00", "\ufffd").encode(errors="replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        raise refuse("E110", where=where) from None
    return root


def lines_of(root: "_Element", *, where: str | None = None) -> tuple[Line, ...]:
    """Every visible line of the tree in order. One pass, without recursion: pages nest as deep as they like."""
    from lxml import etree

    lines: list[Line] = []
    buffer: list[str] = []
    tags: list[tuple[str, PieceKind | None]] = [("body", None)]
    skipping: _Element | None = None
    inks: list[bool] = []
    bold = 0

    def add(words: str | None, keep: bool = False) -> None:
        _add(buffer, words, keep=keep)
        inks.extend([bold > 0] * (len(buffer) - len(inks)))

    def flush() -> None:
        plain = next((at for at, ink in enumerate(inks) if not ink and buffer[at].strip()), len(buffer))
        lead = len("".join(buffer[:plain]).strip()) if any(inks[:plain]) else 0
        words, buffer[:], inks[:] = "".join(buffer), [], []
        tag, kind = tags[-1]
        if kind == "table":
            words = words.strip("\t ")
        for line in words.split("\n"):
            whole = clean(line, where=where)
            start, end = trimmed(whole, 0, len(whole))
            if start < end:
                lines.append(Line(whole[start:end], kind, tag, min(lead, end - start)))
                lead = 0

    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and skipping is None:
            if tag in SKIPPED or _is_hidden(element):
                skipping = element
            elif tag == "br":
                add("\n", keep=True)
            elif tag in ("td", "th"):
                add("\t", keep=True)
                add(element.text)
            else:
                if tag in BLOCKS:
                    flush()
                    tags.append((tag, _kind(tag, element, tags[-1][1])))
                bold += tag in _BOLD
                add(element.text, keep=tags[-1][0] == "pre")
        elif event == "end":
            if skipping is None and tag in BLOCKS and tag not in ("td", "th"):
                flush()
                tags.pop()
            if element is skipping:
                skipping = None
            if skipping is None:
                bold -= tag in _BOLD and bold > 0
                add(element.tail, keep=tags[-1][0] == "pre")
        elif event == "comment" and skipping is None:
            add(element.tail)
    flush()
    return tuple(lines)


def laid_out(lines: "tuple[Line, ...] | list[Line]") -> tuple[str, tuple[Piece, ...]]:
    """The text that lines make, one paragraph apart from the next, and the piece that each line is."""
    pieces: list[Piece] = []
    position = 0
    for line in lines:
        pieces.append(Piece(position, position + len(line.text), line.kind, True, line.bold))
        position += len(line.text) + 2
    return "\n\n".join(line.text for line in lines), tuple(pieces)


def _add(buffer: list[str], words: str | None, *, keep: bool = False) -> None:
    if words:
        squeezed = words if keep else _SPACE.sub(" ", words)
        if squeezed.startswith(" ") and buffer and buffer[-1].endswith((" ", "\n", "\t")):
            squeezed = squeezed[1:]
        if squeezed:
            buffer.append(squeezed)


def _kind(tag: str, element: "_Element", around: PieceKind | None) -> PieceKind | None:
    if tag in _KINDS:
        return _KINDS[tag]
    if _CAPTION_CLASS.search(element.get("class") or ""):
        return "caption"
    return around if around in ("caption", "table", "list_item") else None


def _is_hidden(element: "_Element") -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None
