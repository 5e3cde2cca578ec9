"""Words attributed to somebody: quoted, reported, thought, planned, or spoken in a turn.

Content spans include quotation marks and the "that" of a reported clause, as the PolNeAR corpus has it;
commas and stops at their edges stay out unless they stand inside the marks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from onrecord.annotating.attribution import AttributionSpans, attributions_in
from onrecord.annotating.candidates import (
    LEAST_LIKELY_INSIDE,
    Candidate,
    is_only_asked,
    of_attributions,
    of_frames,
    of_inner_marks,
)
from onrecord.annotating.drafts import Draft, finished
from onrecord.annotating.gaps import Found, Gap, Gaps, cue_beside
from onrecord.annotating.nesting import going_on, names_nobody
from onrecord.annotating.quotations import Quotation, find_quotations
from onrecord.annotating.quotedwords import is_part, is_speech, signed
from onrecord.annotating.turns import find_turns
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.items import Entity, Statement
from onrecord.model.spans import Span

VERSION = "statements/13"

_TERMS_ALONE = re.compile(
    r"(?:(?:was|were|is|are) )?not authori[sz]ed\b|"
    r"(?:asked|declined|requested|refused|wanted) (?:not )?to be (?:named|identified)",
    re.IGNORECASE,
)
"""Cues that tell on which terms somebody spoke, and report nothing."""

_NOBODYS = re.compile(
    r"(?:that )?(?:(?:he|she|they|(?:his|her|their) names?) )?(?:not (?:to )?be|to not be|to remain) "
    r"(?:named|identified|quoted by name|anonymous)\b|(?:on |to )?the following \w+(?: \w+)?:",
    re.IGNORECASE,
)
"""What looks like words of somebody and is none: on which terms a source spoke, that a list comes."""

LONGEST_REPAIR = 120
"""Characters of a quotation that an attribution may have missed at its end."""


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
    found = attributions_in(analysis.encoded)
    attributed = [*of_attributions(analysis, entities, found, quoted)]
    told, lost = _told(text, attributed), _lost(text, found, attributed)
    pieces = sorted(piece for quotation in quotations for piece in quotation.pieces)
    inner = [c for parsed in analysis.blocks for c in of_inner_marks(parsed, pieces)]
    frames = (c for parsed in analysis.blocks for c in of_frames(parsed, quoted, told, lost))
    candidates = [*attributed, *inner, *_besides(_apart(frames, attributed), inner)]
    direct = _direct(analysis, text, quotations, candidates)
    stated = [
        c
        for c in candidates
        if not c.cue or (parsed := analysis.block_at(c.place)) is None or not is_only_asked(parsed, c.cue)
    ]
    reported = _reported(text, stated, direct, [turn.content for turn in turns])
    for draft in reported:
        if draft.manner is None:
            draft.content = [_over_quotations(span, pieces) for span in draft.content]
        elif draft.manner == "indirect":
            draft.content[-1:] = [_going_on(text, span, draft.cue, pieces) for span in draft.content[-1:]]
    drafts = [*turns, *direct, *reported]
    made = [statement for draft in drafts if (statement := finished(analysis.document.id, text, draft, quoted))]
    return _nested(_distinct(made))


def _apart(frames: Iterable[Candidate], attributed: Sequence[Candidate]) -> Iterator[Candidate]:
    """The frames that do not take an attribution's own cue for words said: "He believes, Lee said, that it will"."""
    cues = sorted(span for candidate in attributed if not candidate.inside for span in candidate.cue)
    for frame in frames:
        at = bisect_right(cues, Span(frame.content[-1].end, 0)) - 1
        if frame.inside or at < 0 or not any(cues[at].overlaps(span) for span in frame.content):
            yield frame


def _besides(frames: Iterable[Candidate], inner: Sequence[Candidate]) -> Iterator[Candidate]:
    """The frames that do not report again what stands in inner marks."""
    spoken = sorted(span for candidate in inner for span in candidate.content)
    for frame in frames:
        at = bisect_right(spoken, Span(frame.content[-1].end, 0)) - 1
        within = at >= 0 and spoken[at].start < frame.content[-1].end and frame.content[0].start < spoken[at].end
        if not within or spoken[at].start <= frame.place < spoken[at].end:
            yield frame


def _lost(text: str, found: Sequence[AttributionSpans], kept: Sequence[Candidate]) -> bytearray:
    """Words that the encoder gave to a cue of another sentence: who said them is to be found anew."""
    lost = bytearray(len(text) + 1)
    for spans in (one.content for one in found):
        for span in spans:
            lost[span.start : span.end] = b"\1" * (span.end - span.start)
    for candidate in kept:
        for span in candidate.content:
            lost[span.start : span.end] = bytes(span.end - span.start)
    return lost


