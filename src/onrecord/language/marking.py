"""Named entities on the parse's tokens, as `Doc.ents`: names by the encoder, times and quantities by our grammars.

The labels are those of OntoNotes, which the rules of the layers read on tokens.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.language.gazetteers import is_creed
from onrecord.language.numbers import Quantity, find_quantities
from onrecord.language.places import is_demonym
from onrecord.language.times import Anchor, TimeMention, find_times
from onrecord.language.typed_names import TypedName
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = {
    "person": "PERSON", "organisation": "ORG", "place": "GPE", "event": "EVENT", "substance": "PRODUCT",
    "other": "WORK_OF_ART",
}  # fmt: skip

_QUANTITIES = {"money": "MONEY", "percent": "PERCENT", "measure": "QUANTITY"}
_NO_ANCHOR = Anchor(None)


def mark(doc: "Doc", offset: int, names: Sequence[TypedName]) -> None:
    """Set the entities of a block that starts at `offset`. `names` are the document's, in text order."""
    from spacy.tokens import Span as SpacySpan

    text = doc.text
    starts = [token.idx for token in doc]
    taken = bytearray(len(starts) + 1)
    found = []
    for span, label in (*_names_within(names, offset, offset + len(text)), *_measured(text)):
        first, last = max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)
        if first < last and taken.find(1, first, last) < 0:
            taken[first:last] = b"\1" * (last - first)
            found.append(SpacySpan(doc, first, last, label=label))
    for token in doc:
        word = token.text
        if not taken[token.i] and word[:1].isupper() and (is_demonym(word) or is_creed(word)):
            found.append(SpacySpan(doc, token.i, token.i + 1, label="NORP"))
    doc.set_ents(found)


def _names_within(names: Sequence[TypedName], start: int, end: int) -> Iterator[tuple[Span, str]]:
    at = bisect_left(names, start, key=lambda name: name.span.start)
    while at < len(names) and names[at].span.end <= end:
        span, kind, _ = names[at]
        yield Span(span.start - start, span.end - start), LABELS[kind]
        at += 1


def _measured(text: str) -> Iterator[tuple[Span, str]]:
    """Times, then quantities, with their labels."""
    times = find_times(text, _NO_ANCHOR, every=True)
    for mention in times:
        yield mention.core, _label_of_time(mention)
    for quantity in find_quantities(text, times=times):
        yield _words_of(quantity), _QUANTITIES.get(quantity.sort, "CARDINAL")


def _label_of_time(mention: TimeMention) -> str:
    return "TIME" if "T" in mention.value else "DATE"


def _words_of(quantity: Quantity) -> Span:
    """The number, with its unit where that is no counted noun."""
    unit = quantity.unit_span if quantity.sort in _QUANTITIES else None
    if unit is None:
        return quantity.number
    return Span(min(unit.start, quantity.number.start), max(unit.end, quantity.number.end))
