"""Whether quoted words are somebody's speech, or a term or the title of something that the sentence runs on over."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.annotating.gaps import Found
from onrecord.annotating.quotations import Quotation
from onrecord.model.spans import Span

_MARKS = "“”\"'’`‘.,!?"
_SMALL = re.compile(r"(?:an?|the|of|and|or|in|on|at|to|for|with|from|by|as|is|vs?)\b")
"""Words that a title leaves small."""


def is_speech(text: str, quotation: Quotation, own: Found | None) -> bool:
    """Whether quoted words that no attribution has are speech: those of a sentence, or a few with their speaker."""
    if not quotation.scare:
        return not (is_title(text, quotation) and runs_on(text, quotation, own))
    spoken = own is not None and own.certain and _ends_as_speech(text, quotation)
    return spoken and not _names(text, quotation) and not runs_on(text, quotation, own)


def runs_on(text: str, quotation: Quotation, own: Found | None) -> bool:
    """Whether a sentence leads into quoted words by no mark or verb of saying: "the host of “Morning Call,” said"."""
    before = text[max(0, quotation.start - 80) : quotation.start].rstrip(" ")
    if not before or not (before[-1].isalnum() or before[-1] in "’'"):
        return False
    return own is None or not own.certain or own.cue[0].start > quotation.start


def signed(text: str, quotation: Quotation) -> tuple[Span, Span] | None:
    """The dash and the name below or behind a quotation that nobody is said to have spoken: “We sail.” — Ada Menk."""
    found = _SIGNED.match(text, quotation.end) if quotation.closed else None
    return (Span(*found.span("dash")), Span(*found.span("name"))) if found is not None else None


_SIGNED = re.compile(
    r"\s*(?P<dash>[-–—―]{1,2})\s*(?P<name>[A-Z][\w.’'-]*(?: (?:of|the|de|van|von|al|[A-Z][\w.’'-]*))*?"
    r"(?:,[^\n.!?;:“”\"]{1,60})?)\.?[ \t]*(?=\n(?!\s*[-–—―])|\Z)"
)
"""No list goes on below, whose items a dash leads too."""


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether all words but small ones are capitals: “The Late Show With Ann Lee”, “Morning Call”."""
    words = [word for word in text[quotation.start : quotation.end].strip(_MARKS).split() if word[:1].isalpha()]
    large = [word for word in words if word[:1].isupper()]
    return len(large) >= 2 and all(word[:1].isupper() or _SMALL.fullmatch(word.strip(_MARKS)) for word in words)


def is_part(quotation: Quotation, spans: Sequence[Span]) -> bool:
    """Whether quoted words stand inside a source or cue, given in order: "the host of “Morning Call” said"."""
    at = bisect_right(spans, Span(quotation.start, quotation.end))
    return any(s.start <= quotation.start and quotation.end <= s.end for s in spans[max(0, at - 3) : at + 1])


def _names(text: str, quotation: Quotation) -> bool:
    """Whether the longer words of a few quoted ones are all capitals: “Good Morning Lund,”."""
    words = [word for word in text[quotation.start : quotation.end].strip(_MARKS).split() if len(word) > 3]
    return len(words) >= 2 and all(word[:1].isupper() for word in words)


def _ends_as_speech(text: str, quotation: Quotation) -> bool:
    """Whether a short quotation has the comma or stop of speech before its closing mark: “No,” she said."""
    inner = text[max(quotation.start, quotation.end - 4) : quotation.end].rstrip("”“\"'’")
    return inner.endswith((",", ".", "?", "!", "—", "–"))
