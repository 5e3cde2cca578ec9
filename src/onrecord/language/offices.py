"""Offices of state: which ones there are, who holds one no more, and for which country a document means them."""

import re
from collections.abc import Callable, Iterable
from typing import Protocol

from onrecord.language.parsing import Analysis
from onrecord.language.places import agency_country, country_containing, country_of, is_spoken_of, is_us_state, party_of
from onrecord.model.identity import fold
from onrecord.model.items import EntityKind

HEAD_LINES = 8
"""Lines at the top of a document that may name who issues it, or where and when."""

LONGEST_HEAD_LINE = 90

_NATIONAL = re.compile(
    r"(?:(?:acting|interim|caretaker|deputy|first|second|senior|vice|then)[ -])*"
    r"(?:(?:[\w&-]+ ){0,4}minister(?: (?:of|for) .+)?|(?:vice[ -])?president|attorney[ -]general|solicitor[ -]general|"
    r"(?:foreign|home|defen[cs]e|interior|cabinet) secretary|chief justice|government spokes(?:man|woman|person)|"
    r"chancellor|(?:army|military) (?:chief|spokes(?:man|woman|person)))",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\b(?:state|regional|provincial|county|city|shadow|church|baptist|youth|student)\b", re.IGNORECASE)
_PRIVATE = re.compile(
    r"(?:^|[\s-])(?:former|ex|retired|one-?time|ousted|deposed|exiled|dissident|late)(?=[\s-])|\bformerly\b|"
    r"\b(?:candidate|nominee|hopeful|challenger|contender|fellow|opposition|professor|historian|activist|front-?runner|"
    r"donor|supporter|rival|friend|critic|ally|graduate|refugee|mother|father|son|daughter|wife|husband|widow|brother|"
    r"sister|uncle|aunt|cousin|fan|backer|opponent|protester|demonstrator|voter|viewer|reader|editor|correspondent|columnist|reporter|journalist|anchor|author|actor|singer)s?\b",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"(?:^Ministry of\b.*|^[\w& -]+ Ministry|^Parliament|^(?:Federal |National )?Government)$")
_ISSUER = re.compile(
    r"\b(?:Government|Republic|Kingdom|Federation|Commonwealth|Embassy|State|Emirate|Ministry|Presidency|Parliament)\s+"
    r"of\s+(?:the\s+)?(?P<name>[A-Z][\w'’.-]*(?:\s(?:and\s)?[A-Z][\w'’.-]*){0,4})"
)
_OFFICIAL_LINE = re.compile(
    r"\b(?:government|ministry|department|office of the|embassy|white house|presidency|parliament|cabinet)\b",
    re.IGNORECASE,
)
_PLACED_LINE = re.compile(
    r"(?P<place>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}(?:, [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2})?),?\s+"
    r"(?:\w+day,?\s+)?(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
)
_MEETING_PLACES = frozenset({"geneva", "brussels", "vienna", "the hague", "davos", "new york", "united nations"})
"""Towns where the ministers of other countries speak: they tell nothing of whose minister it is."""

_OFFICE = re.compile(
    r"\b(?i:minister|president|secretary|attorney general|chancellor|justice)\b(?:\sof\s(?P<field>[a-z]+))?"
)
_BEFORE_OFFICE = 60
"""Characters before an office's head that are looked at for its field and its country."""

_SPELLINGS = {"defence": "defense", "defence's": "defense", "pm": "prime minister"}
_IDLE = frozenset({"the", "of", "for", "and", "a", "an"})


class Named(Protocol):
    """What is needed of an entity here, be it finished or still in the making."""

    @property
    def kind(self) -> EntityKind:
        """What kind of thing it is."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def party(self) -> str | None:
        """Whom it speaks for."""
        ...


def is_national(title: str) -> bool:
    """Whether the title is an office of a state that the document may leave unsaid: "Information Minister"."""
    return (
        _NATIONAL.fullmatch(title) is not None
        and title not in {"minister", "president"}
        and _LOCAL.search(title) is None
        and not is_private(title)
    )


DEPARTMENTS = frozenset(
    {
        "Sustainability", "Communications", "Corporate", "Investor", "Relations", "Media", "Public", "Affairs", "Human",
        "Resources", "Operations", "Marketing", "Sales", "Research", "Development", "Engineering", "Policy", "Strategy",
        "Finance", "Legal", "External", "Government", "Global", "Innovation", "Safety", "Compliance", "Procurement",
        "Logistics", "Product", "Products", "Risk", "Planning", "Growth", "People", "Culture", "Technology", "Data",
        "Partnerships", "Programs", "Programmes", "Advocacy", "Analysis", "Analytics", "Content", "Design", "Digital",
        "Emergency", "Medicine", "Surgery", "Nursing", "Quality", "Investment", "Investments", "Economics", "and", "&",
    }
)  # fmt: skip
"""Words for a department: "Head of Sustainability" heads no body of that name."""


def is_private(title: str) -> bool:
    """Whether who is called so speaks for no government: former holders, candidates, the opposition, fellows."""
    return _PRIVATE.search(title) is not None


def is_state_body(name: str) -> bool:
    """Whether the name is a body that every state has: "Ministry of Mines"."""
    return _MINISTRY.match(name) is not None


def office_key(title: str) -> frozenset[str]:
    """The words of an office, whatever their order and spelling: "Minister of Defence" and "defense minister"."""
    return frozenset(_SPELLINGS.get(word, word) for word in fold(title).split()) - _IDLE


def told_offices(text: str, state_of: Callable[[str], str | None] = country_of) -> dict[frozenset[str], set[str]]:
    """Which countries a text gives to which office: "Norway’s trade minister", "the Peruvian foreign minister"."""
    told: dict[frozenset[str], set[str]] = {}
    for match in _OFFICE.finditer(text):
        before = text[max(0, match.start() - _BEFORE_OFFICE) : match.start()].rpartition("\n")[2]
        if not before.endswith(" "):
            continue
        words = before.split()[-6:]
        for at in range(len(words) - 1, max(-1, len(words) - 5), -1):
            owner = next(
                (
                    phrase
                    for first in range(max(0, at - 2), at + 1)
                    if state_of(phrase := " ".join(words[first : at + 1]))
                ),
                None,
            )
            if owner and (country := state_of(owner)):
                office = " ".join([*words[at + 1 :], match.group()])
                told.setdefault(office_key(office), set()).add(country)
                break
            if words[at][-1] in ".,;:":
                break
    return told


def home_of_document(analysis: Analysis, named: Iterable[Named]) -> tuple[str | None, bool]:
    """The country that a document means by "the government", and whether its issuer tells so.

    A letterhead decides; else the country of the dateline, unless the head line speaks of one other country
    alone, or the text of other states and never of that country: then it is but where they met; else the one country
    of the head line.
    """
    document = analysis.document
    named = tuple(named)
    own = {fold(entity.name): entity.party for entity in named if entity.kind == "place" and entity.party}
    lines = [line.strip() for line in document.text[:1200].split("\n") if line.strip()][:HEAD_LINES]
    heads = [line for line in lines if len(line) <= LONGEST_HEAD_LINE and not line.endswith((".", "”", '"'))]
    for line in (document.outlet or "", *heads):
        issued = (_state(issuer["name"], own) for issuer in _ISSUER.finditer(line))
        if state := next(filter(None, issued), None):
            return state, True
    if document.outlet and (state := agency_country(document.outlet) or _official(document.outlet)):
        return state, True
    place = document.dateline or next((m["place"] for line in heads if (m := _PLACED_LINE.match(line))), None)
    told = _countries(document.title or (lines[0] if lines else ""), own)
    where = _of_place(place, own) if place else None
    if where is None or (len(told) == 1 and where not in told):
        return (told[0] if len(told) == 1 and place is None else None), False
    return (None if place is not None and _is_venue(where, place, document.text, named) else where), False


def _is_venue(country: str, place: str, text: str, named: Iterable[Named]) -> bool:
    """Whether a dateline's country is but where states met that the text speaks of instead."""
    places = {entity.name for entity in named if entity.kind == "place" and entity.party == entity.name}
    bodies = {entity.party for entity in named if entity.kind == "organisation" and country_of(entity.party or "")}
    states = {party for party in places | bodies if party}
    return bool(states - {country}) and country not in states and not is_spoken_of(country, text.replace(place, "", 1))


def _official(line: str) -> str | None:
    return party_of(line) if _OFFICIAL_LINE.search(line) else None


def _state(name: str, own: dict[str, str]) -> str | None:
    pieces = name.rstrip(".,").split()
    for size in range(len(pieces), 0, -1):
        phrase = " ".join(pieces[:size])
        found = country_of(phrase) or own.get(fold(phrase))
        if found:
            return found
    return None


def _of_place(place: str, own: dict[str, str]) -> str | None:
    pieces = [piece.strip() for piece in place.split(",")]
    if fold(pieces[0]) in _MEETING_PLACES or fold(place) in _MEETING_PLACES:
        return None
    for piece in reversed(pieces):
        cased = piece.title() if piece.isupper() and len(piece) > 3 else piece
        found = country_containing(cased) or own.get(fold(piece))
        if found is None and is_us_state(piece):
            found = "United States"
        if found:
            return found
    return None


def _countries(line: str, own: dict[str, str]) -> list[str]:
    found: dict[str, None] = {}
    for word in re.findall(r"(?:[A-Z]\.){2,}|[A-Z][^\W_]+(?: [A-Z][^\W_]+)?|[A-Z]{2,3}\b", line):
        for piece in (word, *word.split()):
            country = country_of(piece) or own.get(fold(piece))
            if country:
                found[country] = None
                break
    return list(found)
