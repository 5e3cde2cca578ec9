"""Which bodies of a few documents are one party: short and full names, "the council", one government's ministries.

"The trust" is the one trust that the documents name, "Brandel" the only body whose name begins so, and the ministries,
the army and the cabinet are one government where the documents tell of no second one. Where two could be meant, each
stays itself.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from onrecord.comparing.affiliations import BODIES, GOVERNMENT, only_modifies
from onrecord.comparing.words import listed
from onrecord.language.descriptions import is_firm_noun
from onrecord.language.places import country_of
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Entity

SHORTEST = 4
"""Letters of a single word by which a body can be called."""

_GOVERNING = listed(
    "ministry government cabinet army navy military presidency chancellery administration minister authorities"
)
_GOVERNING_PHRASES = re.compile(
    r"\b(?:(?:state|security|intelligence|secret) service|security department|department of (?:the )?"
    r"(?:defen[cs]e|state|justice|interior|treasury|health|trade|transport|energy|agriculture|education|finance)"
    r"|embassy|foreign office|home office|general staff|air force|armed forces|defen[cs]e (?:forces?|staff|department)"
    r"|(?:foreign|interior|justice|defen[cs]e|trade|health|finance|treasury|state) department"
    r"|office of the (?:prime minister|president|minister)|prime minister['’]s office|president['’]s office)\b"
)
_FIELD = re.compile(
    r"\b(?:ministry|minister|office|department) (?:of|for) (?:the )?(?P<after>\w+)"
    r"|\b(?P<before>\w+) (?:ministry|minister|office|department)\b"
)
_OF_STATE = re.compile(
    r"\b(?P<state>[A-Z][\w-]+)(?:['’]s)? (?:[\w-]+ ){0,2}?"
    r"(?:government|ministry|minister|army|navy|ambassador|embassy|capital|parliament|president|troops|forces|delegation"
    r"|officials?|border|authorities|police|coast guard)\b"
)
"""A state with what only states have."""
_LOCAL = re.compile(r"\b(?:state|regional|provincial|county|city|local|municipal|borough|district|town)\b")
_OPENING = re.compile(r"^(?:(?:the|for|an?) )+", re.IGNORECASE)
_ISSUING = listed(
    "association authority board college commission committee constabulary council court department directorate embassy"
    " federation guild hospital inspectorate institute office secretariat service trust union university borough"
)
"""Bodies that put out texts of their own, and are no papers by their names."""
_PAPERS = listed(
    "agency argus broadcasting bugle chronicle courier daily dispatch echo examiner express gazette globe guardian"
    " herald journal ledger magazine mail mercury mirror news newspaper observer packet paper post press radio record"
    " report review sentinel standard star sun telegraph television times today tribune tv voice weekly wire"
)
_PAPER_OF = re.compile(
    r"\b(?:newsletter|magazine|bulletin|website|blog|journal|press office) of (?:the )?(?P<body>[A-Z][\w’' -]+)"
)
"""A paper that a body puts out itself."""
_LIKE = {
    "constabulary": frozenset({"force", "police", "constabulary"}), "police": frozenset({"force", "police"}),
    "department": frozenset({"department"}), "railways": frozenset({"railway"}),
}  # fmt: skip
"""By which nouns a body is called whose name ends in another."""
_FIRMS = listed("line group works yard mine mill plant brewery railway refinery shipyard smelter business")
"""Nouns by which a firm is called beside "the company"."""
_CORPORATE = listed(
    "ab ag plc ltd llc inc corp corporation company gmbh sa nv co holdings industries group motors limited"
)


class Bodies:
    """The parties of a few documents, each by the one name that it goes by in all."""

    def __init__(
        self, told: Mapping[str, Iterable[Entity]], documents: Mapping[str, Document], party: Callable[[str], str]
    ) -> None:
        """`told` are the entities of each document, and `party` gives the one name of a state."""
        self._party = party
        self._named: dict[str, set[str]] = defaultdict(set)
        self._of_field: dict[str, set[str]] = defaultdict(set)
        everybody = [(document, entity) for document, entities in sorted(told.items()) for entity in entities]
        self._places = {fold(entity.name) for _, entity in everybody if entity.kind == "place"}
        for document, entity in everybody:
            self._note(document, entity)
        for name, source in sorted(documents.items()):
            if (issuer := issuer_of(source)) is not None and not _governs(fold(issuer)):
                self._named[name].add(issuer)
        self._states = {state for source in documents.values() for state in self._states_told(source.text)}
        self._states |= {owner for owners in self._of_field.values() for owner in owners}
        self._all = sorted({name for names in self._named.values() for name in names})
        self._known: dict[tuple[str, str], str | None] = {}

    def named(self, name: str) -> str | None:
        """The body that a name without more is the whole or short name of, if the documents name one so."""
        full = self._full(name)
        return full if full != name or name in self._all else None

    def one(self, document: str, body: str) -> str | None:
        """The name by which a body that a document tells of goes in all of them; none where several could be meant."""
        key = (document, body)
        if key not in self._known:
            self._known[key] = self._one(document, body)
        return self._known[key]

    def governs(self, body: str) -> bool:
        """Whether a body is a part of a state's government: a ministry, the army, the cabinet."""
        low = fold(body)
        return _governs(low) and not _LOCAL.search(low)

    def issuing(self, document: Document, speaking: Iterable[str]) -> str | None:
        """The body whose own words a document is; `speaking` are the parties that people of the documents speak for."""
        if (found := issuer_of(document)) is not None:
            return found
        named = _issuer_named(document)
        if named is None or not _PAPERS.isdisjoint(fold(named).split()):
            return None
        elsewhere = {fold(name) for other, names in self._named.items() if other != document.id for name in names}
        return named if fold(named) in elsewhere or self.one(document.id, named) in set(speaking) else None

    def _note(self, document: str, entity: Entity) -> None:
        if entity.kind == "organisation" and not _governs(fold(entity.name)) and not only_modifies(entity.name):
            self._named[document].add(entity.name)
        if entity.party and entity.party != entity.name and entity.kind in {"person", "organisation"}:
            titles = [fold(role.title) for role in entity.roles] if entity.kind == "person" else [fold(entity.name)]
            for title in titles:
                owner = self._party(entity.party)
                if _governs(title) and not _LOCAL.search(title) and (fold(owner) in self._places or country_of(owner)):
                    self._of_field[_field(title)].add(owner)

    def _states_told(self, text: str) -> set[str]:
        """The states whose government, army or capital a text tells of."""
        told = {match["state"].removesuffix("’s").removesuffix("'s") for match in _OF_STATE.finditer(text)}
        return {state for word in told if fold(state := self._party(word)) in self._places or country_of(state)}

    def _one(self, document: str, body: str) -> str | None:
        body = _OPENING.sub("", body.rpartition(". ")[2]).strip() or body
        state = self._party(body)
        if state != body or fold(body) in self._places or country_of(body):
            return state
        low = fold(body)
        if _governs(low) and not _LOCAL.search(low):
            return self._government(low)
        if body[:1].isupper() or any(word[:1].isupper() for word in body.split()):
            return self._full(body)
        return self._called(document, low)

    def _government(self, low: str) -> str | None:
        """Whose government a ministry is a part of: of the one state told of, or of the one that has this ministry.

        Where two states are told of, a bare "government" is that of either.
        """
        within = [state for state in sorted(self._states) if fold(state) in low.split()]
        if len(within) == 1 or len(self._states) < 2:
            return (within or sorted(self._states) or [GOVERNMENT])[0]
        field = _field(low)
        owners = self._of_field.get(field, set()) if field else set()
        if len(owners) == 1:
            return next(iter(owners))
        return f"{field} ministry" if field else low if low != GOVERNMENT else None

    def _full(self, body: str) -> str:
        """The one fuller name that begins or ends as this one does."""
        mine = fold(body).split()
        if len(mine) == 1 and len(mine[0]) < SHORTEST and not body.isupper():
            return body
        found = {name for name in self._all if _is_within(mine, fold(name).split()) or _abbreviates(body, name)}
        longest = [name for name in found if not any(_is_within(fold(name).split(), fold(o).split()) for o in found)]
        return longest[0] if len(longest) == 1 else body

    def _called(self, document: str, low: str) -> str | None:
        """The one named body that a common noun calls: in its own document, or else in all."""
        noun = low.rsplit(" ", 1)[-1]
        for names in (sorted(self._named[document]), self._all):
            found = [name for name in names if noun in _nouns_of(name)]
            if is_firm_noun(noun) or noun in _FIRMS:
                found = found or [name for name in names if _is_firm(name)]
            wholes = {self._full(name) for name in found}
            if len(wholes) == 1:
                return wholes.pop()
            if wholes:
                return None
        return noun


