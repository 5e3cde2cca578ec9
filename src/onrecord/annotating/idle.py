"""Clauses that say nothing which could be taken up: "we are", "you know", "what we have been focused on"."""

from typing import TYPE_CHECKING

from onrecord.annotating.clauses import Clause
from onrecord.annotating.scope import State
from onrecord.annotating.understood import subject_for
from onrecord.model.items import Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_IDLE = frozenset({"be", "do", "have", "go", "see", "know", "think", "mean", "say", "continue", "get", "come", "want"})
"""Verbs that tell nothing of their own where only pointing words stand around them."""
NOBODY = frozenset({"nobody", "no one", "no-one", "nothing"})
OWN = frozenset({"i", "we"})
FEWEST_OF_NOBODY = 3


def is_idle(clause: Clause, proposition: Proposition) -> bool:
    """Whether a clause says nothing that could be taken up: "we are", "you know", "I think so"."""
    keyed = [a for a in proposition.arguments if a.key]
    if proposition.predicate == "exist" and any(a.text.lower() in NOBODY for a in proposition.arguments):
        return len(clause.words) <= FEWEST_OF_NOBODY  # "there was nobody in the boathouse"
    if clause.words[-1].lower_ == "to" and len(keyed) < 2:
        return True  # "I want to"
    if proposition.predicate == "do" and not any(a.key or a.text.lower() == "nothing" for a in proposition.arguments
                                                 if a.role != "agent"):  # fmt: skip
        return True
    subject = subject_for(clause.outer)
    if subject is not None and _is_of_nobody(subject.token) and len(clause.words) > FEWEST_OF_NOBODY:
        return False  # "nobody in the office knew"
    if proposition.predicate in _IDLE:
        return not keyed or (len(clause.words) <= 3 and all(a.filled for a in keyed))
    if keyed:
        return False
    named = subject is not None and subject.token.lower_ not in {
        "you",
        "i",
        "it",
        "that",
        "this",
        "there",
        "one",
        "who",
    }
    return not named or len(clause.words) < 2


def is_free_relative(words: "list[Token]", state: State) -> bool:
    """Whether the words only name something ("what we have been focused on") and ask nothing."""
    named = words[0].tag_ == "WP" and words[0].dep_ not in {"nsubj", "nsubjpass"}
    return named and state.modality != "asked"


def is_of_something_unknown(proposition: Proposition) -> bool:
    """Whether nobody can tell what is said to be somewhere or something; "nobody was there" tells enough."""
    whose, what = proposition.argument("agent"), proposition.argument("attribute")
    if whose is None or whose.key or whose.text.lower() in NOBODY:
        return False
    if whose.text.lower() in OWN:
        return False  # who speaks is known, and is no thing that an "it" may mean
    pointed = whose.text.lower() == "this" and what is not None and what.key.rsplit(" ", 1)[-1].isalpha()
    return not pointed  # "this was no attack"


def _is_of_nobody(word: "Token") -> bool:
    """Whether a subject tells of nobody or of everybody, and so needs no name: "not one of them", "every one"."""
    all_of_them = any(c.dep_ == "det" and c.lower_ in {"every", "no"} for c in word.children)
    return word.lower_ in {"nobody", "nothing", "everybody", "everyone"} or (word.lower_ == "one" and all_of_them)
