"""What a claim can be compared by: the topic it answers, the side it takes, and the keys it is indexed under."""

from functools import lru_cache

import msgspec

from onrecord.comparing.words import MASS_MARKERS, POINTING, listed
from onrecord.language.nouns import common_noun
from onrecord.language.places import country_of
from onrecord.language.predicates import axis_of, classes, embedding_of
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Argument, ArgumentRole, Claim

LOCATED = listed(
    "common consume deploy emit enter exist extract grow infect occur operate pollute produce rare return store transit"
    " withdraw"
)
"""Classes of which the question is *where*, whoever does it: their doer is left out when the place is known."""

LIGHT = listed("be become begin come continue do end get give go have let make put seem take tend try")
"""Verbs that say nothing without what they take."""

AS_EXISTING = frozenset({"detect", "operate"})
"""Of a place: what is found there or at work there exists there, and what was never found is denied."""

AS_PRODUCING = frozenset({"make"})
"""Of a thing and a place: "made in" is "produced in", whichever class the verb fell into."""

UNASKED = frozenset({"say", "think", "wonder", "demand", "plan", "pretend"})
"""Verbs that only carry other clauses: that somebody said, thought or wanted so is no question of its own."""

DEEDS_WITH_A_THING = frozenset({"demand", "plan", "pretend"})
"""Those of them that are deeds where they have a thing: "has two mines", "moved the plant", "fought fires"."""

ASKED_ALL_THE_SAME = listed("agree decide promise propose")
"""Verbs of those that are deeds too."""

GOVERNING = listed("administration authority authorities government official officials regime state")
"""Nouns that stand for their country: "the Norland government" answers where "Norland" does."""

CELL = "/"
"""Stands between question and holder in the key of a cell, and in no scope's key before its first bar."""

LONGEST_KEY = 8
"""Words in the key of one argument; longer ones are clauses, which no second text repeats."""

OBJECT_ROLES: tuple[ArgumentRole, ...] = ("theme", "attribute", "topic", "goal", "recipient", "source")
"""In which order a participant can be what the question is about, besides the one who acts."""

Mood = str
"""What sort of question: "fact" (is it so), "plan" (will it be), "norm" (should it be)."""

_MOODS = {"asserted": "fact", "possible": "fact", "planned": "plan", "demanded": "norm"}


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """The proposition a claim takes a side on.

    `what` is the thing asked about and `where` the place or doer that fixes it; `role` is the role of
    `what` and `located` says that `where` is a place. `within` is the one document in which words such
    as "the company" can be trusted to mean one thing, or `None` where names fix the topic.
    """

    mood: Mood
    axis: str
    what: str
    where: str
    role: ArgumentRole | None
    located: bool
    within: str | None

    @property
    def key(self) -> str:
        """Equal for the claims that answer one question."""
        return "|".join((self.mood, self.axis, self.what, self.where, self.within or ""))

    @property
    def scope(self) -> str:
        """Equal for the claims that may concern each other: only the head of `what` counts."""
        return "|".join((self.mood, self.axis, self.head, self.where, self.within or ""))

    @property
    def head(self) -> str:
        """The last word of `what`: of "chemical precursor", the precursor."""
        return self.what.rsplit(" ", 1)[-1]

    @property
    def question(self) -> str:
        """The id of the question that this topic asks."""
        return content_id("question", self.mood, self.axis, self.what, self.where, self.within or "")


def mood_of(claim: Claim) -> Mood | None:
    """What sort of question a claim answers, or `None` where it takes no side."""
    return _MOODS.get(claim.modality)


def topic_of(claim: Claim) -> Topic | None:
    """The topic of a claim, or `None` where it takes no side or its words name too little to ask about."""
    mood = mood_of(claim)
    proposition = claim.proposition
    if mood is None or only_carries(proposition.predicate, acts=named_argument(claim, "theme") is not None):
        return None
    axis = axis_of(proposition.predicate)[0]
    place = named_argument(claim, "place")
    agent = named_argument(claim, "agent")
    axis, place = (
        ("exist", place) if axis == "have" and place and agent and _same_place(agent, place) else (axis, place)
    )
    thing = next(
        (a for role in OBJECT_ROLES if (a := named_argument(claim, role)) and (role != "topic" or is_named(a))), None
    )
    axis = _axis_of_place(axis, agent, place, thing)
    located = place is not None and thing is not None and (axis in LOCATED or agent is None)
    where = place if located else agent or (place if agent is None else None)
    if thing is None and (where is None or axis in LIGHT or axis in LOCATED):
        return None
    if thing is None and (not _acts_alone(claim) or embedding_of(proposition.predicate, "verb") is not None):
        return None
    if thing is not None and where is None and (axis in LIGHT or axis not in classes() or _has(claim, "agent")):
        return None  # somebody did it, but the text leaves open who, or a word that the lexicon lacks may need more
    fixed = [argument for argument in (where, thing) if argument is not None and is_named(argument)]
    return Topic(
        mood=mood,
        axis=axis,
        what=thing_key(thing.key) if thing else "",
        where=place_key(where) if where else "",
        role=thing.role if thing else None,
        located=located,
        within=None if fixed else claim.document,
    )


