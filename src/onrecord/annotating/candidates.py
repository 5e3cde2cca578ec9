"""What may be an attribution, from either of two finders: the encoder, or a frame of the parse.

The encoder reads most of them and knows no nesting; frames find what a speaker reports of another inside quoted words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.annotating.attribution import AttributionSpans
from onrecord.annotating.cues import knows, likelihood
from onrecord.annotating.drafts import Draft, spans_of
from onrecord.annotating.frames import Frame, find_frames
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.spans import Span

LEAST_LIKELY_INSIDE = 0.6
"""Inside somebody's words a frame must be this likely: what a speaker reports of another, not of herself."""

FIRST_PERSON = frozenset({"i", "we", "you", "it"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_OWN = frozenset({*(f"k=pron-{word}" for word in FIRST_PERSON), "k=none"})


class Candidate:
    """Spans of a possible attribution, the word that attributes, and how likely it is one.

    `inside` says that its cue stands in quotation marks, `own` that its source is whoever speaks there.
    """

    __slots__ = ("block", "content", "cue", "inside", "lemma", "likelihood", "negated", "own", "source")

    def __init__(
        self,
        block: int,
        content: list[Span],
        cue: list[Span],
        source: list[Span],
        *,
        lemma: str,
        negated: bool,
        inside: bool,
        own: bool,
        likelihood: float,
    ) -> None:
        self.block = block
        self.content = content
        self.cue = cue
        self.source = source
        self.lemma = lemma
        self.negated = negated
        self.inside = inside
        self.own = own
        self.likelihood = likelihood

    @property
    def place(self) -> int:
        """Where its cue stands, or its content if it has none."""
        return (self.cue or self.content)[0].start

    def draft(self, content: Iterable[Span] | None = None) -> Draft:
        """The candidate as a statement in the making."""
        return Draft(
            self.block,
            self.content if content is None else content,
            cue=self.cue,
            source=self.source,
            lemma=self.lemma,
            negated=self.negated,
            manner="indirect" if self.inside else None,
            score=self.likelihood,
        )


def of_attributions(analysis: Analysis, found: Sequence[AttributionSpans], quoted: bytearray) -> Iterator[Candidate]:
    """What the encoder found, with the attributing word read off the parse."""
    offsets = [parsed.offset for parsed in analysis.blocks]
    text = analysis.document.text
    for one in found:
        place = (one.cue or one.content)[0].start
        parsed = analysis.blocks[max(0, bisect_right(offsets, place) - 1)]
        lemma, negated = _attributing_word(parsed, one.cue)
        yield Candidate(
            parsed.index,
            list(one.content),
            [_without_marks(text, span) for span in one.cue],
            list(one.source),
            lemma=lemma,
            negated=negated,
            inside=bool(one.cue and quoted[place]),
            own=not one.source or one.source[0].of(text).lower() in FIRST_PERSON,
            likelihood=one.score,
        )


def of_frames(parsed: ParsedBlock, quoted: bytearray) -> Iterator[Candidate]:
    """Frames whose cue stands in quotation marks."""
    for frame in find_frames(parsed.doc):
        first = frame.cue[0][0]
        if not quoted[parsed.offset + parsed.doc[first].idx]:
            continue
        made = _of_frame(parsed, frame)
        if made.content and made.cue and made.likelihood >= LEAST_LIKELY_INSIDE and not made.own:
            yield made


def _of_frame(parsed: ParsedBlock, frame: Frame) -> Candidate:
    content, cue = spans_of(parsed, frame.content), spans_of(parsed, frame.cue)
    source = spans_of(parsed, (frame.source,)) if frame.source else []
    if frame.relative is not None:
        source += spans_of(parsed, ((frame.relative, frame.relative + 1),))
    return Candidate(
        parsed.index,
        content,
        cue,
        _clear_of(source, (*cue, *content)),
        lemma=frame.lemma,
        negated="neg" in frame.features,
        inside=True,
        own=not _OWN.isdisjoint(frame.features),
        likelihood=likelihood(frame),
    )


def _without_marks(text: str, span: Span) -> Span:
    """A cue without the colon or comma that leads over to what is said."""
    return Span(span.start, max(span.start + 1, span.start + len(span.of(text).rstrip(' ,:;–—-“"'))))


def _attributing_word(parsed: ParsedBlock, cue: Sequence[Span]) -> tuple[str, bool]:
    """The lemma of the cue's word that tells a stance, else of its head, and whether it is negated."""
    doc = parsed.doc
    if not cue or not len(doc):
        return "say", False
    starts = [token.idx for token in doc]
    tokens = [
        doc[at]
        for span in cue
        for at in range(bisect_left(starts, span.start - parsed.offset), bisect_left(starts, span.end - parsed.offset))
    ]
    if not tokens:
        return "say", False
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head is token]
    ranked = sorted(tokens, key=lambda t: (not knows(t.lemma_.lower()), t not in heads, t.pos_ != "VERB", t.i))
    negated = any(
        token.lower_ in _NEGATIONS or any(child.dep_ == "neg" for child in token.children) for token in tokens
    )
    return ranked[0].lemma_.lower(), negated


def _clear_of(source: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The source up to where cue or content begins inside it."""
    kept = []
    for span in source:
        end = min((other.start for other in others if span.start < other.start < span.end), default=span.end)
        if not any(other.start <= span.start < other.end for other in others):
            kept.append(Span(span.start, end))
    return kept
