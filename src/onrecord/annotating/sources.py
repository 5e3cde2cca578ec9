"""Sources without a name: officials, aides, groups and papers, kept apart by what the text says of them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from msgspec.structs import replace

from onrecord.annotating.wordlists import word_list
from onrecord.language.gazetteers import is_role_head
from onrecord.language.nations import Nations
from onrecord.language.offices import is_private
from onrecord.language.places import UNITED_STATES, country_of, party_of
from onrecord.language.states import names_behind, states_told
from onrecord.model.documents import Terms, TermsKind
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, EntityKind, Mention
from onrecord.model.spans import Span

PERSONS = word_list("people")
"""Heads of phrases that mean people; what else speaks is a body or a paper."""

PAPERS = word_list("papers")
"""Things that say something: they have words but are no speakers."""

_OVERSEERS = frozenset({"regulator", "regulators", "watchdog", "watchdogs"})
"""Who watches over a trade: a body, though it is called like somebody."""

MOST_RECALLED = 100
"""Sources of one noun among which "the official" is looked for, from the last one back."""

LONGEST_DESCRIPTION = 10
"""Words after which a description is cut at its first comma or clause."""

_TERMS = re.compile(
    r"(?:spoke|speaking|talked|said|requested|insisted|asked|granted|given|quoted|discuss\w*)?\s*"
    r"(?:on (?:the )?(?:condition of|condition that)[^.,;”\"]{0,80}anonym\w+|anonymously|on (?:deep )?background|"
    r"o(?:n|ff)[ -]the[ -]record(?! ?[-–] ?breaking)|(?:strictly )?not for attribution|"
    r"(?:was|were|is|are|being)? ?not authori[sz]ed to (?:speak|discuss|comment)[^.,;”\"]{0,60}|"
    r"(?:asked|declined|requested|did not want|refused) (?:not )?to be (?:named|identified|quoted by name)|anonymity)",
)
_DETERMINERS = re.compile(
    r"^(?:the|a|an|one|another|some|several|many|most|two|three|four|five|six|other|this|that|these|those|both|all|"
    r"at least one|a few|a number of|multiple|various|numerous)\s+(?!of\b)",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"^(?:a|an|one|another|a second|a third|a separate|a different)\s", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:their|its|our)\s", re.IGNORECASE)
"""Whose somebody is, which nobody can tell outside the text."""
_DEFINITE = re.compile(r"^(?:the|this|that)\s", re.IGNORECASE)
_EDGES = " \t\n[](),;:–—-"
"""What may stand at the edge of a source's words without belonging to them."""
_WHEN = re.compile(
    r"\s+(?:in (?:recent|the past|the last|the coming|early|late|\d{4}\b)|(?:on|last|this|earlier|late|early)\s"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|night)\b).*$",
    re.DOTALL,
)
"""When a source spoke, where a source's words run on over it: "officials in recent weeks"."""


def terms_in(text: str, start: int, end: int, place: int | None = None, heads: Sequence[str] = ()) -> Terms | None:
    """On which terms a stretch says that its source spoke: "on condition of anonymity", "off the record".

    With a place, terms told of another source in the stretch do not count: they must stand in the sentence of that
    place, or in one that opens with a pronoun or one of the heads.
    """
    for match in _TERMS.finditer(text, start, end):
        before = [at + len(mark) for mark in _CLAUSE_ENDS if (at := text.rfind(mark, start, match.start())) >= 0]
        floor = max(before, default=start)
        ceiling = min((at for mark in _CLAUSE_ENDS if (at := text.find(mark, match.end(), end)) >= 0), default=end)
        lead = text[floor : match.start()].lower().split()[:4]
        if place is None or floor <= place < ceiling or not _OPENERS.union(heads).isdisjoint(lead):
            words = match.group().strip()
            return Terms(kind=_kind_of_terms(words.lower().replace("-", " ")), text=words)
    return None


_CLAUSE_ENDS = (". ", ".” ", '." ', "; ")
_OPENERS = frozenset({"he", "she", "they", "both", "all", "neither"})


