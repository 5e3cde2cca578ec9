"""Stretches between quotation marks, also those that run over paragraphs and open again at each."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.language.quotemarks import quotes_singly, single_mark
from onrecord.model.documents import Block
from onrecord.model.spans import Span

_MARK = re.compile(r"[“”„\"]|''|``|[‘’'](?=\W|\w|$)")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
SHORTEST_SENTENCE = 5
"""Quoted words from which a stretch can stand by itself; fewer are a term somebody quotes."""


class Quotation(msgspec.Struct, frozen=True):
    """Quoted words with their marks. `pieces` has one span a paragraph; `closed` tells whether a mark ends it."""

    pieces: tuple[Span, ...]
    blocks: tuple[int, ...]
    words: int
    closed: bool

    @property
    def start(self) -> int:
        """Where the opening mark stands."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Just after the last piece."""
        return self.pieces[-1].end

    @property
    def scare(self) -> bool:
        """Whether it is too short to be a statement by itself."""
        return self.words < SHORTEST_SENTENCE

    def parted(self, text: str, at: int) -> tuple["Quotation", "Quotation"]:
        """The quotation cut before one of its pieces."""
        words = sum(len(_WORD.findall(text, piece.start, piece.end)) for piece in self.pieces[:at])
        return (
            Quotation(self.pieces[:at], self.blocks[:at], words, closed=False),
            Quotation(self.pieces[at:], self.blocks[at:], self.words - words, self.closed),
        )


def find_quotations(text: str, blocks: Sequence[tuple[int, Block]]) -> tuple[Quotation, ...]:
    """Every quotation of the blocks given, in text order; linear in their length.

    A mark left open reaches to the end of its paragraph, and if the next paragraph begins with an
    opening mark, the two are pieces of one quotation.
    """
    single = quotes_singly(text, [block.span for _, block in blocks])
    found: list[Quotation] = []
    carried: Quotation | None = None
    for index, block in blocks:
        for start, end, closed in _in_block(text, block.start, block.end, single):
            words = len(_WORD.findall(text, start, end))
            if not words:
                continue
            if carried is not None and not text[block.start : start].strip():
                found[-1] = carried = Quotation(
                    (*carried.pieces, Span(start, end)), (*carried.blocks, index), carried.words + words, closed
                )
            else:
                carried = Quotation((Span(start, end),), (index,), words, closed)
                found.append(carried)
            carried = None if closed else carried
        if carried is not None and carried.blocks[-1] != index:
            carried = None
    return tuple(found)


def _in_block(text: str, start: int, end: int, single: bool) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if single and opened is not None and text[opened] in "‘'" and mark not in "‘’'":
            continue  # quoted by whoever is quoted
        if mark in "‘’'":
            mark = single_mark(text, at, end, is_open=opened is not None) if single else ""
        straight = mark in {'"', "''", "``"}
        if straight:
            mark = (
                "“" if opened is None and _opens(text, at, start, match.end()) else "”" if opened is not None else "“"
            )
            if mark == "“" and not _opens(text, at, start, match.end()):
                continue
        if not mark:
            continue
        if mark in "“„" and not (opened is not None and _closes_wrongly(text, at, end)):
            if opened is None:
                opened = at
        elif opened is not None:
            found.append((opened, match.end(), True))
            opened = None
    if opened is not None:
        last = end
        while last > opened and text[last - 1].isspace():
            last -= 1
        if text[opened] != "'" or text[end : end + 4].lstrip().startswith("'"):  # else an apostrophe
            found.append((opened, last, False))
    return found


def _closes_wrongly(text: str, at: int, end: int) -> bool:
    """Whether an opening mark was set where one closes: “It is,“ said Lee."""
    return text[at - 1] in ",.?!…" and (at + 1 >= end or text[at + 1].isspace())


def _opens(text: str, at: int, start: int, after: int) -> bool:
    """Whether a straight mark can open: something follows it, and no word leads up to it."""
    follows = after < len(text) and not text[after].isspace()
    return follows and (at == start or not text[at - 1].isalnum())
