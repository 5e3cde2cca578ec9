"""What may be an attribution, from either of two finders: the encoder, or a frame of the parse.

The encoder reads most of them and knows no nesting; frames find what a speaker reports of another inside quoted words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.annotating.attribution import AttributionSpans
from onrecord.annotating.cues import knows, likelihood, speaks
from onrecord.annotating.cuesubjects import source_by_grammar
from onrecord.annotating.drafts import Draft, spans_of
from onrecord.annotating.frames import Frame
from onrecord.annotating.framing import find_frames
from onrecord.annotating.holding import TELLING
from onrecord.annotating.nesting import inner_quotations, is_said, reports
from onrecord.annotating.sources import head_of
from onrecord.language.gazetteers import is_honorific, is_role_head
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.items import Entity, Manner
from onrecord.model.spans import Span

LEAST_LIKELY_INSIDE = 0.6
"""Inside somebody's words a candidate must be this likely: the encoder learned from reports, not from talk."""

LEAST_LIKELY_ALONE = 0.7
"""From this likelihood on a verb of saying counts by itself, where the encoder took its sentence for another one's."""

_HERE = frozenset({"i", "we", "you", "it"})
"""Sources that name nobody but who speaks there, whom he speaks to, or nothing."""
_PRONOUNS = _HERE | {"he", "she", "they", "who"}
"""Sources that may go on from the paragraph before."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_OWN = frozenset({*(f"k=pron-{word}" for word in _HERE), "k=none"})


class Candidate:
    """Spans of a possible attribution, the word that attributes, and how likely it is one.

    `inside` says that its cue stands in quotation marks, `nested` that grammar tells it is a report within a report,
    `own` that its source is whoever speaks there.
    """

    __slots__ = (
        "block", "content", "cue", "inside", "lemma", "likelihood", "manner", "negated", "nested", "own", "source",
    )  # fmt: skip

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
        nested: bool = False,
        manner: Manner | None = None,
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
        self.nested = nested
        self.manner = manner or ("indirect" if inside else None)

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
            manner=self.manner,
            score=self.likelihood,
        )


def of_attributions(
    analysis: Analysis, entities: Sequence[Entity], found: Sequence[AttributionSpans], quoted: bytearray
) -> Iterator[Candidate]:
    """What the encoder found, names kept whole, with the attributing word read off the parse."""
    names = sorted((mention.start, mention.end) for entity in entities for mention in entity.mentions)
    text = analysis.document.text
    for one in found:
        place = (one.cue or one.content)[0].start
        parsed = analysis.block_at(place)
        if parsed is None:
            continue
        source = [_in_sentence(parsed, _without_joint(text, _over_name(span, names)), place) for span in one.source]
        cue = [part for span in one.cue if (part := _without_marks(text, _after(span, source)))]
        lemma, negated = _attributing_word(parsed, cue)
        if lemma in TELLING and _PASSIVE.search(" ".join(span.of(text) for span in cue)):
            source = [span for span in source if span.start > cue[0].start]  # "parents were told": by whom is not said
        if lemma in TELLING and source and cue and _is_told(text, source, cue, one.content):
            source = []
        if lemma == "hear" and source and cue and head_of(source[0].of(text)) in _HEARING:
            source = []  # "the jury heard that …": from whom is not said
        content = _without_hearer(parsed, one.content, cue, lemma)
        content = _behind_relative(text, source, cue, content)
        source = source_by_grammar(parsed, source, cue, content)
        told = bool(cue) and bool(source) and source[0].of(text).lower() not in _PRONOUNS
        content, apart = _near_cue(analysis, content, cue, quoted) if told else (content, [])
        if apart:
            yield Candidate(
                parsed.index, apart, [], [], lemma="say", negated=False, inside=False, own=True, likelihood=one.score
            )
        yield Candidate(
            parsed.index,
            [_within_sentence(parsed, span, cue, quoted) for span in _beside_cue(parsed, content, cue, quoted)],
            cue,
            source,
            lemma=lemma,
            negated=negated,
            inside=bool(cue and quoted[place]),
            own=not source or source[0].of(text).lower() in _HERE,
            likelihood=one.score,
        )


_CALLED = re.compile(r"(?P<called>(?:[A-Z][\w.’'-]*\s?){1,4}),\s(?=[a-z])")


def _in_sentence(parsed: ParsedBlock, span: Span, cue: int) -> Span:
    """A source without the sentences before its cue's, and without whoever is called by name or office before it.

    "Ann Lee, the Courier. Minister, doctors told us": the doctors did.
    """
    if parsed.block.kind != "turn" or span.end > cue:
        return span
    text, start = parsed.text, span.start - parsed.offset
    stop = max((m.end() for m in _STOP.finditer(text, start, span.end - parsed.offset)), default=start)
    called = _CALLED.match(text, stop, span.end - parsed.offset)
    office = called is not None and is_role_head(called["called"].split()[-1])
    if called is not None and (office or is_honorific(called["called"].split()[0])):
        stop = called.end()
    return Span(parsed.offset + stop, span.end) if stop < span.end - parsed.offset else span


_STOP = re.compile(r"(?<=[a-z]{3})[.?!]\s+(?=[A-Z])")


def is_only_asked(parsed: ParsedBlock, cue: Sequence[Span]) -> bool:
    """Whether a question asks if anybody says so: "Does the minister admit that …?"."""
    at = bisect_left(parsed.starts, cue[0].start)
    if at >= len(parsed.tokens):
        return False
    verb = parsed.tokens[at]
    while verb.dep_ in {"aux", "auxpass", "advmod", "neg"} and verb.head.i != verb.i:
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or not any(c.dep_ in {"aux", "auxpass"} and c.i < subject.i for c in verb.children):
        return False
    first = verb.left_edge
    while first.i + 1 < len(parsed.tokens) and first.pos_ in {"CCONJ", "PUNCT", "INTJ", "ADV"} and first.tag_ != "WRB":
        first = parsed.tokens[first.i + 1]
    end = verb.sent[-1] if len(verb.sent) else verb
    return first.pos_ == "AUX" and end.text == "?"


def _without_hearer(parsed: ParsedBlock, content: Sequence[Span], cue: Sequence[Span], lemma: str) -> list[Span]:
    """The content without the pronoun for whom it was said to: "promised us delivery by July"."""
    at = bisect_left(parsed.starts, content[0].start) if cue and lemma in _GIVING_WORDS else len(parsed.tokens)
    if at + 1 >= len(parsed.tokens) or not 0 <= content[0].start - cue[-1].end <= 1:
        return list(content)
    hearer, following = parsed.tokens[at], parsed.tokens[at + 1]
    if hearer.lower_ not in _HEARERS or following.lower_ in {"to", "of", "about", "for", "from", "not"}:
        return list(content)
    start = parsed.starts[at + 1]
    return [Span(start, content[0].end), *content[1:]] if start < content[0].end else list(content)


_HEARING = frozenset(
    {"jury", "jurors", "court", "inquiry", "enquiry", "inquest", "tribunal", "panel", "hearing", "trial", "committee",
     "commission", "judge", "judges", "magistrates", "mps", "senators", "councillors"}
)  # fmt: skip
"""Who hears what others say, and is no speaker of it."""


def _is_told(text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a headline ends in who was told: "Builder knew, jury told"."""
    ends = text[cue[-1].end :].partition("\n")[0].strip(" .") == ""
    return ends and content[-1].end <= source[0].start and source[-1].end <= cue[0].start and len(cue) == 1


