"""The words round a verb or noun of an event that stand for who took part in it."""

from typing import TYPE_CHECKING

from onrecord.annotating.eventgrammar import meant_by
from onrecord.annotating.eventtimes import DATELINE
from onrecord.annotating.eventwords import ANSWERED_FOR, CARRYING, NOUNS, words
from onrecord.annotating.jointly import joined
from onrecord.annotating.surroundings import Surroundings, coordinated, shared_subject
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_WITH_SUBJECT = frozenset({"call", "meeting", "signing", "visit", "press_conference", "speech"})
_SPOKEN_THERE = frozenset(
    {"say", "tell", "announce", "agree", "sign", "discuss", "speak", "claim", "argue", "warn", "insist", "urge", "call",
     "criticize", "criticise", "blame", "thank", "repeat", "add", "vow", "pledge", "promise", "accuse", "describe",
     "defend", "attack", "praise", "deny", "declare", "propose", "outline", "present", "unveil", "take", "answer"}
)  # fmt: skip
"""Verbs whose doer takes part in the event that they stand in: "agreed at the meeting"."""


_CARRIED = words(
    "dinner lunch breakfast supper tea luncheon coffee tool work office post job life lives evidence sentence term "
    "fire resignation appeal case conviction verdict lawsuit suit complaint petition challenge year month"
)
"""Objects that only make up the phrase with their verb: "downed tools", "threw out the appeal"."""
_WITH_OTHERS = frozenset({"meeting", "call"})
_GOING_ON = words("go be come remain stay")


def of_verb(around: Surroundings, parsed: ParsedBlock, verb: "Token", kind: str) -> "list[Token]":
    """Who does what a verb tells, to whom and with whom."""
    heads: list[Token] = []
    joints = {"by", "against"} if kind in {"charge", "conviction", "arrest"} else {"with", "by", "against", "alongside"}
    subject = shared_subject(verb)
    if subject is None and verb.dep_ in {"pcomp", "advcl"} and verb.tag_ in {"VBG", "VBN"}:
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        above = above.head if above.dep_ == "npadvmod" else above  # "resigned a day after meeting her"
        subject = shared_subject(above) if above.pos_ in {"VERB", "AUX"} else None
        if (
            verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "of"} and above.lemma_ in ANSWERED_FOR
        ):  # "thanked them for visiting"
            subject = next((child for child in above.children if child.dep_ == "dobj"), subject)
    if kind == "announcement" and verb.dep_ == "acl" and verb.tag_ == "VBN":  # "the board's report, published in May"
        heads.extend(child for child in verb.head.children if child.dep_ == "poss")
    if subject is not None:
        heads.extend(joined(around, parsed, subject))
        if in_dateline(parsed, subject):
            heads.extend(t for t in parsed.doc[: verb.i] if t.pos_ == "PROPN" and t.dep_ in {"appos", "conj", "nsubj"})
        for child in subject.children:
            if child.dep_ == "prep" and child.lower_ == "between":
                heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
    for child in verb.children:
        if kind in {"announcement", "speech"} and child.dep_ in {"dobj", "nsubjpass", "oprd"}:
            continue
        if child.dep_ == "oprd" and kind == "appointment":  # "named Ann Lee finance minister"
            heads.extend(c for c in child.children if c.ent_type_ == "PERSON" and c.dep_ == "compound")
        elif child.dep_ == "ccomp" and kind == "conviction":  # "found Ann Lee guilty"
            heads.extend(c for c in child.children if c.dep_ == "nsubj")
        elif child.dep_ in {"dobj", "nsubjpass"} and child.lemma_.lower() in _CARRIED:
            heads.extend(_behind(child, {"with", "against", "of", "by"} if kind in _WITH_OTHERS else {"of", "by"}))
            heads.extend(c for c in child.children if c.dep_ == "poss" and kind == "ruling")
        elif child.dep_ in {"dobj", "nsubjpass", "dative", "oprd"}:
            if child.pos_ == "ADJ":  # "the smuggler Bo Falk", where the noun is taken for an adjective
                heads.extend(c for c in child.children if c.dep_ == "appos" and c.pos_ == "PROPN")
                continue
            if kind == "sanction":  # "fined Norvik 14 million"
                heads.extend(c for c in child.children if c.dep_ in {"nmod", "compound"} and c.pos_ == "PROPN")
            heads.extend(joined(around, parsed, meant_by(child, verb)))
            if child.pos_ == "NOUN":  # "held talks with", "signed a treaty with"
                heads.extend(
                    _behind(child, {"with", "between", "against", "of"} if child.lemma_ in NOUNS else {"with"})
                )
        elif (
            child.dep_ == "agent"
            or (child.dep_ == "prep" and child.lower_ in joints)
            or (child.dep_ == "prep" and child.lower_ in {"to", "before"} and kind in {"call", "meeting", "hearing"})
        ):
            heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
    return heads


