"""A claim as it is read in its place: who holds it, its clause, and what stands around it."""

from onrecord.comparing.sentences import sentence_at
from onrecord.model.documents import Document
from onrecord.model.items import Claim

MOST_BEFORE = 120
"""Characters of the text before a clause's sentence that are read along: what "it" and "the work" mean."""

MOST_SAID = 0.7
"""A clause with so much of its sentence tells it all."""

JOINT = " | "
"""Between a clause and what stands around it."""


def text_in_place(claim: Claim, document: Document) -> str:
    """The claim's clause after its holder's name, then the end of what stands before its sentence, and the sentence."""
    held = claim.holder.name or claim.holder.party
    told = told_text(claim, document)
    return f"{held}: {told}" if held else told


def told_text(claim: Claim, document: Document) -> str:
    """A clause, the end of what is told before its sentence, and the sentence where that tells more."""
    start, end = sentence_at(document.text, claim.spans[0].start, claim.spans[-1].end)
    around = document.text[max(0, start - MOST_BEFORE) : start]
    if start > MOST_BEFORE:
        around = around.partition(" ")[2]
    if len(claim.text) < MOST_SAID * (end - start):
        around += document.text[start:end]
    return joined(claim.text, around)


def joined(clause: str, around: str) -> str:
    """A clause, and behind it what stands around it."""
    told = " ".join(around.split())
    return " ".join(clause.split()) + (JOINT + told if told else "")


def around_of(told: str) -> str:
    """What stands around the clause in a text that `joined` made."""
    return told.partition(JOINT)[2]


def noted(told: str, note: str) -> str:
    """A claim in its place, behind a note on what it has in common with another."""
    return f"({note}) {told}" if note else told
