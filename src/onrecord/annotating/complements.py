"""What a verb of undertaking takes: an infinitive, a preposition's object, a bare clause; and whom it addresses."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actions import REACH, asks, has_to, infinitive_after
from onrecord.annotating.commitmentwords import ADDRESSING, SETTLED, STRICT, TAKES
from onrecord.annotating.surroundings import NOUNS, shared_subject

if TYPE_CHECKING:
    from onrecord.language.trees import Token

UPON = frozenset({"on", "upon"})
_DEED = re.compile(
    r"(?:tion|sion|ment|ance|ence|al|ure|ing|release|halt|stop|review|freeze|probe|ban|pause|strike|return|end|"
    r"limit|curb|cap|tariff|curfew|lockdown|quarantine|inquiry|audit|cut|search|raid|retrial|recount|withdrawal|shutdown|ceasefire|truce)s?$"
)
"""Endings of nouns for deeds that can be ordered, unlike goods."""
_GIFTS = frozenset(
    {"raise", "refund", "reward", "compensation", "amnesty", "truce", "ceasefire", "discount", "bonus", "severance",
     "asylum", "rebate", "concession", "reprieve"}
)  # fmt: skip
_NO_DEEDS = frozenset(
    {"thing", "something", "anything", "nothing", "building", "evening", "morning", "wing", "individual"}
)


def to_act(goal: "Token") -> "Token | None":
    """What somebody who is called for shall do: "called for the former secretary to release the transcripts"."""
    if goal.dep_ != "pobj" or goal.pos_ not in NOUNS:
        return None
    doc, at = goal.doc, goal.i + 1
    own = [c for c in goal.children if c.i > goal.i and c.dep_ == "prep" and c.lower_ in {"of", "for", "in"}]
    at = max([at, *(c.right_edge.i + 1 for c in own if c.right_edge.i - goal.i < REACH)])
    if at + 1 >= len(doc) or doc[at].lower_ != "to" or doc[at + 1].tag_ != "VB":
        return None
    return doc[at + 1] if doc[at + 1].dep_ in {"xcomp", "ccomp", "advcl", "relcl", "acl"} else None


def called_on(verb: "Token") -> "Token | None":
    """Who is called on where the parse makes him a subject: "called on Gov. Ann Lee (R) to resign"."""
    on = next((c for c in verb.children if c.lower_ == "on" and c.i == verb.i + 1), None)
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i), None) if on is not None else None


def may_be_bare(told: "Token") -> bool:
    """Whether a verb's form is the bare one, also where the past is written alike: "demanded that they let go"."""
    return told.tag_ in {"VB", "VBN", "VBP"} or (told.tag_ == "VBD" and told.lower_ == told.lemma_)


def is_bare(told: "Token") -> bool:
    """Whether a clause is in the bare form: no "whether", no modal, no tense."""
    if told.head.lemma_ == "insist" and not any(c.lower_ == "be" for c in (told, *told.children)):
        return False  # "insisted that they leave early" may tell a habit
    return not any(
        c.tag_ in {"MD", "VBD", "VBZ"}
        or (c.dep_ == "aux" and c.lower_ == "have")
        or (c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "whether", "how", "why"})
        for c in told.children
    )


def is_deed(thing: "Token") -> bool:
    """Whether a noun is something that is done: "a review", "the closure"."""
    return thing.tag_ == "VBG" or (thing.lemma_ not in _NO_DEEDS and _DEED.search(thing.lower_) is not None)


def is_giving(thing: "Token") -> bool:
    """Whether a noun is something that is offered and then given: "a raise of 4 percent", "a reward"."""
    sum_told = any(t.ent_type_ in {"MONEY", "PERCENT"} for t in thing.subtree)
    return sum_told or thing.lemma_.lower() in _GIFTS


def _is_settled(goal: "Token") -> bool:
    """Whether what is agreed on is something to be done, and not an opinion shared."""
    return goal.dep_ == "pcomp" or goal.lemma_ in SETTLED or is_deed(goal)


def clause_of(verb: "Token", addressed: "Token | None") -> "Token | None":
    """The infinitive that a verb takes, by the parse or else by what stands after it."""
    taken = {"xcomp", "ccomp", "advcl"} if verb.lemma_ in ADDRESSING | {"call"} else {"xcomp", "ccomp"}
    near = 3 if verb.lemma_ in STRICT - ADDRESSING - {"vote"} else REACH * 2
    for child in verb.children:
        fits = has_to(child) and not asks(child) and child.text[:1].islower()
        if child.dep_ in taken and verb.i < child.i <= verb.i + near and fits:
            return child
    if verb.lemma_ in STRICT:
        return None
    if verb.lemma_ in ADDRESSING:
        return infinitive_after(addressed if addressed is not None else verb) or _after_relative(addressed)
    return infinitive_after(verb, reach=10)


def _after_relative(addressed: "Token | None") -> "Token | None":
    """What those are asked to do whom a clause describes: "asked anyone who saw the van to come forward"."""
    clause = next((c for c in addressed.children if c.dep_ == "relcl"), None) if addressed is not None else None
    return infinitive_after(clause, reach=8) if clause is not None else None


def goal_of(verb: "Token") -> "Token | None":
    """What a verb undertakes or calls for through its preposition: "committed to talks", "called for a vote"."""
    for child in verb.children:
        if child.dep_ not in {"prep", "prt"} or child.i < verb.i or (verb.lemma_, child.lower_) not in TAKES:
            continue
        goal = next((g for g in child.children if g.dep_ in {"pobj", "pcomp"}), None)
        if goal is None or (child.lower_ == "on" and verb.lemma_ == "agree" and not _is_settled(goal)):
            continue
        asked = child.lower_ in {"on", "upon"} and verb.lemma_ == "call"
        counted = goal.pos_ == "NUM" and any(g.dep_ == "prep" for g in goal.children)
        counted = counted or goal.ent_type_ == "MONEY"
        bare = goal.pos_ in {"PRON", "NUM"} or goal.ent_type_ in {"PERSON", "DATE", "GPE"}
        if bare and not asked and not counted:
            continue
        return goal
    return None


def addressed_by(verb: "Token", *, passive: bool) -> "Token | None":
    """Who is asked or told to act."""
    if passive:
        return shared_subject(verb)
    return next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i), None)
