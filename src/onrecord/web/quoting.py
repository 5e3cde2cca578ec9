"""Words on a page: a quotation with its speaker, date and outlet, and the link to it, marked in its source."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlencode

from onrecord.model.findings import Finding, Review
from onrecord.model.items import Statement
from onrecord.model.spans import Spans, in_order
from onrecord.output.conflict import passage_with_clash
from onrecord.output.context import in_quotes
from onrecord.output.painting import harmless
from onrecord.output.sources import file_name
from onrecord.output.words import Quotable, words_of
from onrecord.web.shelf import Shelf


class Quote(NamedTuple):
    """Exact words of one item, as a page shows them.

    `pieces` are text and whether it is marked; `party` is set where the speaker's name does not say it already,
    `party_of` always where it is known.
    """

    item: str
    pieces: tuple[tuple[str, bool], ...]
    speaker: str
    party: str | None
    dated: str
    day: date | None
    where: str
    document: str
    link: str
    reported: bool
    entity: str | None = None
    party_of: str | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.pieces)

    @property
    def citation(self) -> str:
        """The quotation as a person pastes it: words, speaker, date, outlet."""
        how = "as reported, " if self.reported else ""
        return f"{self.text} — {how}{self.speaker}, {self.dated}, {self.where}"


class Opposed(NamedTuple):
    """A finding with the words of its sides, oldest first, and what a person said of it."""

    finding: Finding
    sides: tuple[Quote, ...]
    review: Review | None = None


def at(spans: Spans) -> str:
    """Ranges as they stand in a link: "120-188,200-220"."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def link_to(document: str, spans: Spans) -> str:
    """The lasting link to words, marked in their source: with `at` without JavaScript, the fragment to scroll to."""
    if not spans:
        return f"/documents/{document}"
    first = spans[0]
    return f"/documents/{document}?at={at(spans)}#{first.start}-{first.end}"


def link(path: str, **parameters: object) -> str:
    """A link within the application; what is absent is left out."""
    given = {name: value for name, value in parameters.items() if value not in (None, "", False)}
    return quote(path) + (f"?{urlencode(given)}" if given else "")


def quote_of(shelf: Shelf, item: Quotable, clash: Sequence[str] = ()) -> Quote:
    """An item's words, as a person put them right if one did, those that clash marked."""
    words = words_of(shelf, shelf.sources, item)
    document = shelf.document(item.document)
    edited = shelf.edited(item)
    spans = edited or (item.content if isinstance(item, Statement) else item.spans)
    written = " … ".join(span.of(document.text) for span in edited) if edited else words.text
    text = " ".join(harmless(written).split())
    pieces = passage_with_clash(text, clash).pieces if clash else ((in_quotes(text), None),)
    name = file_name(document)
    return Quote(
        item=item.id,
        pieces=tuple((piece, style is not None) for piece, style in pieces),
        speaker=words.speaker,
        party=words.party if words.party and words.party not in words.speaker else None,
        dated=words.dated,
        day=words.said.first_day if words.said else None,
        where=document.outlet or name,
        document=document.id,
        link=link_to(document.id, in_order(spans)),
        reported=words.reported,
        entity=_entity(shelf, item),
        party_of=words.party,
    )


def opposed(shelf: Shelf, found: Iterable[Finding], verdicts: dict[str, Review] | None = None) -> list[Opposed]:
    """Findings with their sides' words, fetched together."""
    findings = list(found)
    shelf.prepare(findings)
    made = []
    for finding in findings:
        items = [item for item in shelf.all(object, finding.items) if isinstance(item, Quotable)]
        own = {name: (words,) for name, words in zip(finding.items, finding.clash, strict=False)}
        apart = len(finding.clash) == len(finding.items)
        quotes = [quote_of(shelf, item, own[item.id] if apart else finding.clash) for item in items]
        quotes.sort(key=lambda side: (side.day or date.max, side.item))
        made.append(Opposed(finding, tuple(quotes), (verdicts or {}).get(finding.id)))
    return made


def _entity(shelf: Shelf, item: Quotable) -> str | None:
    statement = item if isinstance(item, Statement) else shelf.get(item.statement) if item.statement else None
    return statement.speaker.entity if isinstance(statement, Statement) else None