def _behind(noun: "Token", joints: set[str]) -> "list[Token]":
    return [
        g
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in joints
        for c in child.children
        if c.dep_ == "pobj"
        for g in coordinated(c)
    ]


def of_noun(noun: "Token", kind: str) -> "list[Token]":
    """Who takes part in what a noun names: by its phrases, by the verb that takes it."""
    heads = [child for child in noun.children if child.dep_ == "poss"]
    joints = {"with", "between", "of", "by", "among", "against"}
    heads.extend(_behind(noun, joints | {"on"} if kind == "sanction" else joints))
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.lemma_ in _GOING_ON:  # "went on strike"
        subject = shared_subject(noun.head.head)
        heads[:0] = coordinated(subject) if subject is not None else []
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            heads.extend(g for c in child.children if c.dep_ == "nsubj" for g in coordinated(c))  # "that they signed"
            heads.extend(_behind(child, {"by", "with", "between"}))
            heads.extend(g for a in child.children if a.dep_ == "agent" for c in a.children for g in coordinated(c))
        elif child.dep_ == "relcl" and child.lemma_ in CARRYING:
            subject = next((c for c in child.children if c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"}), None)
            heads.extend(coordinated(subject) if subject is not None else [])
    head, joint = noun.head, noun
    if joint.dep_ == "pobj" and head.lower_ in {"in", "during", "at", "on"} and kind in _WITH_SUBJECT:
        joint, head = head, head.head
        if (head.pos_ == "VERB" and kind == "visit") or head.lemma_ in _SPOKEN_THERE:
            subject = shared_subject(head)
            heads.extend(coordinated(subject) if subject is not None else [])
        return heads
    if joint.dep_ == "pobj" and head.lower_ in {"after", "following"} and kind in _WITH_OTHERS:
        above = head.head  # "said after a meeting with her"
        subject = shared_subject(above) if above.lemma_ in _SPOKEN_THERE | {"attend", "emerge"} else None
        heads.extend(coordinated(subject) if subject is not None else [])
        return heads
    if joint.dep_ in {"dobj", "nsubjpass"} and head.pos_ == "VERB" and head.lemma_ in CARRYING:
        for child in head.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in {"against", "with", "by", "on"}):
                heads.extend(g for c in child.children if c.dep_ == "pobj" for g in coordinated(c))
    if joint.dep_ in {"dobj", "dative"} and head.lemma_ == "tell" and (teller := shared_subject(head)) is not None:
        heads[:0] = coordinated(teller)
    if joint.dep_ == "dobj" and head.lemma_ in CARRYING - {"kill", "injure", "wound", "see", "follow", "mark"}:
        subject = shared_subject(head)
        heads[:0] = coordinated(subject) if subject is not None else []
    return heads


def in_dateline(parsed: ParsedBlock, token: "Token") -> bool:
    """Whether a word stands before the dash of "MADRID — Spain …" or "HARROW, March 14 (Courier) — …"."""
    if token.i > 14 or token.idx > 90:
        return False
    line = DATELINE.match(parsed.text)
    return line is not None and token.idx < line.end()
