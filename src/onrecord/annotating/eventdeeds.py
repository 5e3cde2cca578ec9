"""Verbs of meeting, travel, office, vote, business and publishing: the sort of event that each tells of."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.annotating.eventgrammar import are_workers, is_person, is_single, lemmas_of, phrases_of, things_of
from onrecord.annotating.eventwords import (
    ADDRESSED,
    COURTS,
    DECLARED,
    DOCUMENTS,
    ELECTIONS,
    LAWS,
    MEETING_OBJECTS,
    OPENED,
    ORDERED,
    PHONE,
    PROTESTERS,
    REPORTERS,
    SIGNABLE,
    TOPICS,
    WEAPONS,
)
from onrecord.annotating.surroundings import shared_subject

if TYPE_CHECKING:
    from onrecord.language.trees import Token


def _meet(verb: "Token") -> str | None:
    for thing in things_of(verb):
        if thing.lemma_.lower() in MEETING_OBJECTS or thing.ent_type_ in {"CARDINAL", "PERCENT", "MONEY"}:
            return None
        if thing.pos_ == "NOUN" and not is_person(thing) and not thing.ent_type_:
            return None
    return "meeting"


def _speak(verb: "Token") -> str | None:
    preps = phrases_of(verb)
    by_phone = PHONE - {"conference"}  # "spoke to reporters at a news conference"
    if any(token.lemma_.lower() in by_phone for token in preps.values()) or any(
        child.lower_ in by_phone for child in verb.subtree
    ):
        return "call"
    other = preps.get("with")
    if other is not None:
        if other.lemma_.lower() in REPORTERS or not (is_person(other) or other.ent_type_ in {"GPE", "ORG"}):
            return None
        return "meeting" if other.tag_ == "NNS" else "call"
    heard = preps.get("to")
    if heard is not None and heard.tag_ == "NNS" and is_person(heard) and heard.lemma_.lower() not in REPORTERS:
        return "meeting"
    formal = any(
        token.pos_ in {"NOUN", "PROPN"} and token.lemma_ not in {"conference", "briefing"}
        for name, token in preps.items()
        if name in {"at", "before"}
    )
    return "speech" if formal else None


def _discuss(verb: "Token") -> str | None:
    return "call" if any(token.lower_ in PHONE and token.head.lower_ in {"by", "over", "on", "via", "phone", "through"}
                         for token in verb.subtree) else None  # fmt: skip


def _steps_down(verb: "Token") -> str | None:
    return "resignation" if any(
        child.lower_ in {"down", "aside"} and child.dep_ in {"prt", "advmod"} for child in verb.children
    ) else None  # fmt: skip


def _walk(verb: "Token") -> str | None:
    out = any(child.lower_ == "out" and child.dep_ in {"prt", "advmod", "prep"} for child in verb.children)
    subject = shared_subject(verb)
    return "strike" if out and subject is not None and are_workers(subject) else None


def _publish(verb: "Token") -> str | None:
    things = things_of(verb)
    if verb.lemma_ == "release" and any(is_person(thing) or thing.lemma_ == "hostage" for thing in things):
        return "release"
    return "announcement" if lemmas_of(things) & DOCUMENTS or any(t.pos_ == "PROPN" for t in things) else None


def _order(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    if subject is not None and subject.lemma_.lower() in COURTS and verb.tag_ == "VBD":
        return "ruling"
    if any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children):
        return None
    return "announcement" if lemmas_of(things_of(verb)) & ORDERED else None


def _declare(verb: "Token") -> str | None:
    things = things_of(verb)
    lemmas = lemmas_of(things) | {g.lemma_.lower() for t in things for c in t.children for g in c.children}
    return "announcement" if lemmas & DECLARED else None


def _launch(verb: "Token") -> str | None:
    things = lemmas_of(things_of(verb))
    if things & (WEAPONS | {"strike", "attack", "raid", "airstrike", "assault", "offensive", "invasion"}):
        return "attack"
    return "launch" if things else None


def _open(verb: "Token") -> str | None:
    things = lemmas_of(things_of(verb))
    if "fire" in things:
        return "attack"
    return "launch" if things & OPENED else None


def _sign(verb: "Token") -> str | None:
    things = things_of(verb)
    if lemmas_of(things) & SIGNABLE or any(thing.pos_ == "PROPN" and not is_person(thing) for thing in things):
        return "signing"
    return "signing" if not things and "into" in phrases_of(verb) else None


def _close(verb: "Token") -> str | None:
    things = things_of(verb) or [s for s in (shared_subject(verb),) if s is not None]
    return None if lemmas_of(things) & (TOPICS | {"price", "share", "stock", "market", "eye", "deal"}) else "closure"


def _suspend(verb: "Token") -> str | None:
    things = things_of(verb)
    if any(thing.ent_type_ in {"GPE", "PERSON", "ORG"} or is_person(thing) for thing in things):
        return "sanction"
    halted = {"operation", "service", "flight", "sailing", "trading", "production", "work"}
    return "closure" if lemmas_of(things) & halted else None


def _name(verb: "Token") -> str | None:
    """Not whoever is only mentioned by name."""
    given = any(child.dep_ in {"oprd", "ccomp", "xcomp"} or (child.dep_ == "prep" and child.lower_ in {"as", "to"})
                for child in verb.children)  # fmt: skip
    return "appointment" if given and any(is_person(thing) for thing in things_of(verb)) else None


def _swear(verb: "Token") -> str | None:
    return "appointment" if any(child.lower_ == "in" for child in verb.children) else None


def _appoint(verb: "Token") -> str | None:
    return "appointment" if any(is_person(thing) or thing.lemma_ == "successor" for thing in things_of(verb)) else None


def _succeed(verb: "Token") -> str | None:
    subject, things = shared_subject(verb), [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if subject is None or not things or not is_person(subject):
        return None
    before = any(t.ent_type_ == "PERSON" or t.lower_ in {"him", "her"} or t.pos_ == "PROPN" for t in things)
    return "appointment" if before else None


def _dismiss(verb: "Token") -> str | None:
    things = things_of(verb)
    if lemmas_of(things) & {"case", "lawsuit", "charge", "appeal", "suit", "complaint", "indictment", "motion"}:
        subject = shared_subject(verb)
        return "ruling" if subject is None or subject.lemma_.lower() in COURTS or subject.dep_ == "nsubjpass" else None
    return "resignation" if any(is_person(thing) for thing in things) else None


def _leave_office(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    return "resignation" if subject is not None and is_person(subject) else None


def _found(verb: "Token") -> str | None:
    things = things_of(verb)
    if verb.lower_ in {"founded", "founding", "established"}:
        return "founding" if things else None
    return "founding" if verb.lower_ != "found" and any(thing.pos_ == "PROPN" for thing in things) else None


_LEGISLATURES = frozenset(
    {"parliament", "senate", "assembly", "congress", "lawmaker", "legislature", "legislator", "mp"}
)
"""Who decides by a vote, whatever it is that they approve."""


def _pass(verb: "Token") -> str | None:
    things = things_of(verb)
    subject = shared_subject(verb)
    if verb.lemma_ in {"approve", "reject"} and subject is not None and subject.lemma_.lower() in COURTS:
        return "ruling"
    if subject is not None and things and subject.lemma_.lower() in _LEGISLATURES:
        return "vote"
    by_one = verb.lemma_ == "reject" and subject is not None and is_single(subject)
    return "vote" if lemmas_of(things) & LAWS and not by_one else None


def _win(verb: "Token") -> str | None:
    things = things_of(verb)
    return "vote" if lemmas_of(things) & (ELECTIONS - {"vote", "seat", "term", "race"}) else None


def _address(verb: "Token") -> str | None:
    return "speech" if lemmas_of(things_of(verb)) & ADDRESSED else None


def _visit(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    if subject is None or not (
        is_person(subject) or subject.ent_type_ in {"PERSON", "NORP"} or subject.lower_ in {"i", "we"}
    ):
        return None
    if verb.lemma_ in {"visit", "tour"}:
        return "visit"
    preps = phrases_of(verb)
    named = any(thing.pos_ == "PROPN" for thing in things_of(verb))
    inward = any(child.lower_ in {"in", "here", "there", "late"} and child.dep_ in {"prt", "advmod"}
                 for child in verb.children)  # fmt: skip
    return "visit" if named or inward or {"to", "into", "in", "at", "for", "over", "from"} & set(preps) else None


def _sit(verb: "Token") -> str | None:
    """A court's or panel's sitting, or "sat down with" somebody."""
    subject = shared_subject(verb)
    if any(child.lower_ == "down" for child in verb.children):
        return "meeting" if "with" in phrases_of(verb) else None
    if subject is None:
        return None
    lemma = subject.lemma_.lower()
    return "hearing" if lemma in COURTS else "meeting" if lemma in {"committee", "council", "assembly"} else None


def _delegation(verb: "Token") -> str | None:
    """A visit in "led a delegation to" and "sent a mission there"."""
    going = any(
        child.lower_ == "there" or (child.dep_ == "prep" and child.lower_ == "to")
        for base in (verb, *things_of(verb))
        for child in base.children
    )
    return "visit" if going and lemmas_of(things_of(verb)) & {"delegation", "mission", "envoy"} else None


def is_stay(verb: "Token") -> bool:
    """Whether somebody "was in Portsund": a visit, where a day is told."""
    if verb.lemma_ != "be" or verb.dep_ in {"aux", "auxpass"}:
        return False
    subject = shared_subject(verb)
    if subject is None or not is_person(subject) or subject.ent_type_ in {"GPE", "ORG"}:
        return False
    return any(
        child.dep_ == "prep" and child.lower_ in {"in", "at"} and any(g.ent_type_ == "GPE" for g in child.children)
        for child in verb.children
    )


def _depart(verb: "Token") -> str | None:
    if any(child.dep_ == "prep" and child.lower_ == "from" for child in verb.children):
        return None
    return _visit(verb)


def _gather(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    if subject is None or not is_person(subject):
        return None
    who = {subject.lemma_.lower(), *(token.lemma_.lower() for token in subject.subtree)}
    return "protest" if who & PROTESTERS else "meeting"


def _host(verb: "Token") -> str | None:
    things = things_of(verb)
    return "meeting" if any(is_person(thing) or thing.ent_type_ == "PERSON" for thing in things) else None


def _acquire(verb: "Token") -> str | None:
    subject, things = shared_subject(verb), things_of(verb)
    firm = subject is not None and (subject.ent_type_ in {"ORG", "PERSON"} or subject.pos_ == "PROPN")
    other = any(t.pos_ == "PROPN" or t.lemma_ in {"company", "stake", "rival", "business"} for t in things)
    return "acquisition" if firm and other else None


def _agree(verb: "Token") -> str | None:
    """Not an opinion shared: "agreed that the quay is too short", "agreed with her"."""
    if any(child.dep_ == "ccomp" and _is_opinion(child) for child in verb.children):
        return None
    done = any(child.dep_ in {"xcomp", "ccomp", "dobj", "nsubjpass"} for child in verb.children)
    others = phrases_of(verb)
    settled = any(name in {"to", "on", "upon"} and noun.ent_type_ != "DATE" for name, noun in others.items())
    return "agreement" if done or settled or not {"with", "about"} & set(others) else None


def _is_opinion(clause: "Token") -> bool:
    """Whether a clause tells how things are or must be, not what will be done."""
    auxiliaries = {child.lower_ for child in clause.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & {"will", "would", "’ll", "'ll", "shall", "to"}:
        return False
    return clause.tag_ in {"VBZ", "VBP", "VBD"} or bool(
        auxiliaries & {"must", "should", "can", "could", "is", "are", "has"}
    )


def _protest(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    return "protest" if subject is not None and subject.lower_ not in {"he", "she", "it"} and (
        subject.tag_ in {"NNS", "NNPS"} or subject.ent_type_ == "NORP") else None  # fmt: skip


DEEDS: dict[str, Callable[["Token"], str | None]] = {
    "agree": _agree,
    "meet": _meet,
    "discuss": _discuss,
    "talk": _speak,
    "confer": _meet,
    "speak": _speak,
    "step": _steps_down,
    "stand": _steps_down,
    "walk": _walk,
    "release": _publish,
    "publish": _publish,
    "issue": _publish,
    "disclose": _publish,
    "order": _order,
    "declare": _declare,
    "launch": _launch,
    "open": _open,
    "inaugurate": _open,
    "sign": _sign,
    "ink": _sign,
    "close": _close,
    "shut": _close,
    "suspend": _suspend,
    "name": _name,
    "swear": _swear,
    "appoint": _appoint,
    "nominate": _appoint,
    "hire": _appoint,
    "promote": _name,
    "succeed": _succeed,
    "replace": _succeed,
    "dismiss": _dismiss,
    "sack": _dismiss,
    "oust": _dismiss,
    "remove": _dismiss,
    "impeach": _dismiss,
    "resign": _leave_office,
    "quit": _leave_office,
    "retire": _leave_office,
    "found": _found,
    "establish": _found,
    "pass": _pass,
    "approve": _pass,
    "ratify": _pass,
    "reject": _pass,
    "veto": _pass,
    "win": _win,
    "address": _address,
    "visit": _visit,
    "tour": _visit,
    "sit": _sit,
    "travel": _visit,
    "arrive": _visit,
    "fly": _visit,
    "land": _visit,
    "depart": _depart,
    "lead": _delegation,
    "send": _delegation,
    "gather": _gather,
    "host": _host,
    "welcome": _host,
    "acquire": _acquire,
    "buy": _acquire,
    "purchase": _acquire,
    "merge": _acquire,
    "protest": _protest,
    "demonstrate": _protest,
    "march": _protest,
}
"""Verbs with the sense that their words decide."""