def terms_for(text: str, description: str) -> Terms | None:
    """On which terms a text says, in one sentence, that whoever is called so speaks."""
    wanted = set(fold(description).split())
    for match in _UNNAMED.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in (". ", ";", "\n")) + 1
        end = min((at for mark in (". ", ";", "\n") if (at := text.find(mark, match.end())) >= 0), default=len(text))
        if wanted <= set(fold(text[start:end]).split()):
            return Terms(kind=_kind_of_terms(match.group().lower().replace("-", " ")), text=match.group())
    return None


_UNNAMED = re.compile(r"\bon (?:deep )?background\b|\boff[ -]the[ -]record\b|\bnot for attribution\b", re.IGNORECASE)


def _kind_of_terms(words: str) -> TermsKind:
    if "off the record" in words:
        return "off_record"
    if "on the record" in words:
        return "on_record"
    return "deep_background" if "deep background" in words else "background"


def head_of(phrase: str) -> str:
    """The head noun of a phrase in lower case: the word before its first preposition, clause or comma."""
    stem = re.split(
        r",|\s(?:of|for|from|at|in|with|who|which|that|to|on|by|among|familiar|close|briefed|involved|speaking|"
        r"conducted|released|taken|published)\b",
        phrase,
    )[0]
    pieces = stem.split()
    return re.sub(r"['’]s?$", "", pieces[-1]).lower() if pieces else ""


def head_phrase(phrase: str) -> str:
    """The phrase up to its first clause or comma."""
    return re.split(r",|\s(?:who|which|that)\b", phrase)[0]


def is_plural(phrase: str) -> bool:
    """Whether the phrase means several: "officials", "people familiar with the case"."""
    head = head_of(phrase)
    return (head.endswith("s") and not head.endswith("ss")) or head in _PLURALS


_PLURALS = frozenset({"people", "men", "women", "police", "staff"})


def is_person_phrase(phrase: str) -> bool:
    """Whether the phrase means people that have no name in it."""
    head = head_of(phrase)
    return head not in _OVERSEERS and (head in PERSONS or is_role_head(head))


def is_paper(phrase: str) -> bool:
    """Whether the phrase means a paper, a post or a poll."""
    return head_of(phrase) in PAPERS


def is_single(phrase: str) -> bool:
    """Whether the phrase brings up one source anew: "a senior official", "one diplomat"."""
    return _SINGLE.match(phrase) is not None


def is_definite(phrase: str) -> bool:
    """Whether the phrase points back: "the official"."""
    return _DEFINITE.match(phrase) is not None


def author_phrase(phrase: str) -> str:
    """A paper's phrase without who merely saw it: "a report, obtained by the Courier"."""
    return _SEEN.sub("", phrase)


_SEEN = re.compile(
    r",?\s(?:seen|obtained|reviewed|viewed|read|cited|verified|shared with|provided to|leaked to|shown to|given to|"
    r"made available to)\s.*$",
    re.DOTALL,
)


def described(phrase: str) -> str:
    """What the text calls the source, without article and number: "senior Kenyan official"."""
    previous = re.split(r",\swho(?:se)?\b", _WHEN.sub("", " ".join(phrase.split())), maxsplit=1)[0].strip(_EDGES)
    if len(previous.split()) > LONGEST_DESCRIPTION:
        previous = re.split(r",|\s[—–]|\swho\b|\swhich\b|\sthat\b", previous)[0]
        previous = " ".join(previous.split()[: 2 * LONGEST_DESCRIPTION])
    while (shorter := _DETERMINERS.sub("", previous)) != previous:
        previous = shorter
    return previous


_OWN = frozenset({"campaign", "campaigns", "camp", "team", "foundation", "family"})
"""Bodies that speak for their owner and not for the owner's state."""


