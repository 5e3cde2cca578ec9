"""A query's words and phrases, and where they stand in a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from onrecord.model.identity import fold
from onrecord.model.spans import Span


def phrases_of(query: str) -> list[str]:
    """The folded words and "quoted phrases" of a query."""
    parts = re.findall(r"[\"“”]([^\"“”]*)[\"“”]?|([^\s\"“”]+)", query)
    return [phrase for quoted, word in parts if (phrase := fold(quoted or word))]


def highlights_in(words: str, phrases: Sequence[str]) -> list[Span]:
    """Where phrases stand in a text, as ranges in order."""
    tokens = list(_tokens(words))
    found: set[Span] = set()
    for phrase in phrases:
        sought = phrase.split()
        for first in range(len(tokens) - len(sought) + 1):
            run = tokens[first : first + len(sought)]
            if [token for token, _, _ in run] == sought:
                found.add(Span(run[0][1], run[-1][2]))
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _tokens(words: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of a text, each with where it stands; the same words that `fold` gives."""
    token, start, end = "", 0, 0
    for position, character in enumerate(words):
        for part in unicodedata.normalize("NFKD", character):
            if unicodedata.combining(part):
                end = position + 1
            elif part.isalnum():
                if not token:
                    start = position
                token += part.casefold()
                end = position + 1
            elif token:
                yield token, start, end
                token = ""
    if token:
        yield token, start, end
