"""Pronouns that their own clause or the clause that it goes on from gives a meaning, whatever was spoken of before."""

from typing import TYPE_CHECKING

from onrecord.annotating.anaphora import TIMES, number_of
from onrecord.annotating.heads import embeddings_at, is_predicate, subject_of
from onrecord.annotating.phrases import AMOUNTS, is_noun
from onrecord.language.gazetteers import is_role_head
from onrecord.language.pronounwords import IT

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_UP = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def possessor(pronoun: "Token") -> "Token | None":
    """The subject that "its" or "their" takes up where no other noun stands between: "the line paid for its fuel"."""
    if pronoun.lower_ not in {"its", "their"}:
        return None
    verb = pronoun.head
    for _ in range(_UP):
        if is_predicate(verb) or verb.head.i == verb.i:
            break
        verb = verb.head
    owner = subject_of(verb)
    if owner is None or not is_noun(owner) or owner.right_edge.i >= pronoun.i or owner.i > verb.i:
        return None
    singular = pronoun.lower_ in IT
    if singular and owner.pos_ == "NOUN" and _is_person(owner):
        return None
    fits = number_of(owner)
    if fits != "either" and (fits == "singular") is not singular:
        return None
    between = pronoun.doc[verb.i + 1 : pronoun.i]
    rivals = (t for t in between if is_noun(t) and t.ent_type_ not in AMOUNTS | {"DATE", "TIME"})
    return None if any(t.lemma_.lower() not in TIMES for t in rivals) else owner


def first_subject(pronoun: "Token") -> "Token | None":
    """Whom "he" or "she" takes up from the clause that its own goes on from: "Lund was hurt, and he had signed"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "conj" or not is_predicate(verb.head):
        return None
    subject = subject_of(verb.head)
    if subject is None or subject.i > verb.head.i or subject.ent_type_ != "PERSON":
        return None
    others = pronoun.doc[subject.right_edge.i + 1 : pronoun.i]
    return None if any(t.ent_type_ == "PERSON" or _is_person(t) for t in others) else subject


def _is_person(noun: "Token") -> bool:
    return noun.ent_type_ == "PERSON" or (noun.pos_ == "NOUN" and is_role_head(noun.lemma_.lower()))


def own_subject(possessive: "Token") -> "Token | None":
    """The person before it who does what its clause says: "his" of "Lee, who ended his run", "the envoy ended his"."""
    clause = possessive.head
    for _ in range(_UP):
        if clause.pos_ == "VERB" or clause.head.i == clause.i:
            break
        clause = clause.head
    for _ in range(_UP):
        for child in clause.children:
            if child.dep_ == "nsubj" and child.i < possessive.i and not _is_under(possessive, child):
                noun = clause.head if child.tag_ == "WP" and clause.dep_ == "relcl" else child
                person = noun.ent_type_ == "PERSON" or noun.lower_ in {"he", "she"} or is_role_head(noun.lemma_.lower())
                return noun if person and noun.tag_ not in {"NNS", "NNPS"} else None
        if clause.dep_ not in {"xcomp", "advcl", "conj", "pcomp"}:
            return None
        clause = clause.head.head if clause.dep_ == "pcomp" else clause.head
    return None


def cannot_be(head: "Token", noun: "Token") -> bool:
    """Whether grammar keeps a pronoun from a noun: it stands inside the noun's phrase, or beside it as its object."""
    if head.doc is not noun.doc:
        return False
    if noun.i < head.i and _is_under(head, noun):
        return True
    if noun.dep_ == "attr" and any(c.lower_ in {"this", "that", "it"} for c in noun.head.children):
        return True  # "this is no fine, and it is no admission"
    verb = head.head.head if head.dep_ == "pobj" and head.head.dep_ in {"prep", "dative"} else head.head
    while verb.dep_ == "xcomp" and noun.head.i != verb.i and not any(c.dep_ in {"dobj"} for c in verb.head.children):
        verb = verb.head  # "the state has to answer for it"
    beside = head.dep_ in {"dobj", "pobj", "dative"} and noun.dep_ in _SUBJECTS and noun.head.i == verb.i
    return beside and not head.lower_.endswith(("self", "selves"))


def _is_under(token: "Token", top: "Token") -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i


def claimant(pronoun: "Token") -> "Token | None":
    """Whose claim it is that a pronoun begins: "rejects the company's claim that it had no time"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ not in {"acl", "ccomp"} or verb.head.pos_ != "NOUN":
        return None
    noun = verb.head
    links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from"} and c.i < verb.i]
    owners = [c for word in (noun, *links) for c in word.children if c.dep_ in {"poss", "pobj"} and c.i < pronoun.i]
    owner = next((c for c in owners if c.pos_ in {"NOUN", "PROPN"}), None)
    if owner is None or not embeddings_at(noun):
        return None
    plural = owner.tag_ in {"NNS", "NNPS"} or owner.lower_ == "police"
    return owner if plural == (pronoun.lower_ == "they") else None
