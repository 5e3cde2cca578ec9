"""A figure with what its sentence tells of what is counted: what it is set beside another count of its story by."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.comparing.hearsay import is_heard
from onrecord.comparing.measures import Measure, canonical_stem, measure_of_figure
from onrecord.comparing.sides import turns
from onrecord.comparing.traits import names_in
from onrecord.comparing.words import MASS_MARKERS, listed, stem, stems
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Claim, Figure, Holder
from onrecord.model.spans import Span

MOST = 48
"""Figures of one document that are looked at, in text order: what comes later is detail."""

LONGEST = 600
"""Characters on either side of a figure in which its sentence is looked for."""

MOST_TELLING = 7
"""Words that choose what is counted, beyond which a measure is a slip of the parser."""

_KINDS = frozenset({"absolute", "rate", "share"})
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]*\s+|\n+")
_WHOLE = re.compile(r"\b(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?) of (?:the |its |their |our )?\Z", re.IGNORECASE)
"""Before a number that is the whole of another one: "14 of 212", "two of the five"."""
_NUMBER = r"(?:number|figure|count|total|toll|sum|estimate|tally)"
_WAS_WRONG = re.compile(
    rf"\b{_NUMBER}s? (?:was|were|is|are|had been|has been) (?:\w+ )?"
    r"(?:wrong|mistaken|incorrect|inaccurate|in error|too (?:high|low))\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    rf"{_WAS_WRONG.pattern}|\b(?:right|correct|true|actual|proper) {_NUMBER}\b"
    rf"|\b(?:revis|correct|amend)(?:es|e|ed|s|ing) (?:it|that|(?:the|its|his|her|their)(?: \w+){{0,2}} {_NUMBER}) "
    r"(?:\w+ )?(?:from|to)\b|\brevised to\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:(?i:as of|so far|until now|to date|thus far|at present|currently|by now)"
    r"|(?:have|has) (?:now )?(?:been|\w+ed)|stood at"
    r"|[Bb]y [A-Z][a-z]+day (?:morning|noon|afternoon|evening|night))\b"
)
"""What tells that a count stands as it does for now."""
_DECIMALS = re.compile(r"\d+\.\d+")
_OWN_PART = re.compile(r"\([^()]*\)")
"""What a sentence adds to a measure that it takes up."""
_OF_NUMBERS = re.compile(r"\b(?:number|figure|total|toll)s?\b|\bputs?\b", re.IGNORECASE)
_COUNTS = "numbers"
_TIMES = "time"
"""The dimension of lengths of time, which are of too many things to be set beside each other."""
_COSTS = frozenset(map(stem, listed("cost bill price sum amount money fee charge spending expense")))
"""Words for money that do not say what it is for."""
_COLOURS = frozenset(map(stem, MASS_MARKERS))


class Tally(NamedTuple):
    """A figure, and the stems and names of its sentence."""

    figure: Figure
    measure: Measure
    telling: frozenset[str]
    """Stems that choose what is counted."""
    around: frozenset[str]
    """Stems of the sentence, and of the claim that holds the figure."""
    names: frozenset[str]
    """Stems of the names among them."""
    known: frozenset[str]
    """Stems of the names in the whole document."""
    day: date | None
    """The day on which the document was published."""
    corrects: bool = False
    """Whether its sentence, or the one before, owns that a number given before was wrong."""
    runs: bool = False
    """Whether its sentence tells that the count goes on."""
    sentence: int = 0
    """Where its sentence begins."""
    alone: bool = False
    """Whether it is a number without what it counts, which other words name: "I see sixty", "of them two drove"."""

    @property
    def voice(self) -> str:
        """Who gives the figure; the same for one name over documents."""
        holder = self.figure.holder
        return fold(holder.name or holder.party or holder.entity or f"report {self.figure.document}")


def tallies_of(document: Document, figures: Iterable[Figure], claims: Sequence[Claim]) -> tuple[Tally, ...]:
    """The figures of a document that somebody asserts, in text order; `claims` are the document's."""
    known = _stemmed(names_in(document.text))
    found: list[Tally] = []
    for figure in sorted(figures, key=lambda f: (f.spans, f.id)):
        if len(found) == MOST:
            break
        if not _is_counted(figure, document.text):
            continue
        saying = [claim for claim in claims if any(span.contains(figure.spans[0]) for span in claim.spans)]
        if saying and not any(_asserts(claim, document.text) for claim in saying):
            continue
        tally = _tally(document, figure, saying, known)
        if (
            tally.measure.dimension != _TIMES
            and len(tally.telling) <= MOST_TELLING
            and not _is_no_count(tally, document.text)
        ):
            found.append(tally)
    held = {_value(tally) for tally in found if tally.figure.holder != Holder()}
    return tuple(tally for tally in found if tally.figure.holder != Holder() or _value(tally) not in held)


