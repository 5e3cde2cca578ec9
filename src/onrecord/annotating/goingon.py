"""What is taken to be going on by who is told, or plans, to stop it: "must stop dumping sludge"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.clauses import Clause
from onrecord.annotating.heads import embeddings_at
from onrecord.annotating.participants import Voice
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.presuppositions import SURE, Nominal
from onrecord.annotating.scope import State
from onrecord.annotating.understood import subject_for
from onrecord.annotating.wording import subject_text
from onrecord.model.items import Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ENDING = frozenset({"stop", "cease", "halt", "quit", "discontinue"})
_GOING_ON = frozenset({"continue", "keep"})
_UNREAL = frozenset({"demanded", "planned", "asked", "conditional"})
"""Only what is not yet so takes the deed for granted as it stands: who "has stopped" does it no more."""
LONGEST = 25


def going_on_in(clause: Clause, proposition: Proposition, state: State, voice: Voice) -> Iterator[Nominal]:
    """The deed that a clause wants, or plans, to see ended or continued, as something that is done."""
    head, verb = clause.head, clause.head.head
    if state.modality not in _UNREAL or head.i == verb.i or head.dep_ not in {"xcomp", "pcomp"} or head.tag_ != "VBG":
        return
    if lemma_of(verb) not in _ENDING | _GOING_ON or not embeddings_at(verb):
        return
    if not any(a.role in {"agent", "theme"} and a.key for a in proposition.arguments):
        return
    subject = subject_for(head)
    name = subject_text(subject.token, voice) if subject is not None else ""
    if subject is None or not name:
        return
    words = "".join(t.text_with_ws for t in _own_words(head)).strip(" ,;:.?!")
    plural = subject.token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in subject.token.children)
    text = f"{name} {'are' if plural else 'is'} {words}"
    held = State(presupposed=True, said_by=state.said_by, sure=0.9)
    yield Nominal(head, head, proposition, held, SURE, text[:1].upper() + text[1:])


def _own_words(head: "Token") -> "list[Token]":
    last = min(head.right_edge.i, head.i + LONGEST)
    return [token for token in head.doc[head.i : last + 1] if token.i == head.i or head.is_ancestor(token)]
