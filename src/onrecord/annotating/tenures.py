"""From when to when a person holds an office, where a document dates the appointment or the leaving."""

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.annotating.eventsenses import sense_of_verb
from onrecord.annotating.eventstatus import status_of_verb
from onrecord.annotating.eventtimes import Times
from onrecord.annotating.surroundings import Surroundings, coordinated, subject_of
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.model.identity import fold
from onrecord.model.items import Entity, Role, Statement
from onrecord.model.times import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

ENTERING = frozenset({"appoint", "name", "swear", "elect", "become", "succeed", "replace", "take", "promote", "hire"})
LEAVING = frozenset({"resign", "quit", "step", "stand", "retire", "oust", "dismiss", "sack", "fire", "remove"})
_OF_OTHERS = frozenset({"appoint", "name", "elect", "hire", "promote", "oust", "dismiss", "sack", "fire", "remove"})
"""Verbs whose object enters or leaves the office."""
_FORMER = ("former ", "ex-", "then-", "one-time ", "late ")


class Turn(NamedTuple):
    """What one verb tells of an office: whose, its title where it is told, and when it began or ended."""

    entity: str
    title: str | None
    since: str | None
    until: str | None


def with_tenures(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Entity, ...]:
    """The entities with the dates of their offices; the same where the document dates no change of office."""
    verbs = [
        (parsed, token)
        for parsed in analysis.blocks
        for token in parsed.tokens
        if token.pos_ == "VERB" and token.lemma_ in ENTERING | LEAVING
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
    if verb.lemma_ in {"succeed", "replace"}:  # whom he succeeds leaves then
        for child in verb.children:
            entity = around.entity_at(parsed.offset + child.idx) if child.dep_ == "dobj" else None
            if entity is None and child.dep_ == "dobj" and child.lower_ in {"him", "her"}:
                entity = around.meant_by(parsed, child)
            if entity is not None and entity.kind == "person":
                found.append(Turn(entity.id, None, None, last))
    return found


def _who(verb: "Token") -> "list[Token]":
    """Who enters or leaves: the object of "appointed", the subject of "resigned" and of a passive."""
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if verb.lemma_ in _OF_OTHERS and not passive:
        things = [child for child in verb.children if child.dep_ == "dobj"]
        if things:
            return [token for thing in things for token in coordinated(thing)][:1]
        bare = verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "conj", "advcl"}
        subject = subject_of(verb) if bare else None
    else:
        subject = passive[0] if passive else subject_of(verb)
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
            roles[at] = msgspec.structs.replace(role, since=role.since or turn.since, until=role.until or turn.until)
        elif turn.title is not None:
            roles.append(Role(title=turn.title, since=turn.since, until=turn.until))
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
