"""On which terms each part of a transcript is spoken: from where somebody says that it begins to where it ends."""

import re
from bisect import bisect_right
from typing import NamedTuple

from onrecord.annotating.labels import sort_of
from onrecord.model.documents import Document, Terms, TermsKind

_BASIS = r"(?:deep )?background|off[ -]the[ -]record|not for attribution"
_MOVES = r"(?:go(?:ing)?|mov(?:e|ing)|switch(?:ing)?|turn(?:ing)?)"
_BEGINS = re.compile(
    rf"\b(?:(?:we|I)(?:['’](?:re|ll)| are| will)?\s(?:now|then)\s{_MOVES}\s(?:over\s)?(?:on|to|onto)?\s?|"
    r"(?:now|from (?:now|here)(?: on)?|from this point(?: on)?)\b[^.?!\n]{0,40}?\b(?:on|to|onto)?\s?|"
    rf"{_MOVES}\s(?:now\s)?(?:on|to|onto)\s|"
    rf"(?:next|following|second|this)\s(?:part|portion|session|half)[^.?!\n]{{0,40}}?\b(?:on\s)?)(?P<basis>{_BASIS})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:back|again|now|return(?:ing)?|go(?:ing)?)\s(?:\w+\s){0,2}?on(?:to)?[ -]the[ -]record|"
    r"\bon[ -]the[ -]record again|"
    r"\b(?:ends?|concludes?|closes?|finish(?:es)?|end of|conclusion of)\s(?:the|our)\s(?:deep )?"
    r"(?:background|off-the-record)|\b(?:background|off-the-record)\s(?:part|portion|session)[^.?!\n]{0,20}\b"
    r"(?:over|ended|ends|concludes)",
    re.IGNORECASE,
)


class _Part(NamedTuple):
    start: int
    terms: Terms | None


class GroundRules:
    """The parts of one transcript that are spoken on terms of their own."""

    def __init__(self, document: Document) -> None:
        self._parts: list[_Part] = []
        self._labels: dict[int, str | None] = {}
        if document.terms is None and "background" not in document.text and "record" not in document.text:
            return
        self._labels = {block.start: block.label for block in document.blocks if block.kind == "turn"}
        spoke = False
        for block in sorted((b for b in document.blocks if b.kind == "turn"), key=lambda block: block.start):
            sort = sort_of(block.label) if block.label else "named"
            if sort in {"chair", "named", "generic"}:
                self._read(document.text, block.start, block.end, spoke=spoke)
            spoke = spoke or sort in {"named", "generic", "answerer"}

    def __bool__(self) -> bool:
        return bool(self._parts)

    def at(self, place: int) -> Terms | None:
        """The terms on which a turn that begins here is spoken, by whoever neither asks nor leads."""
        sort = sort_of(self._labels.get(place) or "") if self._parts else "chair"
        at = bisect_right(self._parts, place, key=lambda part: part.start) - 1
        return self._parts[at].terms if at >= 0 and sort not in {"chair", "reporter"} else None

    def _read(self, text: str, start: int, end: int, *, spoke: bool) -> None:
        """Note where a turn says that terms begin, once somebody has spoken, or that they end."""
        opens = _BEGINS.search(text, start, end) if spoke else None
        closes = _ENDS.search(text, opens.end() if opens else start, end)
        if opens is not None:
            terms = Terms(kind=_kind(opens["basis"]), text=" ".join(opens.group().split()))
            self._parts.append(_Part(opens.start(), terms))
        if closes is not None and self._parts:
            self._parts.append(_Part(closes.start(), None))


def _kind(words: str) -> TermsKind:
    low = words.lower()
    return "deep_background" if "deep" in low else "off_record" if low.startswith("off") else "background"
