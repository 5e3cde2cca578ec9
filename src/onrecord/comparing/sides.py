"""A claim with what comparing needs to know around it: whose words, which day, which outlet, how firmly said."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, cast

import msgspec

from onrecord.annotating.propositions import answers, side_of
from onrecord.comparing.affiliations import affiliations
from onrecord.comparing.bearers import Bearers
from onrecord.comparing.grammar import tenses
from onrecord.comparing.hearsay import is_heard
from onrecord.comparing.in_place import text_in_place
from onrecord.comparing.keys import Topic, topic_of
from onrecord.comparing.rebuttals import rebuts
from onrecord.comparing.reversals import is_said_before, owns_change, said_long_ago
from onrecord.comparing.sentences import sentence_at
from onrecord.comparing.store import Store
from onrecord.comparing.words import listed
from onrecord.language.predicates import axis_of, classes
from onrecord.model.documents import Document
from onrecord.model.identity import fold
from onrecord.model.items import Claim, Entity, Modality, Polarity, Statement
from onrecord.model.times import Interval

THE_REPORT = "the report"

Tense = Literal["past", "perfect", "present", "future"]

_WEAKENED = re.compile(
    r"\b(?:may|(?i:might|could|perhaps|possibly|probably|maybe|appears?|seems?|likely|unlikely|should be))\b"
)
_UNREAL = re.compile(r"\b(?:would|if|unless|whether|as long as|in case)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\buntil\b", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:should|must|ought to|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)
_NO_NEGATION = re.compile(r"\bnot (?:only|just|merely|simply|solely|exclusively)\b", re.IGNORECASE)
_SAYS_NOT = re.compile(r"\b(?:do|does|did|is|are|was|were|has|have|had|will)(?: not\b|n['’]t\b)", re.IGNORECASE)
_PAST = listed("did didn was were wasn weren had hadn")
_PRESENT = listed("am is are isn aren do does don doesn")
_PERFECT = listed("has have hasn haven ve")
_FUTURE = listed("will shall won ll")
_SUPPOSED = re.compile(r"^\W*(?:if|unless|had)\b|\bif\b.*\bwould\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[?!\n]|\.(?=[\s”\"’)]|$)")
_MODAL = listed("may might can could must should would be")
_WORD = re.compile(r"[^\W\d_]+")


_HEARSAY = re.compile(
    r"\b(?:posts?|posters?|leaflets?|flyers?|rumou?rs?|gossip|social media|internet|memes?|blogs?|forums?|tweets?"
    r"|headlines?|graffiti|chain letters?|urban legends?|(?:media|press|news|unconfirmed|online) reports?|legends?"
    r"|stor(?:y|ies)|some people|many people)\b"
)


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as one side of a question.

    `voice` is equal for the same person over documents, and `own` marks a report's own account; what a body puts out
    is that body's.
    `sign` is +1 for yes and -1 for no; `firm` says that the words assert it without weakening.
    `said` is when the words were spoken, else when they were published. `group` is equal for
    documents that reprint each other. `heard` marks what the words only pass on ("rumours that …"), and
    `rebuts` a denial of what was said just before. `before` marks what a text gives as said before its own time ("had
    said that"), `owns` what owns a change of mind ("we were mistaken"). `told` is the claim as it is read in its
    place, and `sentence` the offset at which the sentence around it begins.
    """

    claim: Claim
    topic: Topic
    sign: int
    firm: bool
    voice: str
    name: str
    party: str | None
    own: bool
    anonymous: bool
    said: Interval | None
    outlet: str | None
    group: str
    tense: Tense | None
    words: str
    heard: bool = False
    rebuts: bool = False
    before: bool = False
    owns: bool = False
    told: str = ""
    sentence: int = 0

    @property
    def day(self) -> date | None:
        """The first day on which the words can have been said."""
        return self.said.first_day if self.said else None

    @property
    def last_day(self) -> date | None:
        """The last day on which the words can have been said."""
        return self.said.last_day if self.said else None

    @property
    def orientation(self) -> int:
        """+1 where the claim's verb is the axis itself, -1 where it is the opposite."""
        return axis_of(self.claim.proposition.predicate)[1]

    def answers(self, orientation: int) -> bool:
        """Whether it answers the question asked with the axis (+1) or with its opposite (-1)."""
        return answers(self.claim.proposition, self.claim.polarity, orientation)

    def turned(self, orientation: int) -> "Side":
        """The side as an answer to the question asked with the axis (+1) or with its opposite (-1)."""
        return self if orientation > 0 else msgspec.structs.replace(self, sign=-self.sign)

    @property
    def is_open(self) -> bool:
        """Whether it denies one contrary and leaves the other open ("did not fall")."""
        return not self.answers(-self.orientation)

    @property
    def in_passing(self) -> bool:
        """Whether the words only hang on a noun ("entering the port", "who own it") and may choose more than tell."""
        return _PASSING.search(self.words) is not None

    @property
    def rank(self) -> tuple[bool, bool, bool, float, str]:
        """Orders sides from the most telling to the least; ties fall to the smaller id."""
        claim = self.claim
        return (not self.firm, claim.presupposed or self.in_passing, self.tense is None, -claim.score, claim.id)


