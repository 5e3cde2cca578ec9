"""Undertakings with "will", "would" and "is set to": of who speaks, or plans that a report ascribes to somebody."""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.actions import Found, has_to, undertaking
from onrecord.annotating.commitmentwords import (
    ACTORS,
    AGENTLESS,
    BINDABLE,
    COMPANY,
    FINITE,
    OUTCOMES,
    PREDICTING,
    SAYING,
    TALKING,
    UNDERGONE,
)
from onrecord.annotating.parties import can_undertake
from onrecord.annotating.surroundings import Surroundings, negated, subject_of
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_ACTORS = frozenset(
    {"you", "it", "that", "this", "there", "what", "nobody", "people", "voters", "americans", "one", "who", "which",
     "everyone", "everybody", "someone", "somebody", "they"}
)  # fmt: skip
_AUDIENCE = frozenset({"voter", "american", "viewer", "reader", "consumer", "fan", "shopper", "observer"})
_BEFALLS = frozenset({"get", "see", "find", "come", "look", "let", "turn", "go", "stand"})
"""What a report says will befall somebody, where a speaker might undertake it."""
_COUNTED = re.compile(r"(?:percent|%|majority|voters?|respondents?|half|thirds?|quarters?|share)$", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"\b(?:as (?:your |the )?(?:next )?(?:president|governor|mayor|senator|prime minister|chancellor)"
    r"|if (?:i|we)(?:[’'](?:m|re)| am| are)? (?:elected|win|become)|on (?:my |our )?(?:first day|day one)"
    r"|in my (?:first|administration))\b",
    re.IGNORECASE,
)
"""What makes "I would" an undertaking rather than a thought."""
_HEDGES = frozenset({"probably", "perhaps", "maybe", "likely", "possibly", "presumably"})
_WOULD = frozenset({"would", "’d", "'d"})
_THIRD = frozenset({"he", "she", "they", "it", "who"})
_ASKING = frozenset({"mark", "advmod", "dobj", "attr", "nsubj", "nsubjpass", "prep", "pobj"})
_WH = frozenset({"how", "why", "what", "which", "who", "whom", "where", "when", "whether", "if", "unless"})


class _Future(NamedTuple):
    """A clause in the future: its auxiliary, verb and subject, and the verb that reports it with who does."""

    aux: "Token"
    verb: "Token"
    subject: "Token"
    governing: "Token | None"
    teller: "Token | None"

    @property
    def said(self) -> bool:
        """Whether a verb of speech reports it."""
        return self.governing is not None and self.governing.lemma_ in SAYING


