"""People whom a title or a heading names in full, where the text below calls them by their surname alone."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.language.gazetteers import is_honorific, is_organisation_word, is_role_head
from onrecord.language.parsing import ParsedBlock
from onrecord.language.persons import is_full, parts
from onrecord.language.runs import Candidate, Word
from onrecord.language.typed import Typed, placed
from onrecord.model.documents import Document

MOST_WORDS = 4
"""Of a name in a heading: more are a heading in capitals."""


def named_above(
    headings: Iterable[tuple[ParsedBlock, list[Word]]], typed: Sequence[Typed], called: Iterable[str]
) -> Iterator[tuple[Candidate, ParsedBlock]]:
    """The full names of headings whose surname is among those `called` (folded) in the running text or in labels."""
    short = frozenset(called)
    if not short:
        return
    for parsed, found in headings:
        for candidate in placed((), [name for name in typed if name.kind == "person"], found, parsed.index):
            words = candidate.words
            name = " ".join(words)
            known = 2 <= len(words) <= MOST_WORDS and not name.isupper() and is_full(name) and parts(name)[-1] in short
            if known and not any(is_organisation_word(w) or is_role_head(w) or is_honorific(w) for w in words[:-1]):
                yield candidate, parsed


def surnames_called(document: Document, seen: Iterable[Candidate]) -> Iterator[str]:
    """The surnames, folded, that stand alone: in running text as one word, and last in the labels of turns."""
    for candidate in seen:
        if len(candidate.words) == 1:
            yield parts(candidate.words[0])[-1]
    for label in {block.label for block in document.blocks if block.kind == "turn" and block.label}:
        bare = label.partition("(")[0].strip(" :.")
        if bare:
            yield parts(bare.rsplit(maxsplit=1)[-1])[-1]
