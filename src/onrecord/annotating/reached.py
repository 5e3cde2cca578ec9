"""What is to be in place by a day: "the wards will be open by March", "said it would be repaired by May"."""

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.ascribed import Future
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import THIRD_SUBJECTS

_REACHED = frozenset(
    {"open", "ready", "available", "complete", "completed", "operational", "finished", "online", "closed", "back",
     "done", "out", "over", "running", "free"}
)  # fmt: skip
"""What a thing is once somebody has done his work on it."""
_COMPLETED = frozenset(
    {"finish", "complete", "build", "rebuild", "repair", "open", "reopen", "close", "replace", "restore", "deliver",
     "install", "remove", "connect", "upgrade", "convert", "pay", "ship"}
)  # fmt: skip
_DATED = frozenset({"DATE", "TIME", "EVENT", "CARDINAL"})


def by_then(around: Surroundings, parsed: ParsedBlock, clause: Future) -> Found | None:
    """What a body says, or a speaker, will be in place by a day: "said the wards would be open by March"."""
    verb, teller = clause.verb, clause.teller
    reached = verb.lemma_ == "be" and any(c.lower_ in _REACHED for c in verb.children if c.i > verb.i)
    if not reached and not (verb.lemma_ in _COMPLETED and any(c.dep_ == "auxpass" for c in verb.children)):
        return None
    bound = any(
        c.dep_ == "prep" and c.lower_ in {"by", "before", "within"} and any(g.ent_type_ in _DATED for g in c.subtree)
        for c in (*verb.children, *(g for c in verb.children for g in c.children))
    )
    if not bound or clause.subject.ent_type_ == "PERSON" or clause.subject.lower_ in {"he", "she", "you"}:
        return None
    if teller is not None:
        told = teller.lower_ in THIRD_SUBJECTS or can_undertake(around, parsed, teller)
        return _with_thing(undertaking("pledge", clause.aux, teller, verb, score=0.65), clause) if told else None
    quoted = around.statement_at(parsed.token_span(clause.aux))
    voiced = quoted is not None and quoted.manner in {"direct", "turn"}
    if clause.governing is not None or not (voiced or parsed.block.kind == "turn"):
        return None
    return _with_thing(undertaking("pledge", clause.aux, None, verb, score=0.65), clause)


def _with_thing(found: Found, clause: Future) -> Found:
    """The undertaking with the thing it is about: "the wards will be open by March", not "be open by March"."""
    return found._replace(first=clause.subject.left_edge.i) if clause.subject.i < clause.aux.i else found
