"""Undertakings in the parse: which verbs, nouns and "will" make one, and where the words of its action stand."""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.commitmentwords import (
    ACTORS,
    ADDRESSING,
    AGENTLESS,
    BINDABLE,
    FINITE,
    NOUN_OBJECTS,
    NOUN_TRIGGERS,
    READY,
    TALKING,
    TRIGGERS,
)
from onrecord.annotating.surroundings import Surroundings, negated, subject_of
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from spacy.tokens import Token


NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


COMPANY = frozenset({"join", "accompany", "follow", "flank", "greet", "represent", "replace", "succeed", "survive"})
"""What others do beside somebody: "will be joined by" undertakes nothing."""
LONGEST_ACTION = 60
"""Words of an action at most; what runs longer is cut at its last comma before that."""


class Found(NamedTuple):
    """An undertaking found in the parse: its kind, trigger, the head and words of its action, and how sure."""

    kind: CommitmentKind
    trigger: "Token"
    action: "Token"
    first: int
    last: int
    addressed: "Token | None"
    score: float


def may_trigger(token: "Token") -> bool:
    """Whether a word may make an undertaking: a cheap look before the parse is searched."""
    if token.pos_ in {"VERB", "AUX", "ADJ"}:
        return (
            token.lemma_ in TRIGGERS
            or token.lower_ in {"will", "’ll", "'ll", "wo", "shall", "committed"}
            or token.lower_ in READY
        )
    return token.pos_ == "NOUN" and token.lemma_ in NOUN_TRIGGERS


def undertakings_at(around: Surroundings, parsed: ParsedBlock, token: "Token") -> list[Found]:
    """The undertakings that a word makes."""
    sentence = token.sent
    if sentence.text.rstrip(" \n”\"'’").endswith("?"):
        return []
    if token.lower_ in {"will", "’ll", "'ll", "wo", "shall"} and token.dep_ == "aux":
        return _will(around, parsed, token)
    if token.lower_ in READY and token.lemma_ not in TRIGGERS:
        return _ready(around, parsed, token)
    if token.pos_ == "NOUN":
        return _noun(token)
    if token.lemma_ not in TRIGGERS or negated(token) or _hypothetical(token) or _modal(token):
        return []
    return _verb(token)


def _verb(verb: "Token") -> list[Found]:
    """A verb that makes an undertaking of what it takes."""
    kind = TRIGGERS[verb.lemma_]
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "amod", "csubj"}:
        return []
    objects = [child for child in verb.children if child.dep_ in {"dobj", "dative", "nsubjpass"}]
    addressed = objects[0] if objects and verb.lemma_ in ADDRESSING else None
    complements = [child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "advcl"} and child.i > verb.i]
    goal = _goal(verb)
    if goal is not None and (not complements or goal.i < complements[0].i):
        called = complements[0] if complements else None
        if verb.lemma_ == "call" and goal.head.lower_ == "on":
            return [_span(kind, verb, called, goal, 0.8)] if called is not None else []
        return [_span(kind, verb, goal, addressed, 0.75)]
    for complement in complements:
        infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in complement.children)
        future = any(child.lower_ in {"will", "would", "’ll", "'ll", "wo", "shall"} for child in complement.children)
        if infinitive and complement.dep_ != "advcl" and verb.lemma_ not in {"announce", "seek", "swear", "undertake"}:
            if kind == "plan" and passive:
                return []
            subject = next((c for c in complement.children if c.dep_ == "nsubj"), addressed)
            if verb.lemma_ == "ask" and subject is None:
                return []
            return [_span(kind, verb, complement, subject, 0.85)]
        if infinitive and complement.dep_ == "advcl" and addressed is not None:
            return [_span(kind, verb, complement, addressed, 0.7)]
        if future and verb.lemma_ in FINITE and complement.dep_ == "ccomp" and not _agentless(complement):
            return [_span(kind, verb, complement, None, 0.8)]
    if (
        verb.lemma_ in NOUN_OBJECTS
        and objects
        and not passive
        and objects[0].pos_ in {"NOUN", "PROPN"}
        and not complements
    ):
        if objects[0].ent_type_ in {"PERSON", "ORG", "GPE"}:
            return []
        return [_span(kind, verb, objects[0], None, 0.6)]
    return []


