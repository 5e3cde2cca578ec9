"""Single quotation marks: whether a document quotes between them, and which of them open, close, or are apostrophes."""

import re
from collections.abc import Sequence

from onrecord.model.spans import Span

LEAST_MARKS = 2
"""Single marks that open from which they can be the document's own way to quote."""

MOST_INNER = 2
"""Single marks for each double one from which the single ones are the outer ones."""

_OPENING = re.compile(r"(?<![\w'’])[‘'](?=[\w“\"£$€])(?!(?:\d0s|em|til|tis|twas|n|cause|bout)\b)", re.IGNORECASE)
"""What can be an opening single mark: no word leads up to it, and it begins no clipped word ('90s, 'em)."""
_SPOKEN = re.compile(r"\w[,.?!…]['’](?=\s|$)")
"""What speech in single marks ends with."""
_SINGLE = re.compile(r"[‘’']")
_FURTHER = re.compile(r"(?<![\w'’])[‘'](?=\w)|[\w,.?!…]['’](?!\w)")


def quotes_singly(text: str, ranges: Sequence[Span]) -> bool:
    """Whether a text quotes between single marks, as British newspapers do, and between double ones inside those."""
    if not ranges or text.count("‘") + text.count("'") < LEAST_MARKS:
        return False
    double = text.count("“") + text.count("``") + (text.count('"') + text.count("''")) / 2
    low, high = ranges[0].start, ranges[-1].end
    opened = sum(1 for _ in _OPENING.finditer(text, low, high))
    spoken = text.count("‘") >= LEAST_MARKS or _SPOKEN.search(text, low, high) is not None
    return opened >= LEAST_MARKS and opened > MOST_INNER * double and spoken


def single_mark(text: str, at: int, end: int, *, is_open: bool) -> str:
    """What a single mark does in a text that quotes singly: “ where it opens, ” where it closes, "" for an apostrophe.

    `end` is that of its paragraph; `is_open` says whether a quotation is open there.
    """
    if text[at] == "‘":
        return "“"
    if is_open:
        return "”" if _closes(text, at, end) else ""
    return "“" if text[at] == "'" and _OPENING.match(text, at) is not None else ""


def doubled(text: str, paragraphs: Sequence[Span]) -> str:
    """A text that quotes singly with double marks in the place of its single ones, which the encoder learned from.

    Character for character as long as before; any other text is returned as it is.
    """
    if not quotes_singly(text, paragraphs):
        return text
    made = list(text)
    for paragraph in paragraphs:
        is_open = False
        for found in _SINGLE.finditer(text, *paragraph):
            mark = single_mark(text, found.start(), paragraph.end, is_open=is_open)
            if mark and (mark == "”" or not is_open):
                made[found.start()] = mark
                is_open = mark == "“"
    return "".join(made)


def _closes(text: str, at: int, end: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after.isalnum() or before.isspace():
        return False
    if before == "s" and after == " ":
        further = _FURTHER.search(text, at + 1, end)  # in "the workers' rights are ours,'" another mark closes
        if further is not None and further.group()[0] not in "‘'":
            return False
    return before in ",.!?…" or at + 1 >= end or after in " \n,.;:!?)—–"
