"""Which statement's words a character belongs to."""

from bisect import bisect_right
from heapq import heappop, heappush

from onrecord.model.items import Statement


class Covering:
    """Which statement's words a character belongs to: the innermost, found by bisection."""

    def __init__(self, statements: tuple[Statement, ...], *, cues: bool = False) -> None:
        spans = sorted(
            (span.start, span.end, at)
            for at, statement in enumerate(statements)
            for span in (statement.cue if cues else statement.content)
        )
        edges = sorted({edge for start, end, _ in spans for edge in (start, end)})
        self._edges: list[int] = []
        self._owners: list[Statement | None] = []
        open_spans: list[tuple[int, int, int]] = []
        following = 0
        for edge in edges:
            while following < len(spans) and spans[following][0] <= edge:
                start, end, at = spans[following]
                heappush(open_spans, (end - start, end, at))
                following += 1
            while open_spans and open_spans[0][1] <= edge:
                heappop(open_spans)
            self._edges.append(edge)
            self._owners.append(statements[open_spans[0][2]] if open_spans else None)

    def at(self, offset: int) -> Statement | None:
        """The innermost statement that covers this character."""
        index = bisect_right(self._edges, offset) - 1
        return self._owners[index] if index >= 0 else None