def loose_topic(claim: Claim) -> Topic | None:
    """The topic of a claim, or where its words name too little to ask about, only its mood and axis."""
    mood = mood_of(claim)
    if mood is None:
        return None
    axis = axis_of(claim.proposition.predicate)[0]
    bare = Topic(mood=mood, axis=axis, what="", where="", role=None, located=False, within=claim.document)
    return topic_of(claim) or bare


def claim_keys(claim: Claim) -> tuple[str, ...]:
    """What a claim is indexed under: the scope in which others could concern it, and its cell; or nothing.

    The cell names its question with its holder and answer, so that a crowd can be counted and sampled
    without reading every claim.
    """
    topic = topic_of(claim)
    if topic is None:
        return ()
    holder = claim.holder
    kind = (holder.name, holder.party, holder.entity, claim.statement is None, claim.polarity, claim.modality)
    return (topic.scope, f"{topic.question}{CELL}{content_id('cell', *map(str, kind))[5:17]}")


def is_named(argument: Argument) -> bool:
    """Whether an argument is fixed by a name and not by words that another document uses for another thing."""
    if argument.entity is not None or country_of(argument.text) is not None:
        return True
    words = argument.text.split()
    return any(word[:1].isupper() for word in words[1:]) or (
        argument.role in {"agent", "place"} and len(words) == 1 and words[0][:1].isupper()
    )


@lru_cache(maxsize=65_536)
def thing_key(key: str) -> str:
    """An argument's key without the adjectives that colour it and do not choose ("illicit", "deadly")."""
    words = [common_noun(word) for word in fold(key).split()]
    kept = [word for word in words[:-1] if word not in MASS_MARKERS] + words[-1:]
    return " ".join(kept)


def place_key(argument: Argument) -> str:
    """A place's or doer's key, a country's government counted as the country."""
    return _governed(argument.key) or fold(argument.key)


@lru_cache(maxsize=65_536)
def _governed(key: str) -> str | None:
    words = [word for word in key.split() if word not in {"of", "the"}]
    rest = [word for word in words if word not in GOVERNING]
    if rest and len(rest) < len(words):
        country = country_of(" ".join(rest).title())
        return fold(country) if country else None
    return None


@lru_cache(maxsize=65_536)
def only_carries(predicate: str, *, acts: bool) -> bool:
    """Whether a verb only brings another clause; with a thing of its own, one of wanting or trying is a deed."""
    group = embedding_of(predicate, "verb")
    if group not in UNASKED or predicate in ASKED_ALL_THE_SAME:
        return False
    return not (acts and group in DEEDS_WITH_A_THING)


def named_argument(claim: Claim, role: ArgumentRole) -> Argument | None:
    """A claim's first argument in a role, if its key names something."""
    found = claim.proposition.argument(role)
    return found if found is not None and _names_something(found.key) else None


@lru_cache(maxsize=65_536)
def _names_something(key: str) -> bool:
    words = fold(key).split()
    return 0 < len(words) <= LONGEST_KEY and words[-1] not in POINTING and any(len(word) > 1 for word in words)


def _has(claim: Claim, role: ArgumentRole) -> bool:
    return claim.proposition.argument(role) is not None


def _axis_of_place(axis: str, agent: Argument | None, place: Argument | None, thing: Argument | None) -> str:
    """The axis under which a question about a place is asked, however its claims put it."""
    if place is None or thing is None or thing.role != "theme":
        return axis
    if axis in AS_PRODUCING and thing.entity is not None:
        return "produce"
    if axis in AS_EXISTING or (axis == "have" and agent is not None and _same_place(agent, place)):
        return "exist"
    return axis


def _same_place(agent: Argument, place: Argument) -> bool:
    return place_key(agent) == place_key(place)


def _acts_alone(claim: Claim) -> bool:
    """Whether the clause has no object at all, not merely one that names nothing ("he did it")."""
    return not any(_has(claim, role) for role in OBJECT_ROLES)
