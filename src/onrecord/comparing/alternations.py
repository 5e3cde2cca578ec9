"""One form for what English puts in several: who moved from where, and what is where.

    Norland has withdrawn its soldiers from Harl.   withdraw(theme=norland soldier, place=harl)
    Norland's soldiers have left Harl.              withdraw(theme=norland soldier, place=harl)
    Norland has soldiers in Harl.                   exist(theme=norland soldier, place=harl)
    Norland's soldiers are in Harl.                 exist(theme=norland soldier, place=harl)

After Levin, "English Verb Classes and Alternations" (1993): causative alternation, and the locative object of "leave".
A claim keeps its own proposition in the record; this is only how it is compared.
"""

import re

from msgspec.structs import replace

from onrecord.language.places import country_of
from onrecord.model.identity import fold
from onrecord.model.items import Argument, Claim, Proposition

MOTIONS = frozenset({"withdraw", "enter", "return", "transit", "deploy"})
"""Classes of verbs that move somebody from, to or through a place."""

_SITE_OF = re.compile(r"^(?:the |an? )?(?:[^\W\d_]+ ){0,2}of (?:the )?[A-Z]")
"""Words for a place by what it belongs to: "the port of Harl"."""

SITES = frozenset({"base", "camp", "city", "country", "harbor", "harbour", "port", "station", "town", "village"})
"""Nouns for places that one leaves and enters as such."""

OWNERS_REACH = 3
"""How far into an argument's words its owner may stand: "all Norland soldiers", "the Norland army's tanks"."""


def settled(claim: Claim) -> Claim:
    """The claim with its proposition in the form it is compared in; most claims are in it already."""
    proposition = claim.proposition
    if proposition.predicate in MOTIONS:
        return _with(claim, proposition.predicate, _moved(proposition))
    if proposition.predicate == "be":
        return _with(claim, "exist", _stationed(proposition))
    if proposition.predicate == "exist":
        theme, place = proposition.argument("theme"), proposition.argument("place")
        return _with(claim, "exist", _placed(theme, place, proposition.argument("agent")))
    return claim


def _with(claim: Claim, predicate: str, arguments: tuple[Argument, ...] | None) -> Claim:
    if arguments is None:
        return claim
    return replace(claim, proposition=Proposition(predicate=predicate, arguments=arguments))


def _moved(proposition: Proposition) -> tuple[Argument, ...] | None:
    agent, theme = proposition.argument("agent"), proposition.argument("theme")
    roles = (proposition.argument(role) for role in ("source", "goal", "place"))
    ground = next((argument for argument in roles if argument and not argument.filled), None)
    if ground is None and theme is not None and _is_place(theme):
        return _placed(agent, theme, None)
    if ground is None:
        return None
    return _placed(theme, ground, agent) if theme is not None else _placed(agent, ground, None)


def _stationed(proposition: Proposition) -> tuple[Argument, ...] | None:
    if any(argument.role not in {"agent", "place", "time"} for argument in proposition.arguments):
        return None
    agent, place = proposition.argument("agent"), proposition.argument("place")
    if agent is None or country_of(agent.text) is not None:
        return None
    return _placed(agent, place, None)


def _placed(theme: Argument | None, place: Argument | None, owner: Argument | None) -> tuple[Argument, ...] | None:
    if theme is None or place is None or not theme.key or not place.key:
        return None
    country = next(filter(None, (_country(word) for word in theme.text.split()[:OWNERS_REACH])), None)
    if country is None and owner is not None:
        country = country_of(owner.text)
    key = theme.key
    if country is not None and fold(country) not in key and fold(country) != fold(place.key):
        key = f"{fold(country)} {key}"
    return (replace(theme, role="theme", key=key), replace(place, role="place", key=_key_of_place(place)))


def _key_of_place(place: Argument) -> str:
    """A place's key; of a port, base or town that is called by a name, the name: "the port of Harl"."""
    found = _SITE_OF.match(place.text) if place.key.rsplit(" ", 1)[-1] in SITES else None
    return fold(place.text[found.end() - 1 :]) if found is not None else place.key


def _country(word: str) -> str | None:
    return country_of(word.removesuffix("'s").removesuffix("’s")) if word[:1].isupper() else None


def _is_place(argument: Argument) -> bool:
    words = argument.text.split()
    if country_of(argument.text) is not None or argument.key.rsplit(" ", 1)[-1] in SITES:
        return True
    return bool(words) and (all(word[:1].isupper() for word in words) or _SITE_OF.match(argument.text) is not None)
