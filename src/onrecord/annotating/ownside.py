"""What "here", "we" and "you" stand for, seen from the side of whoever speaks."""

from typing import TYPE_CHECKING

from onrecord.annotating.antecedents import Referent, Setting, is_proper
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.spokesmen import spoken_for
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.language.places import country_containing
from onrecord.model.identity import fold

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_OWN_DEEDS = frozenset(
    {"say", "tell", "know", "think", "believe", "speak", "write", "remember", "recall", "see", "hear", "feel", "accept",
     "agree", "understand", "regret", "meet", "sign", "be", "have", "mean", "resign", "read", "swear", "talk"}
)  # fmt: skip
"""What somebody who is asked does in person, and not as the body they speak for."""


def here(view: Viewpoint, setting: Setting, *, with_we: bool) -> Referent | None:
    """Where "here" is: where the words were spoken, else the state spoken for; beside "we", that state first."""
    party = setting.country(view.party) if view.party else None
    place = view.place
    country = (setting.country(place) or country_containing(place)) if place else None
    if party and (place is None or with_we or country == party):
        return Referent(party, fold(party), None, country=True, filled=True)
    if place:
        name = country or place
        return Referent(name, fold(name), None, country=country is not None, filled=True)
    return None


def ours(view: Viewpoint, setting: Setting) -> Referent | None:
    """Whom "we" stands for: the state or body that the speaker speaks for."""
    party = view.party or spoken_for(view.name)
    if party is None:
        return None
    country = setting.country(party)
    if country is None and not is_proper(party):
        return None
    name = country or party
    return Referent(name, fold(name), None, country=country is not None, filled=True)


def asked_of(word: "Token", view: Viewpoint, setting: Setting) -> Referent | None:
    """Whom "you" means in a turn that ends in a question: who answers it, or the body that they speak for."""
    asked = view.asked
    if asked is None or asked.name is None:
        return None
    body = ours(asked, setting) if word.tag_ == "PRP" and lemma_of(word.head) not in _OWN_DEEDS else None
    return body or Referent(asked.name, fold(asked.name), asked.entity, filled=True)
