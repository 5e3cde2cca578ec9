"""What annotating finds in one document: entities, statements, claims, figures, commitments, events, relations."""

from typing import Literal

import msgspec

from onrecord.model.documents import Document, Terms
from onrecord.model.spans import Evidence, Spans
from onrecord.model.times import Interval

EntityKind = Literal["person", "organisation", "place", "substance", "event", "law", "other"]
Manner = Literal["direct", "indirect", "mixed", "turn"]
Stance = Literal[
    "asserts", "denies", "insists", "accuses", "promises", "asks", "orders", "thanks",
    "warns", "agrees", "urges", "criticises", "believes", "expects", "proposes", "admits", "refuses",
]  # fmt: skip
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "possible", "planned", "demanded", "conditional", "asked"]
ArgumentRole = Literal["agent", "theme", "recipient", "place", "source", "goal", "topic", "attribute", "time"]
Modifier = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most", "nearly", "between"]
FigureKind = Literal["absolute", "rate", "share", "percent_change", "multiple", "rank"]
CommitmentKind = Literal["pledge", "agreement", "plan", "order", "call_for"]
Strength = Literal["firm", "soft", "call"]
Doubt = Literal["impossible_date", "due_before_announced", "contradictory_dates"]
EventStatus = Literal["happened", "planned"]
CommitmentStatus = Literal["announced", "repeated", "in_progress", "done", "broken", "overdue", "withdrawn"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a document names or points to an entity."""

    document: str
    start: int
    end: int


class Role(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """An office held: title, organisation or country, and from when to when (ISO dates) where the text says."""

    title: str
    organisation: str | None = None
    since: str | None = None
    until: str | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, place or substance with one name, its aliases as they occur, and its party.

    The id hashes kind and folded name, so documents that use the same full name agree on it. An unnamed
    source that the text sets apart ("an official from the Justice Department") is an entity of its
    document alone: its id hashes the document too.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    party: str | None = None
    mentions: tuple[Mention, ...] = ()


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who said it, as far as the text tells; everything absent is an honest "unknown speaker".

    `description` is what the text calls an unnamed source, and `anonymous` is true for one. `party` is
    who the speaker stands for ("Mexico", "United States", a company).
    """

    entity: str | None = None
    name: str | None = None
    description: str | None = None
    anonymous: bool = False
    party: str | None = None


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind a claim or figure: a speaker, or with all fields absent the report itself."""

    entity: str | None = None
    name: str | None = None
    party: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words attributed to a speaker. The id hashes document, content and cue spans."""

    id: str
    document: str
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    manner: Manner
    stance: Stance = "asserts"
    speaker: Speaker = Speaker()
    addressee: str | None = None
    uttered: Interval | None = None
    place: str | None = None
    venue: str | None = None
    terms: Terms | None = None
    nested_in: str | None = None
    score: float = 1.0


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """A participant of a proposition.

    `text` is how a person reads it, resolved ("Mexico" for "here"); `key` is its folded, lemmatised
    form for comparing; `spans` are the words it came from; `filled` says that it was resolved or
    supplied from outside those words.
    """

    role: ArgumentRole
    text: str
    key: str
    entity: str | None = None
    spans: Spans = ()
    filled: bool = False


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim says, stripped of who says it: a predicate class and its arguments.

    `predicate` names a class of the lexicon (`language/predicates.py`) such as "produce", shared by
    verbs, nouns and participles ("make", "production", "producer"), or else the lemma itself.
    """

    predicate: str
    arguments: tuple[Argument, ...] = ()

    def argument(self, role: ArgumentRole) -> Argument | None:
        """The first argument in that role."""
        for argument in self.arguments:
            if argument.role == role:
                return argument
        return None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One self-contained proposition, and who holds it: a speaker through a statement, or the report itself.

    `presupposed` marks what a phrase takes for granted ("labs where it is made"); `hedge` the words that
    weaken it; `quantity` an amount that the claim turns on ("some labs", "zero doubt"); `terms` are folded
    content lemmas for full-text candidates. `question` is filled by comparing.
    """

    id: str
    document: str
    statement: str | None
    spans: Spans
    text: str
    polarity: Polarity
    modality: Modality
    holder: Holder
    proposition: Proposition
    question: str | None = None
    about: Interval | None = None
    presupposed: bool = False
    hedge: str | None = None
    quantity: str | None = None
    terms: tuple[str, ...] = ()
    score: float = 1.0


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure is compared with: `relation` ("increase", "multiple", "share_of" …), the period, the quantity."""

    relation: str
    period: Interval | None = None
    of: str | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity in the text.

    `low` and `high` bound the value in `unit`: a UCUM or ISO 4217 code, "1", or a counted noun.
    A percentage has unit "%" and is kept as written (70 for "70 percent"); an open bound is `None`.
    """

    id: str
    document: str
    spans: Spans
    statement: str | None
    low: int | float | None
    high: int | float | None
    modifier: Modifier
    unit: str
    kind: FigureKind
    measures: str | None = None
    place: str | None = None
    period: Interval | None = None
    basis: Basis | None = None
    holder: Holder = Holder()
    score: float = 1.0


class StatusChange(msgspec.Struct, frozen=True, kw_only=True):
    """What a passage says became of a commitment."""

    status: CommitmentStatus
    when: Interval | None
    document: str
    spans: Spans


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """An undertaking. `parties` and `counterparts` are names as a person reads them.

    `strength` tells a word given from a try or a call on others; `doubts` name what does not add up in its dates,
    which are kept as written.
    """

    id: str
    document: str
    spans: Spans
    statement: str | None = None
    parties: tuple[str, ...] = ()
    action: str
    counterparts: tuple[str, ...] = ()
    deadline: Interval | None = None
    condition: str | None = None
    kind: CommitmentKind
    strength: Strength = "firm"
    announced: Interval | None = None
    doubts: tuple[Doubt, ...] = ()
    history: tuple[StatusChange, ...] = ()
    score: float = 1.0


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What happened, when, where, with whom. `kind` is its sort ("meeting", "arrest", "seizure" …, or "other").

    `trigger` is the verb or noun that tells of it, in its base form.
    `status` tells what happened from what is told as going to happen; `doubts` name what does not add up in its
    dates, which stand as written.
    """

    id: str
    kind: str
    mentions: tuple[Evidence, ...]
    text: str
    when: Interval | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    trigger: str | None = None
    status: EventStatus = "happened"
    doubts: tuple[Doubt, ...] = ()
    score: float = 1.0


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Actor – action – actor or thing, on its words. `predicate` is a class of the lexicon."""

    id: str
    document: str
    spans: Spans
    subject: str
    predicate: str
    object: str
    when: Interval | None = None
    polarity: Polarity = "affirmed"
    holder: Holder = Holder()
    score: float = 1.0


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """A document with everything found in it, and the version string of the layers that found it."""

    document: Document
    version: str
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
