"""Undertakings given by a mere answer: "Yes, by June." to "Will you repay it?", where the question tells what."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.commitmentwords import BINDABLE, FUTURE
from onrecord.annotating.deadlines import bound_in, build, deadline_in
from onrecord.annotating.foretelling import agentless
from onrecord.annotating.surroundings import Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Commitment
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Piece, Token

_YES = re.compile(
    r"(?:yes|yeah|certainly|absolutely|of course|indeed|definitely|correct|gladly|"
    r"by all means|you have my (?:word|promise|assurance|commitment)|that is (?:right|a promise|our intention))\b",
    re.IGNORECASE,
)
"""What grants a question outright."""
_BARE_WILL = re.compile(
    r"(?:(?:yes|and|oh|well|certainly|indeed|absolutely)[,.]?\s+)*"
    r"(?:I|we|they|it|he|she|that)\s+(?:will|shall|can|do|are|am|is)"
    r"(?=\s*(?:[,.;!–—-]|$|(?:by|before|within|in|on|no|this|next|from|and|as|at|indeed|tomorrow)\b))",
    re.IGNORECASE,
)
"""A future without its verb, which the question holds: "We will, before the winter."."""
_HOLDS_BACK = re.compile(
    r"\b(?:but|if|unless|perhaps|maybe|hope|depends?|not|n[’']t|no|never|provided|can consider|look into|try)\b", re.I
)
"""What in the answer's first sentence takes it back."""
_ASKED = frozenset({"will", "would", "shall", "can", "could", "do", "does", "are", "is"})
_GOING = frozenset({"going", "prepared", "willing", "ready", "committed", "planning"})
_VOUCHED = frozenset(
    {"promise", "guarantee", "assure", "confirm", "commit", "undertake", "pledge", "tell", "say", "agree", "give"}
)
"""What somebody is asked to vouch for with a clause: "can you promise that the hall will open?"."""
_STATES = frozenset(
    {"be", "know", "think", "believe", "have", "accept", "regret", "understand", "see", "feel", "want", "like", "mind",
     "remember", "say", "tell", "comment", "explain", "consider", "hear", "need"}
)  # fmt: skip
"""What is asked about without asking for a deed."""
_OTHERS = frozenset({"he", "she", "they", "it", "people", "anyone", "anybody", "everyone"})
_SCORE = 0.7


class Asked(NamedTuple):
    """What a question asks somebody to do: its block, and the words from the verb on."""

    parsed: ParsedBlock
    first: int
    last: int


def granted(around: Surroundings, blocks: Sequence[ParsedBlock]) -> list[Commitment]:
    """The undertakings of a talk's answers that only say yes to what was asked."""
    turns = [parsed for parsed in blocks if parsed.block.kind == "turn" and len(parsed.doc)]
    found = []
    for question, answer in pairwise(turns):
        if question.block.label == answer.block.label or "?" not in question.text:
            continue
        asked = _asked(question)
        if asked is not None and (one := _granted(around, asked, answer)) is not None:
            found.append(one)
    return found


def _asked(parsed: ParsedBlock) -> Asked | None:
    """The deed that the last sentence with a question mark asks for; nothing where another kind is asked."""
    asking = [sentence for sentence in parsed.doc.sents if sentence.text.rstrip(" ”\"'’\n").endswith("?")]
    if not asking:
        return None
    sentence = asking[-1]
    verb = next((t for t in sentence if t.lower_ in _ASKED and _is_inverted(t, sentence)), None)
    if verb is None or any(t.tag_ in {"WRB", "WP", "WDT"} and t.i < verb.i for t in sentence):
        return None
    deed = _deed(verb)
    if deed is None or deed.lemma_ in _STATES or " or " in parsed.doc[deed.i : sentence.end].text:
        return None
    subject = shared_subject(deed)
    another = subject is not None and (subject.lower_ in _OTHERS or subject.ent_type_ == "PERSON")
    if another or (agentless(deed, own=True) and deed.lemma_ not in BINDABLE):
        return None
    last = sentence.end - 1
    while last > deed.i and (parsed.doc[last].is_punct or parsed.doc[last].is_space):
        last -= 1
    return Asked(parsed, deed.i, last)


def _is_inverted(aux: "Token", sentence: "Piece") -> bool:
    """Whether an auxiliary stands before its subject: "will you", "is the board"."""
    verb = aux.head if aux.dep_ in {"aux", "auxpass"} else aux
    return any(c.dep_ in {"nsubj", "nsubjpass"} and aux.i < c.i < sentence.end for c in verb.children)


def _deed(aux: "Token") -> "Token | None":
    """The verb of the deed asked for: of the clause itself, of "going to", or of what is to be vouched for."""
    verb = aux.head if aux.dep_ in {"aux", "auxpass"} else aux
    if verb.lower_ in _GOING or verb.lemma_ == "be":
        held = next((c for c in verb.children if c.lower_ in _GOING), verb)
        return next((c for c in held.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB"), None)
    if verb.lemma_ in _VOUCHED:
        return next((t for t in verb.subtree if t.i > verb.i and _is_ahead(t)), None)
    if aux.lower_ in {"do", "does", "are", "is", "could", "can"}:
        return None
    return verb if verb.tag_ == "VB" else None


def _is_ahead(verb: "Token") -> bool:
    """Whether a verb is one of a clause with "will" or "to"."""
    return verb.tag_ == "VB" and verb.dep_ != "aux" and any(c.lower_ in FUTURE | {"to"} for c in verb.children)


def _granted(around: Surroundings, asked: Asked, answer: ParsedBlock) -> Commitment | None:
    """The undertaking of an answer that opens with a yes, or with a future that has no verb of its own."""
    sentences = list(answer.doc.sents)
    first = sentences[0]
    if len(first.text.split()) <= 1 and len(sentences) > 1 and _YES.match(first.text) and _is_fragment(sentences[1]):
        first = answer.doc[first.start : sentences[1].end]
    told = first.text.strip()
    opening = _BARE_WILL.match(told) or _YES.match(told)
    rest = told[opening.end() :] if opening is not None else ""
    if opening is None or _HOLDS_BACK.search(told) or told.endswith("?") or _has_clause(answer, first, opening.end()):
        return None
    statement = around.statement_at(answer.span_of(answer.doc[first.start : first.start + 1]))
    speaker = statement.speaker if statement is not None else None
    name = (speaker.name or speaker.party or speaker.description) if speaker is not None else None
    if name is None:
        return None
    span = answer.span_of(first)
    span = Span(span.start, span.start + len(first.text.rstrip()))
    question = asked.parsed.span_of(asked.parsed.doc[asked.first : asked.last + 1])
    dated = bool(rest) and (bound_in(around, span) or deadline_in(around, span)) is not None
    due = span if dated else question
    words = " ".join(around.text[question.start : question.end].split())
    return build(
        around, span, words, "pledge", parties=(name,), statement=statement, action=span, due=(due, due), score=_SCORE
    )


def _is_fragment(sentence: "Piece") -> bool:
    """Whether a sentence has no clause of its own: "By June."."""
    return not any(token.pos_ in {"VERB", "AUX"} for token in sentence)


def _has_clause(answer: ParsedBlock, sentence: "Piece", at: int) -> bool:
    """Whether the answer goes on with a clause of its own, which tells by itself what is undertaken."""
    begin = sentence.start_char + at
    return any(
        token.dep_ in {"nsubj", "nsubjpass"} and token.idx >= begin and token.head.dep_ in {"ROOT", "ccomp", "conj"}
        for token in answer.doc[sentence.start : sentence.end]
    )
