"""What "here" and "we" stand for, seen from the side of whoever speaks."""

from onrecord.annotating.antecedents import Referent, Setting, is_proper
from onrecord.annotating.spokesmen import spoken_for
from onrecord.annotating.viewpoints import Viewpoint
from onrecord.language.places import country_containing
from onrecord.model.identity import fold


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
