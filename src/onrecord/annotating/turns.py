"""Turns of a transcript as statements: what one speaker says until the next label."""

from onrecord.annotating.drafts import Draft
from onrecord.language.parsing import Analysis
from onrecord.model.spans import Span


def find_turns(analysis: Analysis) -> list[Draft]:
    """One draft a turn; paragraphs of one turn are its spans, and what has another label or none begins a new one."""
    document = analysis.document
    text = document.text
    made: list[Draft] = []
    label: str | None = None
    previous: int | None = None
    for index, block in enumerate(document.blocks):
        if block.kind != "turn":
            previous = previous if block.kind == "furniture" else None
            continue
        opens = text[text.rfind("\n", 0, block.start) + 1 : block.start].strip() != ""
        goes_on = previous is not None and not opens and block.label == label
        if not text[block.start : block.end].strip():
            previous, label = index, block.label
            continue
        words = Span(block.start, block.start + len(text[block.start : block.end].rstrip()))
        if goes_on and made:
            made[-1].content.append(words)
        else:
            made.append(Draft(index, [words], manner="turn"))
        label, previous = block.label, index
    return made
