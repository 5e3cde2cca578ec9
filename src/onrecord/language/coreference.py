"""Pronouns and definite descriptions: which entity of the document they mean, or `None` rather than a guess."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from functools import cached_property

from onrecord.language.gazetteers import Gender, is_role_head, known_papers
from onrecord.language.parsing import Analysis
from onrecord.language.people import FEMALE, MALE, People, gender_of
from onrecord.language.places import agency_country, country_of
from onrecord.language.pronouns import LEAST_LIKELY, Answer, resolve
from onrecord.model.identity import fold
from onrecord.model.items import Entity
from onrecord.model.spans import Span

PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTRAL = frozenset({"it", "its", "itself"})

LONGEST_SOURCE = 100
"""Characters within which a noun stands from the beginning of the source that it is the head of."""

BODY_BACK = 4
"""How many sentences back "the group" or "the agency" may look for its name."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ORGANISATION_NOUNS: dict[str, tuple[str, ...]] = {
    "company": (
        "company",
        "corp",
        "corporation",
        "inc",
        "ltd",
        "llc",
        "group",
        "holdings",
        "bank",
        "airlines",
        "motors",
    ),
    "agency": (
        "agency",
        "administration",
        "bureau",
        "department",
        "service",
        "office",
        "center",
        "centers",
        "commission",
    ),
    "authority": ("authority", "agency"),
    "board": ("board",),
    "council": ("council",),
    "association": ("association", "federation", "society"),
    "charity": ("charity", "foundation", "trust", "fund"),
    "foundation": ("foundation", "trust"),
    "institute": ("institute", "institution", "center", "centre"),
    "hospital": ("hospital", "clinic"),
    "regulator": ("authority", "commission", "agency", "regulator", "administration", "office"),
    "watchdog": ("authority", "commission", "agency", "watchdog", "office"),
    "department": ("department", "ministry", "office"),
    "ministry": ("ministry", "department"),
    "committee": ("committee", "panel"),
    "commission": ("commission",),
    "court": ("court", "tribunal"),
    "bank": ("bank", "reserve"),
    "university": ("university", "college", "school"),
    "newspaper": ("times", "post", "journal", "tribune", "herald", "gazette", "news", "guardian", "daily", "ledger"),
    "network": ("news", "network", "tv", "television", "broadcasting", "radio"),
    "party": ("party",),
    "group": ("group", "association", "union", "coalition", "council", "league", "watch", "foundation", "society"),
    "organization": ("organization", "organisation", "association", "foundation", "council"),
    "organisation": ("organization", "organisation", "association", "foundation", "council"),
    "union": ("union", "federation", "brotherhood", "guild"),
    "campaign": ("campaign",),
    "administration": ("administration",),
    "government": ("government",),
    "police": ("police", "sheriff"),
}
_FIRMS = frozenset(
    {
        "company", "firm", "corporation", "manufacturer", "maker", "developer", "operator", "airline", "carrier",
        "utility", "miner", "retailer", "insurer", "contractor", "producer", "supplier", "startup", "start-up",
        "automaker", "carmaker", "drugmaker", "shipbuilder", "bank", "lender", "brewer", "giant", "conglomerate",
    }
)  # fmt: skip
"""Nouns for a business, whose name need not say so: "Brell Minerals" is the company."""

_NO_FIRM = frozenset(
    ending for noun, endings in _ORGANISATION_NOUNS.items() if noun not in _FIRMS for ending in endings
)


