"""What a verb is done to, by whom and in which phrases, as sorts of events ask for it."""

from typing import TYPE_CHECKING

from onrecord.annotating.actors import PERSONS
from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.eventwords import WORKERS, words

if TYPE_CHECKING:
    from onrecord.language.trees import Token


_RELATIVE = words("whom who which that")


def things_of(verb: "Token") -> "list[Token]":
    """What a verb is done to: its object, or the subject of its passive; in "whom they met" what stands before."""
    found = [meant_by(child, verb) for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "dative"}]
    if not found and verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}:
        found = [verb.head]
    return found


def meant_by(word: "Token", verb: "Token") -> "Token":
    """The noun before a relative clause for the word that stands for it there, else the word itself."""
    return verb.head if verb.dep_ in {"relcl", "acl"} and word.lower_ in _RELATIVE else word


def is_person(token: "Token") -> bool:
    """Whether a word stands for people: a name, a pronoun, an office, a noun for those who act."""
    if token.ent_type_ in {"PERSON", "NORP"} or token.lower_ in {"he", "she", "him", "her", "they", "them", "who"}:
        return True
    if token.pos_ == "PROPN":
        return token.ent_type_ in {"", "PERSON"}
    lemma = token.lemma_.lower()
    return (
        token.pos_ == "NOUN"
        and lemma not in _NO_PERSON
        and (
            lemma in PERSONS or lemma in _ACROSS or lemma in ACTORS or lemma in WORKERS or lemma.endswith(_PERSON_ENDS)
        )
    )


_ACROSS = words("counterpart colleague opponent predecessor successor companion monarch")
"""Nouns for a person beside another."""
_NO_PERSON = words(
    "factor sector error mirror motor monitor number order power paper letter offer water weather winter summer "
    "river center centre theater theatre border corner disaster chapter computer server rumor labor labour "
    "honor honour favor favour color colour door floor tower shelter danger anger hunger laughter slaughter "
    "murder disorder fever trailer tanker quarter poster banner barrier cover dinner filter header horror "
    "terror meter reactor register tractor vector container cluster charter character chamber cancer bunker "
    "helicopter gutter matter liver fiber plant restaurant grant want warrant variant committee guarantee fee "
    "coffee degree tree knee fundraiser retainer rancor rancour"
)
"""Nouns that end like those for people and are none."""
_PERSON_ENDS = (
    "relative",
    "ist",
    "man",
    "woman",
    "er",
    "or",
    "ian",
    "ee",
    "ant",
    "chief",
    "victim",
    "suspect",
    "child",
)


def is_single(token: "Token") -> bool:
    """Whether a word is one person, who approves or rejects without a vote."""
    return token.ent_type_ == "PERSON" or token.lower_ in {"he", "she", "i"}


def are_workers(token: "Token") -> bool:
    """Whether a word stands for people at work: "dockers", "the teachers' union"."""
    near = [token, *token.children, *(g for c in token.children if c.lower_ == "of" for g in c.children)]
    return any(word.lemma_.lower() in WORKERS for word in near)  # "thousands of teachers" too


def lemmas_of(tokens: "list[Token]") -> set[str]:
    """The lemmas of some words, in small letters."""
    return {token.lemma_.lower() for token in tokens}


def phrases_of(verb: "Token") -> "dict[str, Token]":
    """The first noun behind each preposition of a verb."""
    found: dict[str, Token] = {}
    for child in verb.children:
        if child.dep_ in {"prep", "agent"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found.setdefault(child.lower_, inner)
    return found