def _goal(verb: "Token") -> "Token | None":
    """What a verb undertakes or calls for through its preposition: "committed to talks", "called for a vote"."""
    for child in verb.children:
        if child.dep_ != "prep" or not _takes(verb.lemma_, child.lower_):
            continue
        goal = next((g for g in child.children if g.dep_ in {"pobj", "pcomp"}), None)
        if goal is not None and goal.pos_ not in {"PRON", "NUM"} and goal.ent_type_ not in {"PERSON", "DATE", "GPE"}:
            return goal
        if goal is not None and child.lower_ == "on" and verb.lemma_ == "call":
            return goal
    return None


def _takes(lemma: str, preposition: str) -> bool:
    return (lemma, preposition) in {("commit", "to"), ("agree", "to"), ("agree", "on"), ("call", "for"), ("call", "on"),
                                    ("recommit", "to"), ("push", "for"), ("press", "for"), ("ask", "for"),
                                    ("appeal", "for"), ("plan", "on"), ("lobby", "for")}  # fmt: skip


def _noun(noun: "Token") -> list[Found]:
    """A noun with its infinitive: "a plan to build"; possessed, or the object of a verb that voices it."""
    if noun.head.lemma_ in {
        "reject",
        "oppose",
        "drop",
        "abandon",
        "block",
        "criticize",
        "deny",
        "lack",
        "refuse",
        "fail",
    }:
        return []
    clause = next(
        (c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and any(g.lower_ == "to" for g in c.children)),
        None,
    )
    if clause is None or any(c.lower_ == "no" for c in noun.children):
        return []
    owned = any(c.dep_ == "poss" for c in noun.children)
    voiced = noun.dep_ == "dobj" and noun.head.lemma_ in {
        "announce",
        "make",
        "unveil",
        "reach",
        "sign",
        "issue",
        "outline",
        "reaffirm",
        "have",
        "give",
    }
    if not (owned or voiced) or (voiced and negated(noun.head)):
        return []
    return [_span(NOUN_TRIGGERS[noun.lemma_], noun, clause, None, 0.65)]


def _ready(around: Surroundings, parsed: ParsedBlock, word: "Token") -> list[Found]:
    """Forms of "be" with "set to", "expected to", "committed to", "going to"."""
    clause = next((c for c in word.children if c.dep_ in {"xcomp"} and any(g.lower_ == "to" for g in c.children)), None)
    being = any(c.lemma_ == "be" for c in word.children) or word.head.lemma_ == "be"
    if clause is None or not being or negated(word) or _agentless(clause) or _hypothetical(word):
        return []
    if word.lower_ == "going" and any(c.lower_ in {"was", "were"} for c in word.children):
        return []
    subject = subject_of(word)
    if subject is None or not (subject.lower_ in {"we", "i"} or _can_act(around, parsed, subject)):
        return []
    if word.lower_ == "going" and (subject.lower_ not in {"we", "i"} or clause.lemma_ in TALKING):
        return []
    kind: CommitmentKind = "pledge" if word.lower_ in {"committed", "determined", "going"} else "plan"
    return [_span(kind, word, clause, None, 0.7)]


def _will(around: Surroundings, parsed: ParsedBlock, aux: "Token") -> list[Found]:
    """Undertakings with "will": of the speaker for a first person, else plans of somebody who can act."""
    verb = aux.head
    subject = subject_of(verb)
    if aux.text == "Will" and aux.i > aux.sent.start:
        return []
    if subject is None or verb.pos_ not in {"VERB", "AUX"} or _hypothetical(verb) or verb.dep_ in {"relcl", "advcl"}:
        return []
    if (
        verb.head.lemma_
        in {
            "believe",
            "think",
            "hope",
            "fear",
            "predict",
            "doubt",
            "expect",
            "worry",
            "bet",
            "suspect",
            "argue",
            "warn",
            "say",
        }
        and verb.dep_ == "ccomp"
    ):
        speaker = subject_of(verb.head)
        own = subject.lower_ in {"he", "she", "they", "it", "we", "i"} and verb.head.lemma_ == "say"
        if verb.head.lemma_ != "say" or (speaker is not None and not own and not _can_act(around, parsed, subject)):
            return []
    first = subject.lower_ in {"we", "i"}
    if first:
        statement = around.statement_at(parsed.token_span(aux))
        if statement is None and parsed.block.kind != "turn":
            return []
        if subject.lower_ == "i" and verb.lemma_ in TALKING:
            return []
        if verb.lemma_ in TALKING and parsed.block.kind == "turn":
            return []
        if verb.lemma_ in AGENTLESS - BINDABLE or (verb.lemma_ in BINDABLE and not _has_object(verb)):
            return []
        return [_span("pledge", aux, verb, None, 0.7)]
    if _agentless(verb) or subject.lower_ in {
        "you",
        "it",
        "that",
        "this",
        "there",
        "what",
        "nobody",
        "people",
        "voters",
        "americans",
        "one",
    }:
        return []
    if not _can_act(around, parsed, subject):
        return []
    return [_span("plan", aux, verb, None, 0.6)]


