"""An undertaking as the model of outcomes reads it: who undertakes what, then what stands around it."""

import re

from onrecord.comparing.in_place import MOST_BEFORE, joined
from onrecord.comparing.sentences import sentence_at
from onrecord.model.documents import Document
from onrecord.model.items import Commitment

SHORT = 5
"""An action of fewer words may leave open what it is about, as one with a pronoun does."""

_PRONOUN = re.compile(r"\b(?:it|its|they|them|their|this|these|that|those|so|both|he|she|his|her|one)\b", re.IGNORECASE)


def undertaken_text(commitment: Commitment, document: Document) -> str:
    """Who undertakes what, and where that leaves open what it is about, the sentence in which it stands."""
    parties = ", ".join(commitment.parties)
    action = f"{parties}: {commitment.action}" if parties else commitment.action
    if len(commitment.action.split()) >= SHORT and not _PRONOUN.search(commitment.action):
        return " ".join(action.split())
    start, end = sentence_at(document.text, commitment.spans[0].start, commitment.spans[-1].end)
    before = document.text[max(0, start - MOST_BEFORE) : start]
    return joined(action, f"{before if _PRONOUN.search(commitment.action) else ''} {document.text[start:end]}")
