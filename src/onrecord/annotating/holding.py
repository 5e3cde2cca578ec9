"""Who holds what a verb of saying or believing brings: the speaker, somebody named, or nobody in particular."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import VERBAL, subject_of
from onrecord.annotating.phrases import lemma_of
from onrecord.language.pronounwords import is_own

if TYPE_CHECKING:
    from onrecord.language.trees import Token

TELLING = frozenset({"tell", "warn", "inform", "advise", "alert", "assure", "notify", "remind"})
"""Verbs whose passive has for its subject who hears what is said."""


def is_told(verb: "Token") -> bool:
    """Whether somebody is told what follows: "he had been warned that"."""
    subject = subject_of(verb)
    return lemma_of(verb) in TELLING and subject is not None and subject.dep_ == "nsubjpass" and subject.lower_ != "it"


def has_doer(verb: "Token") -> bool:
    """Whether somebody does what the verb says: it stands in the active, with a subject."""
    subject = subject_of(verb)
    return subject is not None and subject.dep_ == "nsubj"


def is_first_person(word: "Token") -> bool:
    """Whether who speaks is the subject: "I think that"."""
    subject = subject_of(word)
    return subject is not None and is_own(subject.text)


def is_impersonal(word: "Token") -> bool:
    """Whether a belief has nobody named to hold it: "is expected to", "seems", "it is thought that"."""
    if word.pos_ not in VERBAL:
        return word.pos_ == "NOUN" and not any(c.dep_ == "poss" for c in word.children)
    if word.lemma_ in {"seem", "appear", "prove"}:
        return True
    subject = subject_of(word)
    passive = any(c.dep_ == "auxpass" for c in word.children)
    return passive or (subject is not None and subject.lower_ in {"it", "there"} and word.lemma_ in {"seem", "appear"})


def first_words(word: "Token") -> str:
    """A hedge as it is worded: "I think", or the word alone."""
    subject = subject_of(word)
    return f"{subject.text} {word.text}" if subject is not None and is_own(subject.text) else word.text
