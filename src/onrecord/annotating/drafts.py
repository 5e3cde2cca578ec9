"""A statement while it is being put together: spans, the word that attributes, where its source's head stands."""

import re
from collections.abc import Iterable, Sequence

from onrecord.annotating.cues import stance_of
from onrecord.language.parsing import ParsedBlock
from onrecord.model.identity import content_id
from onrecord.model.items import Manner, Stance, Statement
from onrecord.model.spans import Span, Spans, in_order

_BARE = frozenset({"that", "this", "it", "so", "these", "those", "them"})
"""Words that are a content only for pointing at another one: "denied that"."""

_ASKING = frozenset({"what", "as", "which", "as what"})
"""Words that leave room for a content told elsewhere: "what he told me is that …"."""

_EDGE = " \t\n,;:–—-…"


class Draft:
    """Mutable on purpose: quotations, frames and continuations add to it before it is frozen."""

    __slots__ = ("block", "content", "cue", "lemma", "manner", "negated", "score", "source")

    def __init__(
        self,
        block: int,
        content: Iterable[Span],
        *,
        cue: Iterable[Span] = (),
        source: Iterable[Span] = (),
        lemma: str = "say",
        negated: bool = False,
        manner: Manner | None = None,
        score: float = 1.0,
    ) -> None:
        self.block = block
        self.content = list(content)
        self.cue = list(cue)
        self.source = list(source)
        self.lemma = lemma
        self.negated = negated
        self.manner = manner
        self.score = score

    @property
    def start(self) -> int:
        """Where its content begins."""
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        """Where its content ends."""
        return max(span.end for span in self.content)


def spans_of(parsed: ParsedBlock, ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """Token ranges of a block as spans of the document."""
    doc = parsed.doc
    found = []
    for start, end in ranges:
        first, last = start, end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if last > first:
            tail = doc[last - 1]
            found.append(Span(parsed.offset + doc[first].idx, parsed.offset + tail.idx + len(tail.text)))
    return found


def trimmed(text: str, span: Span, inside: Sequence[bool] | bytearray) -> Span | None:
    """The span without punctuation at its edges; the marks and stops of a quotation stay."""
    start, end = span
    while start < end and (text[start] in _EDGE or (text[start] in ".)]" and not inside[start])):
        start += 1
    while end > start and (text[end - 1] in _EDGE or (text[end - 1] in ".([!?" and not inside[end - 1])):
        if inside[end - 1] and text[end - 1] in ",;:–—-…":
            break
        if text[end - 1] == "." and _abbreviates(text, start, end):
            break
        end -= 1
    return Span(start, end) if end > start else None


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Whether the stop at the end belongs to an abbreviation: "U.S."."""
    return end - start >= 4 and text[end - 3] == "." and text[end - 2].isalpha()


def finished(document: str, text: str, draft: Draft, quoted: bytearray) -> Statement | None:
    """The draft as a statement, or `None` if no word is left in its content."""
    cut = [span if draft.manner == "turn" else trimmed(text, span, quoted) for span in draft.content]
    content = _outside(_closed_up(text, in_order(span for span in cut if span)), draft.cue)
    content = tuple(span for span in content if any(map(str.isalnum, span.of(text))))
    content = tuple(span for span in content if span.of(text).lower() not in _ASKING) or content
    if not content:
        return None
    if len(content) == 1 and content[0].of(text).lower() in _BARE:
        draft.score = min(draft.score, 0.4)
    cue, source = in_order(draft.cue), in_order(draft.source)
    return Statement(
        id=content_id("statement", document, content, cue),
        document=document,
        content=content,
        cue=cue,
        source=source,
        manner=draft.manner or manner_of(text, content, quoted),
        stance=_stance(text, draft, cue, content[-1].of(text)),
        score=round(draft.score, 3),
    )


_CALLING = re.compile(r"\b(?:for|on|upon)\b")


_COURTESY = re.compile(
    r"(?:\A|(?<=[.?!])\s+|\n\s*)(?:thank you|thanks|please)\b[^.?!\n]{0,60}[.!]?\W*\Z", re.IGNORECASE
)
"""Thanks at the end of a question, or alone."""
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
ASKING_PART = 0.25
"""The share of a turn's sentences that must ask: whoever ends a long answer with a question still answers."""


def _stance(text: str, draft: Draft, cue: Spans, last: str) -> Stance:
    """What the cue does, or the last words where it only says them: who calls somebody something asserts it."""
    if draft.lemma == "call" and cue and not _CALLING.search(text, cue[0].start, cue[-1].end + len(" upon ")):
        return "asserts"
    told = stance_of(draft.lemma, draft.negated)
    if told != "asserts":
        return told
    words = _COURTESY.sub("", last).rstrip(" \n”’\"'»)")
    if words.endswith("?"):
        sentences = _SENTENCES.split(words)
        asked = sum(sentence.endswith("?") for sentence in sentences)
        return "asks" if asked >= ASKING_PART * len(sentences) else told
    return told if words or "thank" not in last.lower() else "thanks"


def _closed_up(text: str, content: Spans) -> Spans:
    """Neighbouring spans as one where no word stands between them."""
    joined: list[Span] = []
    for span in content:
        if (
            joined
            and span.start - joined[-1].end < 4
            and not any(map(str.isalnum, text[joined[-1].end : span.start]))
            and "\n" not in text[joined[-1].end : span.start]
        ):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def manner_of(text: str, content: Spans, quoted: bytearray) -> Manner:
    """Direct where every word stands in quotation marks, indirect where none does, else mixed."""
    inside = outside = False
    for span in content:
        for at in range(span.start, span.end):
            if text[at].isalnum():
                if quoted[at]:
                    inside = True
                else:
                    outside = True
        if inside and outside:
            return "mixed"
    return "direct" if inside else "indirect"


def _outside(content: Spans, cue: Iterable[Span]) -> Spans:
    """The content without its own cue words."""
    pieces = list(content)
    for mark in cue:
        cut: list[Span] = []
        for piece in pieces:
            if piece.overlaps(mark):
                cut.extend(
                    part for part in (Span(piece.start, mark.start), Span(mark.end, piece.end)) if part.end > part.start
                )
            else:
                cut.append(piece)
        pieces = cut
    return tuple(pieces)
