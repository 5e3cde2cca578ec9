"""Relations: actor – action – actor or thing, dated, with polarity and holder."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actors import COUNTRY_NOUNS
from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.eventgrammar import is_person
from onrecord.annotating.eventtimes import DATELINE, Times
from onrecord.annotating.eventwords import ANSWERED_FOR, MEETING_OBJECTS, NOUNS
from onrecord.annotating.phrases import AMOUNTS
from onrecord.annotating.relationwords import (
    ACTIONS,
    AHEAD,
    EMPTY,
    FEES,
    INTRANSITIVE,
    LED,
    OF_POLLS,
    OWN,
    PARTICULAR,
    PREPOSITIONS,
    RACES,
    SPOKEN,
    STANDING,
    SWAPPED,
    TO_PEOPLE,
    UNREAL,
)
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import Surroundings, coordinated, interval_of, negated, shared_subject
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.places import country_of
from onrecord.language.predicates import class_of, predicate_of
from onrecord.language.pronounwords import is_own
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, Relation, Statement
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

VERSION = "relations/7"
_REAL_AUXILIARIES = frozenset({"will", "’ll", "'ll", "do", "does", "did", "shall", "wo"})
_SHARE = re.compile(r", (?:both|all|some|many|most|none|each|one) of\b")
_DONE = frozenset({"continue", "begin", "start", "help", "manage", "use"})
"""Verbs whose infinitive is done: "helped to build"."""
_UNABLE = frozenset({"substance", "law", "event"})
"""Sorts of entities that do nothing."""
_DATELINE_WORDS = 12
_HOPS = 4
"""Verbs joined by "and" at most."""


def find_relations(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Relation, ...]:
    """Every relation of a document that its parse carries, in text order, each once for each verb."""
    around = Surroundings(analysis, entities, statements)
    times = Times(around)
    found: dict[str, Relation] = {}
    for parsed in analysis.blocks:
        if parsed.block.kind in {"title", "heading", "table"}:
            continue
        for token in parsed.tokens:
            if token.pos_ != "VERB" or (token.lemma_ not in ACTIONS and class_of(token.lemma_, "verb") is None):
                continue
            if predicate_of(token.lemma_, "verb") in SPOKEN:
                continue
            for relation in _relations(around, times, parsed, token):
                found.setdefault(relation.id, relation)
    return tuple(found.values())


def _relations(around: Surroundings, times: Times, parsed: ParsedBlock, verb: "Token") -> list[Relation]:
    if verb.text.isupper() or verb.dep_ == "amod" or _unreal(verb) or _other_sense(verb) or _is_ahead(verb):
        return []
    actors, things, joint = _ends(verb)
    predicate = (verb.lemma_ if verb.lemma_ in OWN else predicate_of(verb.lemma_, "verb")) + (
        f"_{joint}" if joint else ""
    )
    known = verb.lemma_ in ACTIONS
    found: list[Relation] = []
    negative = negated(verb) or _denied(verb) or any(c.lower_ == "zero" for a in actors[:1] for c in a.children)
    for actor in actors[:4]:
        subject = _without_share(around.name_of(parsed, actor))
        if subject is None or not _meaningful(actor, subject) or _is_deed(around, parsed, actor):
            continue
        if _cut_off(actor, verb) or not _acts(around, parsed, actor, verb):
            continue
        for thing in things[:4]:
            target = _thing(around, parsed, verb, thing)
            if target is None or _is_setting(verb, thing) or _names_own(subject, target):
                continue
            if fold(target) == fold(subject) or not _meaningful(thing, target):
                continue
            if verb.lemma_ in {"blame", "accuse"} and not (_named(around, parsed, thing) or is_person(thing)):
                continue
            named = _named(around, parsed, actor), _named(around, parsed, thing)
            if not any(named) and not (known and _plural(actor) and _plural(thing, substance=True)):
                continue
            if not known and not all(named):
                continue
            span = _span(parsed, actor, verb, thing)
            _, holder = around.holder_at(parsed.token_span(verb))
            found.append(
                Relation(
                    id=content_id(
                        "relation", around.document.id, parsed.token_span(verb), fold(subject), predicate, fold(target)
                    ),
                    document=around.document.id, spans=(span,), subject=subject, predicate=predicate, object=target,
                    when=interval_of(times.of(parsed, verb)), polarity="negated" if negative else "affirmed",
                    holder=holder, score=0.5 + 0.15 * sum(named) + 0.1 * known,
                )
            )  # fmt: skip
    return found


def _ends(verb: "Token") -> "tuple[list[Token], list[Token], str | None]":
    """Actors and things of a verb, active or passive, and the preposition that joins them if one does."""
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}
    )
    subject = _subject(verb)
    if passive:
        agent = agent_of(verb)
        actors = coordinated(agent) if agent is not None else []
        return actors, coordinated(subject) if subject is not None else [], None
    actors = coordinated(subject) if subject is not None else []
    if verb.dep_ in {"relcl", "acl"}:  # "Lee, who met Falk; and Dorn, who did not": not Dorn
        actors = [actor for actor in actors if actor.i < verb.i]
    direct = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN"}]
    leads_to = verb.lemma_ == "lead" and any(child.dep_ == "xcomp" for child in verb.children)
    if direct and (_takes_clause(verb) or leads_to):  # "the vote led her to resign"
        return actors, [], None
    if verb.lemma_ in {"provide", "supply", "equip", "present"}:  # "provided the city with trams": the trams
        given = [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" for g in c.children]
        direct = [token for token in given if token.dep_ == "pobj"] or direct
    direct.sort(key=lambda child: child.dep_ == "dative")  # "sold Norland arms": the arms
    if direct:
        things = [t for child in direct[:1] for t in coordinated(child)]
        return actors, [] if verb.lemma_ in INTRANSITIVE else _of_one_sort(things), None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in PREPOSITIONS.get(verb.lemma_, ()):
            things = [g for c in child.children if c.dep_ == "pobj" for g in coordinated(c)]
            if things:
                return actors, things, child.lower_
    for child in verb.children if not _takes_clause(verb) else ():
        if (
            child.dep_ in {"conj"}
            and not any(g.dep_ in {"nsubj", "nsubjpass"} for g in child.children)
            and child.pos_ == "VERB"
        ):
            shared = [g for g in child.children if g.dep_ == "dobj"]
            if shared and PREPOSITIONS.get(verb.lemma_) is None:
                return actors, [t for g in shared for t in coordinated(g)], None
    return actors, [], None


def _of_one_sort(things: "list[Token]") -> "list[Token]":
    """The first of some joined things with those of its sort: not a person who a thing is joined to by the parse."""
    return [thing for thing in things if is_person(thing) == is_person(things[0])]


def _subject(verb: "Token") -> "Token | None":
    """Who does it; in "thanked them for coming" those who are thanked, in "spoke of having won" who speaks."""
    subject = shared_subject(verb)
    if subject is not None or verb.dep_ != "pcomp":
        return subject
    above = verb.head.head
    if above.pos_ not in {"VERB", "AUX"}:
        return None
    taken = next((child for child in above.children if child.dep_ == "dobj"), None)
    held = taken is not None and verb.head.lower_ in {"for", "of"} and above.lemma_ in ANSWERED_FOR
    return taken if held else shared_subject(above)


def _takes_clause(verb: "Token") -> bool:
    """Whether "that" follows a verb: what stands far behind it is in that clause, whatever the parse says."""
    at = verb.i + 1
    return at < len(verb.doc) and verb.doc[at].lower_ == "that" and verb.doc[at].tag_ == "IN"


def _unreal(verb: "Token") -> bool:
    """Whether a verb is only wished, conditional, opposed or asked about."""
    if _is_asked(verb):
        return True
    return any(_supposed(one) for one in _over(verb)) or _only_meant(verb)


def _is_asked(verb: "Token") -> bool:
    """Whether a verb's sentence ends in a question mark, inside quotation marks or not."""
    sentence = verb.sent
    for at in range(sentence.end - 1, verb.i, -1):
        if words := verb.doc[at].text.rstrip(" \n”\"'"):
            return words.endswith("?")
    return False


