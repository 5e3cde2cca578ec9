"""Whether an event happened or is planned, by the grammar round the word that tells of it; or is only talked about."""

from typing import TYPE_CHECKING

from onrecord.annotating.eventwords import CARRYING, PLANNED_BEFORE, PLANNING, REAL, REPORTING, UNREAL_HEADS, UNSURE
from onrecord.annotating.surroundings import negated
from onrecord.model.items import EventStatus

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_UNREAL = frozenset({"could", "should", "might", "may", "can", "must", "ca", "ought"})
_FUTURE = frozenset({"will", "’ll", "'ll", "shall", "wo"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_AFTER = frozenset({"for", "after", "since", "upon", "following", "by", "in", "before", "despite", "while", "when"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "’s", "'s", "’re", "'re", "being"})
_HABITS = frozenset(
    {"usually", "often", "regularly", "always", "typically", "annually", "sometimes", "rarely", "frequently", "each",
     "every", "routinely", "generally"}
)  # fmt: skip
_HOPS = 6
"""Steps up the tree in search of a condition: real clauses nest less deep."""


def status_of_verb(verb: "Token", *, headline: bool = False, told: bool = False) -> EventStatus | None:
    """Whether what a verb tells of happened or is planned; `headline`: the present tells of what has happened.

    `told` says that a day stands beside it, which a timetable's present needs ("the council meets on 6 June").
    """
    denied = negated(verb) and verb.lemma_ != "plead"  # "pleaded not guilty"
    if denied or verb.dep_ in {"amod", "compound"} or _is_question(verb):
        return None
    if any(child.lower_ in _HABITS for child in verb.children):
        return None
    above = _above(verb)
    if above is None or (
        verb.lemma_ == "announce" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    ):
        return None  # "as we had announced"
    auxiliaries = _auxiliaries(verb)
    if auxiliaries & _UNREAL or _conditional(verb):
        return None
    if auxiliaries & {"would", "’d", "'d"}:
        return "planned" if _reported(verb) else None
    if auxiliaries & _FUTURE:
        return "planned"
    if verb.tag_ == "VB" or "to" in auxiliaries:
        return _infinitive(verb, auxiliaries, headline=headline)
    if verb.tag_ == "VBG":
        return _participle(verb, auxiliaries)
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not auxiliaries & {"is", "are", "’s", "'s", "’re", "'re"}):
        if verb.tag_ == "VBN" and not auxiliaries and verb.dep_ == "acl" and told and verb.head.pos_ == "PROPN":
            return "happened"  # "Falk, arrested last week, will stay in jail"
        if verb.tag_ == "VBN" and not auxiliaries and verb.dep_ in {"advcl", "acl", "relcl", "conj", "ccomp"}:
            return _of_head(verb)
        return "happened"
    if verb.tag_ == "VBN":
        perfect = bool(auxiliaries & {"been", "has", "have", "had"})
        return "happened" if perfect or headline or told else None
    if verb.tag_ in {"VBZ", "VBP"}:
        if auxiliaries & {"have", "has", "had"} or headline:
            return "happened"
        return "planned" if told else None
    return None


_READY = frozenset({"due", "set", "scheduled", "expected", "going", "planning", "plan", "plans", "slated", "agreed"})


def status_of_noun(noun: "Token") -> EventStatus | None:
    """Whether the event that a noun names happened or is planned, as far as the words round it tell."""
    planned = False
    for child in noun.children:
        if child.lower_ in {"no", "any", "every", "each", "such", "if", "without", "annual", "regular", "potential"}:
            return None
        if child.lower_ in UNSURE and child.lower_ != "another":
            return None
        planned |= child.lower_ in PLANNED_BEFORE
    if any(child.dep_ == "relcl" and child.lemma_ in CARRYING and child.tag_ == "VBD" for child in noun.children):
        return "happened"
    head = noun
    for _ in range(_HOPS):
        if head.head.i == head.i:
            break
        joint, head = head, head.head
        if head.pos_ == "ADP":
            if head.lower_ == "against" and head.head.lemma_ == "appeal":  # "will appeal against the verdict"
                return "happened"
            if head.lower_ in {"without", "unless", "against"}:
                return None
            continue
        if head.pos_ in {"NOUN", "PROPN"}:
            if head.lemma_.lower() in UNREAL_HEADS | {"call", "possibility", "chance", "idea", "case", "right"}:
                return None
            planned |= head.lemma_.lower() in {"plan", "decision", "schedule", "preparation", "eve"}
            continue
        if head.pos_ in {"VERB", "AUX"}:
            return _of_governor(noun, joint, head, planned=planned)
        break
    return "planned" if planned else "happened"


def _of_governor(noun: "Token", joint: "Token", verb: "Token", *, planned: bool) -> EventStatus | None:
    direct = joint.dep_ in {"dobj", "nsubjpass", "attr"} or (joint.dep_ == "nsubj" and verb.lemma_ == "take")
    if joint.dep_ == "prep" and joint.lower_ in {"for", "against"} and verb.lemma_ in UNREAL_HEADS:
        return None
    if direct and verb.lemma_ in UNREAL_HEADS:
        return None
    auxiliaries = _auxiliaries(verb)
    if direct or (joint.dep_ == "nsubj" and verb.lemma_ in CARRYING - {"be", "have", "see", "kill", "mark", "give"}):
        if negated(verb) or _conditional(verb) or _above(verb) is None or auxiliaries & _UNREAL:
            return None
        if auxiliaries & {"would", "’d", "'d"}:
            return "planned" if _reported(verb) else None
        if auxiliaries & _FUTURE:
            return "planned"
        if verb.tag_ == "VB" or "to" in auxiliaries:
            return _infinitive(verb, auxiliaries, headline=False)
        if verb.lemma_ in {"plan", "schedule", "set", "expect", "cancel", "postpone"} and joint.dep_ != "nsubj":
            return "planned" if verb.lemma_ not in {"cancel", "postpone"} else None
    if joint.dep_ == "prep" and joint.lower_ in {"during", "at", "after", "following"} and verb.tag_ == "VBD":
        return "happened"
    if joint.dep_ == "prep" and joint.lower_ in {"at", "in", "during", "on", "for"} and (
        auxiliaries & _FUTURE or (auxiliaries & {"would"} and _reported(verb))
    ):  # fmt: skip
        return "planned"
    if joint.dep_ == "prep" and "to" in auxiliaries and verb.head.lower_ in _READY:
        return "planned"  # "are due to meet on Friday for talks"
    if joint.dep_ == "prep" and joint.lower_ in {"before", "until", "in", "for"} and _is_ahead(noun, verb, auxiliaries):
        return "planned"
    if joint.dep_ == "prep" and joint.lower_ in {"for", "ahead"} and verb.lemma_ in {"prepare", "plan", "schedule"}:
        return "planned"
    return "planned" if planned else "happened"


def _is_ahead(noun: "Token", verb: "Token", auxiliaries: set[str]) -> bool:
    """Whether an election lies ahead of what is or will be done: "aims to spend a million before the November vote"."""
    if noun.lemma_.lower() not in {"election", "vote", "primary", "caucus", "referendum", "runoff"}:
        return False
    past = verb.tag_ in {"VBD", "VBN"} or bool(auxiliaries & {"was", "were", "had", "have", "has", "did"})
    return not past and verb.tag_ in {"VB", "VBZ", "VBP", "VBG"}


def _auxiliaries(verb: "Token") -> set[str]:
    """The verb's auxiliaries; those of the verb before it where "and" joins two of one form."""
    found = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    current = verb
    for _ in range(_HOPS):
        if found or current.dep_ != "conj" or current.head.tag_ != verb.tag_ or verb.tag_ not in {"VB", "VBN", "VBG"}:
            break
        current = current.head
        found = {child.lower_ for child in current.children if child.dep_ in {"aux", "auxpass"}}
    return found


def _above(verb: "Token") -> "Token | None":
    """The verb, or nothing where a condition or a denial stands over its clause."""
    current = verb
    for _ in range(_HOPS):
        if current.dep_ in {"ccomp", "acl", "relcl", "advcl", "conj", "xcomp", "pcomp", "prep", "pobj", "dobj"}:
            head = current.head
            if head.i == current.i:
                return verb
            if current.dep_ in {"ccomp", "acl", "pcomp"} and head.lemma_ in {
                "deny",
                "doubt",
                "refute",
                "dispute",
                "no",
            }:
                return None
            if current.dep_ != "conj" and head.pos_ == "VERB" and _conditional(head) and current is not verb:
                return None
            if head.pos_ == "NOUN" and current is verb and any(c.lower_ == "no" for c in head.children):
                return None
            current = head
            continue
        break
    return verb


def _conditional(verb: "Token") -> bool:
    return any(
        (child.dep_ in {"mark", "advmod"} and child.lower_ in _CONDITIONS) for child in verb.children
    ) or (verb.dep_ == "advcl" and verb.i > 0 and any(c.dep_ == "aux" and c.lower_ == "had" and c.i == verb.left_edge.i
                                                      for c in verb.children))  # fmt: skip


def _reported(verb: "Token") -> bool:
    """Whether "would" reports what was said to come: "she said that she would resign", with no "if" about it."""
    if any(child.dep_ == "advcl" and _conditional(child) for child in verb.children):
        return False
    current = verb
    for _ in range(_HOPS):
        if current.dep_ == "conj":
            current = current.head
            continue
        break
    head = current.head
    if current.dep_ == "ccomp" and head.lemma_ in REPORTING:
        return not any(child.dep_ == "advcl" and _conditional(child) for child in head.children)
    return current.dep_ == "acl" and head.pos_ == "NOUN"


def _infinitive(verb: "Token", auxiliaries: set[str], *, headline: bool) -> EventStatus | None:
    head, current = verb.head, verb
    for _ in range(_HOPS):
        if current.dep_ != "conj":
            break
        current = current.head
        head = current.head
    if "to" not in auxiliaries and current.dep_ not in {"xcomp", "ccomp"}:
        return None
    if headline and (current.dep_ == "ROOT" or current.i == current.sent.root.i):
        return "planned"
    if current.dep_ == "ROOT" or head.i == current.i:
        return None
    lemma = head.lemma_.lower()
    if head.pos_ in {"VERB", "ADJ", "AUX"}:
        if negated(head) or _auxiliaries(head) & _UNREAL or _conditional(head):
            return None
        if lemma == "go" and head.tag_ == "VBG":
            return "planned"
        if lemma in {"be", "have"} and head.pos_ == "AUX":
            return "planned" if head.lower_ in {"is", "are", "’s", "'s"} and lemma == "be" else None
        if lemma in REAL and current.dep_ in {"xcomp", "advcl"}:
            return status_of_verb(head) if head.tag_ != "VB" or _auxiliaries(head) else None
        if lemma in PLANNING:
            return "planned" if current.dep_ in {"xcomp", "ccomp", "advcl", "acl"} else None
        if current.dep_ == "advcl" and lemma in {"meet", "gather", "convene", "sit"}:
            return "planned"
        return None
    if head.pos_ == "NOUN" and current.dep_ in {"acl", "relcl"}:
        return (
            "planned" if lemma in {"plan", "decision", "agreement", "promise", "pledge", "schedule", "deal"} else None
        )
    return None


def _participle(verb: "Token", auxiliaries: set[str]) -> EventStatus | None:
    if auxiliaries & _BE:
        return "happened"
    if "having" in auxiliaries:
        return "happened"
    if verb.dep_ == "pcomp":
        return _of_head(verb.head) if verb.head.lower_ in _AFTER else None
    if verb.dep_ in {"acl", "advcl", "conj", "prep", "xcomp"}:
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "prep"}}
        if verb.dep_ == "xcomp" and verb.head.lemma_ not in {"begin", "start", "continue", "stop", "keep"}:
            return None
        return None if marks & {"without", "instead"} else _of_head(verb)
    return None


def _of_head(verb: "Token") -> EventStatus | None:
    """The status of the clause that a participle hangs on."""
    head = verb.head
    for _ in range(_HOPS):
        if head.pos_ in {"VERB", "AUX"}:
            if negated(head) and verb.dep_ != "advcl":
                return None
            auxiliaries = _auxiliaries(head)
            if auxiliaries & (_UNREAL | {"would"}) or _conditional(head):
                return None
            return "planned" if auxiliaries & _FUTURE else "happened"
        if head.head.i == head.i:
            break
        head = head.head
    return "happened"


def _is_question(verb: "Token") -> bool:
    end = verb.sent[-1]
    while end.i > verb.sent.start and (end.is_space or end.text in {"”", '"', "’", "'"}):
        end = end.nbor(-1)
    return end.text == "?"