def _agentless(verb: "Token") -> bool:
    inner = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if verb.lemma_ in {"continue", "begin", "start", "help", "seek", "try", "go", "get"} and inner is not None:
        return _agentless(inner)
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_ in COMPANY or verb.lemma_ in {"affect", "remember", "force", "see", "know", "find", "lose"}
    if verb.lemma_ in BINDABLE:
        return not _has_object(verb)
    return verb.lemma_ in AGENTLESS


def _has_object(verb: "Token") -> bool:
    return any(c.dep_ in {"dobj", "prt", "xcomp", "ccomp"} for c in verb.children)


def _can_act(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> bool:
    """Whether a subject can bind itself: a person, a body, a country, its officials, "they"."""
    if subject.lower_ in {"they", "he", "she"}:
        return True
    entity = around.entity_at(parsed.offset + subject.idx)
    if entity is not None:
        return entity.kind in {"person", "organisation", "place"}
    return subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or subject.lemma_.lower() in ACTORS


def _hypothetical(verb: "Token") -> bool:
    """Whether a verb stands in an "if" clause or in a question."""
    current = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in current.children):
            return True
        if current.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or current.head == current:
            return False
        current = current.head
    return False


def _modal(verb: "Token") -> bool:
    """Whether a trigger is itself only possible: "could agree", "should promise", "would plan"."""
    return any(
        c.dep_ == "aux" and c.lower_ in {"could", "should", "would", "might", "may", "must", "can", "to"}
        for c in verb.children
    ) and verb.lemma_ not in {"urge"}


def _span(kind: CommitmentKind, trigger: "Token", action: "Token", addressed: "Token | None", score: float) -> Found:
    lefts = [
        token
        for token in action.subtree
        if token.i > max(trigger.i, action.i - 12 if action.pos_ == "VERB" else trigger.i)
    ]
    first = min((token.i for token in lefts), default=action.i)
    verbal = action.pos_ in {"VERB", "AUX"}
    if verbal:
        first = action.i
        own = next((c for c in action.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > trigger.i), None)
        if own is not None and action.dep_ == "ccomp" and own.pos_ != "PRON":
            first = own.left_edge.i
        for child in action.children:
            if (child.dep_ == "auxpass" or child.lower_ == "be") and trigger.i < child.i < action.i:
                first = min(first, child.i)
            if child.i < action.i and (child.dep_ in {"neg"} or child.lower_ in NEGATIONS) and child.i > trigger.i:
                first = min(first, child.i)
    last = action.right_edge.i
    return Found(kind, trigger, action, first, _trimmed(trigger, action, first, last), addressed, score)


def _trimmed(trigger: "Token", action: "Token", first: int, last: int) -> int:
    """The last word of an action: before a tag like ", officials said", before quotation ends, within bounds."""
    doc = action.doc
    end = min(last, first + LONGEST_ACTION, trigger.sent.end - 1)
    for child in action.children:
        if child.dep_ in {"parataxis", "ccomp"} and child.i > action.i and any(
            t.lower_ in {"said", "says", "told", "added"} for t in child.subtree
        ) and child.left_edge.i > first:  # fmt: skip
            end = min(end, child.left_edge.i - 1)
        if (
            child.dep_ == "conj"
            and child.pos_ in {"VERB", "AUX"}
            and any(g.dep_ in {"nsubj", "nsubjpass", "csubj"} for g in child.children)
        ):
            end = min(end, max(child.left_edge.i - 1, action.i))
    depth = int(first > 0 and doc[first - 1].text == "“")
    inside = depth
    for index in range(first, end + 1):
        depth += doc[index].text == "“"
        depth -= doc[index].text == "”"
        if (depth < inside and not inside and index > first) or "\n\n" in doc[index].text:
            end = index - 1
            break
    while end > first and (doc[end].is_punct or doc[end].is_space or doc[end].dep_ == "cc"):
        end -= 1
    return end
