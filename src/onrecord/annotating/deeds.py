"""Verbs of speech, sight and belief that tell a deed and bring no words: "was seen by nobody", "asked for a lawyer"."""

from typing import TYPE_CHECKING

from onrecord.annotating.phrases import is_noun, lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_BEING_QUOTED = frozenset({"quote", "cite", "say", "add", "think", "believe", "suppose", "rumour", "claim", "allege"})
"""Verbs whose passive still brings words: "was quoted as saying"."""
_LINKS = {
    "ask": frozenset({"for"}),
    "hear": frozenset({"of", "from"}),
    "know": frozenset({"of"}),
    "learn": frozenset({"of"}),
    "speak": frozenset({"to", "with"}),
    "talk": frozenset({"to", "with"}),
    "write": frozenset({"to"}),
}
"""What is done by verbs of speech and knowing through a preposition, whatever was said: "heard of it from a fitter"."""
_NOTHING = frozenset({"nothing", "anything"})
_OPENING = frozenset({"“", "``", '"'})


def is_undergone(head: "Token") -> bool:
    """Whether something is what was written, seen or considered: "the letter was written by a clerk"."""
    if lemma_of(head) in _BEING_QUOTED or not any(c.dep_ == "auxpass" for c in head.children):
        return False
    subjects = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return len(subjects) == 1 and is_noun(subjects[0]) and not _is_quoting(head)


def is_about_something(head: "Token") -> bool:
    """Whether words were had with somebody, or of something: "had asked for a doctor", "said nothing about rent"."""
    if head.dep_ == "relcl" or _is_quoting(head):
        return False
    if any(c.dep_ == "dobj" and c.lower_ in _NOTHING for c in head.children):
        return True
    links = _LINKS.get(lemma_of(head), frozenset())
    named = (c for link in head.children if link.dep_ in {"prep", "dative"} and link.lower_ in links
             for c in link.children)  # fmt: skip
    return any(c.dep_ == "pobj" and (is_noun(c) or c.pos_ == "PRON") for c in named)


def _is_quoting(head: "Token") -> bool:
    """Whether quoted words stand in the verb's own sentence, behind or before it."""
    sentence = head.sent
    return any(token.text in _OPENING for token in sentence)
