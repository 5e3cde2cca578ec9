"""Against whom somebody speaks: who "brushed aside Norlandic complaints" does not speak for Norland."""

import re
from collections.abc import Mapping
from functools import lru_cache

from onrecord.language.places import country_of
from onrecord.language.states import names_behind
from onrecord.model.identity import fold

_REACH = 60
"""Characters between a name and the verb that it stands before: "Mr Roe, on the quay, rejected"."""

_GRIEVANCES = (
    r"(?:accusation|allegation|assertion|attack|call|charge|claim|complaint|criticism|demand|objection|ultimatum"
    r"|pressure|proposal|protest|reproach|suggestion|threat|warning)s?"
)
_AGAINST = re.compile(
    rf"\b(?:brush(?:ed|es) (?:aside|off)|reject(?:ed|s)|dismiss(?:ed|es)|rebuff(?:ed|s)|scoff(?:ed|s) at|shrug(?:ged|s)"
    rf" off|wav(?:ed|es) (?:aside|away)|respond(?:ed|s) to)"
    rf" (?:[a-z]+ ){{0,2}}(?P<adjective>[A-Z][\w.]+(?: [A-Z]\w+)?)(?:['’]s?)? (?:[a-z]+ )?{_GRIEVANCES}\b"
    rf"|\b(?:accus(?:ed|es)|blam(?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es)|critici[sz](?:ed|es)|rebuk(?:ed|es)"
    rf"|threaten(?:ed|s)|(?:hit|hits|struck|strikes) back at|lash(?:ed|es) out at) "
    rf"(?:the )?(?P<name>[A-Z][\w.]+(?: [A-Z]\w+)?)"
)


def rivals_of(surname: str, text: str, own: Mapping[str, str]) -> set[str]:
    """The countries that somebody of this surname is told to speak against; `own` names states no list knows.

    `own` maps folded names to the names as shown, as a document uses them.
    """
    found: set[str] = set()
    for before, words in _oppositions(text):
        if not re.search(rf"\b{re.escape(surname)}\b[^.!?\n]*$", before):
            continue
        for phrase in (" ".join(words), words[0]):
            country = country_of(phrase) or own.get(fold(phrase))
            behind = names_behind(phrase, own)
            if country or behind:
                found.add(country or own[behind[0]])
                break
    return found


@lru_cache(maxsize=2)
def _oppositions(text: str) -> tuple[tuple[str, list[str]], ...]:
    """What stands before each verb of speaking against somebody, and the words of who that is."""
    return tuple(
        (text[max(0, match.start() - _REACH) : match.start()], (match["adjective"] or match["name"]).split())
        for match in _AGAINST.finditer(text)
    )
