"""How a verb or noun points to its event: to one that is known, to one more, to the fourth, to one that is over."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.language.trees import Token

ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})


_BEFORE_PEOPLE = frozenset({"with", "between", "of", "by", "among", "against"})


def is_definite(noun: "Token") -> bool:
    """Whether a noun points to one that is known: "the meeting", "his briefing"."""
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that", "these"} for child in noun.children)


def is_bare(noun: "Token") -> bool:
    """Whether a noun names no participant of its own: "the meeting", not "her meeting with Falk"."""
    return not any(
        child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in _BEFORE_PEOPLE) for child in noun.children
    )


def is_purpose(noun: "Token") -> bool:
    """Whether a noun only says what its verb tells: "gathered for a summit", "met in talks"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"for", "in", "at", "during"} and noun.head.head.pos_ == "VERB"


def ordinal_of(noun: "Token") -> str | None:
    """The ordinal that counts an event: "the fourth meeting"."""
    return next((child.lower_ for child in noun.children if child.lower_ in ORDINALS), None)


_ADDED = frozenset({"also", "again", "later", "separately", "afterwards", "additionally"})


def is_another(word: "Token") -> bool:
    """Whether a word tells of one more event than those before: "also signed", "another call", "a separate meeting"."""
    if word.pos_ == "VERB":
        return any(child.dep_ == "advmod" and child.lower_ in _ADDED for child in word.children)
    return any(child.lower_ in {"another", "separate"} for child in word.children)


def is_over(noun: "Token") -> bool:
    """Whether a past verb stands over a noun or in its relative clause: "the talks that we had were useful"."""
    if any(child.dep_ == "relcl" and child.tag_ == "VBD" for child in noun.children):
        return True
    head = noun.head
    for _ in range(4):
        if head.pos_ in {"VERB", "AUX"}:
            return head.tag_ == "VBD"
        head = head.head
    return False
