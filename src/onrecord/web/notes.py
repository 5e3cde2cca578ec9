"""Notes in the margin of a document: what was found in each stretch, in a few words, with a link to the words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model.items import Annotated, Claim
from onrecord.model.spans import Span, Spans
from onrecord.output.wording import UNKNOWN_SPEAKER, amount, due_by, when
from onrecord.web.layers import Stretch, ranges

MOST = 12
"""Notes beside one stretch; the rest is in the text itself."""


class Note(NamedTuple):
    """A note: its layer, what it says, further words, and the range of its words."""

    layer: str
    title: str
    text: str
    at: str
    item: str
    start: int


def notes(
    annotated: Annotated, questions: dict[str, tuple[str, str]], stretches: Sequence[Stretch]
) -> dict[int, list[Note]]:
    """The notes by the start of the stretch they stand beside; `questions` are the id and words by claim."""
    starts = [stretch.start for stretch in stretches]
    ends = [stretch.end for stretch in stretches]
    beside: dict[int, list[Note]] = {}
    for note in sorted(_all(annotated, questions), key=lambda note: note.start):
        place = bisect_right(starts, note.start) - 1
        if place >= 0 and note.start < ends[place]:
            here = beside.setdefault(starts[place], [])
            alike = any((one.layer, one.title, one.text) == (note.layer, note.title, note.text) for one in here)
            if len(here) < MOST and not alike:
                here.append(note)
    return beside


def _all(annotated: Annotated, questions: dict[str, tuple[str, str]]) -> Iterator[Note]:
    for item in annotated.statements:
        who = item.speaker.name or item.speaker.description or UNKNOWN_SPEAKER
        party = f" ({item.speaker.party})" if item.speaker.party and item.speaker.party not in who else ""
        said = f", {when(item.uttered)}" if item.uttered else ""
        manner = "" if item.manner == "turn" else f", {item.manner}"
        yield _note("statement", who + party, f"{item.stance}{manner}{said}", item.content, item.id)
    for figure in annotated.figures:
        value = amount(figure) or _words(annotated, figure.spans)
        rest = [figure.measures or "", figure.place or "", when(figure.period) if figure.period else ""]
        yield _note("figure", value, ", ".join(filter(None, rest)), figure.spans, figure.id)
    for promise in annotated.commitments:
        who = ", ".join(promise.parties) or "Somebody unnamed"
        due = f". {due_by(promise.deadline)}" if promise.deadline else ""
        yield _note("commitment", who, promise.action + due, promise.spans, promise.id)
    for event in annotated.events:
        spans = next((m.spans for m in event.mentions if m.document == annotated.document.id), ())
        yield _note("event", event.kind, when(event.when) if event.when else "", spans, event.id)
    yield from _questions(annotated.claims, questions)


def _questions(claims: Sequence[Claim], questions: dict[str, tuple[str, str]]) -> Iterator[Note]:
    for claim in claims:
        if claim.id in questions:
            question, text = questions[claim.id]
            yield _note("question", text, "", claim.spans, question)


def _note(layer: str, title: str, text: str, spans: Spans, item: str) -> Note:
    return Note(layer, title, text, ranges(spans), item, spans[0].start if spans else -1)


def _words(annotated: Annotated, spans: Spans) -> str:
    return " … ".join(Span(*span).of(annotated.document.text) for span in spans)
