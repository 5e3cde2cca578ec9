"""A cue's source by grammar, where the encoder gives one of another sentence or none."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotating.cues import speaks
from onrecord.annotating.drafts import spans_of
from onrecord.annotating.subjects import doer_of, source_range
from onrecord.language.parsing import ParsedBlock
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ENDS = re.compile(r"(?<=[\w”\"’'])(?<!\b[A-Z])(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.?!][”\"’')]*\s")
_JOINED = frozenset({"conj", "advcl"})
"""How a verb hangs on another one whose subject is its own too: "she laughed and said"."""


def source_by_grammar(
    parsed: ParsedBlock, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
) -> list[Span]:
    """The source, or the subject of the cue's verb where another sentence's source was taken for it.

    "She had counted, she said, and insisted that it would come. Her deputy agreed": she insisted. A verb of saying
    without a source has that of the verb it is joined to. "An official who asked not to be named said" is no word of
    the minister named in the sentence before.
    """
    verb = _verb_of(parsed, cue)
    if verb is None:
        return list(source)
    joined = verb.dep_ in _JOINED and all(child.dep_ != "nsubj" for child in verb.children)
    if source:
        behind = _apart(parsed, cue[-1].end, source[0].start)
        before = (joined or _has_teller(verb)) and _apart(parsed, source[-1].end, cue[0].start)
        wanted = behind or before
    else:
        wanted = joined and verb.dep_ == "conj" and verb.tag_ != "VBG" and speaks(verb.lemma_.lower())
    subject = doer_of(verb) if wanted else None
    if subject is None or subject.i >= verb.i or subject.tag_ in {"WDT", "WP", "EX"}:
        return list(source)
    found = spans_of(parsed, (source_range(subject),))
    return list(source) if any(span.overlaps(other) for span in found for other in (*cue, *content)) else found


def _has_teller(verb: "Token") -> bool:
    """Whether a verb of saying has a subject of its own before it that is a noun."""
    said = speaks(verb.lemma_.lower())
    return said and any(c.dep_ == "nsubj" and c.i < verb.i and c.pos_ in {"NOUN", "PROPN"} for c in verb.children)


def _verb_of(parsed: ParsedBlock, cue: Sequence[Span]) -> "Token | None":
    """The verb that heads a cue."""
    if not cue:
        return None
    tokens = parsed.tokens[bisect_left(parsed.starts, cue[0].start) : bisect_left(parsed.starts, cue[-1].end)]
    inside = {token.i for token in tokens}
    verbs = [token for token in tokens if token.pos_ in {"VERB", "AUX"}]
    return next((verb for verb in verbs if verb.head.i not in inside or verb.head is verb), None)


def _apart(parsed: ParsedBlock, start: int, end: int) -> bool:
    """Whether a sentence ends between two places of the block."""
    return start < end and _ENDS.search(parsed.text, max(0, start - parsed.offset - 1), end - parsed.offset) is not None