_PASSING = re.compile(
    r"^(?:who|which|that|whose|whom)\b|^\W*\w+ing\b(?!.*\b(?:is|are|was|were|has|have|had|will|do|does|did)\b)",
    re.IGNORECASE,
)


def same_speaker(one: Side, other: Side) -> bool:
    """Whether both are one known speaker's words, or one report's own."""
    return one.voice == other.voice and not one.voice.startswith("unknown")


def is_hearsay(side: Side) -> bool:
    """Whether nobody stands behind the words: posts, leaflets and rumours tell what is said, not who says it."""
    return side.heard or (side.party is None and not side.own and _HEARSAY.search(fold(side.name)) is not None)


def same_party(one: Side, other: Side) -> bool:
    """Whether both speak for one known party."""
    return one.party is not None and other.party is not None and fold(one.party) == fold(other.party)


def when(side: Side) -> tuple[date, bool, str, int, str]:
    """Orders sides by when they were said, then by where they stand."""
    start = side.claim.spans[0].start if side.claim.spans else 0
    return (side.day or date.max, not side.before, side.claim.document, start, side.claim.id)


class Context:
    """Looks up what surrounds the claims of one comparison, each document and statement once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._documents: dict[str, Document] = {}
        self._statements: dict[str, Statement] = {}
        self._entities: dict[str, list[Entity]] = {}
        self._belonging: dict[str, Mapping[str, str]] = {}

    def load(self, documents: Iterable[str], statements: Iterable[str] = ()) -> None:
        """Fetch what is not there yet, all at once."""
        for item in self._store.items("document", sorted(set(documents) - self._documents.keys())):
            if isinstance(item, Document):
                self._documents[item.id] = item
        for item in self._store.items("statement", sorted(set(statements) - self._statements.keys())):
            if isinstance(item, Statement):
                self._statements[item.id] = item

    def document(self, document_id: str) -> Document:
        """A document of the record."""
        if document_id not in self._documents:
            self.load([document_id])
        return self._documents[document_id]

    def groups(self, documents: Iterable[str]) -> dict[str, str]:
        """Map each document to the smallest id among those of `documents` that it reprints or that reprint it."""
        group = {document: document for document in sorted(set(documents))}
        for document, other in self._store.duplicates_among(group):
            one, two = sorted((group[document], group[other]))
            if one != two:
                group = {key: one if value == two else value for key, value in group.items()}
        return group

    def sides(
        self,
        claims: Iterable[Claim],
        topic_of: Callable[[Claim], Topic | None] = topic_of,
        *,
        reprints: bool = True,
        one_matter: bool = False,
    ) -> tuple[Side, ...]:
        """The claims that take a side, each with its surroundings, in order of id.

        With `one_matter` the documents are known to tell of one matter, so that a surname is one person's in all.

        Without `reprints` every document is a group of its own: for documents known not to reprint each other.
        """
        taken = {claim.id: claim for claim in claims if not turns(claim)}
        self.load(claim.document for claim in taken.values())
        taken = {key: claim for key, claim in taken.items() if not self._asks(claim)}
        topics = {key: topic for key, claim in sorted(taken.items()) if (topic := topic_of(claim)) is not None}
        self.load(
            (taken[key].document for key in topics), (s for key in topics if (s := taken[key].statement) is not None)
        )
        topics = {key: topic for key, topic in topics.items() if not self._is_put_to_another(taken[key])}
        documents = [taken[key].document for key in topics]
        people = self._bearers(
            documents, (name for key in topics if (name := taken[key].holder.name)), one_matter=one_matter
        )
        groups = self.groups(documents) if reprints else {document: document for document in documents}
        return _with_parties([self._side(taken[key], topic, people, groups) for key, topic in topics.items()])

    def _bearers(self, documents: Iterable[str], names: Iterable[str], *, one_matter: bool) -> Bearers:
        """Whom the names of these documents mean in each of them."""
        wanted = set(documents)
        if missing := sorted(wanted - self._entities.keys()):
            self._entities |= {document: [] for document in missing}
            for item in self._store.items_of("entity", missing):
                if isinstance(item, Entity) and item.mentions:
                    self._entities[item.mentions[0].document].append(item)
        for document in sorted(wanted - self._belonging.keys()):
            self._belonging[document] = affiliations(self.document(document), self._entities[document])
        return Bearers(
            {document: self._entities[document] for document in sorted(wanted)},
            names,
            documents={document: self.document(document) for document in sorted(wanted)},
            belonging={document: self._belonging[document] for document in wanted},
            one_matter=one_matter,
        )

    def _asks(self, claim: Claim) -> bool:
        """Whether the claim's words stand in a sentence that ends in a question mark."""
        text = self.document(claim.document).text
        end = _SENTENCE_END.search(text, claim.spans[-1].end - 1) if claim.spans else None
        return end is not None and end.group() == "?"

    def _is_put_to_another(self, claim: Claim) -> bool:
        """Whether the claim only leads to the question of the turn it stands in: whoever asks takes no side."""
        statement = self._statements.get(claim.statement) if claim.statement else None
        return statement is not None and statement.manner == "turn" and statement.stance == "asks"

    def _side(self, claim: Claim, topic: Topic, people: Bearers, groups: Mapping[str, str]) -> Side:
        document = self.document(claim.document)
        statement = self._statements.get(claim.statement) if claim.statement else None
        issuer = people.issuing(document) if is_own(claim) else None
        own = is_own(claim) and issuer is None
        told = claim.holder.party or (statement.speaker.party if statement else None)
        described = (statement.speaker.description if statement else None) or claim.holder.name
        shown = people.name(document.id, claim.holder.name) if claim.holder.name else None
        party = issuer or people.speaking(document.id, told, described) or (people.spoken_for(shown) if shown else None)
        uttered = statement.uttered if statement and statement.uttered and statement.uttered.start else None
        uttered = uttered or said_long_ago(claim, document)
        before = uttered is None and is_said_before(claim, document.text)
        tense = tense_of(claim)
        return Side(
            claim=claim,
            topic=topic,
            sign=side_of(claim.proposition, claim.polarity),
            firm=is_firm(claim),
            voice=f"party {fold(issuer)}" if issuer else _voice(claim, document, statement, people, party),
            name=_name(claim, document, statement, shown),
            party=None if own else party,
            own=own,
            anonymous=bool(statement and statement.speaker.anonymous),
            said=uttered or document.published,
            outlet=document.outlet,
            group=groups[claim.document],
            tense=None if before and tense == "past" else tense,  # "had said that it was safe": it is safe
            words=" … ".join(" ".join(span.of(document.text).split()) for span in claim.spans),
            heard=is_heard(claim, document.text),
            rebuts=rebuts(claim, document.text),
            before=before,
            owns=owns_change(claim, document.text),
            told=text_in_place(claim, document),
            sentence=sentence_at(document.text, claim.spans[0].start, claim.spans[-1].end)[0],
        )


