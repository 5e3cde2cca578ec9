"""Phrases that tell of an event by a verb of many senses: "picked up by police", "threw out the appeal", "left office".

A report names one event by such a phrase where another has the plain verb, so the sort must be the same for both.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from onrecord.annotating.eventgrammar import are_workers, is_person, lemmas_of, phrases_of, things_of
from onrecord.annotating.eventwords import ADDRESSED, COURTS, DOCUMENTS, LAWS, OF_BOMBS, VEHICLES, words
from onrecord.annotating.surroundings import shared_subject

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_POLICE = words("police officer detective agent guard soldier troop sheriff authority customs force unit squad")
_PARLIAMENTS = words(
    "parliament senate assembly congress lawmaker legislature legislator mp deputy senator house chamber council "
    "councillor committee voter delegate"
)
_JUDGED = words(
    "appeal case conviction sentence verdict ruling lawsuit suit claim charge complaint election law ban order "
    "indictment petition challenge decision result vote"
)
_MEALS = words("dinner lunch breakfast supper tea luncheon coffee")
_POSTS = words("office post job")
_TERMS = words("sentence term")
_CUSTODY = words("prison jail custody sentence imprisonment term")
_HELD_OTHERWISE = words("hostage captive responsible accountable back up together dear liable")
_BUILT = words(
    "factory warehouse hotel house home school church hospital market building shop plant mill barn theatre theater "
    "hall museum ship ferry boat"
)
_CROWDS = words("thousand hundred dozen crowd")
_OFF_ROAD = words("aground")
_RAILS = words("rail track")


class _Told:
    """What stands about a verb."""

    __slots__ = ("beside", "preps", "subject", "things", "verb")

    def __init__(self, verb: "Token") -> None:
        self.verb = verb
        self.beside = {c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod", "acomp", "oprd", "prep"}}
        self.preps = phrases_of(verb)
        self.things = things_of(verb)
        self.subject = shared_subject(verb)

    @property
    def by(self) -> "Token | None":
        """Who does it: the subject, or of a passive whom "by" names."""
        passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in self.verb.children)
        return self.preps.get("by") if passive else self.subject

    def done_by(self, who: frozenset[str]) -> bool:
        """Whether those who do it are of some sort, by their noun or by a noun within its phrase."""
        by = self.by
        return by is not None and (by.lemma_.lower() in who or bool({c.lemma_.lower() for c in by.children} & who))

    def to_person(self) -> bool:
        """Whether it is done to a person: one with a name, or by a noun for people."""
        return any(
            is_person(thing)
            or thing.pos_ == "PROPN"
            or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in thing.children)
            for thing in self.things
        )

    def takes(self, lemmas: Iterable[str]) -> bool:
        """Whether it is done to something of some nouns."""
        return not lemmas_of(self.things).isdisjoint(lemmas)

    def at(self, joint: str, lemmas: frozenset[str]) -> bool:
        """Whether a preposition takes one of some nouns."""
        noun = self.preps.get(joint)
        return noun is not None and noun.lemma_.lower() in lemmas


def _arrested(told: _Told) -> str | None:
    return "arrest" if "up" in told.beside and told.to_person() and told.done_by(_POLICE) else None


def _held(told: _Told) -> str | None:
    if told.beside & _HELD_OTHERWISE or not told.to_person() or any(c.dep_ == "xcomp" for c in told.verb.children):
        return None
    passive = told.by is None and told.verb.tag_ == "VBN" and bool({"on", "in", "at", "over"} & set(told.preps))
    named = any(thing.pos_ == "PROPN" or thing.ent_type_ == "PERSON" for thing in told.things)
    return "arrest" if told.done_by(_POLICE) or (passive and named) else None


def _killed(told: _Told) -> str | None:
    down = "down" in told.beside and told.to_person()
    return "death" if down else _to_death(told)


def _to_death(told: _Told) -> str | None:
    if told.verb.lemma_ == "shoot" and "dead" in told.beside and told.things:
        return "death"
    return "death" if told.at("to", frozenset({"death"})) and told.to_person() else None


def _leaves(told: _Told) -> str | None:
    if "dead" in told.beside and told.things:
        return "death"
    if told.takes(_RAILS):
        return _wrecked(told)
    person = told.subject is not None and is_person(told.subject)
    return "resignation" if person and told.takes(_POSTS) else None


def _claims(told: _Told) -> str | None:
    return "death" if told.takes({"life"}) else None


def _passes(told: _Told) -> str | None:
    return "death" if "away" in told.beside and told.subject is not None and is_person(told.subject) else None


def _receives(told: _Told) -> str | None:
    if told.takes(_TERMS):
        return _sentenced(told)
    persons = [thing for thing in told.things if thing.ent_type_ == "PERSON" or thing.pos_ == "PROPN"]
    host = told.subject is not None and is_person(told.subject)
    return "meeting" if host and persons and "from" not in told.preps else None


def _eats(told: _Told) -> str | None:
    meal = next((thing for thing in told.things if thing.lemma_.lower() in _MEALS), None)
    if meal is None or told.subject is None or not is_person(told.subject):
        return None
    several = any(child.dep_ == "conj" for child in told.subject.children)
    with_whom = any(child.lower_ == "with" for base in (told.verb, meal) for child in base.children)
    return "meeting" if several or with_whom else None


def _rings(told: _Told) -> str | None:
    person = told.subject is not None and is_person(told.subject)
    return "call" if person and any(t.ent_type_ == "PERSON" or t.pos_ == "PROPN" for t in told.things) else None


def _goes(told: _Told) -> str | None:
    if "off" in told.beside and told.subject is not None:
        return "attack" if told.subject.lemma_.lower() in OF_BOMBS else None
    place = told.preps.get("to")
    going = told.subject is not None and is_person(told.subject) and told.subject.ent_type_ not in {"GPE", "ORG"}
    return "visit" if going and place is not None and place.ent_type_ == "GPE" else None


def _accused(told: _Told) -> str | None:
    return "charge" if {"formally", "officially"} & told.beside and told.to_person() else None


def _cleared(told: _Told) -> str | None:
    acquitted = "of" in told.preps and told.to_person() and told.verb.tag_ == "VBN"
    return "conviction" if acquitted else _votes(told)


def _sentenced(told: _Told) -> str | None:
    """Whether somebody is given a sentence, or years in prison."""
    for thing in told.things:
        beside = {word.lemma_.lower() for word in thing.subtree}
        if thing.lemma_.lower() in _TERMS and beside & {
            "year",
            "month",
            "life",
            "prison",
            "jail",
            "death",
            "suspended",
        }:
            return "conviction"
        if thing.lemma_.lower() in {"year", "month"} and beside & _CUSTODY:
            return "conviction"
    return None


def _sends(told: _Told) -> str | None:
    back = "back" in told.beside and any(thing.ent_type_ == "PERSON" for thing in told.things)
    to = (c for c in told.verb.subtree if c.dep_ == "pobj" and c.head.lower_ == "to")
    return "extradition" if back and any(place.pos_ == "PROPN" for place in to) else None


def _surrenders(told: _Told) -> str | None:
    place = told.preps.get("to")
    return "extradition" if told.to_person() and place is not None and place.ent_type_ == "GPE" else None


def _votes(told: _Told) -> str | None:
    return "vote" if told.done_by(_PARLIAMENTS) and told.takes(LAWS) else None


def _throws(told: _Told) -> str | None:
    out = told.verb.lemma_ not in {"throw", "set"} or bool({"out", "aside"} & told.beside)
    return "ruling" if out and told.done_by(COURTS) and told.takes(_JUDGED) else None


def _stops(told: _Told) -> str | None:
    at_work = told.subject is not None and are_workers(told.subject)
    return "strike" if at_work and told.takes({"work", "tool"}) else None


def _rallies(told: _Told) -> str | None:
    who = told.subject
    if who is None or told.things:
        return None
    many = who.tag_ in {"NNS", "NNPS"} and is_person(who)
    return "protest" if many or who.lemma_.lower() in _CROWDS or who.lower_ in {"thousands", "hundreds"} else None


def _wrecked(told: _Told) -> str | None:
    who = told.subject
    moving = who is not None and bool(
        {who.lemma_.lower(), *(child.lemma_.lower() for child in who.children)} & VEHICLES
    )
    if told.verb.lemma_ == "run":
        return "accident" if told.beside & _OFF_ROAD else None
    if told.verb.lemma_ in {"come", "jump", "leave"}:
        off = told.takes(_RAILS) or told.at("off", _RAILS)
        return "accident" if moving and off else None
    return "accident" if moving and {"into", "off", "from", "down"} & (set(told.preps) | told.beside) else None


def _burns(told: _Told) -> str | None:
    if told.verb.lemma_ == "burn" and _to_death(told):
        return "death"
    who = told.subject
    if told.verb.lemma_ == "catch":
        return "accident" if told.takes({"fire"}) and who is not None and not is_person(who) else None
    built = who is not None and who.lemma_.lower() in _BUILT
    down = "down" in told.beside or told.at("to", frozenset({"ground"}))
    return "accident" if built and down else None


def _orders(told: _Told) -> str | None:
    pays = any(child.dep_ == "xcomp" and child.lemma_ == "pay" for child in told.verb.children)
    if not pays or told.verb.tag_ not in {"VBD", "VBN"}:
        return None
    return "ruling" if told.done_by(COURTS) else "sanction"


def _speaks(told: _Told) -> str | None:
    return "speech" if told.at("to", ADDRESSED - {"supporter", "audience"}) else None


def _names(told: _Told) -> str | None:
    """An office given by a name before it: "named Ann Lee finance minister"."""
    office = next((child for child in told.verb.children if child.dep_ == "oprd" and is_person(child)), None)
    named = office is not None and any(child.ent_type_ == "PERSON" for child in office.children)
    return "appointment" if named else None


def _puts(told: _Told) -> str | None:
    return "announcement" if "out" in told.beside and told.takes(DOCUMENTS) else None


def _gives(told: _Told) -> str | None:
    if told.takes({"evidence"}) and {"to", "before", "at"} & set(told.preps):
        return "hearing"
    return _sentenced(told)


def _takes_over(told: _Told) -> str | None:
    firm = told.subject is not None and told.subject.pos_ == "PROPN" and not is_person(told.subject)
    return "acquisition" if firm and "over" in told.beside and any(t.pos_ == "PROPN" for t in told.things) else None


_IDIOMS: dict[str, Callable[[_Told], str | None]] = {
    "pick": _arrested, "round": _arrested, "hold": _held, "gun": _killed, "mow": _killed, "cut": _killed,
    "shoot": _to_death, "stab": _to_death, "beat": _to_death, "crush": _to_death, "burn": _burns,
    "leave": _leaves, "claim": _claims, "pass": _passes, "receive": _receives, "have": _eats, "eat": _eats,
    "share": _eats, "ring": _rings, "go": _goes, "accuse": _accused, "clear": _cleared,
    "give": _gives, "hand": _sentenced, "get": _sentenced, "send": _sends, "surrender": _surrenders, "back": _votes,
    "adopt": _votes, "endorse": _votes, "defeat": _votes, "throw": _throws, "set": _throws, "quash": _throws,
    "annul": _throws, "nullify": _throws, "down": _stops, "stop": _stops, "rally": _rallies, "plunge": _wrecked,
    "veer": _wrecked, "run": _wrecked, "catch": _burns, "order": _orders, "speak": _speaks, "name": _names,
    "put": _puts, "take": _takes_over, "come": _wrecked, "jump": _wrecked,
}  # fmt: skip

NEED_A_DAY = words("hold go receive ring leave stop back send have eat share get run")
"""Verbs of these phrases that tell of too much else where no day stands with them."""


def told_by_phrase(verb: "Token") -> str | None:
    """The sort of event that a verb tells of with its object, particle or phrase; most verbs tell none so."""
    sense = _IDIOMS.get(verb.lemma_)
    return sense(_Told(verb)) if sense is not None else None
