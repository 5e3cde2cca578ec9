"""What a clause says in passing of a thing's state, or of its lack: "sailed with her door open", "without a pilot".

The adjective's subject is the noun beside it, which the clause only mentions; what the clause denies of the state it
denies too ("never sailed with an open door"). States told by a participle ("with its filters switched off") are
clauses of their own.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.clauses import Clause
from onrecord.annotating.heads import is_done
from onrecord.annotating.participants import Voice, argument, complete, places_under
from onrecord.annotating.phrases import is_noun, lemma_of
from onrecord.annotating.presuppositions import Nominal
from onrecord.annotating.scope import State
from onrecord.annotating.understood import absolute_noun, subject_for
from onrecord.annotating.wording import copula_of, subject_text
from onrecord.language.predicates import class_of, opposites, predicate_of
from onrecord.model.items import Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_DEFINITE = re.compile(r"(?:the|this|that|these|those|its|their|his|her|our|my|your)\s", re.IGNORECASE)
_LEAVING = frozenset({"leave", "keep", "hold", "find", "have", "get", "see", "discover"})
"""Verbs that tell of a state their object is in: "left the door open", "found the tank empty"."""
SURE, UNSURE = 0.95, 0.8
"""Of a state that is told, and of one that a denied clause tells: what is denied may be something else."""


def secondary_in(clause: Clause, _proposition: Proposition, state: State, voice: Voice) -> Iterator[Nominal]:
    """The states that a clause tells of its object or of what it has "with" it."""
    for noun, word in (*_with_it(clause.head), *_of_object(clause.head)):
        name = class_of(word.lower_, "adjective") or predicate_of(word.lemma_, "adjective")
        held = argument("theme", noun, voice)
        subject = subject_text(noun, voice)
        if not held.key or not subject:
            continue
        told = "".join(t.text_with_ws for t in word.subtree if noun.i < t.i <= word.i and _adds(t))
        verb = copula_of(clause.head, noun)
        text = f"{_whole(noun, word, subject)} {verb}{' not' if state.negated else ''} {(told or word.text).strip()}"
        where = places_under([clause.head], voice)
        yield Nominal(
            noun,
            noun,
            Proposition(predicate=name, arguments=complete([held, *where], voice)),
            state,
            UNSURE if state.negated else SURE,
            text[:1].upper() + text[1:],
            _from(noun.left_edge, max(noun, word, key=lambda token: token.i)),
        )


def lacking_in(clause: Clause, _proposition: Proposition, state: State, voice: Voice) -> Iterator[Nominal]:
    """What a clause's subject does something without: "ran for years without a permit", "sailed with no lifeboats"."""
    subject = subject_for(clause.head)
    owner = subject_text(subject.token, voice) if subject is not None and is_noun(subject.token) else ""
    for link in clause.head.children if owner and not is_done(clause.head) else ():
        if link.dep_ != "prep" or link.lower_ not in {"with", "without"}:
            continue
        noun = next((c for c in link.children if c.dep_ == "pobj" and c.pos_ in {"NOUN", "PROPN"}), None)
        marks = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}} if noun is not None else set()
        if noun is None or not marks or ("no" in marks) is not (link.lower_ == "with"):
            continue
        thing = argument("theme", noun, voice)
        if subject is None or not thing.key:
            continue
        denied = not state.negated
        words = subject_text(noun, voice)
        known = _DEFINITE.match(words) is not None  # "without the logs that were promised"
        if denied and not known:
            words = "no " + words.removeprefix("no ").removeprefix("any ").removeprefix("a ").removeprefix("an ")
        past = copula_of(clause.head, subject.token) in {"was", "were"}
        plural = subject.token.tag_ in {"NNS", "NNPS"}
        verb = "had" if past else "have" if plural else "has"
        if denied and known:
            verb = f"{'did' if past else 'do' if plural else 'does'} not have"
        yield Nominal(
            noun,
            noun,
            Proposition(predicate="have", arguments=complete([argument("agent", subject.token, voice), thing], voice)),
            state._replace(negated=denied),
            UNSURE if state.negated else SURE,
            f"{owner[:1].upper()}{owner[1:]} {verb} {words}",
            _from(link, noun),
        )


def _with_it(head: "Token") -> "Iterator[tuple[Token, Token]]":
    links = [c for c in head.children if c.dep_ == "prep" and c.lower_ == "with"]
    for link in links:
        for child in link.children:
            if child.dep_ == "pcomp" and child.pos_ == "ADJ" and (noun := absolute_noun(child)) is not None:
                yield noun, child
            elif child.dep_ == "pobj" and is_noun(child):
                behind = [t for t in (*child.children, *link.children, *head.children) if t.i > child.i]
                state = next((t for t in behind if (t.pos_ == "ADJ" and _tells_of(t, child)) or _ends(t, child)), None)
                before = next((t for t in child.children if t.dep_ == "amod" and _is_state(t)), None)
                if state is not None or before is not None:
                    yield child, state or before  # type: ignore[misc]


def _tells_of(word: "Token", noun: "Token") -> bool:
    told = absolute_noun(word)
    return told is not None and told.i == noun.i


def _ends(word: "Token", noun: "Token") -> bool:
    """Whether a bare "off" or "on" right behind a noun tells its state: "with its pumps off"."""
    bare = word.pos_ in {"ADP", "ADV"} and word.i == noun.i + 1 and not any(True for _ in word.children)
    return bare and class_of(word.lower_, "adjective") is not None


def _is_state(word: "Token") -> bool:
    """Whether an adjective before its noun tells a state that is either so or not: "an open door"."""
    name = class_of(word.lower_, "adjective")
    return name is not None and "complement" in opposites(name).values()


def _of_object(head: "Token") -> "Iterator[tuple[Token, Token]]":
    if lemma_of(head) not in _LEAVING:
        return
    for child in head.children:  # "the gate shut" is often taken for one noun
        run_on = next((c for c in child.children if c.dep_ == "compound" and c.i == child.i - 1), None)
        if run_on is not None and child.dep_ in {"dobj", "oprd"} and _is_state(child):
            yield run_on, child
    complements = [c for c in head.children if c.dep_ in {"oprd", "acomp", "ccomp", "xcomp"}]
    states = [c for c in complements if c.pos_ == "ADJ" or (c.dep_ == "oprd" and _is_state(c))]
    for state in states:
        if any(c.lower_ == "with" and c.dep_ == "prep" and c.i < state.i for c in head.children):
            continue  # "left the quay with her door open"
        noun = next((c for c in state.children if c.dep_ == "nsubj" and is_noun(c)), None)
        roles = {"nsubjpass"} if any(c.dep_ == "auxpass" for c in head.children) else {"dobj"}
        noun = noun or next((c for c in head.children if c.dep_ in roles and is_noun(c)), None)
        if noun is not None:
            yield noun, state


def _adds(word: "Token") -> bool:
    """Whether a word before a state belongs to it: "still wide open", not "of Harl responsible"."""
    return word.dep_ not in {"prep", "pobj", "nsubj", "punct"} and word.head.dep_ not in {"prep", "pobj"}


def _whole(noun: "Token", word: "Token", subject: str) -> str:
    """The noun's words without the adjective that is told of it: "the bow door" of "an open bow door"."""
    if word.i > noun.i:
        return subject
    kept = " ".join(t for t in subject.split() if t.lower() != word.lower_)
    first, _, rest = kept.partition(" ")
    return f"the {rest}" if first.lower() in {"a", "an"} and rest else kept


def _from(first: "Token", last: "Token") -> "list[Token]":
    return [*first.doc[min(first.i, last.i) : last.i + 1]]
