"""From when to when a person holds an office, where a document dates the appointment or the leaving."""

import re
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.annotating.eventsenses import sense_of_verb
from onrecord.annotating.eventstatus import status_of_verb
from onrecord.annotating.eventtimes import Times
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import Surroundings, coordinated, shared_subject
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Role, Statement
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from onrecord.language.trees import Token

ENTERING = frozenset({"appoint", "name", "swear", "elect", "become", "succeed", "replace", "take", "promote", "hire"})
_PASSING_ON = frozenset({"replace", "succeed", "take", "hand"})
"""Verbs that may name both who leaves an office and who enters it."""
LEAVING = frozenset({"resign", "quit", "step", "stand", "retire", "oust", "dismiss", "sack", "fire", "remove"})
_OF_OTHERS = frozenset({"appoint", "name", "elect", "hire", "promote", "oust", "dismiss", "sack", "fire", "remove"})
"""Verbs whose object enters or leaves the office."""
_FORMER = ("former ", "ex-", "then-", "one-time ", "late ")


_FOR_NOW = re.compile(r"^(?:the )?(?:acting|interim|caretaker|temporary) ", re.IGNORECASE)
_FORMERLY = re.compile(r"^(?:(?:former|then|ex|one-?time|late|outgoing|incoming|new)[ -])+", re.IGNORECASE)


class Turn(NamedTuple):
    """What one verb tells of an office: whose, its title where it is told, and when it began or ended."""

    entity: str
    title: str | None
    since: str | None
    until: str | None
    organisation: str | None = None


def with_tenures(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Entity, ...]:
    """The entities with the dates of their offices; the same where the document dates no change of office."""
    verbs = [
        (parsed, token)
        for parsed in analysis.blocks
        for token in parsed.tokens
        if token.pos_ == "VERB" and token.lemma_ in ENTERING | LEAVING | _PASSING_ON
    ]
    if not verbs:
        return entities
    around = Surroundings(analysis, entities, statements)
    times = Times(around)
    turns: dict[str, list[Turn]] = defaultdict(list)
    for parsed, verb in verbs:
        for turn in _turns(around, times, parsed, verb):
            turns[turn.entity].append(turn)
    return tuple(_dated(entity, turns[entity.id]) if entity.id in turns else entity for entity in entities)


def _turns(around: Surroundings, times: Times, parsed: ParsedBlock, verb: "Token") -> list[Turn]:
    if verb.lemma_ in _PASSING_ON and (passed := _passed_on(around, times, parsed, verb)):
        return passed
    kind = "appointment" if verb.lemma_ in {"elect", "become"} else sense_of_verb(verb)
    if kind not in {"appointment", "resignation"} or status_of_verb(verb) != "happened":
        return []
    when = times.sane(times.of(parsed, verb), happened=True)
    first, last = _bounds(when)
    if first is None or (times.published is not None and first > times.published.isoformat()):
        return []
    found = []
    title = _title(around, parsed, verb)
    entering = verb.lemma_ in ENTERING
    if not (entering and title is None and verb.lemma_ in {"become", "elect", "hire", "promote"}):
        for token in _who(verb):
            entity = around.entity_at(parsed.offset + token.idx)
            if entity is not None and entity.kind == "person":
                found.append(Turn(entity.id, title, first if entering else None, None if entering else last))
    return found


def _passed_on(around: Surroundings, times: Times, parsed: ParsedBlock, verb: "Token") -> list[Turn]:
    """Who leaves and who enters where one verb names both: "was replaced by", "took over from", "handed over to"."""
    pair = _leaver_and_comer(verb)
    if pair is None or status_of_verb(verb) != "happened":
        return []
    first, last = _bounds(times.sane(times.of(parsed, verb), happened=True))
    if first is None or (times.published is not None and first > times.published.isoformat()):
        return []
    leaver, comer = (_person(around, parsed, token) for token in pair)
    known = [role for person in (leaver, comer) if person is not None for role in person.roles[:1]]
    title = _title(around, parsed, verb) or (_FORMERLY.sub("", known[0].title) if known else None)
    body = next((role.organisation for role in known if role.organisation), None)
    left = _FOR_NOW.sub("", title) if title is not None else None  # who acts for now took over from who did not
    found = [Turn(leaver.id, left, None, last, body)] if leaver is not None else []
    return found + ([Turn(comer.id, title, first, None, body)] if comer is not None and title is not None else [])


def _leaver_and_comer(verb: "Token") -> "tuple[Token | None, Token | None] | None":
    """Whom a verb tells to leave an office and whom to enter it, in this order."""
    parts = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"}}
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    agent = agent_of(verb)
    if verb.lemma_ in {"replace", "succeed"}:
        if passive is not None or verb.tag_ == "VBN":
            leaver = passive if passive is not None else _described(verb)
            return (leaver, agent) if agent is not None and leaver is not None else None
        left = next((c for c in verb.children if c.dep_ == "dobj"), None)
        return (left, _doer(verb)) if left is not None else None
    if "over" not in parts:
        return None
    if verb.lemma_ == "take":
        left = _behind(verb, "from")
        return (left, _doer(verb)) if left is not None else None
    entering = _behind(verb, "to")
    return (_doer(verb), entering) if entering is not None else None


