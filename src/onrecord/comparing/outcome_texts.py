"""An undertaking and a later clause as the model of outcomes reads them: each first, then what stands around it."""

import re

from onrecord.comparing.undertaken import SENTENCE_END
from onrecord.model.documents import Document
from onrecord.model.items import Claim, Commitment

MOST_BEFORE = 120
"""Characters of the text before a clause's sentence that are read along: what "it" and "the work" mean."""

MOST_AROUND = 300
"""Characters of a sentence before and after a clause that are looked at."""

MOST_SAID = 0.7
"""A clause with so much of its sentence tells it all."""

SHORT = 5
"""An action of fewer words may leave open what it is about, as one with a pronoun does."""

JOINT = " | "
"""Between a clause and what stands around it."""

_PRONOUN = re.compile(r"\b(?:it|its|they|them|their|this|these|that|those|so|both|he|she|his|her|one)\b", re.IGNORECASE)


def told_text(claim: Claim, document: Document) -> str:
    """A later clause, the end of what is told before its sentence, and the sentence where that tells more."""
    start, end = sentence_at(document.text, claim.spans[0].start, claim.spans[-1].end)
    around = document.text[max(0, start - MOST_BEFORE) : start]
    if start > MOST_BEFORE:
        around = around.partition(" ")[2]
    if len(claim.text) < MOST_SAID * (end - start):
        around += document.text[start:end]
    return _joined(claim.text, around)


def undertaken_text(commitment: Commitment, document: Document) -> str:
    """Who undertakes what, and where that leaves open what it is about, the sentence in which it stands."""
    parties = ", ".join(commitment.parties)
    action = f"{parties}: {commitment.action}" if parties else commitment.action
    if len(commitment.action.split()) >= SHORT and not _PRONOUN.search(commitment.action):
        return " ".join(action.split())
    start, end = sentence_at(document.text, commitment.spans[0].start, commitment.spans[-1].end)
    before = document.text[max(0, start - MOST_BEFORE) : start]
    return _joined(action, f"{before if _PRONOUN.search(commitment.action) else ''} {document.text[start:end]}")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or sentences around two offsets begin and end, as far as they are looked at."""
    least, most = max(0, start - MOST_AROUND), min(len(text), end + MOST_AROUND)
    begin = max((m.end() for m in SENTENCE_END.finditer(text, least, start)), default=least)
    after = SENTENCE_END.search(text, max(start, end - 1), most)
    return begin, after.end() if after else most


def _joined(clause: str, around: str) -> str:
    told = " ".join(around.split())
    return " ".join(clause.split()) + (JOINT + told if told else "")
