"""Who gives a number where no statement says so: "the clinic put the toll at 34", "according to the clinic"."""

from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import OFFICIAL_HEADS, Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Holder

if TYPE_CHECKING:
    from onrecord.language.trees import Token

GIVING = frozenset(
    {
        "put", "estimate", "place", "peg", "reckon", "calculate", "count", "tally", "report", "assess", "value",
        "announce", "cite", "project", "forecast", "log",
    }
)  # fmt: skip
"""Verbs whose subject gives the number that is their object or stands after their "at"."""
COUNTING = frozenset({"count", "tally", "log", "put", "estimate"})
"""Verbs whose subject gives a number, whatever its noun: a club, a list, a camera."""
TELLING = frozenset(
    {
        "say", "tell", "report", "announce", "claim", "estimate", "add", "state", "find", "note", "write", "warn",
        "show", "insist", "acknowledge", "admit", "confirm", "maintain", "calculate", "reckon", "assert", "argue",
    }
)  # fmt: skip
"""Verbs whose "that" clause is their subject's."""
TELLERS = ACTORS | OFFICIAL_HEADS | frozenset(
    {
        "service", "office", "bureau", "report", "study", "survey", "institute", "researcher", "expert", "analyst",
        "scientist", "doctor", "hospital", "clinic", "figure", "data", "record", "document", "statement", "newspaper",
        "observatory", "centre", "center", "charity", "association", "economist", "witness", "source", "poll", "audit",
        "inspector", "spokesperson", "inquiry", "census", "statistic",
    }
)  # fmt: skip
"""Common nouns for those, and for papers, that give numbers."""
_HEIGHT = 8


def teller_of(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> Holder:
    """Who stands behind a number by the verbs above it or an "according to" beside it; else the report itself."""
    current = anchor
    for _ in range(_HEIGHT):
        if current.pos_ in {"VERB", "AUX"}:
            source = next((g for child in current.children for g in _sources(child)), None)
            told = source if source is not None else _speaking_subject(current, anchor)
            counting = current.lemma_ in COUNTING and source is None
            if told is not None and (holder := _holder(around, parsed, told, counting=counting)) is not None:
                return holder
        if current.head == current:
            break
        current = current.head
    return Holder()


def _sources(child: "Token") -> "list[Token]":
    """The noun of "according to X"."""
    if child.lower_ != "according":
        return []
    return [noun for joint in child.children if joint.lower_ == "to" for noun in joint.children if noun.dep_ == "pobj"]


def _speaking_subject(verb: "Token", anchor: "Token") -> "Token | None":
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and _holds(c, anchor)), None)
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return agent_of(verb) if verb.lemma_ in GIVING else None
    if clause is None and (verb.lemma_ not in GIVING or not _given(verb, anchor)):
        return None
    if clause is not None and verb.lemma_ not in TELLING:
        return None
    subject = shared_subject(verb)
    return subject if subject is not None and not _holds(subject, anchor) else None


def _given(verb: "Token", anchor: "Token") -> bool:
    """Whether the number is what a verb gives: in its object, or after its "at"."""
    return any(
        child.dep_ in {"dobj", "prep"} and (child.dep_ == "dobj" or child.lower_ in {"at", "as"}) and child.i > verb.i
        and _holds(child, anchor)
        for child in verb.children
    )  # fmt: skip


def _holds(top: "Token", token: "Token") -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i


def _holder(around: Surroundings, parsed: ParsedBlock, noun: "Token", *, counting: bool) -> Holder | None:
    entity = around.entity_at(parsed.offset + noun.idx)
    if entity is not None:
        return Holder(entity=entity.id, name=entity.name, party=entity.party) if entity.kind != "event" else None
    known = noun.lemma_.lower() in TELLERS or (counting and noun.pos_ == "NOUN")
    if not known and noun.ent_type_ not in {"PERSON", "ORG", "GPE"}:
        return None
    name = around.name_of(parsed, noun)
    if name is None:
        return None
    owner = next(
        (e for c in noun.children if c.dep_ in {"poss", "amod", "compound"}
         and (e := around.entity_at(parsed.offset + c.idx)) is not None),
        None,
    )  # fmt: skip
    return Holder(name=name, party=owner.party if owner is not None else None)
