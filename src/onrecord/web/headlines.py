"""What a page calls a document: its title, or else the words that it begins with; a file's name says little."""

from onrecord.model.documents import Document
from onrecord.output.painting import harmless
from onrecord.output.sources import file_name

WORDS = 9
"""Words of a beginning that stand for a title."""

_TELLING = frozenset({"title", "heading", "paragraph", "turn", "list_item"})


def headline(document: Document) -> str:
    """The title, the opening words, or the name of the file where there are none."""
    if document.title:
        return document.title
    blocks = sorted(document.blocks, key=lambda block: block.start)
    first = next((block for block in blocks if block.kind in _TELLING and block.start < block.end), None)
    words = harmless(document.text[first.start : first.end]).split() if first else []
    if not words:
        return file_name(document)
    return f"“{' '.join(words[:WORDS])}{' …' if len(words) > WORDS else ''}”"
