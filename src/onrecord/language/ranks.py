"""Ranks: "the third-largest producer", "ranked second", "the highest monthly total this year"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.language.numberwords import ORDINALS
from onrecord.model.spans import Span

_ORDINAL = "|".join(word for word, value in ORDINALS.items() if 1 < value < 21)
_BEST = (
    r"(?:most|least)\s+[a-z]+|(?:larg|bigg|high|low|small|deadli|costli|rich|poor|long|fast|old|young|heavi|busi|strong"
    r"|weak|tall|hott|cold|wett|dri|steep|few|short|great|cheap|safe|hardest-hi)est|largest|worst|best|most|top"
)
_TOTAL = r"(?:total|number|level|toll|rate|count|figure|amount|share|volume|reading|price|tally|turnout)"
_RANKED = re.compile(
    rf"\b(?:the|its|their|his|her)?\s?\b(?P<nth>{_ORDINAL}|\d{{1,3}}(?:st|nd|rd|th))[- ](?P<best>{_BEST})\b"
    r"(?P<what>(?:\s+[\w’'-]+){1,4})?",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"\b(?:ranks?|ranked|ranking|came|placed)\s+(?:in\s+)?(?P<nth>{_ORDINAL}|first|\d{{1,3}}(?:st|nd|rd|th))\b"
    r"(?P<what>\s+(?:in|among|for|on)\s+[\w’'-]+(?:\s+[\w’'-]+){0,3})?",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"\bthe\s+(?P<best>{_BEST})(?P<what>(?:\s+[\w’'-]+){{0,3}}?\s+{_TOTAL})\s+"
    r"(?P<of>(?:this|in|since|on|of|for|ever|so far)\b[^.,;:()\n]{0,30})",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\s+(?:in|of|after|behind|and|but|since|with|for|on|at|by|to|is|was|has|that|which|when|as|from)\b.*", re.DOTALL
)


class Rank(NamedTuple):
    """A rank: its words, the place (1 for "the highest"), what is ranked, and among what or since when."""

    span: Span
    place: int
    measures: str | None
    among: str | None


def find_ranks(text: str) -> tuple[Rank, ...]:
    """Every rank of `text`, in order."""
    return tuple(sorted(_found(text), key=lambda rank: rank.span))


def _found(text: str) -> Iterator[Rank]:
    for match in _RANKED.finditer(text):
        what = _STOPS.sub("", match["what"] or "").strip()
        end = match.end("best") if not what else match.start("what") + (match["what"] or "").index(what) + len(what)
        yield Rank(Span(match.start("nth"), end), _place(match["nth"]), f"{match['best'].lower()} {what}".strip(), None)
    for match in _PLACED.finditer(text):
        among = (match["what"] or "").strip() or None
        yield Rank(Span(match.start(), match.end("nth")), _place(match["nth"]), None, among)
    for match in _FIRST.finditer(text):
        what = match["what"].strip()
        yield Rank(
            Span(match.start("best"), match.end("what")), 1, f"{match['best'].lower()} {what}", match["of"].strip()
        )


def _place(word: str) -> int:
    return int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINALS[word.lower()]
