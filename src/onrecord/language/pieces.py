"""Text as the encoder sees it: word pieces with case and quotation features, and where each word stands.

Offsets are code points of the text given, whatever the tokenizer's normalisation did to the pieces: it
lowers, strips accents and drops marks, but what it returns for a piece is the stretch of the text it came from.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.model.documents import Block
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Integers = npt.NDArray[np.int64]

CLS, SEP = 101, 102
WINDOW = 254
"""Pieces read at once, without the two marks at the ends; what the model was trained with."""
CONTEXT = 48
"""Pieces a window shares with the one before where it cuts a paragraph, so that no attribution is cut by all."""
LONGEST_LINE = 4_000
"""Characters handed to the tokenizer at once; longer lines are cut at white space, which keeps time linear."""

CASES = 8  # none, lower, title, upper, one capital, mixed, digits, digits with letters
QUOTES = 6  # outside, inside, opening mark, closing mark, inside one never closed, first of such

_MARK = re.compile("[\u201c\u201d\u201e\u201f\"\u00ab\u00bb]|''|``")
_OPENING, _CLOSING = "\u201c\u201e\u201f\u00ab", "\u201d\u00bb"


class Pieces(NamedTuple):
    """Word pieces of some paragraphs in order, with a separator between paragraphs, and the words they form.

    `starts` and `ends` are those of words in the `text`; `first` is the piece each word begins with and
    `paragraph` the index of the paragraph it stands in.
    """

    text: str
    ids: Integers
    cases: Integers
    quotes: Integers
    begins_paragraph: npt.NDArray[np.bool_]
    begins_word: npt.NDArray[np.bool_]
    starts: Integers
    ends: Integers
    first: Integers
    paragraph: Integers


def cut_into_pieces(tokenizer: "Tokenizer", text: str, paragraphs: Sequence[Span]) -> Pieces:
    """The pieces of the paragraphs, in order."""
    chunks = [
        (number, start, end)
        for number, span in enumerate(paragraphs)
        for start, end in _chunks(text, span.start, span.end)
    ]
    encodings = tokenizer.encode_batch([text[start:end] for _, start, end in chunks], add_special_tokens=False)
    rows: list[tuple[int, int, int]] = []  # piece, the word it is of or -1, state of quotation
    words: list[tuple[int, int, int, int]] = []  # first piece, start, end, paragraph
    quotation, before = _Quotation([]), -1
    for (number, offset, _), encoding in zip(chunks, encodings, strict=True):
        if number != before:
            quotation, before = _Quotation(quoted_ranges(text, paragraphs[number])), number
            if rows:
                rows.append((SEP, -1, 0))
        word: int | None = -1
        for piece, index, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
            if index != word:
                word = index
                words.append((len(rows), offset + start, offset + end, number))
            else:
                words[-1] = (*words[-1][:2], max(words[-1][2], offset + end), number)
            rows.append((piece, len(words) - 1, quotation.state(offset + start)))
    ids, of_word, quotes = np.asarray(rows, dtype=np.int64).reshape(-1, 3).T
    first, starts, _, paragraph = np.asarray(words, dtype=np.int64).reshape(-1, 4).T
    ends = np.asarray([_with_marks(text, end) for _, _, end, _ in words], dtype=np.int64)
    cases = np.asarray([_case(text[start:end]) for start, end in zip(starts, ends, strict=True)] + [0], dtype=np.int64)
    begins_word = of_word < 0
    begins_word[first] = True
    return Pieces(text, ids, cases[of_word], quotes, of_word < 0, begins_word, starts, ends, first, paragraph)


def windows(pieces: Pieces, *, size: int = WINDOW, context: int = CONTEXT) -> list[tuple[int, int]]:
    """Ranges of pieces, each at most `size`: cut between paragraphs where that is possible, else between words.

    Only the latter overlap: on held-back training articles, windows that share whole paragraphs with the one before
    were no better and cost 1.4 times as much.
    """
    total = len(pieces.ids)
    paragraph_starts = np.flatnonzero(pieces.begins_paragraph)
    word_starts = np.flatnonzero(pieces.begins_word)
    found: list[tuple[int, int]] = []
    start = 0
    while start < total:
        end = min(start + size, total)
        whole = end if end == total else _last_before(paragraph_starts, end, start + size // 2)
        if whole is None:
            end = _last_before(word_starts, end, start) or end
            found.append((start, end))
            start = _last_before(word_starts, end - context, start) or end
        else:
            found.append((start, whole))
            start = whole
    return found


def paragraphs_of(text: str, ranges: Sequence[Span] | None = None) -> tuple[Span, ...]:
    """The lines with words in them inside the ranges given (the whole text where none are)."""
    found = []
    for place in ranges if ranges is not None else (Span(0, len(text)),):
        start = place.start
        while start < place.end:
            stop = text.find("\n", start, place.end)
            stop = stop if stop >= 0 else place.end
            if text[start:stop].strip():
                found.append(Span(start, stop))
            start = stop + 1
    return tuple(found)


def paragraphs_in(text: str, blocks: Sequence[Block] | None) -> tuple[Span, ...]:
    """The paragraphs of the blocks that are not furniture; of the whole text where no blocks are given."""
    return paragraphs_of(text, None if blocks is None else [b.span for b in blocks if b.kind != "furniture"])


def quoted_ranges(text: str, paragraph: Span) -> list[tuple[int, int, bool]]:
    """Ranges between double quotation marks, marks excluded, and whether they are closed in the paragraph."""
    found: list[tuple[int, int, bool]] = []
    since: int | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign = mark.group()
        if sign in _OPENING:
            since = mark.end() if since is None else since
        elif sign in _CLOSING or since is not None:
            if since is not None:
                found.append((since, mark.start(), True))
            since = None
        else:
            since = mark.end()
    if since is not None:
        found.append((since, paragraph.end, False))
    return found


class _Quotation:
    """Where a paragraph's quotations lie, asked in text order."""

    def __init__(self, ranges: list[tuple[int, int, bool]]) -> None:
        self.ranges = ranges
        self.at = 0

    def state(self, position: int) -> int:
        if not self.ranges:
            return 0
        while self.at < len(self.ranges) and position > self.ranges[self.at][1]:
            self.at += 1
        if self.at == len(self.ranges):
            return 0
        start, end, closed = self.ranges[self.at]
        if start - 2 <= position < start:
            return 2 if closed else 5
        if position == end and closed:
            return 3
        if start <= position < end:
            return 1 if closed else 4
        return 0


def _chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while end - start > LONGEST_LINE:
        cut = text.rfind(" ", start + LONGEST_LINE // 2, start + LONGEST_LINE)
        cut = cut if cut > start else start + LONGEST_LINE
        found.append((start, cut))
        start = cut
    found.append((start, end))
    return found


def _with_marks(text: str, end: int) -> int:
    """A word's end moved over the combining marks and joiners that the tokenizer drops."""
    while end < len(text) and text[end] >= "\u0300" and unicodedata.category(text[end]) in ("Mn", "Me", "Mc"):
        end += 1
    return end


def _case(word: str) -> int:
    if word.islower():
        return 7 if any(c.isdigit() for c in word) else 1
    if word.isdigit():
        return 6
    if word.isupper():
        return 4 if len(word) == 1 else 3
    if not any(c.isalpha() for c in word):
        return 0
    return 2 if word[0].isupper() and word[1:].islower() else 5


def _last_before(positions: Integers, limit: int, floor: int) -> int | None:
    """The greatest of sorted positions at most `limit` and beyond `floor`."""
    index = int(np.searchsorted(positions, limit, side="right")) - 1
    if index < 0:
        return None
    found = int(positions[index])
    return found if found > floor else None
