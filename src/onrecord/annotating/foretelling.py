"""What tells a forecast from an undertaking: questions, counted people, verbs that nobody undertakes."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actors import can_undertake
from onrecord.annotating.commitmentwords import AGENTLESS, BINDABLE, COMPANY, OUTCOMES, UNDERGONE
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_WH = frozenset({"how", "why", "what", "which", "who", "whom", "where", "when", "whether", "if", "unless"})
_ASKING = frozenset({"mark", "advmod", "dobj", "attr", "nsubj", "nsubjpass", "prep", "pobj"})
_COUNTED = re.compile(r"(?:percent|%|majority|voters?|respondents?|half|thirds?|quarters?|share)$", re.IGNORECASE)
BEFALLEN = (UNDERGONE | COMPANY) - {"award"} | frozenset(
    {"hit", "disappoint", "surprise", "please", "delay", "shape", "drive", "offset", "reflect", "influence", "say",
     "determine", "compare", "dominate", "decide", "mark", "miss", "tempt", "base", "expect", "feel", "hear", "believe",
     "think", "ask", "tell", "understand", "watch", "follow", "wreck", "destroy", "damage", "kill", "injure", "test",
     "overwhelm", "settle", "achieve", "fill", "reward", "blame", "measure", "note", "forgive", "disturb"}
)  # fmt: skip
"""What in the passive befalls somebody or something, or nobody does on purpose."""
_WITH_PLACE = {
    "appear": {"on", "at", "before", "with", "in"}, "look": {"into", "at"}, "reach": {"out"}, "return": {"to"},
    "go": {"to"}, "come": {"to"}, "stay": {"out", "neutral", "on", "as"}, "remain": {"as"}, "continue": {"as"},
}  # fmt: skip
"""Verbs that with a preposition or particle are deeds."""


def foretells(verb: "Token") -> bool:
    """Whether a clause only asks or supposes: "how it will work", "if he will come", "would have"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i < verb.i and any(g.tag_ in {"WDT", "WP"} for g in child.subtree):
            return True
        relative = verb.dep_ == "relcl" or (verb.dep_ == "ccomp" and verb.head.dep_ == "relcl")  # "which she said will"
        if relative and child.dep_ == "nsubj" and child.lower_ in {"who", "which"}:
            continue
        asks = child.lower_ in _WH or (child.left_edge.lower_ in _WH and child.dep_ not in {"nsubj", "nsubjpass"})
        if asks and child.i < verb.i and child.dep_ in _ASKING:
            return True
        if child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve"}:
            return True
    return False


def reported_by_many(subject: "Token") -> bool:
    """Whether a subject is counted rather than named: "two thirds of voters", "a majority"."""
    words = [subject, *(token for token in subject.lefts)]
    if subject.lemma_.lower() in {"voter", "respondent"}:
        return True
    if subject.lemma_.lower() in {"people", "person"}:
        told = {"amod", "compound", "poss", "prep"}
        return not any(c.dep_ in told and c.lower_ not in {"several", "many", "more"} for c in subject.children)
    return any(_COUNTED.match(word.lower_) or word.text == "%" for word in words)


def asked(verb: "Token") -> bool:
    """Whether a clause, or one above it, asks or supposes: "whether it will", "if they will"."""
    current = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in current.children):
            return True
        if current.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or current.head == current:
            return False
        current = current.head
    return False


def agentless(verb: "Token", *, own: bool) -> bool:
    """Whether a verb foretells rather than undertakes; of one's `own` deeds more verbs undertake."""
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if verb.lemma_ in {"continue", "begin", "start", "help", "seek", "try", "go", "get", "work"} and inner is not None:
        return agentless(inner, own=own)
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_ in COMPANY | UNDERGONE
    if sees_to_it(verb):
        return False
    if verb.lemma_ == "have" and _has_done(verb):
        return False
    if verb.lemma_ in _WITH_PLACE and any(_leads_there(verb, c) for c in verb.children):
        return False
    if comes_about(verb) or (verb.lemma_ == "make" and any(c.lower_ == "up" for c in verb.children)):
        return True
    if verb.lemma_ in BINDABLE:
        return not has_object(verb)
    if own and verb.lemma_ in {"follow", "stay", "include", "own", "learn"}:
        return False
    return verb.lemma_ in AGENTLESS


def _has_done(verb: "Token") -> bool:
    """Whether somebody has a thing done: "have the drains rebuilt", however the parse hangs the participle."""
    if any(c.dep_ in {"ccomp", "xcomp"} and c.tag_ == "VBN" for c in verb.children):
        return True
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if thing is None or not any(c.lower_ in {"the", "its", "our", "this", "these", "my"} for c in thing.children):
        return False
    return any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i > thing.i for c in thing.children)


def comes_about(verb: "Token") -> bool:
    """Whether a verb tells what comes to somebody: "draw a crowd"; not what he does: "draw up rules"."""
    if verb.lemma_ in {"stand", "face"} and any(c.dep_ == "dobj" and c.lemma_ == "trial" for c in verb.children):
        return True
    deed = verb.lemma_ in {"draw", "carry"} and any(
        c.dep_ == "prt" and c.lower_ in {"up", "out"} for c in verb.children
    )
    return verb.lemma_ in OUTCOMES and not deed and not _is_done_to(verb)


def _is_done_to(verb: "Token") -> bool:
    """Whether somebody does to a thing what else befalls: "drop the lawsuit", not "drop 5 percent" or "pick up"."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    counted = thing is None or thing.ent_type_ in {"PERCENT", "QUANTITY", "MONEY", "CARDINAL", "ORDINAL"}
    return verb.lemma_ in {"drop", "pick", "finish"} and not counted and not any(c.dep_ == "prt" for c in verb.children)


def _is_sued(joint: "Token") -> bool:
    return joint.head.lemma_ in {"go", "return"} and any(g.lower_ in {"court", "arbitration"} for g in joint.children)


def _leads_there(verb: "Token", joint: "Token") -> bool:
    """Whether a preposition makes a deed of a verb: "look into", "return to Norland", not "go to waste"."""
    if joint.dep_ not in {"prep", "prt"} or joint.lower_ not in _WITH_PLACE[verb.lemma_]:
        return False
    return joint.lower_ != "to" or _is_sued(joint) or any(g.pos_ == "PROPN" or g.ent_type_ for g in joint.children)


def sees_to_it(verb: "Token") -> bool:
    """Whether a verb is "see to it": "I shall see to it that pupils can use the hall"."""
    through = any(c.lower_ == "through" and c.dep_ in {"prt", "prep", "advmod"} for c in verb.children)
    return verb.lemma_ == "see" and (
        any(c.lower_ == "to" and c.right_edge.lower_ == "it" for c in verb.children)
        or (through and any(c.dep_ == "dobj" for c in verb.children))
    )


def has_object(verb: "Token") -> bool:
    """Whether a verb has something to act on."""
    if verb.lemma_ == "make" and any(c.dep_ == "acomp" and c.lower_ in {"sure", "certain"} for c in verb.children):
        return True  # "make sure that nobody waits"
    return any(c.dep_ in {"dobj", "prt", "xcomp", "ccomp"} for c in verb.children)


def acts(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    """Whether a subject can bind itself: a person, a body, a country, its officials."""
    entity = around.entity_at(parsed.offset + subject.idx)
    if entity is not None:
        return entity.kind in {"person", "organisation", "place"}
    if subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or can_undertake(around, parsed, subject):
        return True
    known = any(c.lower_ == "the" for c in subject.children)
    return known and around.body_called(subject.lower_) is not None
