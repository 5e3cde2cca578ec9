"""Mends a question whose last word, its verb, the parser took for a noun: "Will the upper lock reopen?"."""

from typing import TYPE_CHECKING

from onrecord.language.predicates import class_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASKING = frozenset({"will", "would", "can", "could", "should", "shall", "must", "may", "might", "do", "does", "did"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def name_asked(doc: "Doc") -> None:
    """Name the verb of every such question, in place."""
    for sentence in doc.sents:
        word = sentence.root
        if sentence[-1].text == "?" and (subject := _subject_of(word)) is not None:
            word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_
            for child in [c for c in word.children if c.i < word.i and c.dep_ not in {"aux", "punct", "cc"}]:
                child.head = subject
            subject.head, subject.dep_ = word, "nsubj"


def _subject_of(word: "Token") -> "Token | None":
    """The noun before a supposed noun at a question's end that "will" or "did" stands before, if that can be a verb."""
    if word.pos_ != "NOUN" or word.i == 0 or class_of(word.lower_, "verb") is None:
        return None
    before = word.nbor(-1)
    asked = any(c.dep_ == "aux" and c.lower_ in _ASKING and c.i < word.i for c in word.children)
    return before if asked and before.pos_ in _NOUNS and before.head.i == word.i else None
