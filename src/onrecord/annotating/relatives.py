"""Whom "who", "which" and "that" stand for: the words before them that their clause hangs on."""

from typing import TYPE_CHECKING

from onrecord.annotating.sources import PERSONS
from onrecord.language.gazetteers import is_role_head
from onrecord.language.parsing import ParsedBlock
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

RELATIVES = frozenset({"who", "which", "that"})

_HEIGHT = 8
_LONGEST = 25
"""Words that the phrase before a relative pronoun may take up."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD"})
_NAME = frozenset({"NNP", "NNPS"})
_BEFORE = frozenset({",", "-", "–", "—", "(", "of", "to", "for", "with", "by", "from", "all", "both", "some", "many"})
"""What may stand between the noun and its pronoun: "the lawyers, some of whom"."""


def antecedent(parsed: ParsedBlock, span: Span) -> Span | None:
    """The phrase that a relative pronoun at a span stands for, None where the parse tells of none."""
    place = parsed.piece_at(span)
    if place is None or place[0].lower_ not in RELATIVES:
        return None
    pronoun = place[0]
    head = _hung_on(pronoun) or _just_before(pronoun)
    if head is None or head.lower_ in RELATIVES:
        return None
    if pronoun.lower_ == "who" and not _is_person(head):
        head = _person_above(head) or head
    first = max(head.left_edge.i, head.sent.start, pronoun.i - _LONGEST)
    last = pronoun.i
    while last > head.i + 1 and (parsed.doc[last - 1].is_punct or parsed.doc[last - 1].tag_ in {"IN", "CC"}):
        last -= 1
    return parsed.span_of(parsed.doc[first:last]) if first <= head.i < last else None


def _hung_on(pronoun: "Token") -> "Token | None":
    """The noun that the clause of the pronoun hangs on."""
    current = pronoun
    for _ in range(_HEIGHT):
        if current.dep_ == "relcl":
            noun = current.head
            return _whole(noun) if noun.i < pronoun.i and noun.tag_ in _NOUNS else None
        if current.head is current:
            return None
        current = current.head
    return None


def _just_before(pronoun: "Token") -> "Token | None":
    """The noun directly before the pronoun, where the parse hangs the clause elsewhere; "that" needs the parse."""
    if pronoun.lower_ == "that":
        return None
    at = pronoun.i - 1
    while at > pronoun.sent.start and pronoun.doc[at].lower_ in _BEFORE:
        at -= 1
    noun = pronoun.doc[at]
    if at < pronoun.sent.start or at == pronoun.i or noun.tag_ not in _NOUNS:
        return None
    for _ in range(_HEIGHT):
        if noun.dep_ not in {"compound", "nmod", "appos"} or noun.head is noun or noun.head.i > pronoun.i:
            break
        noun = noun.head
    return noun


def _whole(noun: "Token") -> "Token":
    """The name beside which the noun stands: "Ann Lee, the mayor" with a clause on "mayor"."""
    named = noun.dep_ == "appos" and noun.head.tag_ in _NAME and noun.tag_ not in _NAME
    return noun.head if named and noun.head.i < noun.i else noun


def _is_person(noun: "Token") -> bool:
    low = noun.lower_
    named = noun.ent_type_ == "PERSON" or noun.tag_ == "PRP"
    return named or is_role_head(low) or low in PERSONS or noun.lemma_.lower() in PERSONS


def _person_above(noun: "Token") -> "Token | None":
    """The person whose phrase the noun ends: "the head of the board, who"."""
    current = noun
    for _ in range(_HEIGHT):
        if current.dep_ not in {"pobj", "prep", "conj", "compound", "appos", "poss"} or current.head.i > current.i:
            return None
        current = current.head
        if _is_person(current):
            return _whole(current)
    return None
