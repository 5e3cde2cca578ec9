"""Clauses that somebody reports, though no verb of speech stands over them: "the line, she said, would open"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import embeddings_at, subject_of
from onrecord.annotating.holding import is_first_person
from onrecord.annotating.modality import has_condition
from onrecord.annotating.phrases import lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_PAST = frozenset({"VBD", "VBN"})
_WOULD = frozenset({"would", "'d", "’d"})


def is_report(head: "Token") -> bool:
    """Whether a clause is what was said: beside "she said", or under "I said" or "we told them"."""
    above = head.head
    if head.dep_ == "ccomp" and above.tag_ in _PAST and "say" in embeddings_at(above):
        return True
    return any(
        c.dep_ == "parataxis" and c.tag_ == "VBD" and "say" in embeddings_at(c) and subject_of(c) is not None
        for c in head.children
    )


def says_outright(word: "Token") -> bool:
    """Whether a "would" before a verb of speech takes nothing back: "I would add that", "they would say only that"."""
    would = any(c.dep_ == "aux" and c.lower_ in _WOULD for c in word.children)
    liking = word.head if word.dep_ == "xcomp" and lemma_of(word.head) == "like" else None
    if liking is not None:
        would, verb = any(c.dep_ == "aux" and c.lower_ in _WOULD for c in liking.children), liking
    else:
        verb = word
    if not would or has_condition(verb) or any(c.dep_ == "aux" and lemma_of(c) == "have" for c in word.children):
        return False
    return is_first_person(verb) or word.doc[min(word.i + 1, len(word.doc) - 1)].lower_ == "only"
