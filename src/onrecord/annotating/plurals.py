"""Whom "they" means as a source: the plural subject before it, if that stands nearer than whoever spoke last."""

from typing import TYPE_CHECKING

from onrecord.annotating.sources import PERSONS
from onrecord.language.gazetteers import is_role_head
from onrecord.language.parsing import ParsedBlock
from onrecord.language.people import PEOPLE
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

SENTENCES_BACK = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_NO_SUBJECT = frozenset({"they", "we", "you", "these", "those", "it", "that", "this", "which", "what"})


def plural_subject(parsed: ParsedBlock, place: int) -> tuple[Span, bool] | None:
    """The plural subject nearest before a "they" in its block, main clauses first, and whether it is of people."""
    here = parsed.piece_at(Span(place, place + 1))
    if here is None:
        return None
    sentence = here[0].sent
    for back in range(SENTENCES_BACK + 1):
        found = [
            token
            for token in sentence
            if token.i < here[0].i and token.dep_ in _SUBJECTS and token.lower_ not in _NO_SUBJECT and _is_plural(token)
        ]
        if found and back:
            best = min(found, key=lambda token: (_depth(token), token.i))
            return phrase_of(parsed, best), _are_people(best)
        if not sentence.start:
            return None
        sentence = parsed.doc[sentence.start - 1].sent
    return None


def _is_plural(token: "Token") -> bool:
    return token.tag_ in _PLURAL_TAGS or any(child.dep_ == "conj" for child in token.children)


def _are_people(token: "Token") -> bool:
    """Whether the subject is of people, by its noun or by the names that it joins."""
    lemma = token.lemma_.lower()
    named = token.ent_type_ in {"PERSON", "ORG", "GPE"} or token.tag_ == "NNP"
    return named or lemma in PEOPLE or token.lower_ in PERSONS or lemma in PERSONS or is_role_head(lemma)


def _depth(token: "Token") -> int:
    steps, current = 0, token
    while current.head is not current and steps < 12:
        current, steps = current.head, steps + 1
    return steps


def phrase_of(parsed: ParsedBlock, token: "Token") -> Span:
    """The phrase of a noun up to its first clause."""
    last = token.right_edge.i + 1
    for child in token.children:
        if child.dep_ in {"relcl", "acl", "appos"} and child.i > token.i:
            last = min(last, child.left_edge.i)
    doc = parsed.doc
    while last > token.i + 1 and doc[last - 1].is_punct:
        last -= 1
    return parsed.span_of(doc[token.left_edge.i : last])
