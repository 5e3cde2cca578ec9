"""Words attributed to somebody: quoted, reported, thought, planned, or spoken in a turn.

Content spans include quotation marks and the "that" of a reported clause, as the PolNeAR corpus has it;
commas and stops at their edges stay out unless they stand inside the marks.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.annotating.cues import LEAST_LIKELY, LEAST_LIKELY_QUOTED, likelihood, speaks
from onrecord.annotating.drafts import Draft, finished, spans_of
from onrecord.annotating.frames import Frame, find_frames
from onrecord.annotating.gaps import Gap, cue_beside
from onrecord.annotating.quotations import Quotation, find_quotations
from onrecord.annotating.turns import find_turns
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.items import Entity, Statement
from onrecord.model.spans import Span

VERSION = "statements/2"

LEAST_LIKELY_INSIDE = 0.6
"""Inside somebody's words a frame must be this likely: what a speaker reports of another, not of herself."""

LONGEST_REPAIR = 120
"""Characters of a quotation that a frame may have missed at its end."""

_FIRST_PERSON = frozenset(("k=pron-i", "k=pron-we", "k=pron-you", "k=pron-it", "k=none"))


def find_statements(analysis: Analysis, entities: Sequence[Entity]) -> tuple[Statement, ...]:
    """Every statement of a document in text order, without its speaker.

    A statement within another one's content names it in `nested_in`.
    """
    text = analysis.document.text
    plain = [parsed for parsed in analysis.blocks if parsed.block.kind not in {"title", "heading"}]
    quotations = find_quotations(text, [(p.index, p.block) for p in _whole(plain)])
    quoted = bytearray(len(text) + 1)
    for quotation in quotations:
        for piece in quotation.pieces:
            quoted[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    turns = find_turns(analysis)
    framed = [candidate for parsed in analysis.blocks for candidate in _candidates(parsed, text, quoted)]
    spoken = [turn.content for turn in turns]
    direct = _direct(analysis, text, quotations, framed, quoted)
    pieces = sorted(piece for quotation in quotations for piece in quotation.pieces)
    reported = _reported(framed, direct, quoted, spoken)
    for draft in reported:
        draft.content = [_over_quotations(span, pieces) for span in draft.content]
    drafts = [*turns, *direct, *reported]
    made = [statement for draft in drafts if (statement := finished(analysis.document.id, text, draft, quoted))]
    return _nested(_distinct(made))


class _Candidate:
    """A frame with its spans and its likelihood."""

    __slots__ = ("content", "cue", "frame", "inside", "likelihood", "parsed", "source")

    def __init__(self, parsed: ParsedBlock, frame: Frame, quoted: bytearray) -> None:
        self.parsed = parsed
        self.frame = frame
        self.content = spans_of(parsed, frame.content)
        self.cue = spans_of(parsed, frame.cue)
        self.source = spans_of(parsed, (frame.source,)) if frame.source else []
        if frame.relative is not None:
            self.source += spans_of(parsed, ((frame.relative, frame.relative + 1),))
        self.source = _clear_of(self.source, (*self.cue, *self.content))
        self.inside = bool(self.cue and quoted[self.cue[0].start])
        further = []
        if not self.inside and any(quoted.find(1, span.start, span.end) >= 0 for span in self.content):
            further += ["qcontent", f"qcontent|{frame.shape}"]
        self.likelihood = likelihood(frame, tuple(further))

    def draft(self, content: Iterable[Span] | None = None) -> Draft:
        """The candidate as a statement in the making."""
        return Draft(
            self.parsed.index,
            self.content if content is None else content,
            cue=self.cue,
            source=self.source,
            lemma=self.frame.lemma,
            negated="neg" in self.frame.features,
            manner="indirect" if self.inside else None,
            score=self.likelihood,
        )


def _clear_of(source: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The source up to where cue or content begins inside it."""
    kept = []
    for span in source:
        end = min((other.start for other in others if span.start < other.start < span.end), default=span.end)
        if not any(other.start <= span.start < other.end for other in others):
            kept.append(Span(span.start, end))
    return kept


def _whole(parsed: Iterable[ParsedBlock]) -> Iterable[ParsedBlock]:
    """Each block once, also where the parser took it in several pieces."""
    seen: set[int] = set()
    for piece in parsed:
        if piece.index not in seen:
            seen.add(piece.index)
            yield piece


def _candidates(parsed: ParsedBlock, text: str, quoted: bytearray) -> Iterable[_Candidate]:
    for frame in find_frames(parsed.doc):
        candidate = _Candidate(parsed, frame, quoted)
        if candidate.content and candidate.cue and candidate.likelihood >= LEAST_LIKELY_QUOTED / 2:
            yield candidate


def _direct(
    analysis: Analysis, text: str, quotations: Sequence[Quotation], framed: Sequence[_Candidate], quoted: bytearray
) -> list[Draft]:
    """A statement for every quotation of a sentence or more, joined with those it goes on from."""
    ordered = sorted((c for c in framed if not c.inside), key=lambda c: min(span.start for span in c.content))
    starts = [min(span.start for span in c.content) for c in ordered]
    made: list[Draft] = []
    by_cue: dict[tuple[Span, ...], Draft] = {}
    last: tuple[Quotation, Draft] | None = None
    gaps = Gap.of_document(analysis, quotations)
    for quotation in quotations:
        own = cue_beside(gaps, quotation, text)
        if quotation.scare and not (own is not None and own.certain and _ends_as_speech(text, quotation)):
            continue
        near = _near(ordered, starts, quotation)
        best = max(
            near, key=lambda c: (c.likelihood + (0.5 if speaks(c.frame.lemma) else 0), -c.cue[0].start), default=None
        )
        if own is not None and own.certain and not (best and any(a.overlaps(b) for a in best.cue for b in own.cue)):
            best = None
        if best is not None and best.likelihood >= LEAST_LIKELY_QUOTED and _covers(best, quotation):
            known = by_cue.get(tuple(best.cue))
            if known is not None:
                known.content.extend(quotation.pieces)
                last = quotation, known
                continue
            draft = best.draft(_with_quotation(best.content, quotation))
            by_cue[tuple(best.cue)] = draft
            made.append(draft)
        elif own is not None and tuple(own.cue) not in by_cue:
            draft = Draft(own.block, quotation.pieces, cue=own.cue, source=own.source, lemma=own.lemma, score=0.9)
            by_cue[tuple(own.cue)] = draft
            made.append(draft)
        elif last is not None and _goes_on(text, analysis, last[0], quotation):
            draft = last[1]
            draft.content.extend(quotation.pieces)
        else:
            draft = Draft(quotation.blocks[0], quotation.pieces, score=0.4)
            made.append(draft)
        last = quotation, draft
    return made


def _ends_as_speech(text: str, quotation: Quotation) -> bool:
    """Whether a short quotation has the comma or stop of speech before its closing mark: “No,” she said."""
    inner = text[max(quotation.start, quotation.end - 4) : quotation.end].rstrip("”\"'’")
    return inner.endswith((",", ".", "?", "!", "—", "–"))


def _near(ordered: Sequence[_Candidate], starts: Sequence[int], quotation: Quotation) -> list[_Candidate]:
    """Candidates whose content overlaps the quotation; the bound keeps a page of marks linear."""
    found = []
    at = bisect_right(starts, quotation.end) - 1
    looked = 0
    while at >= 0 and looked < 60:
        candidate = ordered[at]
        if any(span.overlaps(piece) for span in candidate.content for piece in quotation.pieces):
            found.append(candidate)
        at -= 1
        looked += 1
    return found


def _covers(candidate: _Candidate, quotation: Quotation) -> bool:
    return any(span.overlaps(piece) for span in candidate.content for piece in quotation.pieces)


def _with_quotation(content: Sequence[Span], quotation: Quotation) -> list[Span]:
    """Content that ends with the quotation where it began inside it, and keeps what stands outside."""
    first = quotation.pieces[0].start
    kept = [span for span in content if span.end <= first]
    partly = [Span(span.start, first) for span in content if span.start < first < span.end]
    return [*kept, *partly, *quotation.pieces]


def _goes_on(text: str, analysis: Analysis, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation without a cue goes on from the one before: in its paragraph, or as the whole next one."""
    last, first = before.blocks[-1], quotation.blocks[0]
    if last == first:
        return True
    block = analysis.document.blocks[first]
    following = [p.index for p in analysis.blocks if p.index > last][:1]
    bare = not text[block.start : quotation.start].strip() and not text[quotation.end : block.end].strip(" .\n")
    return bare and following == [first]


def _reported(
    framed: Sequence[_Candidate], direct: Sequence[Draft], quoted: bytearray, spoken: Sequence[Sequence[Span]]
) -> list[Draft]:
    """Frames that are statements by themselves; of two that share their words the likelier stays."""
    taken = {span for draft in direct for span in draft.cue}
    turn_starts = sorted(span.start for spans in spoken for span in spans)
    turn_ends = {span.start: span.end for spans in spoken for span in spans}
    kept: list[_Candidate] = []
    for candidate in framed:
        if any(span in taken for span in candidate.cue):
            continue
        at = bisect_right(turn_starts, candidate.cue[0].start) - 1
        in_turn = at >= 0 and candidate.cue[0].start < turn_ends[turn_starts[at]]
        if candidate.inside or in_turn:
            own = _FIRST_PERSON.intersection(candidate.frame.features)
            if own or candidate.likelihood < LEAST_LIKELY_INSIDE:
                continue
        elif candidate.likelihood < LEAST_LIKELY:
            continue
        kept.append(candidate)
    return [candidate.draft() for candidate in _without_rivals(kept, direct)]


def _without_rivals(kept: Sequence[_Candidate], direct: Sequence[Draft]) -> list[_Candidate]:
    """Of frames over mostly the same words the likelier; none over the words of a quotation that has its cue."""
    said = sorted(span for draft in direct for span in draft.content if draft.cue)
    starts = [span.start for span in said]
    chosen: list[_Candidate] = []
    owners: dict[tuple[int, int], _Candidate] = {}
    for candidate in sorted(kept, key=lambda c: (-c.likelihood, c.cue[0].start)):
        size = sum(span.end - span.start for span in candidate.content)
        shared = 0
        for span in candidate.content:
            at = bisect_right(starts, span.end) - 1
            while at >= 0 and said[at].end > span.start:
                shared += max(0, min(span.end, said[at].end) - max(span.start, said[at].start))
                at -= 1
        if shared * 2 > size and not candidate.inside:
            continue
        keys = [(0, candidate.content[-1].end), (1, candidate.cue[0].start)]
        rival = next((owners[key] for key in keys if key in owners), None)
        same_cue = owners.get(keys[1])
        if same_cue is not None and _shared(same_cue, candidate):
            continue
        if rival is not None and 2 * _shared(rival, candidate) > max(size, sum(b - a for a, b in rival.content)):
            continue
        for key in keys:
            owners.setdefault(key, candidate)
        chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.cue[0].start)


def _shared(one: _Candidate, other: _Candidate) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)


