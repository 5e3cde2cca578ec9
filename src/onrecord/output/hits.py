"""Search results: the passages found, with the words that were searched for marked."""

from collections.abc import Iterable, Iterator

from onrecord.model.spans import Span
from onrecord.output.context import Passage, shown
from onrecord.output.painting import Paint, Style, harmless, plain
from onrecord.output.sources import Sources, short
from onrecord.output.wording import when
from onrecord.record import Hit


def lines(hits: Iterable[Hit], sources: Sources, *, width: int, paint: Paint = plain) -> Iterator[str]:
    """Each hit: its document, then its snippet."""
    for hit in hits:
        document = sources.document(hit.document)
        title = f", {document.title}" if document.title else ""
        place = f" at {hit.span.start + hit.start:,}" if hit.span else ""
        heading = harmless(f"{sources.name(document.id)}, {when(document.published)}{title}")
        yield f"{paint(heading, 'name')}  {paint(short(document.id) + place, 'faint')}"
        yield from shown(_passage(hit), width=width, indent="    ", paint=paint)
        yield ""


def _passage(hit: Hit) -> Passage:
    pieces: list[tuple[str, Style | None]] = []
    at = 0
    for span in hit.highlights:
        pieces += [(hit.snippet[at : span.start], None), (span.of(hit.snippet), "mark")]
        at = span.end
    pieces.append((hit.snippet[at:], None))
    return Passage(Span(0, len(hit.snippet)), tuple(piece for piece in pieces if piece[0]), False, False)