def _with_parties(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The sides, a speaker's one known party given also to what they say where no party is told."""
    sides = tuple(sides)
    parties: dict[str, set[str]] = {}
    for side in sides:
        if side.party and not side.own:
            parties.setdefault(side.voice, set()).add(side.party)
    only = {voice: next(iter(found)) for voice, found in parties.items() if len(found) == 1}
    return tuple(
        msgspec.structs.replace(side, party=only[side.voice]) if side.party is None and side.voice in only else side
        for side in sides
    )


def told_once(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The sides without what a reprint only says again, in order of id."""
    first: dict[tuple[object, ...], Side] = {}
    for side in sorted(sides, key=lambda side: (side.claim.document, side.claim.id)):
        holder = "" if side.own else fold(side.name)
        first.setdefault((side.group, side.topic.key, side.sign, holder, fold(side.words)), side)
    return tuple(sorted(first.values(), key=lambda side: side.claim.id))


def share_words(one: Side, other: Side) -> bool:
    """Whether both stand on the same words: two readings of one clause are no disagreement."""
    return one.claim.document == other.claim.document and any(
        mine.overlaps(their) for mine in one.claim.spans for their in other.claim.spans
    )


def is_own(claim: Claim) -> bool:
    """Whether the report itself stands behind a claim."""
    holder = claim.holder
    return claim.statement is None and not (holder.entity or holder.name or holder.party)


def is_firm(claim: Claim) -> bool:
    """Whether a claim's words assert it without weakening."""
    return claim.modality != "possible" and claim.hedge is None and not _is_weakened(claim.text)


@lru_cache(maxsize=16_384)
def _is_weakened(text: str) -> bool:
    return _WEAKENED.search(text) is not None


def turns(claim: Claim) -> bool:
    """Whether the words carry a condition, a wish or a "not only", which turn what the claim seems to say."""
    return _turns(claim.text, claim.modality, claim.polarity, hedged=claim.hedge is not None)


@lru_cache(maxsize=16_384)
def _turns(text: str, modality: Modality, polarity: Polarity, *, hedged: bool) -> bool:
    if modality in {"asserted", "possible"} and _UNREAL.search(text):
        return True
    if modality == "planned" and _SUPPOSED.search(text):
        return True
    if modality == "asserted" and not hedged and _WISHED.search(text):
        return True
    if polarity == "affirmed":
        return _SAYS_NOT.search(text) is not None  # its words say no: which of the two holds is not known
    return _NO_NEGATION.search(text) is not None or _UNTIL.search(text) is not None  # "not until noon": at noon it was


def tense_of(claim: Claim) -> Tense | None:
    """The tense of a claim's first auxiliary or of its verb, as far as its words show it."""
    return None if claim.presupposed else _tense_of(claim.text, claim.proposition.predicate)


@lru_cache(maxsize=16_384)
def _tense_of(text: str, predicate: str) -> Tense | None:
    words = [fold(word) for word in _WORD.findall(text)]
    for word in words:
        if word in _MODAL:
            return None
        if word in _FUTURE:
            return "future"
        if word in _PAST:
            return "past"
        if word in _PERFECT:
            return "present" if predicate in {"have", "exist", "lack"} else "perfect"
        if word in _PRESENT:
            return "present"
    forms = _forms(predicate)
    return next((forms[word] for word in words if word in forms), None)


@lru_cache(maxsize=4096)
def _forms(predicate: str) -> Mapping[str, Tense]:
    known = classes().get(predicate)
    verbs = (*known.verbs, *known.middle) if known is not None else ()
    return cast("Mapping[str, Tense]", tenses((predicate, *verbs)))


def _voice(claim: Claim, document: Document, statement: Statement | None, people: Bearers, party: str | None) -> str:
    holder = claim.holder
    if is_own(claim):
        return f"outlet {fold(document.outlet)}" if document.outlet else f"report {document.id}"
    if statement and statement.speaker.anonymous:
        return f"unnamed {holder.entity or statement.speaker.entity or statement.id}"
    if holder.name:
        return f"name {people.voice(document.id, holder.name, party)}"
    return f"party {fold(party)}" if party else f"unknown {claim.statement or claim.id}"


def _name(claim: Claim, document: Document, statement: Statement | None, name: str | None) -> str:
    if is_own(claim):
        return document.outlet or THE_REPORT
    described = statement.speaker.description if statement else None
    if statement and statement.speaker.anonymous and described:
        return described
    return name or described or claim.holder.party or "an unknown speaker"
