"""The cue beside a quotation, found in the words between quotations where the parser loses its way."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.cues import speaks
from onrecord.annotating.drafts import spans_of
from onrecord.annotating.quotations import Quotation
from onrecord.annotating.subjects import doer_of, source_range
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.runs import end_of
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

LONGEST_GAP = 45
"""Tokens looked at on either side of a quotation."""

_STOPS = frozenset((".", "!", "?", ";"))
_COMMAS = frozenset((",", "–", "—", "--", "-"))


class Found(msgspec.Struct, frozen=True):
    """A cue with its source. `certain` says that the pattern leaves no doubt: “…,” said X."""

    block: int
    cue: list[Span]
    source: list[Span]
    lemma: str
    certain: bool


class Gap:
    """A block's tokens with those in quotation marks told apart."""

    __slots__ = ("end", "leads", "parsed", "quoted", "starts")

    def __init__(self, parsed: ParsedBlock, pieces: Sequence[Span]) -> None:
        self.parsed = parsed
        self.end = end_of(parsed)
        self.leads = _leads(parsed)
        self.starts = parsed.starts
        self.quoted = bytearray(len(self.starts))
        low = bisect_left(pieces, parsed.offset, key=lambda piece: piece.end)
        for piece in pieces[low : bisect_left(pieces, self.end, key=lambda piece: piece.start)]:
            first, last = bisect_left(self.starts, piece.start), bisect_left(self.starts, piece.end)
            self.quoted[first:last] = b"\1" * (last - first)

    @staticmethod
    def of_document(analysis: Analysis, quotations: Sequence[Quotation]) -> "Gaps":
        """The gaps of every block that holds a quotation or leads up to one with a colon."""
        pieces: dict[int, list[Span]] = {}
        for quotation in quotations:
            for index, piece in zip(quotation.blocks, quotation.pieces, strict=True):
                pieces.setdefault(index, []).append(piece)
        gaps: Gaps = {}
        for parsed in analysis.blocks:
            if parsed.index in pieces or _leads(parsed):
                gaps.setdefault(parsed.index, []).append(Gap(parsed, pieces.get(parsed.index, ())))
        return gaps


Gaps = dict[int, list[Gap]]
"""The gaps of each block."""


def cue_beside(gaps: Gaps, quotation: Quotation, text: str) -> Found | None:
    """The verb of saying after the quotation, or before it, with whoever stands beside it."""
    after = _after(_gap_at(gaps.get(quotation.blocks[-1], ()), quotation.end - 1), quotation, text)
    if after is not None and after.certain:
        return after
    opening = _gap_at(gaps.get(quotation.blocks[0], ()), quotation.start)
    before = _before(opening, bisect_left(opening.starts, quotation.start)) if opening is not None else None
    if (
        before is None
        and after is None
        and opening is not None
        and not text[opening.parsed.offset : quotation.start].strip()
    ):
        leading = [gap for gap in gaps.get(quotation.blocks[0] - 1, ()) if gap.leads]
        if leading:
            before = _before(leading[-1], _last_word(leading[-1]))
    return before if before is not None and (before.certain or after is None) else after


def _leads(parsed: ParsedBlock) -> bool:
    """Whether a block ends in a colon, leading up to the next one."""
    tail = [token for token in parsed.doc[-3:] if not token.is_space]
    return any(token.text == ":" for token in tail[-2:])


def _last_word(gap: Gap) -> int:
    last = len(gap.parsed.doc)
    while last > 0 and gap.parsed.doc[last - 1].is_space:
        last -= 1
    return last


def _gap_at(gaps: Sequence[Gap], place: int) -> Gap | None:
    at = bisect_right(gaps, place, key=lambda gap: gap.parsed.offset) - 1
    return gaps[at] if at >= 0 and place < gaps[at].end else None


def _after(gap: Gap | None, quotation: Quotation, text: str) -> Found | None:
    if gap is None:
        return None
    doc = gap.parsed.doc
    first = bisect_left(gap.starts, quotation.end)
    ends_sentence = text[quotation.start : quotation.end].rstrip("”\"'’")[-1:] in {".", "…"} or not quotation.closed
    last = first
    while last < len(doc) and last - first < LONGEST_GAP and not gap.quoted[last] and doc[last].text not in _STOPS:
        if doc[last].is_space and "\n" in doc[last].text:
            break
        last += 1
    if (
        ends_sentence
        and first < len(doc)
        and doc[first].text[:1].isupper()
        and doc[first].is_sent_start
        and not _says_next(gap, first, last)
    ):
        return None
    for at in range(first, last):
        token = doc[at]
        if token.pos_ in {"VERB", "AUX"} and speaks(token.lemma_.lower()):
            source = _source_of(gap, token, first, last)
            near = at - first <= 12
            return Found(
                gap.parsed.index,
                spans_of(gap.parsed, [(at, at + 1)]),
                source,
                token.lemma_.lower(),
                bool(source) and near,
            )
        if token.lower_ == "according" and at + 1 < last and doc[at + 1].lower_ == "to":
            source = spans_of(gap.parsed, [(at + 2, _phrase_end(gap, at + 2, last))])
            return Found(gap.parsed.index, spans_of(gap.parsed, [(at, at + 2)]), source, "according", True)
    return None