def _value(tally: Tally) -> tuple[object, ...]:
    """What a headline says again of what somebody says below it."""
    return tally.figure.low, tally.figure.high, tally.measure.head


def _is_counted(figure: Figure, text: str) -> bool:
    if figure.kind not in _KINDS or not figure.measures or (figure.low is None and figure.high is None):
        return False
    start = figure.spans[0].start
    asks = _sentence(text, figure.spans[0])[1].rstrip("”\"’') ").endswith("?")
    return not asks and _WHOLE.search(text, max(0, start - 24), start) is None


def _is_no_count(tally: Tally, text: str) -> bool:
    """Whether a number with decimals, alone, would count things: it is a price, or a time of day."""
    words = text[tally.figure.spans[0].start : tally.figure.spans[-1].end]
    return tally.measure.dimension == _COUNTS and _DECIMALS.fullmatch(words) is not None


def _asserts(claim: Claim, text: str) -> bool:
    stated = claim.polarity == "affirmed" and claim.modality in {"asserted", "planned"}
    return stated and not turns(claim) and not is_heard(claim, text)


def _tally(document: Document, figure: Figure, saying: Sequence[Claim], known: frozenset[str]) -> Tally:
    measure = measure_of_figure(figure)
    closest = min(saying, key=lambda claim: (len(claim.text), claim.id), default=None)
    at, sentence = _sentence(document.text, figure.spans[0])
    told = f"{sentence} {closest.text if closest else ''}"
    words = {*measure.rest, *measure.kinds, *([measure.deed] if measure.deed else [])} - _COSTS
    words -= _COLOURS if measure.dimension != _COUNTS else frozenset()
    telling = frozenset(canonical_stem(word) for word in words) - {measure.head, canonical_stem(measure.head)}
    return Tally(
        figure, measure, telling, frozenset(canonical_stem(word) for word in stems(told)) | telling,
        _stemmed(names_in(told)), known, document.published.first_day if document.published is not None else None,
        _corrects(document.text, figure.spans[0]), _RUNNING.search(sentence) is not None, at,
        measure.dimension == _COUNTS and _is_alone(figure, document.text, sentence),
    )  # fmt: skip


def _is_alone(figure: Figure, text: str, sentence: str) -> bool:
    """Whether a number's own words do not tell what it counts, nor a sentence that is about the number itself."""
    counted = set(stems(_OWN_PART.sub("", figure.measures or "")))
    words = text[figure.spans[0].start : figure.spans[-1].end]
    if _OF_NUMBERS.search(sentence):
        return counted.isdisjoint(stems(sentence))
    return counted.isdisjoint(stems(words))


def _corrects(text: str, span: Span) -> bool:
    """Whether a number is told to take another's place: "the right number is nineteen", "that figure was wrong"."""
    start, sentence = _sentence(text, span)
    before = text[max(0, start - LONGEST) : start].rpartition("\n")[2].rstrip()
    last = _SENTENCE.split(before)[-1] if before else ""
    return _CORRECTS.search(sentence) is not None or _WAS_WRONG.search(last) is not None


def _stemmed(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in stems(name))


def _sentence(text: str, span: Span) -> tuple[int, str]:
    """Where the sentence around some words begins, and its text."""
    first = max(0, span.start - LONGEST)
    for mark in _SENTENCE.finditer(text, first, span.start):
        first = mark.end()
    end = _SENTENCE.search(text, span.end, span.end + LONGEST)
    return first, text[first : end.start() if end is not None else span.end + LONGEST]