def _told(text: str, candidates: Sequence[Candidate]) -> bytearray:
    """Where somebody's words are reported: the contents of attributions that name a source outside quotation marks."""
    told = bytearray(len(text) + 1)
    for candidate in candidates:
        if candidate.cue and not candidate.inside and not candidate.own:
            for span in candidate.content:
                told[span.start : span.end] = b"\1" * (span.end - span.start)
    return told


def _whole(parsed: Iterable[ParsedBlock]) -> Iterable[ParsedBlock]:
    """Each block once, also where the parser took it in several pieces."""
    seen: set[int] = set()
    for piece in parsed:
        if piece.index not in seen:
            seen.add(piece.index)
            yield piece


def _direct(
    analysis: Analysis, text: str, quotations: Sequence[Quotation], candidates: Sequence[Candidate]
) -> list[Draft]:
    """A statement for every quotation of a sentence or more, joined with those it goes on from."""
    ordered = sorted(
        (c for c in candidates if not c.inside and not c.nested), key=lambda c: min(span.start for span in c.content)
    )
    starts = [min(span.start for span in c.content) for c in ordered]
    made: list[Draft] = []
    by_cue: dict[tuple[Span, ...], Draft] = {}
    last: tuple[Quotation, Draft] | None = None
    gaps = Gap.of_document(analysis, quotations)
    beside = sorted(span for c in candidates for span in (*c.source, *c.cue))
    for quotation in (part for whole in quotations for part in _parted(gaps, whole, text)):
        best = max(
            _near(ordered, starts, quotation),
            key=lambda c: (_shared(c.content, quotation.pieces), -c.place),
            default=None,
        )
        own = cue_beside(gaps, quotation, text)
        if best is not None and best.cue and own is not None and _is_nearer(text, own, best, quotation):
            best.content = _without_quotation(best.content, quotation)
            best = next((c for c in _around(ordered, starts, quotation) if _shared(c.cue, own.cue)), None)
        speech = is_speech(text, quotation, own) and not is_part(quotation, beside)
        if best is None and not speech:
            continue
        if quotation.scare and best is not None and not _is_whole(best, quotation) and (best.cue or not speech):
            continue
        if best is not None and best.cue:
            known = by_cue.get(tuple(best.cue))
            if known is not None:
                known.content = _with_quotation(known.content, quotation)
                last = quotation, known
                continue
            draft = best.draft(_with_quotation(best.content, quotation))
            by_cue[tuple(best.cue)] = draft
            made.append(draft)
        elif own is not None and tuple(own.cue) not in by_cue:
            draft = Draft(own.block, quotation.pieces, cue=own.cue, source=own.source, lemma=own.lemma, score=0.9)
            by_cue[tuple(own.cue)] = draft
            made.append(draft)
        elif own is None and not quotation.scare and (signature := signed(text, quotation)) is not None:
            dash, name = signature
            draft = Draft(quotation.blocks[0], quotation.pieces, cue=[dash], source=[name], score=0.9)
            made.append(draft)
        elif last is not None and _goes_on(text, analysis, last[0], quotation):
            draft = last[1]
            draft.content.extend(quotation.pieces)
        else:
            draft = Draft(quotation.blocks[0], quotation.pieces, source=best.source if best else (), score=0.4)
            made.append(draft)
        last = quotation, draft
    return made


def _parted(gaps: Gaps, quotation: Quotation, text: str) -> list[Quotation]:
    """A quotation over paragraphs cut where both parts have a cue of their own: "Lee said: “… / “…,” Lee added"."""
    for at in range(1, len(quotation.pieces)):
        first, rest = quotation.parted(text, at)
        cues = [cue_beside(gaps, part, text) for part in (first, rest)]
        if all(cue is not None and cue.certain for cue in cues):
            return [first, *_parted(gaps, rest, text)]
    return [quotation]


def _is_nearer(text: str, own: Found, best: Candidate, quotation: Quotation) -> bool:
    """Whether the cue right beside a quotation leaves no doubt, and the attribution's is another sentence's."""
    if not own.certain or not own.source or _shared(own.cue, best.cue):
        return False
    low, high = min(best.cue[0].start, quotation.start), max(best.cue[-1].end, quotation.end)
    between = text[best.cue[-1].end : quotation.start] if low < quotation.start else text[quotation.end : high]
    return "\n" in between or _SENTENCE_END.search(between) is not None


