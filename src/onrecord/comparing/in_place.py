"""A claim as it is read in its place: who holds it, its clause, and what stands around it."""

from onrecord.comparing.outcome_texts import told_text
from onrecord.model.documents import Document
from onrecord.model.items import Claim


def text_in_place(claim: Claim, document: Document) -> str:
    """The claim's clause after its holder's name, then the end of what stands before its sentence, and the sentence."""
    held = claim.holder.name or claim.holder.party
    told = told_text(claim, document)
    return f"{held}: {told}" if held else told