def _behind_relative(text: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The content without what is told of its source first: "According to an aide, who saw it, the ship sank"."""
    first = content[0]
    leads = bool(source) and bool(cue) and cue[0].start < source[0].start and source[-1].end <= first.start
    if not leads or not _RELATIVE.match(text, first.start) or first.start - source[-1].end > 2:
        return list(content)
    comma = text.find(", ", first.start, first.end)
    return [Span(comma + 2, first.end), *content[1:]] if comma >= 0 else list(content)


_RELATIVE = re.compile(r"(?:who|whose|which)\b")
_PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being)\b", re.IGNORECASE)
_GIVING_WORDS = frozenset({"promise", "tell", "assure", "inform", "warn", "remind", "guarantee", "show", "write"})
_HEARERS = frozenset({"us", "them", "me", "him", "you", "her"})


def _near_cue(
    analysis: Analysis, content: Sequence[Span], cue: Sequence[Span], quoted: bytearray
) -> tuple[list[Span], list[Span]]:
    """The content of a cue, and what is left of it: quotations of other paragraphs, where the cue reports words here.

    "“We waited.” / “Nobody came.” / Lee said that he would leave" reports of Lee only what stands in his paragraph.
    """
    text = analysis.document.text
    floor, ceiling = text.rfind("\n", 0, cue[0].start), text.find("\n", cue[-1].end)
    here = [span for span in content if floor < span.start and (ceiling < 0 or span.start < ceiling)]
    apart = [span for span in content if span not in here]
    reports = any(not quoted[span.start] for span in here) and all(quoted[span.start] for span in apart)
    return (here, apart) if reports and apart else (list(content), [])


def _beside_cue(parsed: ParsedBlock, content: Sequence[Span], cue: Sequence[Span], quoted: bytearray) -> Sequence[Span]:
    """The content without reported words of other sentences, where the cue has content in its own."""
    if not cue or len(content) < 2:
        return content
    sentence = next((s for s in parsed.doc.sents if parsed.offset + s.end_char > cue[0].start), None)
    if sentence is None:
        return content
    here = parsed.span_of(sentence)
    own = any(span.overlaps(here) for span in content)
    return [s for s in content if s.overlaps(here) or quoted.find(1, s.start, s.end) >= 0] if own else content


def _within_sentence(parsed: ParsedBlock, span: Span, cue: Sequence[Span], quoted: bytearray) -> Span:
    """Reported words after their cue up to the end of their sentence, where no quotation runs on."""
    if not cue or cue[0].start > span.start:
        return span
    if quoted.find(1, span.start, span.end) >= 0:
        return _to_last_marks(parsed, span, quoted)
    for sentence in parsed.doc.sents:
        end = parsed.offset + sentence.end_char
        if end >= span.end:
            return span
        if end > span.start + 1 and sentence.text.rstrip()[-1:] in {".", "!", "?"} and end < span.end - 1:
            return Span(span.start, end)
    return span


def _to_last_marks(parsed: ParsedBlock, span: Span, quoted: bytearray) -> Span:
    """Words with a quotation, without the sentence that begins behind it and quotes nothing."""
    end = quoted.rfind(1, span.start, span.end) + 1
    behind = parsed.text[end - parsed.offset : span.end - parsed.offset]
    last = parsed.text[span.start - parsed.offset : end - parsed.offset].rstrip("”\"'’")[-1:]
    return Span(span.start, end) if last in {".", "?", "!"} and behind.lstrip()[:1].isupper() else span


def of_frames(parsed: ParsedBlock, quoted: bytearray, told: bytearray, lost: bytearray) -> Iterator[Candidate]:
    """Frames whose cue stands in quotation marks, in what is `told` of somebody, or in what the encoder `lost`."""
    end = parsed.offset + len(parsed.text)
    if all(places.find(1, parsed.offset, end) < 0 for places in (quoted, told, lost)):
        return
    for frame in find_frames(parsed.doc):
        start = parsed.starts[frame.cue[0][0]]
        if not (quoted[start] or told[start]):
            if lost[start] and frame.shape.startswith("ccomp") and speaks(frame.lemma):
                made = _of_frame(parsed, frame, inside=False)
                if made.likelihood >= LEAST_LIKELY_ALONE and made.content and made.cue and not made.own:
                    yield made
            continue
        made = _of_frame(parsed, frame, inside=bool(quoted[start]))
        if made.inside:
            made.content = [_in_marks(span, quoted) for span in made.content if quoted[span.start]]
        if not made.content or not made.cue or made.own or not is_said(parsed, frame):
            continue
        made.nested = reports(parsed, frame, made.likelihood)
        if made.nested or (made.inside and made.likelihood >= LEAST_LIKELY_INSIDE):
            yield made


def _in_marks(span: Span, quoted: bytearray) -> Span:
    """What is reported inside quoted words, up to where their marks close."""
    end = quoted.find(0, span.start, span.end)
    return Span(span.start, end) if end > span.start else span


def of_inner_marks(parsed: ParsedBlock, pieces: Sequence[Span]) -> Iterator[Candidate]:
    """Speech in single marks inside quoted words."""
    for content, cue, source in inner_quotations(parsed, pieces):
        lemma, negated = _attributing_word(parsed, [cue])
        yield Candidate(
            parsed.index, [content], [cue], source, lemma=lemma, negated=negated, inside=True, own=not source,
            likelihood=0.9, manner="direct",
        )  # fmt: skip


def _of_frame(parsed: ParsedBlock, frame: Frame, *, inside: bool) -> Candidate:
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
        inside=inside,
        own=not _OWN.isdisjoint(frame.features),
        likelihood=likelihood(frame),
    )


def _over_name(span: Span, names: Sequence[tuple[int, int]]) -> Span:
    """The span with a name that it cuts taken in whole."""
    at = bisect_right(names, (span.end, 0)) - 1
    if at >= 0 and span.start <= names[at][0] < span.end < names[at][1]:
        return Span(span.start, names[at][1])
    return span


_JOINTS = re.compile(r"\s+(?:for|of|to|in|on|at|with|by|from|and|that|who|which)$", re.IGNORECASE)


def _without_joint(text: str, span: Span) -> Span:
    """A source without the word that leads on from it: "Lee for"."""
    joint = _JOINTS.search(span.of(text))
    return Span(span.start, span.start + joint.start()) if joint else span


def _after(span: Span, others: Sequence[Span]) -> Span:
    """A cue from where the source that reaches into it ends."""
    start = max((other.end for other in others if other.start <= span.start < other.end), default=span.start)
    return Span(min(start, span.end), span.end)


def _without_marks(text: str, span: Span) -> Span | None:
    """A cue without the blanks around it and the colon or comma that leads over to what is said.

    A mark that is all there is stays: "Lee: We will appeal".
    """
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + (len(words.rstrip(' ,:;–—-“"')) or len(words.rstrip(' ,;“"')))
    return Span(start, end) if start < end else None


def _attributing_word(parsed: ParsedBlock, cue: Sequence[Span]) -> tuple[str, bool]:
    """The lemma of the cue's word that tells a stance, else of its head, and whether it is negated."""
    if not cue:
        return "say", False
    tokens = [
        token
        for span in cue
        for token in parsed.tokens[bisect_left(parsed.starts, span.start) : bisect_left(parsed.starts, span.end)]
    ]
    if not any(token.is_alpha for token in tokens):
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
