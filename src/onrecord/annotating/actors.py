"""Who can bind himself: names, bodies, offices, people; told from things by lists and by how nouns for persons end."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.surroundings import OFFICIAL_HEADS, Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import is_own

if TYPE_CHECKING:
    from onrecord.language.trees import Token

COUNTRY_NOUNS = frozenset(
    {
        "country", "nation", "government", "side", "state", "ally", "neighbor", "neighbour", "leader", "partner",
        "delegation", "capital", "power", "party",
    }
)  # fmt: skip
PERSONS = frozenset(
    {
        "people", "men", "women", "man", "woman", "family", "chief", "head", "premier", "king", "queen", "prince",
        "pope", "resident", "student", "staff", "crew", "youth", "public", "community", "church", "school", "hospital",
        "newspaper", "republican", "democrat", "conservative", "liberal", "socialist", "expert", "critic", "activist",
        "aide", "envoy", "deputy", "rebel", "militant", "member", "firefighter", "physician", "host", "citizen",
        "chancellor", "cartel", "gang", "militia", "association", "institute", "institution", "club", "league",
        "network", "alliance", "bloc", "tribe", "household", "jury", "chair", "sheriff", "captain", "general",
        "colonel", "sergeant", "marine", "patrol", "service", "office", "bureau", "body", "republic", "kingdom",
        "camp", "faction", "rival", "ally", "fan", "crowd", "judge", "pac", "firm", "outlet", "paper", "guard",
        "sponsor", "owner", "tribunal", "chamber", "majority", "minority", "opposition", "leadership", "management",
        "airport", "museum", "theatre", "theater", "gallery", "library", "zoo", "diocese", "archdiocese", "parish",
        "railway", "railroad", "hotel", "restaurant", "supermarket", "brand", "studio", "clinic", "college", "academy",
        "laboratory", "cooperative", "orchestra", "band", "embassy", "consulate", "junta", "regime", "palace", "duo",
        "trio", "pair", "couple", "brother", "sister", "son", "daughter", "father", "mother", "wife", "husband",
        "widow", "heir", "tenant", "migrant", "defendant", "plaintiff", "applicant", "client", "agent", "dissident",
        "insurgent", "guerrilla", "nurse", "doctor", "pilot", "athlete", "coach", "analyst", "delegate", "cleric",
        "monk", "nun", "bishop", "archbishop", "priest", "imam", "rabbi", "cardinal", "inhabitant", "merchant",
        "consultant", "islander", "neighbour", "neighbor", "relative", "victim", "survivor", "witness", "kidnapper",
        "mission", "secretariat", "borrower", "reviewer", "follower", "interviewer", "whistleblower", "dancer",
        "grocer", "announcer", "influencer", "miner", "steelmaker", "chipmaker", "brewer", "developer", "operator",
        "supplier", "dairy", "brewery", "winery", "distillery", "pharmacy", "foundry", "startup", "start-up",
    }
)  # fmt: skip
_ROLES = frozenset(
    {
        "accomplice", "ambassador", "apprentice", "architect", "assembly", "assistant", "associate", "attendant",
        "author", "bandit", "battalion", "beneficiary", "board", "bodyguard", "boss", "brigadier", "bureaucracy",
        "celebrity", "champion", "chieftain", "child", "choir", "clergy", "clerk", "colleague", "commandant",
        "committee", "companion", "complainant", "concierge", "conductor", "congregation", "constable", "constituent",
        "contestant", "contractor", "contributor", "convict", "cook", "corporation", "correspondent", "counsel",
        "counterpart", "cyclist", "defector", "dependant", "descendant", "detective", "diplomat", "director",
        "distributor", "docent", "donor", "electrician", "entrepreneur", "executive", "expatriate", "faculty",
        "federation", "fellow", "folk", "fugitive", "garrison", "graduate", "guest", "heiress", "herdsman", "hostess",
        "immigrant", "industry", "infantry", "informant", "inmate", "inspector", "instructor", "intern", "investor",
        "jockey", "kid", "landlord", "laureate", "lieutenant", "magistrate", "major", "mechanic", "medic", "mob",
        "monarch", "navy", "notary", "novelist", "occupant", "opponent", "orphan", "participant", "partnership",
        "pastor", "patient", "patriarch", "patron", "peasant", "pensioner", "personnel", "platoon", "prosecution",
        "proprietor", "protestant", "provost", "pupil", "quartet", "receptionist", "recipient", "recruit", "referee",
        "registrant", "registrar", "respondent", "reservist", "retiree", "reverend", "sailor", "scout", "secretary",
        "seminary", "senior", "shipyard", "soldier", "sovereign", "spokesperson", "squad", "steward", "stewardess",
        "subcontractor", "subscriber", "superintendent", "supervisor", "surgeon", "surveyor", "syndicate", "tailor",
        "teammate", "teenager", "treasurer", "troop", "predecessor", "successor", "undersecretary", "vendor", "veteran",
        "vicar", "viceroy", "villager", "volunteer", "warden", "warlord", "wholesaler", "youngster", "defence",
        "defense",
    }
)  # fmt: skip
"""Further nouns for persons and bodies, whose endings do not tell; those of WordNet's that public affairs need."""
_PERSON = re.compile(
    r"(?:[^n]ist|crat|man|men|woman|person|people|smith|eer|(?:[bdgklmnprstvyz]|[cs]h)er|ator|itor|ector|essor|ian)$"
)
"""Endings of nouns for persons."""
_THINGS = frozenset(
    {
        "answer", "ban", "banner", "barrier", "bomber", "border", "calculator", "career", "chapter", "charter",
        "clan", "color", "computer", "container", "corridor", "counter", "cover", "dinner", "disaster", "disorder",
        "encounter", "error", "factor", "filter", "fist", "folder", "freezer", "generator", "header", "horror",
        "indicator", "layer", "letter", "list", "loan", "matter", "meter", "mirror", "mist", "monitor", "motor",
        "newsletter", "number", "ocean", "offer", "order", "pan", "paper", "plan", "plaster", "poster", "power",
        "quarter", "reactor", "register", "river", "scan", "sector", "semester", "sensor", "server", "shelter",
        "span", "steamer", "summer", "tanker", "terror", "thriller", "tower", "tracker", "trailer", "transfer",
        "prayer", "dryer", "foyer", "flyer", "fryer", "washer", "thrasher", "stretcher", "voucher", "kosher",
        "anger", "beer", "checklist", "corner", "danger", "december", "november", "october", "september", "elevator",
        "fever", "fiber", "fibre", "finger", "hunger", "ladder", "laughter", "locker", "lumber", "maneuver", "merger",
        "murder", "parameter", "powder", "reflector", "remainder", "revolver", "rubber", "shoulder", "shutter",
        "specimen", "thermometer", "thunder", "trigger", "wonder", "barometer", "boulder", "bumper", "burger", "butter",
        "calendar", "cancer", "center", "cluster", "crater", "cylinder", "drawer", "easter",
        "feather", "gender", "grammar", "ginger", "hammer", "helicopter", "kilometer", "kilometre", "leather", "liter",
        "litre", "lobster", "manner", "mutter", "oyster", "pepper", "pillar", "printer",
        "processor", "proctor", "projector", "propeller", "rafter", "rocker", "roster", "rudder", "scooter", "silver",
        "slaughter", "slipper", "soccer", "supper", "sweater", "tractor", "turbine",
        "twist", "van", "vector", "water", "weather", "winter", "wrist",
    }
)  # fmt: skip
"""Nouns that end like those for persons and are none."""

_KNOWN = ACTORS | OFFICIAL_HEADS | COUNTRY_NOUNS | PERSONS | _ROLES


def can_undertake(around: Surroundings, parsed: ParsedBlock, head: "Token") -> bool:
    """Whether a noun names somebody who can bind himself: a name, a body, people; never a thing or a deed."""
    if is_own(head.text):
        return True
    entity = around.entity_at(parsed.offset + head.idx)
    if entity is not None:
        return entity.kind in {"person", "organisation", "place"}
    lemma = head.lemma_.lower()
    return (
        head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
        or lemma in _KNOWN
        or (lemma not in _THINGS and bool(_PERSON.search(lemma)))
    )  # fmt: skip
