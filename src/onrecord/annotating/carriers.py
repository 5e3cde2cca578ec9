"""Verbs that carry another: "agreed" of "agreed to stop making", "has" of "has no intention of resigning"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import complement_noun, embeddings_at, having_plans, is_predicate, subject_of
from onrecord.annotating.inverted import asked_subject
from onrecord.annotating.phrases import lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_CARRIERS = frozenset({"manage", "begin", "fail", "stop", "plan", "demand", "think", "deny", "pretend", "say", "find"})
_CARRYING_WORDS = frozenset(
    {"possible", "able", "unable", "plan", "demand", "doubtful", "fail", "lack", "clear", "true", "false"}
)


def carrier_of(head: "Token") -> "Token":
    """The outermost verb of the chain that carries an infinitive or gerund: "agreed" of "agreed to stop making"."""
    outer = head
    for _ in range(8):
        parent = carrying(outer)
        if parent is None:
            return outer
        outer = parent
    return outer


def carrying(verb: "Token") -> "Token | None":
    """The verb that carries an infinitive or gerund, or `None` where it stands on its own."""
    if (asked := asked_subject(verb)) is not None:
        return asked.head
    if verb.dep_ == "conj" and is_predicate(verb.head) and subject_of(verb) is None and verb.head.dep_ == "xcomp":
        return None
    if verb.dep_ == "xcomp":
        parent = verb.head
        if parent.pos_ == "ADJ" and parent.head.i != parent.i:
            return parent.head if set(embeddings_at(parent)) & _CARRYING_WORDS else None
        if any(c.dep_ == "prep" and c.lower_ == "to" and parent.i < c.i < verb.i for c in parent.children):
            return None
        if is_predicate(parent) and (
            set(embeddings_at(parent)) & _CARRIERS
            or lemma_of(parent) in {"have", "go", "be"}
            or (lemma_of(parent) == "know" and any(c.dep_ == "auxpass" for c in parent.children))
            or _adjective_carries(parent)
        ):
            return parent
    if (having := having_plans(verb)) is not None:
        return having
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and is_predicate(verb.head.head):
        parent = verb.head.head
        kinds = set(embeddings_at(parent))
        if kinds & {"prevent", "stop", "fail", "plan"} and verb.head.lower_ in {"from", "to", "in", "on", "of"}:
            return parent
        if "plan" in kinds and verb.head.lower_ == "for":
            return parent
    return None


def _adjective_carries(parent: "Token") -> bool:
    word = complement_noun(parent)
    return word is not None and bool(set(embeddings_at(word)) & _CARRYING_WORDS)
