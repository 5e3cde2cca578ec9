"""What a deed takes for granted: what was seized, found or closed somewhere had been there.

Only of works and sites ("mills", "mines", "camps") not spoken of before, whose being there is what people deny. The
place is the clause's own, else that of whoever acted, else the country that the speaker acts for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.antecedents import Setting
from onrecord.annotating.clauses import Clause
from onrecord.annotating.deixis import referent_of
from onrecord.annotating.ownside import ours
from onrecord.annotating.participants import Voice, argument, places_under
from onrecord.annotating.phrases import is_definite, is_noun, lemma_of, true_head
from onrecord.annotating.pointing import country_modifier
from onrecord.annotating.polarity import zero_word
from onrecord.annotating.presuppositions import SURE, Nominal
from onrecord.annotating.scope import State
from onrecord.annotating.subjects import agent_of
from onrecord.language.predicates import class_of
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_IMPLYING = frozenset({"seize", "detect", "close", "destroy", "attack", "search", "investigate"})
"""Deeds done to what is there."""
_SITES = frozenset({"camp", "base", "tunnel", "cell", "ring", "network", "site", "hideout", "den", "ghetto", "dump"})
"""Places of doings that no predicate class lists as its sites."""


def existences_in(clause: Clause, proposition: Proposition, state: State, voice: Voice) -> Iterator[Nominal]:
    """The presupposed existence of what a clause's deed is done to, where the text tells where that is."""
    if proposition.predicate not in _IMPLYING or state.negated or state.modality != "asserted":
        return
    place = _explicit(proposition)
    if place is not None and proposition.predicate == "detect":
        return  # the finding itself says what is there
    for noun in _undergoers(clause.head):
        kind = true_head(noun)
        if not _is_site(kind) or is_definite(noun) or is_definite(kind) or zero_word(noun) or zero_word(kind):
            continue
        where = place or _place(kind, clause.head, voice)
        if where is None:
            continue
        thing = argument("theme", noun, voice)
        if thing.key and thing.key != where.key:
            taken = State(presupposed=True, hedges=state.hedges, quantity=None, said_by=state.said_by)
            yield Nominal(kind, noun, Proposition(predicate="exist", arguments=(thing, where)), taken, SURE)


def _explicit(proposition: Proposition) -> Argument | None:
    place = proposition.argument("place")
    if place is None or not place.key or class_of(place.key.rsplit(" ", 1)[-1], "site") is not None:
        return None
    return place


def _undergoers(head: "Token") -> "Iterator[Token]":
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass"} and is_noun(child):
            yield child


def _is_site(noun: "Token") -> bool:
    if noun.pos_ == "PROPN":
        return False
    lemma = lemma_of(noun).lower()
    return lemma in _SITES or class_of(lemma, "site") is not None


def _place(kind: "Token", head: "Token", voice: Voice) -> Argument | None:
    """Where, if the clause does not say: at the noun, at the doer's country, else at the speaker's."""
    here = places_under([kind], voice)
    if here:
        return here[0]
    country = country_modifier(kind, voice.setting)
    doer = _doer(head)
    if country is None and doer is not None:
        country = _country_of_doer(doer, voice)
        if country is None and not _is_authority(doer):
            return None
    if country is not None:
        return Argument(role="place", text=country, key=fold(country), filled=True)
    own = ours(voice.view, voice.setting)
    if own is None or not own.country:
        return None
    return Argument(role="place", text=own.text, key=own.key, filled=True)


def _doer(head: "Token") -> "Token | None":
    return next((c for c in head.children if c.dep_ == "nsubj"), None) or agent_of(head)


def _country_of_doer(doer: "Token", voice: Voice) -> str | None:
    setting: Setting = voice.setting
    referent = referent_of(doer, voice.parsed, voice.view, setting)
    if referent.country:
        return referent.text
    return country_modifier(doer, setting) if _is_authority(doer) else None


def _is_authority(doer: "Token") -> bool:
    """Whether a doer acts for a state by what it is: "police", "inspectors", "our troops"."""
    return doer.lower_ in {"we", "authorities"} or lemma_of(doer).lower() in _AUTHORITIES


_AUTHORITIES = frozenset(
    {"army", "authority", "court", "force", "government", "inspector", "marine", "military", "ministry", "navy",
     "officer", "official", "patrol", "police", "policeman", "prosecutor", "soldier", "troop"}
)  # fmt: skip
