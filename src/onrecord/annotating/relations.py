"""Relations: actor – action – actor or thing, dated, with polarity and holder."""

from typing import TYPE_CHECKING

from onrecord.annotating.eventwords import NOUNS
from onrecord.annotating.parties import COUNTRY_NOUNS
from onrecord.annotating.relationwords import ACTIONS, EMPTY, OWN, PREPOSITIONS, SPOKEN
from onrecord.annotating.surroundings import FIRST_PERSON, Surroundings, coordinated, interval_of, negated, subject_of
from onrecord.language.parsing import Analysis, ParsedBlock
from onrecord.language.predicates import class_of, predicate_of
from onrecord.model.identity import content_id, fold
from onrecord.model.items import Entity, Relation, Statement
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

VERSION = "relations/3"


def find_relations(
    analysis: Analysis, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Relation, ...]:
    """Every relation of a document that its parse carries, in text order, each once for each verb."""
    around = Surroundings(analysis, entities, statements)
    found: dict[str, Relation] = {}
    for parsed in analysis.blocks:
        if parsed.block.kind in {"title", "heading", "table"}:
            continue
        for token in parsed.doc:
            if token.pos_ != "VERB" or (token.lemma_ not in ACTIONS and class_of(token.lemma_, "verb") is None):
                continue
            if predicate_of(token.lemma_, "verb") in SPOKEN:
                continue
            for relation in _relations(around, parsed, token):
                found.setdefault(relation.id, relation)
    return tuple(found.values())


def _relations(around: Surroundings, parsed: ParsedBlock, verb: "Token") -> list[Relation]:
    if verb.dep_ == "amod" or _unreal(verb):
        return []
    actors, things, joint = _ends(verb)
    predicate = (verb.lemma_ if verb.lemma_ in OWN else predicate_of(verb.lemma_, "verb")) + (
        f"_{joint}" if joint else ""
    )
    known = verb.lemma_ in ACTIONS
    found: list[Relation] = []
    negative = negated(verb) or _denied(verb)
    for actor in actors[:4]:
        subject = around.name_of(parsed, actor)
        if subject is None or not _meaningful(around, parsed, actor, subject) or _is_deed(around, parsed, actor):
            continue
        for thing in things[:4]:
            target = around.name_of(parsed, thing)
            if target is None or fold(target) == fold(subject) or not _meaningful(around, parsed, thing, target):
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
                    when=interval_of(around.when(parsed, verb)), polarity="negated" if negative else "affirmed",
                    holder=holder, score=0.5 + 0.15 * sum(named) + 0.1 * known,
                )
            )  # fmt: skip
    return found


def _ends(verb: "Token") -> "tuple[list[Token], list[Token], str | None]":
    """Actors and things of a verb, active or passive, and the preposition that joins them if one does."""
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}
    )
    subject = subject_of(verb)
    if passive:
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        actors = [g for c in agent.children if c.dep_ == "pobj" for g in coordinated(c)] if agent is not None else []
        return actors, coordinated(subject) if subject is not None else [], None
    actors = coordinated(subject) if subject is not None else []
    direct = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN"}]
    if direct:
        return actors, [t for child in direct[:1] for t in coordinated(child)], None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in PREPOSITIONS.get(verb.lemma_, ()):
            things = [g for c in child.children if c.dep_ == "pobj" for g in coordinated(c)]
            if things:
                return actors, things, child.lower_
    for child in verb.children:
        if (
            child.dep_ in {"conj"}
            and not any(g.dep_ in {"nsubj", "nsubjpass"} for g in child.children)
            and child.pos_ == "VERB"
        ):
            shared = [g for g in child.children if g.dep_ == "dobj"]
            if shared and PREPOSITIONS.get(verb.lemma_) is None:
                return actors, [t for g in shared for t in coordinated(g)], None
    return actors, [], None


def _unreal(verb: "Token") -> bool:
    """Whether a verb is only wished, conditional or asked about."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in {"could", "would", "should", "might", "may", "must", "can"}:
            return True
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
            return True
    if verb.sent.text.rstrip(" \n”\"'").endswith("?"):
        return True
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb.dep_ in {"xcomp", "advcl", "acl", "pcomp"} and verb.tag_ == "VB":
        return verb.head.lemma_ not in {"continue", "begin", "start", "help", "manage", "use"}
    return False


def _denied(verb: "Token") -> bool:
    """Whether the clause is denied from outside: "denied that", "no evidence that"."""
    head = verb.head
    return verb.dep_ in {"ccomp", "acl"} and (
        head.lemma_ in {"deny", "refute", "reject", "dispute", "disprove"}
        or (head.pos_ == "NOUN" and any(child.lower_ == "no" for child in head.children))
    )


def _meaningful(around: Surroundings, parsed: ParsedBlock, token: "Token", name: str) -> bool:
    if token.lemma_.lower() in EMPTY or token.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY"}:
        return False
    if name.islower() and " " not in name and token.lemma_.lower() in COUNTRY_NOUNS - {"ally", "partner", "leader"}:
        return False  # "other countries"
    return len(name) > 2 and not name[:1].isdigit()


def _is_deed(around: Surroundings, parsed: ParsedBlock, token: "Token") -> bool:
    """Whether a subject is a meeting, a strike or another event, which acts only in a manner of speaking."""
    return token.lemma_.lower() in NOUNS and around.entity_at(parsed.offset + token.idx) is None


def _plural(token: "Token", *, substance: bool = False) -> bool:
    """Whether a common noun stands for a class: "companies", "dealers"; with `substance`, also "fuel"."""
    return token.tag_ == "NNS" or (
        substance and token.tag_ == "NN" and not any(c.dep_ == "det" for c in token.children)
    )


def _named(around: Surroundings, parsed: ParsedBlock, token: "Token") -> bool:
    if token.pos_ == "PROPN" or token.lower_ in FIRST_PERSON or around.entity_at(parsed.offset + token.idx) is not None:
        return True
    return any(child.pos_ == "PROPN" for child in token.children if child.dep_ in {"compound", "nmod", "poss", "amod"})


def _span(parsed: ParsedBlock, actor: "Token", verb: "Token", thing: "Token") -> Span:
    tokens = sorted((actor, verb, thing), key=lambda token: token.i)
    first, last = parsed.token_span(tokens[0]), parsed.token_span(tokens[-1])
    return Span(first.start, last.end)
