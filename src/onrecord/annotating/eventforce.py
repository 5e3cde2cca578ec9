"""Verbs of force, arrest, court and death: the sort of event that each tells of where it is meant so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.annotating.eventgrammar import are_workers, is_person, lemmas_of, phrases_of, things_of
from onrecord.annotating.eventwords import (
    ABSTRACT,
    ATTACKS_IN_WORDS,
    COURTS,
    NOUNS,
    OF_BOMBS,
    OFFICIAL,
    VEHICLES,
    WEAPONS,
    words,
)
from onrecord.annotating.surroundings import shared_subject

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_STRUCK = words(
    "deal balance tone chord agreement bargain note pose accord pact truce blow gold nerve alliance partnership"
)
"""What is "struck" without a blow."""
_ARMED = words("force missile plane jet drone army military rocket warplane militant rebel bomber gunman airstrike")
_ARGUED = words("plan policy record idea proposal law critic")
"""What is "attacked" in words."""


def _find(verb: "Token") -> str | None:
    for token in verb.subtree:
        if token.i > verb.i and token.lower_ in {"guilty", "dead"} and token.head.i in {
            verb.i, verb.head.i, *(child.i for child in verb.children)
        }:  # fmt: skip
            return "conviction" if token.lower_ == "guilty" else "death"
    return None


def _plead(verb: "Token") -> str | None:
    return "conviction" if any(token.lower_ in {"guilty", "contest"} for token in verb.subtree) else None


def _appear(verb: "Token") -> str | None:
    preps = phrases_of(verb)
    before = preps.get("before")
    if before is not None and before.lemma_.lower() in COURTS | {
        "committee",
        "parliament",
        "senate",
        "congress",
        "inquiry",
    }:
        return "hearing"
    return "hearing" if "in" in preps and preps["in"].lemma_.lower() in {"court", "dock"} else None


def _lose(verb: "Token") -> str | None:
    things = lemmas_of(things_of(verb))
    return "death" if things & {"life", "lives"} else None


def _jail(verb: "Token") -> str | None:
    long = any(token.lemma_ in {"year", "month", "life"} for token in verb.subtree)
    return "conviction" if long else "arrest"


def _deny(verb: "Token") -> str | None:
    refused = lemmas_of([child for child in verb.children if child.dep_ in {"dobj", "oprd", "dative"}])
    return "ruling" if refused & {"bail", "parole", "asylum", "clemency"} else None


def _hand(verb: "Token") -> str | None:
    over = any(child.lower_ == "over" and child.dep_ in {"prt", "advmod"} for child in verb.children)
    return "extradition" if over and any(is_person(thing) for thing in things_of(verb)) else None


def _fire(verb: "Token") -> str | None:
    things = things_of(verb)
    if lemmas_of(things) & WEAPONS or {"at", "on", "into"} & set(phrases_of(verb)):
        return "attack"
    return "resignation" if any(is_person(thing) for thing in things) else None


def _strike(verb: "Token") -> str | None:
    subject, things = shared_subject(verb), things_of(verb)
    if subject is not None and are_workers(subject) and not things:
        return "strike"
    if subject is not None and (NOUNS.get(subject.lemma_.lower()) == "disaster" or subject.lemma_ == "lightning"):
        return None
    if lemmas_of(things) & _STRUCK:
        return None
    if "down" in {child.lower_ for child in verb.children}:
        return "ruling" if subject is not None and subject.lemma_.lower() in COURTS else None
    armed = subject is not None and (
        subject.lemma_.lower() in _ARMED
        or subject.ent_type_ in {"GPE", "NORP"}
    )  # fmt: skip
    return "attack" if armed and things else None


def _attack(verb: "Token") -> str | None:
    """Not what one person does to another in words."""
    subject, things = shared_subject(verb), things_of(verb)
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    if passive or subject is None:
        armed = any(token.ent_type_ in {"GPE", "FAC", "LOC", "CARDINAL"} or token.tag_ == "NNS" for token in things)
        return "attack" if armed or {"in", "at", "with", "near"} & set(phrases_of(verb)) else None
    if subject.ent_type_ in {"PERSON", "ORG"} or subject.lower_ in {"he", "she", "i", "we", "it", "that", "which"}:
        return None
    if any(child.lower_ in ATTACKS_IN_WORDS and child.dep_ == "prep" for child in verb.children):
        return None
    return "attack" if things and not lemmas_of(things) & _ARGUED else None


def _violent(verb: "Token") -> str | None:
    """Bombing, storming, shelling, raiding …: what is done to a place, a body or people."""
    things = things_of(verb)
    if verb.lemma_ in {"explode", "detonate"}:
        told = {token.lemma_.lower() for token in verb.sent}
        return "attack" if told & OF_BOMBS else "accident"
    if verb.lemma_ == "storm" and not things:
        return None
    if verb.lemma_ == "shoot" and lemmas_of(things) & {"video", "film", "photo", "scene", "footage", "movie", "glance"}:
        return None
    return "attack" if things or verb.lemma_ in {"riot", "assault"} else None


def _charge(verb: "Token") -> str | None:
    if any(child.dep_ in {"ccomp", "prt"} for child in verb.children):
        return None
    for child in verb.children:
        if child.dep_ != "prep" and any(token.text in {"$", "£", "€"} for token in child.subtree):
            return None
        if child.dep_ in {"dobj", "nsubjpass"} and (
            child.ent_type_ == "MONEY" or any(g.ent_type_ == "MONEY" for g in child.children)
        ):
            return None
        if child.dep_ == "dobj" and child.lemma_ in {"fee", "price", "rent", "interest", "battery", "tuition", "fare"}:
            return None
    return "charge"


def _accuse(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    return "charge" if subject is not None and subject.lemma_.lower() in OFFICIAL - {"complaint"} else None


def _seize(verb: "Token") -> str | None:
    things = things_of(verb)
    lemmas = lemmas_of(things)
    if lemmas & {"power", "control"} or any(thing.ent_type_ == "GPE" for thing in things):
        return "attack"
    if lemmas & {"opportunity", "chance", "moment", "initiative", "attention", "advantage", "lead"} or not things:
        return None
    return "arrest" if any(thing.ent_type_ == "PERSON" for thing in things) else "seizure"


def _capture(verb: "Token") -> str | None:
    things = things_of(verb)
    if any(thing.ent_type_ in {"GPE", "LOC"} or thing.lemma_ in {"town", "city", "village"} for thing in things):
        return "attack"
    if lemmas_of(things) & ABSTRACT or not any(is_person(thing) for thing in things):
        return None
    return "arrest"


def _execute(verb: "Token") -> str | None:
    return "death" if any(is_person(thing) for thing in things_of(verb)) else None


def _drown(verb: "Token") -> str | None:
    return None if any(child.lower_ == "out" for child in verb.children) else "death"


def _fine(verb: "Token") -> str | None:
    return "sanction" if things_of(verb) else None


def _rule(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    if any(child.lower_ == "out" for child in verb.children):
        return None
    judged = subject is not None and (subject.lemma_.lower() in COURTS or subject.lower_ in {"he", "she", "it"})
    told = any(child.dep_ == "ccomp" or (child.dep_ == "prep" and child.lower_ in {"against", "in", "that"})
               for child in verb.children)  # fmt: skip
    return "ruling" if judged and told else None


def _overturn(verb: "Token") -> str | None:
    return _crash(verb) or _block(verb)


def _block(verb: "Token") -> str | None:
    subject = shared_subject(verb)
    return "ruling" if subject is not None and subject.lemma_.lower() in COURTS else None


def _crash(verb: "Token") -> str | None:
    things = [s for s in (shared_subject(verb),) if s is not None] + things_of(verb)
    moving = any(
        thing.lemma_.lower() in VEHICLES or {c.lemma_.lower() for c in thing.children} & VEHICLES for thing in things
    )
    return "accident" if moving else None


def _take(verb: "Token") -> str | None:
    things = things_of(verb)
    lemmas = lemmas_of(things)
    preps = phrases_of(verb)
    if lemmas & {"office"}:
        return "appointment"
    if any(token.lemma_.lower() == "custody" for token in preps.values()):
        return "arrest"
    if "to" in preps and preps["to"].lemma_.lower() == "street":
        return "protest"
    over = any(child.lower_ == "over" and child.dep_ in {"prt", "advmod", "prep"} for child in verb.children)
    takers = {"from", "as"} & set(preps) or any(c.dep_ == "prep" and c.lower_ in {"as", "from"} for c in verb.children)
    subject = shared_subject(verb)
    if over and takers and subject is not None and is_person(subject):
        return "appointment"
    return None


FORCE: dict[str, Callable[["Token"], str | None]] = {
    "find": _find,
    "plead": _plead,
    "appear": _appear,
    "lose": _lose,
    "jail": _jail,
    "imprison": _jail,
    "deny": _deny,
    "take": _take,
    "hand": _hand,
    "fire": _fire,
    "strike": _strike,
    "attack": _attack,
    "bomb": _violent,
    "shoot": _violent,
    "raid": _violent,
    "shell": _violent,
    "storm": _violent,
    "invade": _violent,
    "explode": _violent,
    "detonate": _violent,
    "charge": _charge,
    "accuse": _accuse,
    "seize": _seize,
    "capture": _capture,
    "crash": _crash,
    "collide": _crash,
    "collapse": _crash,
    "sink": _crash,
    "block": _block,
    "overturn": _overturn,
    "uphold": _block,
    "rule": _rule,
    "execute": _execute,
    "fine": _fine,
    "fin": _fine,
    "ban": _fine,
    "drown": _drown,
}
"""Verbs with the sense that their words decide."""