_BY_THEMSELVES = frozenset(
    {
        "parent", "parents", "resident", "residents", "family", "families", "relatives", "neighbor", "neighbors",
        "neighbour", "neighbours", "villager", "villagers", "patient", "patients", "passenger", "passengers",
        "customer", "customers", "pupil", "pupils", "student", "students", "witness", "witnesses", "survivor",
        "survivors", "tenant", "tenants", "farmer", "farmers", "shopkeeper", "shopkeepers", "fishermen", "pensioners",
        "tourists", "commuters", "motorists", "shoppers", "worshippers", "people",
    }
)  # fmt: skip
"""Who speaks for nobody but themselves, wherever they live."""


class Unnamed:
    """The unnamed sources of one document, in the order they come up."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._made: dict[str, Entity] = {}
        self._mentions: dict[str, set[tuple[int, int]]] = {}
        self._by_description: dict[str, list[str]] = {}
        self._by_head: dict[str, dict[str, None]] = defaultdict(dict)
        """The sources with a head noun, whoever was mentioned last at the end."""
        self._groups: dict[str, None] = {}

    def source(self, phrase: str, span: Span, party: str | None) -> Entity:
        """The entity for a phrase: a known one where the text points back or repeats itself, else a new one."""
        description = described(phrase)
        key = fold(description)
        known = self._by_description.get(key, [])
        if known and not is_single(phrase):
            return self._mention(known[-1], span, party)
        return self._new(description, key, len(known), span, party)

    def back(self, phrase: str, span: Span, party: str | None = None) -> Entity | None:
        """Whom "the official" means: the last unnamed source with that head whom the phrase's party fits."""
        wanted = {word.lower() for word in described(phrase).split()}
        for identity in islice(reversed(self._by_head[head_of(phrase)]), MOST_RECALLED):
            entity = self._made[identity]
            fits = wanted <= set(entity.name.lower().split())
            if fits and (party is None or entity.party == party):
                return self._mention(identity, span, None)
        return None

    def group(self, nouns: str | None = None) -> Entity | None:
        """The source of several people that came up last, by its noun if one is given: "one of the officials"."""
        groups = self._groups if nouns is None else self._by_head[nouns] if is_plural(nouns) else {}
        last = next(reversed(groups), None)
        return self._made[last] if last is not None else None

    def for_label(self, description: str, span: Span, party: str | None) -> Entity:
        """The source behind a transcript label with an agency, one a description."""
        key = fold(description)
        known = self._by_description.get(key, [])
        return self._mention(known[0], span, party) if known else self._new(description, key, 0, span, party)

    def known(self, identity: str) -> Entity | None:
        """The source with an id, its mentions aside, which may have grown since."""
        return self._made.get(identity)

    def entities(self) -> tuple[Entity, ...]:
        """Every unnamed source with all its mentions, by where it is first mentioned."""
        whole = (replace(entity, mentions=self._all_mentions(entity.id)) for entity in self._made.values())
        return tuple(sorted(whole, key=lambda e: (e.mentions[0].start, e.id)))

    def _all_mentions(self, identity: str) -> tuple[Mention, ...]:
        return tuple(Mention(document=self._document, start=a, end=b) for a, b in sorted(self._mentions[identity]))

    def _new(self, description: str, key: str, number: int, span: Span, party: str | None) -> Entity:
        identity = content_id("entity", "unnamed", self._document, key, number)
        kind: EntityKind = "person" if is_person_phrase(description) else "other"
        entity = Entity(
            id=identity,
            kind=kind,
            name=_WHOSE.sub("", description),
            party=party,
            mentions=(Mention(document=self._document, start=span.start, end=span.end),),
        )
        self._made[identity] = entity
        self._by_description.setdefault(key, []).append(identity)
        return self._mention(identity, span, party)

    def _mention(self, identity: str, span: Span, party: str | None) -> Entity:
        entity = self._made[identity]
        places = self._mentions.setdefault(identity, set())
        if (span.start, span.end) not in places:
            places.add((span.start, span.end))
            if entity.party is None and party is not None:
                entity = self._made[identity] = replace(entity, party=party)
        head = head_of(entity.name)
        for recalled in (self._by_head[head], *((self._groups,) if is_plural(head) else ())):
            recalled.pop(identity, None)
            recalled[identity] = None
        return entity