def _over(verb: "Token") -> "list[Token]":
    """A verb and those that it is joined to by "and"."""
    found = [verb]
    while found[-1].dep_ == "conj" and found[-1].head.pos_ == "VERB" and len(found) < _HOPS:
        found.append(found[-1].head)
    return found


def _supposed(verb: "Token") -> bool:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in {"could", "would", "should", "might", "may", "must", "can"}:
            return True
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
            return True
        if child.lower_ in {"however", "whatever", "whoever"} and child.i < verb.i:
            return True
    return False


def _only_meant(verb: "Token", hops: int = 0) -> bool:
    """Whether a verb is the infinitive or "-ing" of what somebody wants, opposes or leaves: "instead of hiring"."""
    base = _over(verb)[-1] if verb.tag_ in {"VB", "VBG"} else verb
    head = base.head
    if head.i == base.i or hops > _HOPS:
        return False
    above = head.pos_ == "VERB" and (_supposed(head) or negated(head) or _only_meant(head, hops + 1))
    if base.tag_ == "VB":
        if any(child.dep_ == "aux" and child.lower_ in _REAL_AUXILIARIES for child in base.children):
            return False
        return base.dep_ not in {"xcomp", "ccomp"} or head.lemma_ not in _DONE or above
    if base.tag_ == "VBG" and base.dep_ in {"xcomp", "ccomp"}:
        return head.lemma_ in UNREAL or above
    if base.tag_ == "VBG" and base.dep_ == "pcomp":
        joints = {head.lower_, head.head.lower_, *(child.lower_ for child in head.children)}
        return bool(joints & {"instead", "without", "against", "toward", "towards", "rather", "to"}) or (
            head.head.lemma_ in UNREAL
        )
    if base.tag_ == "VBG" and base.dep_ == "acl" and head.dep_ == "pobj":  # "a ban on ships entering"
        return head.head.head.lemma_.lower() in UNREAL
    return False


