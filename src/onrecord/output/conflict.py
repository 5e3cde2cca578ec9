"""One finding as a person judges it: the words of both sides, what clashes in them, what was checked, and why."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from onrecord.model.findings import Checks, Finding, Question, Review
from onrecord.model.spans import Span
from onrecord.output.context import Passage, in_quotes, shown
from onrecord.output.listing import width_of
from onrecord.output.painting import Paint, Style, harmless, plain
from onrecord.output.sources import Sources, file_name, short
from onrecord.output.summary import wrapped
from onrecord.output.words import Words, sides
from onrecord.record import Record

SIDE_BY_SIDE = 100
"""Columns from which two sides stand beside each other; narrower, they are stacked."""

KINDS = {
    "contradiction": "Contradiction",
    "shift": "Shift of position",
    "agreement": "Agreement",
    "quote_variance": "Same words, reported differently",
    "figure_mismatch": "Figures that do not agree",
    "progress": "Progress on a promise",
    "overdue": "Promise overdue",
}

VERDICTS = {"accept": "accepted", "reject": "rejected", "unsure": "marked unsure", "edit": "edited"}


def conflict(
    record: Record, sources: Sources, finding: Finding, *, width: int, paint: Paint = plain, by_whom: str = ""
) -> Iterator[str]:
    """The lines that show one finding."""
    same = ", same speaker" if finding.same_speaker and finding.kind in {"contradiction", "shift"} else ""
    title = f"{KINDS[finding.kind]}{same}, score {finding.score:.2f}"
    yield f"{paint(title, 'heading')}  {paint(short(finding.id), 'faint')}{by_whom}"
    question = record.items("question", [finding.question]) if finding.question else []
    for found in question:
        if isinstance(found, Question):
            yield from wrapped(harmless(found.text), width, "  ")
    words = sides(record, sources, finding)
    beside = width >= SIDE_BY_SIDE and len(words) == 2
    blocks = [_side(sources, one, finding.clash, (width - 7) // 2 if beside else width - 2, paint) for one in words]
    yield ""
    yield from (_beside(blocks, (width - 7) // 2) if beside else _stacked(blocks))
    yield from wrapped(f"Why: {harmless(finding.reason)}", width, "  ")
    checked = f"Checked: {_checks(finding)}. " if finding.checks != Checks() else ""
    yield from wrapped(f"{checked}Found by {finding.method} ({finding.version}).", width, "  ")


def judged(review: Review | None) -> str:
    """What a person said of it, in a few words."""
    return f"  {VERDICTS[review.verdict]} by {review.by}" if review and review.verdict in VERDICTS else ""


def _side(sources: Sources, words: Words, clash: Sequence[str], width: int, paint: Paint) -> list[str]:
    document = sources.document(words.document)
    party = f" ({words.party})" if words.party and words.party not in words.speaker else ""
    where = f"{document.outlet}, {file_name(document)}" if document.outlet else file_name(document)
    how = " (as reported)" if words.reported else ""
    return [
        *wrapped(harmless(words.speaker + party), width, ""),
        *wrapped(harmless(f"{words.dated}{how}; {where}"), width, ""),
        *shown(passage_with_clash(words.text, clash), width=width, paint=paint),
        paint(short(words.item), "faint"),
        "",
    ]


def passage_with_clash(text: str, clash: Sequence[str]) -> Passage:
    """Quoted words with those that clash marked, wherever they stand as whole words."""
    quoted = in_quotes(" ".join(text.split()))
    wanted = "|".join(re.escape(words) for words in sorted(set(clash), key=len, reverse=True) if words.strip())
    pieces: list[tuple[str, Style | None]] = []
    at = 0
    for found in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", quoted, re.IGNORECASE) if wanted else ():
        pieces += [(quoted[at : found.start()], None), (found[0], "clash")]
        at = found.end()
    pieces.append((quoted[at:], None))
    return Passage(Span(0, len(quoted)), tuple(piece for piece in pieces if piece[0]), False, False)


def _stacked(blocks: Sequence[Sequence[str]]) -> Iterator[str]:
    for block in blocks:
        for line in block:
            yield f"  {line}".rstrip()


def _beside(blocks: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    left, right = blocks
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"  {one}{' ' * max(0, column - width_of(one))}   {other}".rstrip()


def _checks(finding: Finding) -> str:
    says = {"agree": "agrees", "differ": "differs", "unknown": "unknown"}
    return ", ".join(f"{name} {says[check]}" for name, check in msgspec.structs.asdict(finding.checks).items())