def _over_quotations(span: Span, pieces: Sequence[Span]) -> Span:
    """The span with its ends moved out over a quotation that it cuts through."""
    start, end = span
    at = bisect_right(pieces, Span(end, end)) - 1
    if at >= 0 and pieces[at].start < end < pieces[at].end and pieces[at].end - end <= LONGEST_REPAIR:
        end = pieces[at].end
    at = bisect_right(pieces, Span(start, start)) - 1
    if at >= 0 and pieces[at].start < start < pieces[at].end and start - pieces[at].start <= 3:
        start = pieces[at].start
    return Span(start, end)


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """One statement for one content: the one with a cue, then the likelier."""
    best: dict[object, Statement] = {}
    for statement in statements:
        other = best.get(statement.content)
        if other is None or (bool(statement.cue), statement.score) > (bool(other.cue), other.score):
            best[statement.content] = statement
    found = sorted(best.values(), key=lambda s: (s.content[0].start, -s.content[-1].end, s.id))
    ids: dict[str, Statement] = {}
    for statement in found:
        ids.setdefault(statement.id, statement)
    return list(ids.values())


def _nested(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each statement with the innermost one whose content holds its content and cue."""
    done: list[Statement] = []
    open_: list[Statement] = []
    for statement in statements:
        first = min(span.start for span in (*statement.content, *statement.cue))
        last = max(span.end for span in (*statement.content, *statement.cue))
        open_ = [other for other in open_ if other.content[-1].end > first]
        holder = next(
            (other for other in reversed(open_) if any(s.start <= first and last <= s.end for s in other.content)), None
        )
        placed = replace(statement, nested_in=holder.id) if holder else statement
        done.append(placed)
        open_.append(placed)
    return tuple(done)