def _denied(verb: "Token") -> bool:
    """Whether the clause is denied from outside: "denied that", "no evidence that"."""
    head = verb.head
    return verb.dep_ in {"ccomp", "acl"} and (
        head.lemma_ in {"deny", "refute", "reject", "dispute", "disprove"}
        or (head.pos_ == "NOUN" and any(child.lower_ == "no" for child in head.children))
    )


def _without_share(name: str | None) -> str | None:
    """A name without what is told of a part of it: "two members, both of whom"."""
    return _SHARE.split(name)[0] if name is not None else None


def _thing(around: Surroundings, parsed: ParsedBlock, verb: "Token", thing: "Token") -> str | None:
    """The name of what it is done to: of "deported Norlanders" the people, not their country."""
    if thing.tag_ == "NNPS" and verb.lemma_ in TO_PEOPLE and country_of(thing.text) is not None:
        return thing.text
    return around.name_of(parsed, thing)


def _is_setting(verb: "Token", thing: "Token") -> bool:
    """Whether a relative clause means what stands before the place: "a meeting in Norland, which was led by"."""
    return (
        verb.dep_ == "relcl" and verb.head.i == thing.i and thing.ent_type_ in {"GPE", "LOC"} and thing.dep_ == "pobj"
        and thing.head.lower_ in {"in", "at", "near"} and thing.head.head.pos_ == "NOUN" and verb.lemma_ in LED
    )  # fmt: skip


def _other_sense(verb: "Token") -> bool:
    """Whether a particle gives a verb another sense: "struck down", "fired off"."""
    return any(child.dep_ == "prt" and child.lower_ not in {"over", "together"} for child in verb.children) and (
        verb.lemma_ in PARTICULAR
    )


def _is_ahead(verb: "Token") -> bool:
    """Whether a verb tells who is in front, in a race or a poll, or that a goal was met: nothing done to anybody."""
    things = {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}
    if verb.lemma_ == "meet":
        return bool(things & MEETING_OBJECTS)
    if verb.lemma_ == "charge":
        return bool(things & FEES)
    if verb.lemma_ in SWAPPED:
        return "lead" in things
    if verb.lemma_ not in AHEAD:
        return False
    return bool(things & RACES) or any(token.lower_ in OF_POLLS or token.text == "%" for token in verb.sent)


