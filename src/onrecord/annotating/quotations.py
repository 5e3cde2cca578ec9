"""Stretches between quotation marks, also those that run over paragraphs and open again at each."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.model.documents import Block
from onrecord.model.spans import Span

_MARK = re.compile(r"[“”„\"]|''|``|[‘’](?=\W|\w)")
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


def find_quotations(text: str, blocks: Sequence[tuple[int, Block]]) -> tuple[Quotation, ...]:
    """Every quotation of the blocks given, in text order; linear in their length.

    A mark left open reaches to the end of its paragraph, and if the next paragraph begins with an
    opening mark, the two are pieces of one quotation.
    """
    single = _quotes_singly(text, blocks)
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


def _quotes_singly(text: str, blocks: Sequence[tuple[int, Block]]) -> bool:
    """Whether the document quotes between ‘single’ marks, as British newspapers do, and “double” ones inside those."""
    double = text.count("“") + text.count('"') / 2
    return bool(blocks) and text.count("‘") >= 2 and text.count("‘") > MOST_INNER * double


MOST_INNER = 2
"""Single marks for each double one from which the single ones are the outer ones."""


def _in_block(text: str, start: int, end: int, single: bool) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if single and opened is not None and text[opened] == "‘" and mark not in "‘’":
            continue  # quoted by whoever is quoted
        if mark in "‘’":
            if not single or (mark == "’" and not _closes(text, at, end)):
                continue
            mark = "“" if mark == "‘" else "”"
        straight = mark in {'"', "''", "``"}
        if straight:
            mark = (
                "“" if opened is None and _opens(text, at, start, match.end()) else "”" if opened is not None else "“"
            )
            if mark == "“" and not _opens(text, at, start, match.end()):
                continue
        if mark in "“„":
            if opened is None:
                opened = at
        elif opened is not None:
            found.append((opened, match.end(), True))
            opened = None
    if opened is not None:
        last = end
        while last > opened and text[last - 1].isspace():
            last -= 1
        found.append((opened, last, False))
    return found


def _opens(text: str, at: int, start: int, after: int) -> bool:
    """Whether a straight mark can open: something follows it, and no word leads up to it."""
    follows = after < len(text) and not text[after].isspace()
    return follows and (at == start or not text[at - 1].isalnum())


def _closes(text: str, at: int, end: int) -> bool:
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    return not after.isalnum() and (before in ",.!?…" or at + 1 >= end or after in " ,.;:)—–")