def future_at(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> list[Found]:
    """What "will" or "would" undertakes."""
    clause = _clause_of(around, parsed, aux)
    if clause is None:
        return []
    verb, subject = clause.verb, clause.subject
    if clause.governing is not None and clause.governing.lemma_ in FINITE - SAYING:
        return []  # the verb itself undertakes
    if subject.lower_ in {"we", "i"}:
        return _first_person(around, parsed, clause)
    teller = clause.teller
    if teller is not None and _is_own(around, parsed, subject, teller) and not _settled(verb):
        able = can_undertake(around, parsed, teller) or teller.lower_ in _THIRD
        undergone = any(c.dep_ == "auxpass" for c in verb.children)
        if not able or undergone or reported_by_many(teller) or _agentless(verb, own=True):
            return []
        return [undertaking("pledge", aux, teller, verb, score=0.75)]
    return [] if aux.lower_ in _WOULD else _ascribed(around, parsed, clause)


def _clause_of(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> _Future | None:
    """The clause of an auxiliary, unless it asks, supposes or hedges."""
    verb = aux.head
    if (aux.text == "Will" and aux.i > aux.sent.start) or verb.pos_ not in {"VERB", "AUX"} or verb.i < aux.i:
        return None
    subject = subject_of(verb)
    if subject is None or subject.i > verb.i or foretells(verb) or _asked(verb):
        return None
    beside = {child.lower_ for child in verb.children}
    if beside & _HEDGES or (verb.lemma_ == "rule" and negated(verb)):
        return None
    if aux.lower_ in _WOULD and beside & {"have", "rather", "like", "love"}:
        return None
    governing = _governing(verb)
    told = governing is not None and governing.lemma_ in SAYING
    teller = subject_of(governing) if governing is not None and told else None
    if governing is not None and teller is not None and governing.tag_ == "VBG" and teller.i < governing.i:
        teller = teller if can_undertake(around, parsed, teller) else _above(governing) or teller
    if governing is not None and any(child.dep_ == "auxpass" for child in governing.children):
        teller = None
    quoted = around.statement_at(parsed.token_span(aux))
    if teller is not None and quoted is not None and quoted.manner == "direct":
        inside = around.statement_at(parsed.token_span(teller))
        teller = teller if inside is not None and inside.id == quoted.id else None
    return _Future(aux, verb, subject, governing, teller)


def _first_person(around: Surroundings, parsed: ParsedBlock, clause: _Future) -> list[Found]:
    """A speaker's own "I will" or "we won't"; "I would" only of an office that is sought."""
    aux, verb = clause.aux, clause.verb
    if around.statement_at(parsed.token_span(aux)) is None and parsed.block.kind != "turn":
        return []
    if clause.governing is not None and clause.governing.lemma_ in PREDICTING | {"be", "seem", "mean"}:
        return []
    told = clause.said and clause.governing is not None and clause.governing.i < aux.i
    if aux.lower_ in _WOULD and not told and not _IN_OFFICE.search(aux.sent.text):
        return []
    if verb.lemma_ in TALKING and (clause.subject.lower_ == "i" or parsed.block.kind == "turn"):
        return []
    if _agentless(verb, own=False) and not (verb.lemma_ in BINDABLE and _has_object(verb)):
        return []
    return [undertaking("pledge", aux, clause.subject, verb, score=0.7)]


def _ascribed(around: Surroundings, parsed: ParsedBlock, clause: _Future) -> list[Found]:
    """What a report says that somebody who can act will do."""
    verb, subject = clause.verb, clause.subject
    supposed = any(c.dep_ == "advcl" and any(g.lower_ == "if" for g in c.children) for c in verb.children)
    if supposed or (subject.pos_ == "PRON" and any(c.dep_ == "conj" for c in subject.children)):
        return []
    if any(c.dep_ == "auxpass" for c in verb.children):
        return []  # what is done to somebody he does not undertake
    if subject.lower_ in _NO_ACTORS or subject.lemma_.lower() in _AUDIENCE or verb.lemma_ in _BEFALLS:
        return []
    if verb.dep_ in {"relcl", "advcl", "acl"} or _agentless(verb, own=False):
        return []
    if subject.lower_ not in {"he", "she"} and not _acts(around, parsed, subject):
        return []
    if subject.tag_ in {"NNS", "NNPS"} and reported_by_many(subject):
        return []
    before = parsed.doc[max(0, subject.left_edge.i - 1)]
    if (clause.governing is not None and clause.governing.lemma_ in PREDICTING) or before.lemma_ in PREDICTING:
        return []
    statement = around.statement_at(parsed.token_span(clause.aux))
    if statement is not None and statement.manner in {"direct", "mixed", "turn"}:
        party = statement.speaker.party or statement.speaker.name
        named = around.name_of(parsed, subject)
        if subject.lemma_.lower() not in ACTORS and (named is None or named != party):
            return []  # what one says of another is a forecast
    elif clause.teller is not None and clause.teller.ent_type_ == "PERSON" and subject.ent_type_ == "PERSON":
        return []
    return [undertaking("plan", clause.aux, subject, verb, score=0.6)]


def ready_at(around: Surroundings, parsed: ParsedBlock, word: "Token") -> list[Found]:
    """Forms of "be" with "set to", "expected to", "committed to", "going to"."""
    clause = next((c for c in word.children if c.dep_ == "xcomp" and has_to(c)), None)
    being = any(c.lemma_ == "be" for c in word.children) or word.head.lemma_ == "be"
    subject = subject_of(word) or (subject_of(word.head) if word.dep_ == "acomp" else None)
    if subject is None or not being or negated(word) or _asked(word) or (word.dep_ == "acomp" and _asked(word.head)):
        return []
    if clause is None:
        return _bound(around, parsed, word, subject)
    if _agentless(clause, own=False) or clause.lemma_ in OUTCOMES:
        return []
    if any(c.lower_ in {"might", "may", "could", "would", "should"} for c in (*word.children, *word.head.children)):
        return []
    past = any(c.lower_ in {"was", "were"} for c in (*word.children, word.head))
    if word.lower_ == "going" and (past or subject.lower_ not in {"we", "i"} or _only_talks(parsed, subject, clause)):
        return []
    if word.lower_ in {"supposed", "prepared", "ready", "determined"} and past:
        return []
    if past and word.dep_ in {"relcl", "advcl"} and any(c.lower_ in {"where", "when"} for c in word.children):
        return []
    if subject.lower_ not in {"we", "i", "he", "she", "they", "it"} and not _acts(around, parsed, subject):
        return []
    if reported_by_many(subject):
        return []
    kind: CommitmentKind = "pledge" if word.lower_ in {"committed", "determined", "going"} else "plan"
    return [undertaking(kind, word, subject, clause, score=0.7)]


def _only_talks(parsed: ParsedBlock, subject: "Token", clause: "Token") -> bool:
    return clause.lemma_ in TALKING and (subject.lower_ == "i" or parsed.block.kind == "turn")


def _bound(around: Surroundings, parsed: ParsedBlock, word: "Token", subject: "Token") -> list[Found]:
    """What somebody is "committed to": "is committed to reform"."""
    if word.lower_ != "committed" or not _acts(around, parsed, subject):
        return []
    joint = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    goal = next((g for g in joint.children if g.dep_ in {"pobj", "pcomp"}), None) if joint is not None else None
    return [undertaking("pledge", word, subject, goal, score=0.65)] if goal is not None else []


def foretells(verb: "Token") -> bool:
    """Whether a clause only asks or supposes: "how it will work", "if he will come", "would have"."""
    for child in verb.children:
        asks = child.lower_ in _WH or (child.left_edge.lower_ in _WH and child.dep_ not in {"nsubj", "nsubjpass"})
        if asks and child.i < verb.i and child.dep_ in _ASKING:
            return True
        if child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve"}:
            return True
    return False


def reported_by_many(subject: "Token") -> bool:
    """Whether a subject is counted rather than named: "two thirds of voters", "a majority"."""
    words = [subject, *(token for token in subject.lefts)]
    if subject.lemma_.lower() in {"voter", "respondent"}:
        return True
    if subject.lemma_.lower() in {"people", "person"}:
        return not any(c.dep_ in {"amod", "compound", "poss", "nummod", "prep"} for c in subject.children)
    return any(_COUNTED.match(word.lower_) or word.text == "%" for word in words)


def _above(verb: "Token") -> "Token | None":
    """The subject of the clause around a participle: "gave an answer saying that he would"."""
    current = verb
    for _ in range(5):
        current = current.head
        if current.pos_ in {"VERB", "AUX"} and current.tag_ != "VBG":
            return subject_of(current)
    return None


def _governing(verb: "Token") -> "Token | None":
    """The verb whose clause this is: "said" of "said that it will and …"."""
    current = verb
    for _ in range(4):
        if current.dep_ == "ccomp" and current.head.pos_ in {"VERB", "AUX"}:
            return current.head
        if current.dep_ == "conj" and current.head.pos_ in {"VERB", "AUX"}:
            current = current.head
            continue
        return None
    return None


def _is_own(around: Surroundings, parsed: ParsedBlock, subject: "Token", teller: "Token") -> bool:
    """Whether a clause is about who tells it: "the company said it", "Lee says Lee", "Lee will go, she said"."""
    if subject.lower_ in {"he", "she"}:
        if teller.lower_ in {"he", "she"}:
            return teller.lower_ == subject.lower_
        named = around.entity_at(parsed.offset + teller.idx)
        if named is not None and named.kind == "person":
            return around.may_be(subject, named)
        return teller.ent_type_ not in {"ORG", "GPE"}
    if subject.lower_ == "they":
        joint = any(c.dep_ == "conj" for c in teller.children)
        return teller.lower_ == "they" or teller.tag_ in {"NNS", "NNPS"} or joint
    if subject.lower_ == "it":
        return teller.lower_ == "it" or (teller.ent_type_ != "PERSON" and teller.pos_ in {"NOUN", "PROPN"})
    if subject.lower_ == teller.lower_:
        return True
    if subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    named = around.entity_at(parsed.offset + subject.idx)
    if teller.lower_ in {"he", "she"} and teller.i > subject.i and named is not None and named.kind == "person":
        return around.may_be(teller, named)
    statement = around.statement_at(parsed.token_span(subject))
    if statement is None or statement.manner == "direct":
        return False
    return around.name_of(parsed, subject) in {statement.speaker.party, statement.speaker.name} - {None}


def _settled(verb: "Token") -> bool:
    """Whether the clause only muses ("if she could"), tells how long it takes, or follows an "if" about another."""
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_ == "take" and child.ent_type_ in {"DATE", "TIME"}:
            return True
        if child.dep_ != "advcl" or not any(g.dep_ == "mark" and g.lower_ == "if" for g in child.children):
            continue
        if (
            child.tag_ == "VBD"
            or child.lower_ in {"were", "had", "could", "did"}
            or any(g.dep_ == "aux" and g.lower_ in {"were", "had", "could", "did"} for g in child.children)
        ):
            return True
        about = next((g for g in child.children if g.dep_ in {"nsubj", "nsubjpass"}), None)
        if about is not None and about.ent_type_ == "PERSON" and child.i < verb.i:
            return True
    return False


def _asked(verb: "Token") -> bool:
    current = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in current.children):
            return True
        if current.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or current.head == current:
            return False
        current = current.head
    return False


def _agentless(verb: "Token", *, own: bool) -> bool:
    """Whether a verb foretells rather than undertakes; of one's `own` deeds more verbs undertake."""
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if verb.lemma_ in {"continue", "begin", "start", "help", "seek", "try", "go", "get", "work"} and inner is not None:
        return _agentless(inner, own=own)
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_ in COMPANY | UNDERGONE
    if verb.lemma_ in OUTCOMES:
        return True
    if verb.lemma_ in BINDABLE:
        return not _has_object(verb)
    if own and verb.lemma_ in {"follow", "stay", "include", "own", "learn"}:
        return False
    return verb.lemma_ in AGENTLESS


def _has_object(verb: "Token") -> bool:
    return any(c.dep_ in {"dobj", "prt", "xcomp", "ccomp"} for c in verb.children)


def _acts(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    """Whether a subject can bind itself: a person, a body, a country, its officials."""
    entity = around.entity_at(parsed.offset + subject.idx)
    if entity is not None:
        return entity.kind in {"person", "organisation", "place"}
    return subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or can_undertake(around, parsed, subject)