def _is_personal(verb: "Token") -> bool:
    """Whether a relative clause begins with "who", which no place does."""
    return verb.dep_ == "relcl" and any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ == "who" for c in verb.children)


def _acts(around: Surroundings, parsed: ParsedBlock, actor: "Token", verb: "Token") -> bool:
    """Whether a subject can act: a name, people, a body, or things in the plural; not "the victory", "a decline"."""
    if is_own(actor.text):
        return True
    line = DATELINE.match(parsed.text) if actor.i < _DATELINE_WORDS else None
    if line is not None and actor.idx < line.end():
        return False
    entity = around.entity_at(parsed.offset + actor.idx)
    if entity is not None and entity.kind == "place" and _is_personal(verb):
        return False  # "a lawyer from Portsund, who represents them"
    if actor.pos_ == "PROPN" and entity is None:
        return True
    if actor.head.lemma_ in STANDING and not is_person(actor) and actor.lemma_.lower() not in ACTORS:
        return False
    if entity is not None:
        return entity.kind not in _UNABLE
    return is_person(actor) or actor.lemma_.lower() in ACTORS or _plural(actor, substance=True)


def _cut_off(actor: "Token", verb: "Token") -> bool:
    """Whether a quotation opens between who acts and the verb, or who acts is a side of a lawsuit ("Lee v. Falk")."""
    first, last = sorted((actor.i, verb.i))
    between = verb.doc[first:last]
    opened = sum(token.text in {"“", "''", "‘", "``", '"'} for token in between)
    closed = sum(token.text in {"”", "’"} for token in between)
    beside = {verb.doc[i].lower_ for i in (actor.i + 1, actor.left_edge.i - 1) if 0 <= i < len(verb.doc)}
    return (opened - closed) % 2 == 1 or bool(beside & {"v.", "vs.", "v", ":"})


def _names_own(subject: str, target: str) -> bool:
    """Whether a thing is told as the actor's own: "Sanders received Sanders’ endorsement"."""
    last = fold(subject).split()[-1:]
    return (
        bool(last) and len(fold(target).split()) > 1 and last[0] in {w.removesuffix("s") for w in fold(target).split()}
    )


def _meaningful(token: "Token", name: str) -> bool:
    if token.lemma_.lower() in EMPTY or token.ent_type_ in AMOUNTS:
        return False
    if name.islower() and " " not in name and token.lemma_.lower() in COUNTRY_NOUNS - {"ally", "partner", "leader"}:
        return False  # "other countries"
    return len(name) > 2 and not name[:1].isdigit() and not {"[", "]"} & set(name)


def _is_deed(around: Surroundings, parsed: ParsedBlock, token: "Token") -> bool:
    """Whether a subject is a meeting, a strike or another event, which acts only in a manner of speaking."""
    return token.lemma_.lower() in NOUNS and around.entity_at(parsed.offset + token.idx) is None


def _plural(token: "Token", *, substance: bool = False) -> bool:
    """Whether a common noun stands for a class: "companies", "dealers"; with `substance`, also "fuel"."""
    return token.tag_ == "NNS" or (
        substance and token.tag_ == "NN" and not any(c.dep_ == "det" for c in token.children)
    )


def _named(around: Surroundings, parsed: ParsedBlock, token: "Token") -> bool:
    if token.pos_ == "PROPN" or is_own(token.text) or around.entity_at(parsed.offset + token.idx) is not None:
        return True
    return any(child.pos_ == "PROPN" for child in token.children if child.dep_ in {"compound", "nmod", "poss", "amod"})


def _span(parsed: ParsedBlock, actor: "Token", verb: "Token", thing: "Token") -> Span:
    tokens = sorted((actor, verb, thing), key=lambda token: token.i)
    first, last = parsed.token_span(tokens[0]), parsed.token_span(tokens[-1])
    return Span(first.start, last.end)