def issuer_of(document: Document) -> str | None:
    """The body whose own words a document is: who put out a release, or a body that is no paper and puts out a text."""
    issuer = _issuer_named(document)
    if issuer is None:
        return None
    low = fold(issuer)
    own = document.genre == "release" or _governs(low) or not _nouns_of(issuer).isdisjoint(_ISSUING)
    return issuer if own and _PAPERS.isdisjoint(low.split()) else None


def _issuer_named(document: Document) -> str | None:
    """The body in a document's outlet, without what it puts out: "Ardin AB, press release"."""
    outlet = document.outlet
    if not outlet or document.genre in {"transcript", "interview"}:
        return None
    within = _PAPER_OF.search(outlet)
    return within["body"] if within is not None else re.split(r",| \(", outlet, maxsplit=1)[0].strip() or None


def _governs(low: str) -> bool:
    words = low.split()
    return not _GOVERNING.isdisjoint(words) or _GOVERNING_PHRASES.search(low) is not None


def _field(low: str) -> str:
    found = _FIELD.search(low)
    return (found["after"] or found["before"] or "") if found is not None else ""


def _is_within(short: list[str], full: list[str]) -> bool:
    """Whether a name begins or ends as the longer one does: "Brandel", "the Trust"."""
    if not short or len(short) >= len(full):
        return False
    head = full[: full.index("of")] if "of" in full else full
    ends = short in (full[-len(short) :], head[-len(short) :])
    return full[: len(short)] == short or (ends and (len(short) > 1 or short[0] in _NOUNS))


def _abbreviates(short: str, name: str) -> bool:
    initials = "".join(word[0] for word in name.split() if word[:1].isupper())
    letters = short.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters == initials


def _nouns_of(name: str) -> frozenset[str]:
    """The nouns by which a named body can be called: the last of its name, or of what stands before "of"."""
    low = fold(name)
    ends = {part.split()[-1] for part in (low, re.split(r" (?:of|for|in|at) ", low)[0]) if part}
    return frozenset(noun for end in ends for noun in _LIKE.get(end, {end}))


def _is_firm(name: str) -> bool:
    words = fold(name).replace(".", "").split()
    last = words[-1] if words else ""
    return last in _CORPORATE or last not in _NOUNS


_NOUNS = BODIES | listed(
    "agency party police ministry council committee parliament congress constabulary trust bank church newspaper"
    " company"
)