_SENTENCE_END = re.compile(r"(?<=\w\w)(?<!\b[A-Z]\w)(?<!\b[A-Z]\w\w)[.?!][”\"’']*\s")


def _is_whole(candidate: Candidate, quotation: Quotation) -> bool:
    """Whether hardly more than the quotation is the candidate's content."""
    size = sum(span.end - span.start for span in candidate.content)
    return size <= 1.5 * sum(piece.end - piece.start for piece in quotation.pieces)


def _near(ordered: Sequence[Candidate], starts: Sequence[int], quotation: Quotation) -> list[Candidate]:
    """Candidates whose content overlaps the quotation."""
    near = _around(ordered, starts, quotation)
    return [candidate for candidate in near if _shared(candidate.content, quotation.pieces)]


def _around(ordered: Sequence[Candidate], starts: Sequence[int], quotation: Quotation) -> Sequence[Candidate]:
    """Candidates whose content may be near the quotation; the bound keeps a page of marks linear."""
    at = bisect_right(starts, quotation.end) - 1
    return ordered[max(0, at - 59) : at + 9]


def _shared(one: Iterable[Span], other: Sequence[Span]) -> int:
    """How many characters two contents have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _with_quotation(content: Sequence[Span], quotation: Quotation) -> list[Span]:
    """Content with the whole quotation in it."""
    return [*_cut(content, quotation), *quotation.pieces]


def _without_quotation(content: Sequence[Span], quotation: Quotation) -> list[Span]:
    """Content without the quotation, unless that is all there is."""
    return _cut(content, quotation) or list(content)


def _cut(content: Sequence[Span], quotation: Quotation) -> list[Span]:
    """What of a content stands outside the quotation."""
    outside = []
    for span in content:
        parts = [span]
        for piece in quotation.pieces:
            parts = [
                part
                for whole in parts
                for part in (
                    (Span(whole.start, min(whole.end, piece.start)), Span(max(whole.start, piece.end), whole.end))
                    if whole.overlaps(piece)
                    else (whole,)
                )
                if part.start < part.end
            ]
        outside += parts
    return outside


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
    text: str, candidates: Sequence[Candidate], direct: Sequence[Draft], spoken: Sequence[Sequence[Span]]
) -> list[Draft]:
    """Candidates that are statements by themselves; in a turn, only what its speaker reports of others."""
    taken = {span for draft in direct for span in draft.cue}
    turns = {span.start: span.end for spans in spoken for span in spans}
    turn_starts = sorted(turns)
    said = sorted(span for draft in direct for span in draft.content if draft.cue)
    starts = [span.start for span in said]
    found = []
    for candidate in candidates:
        if not candidate.cue or any(span in taken for span in candidate.cue):
            continue
        at = bisect_right(turn_starts, candidate.place) - 1
        spoken_there = at >= 0 and candidate.place < turns[turn_starts[at]]
        in_words = candidate.inside or spoken_there
        if in_words and not candidate.nested and (candidate.own or candidate.likelihood < LEAST_LIKELY_INSIDE):
            continue
        if not candidate.inside and not candidate.nested and _mostly_said(candidate, said, starts):
            continue
        said_by = candidate.source[0].of(text) if candidate.source else ""
        if _TERMS_ALONE.match(text, candidate.cue[0].start):
            continue
        if not _NOBODYS.match(text, candidate.content[0].start) and not names_nobody(said_by):
            found.append(candidate)
    return [candidate.draft() for candidate in _distinct_cues(found)]


def _mostly_said(candidate: Candidate, said: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether most of its words belong to a quotation that has a cue of its own."""
    size = sum(span.end - span.start for span in candidate.content)
    shared = 0
    for span in candidate.content:
        at = bisect_right(starts, span.end) - 1
        while at >= 0 and said[at].end > span.start:
            shared += _shared((span,), (said[at],))
            at -= 1
    return shared * 2 > size


def _distinct_cues(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that share a cue's first word the one named first."""
    chosen: dict[int, Candidate] = {}
    for candidate in candidates:
        chosen.setdefault(candidate.cue[0].start, candidate)
    return list(chosen.values())


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


def _going_on(text: str, span: Span, cue: Sequence[Span], pieces: Sequence[Span]) -> Span:
    """What is reported after its cue inside quoted words, with what is joined to it in the same quotation."""
    at = bisect_right(pieces, Span(span.end, span.end)) - 1
    if at < 0 or not pieces[at].start < span.end < pieces[at].end or not cue or cue[0].start > span.start:
        return span
    return going_on(text, span, pieces[at].end)


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