class Parties:
    """Whom a phrase speaks for, with the adjectives that a document makes from its own place names."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._nations = Nations(states_told(text), entities)
        self._places = {e.name: e.party for e in entities if e.kind == "place" and e.party}
        self._towns = _towns(entities)
        self._offices = _states_of_offices(entities)
        self._home = home_of(entities)
        self._owners = {
            fold(name.split()[-1]): entity.party
            for entity in entities
            if entity.kind == "person" and entity.party
            for name in (entity.name, *entity.aliases)
        }
        for entity in entities:
            leader, _, noun = entity.name.rpartition(" ")
            if entity.kind == "organisation" and entity.party and noun == "administration" and leader:
                self._owners.setdefault(fold(leader.split()[-1]), entity.party)
        self._bodies = {
            fold(name): entity.party
            for entity in entities
            if entity.kind == "organisation" and entity.party
            for name in (entity.name, *entity.aliases)
        }

    def of(self, phrase: str, inside: Sequence[Entity] = ()) -> str | None:
        """The state, union or body that a phrase about a source points to."""
        if is_private(head_phrase(phrase)) or head_of(phrase) in _OWN | _BY_THEMSELVES:
            return None
        known = party_of(phrase)
        if known:
            first, joint, second = head_phrase(phrase).partition(" and ")
            other = party_of(second) if joint else None
            return known if other in {None, known} or party_of(first) is None else None
        first, joint, second = head_phrase(phrase).partition(" and ")
        one, other = self._nations.within(first), self._nations.within(second)
        if joint and one and other and one != other:
            return None
        own = one or self._nations.within(phrase)
        if own:
            return own
        apart = _without_bodies(phrase, inside)
        for at, word in enumerate(words := re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", apart)):
            bare = re.sub(r"['’]s?$", "", word)
            behind = names_behind(bare, self._offices)
            if behind or fold(bare) in self._offices:
                return self._offices[behind[0] if behind else fold(bare)]
            if bare in self._places:
                return self._places[bare]
            if bare in self._towns and (bare != word or at < len(words) - 1):
                return bare
        for entity in inside:
            if entity.kind == "organisation":
                return entity.party or entity.name
        if self._home and re.search(r"\badministration\b", phrase):
            return self._home
        for word in phrase.split():
            owner = self._owners.get(fold(re.sub(r"['’]s?$", "", word)))
            if owner and word[:1].isupper():
                return owner
        return None


def _without_bodies(phrase: str, inside: Sequence[Entity]) -> str:
    """A phrase without the names of bodies in it, whose town is not whom they speak for."""
    for entity in inside:
        if entity.kind == "organisation":
            for name in (entity.name, *entity.aliases):
                phrase = phrase.replace(name, "")
    return phrase


def home_of(entities: Sequence[Entity]) -> str | None:
    """The state whose officials speak where no other is told: that of the one administration, or of the White House."""
    told = {
        e.party for e in entities if e.kind == "organisation" and e.name.lower().endswith("administration") and e.party
    }
    if len(told) == 1:
        return told.pop()
    if any(e.kind == "organisation" and "White House" in (e.name, *e.aliases) for e in entities):
        return UNITED_STATES
    return None


def _towns(entities: Sequence[Entity]) -> frozenset[str]:
    """Places of which nothing tells what state they are or lie in."""
    return frozenset(e.name for e in entities if e.kind == "place" and not e.party and country_of(e.name) is None)


def _states_of_offices(entities: Sequence[Entity]) -> dict[str, str]:
    """States that the offices of people alone tell of, by their folded names."""
    return {
        fold(entity.party): entity.party
        for entity in entities
        if entity.kind == "person" and entity.party and " " not in entity.party and country_of(entity.party) is None
        if any(role.organisation == entity.party for role in entity.roles)
    }