class Referents:
    """The mentions of a document's entities, in order, with what tells them apart.

    `speak` tells it who was found speaking where, so that a pronoun for a noun without a name means that source.
    """

    def __init__(self, analysis: Analysis, entities: Sequence[Entity]) -> None:
        self._analysis = analysis
        self._text = analysis.document.text
        self._entities = {entity.id: entity for entity in entities}
        self._mentions = sorted(
            (mention.start, -mention.end, entity.id) for entity in entities for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._sentences = _sentence_starts(analysis)
        self._subjects = _subject_places(analysis)
        self._genders = {entity.id: gender_of(self._text, entity) for entity in entities if entity.kind == "person"}
        self._people = tuple(entity for entity in entities if entity.kind == "person")
        self._spoken: list[tuple[int, str]] = []

    def add(self, entity: Entity) -> None:
        """Know an entity that came up while speakers were resolved (an unnamed source)."""
        self._entities[entity.id] = entity

    def speak(self, at: int, entity: Entity) -> None:
        """Note that the entity was found speaking under the words that begin here."""
        insort(self._spoken, (at, entity.id))

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """The outermost mentions inside a span, in text order."""
        found: list[tuple[Span, Entity]] = []
        at = bisect_left(self._starts, span.start)
        while at < len(self._mentions) and self._mentions[at][0] < span.end:
            start, negative_end, identity = self._mentions[at]
            inside = Span(start, -negative_end)
            if inside.end <= span.end and not (found and found[-1][0].end > start):
                found.append((inside, self._entities[identity]))
            at += 1
        return found

    def pronoun(self, span: Span) -> Entity | None:
        """Whom a third-person pronoun means."""
        word = span.of(self._text).lower()
        if word in FEMALE or word in MALE:
            answer = self._answers.get(span.start)
            if answer is None or answer.likelihood < LEAST_LIKELY:
                return None
            return self._entities.get(answer.owner) or self._speaker_at(answer.phrase.start)
        if word in NEUTRAL:
            return self.last_body(span.start)
        return None

    def person_phrase(self, span: Span) -> Span | None:
        """The noun that he or she stands for, where that is no entity: "a nurse from the valley"."""
        answer = self._answers.get(span.start)
        if answer is None or answer.likelihood < LEAST_LIKELY or answer.owner in self._entities:
            return None
        return answer.phrase

    @cached_property
    def _answers(self) -> dict[int, Answer]:
        return resolve(People(self._analysis, self._people, self._genders))

    def _speaker_at(self, noun: int) -> Entity | None:
        """Who was found speaking under a phrase with this noun."""
        at = bisect_right(self._spoken, (noun, "~")) - 1
        if at < 0 or noun - self._spoken[at][0] > LONGEST_SOURCE or self._spoken[at][1] in self._genders:
            return None
        return self._entities[self._spoken[at][1]]

    def description(self, phrase: str, at: int) -> Entity | None:
        """Whom a definite description means: "the minister", "Norway’s president", "the company"."""
        bare = _BESIDE.split(_without_article(phrase), maxsplit=1)[0]
        tokens = [fold(token) for token in bare.split()]
        lead = re.split(r",|\s(?:of|for|from|at|in|to)\s", bare, maxsplit=1)[0].split()
        if not lead:
            return None
        head = fold(lead[-1])
        if is_body_noun(head):
            return self._body(head, bare, at)
        if not is_role_head(head) and "minister" not in tokens and "secretary" not in tokens:
            return None
        fits = [entity for entity in self._entities.values() if entity.kind == "person" and _holds(entity, bare)]
        if len(fits) > 1:
            fits = self._closest(fits, at)
        return fits[0] if len(fits) == 1 else None

    def gender(self, entity: Entity) -> Gender | None:
        """A person's sex as far as name, title and the words around tell."""
        return self._genders.get(entity.id)

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return bisect_right(self._sentences, place) - 1

    def last_body(self, at: int) -> Entity | None:
        """The one body that is a subject in this sentence or the one before."""
        sentence = self.sentence_of(at)
        floor = self._sentences[max(0, sentence - 1)] if self._sentences else 0
        found: dict[str, int] = {}
        index = bisect_left(self._starts, at) - 1
        while index >= 0 and self._mentions[index][0] >= floor:
            start, negative_end, identity = self._mentions[index]
            if self._entities[identity].kind == "organisation" and (
                start in self._subjects or -negative_end in self._subjects
            ):
                found.setdefault(identity, start)
            index -= 1
        return self._entities[next(iter(found))] if len(found) == 1 else None

    def _body(self, noun: str, phrase: str, at: int) -> Entity | None:
        endings = _ORGANISATION_NOUNS["company" if noun in _FIRMS and noun != "bank" else noun]
        state = country_of(phrase.partition(" ")[0]) if " " in phrase else None
        fits = [
            entity
            for entity in self._entities.values()
            if entity.kind == "organisation"
            and any(name.split()[-1].lower().strip(".") in endings for name in (entity.name, *entity.aliases))
            and (state is None or entity.party == state)
        ]
        alone = [entity for entity in fits if entity.name.lower().endswith(f" {noun}")]
        before = len(alone) == 1 and alone[0].mentions and alone[0].mentions[0].start < at
        fits = alone if before else [entity for entity in fits if self._is_near(entity, at)]
        if not fits and noun in _FIRMS and state is None:
            only = self.only_firm(at)
            firms = (entity for entity in self._entities.values() if _may_be_firm(entity))
            fits = [only] if only is not None else [entity for entity in firms if self._is_near(entity, at)]
        if len(fits) > 1:
            fits = self._closest(fits, at)
        return fits[0] if len(fits) == 1 else None

    def only_firm(self, at: int) -> Entity | None:
        """The business that the text speaks of, where it names but one that could be one before a place."""
        firms = [e for e in self._entities.values() if _may_be_firm(e) and e.mentions and e.mentions[0].start < at]
        return firms[0] if len(firms) == 1 else None

    def _is_near(self, entity: Entity, at: int) -> bool:
        sentence = self.sentence_of(at)
        return any(m.start < at and sentence - self.sentence_of(m.start) <= BODY_BACK for m in entity.mentions)

    def _closest(self, fits: Sequence[Entity], at: int) -> list[Entity]:
        """The one that was mentioned last, if no other was in the same or the sentence before."""
        last: dict[str, int] = {}
        for entity in fits:
            before = [mention.start for mention in entity.mentions if mention.start < at]
            if before:
                last[entity.id] = max(before)
        ranked = sorted(last.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked:
            return []
        near = self.sentence_of(ranked[0][1])
        if len(ranked) > 1 and near - self.sentence_of(ranked[1][1]) < 2:
            return []
        return [self._entities[ranked[0][0]]]


def is_body_noun(word: str) -> bool:
    """Whether a noun calls a body again that was named: "the company", "the ministry"."""
    return word in _ORGANISATION_NOUNS or word in _FIRMS


def _may_be_firm(entity: Entity) -> bool:
    """Whether a body could be a business: no state's, no paper, and no council, union or university by its name."""
    if entity.kind != "organisation" or entity.party != entity.name:
        return False
    last = entity.name.split()[-1].lower().strip(".")
    return last not in _NO_FIRM and entity.name not in known_papers() and agency_country(entity.name) is None


def _sentence_starts(analysis: Analysis) -> list[int]:
    return [parsed.offset + sentence.start_char for parsed, sentence in analysis.sentences()] or [0]


def _subject_places(analysis: Analysis) -> set[int]:
    """Where phrases that are subjects begin and end."""
    places: set[int] = set()
    for parsed in analysis.blocks:
        for token in parsed.doc:
            head = token.head if token.dep_ == "conj" else token
            if head.dep_ in _SUBJECTS:
                places.add(parsed.offset + token.idx + len(token.text))
                places.add(parsed.offset + parsed.doc[token.left_edge.i].idx)
    return places


_BESIDE = re.compile(r",\s(?=an?\s|who\b|whose\b|which\b)")
"""Where a phrase goes on with what else is told of its person: "the minister, a former docker"."""


def _without_article(phrase: str) -> str:
    return re.sub(r"^(?:the|this|that)\s+", "", phrase.strip(), flags=re.IGNORECASE)


def _holds(entity: Entity, phrase: str) -> bool:
    """Whether one of the person's roles is the office that the phrase describes."""
    tokens = phrase.split()
    state = next((country for token in tokens if (country := country_of(token.rstrip(",")))), None)
    wanted = {_stem(token) for token in tokens if country_of(token) is None and not token.endswith(("’s", "'s"))}
    wanted -= {"for", "at", "in", "from"}
    wanted -= {"former", "the", "of", "a", "and"}
    owner = next((fold(token[:-2]) for token in tokens if token.endswith(("’s", "'s"))), None)
    for role in entity.roles:
        if state and state not in {entity.party, role.organisation}:
            continue
        told = fold(f"{entity.party or ''} {role.organisation or ''}").split()
        if owner and not state and told and owner not in told:
            continue
        if _is_former(role.title) and "former" not in phrase.lower():
            continue
        have = {_stem(token) for token in role.title.split()}
        if wanted and wanted <= have:
            return True
    return False


def _is_former(title: str) -> bool:
    return title.lower().startswith(("former ", "ex-", "then-"))


_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "congressman",
    "pres": "president",
    "atty": "attorney",
    "defence": "defense",
}


def _stem(token: str) -> str:
    bare = fold(token)
    return _SHORT.get(bare, bare)
