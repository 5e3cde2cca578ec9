"""The times of a document with its quotations: what was said on another day counts from that day."""

from bisect import bisect_left

from onrecord.language.anchors import anchor_of
from onrecord.language.parsing import Analysis
from onrecord.language.times import TimeMention, find_times, times_of
from onrecord.model.items import Statement
from onrecord.model.spans import Span


def spoken_times(analysis: Analysis, statements: tuple[Statement, ...]) -> list[TimeMention]:
    """The times of a document; those inside a quotation that was uttered on another day count from that day."""
    document = analysis.document
    published = document.published.first_day if document.published is not None else None
    found: list[TimeMention] = []
    spoken: list[Span] = []
    for statement in statements:
        day = statement.uttered.first_day if statement.uttered is not None else None
        if statement.manner == "indirect" or day is None or day == published:
            continue
        anchor = anchor_of(document, statement.uttered)
        for span in statement.content:
            found.extend(find_times(span.of(document.text), anchor, offset=span.start, every=True))
            spoken.append(span)
    spoken.sort()
    starts = [span.start for span in spoken]
    for mention in times_of(document):
        at = bisect_left(starts, mention.span.end)
        if not any(span.overlaps(mention.span) for span in spoken[max(0, at - 2) : at]):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.span)