def _says_next(gap: Gap, first: int, last: int) -> bool:
    """Whether a gap that could begin a sentence of its own holds only who said it, as in "Lee said"."""
    doc = gap.parsed.doc
    for at in range(first, min(last, first + 12)):
        if doc[at].pos_ == "VERB" and speaks(doc[at].lemma_.lower()):
            return (
                at + 1 >= len(doc)
                or doc[at + 1].text in {".", ",", "in", "on", "at", "during", "after"}
                or doc[at + 1].ent_type_ in {"DATE", "TIME"}
            )
    return False


def _before(gap: Gap, last: int) -> Found | None:
    doc = gap.parsed.doc
    first = last
    while first > 0 and last - first < LONGEST_GAP and not gap.quoted[first - 1] and doc[first - 1].text not in _STOPS:
        first -= 1
    if first == last:
        return None
    lead = doc[last - 1].text
    colon = lead == ":"
    certain = colon or lead in _COMMAS or lead in {"that", "with", "as", "said", "saying"}
    for at in range(last - 1, first - 1, -1):
        token = doc[at]
        if token.pos_ in {"VERB", "AUX"} and speaks(token.lemma_.lower()):
            source = _source_of(gap, token, first, last)
            close = last - at <= 14
            return Found(
                gap.parsed.index, spans_of(gap.parsed, [(at, at + 1)]), source, token.lemma_.lower(), certain and close
            )
        if token.lower_ == "according" and at + 1 < last and doc[at + 1].lower_ == "to":
            source = spans_of(gap.parsed, [(at + 2, _phrase_end(gap, at + 2, last))])
            return Found(gap.parsed.index, spans_of(gap.parsed, [(at, at + 2)]), source, "according", True)
    if colon:
        end = last - 1
        root = next(
            (doc[i] for i in range(first, end) if doc[i].pos_ in {"VERB", "AUX"} and doc[i].dep_ == "ROOT"), None
        )
        if root is not None:
            source = _source_of(gap, root, first, end)
            return Found(
                gap.parsed.index, spans_of(gap.parsed, [(root.i, root.i + 1)]), source, root.lemma_.lower(), False
            )
        if end - first <= 8:
            return Found(
                gap.parsed.index, spans_of(gap.parsed, [(end, last)]), spans_of(gap.parsed, [(first, end)]), "say", True
            )
    return None


def _source_of(gap: Gap, verb: "Token", first: int, last: int) -> list[Span]:
    """Who speaks: the verb's subject in the gap, else the name phrase that follows or leads."""
    subject = doer_of(verb)
    if subject is not None and first <= subject.i < last and not gap.quoted[subject.i]:
        a, b = source_range(subject)
        return spans_of(gap.parsed, [(max(a, first), min(b, last))])
    doc = gap.parsed.doc
    follower = verb.i + 1
    if follower < last and (doc[follower].pos_ in {"PROPN", "PRON", "DET"} or doc[follower].ent_type_ == "PERSON"):
        return spans_of(gap.parsed, [(follower, _phrase_end(gap, follower, last))])
    lead = verb.i - 1
    while lead >= first and doc[lead].pos_ in {"ADV", "AUX", "PART"}:
        lead -= 1
    if lead >= first and doc[lead].pos_ in {"PROPN", "PRON", "NOUN"}:
        start = lead
        while (
            start > first
            and doc[start - 1].pos_ in {"PROPN", "NOUN", "DET", "ADJ", "PART"}
            and not gap.quoted[start - 1]
        ):
            start -= 1
        return spans_of(gap.parsed, [(start, lead + 1)])
    if subject is not None and not gap.quoted[subject.i] and abs(subject.i - verb.i) < LONGEST_GAP:
        a, b = source_range(subject)
        return spans_of(gap.parsed, [(a, b)])
    return []


def _phrase_end(gap: Gap, first: int, last: int) -> int:
    """Where a noun phrase that begins here ends, its "of …" and "for …" included."""
    doc = gap.parsed.doc
    at = first
    while at < last and (
        doc[at].pos_ in {"PROPN", "NOUN", "DET", "ADJ", "NUM", "PRON", "PART"} or doc[at].lower_ in {"of", "for"}
    ):
        at += 1
    return max(at, min(first + 1, last))
