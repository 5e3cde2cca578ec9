"""Nouns that name an event only in one of their senses: calls, strikes, charges, trials."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.annotating.eventwords import CLINICAL, FILED, OF_ARMS, OF_BOMBS, PHONE, WORKERS

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_NO_ARMS = frozenset(
    {"heart", "panic", "anxiety", "asthma", "personal", "verbal", "partisan", "political", "ad", "twitter",
     "rhetorical", "sharpened", "negative", "attack"}
)  # fmt: skip
"""What makes an attack one of the body or of words."""


_OF_WORKERS = frozenset({"call", "suspend", "settle", "avert", "end", "stage", "vote"})
"""What is done with a strike of workers and not with one of arms."""


def _a_call(noun: "Token") -> str | None:
    if any(child.lower_ in {"for", "to"} and child.dep_ == "prep" for child in noun.children):
        return None
    if {child.lower_ for child in noun.children} & (PHONE | {"press", "background"}):
        return "call"
    if any(child.lower_ in {"with", "between"} for child in noun.children):
        return "call"
    if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during", "on"}:
        return "call"
    return "call" if noun.dep_ == "dobj" and noun.head.lemma_ in {"hold", "host", "join", "schedule"} else None


def _a_strike(noun: "Token") -> str | None:
    around = {child.lower_ for child in noun.children} | {child.lemma_.lower() for child in noun.children}
    if around & OF_ARMS:
        return "attack"
    called_off = noun.head.pos_ == "VERB" and noun.head.lemma_ in _OF_WORKERS
    if called_off or any(child.dep_ == "relcl" and child.lemma_ in {"begin", "start"} for child in noun.children):
        return "strike"
    told = {token.lemma_.lower() for token in noun.sent}
    return "strike" if told & WORKERS or around & {"general", "hunger", "nationwide"} else "attack"


def _a_charge(noun: "Token") -> str | None:
    filed = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in FILED
    against = any(child.lower_ in {"against"} for child in noun.children)
    accused = noun.tag_ == "NN" and any(child.dep_ in {"compound", "poss"} for child in noun.children)
    return "charge" if filed or against or accused else None


def _a_trial(noun: "Token") -> str | None:
    around = {child.lower_ for child in noun.children}
    return None if around & CLINICAL else "hearing"


def _an_explosion(noun: "Token") -> str | None:
    if noun.lemma_.lower() == "fire" and not (
        noun.dep_ in {"nsubj", "nsubjpass", "attr"} or any(child.lower_ in {"at", "in"} for child in noun.children)
    ):
        return None
    return "attack" if {token.lemma_.lower() for token in noun.sent} & OF_BOMBS else "accident"


def _an_appointment(noun: "Token") -> str | None:
    return None if any(child.lower_ in {"with", "at"} for child in noun.children) else "appointment"


def _a_fire(noun: "Token") -> str | None:
    return _an_explosion(noun)


def _an_opening(noun: "Token") -> str | None:
    return "launch" if any(child.lower_ == "of" for child in noun.children) else None


def _an_attack(noun: "Token") -> str | None:
    """Not one of the body or of words: "a heart attack", "a personal attack", "attacks on her record"."""
    return None if {child.lower_ for child in noun.children} & _NO_ARMS else "attack"


def _a_settlement(noun: "Token") -> str | None:
    return "agreement" if noun.tag_ == "NN" and any(c.lower_ in {"with", "between"} for c in noun.children) else None


def _a_protest(noun: "Token") -> str | None:
    """Not why something else is done: "walked out in protest"."""
    alone = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.left_edge.i == noun.i
    return None if alone and noun.tag_ == "NN" else "protest"


OF_NOUN: dict[str, Callable[["Token"], str | None]] = {
    "call": _a_call, "strike": _a_strike, "charge": _a_charge, "trial": _a_trial, "explosion": _an_explosion,
    "blast": _an_explosion, "attack": _an_attack, "fire": _a_fire,
    "appointment": _an_appointment, "opening": _an_opening,
    "launch": _an_opening, "settlement": _a_settlement, "protest": _a_protest,
}  # fmt: skip
