"""Cards of the review queue: an item or finding with its words in their place, and what people said of it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model.documents import Document
from onrecord.model.findings import Finding, Question, Review
from onrecord.model.items import Claim, Commitment, Figure, Relation, Statement
from onrecord.model.spans import Spans
from onrecord.output.conflict import KINDS
from onrecord.output.wording import amount, count, holder, speaker, when
from onrecord.output.words import Quotable, sentence_around
from onrecord.record import Item, queueing
from onrecord.record.queueing import Next
from onrecord.web.layers import Piece
from onrecord.web.quoting import Opposed, Quote, opposed, quote_of
from onrecord.web.shelf import Shelf

AROUND = 500
"""Characters of a paragraph shown around an item's words."""

VERDICTS = (("accept", "Accept", "a"), ("reject", "Reject", "r"), ("unsure", "Unsure", "u"))


class Context(NamedTuple):
    """The paragraph of an item with its words marked; offsets are the document's own."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


class Card(NamedTuple):
    """One thing to judge. A finding has its sides, an item its context and facts."""

    id: str
    kind: str
    settles: str
    question: Question | None
    opposed: Opposed | None
    quote: Quote | None
    context: Context | None
    facts: tuple[tuple[str, str], ...]
    mine: Review | None
    others: tuple[Review, ...]

    @property
    def can_edit(self) -> bool:
        """Whether its words can be put right: an item's can, a finding stands on its items'."""
        return self.context is not None


def cards(
    shelf: Shelf, queue: Sequence[Next], said: dict[str, dict[str, Review]], who: str, *, apart: bool
) -> list[Card]:
    """The cards of what comes next; judged apart, they keep what others said to themselves."""
    items = shelf.all(Finding | Statement | Claim | Figure | Commitment | Relation, (one.item for one in queue))  # type: ignore[arg-type]
    findings = {one.finding.id: one for one in opposed(shelf, [item for item in items if isinstance(item, Finding)])}
    shelf.prepare(item for item in items if not isinstance(item, Finding))
    shelf.fetch(one.finding.question for one in findings.values())
    rests = {one.item: one.rests for one in queue}
    rests |= {
        name: shelf.record.look(queueing.alike, name) for name, found in findings.items()
        if not rests.get(name) and found.finding.question
    }  # fmt: skip
    made = []
    for item in items:
        given = said.get(item.id, {})
        others = () if apart else tuple(review for by, review in sorted(given.items()) if by != who)
        made.append(
            _card(shelf, item, found=findings.get(item.id), rests=rests[item.id], mine=given.get(who), others=others)
        )
    return made


def _card(
    shelf: Shelf, item: Item, *, found: Opposed | None, rests: int, mine: Review | None, others: tuple[Review, ...]
) -> Card:
    question = shelf.get(found.finding.question) if found and found.finding.question else None
    quotable = item if isinstance(item, Quotable) else None
    return Card(
        id=item.id,
        kind=KINDS[found.finding.kind] if found else item.id.partition("-")[0].capitalize(),
        settles=_settles(found, rests),
        question=question if isinstance(question, Question) else None,
        opposed=found,
        quote=quote_of(shelf, quotable) if quotable else None,
        context=context_of(shelf, quotable) if quotable else None,
        facts=tuple(facts_of(item)),
        mine=mine,
        others=others,
    )


def _settles(found: Opposed | None, rests: int) -> str:
    if found is None:
        return (
            f"{count(rests, 'finding')} {'rests' if rests == 1 else 'rest'} on it"
            if rests
            else "No finding rests on it"
        )
    if found.finding.question is None or rests > 1:
        return f"One of {count(rests, 'finding')} on its question" if rests > 1 else "Stands alone"
    return "The only finding on its question: your verdict settles it"


def words_spans(item: Quotable) -> Spans:
    """The ranges that an item's words stand on."""
    return item.content if isinstance(item, Statement) else item.spans


def context_of(shelf: Shelf, item: Quotable) -> Context | None:
    """The paragraph around an item's words."""
    return around(shelf.document(item.document), words_spans(item))


def around(document: Document, spans: Spans) -> Context | None:
    """The paragraph around some words, as far as it is not too long."""
    if not spans:
        return None
    block = next((block for block in document.blocks if block.start <= spans[0].start < block.end), None)
    low, high = (block.start, block.end) if block else (0, len(document.text))
    sentence = sentence_around(document, spans[0])
    start, end = (
        max(low, sentence.start - AROUND),
        min(max(high, spans[-1].end), max(sentence.end, spans[-1].end) + AROUND),
    )
    text = document.text
    pieces: list[Piece] = []
    at = start
    for span in spans:
        if span.start > at:
            pieces.append(Piece(text[at : span.start], ()))
        pieces.append(Piece(text[max(at, span.start) : span.end], ("here",)))
        at = max(at, span.end)
    pieces.append(Piece(text[at:end], ()))
    return Context(start, end, tuple(pieces))


def facts_of(item: Item) -> Iterable[tuple[str, str]]:
    """What is claimed of an item, to be judged with its words."""
    match item:
        case Statement():
            yield "Speaker", speaker(item.speaker) + (f" ({item.speaker.party})" if item.speaker.party else "")
            yield "Manner", f"{item.manner}, {item.stance}"
            yield "Said", when(item.uttered)
        case Claim():
            yield "Claim", item.text
            yield "Holder", holder(item.holder)
            yield "Says", f"{item.polarity}, {item.modality}"
        case Figure():
            yield "Amount", amount(item)
            yield "Of what", item.measures or "not said"
            yield "Period", when(item.period)
            yield "Holder", holder(item.holder)
        case Commitment():
            yield "Who", ", ".join(item.parties) or "nobody named"
            yield "What", item.action
            yield "Due", when(item.deadline) if item.deadline else "no date"
            yield "Kind", item.kind.replace("_", " ")
