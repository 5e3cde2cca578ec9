"""Statements within what a speaker is reported to say: words in inner marks, and reports inside a report.

The encoder knows no nesting. What is found here is exact or has a verb of saying with somebody who says it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.annotating.cues import knows, speaks
from onrecord.annotating.drafts import spans_of
from onrecord.annotating.frames import Frame
from onrecord.annotating.sources import is_person_phrase
from onrecord.annotating.subjects import doer_of, source_range
from onrecord.language.descriptions import is_body_noun
from onrecord.language.parsing import ParsedBlock
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_INNER = re.compile(r"(?<![\w’'])[‘'](?=[^\s'])(?P<words>[^“”\"‘\n]{0,600}?[\w,.!?…—–-])['’](?![\w'])")
_INNER_DOUBLE = re.compile(r"[“\"](?=\S)(?P<words>[^“”\"‘\n]{0,600}?[\w,.!?…—–’-])[”\"]")
"""Inner marks where single ones are the outer ones."""
_CLOSED = ",.!?…—–-"
"""What speech ends with before its closing mark; other words in inner marks are terms or titles."""
_LEADING = frozenset({",", ":", "‘", "'", "“", "that"})
REACH = 6
"""Tokens between inner marks and the verb of saying beside them."""
LEAST_LIKELY_WITHIN = 0.2
"""Weights that were fitted without nesting think little of a report within a report; its grammar has to tell."""

_SHAPES = frozenset({"ccomp-after", "p-ccomp-after"})
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_HAPPENS = frozenset({"use", "try", "continue", "go", "keep", "begin", "start", "proceed"})
"""Verbs under which "to say" is something that was said: "used to say"."""

_NOBODY = re.compile(r"(?:no|nobody|none|neither|no-one|nothing|few|hardly anyone)\b", re.IGNORECASE)


def names_nobody(source: str) -> bool:
    """Whether a source says that nobody says so: "no family should have to wonder"."""
    return _NOBODY.match(source.strip()) is not None


def is_said(parsed: ParsedBlock, frame: Frame) -> bool:
    """Whether the frame's verb is no wish, duty, plan or condition: nobody has said what he "should say"."""
    source = parsed.tokens[frame.source[0]].text if frame.source is not None else ""
    if names_nobody(source):
        return False
    modals = {feature for feature in frame.features if feature.startswith("modal=")}
    if modals == {"modal=to"}:
        return parsed.tokens[frame.head].head.lemma_ in _HAPPENS
    return not modals


def reports(parsed: ParsedBlock, frame: Frame, likelihood: float) -> bool:
    """Whether a frame inside reported words is a report of somebody else's: "said the board warned that"."""
    if likelihood < LEAST_LIKELY_WITHIN or frame.shape not in _SHAPES or frame.source_head is None:
        return False
    if not knows(frame.lemma) or "neg" in frame.features:
        return False
    verb = parsed.tokens[frame.head]
    if any(child.dep_ == "mark" and child.lower_ != "that" for child in verb.children):
        return False
    words = parsed.tokens[frame.content[0][0] : frame.content[0][1]]
    if words[0].pos_ in {"VERB", "AUX"} or not any(word.pos_ in {"VERB", "AUX"} for word in words):
        return False
    head = parsed.tokens[frame.source_head]
    if head.pos_ == "PRON":
        return head.lower_ in {"he", "she", "they"} and speaks(frame.lemma) and head.i < frame.head
    return head.ent_type_ in _NAMED or is_person_phrase(head.text) or is_body_noun(head.lemma_.lower())


def going_on(text: str, span: Span, limit: int) -> Span:
    """What somebody is said to have said inside quoted words, with the clauses that are joined to it in its sentence.

    "They say there’s a problem, but they don’t have a solution."
    """
    joined = _JOINED.match(text, span.end, limit)
    if joined is None:
        return span
    stop = _STOP.search(text, joined.end(), limit)
    return Span(span.start, stop.start() if stop is not None else limit)


_JOINED = re.compile(r",?\s(?:and|but|or|so)\s(?!that\b)|,\s(?=(?:I|we|you|it|he|she|they|there)(?:[’']|\s))")
_STOP = re.compile(r"(?<=\w\w)[.!?;]|[—–“”\"]|''")


def inner_quotations(parsed: ParsedBlock, pieces: Sequence[Span]) -> Iterator[tuple[Span, Span, list[Span]]]:
    """Speech in single marks inside quoted words, with the verb of saying beside it and whoever says it.

    `pieces` are the document's quotations, in text order.
    """
    text, end = parsed.text, parsed.offset + len(parsed.text)
    low = bisect_left(pieces, parsed.offset, key=lambda piece: piece.end)
    for piece in pieces[low : bisect_left(pieces, end, key=lambda piece: piece.start)]:
        opening = text[max(0, piece.start - parsed.offset) : piece.start - parsed.offset + 2]
        inner = _INNER_DOUBLE if opening[:1] in {"‘", "'"} and opening != "''" else _INNER
        for found in inner.finditer(text, max(0, piece.start - parsed.offset), piece.end - parsed.offset):
            if found["words"][-1] not in _CLOSED and text[found.end() : found.end() + 1] not in {",", "."}:
                continue
            first = bisect_left(parsed.starts, parsed.offset + found.start())
            last = bisect_left(parsed.starts, parsed.offset + found.end())
            cue = _before(parsed, first) or _behind(parsed, last)
            if cue is not None:
                span = Span(parsed.offset + found.start(), parsed.offset + found.end())
                yield span, parsed.token_span(cue), _source(parsed, cue, first, last)


def _before(parsed: ParsedBlock, first: int) -> "Token | None":
    """The verb of saying that leads up to the mark: "he said, ‘", "she used to tell me: ‘"."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        token = parsed.tokens[at]
        if token.pos_ in {"VERB", "AUX"} and speaks(token.lemma_.lower()):
            return token
        if token.text not in _LEADING and token.pos_ not in {"PRON", "PROPN", "NOUN", "DET", "ADP", "ADV"}:
            return None
        if token.is_sent_start:
            return None
    return None


def _behind(parsed: ParsedBlock, last: int) -> "Token | None":
    """The verb of saying right behind the closing mark: "’ he said"."""
    for token in parsed.tokens[last : last + REACH]:
        if token.pos_ in {"VERB", "AUX"} and speaks(token.lemma_.lower()):
            return token
        if token.text in {".", "!", "?", ";", '"', "”"}:
            return None
    return None


def _source(parsed: ParsedBlock, verb: "Token", first: int, last: int) -> list[Span]:
    """Who says it: the subject of the verb where it stands outside the marks, else the noun before the verb."""
    subject = doer_of(verb)
    if subject is None or first <= subject.i < last:
        lead = verb.i - 1
        while lead > 0 and parsed.tokens[lead].pos_ in {"ADV", "AUX", "PART", "VERB"}:
            lead -= 1
        if lead < 0 or parsed.tokens[lead].pos_ not in {"PRON", "PROPN", "NOUN"}:
            return []
        subject = parsed.tokens[lead]
    return spans_of(parsed, (source_range(subject),))