def _doer(verb: "Token") -> "Token | None":
    subject = shared_subject(verb)
    named = subject is not None and subject.lower_ in {"who", "that"} and verb.head.pos_ in {"NOUN", "PROPN"}
    return verb.head if named else subject


def _described(verb: "Token") -> "Token | None":
    """Whom a participle is of: "Lee, replaced in May by Falk, …"."""
    return verb.head if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN"} else None


def _behind(verb: "Token", joint: str) -> "Token | None":
    """The noun behind a preposition of a verb, or of what it takes: "handed the ministry over to Falk"."""
    led = [c for c in verb.subtree if c.dep_ in {"prep", "dative"} and c.lower_ == joint and c.i > verb.i]
    return next((g for c in led for g in c.children if g.dep_ == "pobj"), None)


def _person(around: Surroundings, parsed: ParsedBlock, token: "Token | None") -> Entity | None:
    """The person that a word names, or that a pronoun or an apposition beside it means."""
    if token is None:
        return None
    near = (token, *(c for c in token.children if c.dep_ == "appos"))
    found = [around.entity_at(parsed.offset + one.idx) for one in near]
    if token.lower_ in {"he", "she", "him", "her"}:
        found.append(around.meant_by(parsed, token))
    return next((entity for entity in found if entity is not None and entity.kind == "person"), None)


def _who(verb: "Token") -> "list[Token]":
    """Who enters or leaves: the object of "appointed", the subject of "resigned" and of a passive."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if verb.lemma_ in _OF_OTHERS and not passive:
        things = [child for child in verb.children if child.dep_ == "dobj"]
        if things:
            return [token for thing in things for token in coordinated(thing)][:1]
        bare = verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "conj", "advcl"}
        subject = shared_subject(verb) if bare else None
    else:
        subject = passive[0] if passive else shared_subject(verb)
    if subject is None or subject.dep_ not in {"nsubj", "nsubjpass"}:
        return [subject] if subject is not None else []
    if subject.lower_ in {"who", "that"} and verb.head.pos_ in {"NOUN", "PROPN"}:
        return [verb.head]
    return [subject]


def _title(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> str | None:
    """The office that a verb names: "as fisheries minister", "named chief executive", "became mayor"."""
    for child in verb.children:
        nouns = [child] if child.dep_ in {"oprd", "attr"} else []
        if child.dep_ == "prep" and child.lower_ in {"as", "to"}:
            nouns = [inner for inner in child.children if inner.dep_ == "pobj"]
        for noun in nouns:
            if noun.pos_ in {"NOUN", "PROPN"} and around.entity_at(parsed.offset + noun.idx) is None:
                words = around.phrase(parsed, noun)
                if words is not None and not words[:1].isdigit() and len(words.split()) < 9:
                    return words
    return None


def _bounds(when: Interval | None) -> tuple[str | None, str | None]:
    """The first and the last day of a time that is no vaguer than a year."""
    if when is None or when.start is None or when.end is None or when.precision in {"decade", "span"}:
        return None, None
    first, end = when.start[:10], when.end[:10]
    if first == end:
        return first, first
    return first, (date.fromisoformat(end) - timedelta(1)).isoformat()


def _dated(entity: Entity, turns: list[Turn]) -> Entity:
    roles = list(entity.roles)
    for turn in turns:
        at = _held(roles, turn)
        if at is not None:
            role = roles[at]
            roles[at] = msgspec.structs.replace(
                role, since=role.since or turn.since, until=role.until or turn.until,
                organisation=role.organisation or turn.organisation,
            )  # fmt: skip
        elif turn.title is not None:
            roles.append(Role(title=turn.title, organisation=turn.organisation, since=turn.since, until=turn.until))
    return msgspec.structs.replace(entity, roles=tuple(roles))


def _held(roles: list[Role], turn: Turn) -> int | None:
    """Which of the roles it is: the one that shares the title's last word, or the only one where none is told."""
    if turn.title is None:
        return 0 if len(roles) == 1 and (turn.until or not _is_former(roles[0])) else None
    wanted = set(fold(turn.title).split())
    fits = [
        number
        for number, role in enumerate(roles)
        if (words := set(fold(role.title).split())) and (words <= wanted or wanted <= words)
        and (turn.until or not _is_former(role))
    ]  # fmt: skip
    return fits[0] if fits else None


def _is_former(role: Role) -> bool:
    return role.title.lower().startswith(_FORMER)
