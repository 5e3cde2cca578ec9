"""Noun phrases: the words a person reads, and the folded lemmas that two mentions of one thing share."""

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.predicates import scope
from onrecord.language.trees import remembered
from onrecord.model.identity import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.language.trees import Token


NOUN_PLACES = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "dative", "poss", "nmod"})
NOMINAL = frozenset({"NOUN", "PROPN"})
_CONTRACTED = {"s": "be", "re": "be", "m": "be", "ve": "have", "ll": "will", "d": "would"}
_MISREAD = {"hop": "hope", "fin": "fine", "taxis": "tax", "basis": "base", "custom": "customs", "datum": "data"}
LONGEST_PHRASE = 40
"""Words looked at on either side of a head noun: longer phrases are parsing accidents."""

_UNIQUE_ADJECTIVES = ("al", "ic", "ar", "ary", "ese", "ish", "ian")
_DROPPED = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "preconj", "parataxis", "advcl", "dep"})
_TEMPORAL = frozenset({"DATE", "TIME"})
AMOUNTS = _TEMPORAL | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"}
"""Kinds of names that are times and amounts, which are nobody and nothing that a pronoun could take up."""


def lemma_of(token: "Token") -> str:
    """The lemma, with the forms of "be" and "have" that the tagger leaves as written, such as "’s"."""
    if token.text[:1] in {"'", "’"} and token.pos_ in {"AUX", "VERB"}:
        return _CONTRACTED.get(token.lower_[1:], token.lemma_)
    return _MISREAD.get(token.lemma_, token.lemma_)


def modifiers(noun: "Token") -> "Iterator[Token]":
    """The words directly under a noun, nearest stretch only."""
    return (c for c in noun.children if abs(c.i - noun.i) <= LONGEST_PHRASE)


def is_noun(token: "Token") -> bool:
    """Whether a token works as a noun: rare nouns are often tagged as adjectives or verbs, in a noun's place."""
    return token.pos_ in NOMINAL or (token.dep_ in NOUN_PLACES and token.pos_ in {"ADJ", "VERB", "X"})


def dependents(verb: "Token") -> "Iterator[Token]":
    """The words under a verb, those that the parser hung on its auxiliary too ("were closed")."""
    for child in verb.children:
        yield child
        if child.dep_ in {"aux", "auxpass"}:
            yield from child.children


@remembered
def true_head(noun: "Token") -> "Token":
    """The noun that a quantity phrase is about: "a number of plants" is about plants; an apposition about its head."""
    for _ in range(4):
        if noun.dep_ == "appos" and is_noun(noun.head) and noun.pos_ == "NOUN":
            noun = noun.head
            continue
        inner = _of_object(noun) if _is_partitive(noun) else None
        if inner is None:
            return noun
        noun = inner
    return noun


def key_of(noun: "Token", nouns: frozenset[str] = frozenset()) -> str:
    """Folded lemmas of head and restricting modifiers: of-phrase, compounds and relational adjectives, then head.

    `nouns` are words that the document uses as nouns, so that a compound mistaken for an adjective is kept.
    """
    head = true_head(noun)
    parts: list[str] = []
    inner = _of_object(head)
    inner = true_head(inner) if inner is not None and is_noun(inner) else inner
    if inner is not None and inner.ent_type_ not in {"GPE", "DATE", "TIME", "PERSON", "NORP"} and inner.pos_ != "PROPN":
        parts.extend(_restricted(inner, nouns))
    parts.extend(_restricted(head, nouns))
    return " ".join(parts)


def text_of(noun: "Token") -> str:
    """The phrase as a person reads it: without article, relative clause, apposition or coordination."""
    head = true_head(noun)
    kept = [head]
    for child in modifiers(head):
        if child.dep_ in _DROPPED or child.ent_type_ in _TEMPORAL or (child.dep_ == "neg" and child.i > head.i):
            continue
        if child.dep_ == "prep" and child.lower_ not in {"of"}:
            continue
        if child.dep_ == "det" and child.lower_ in {"the", "a", "an", "no", "any"}:
            continue
        kept.extend(t for t in child.subtree if abs(t.i - head.i) <= LONGEST_PHRASE)
    kept.sort(key=lambda token: token.i)
    return joined([token for token in kept if token.tag_ != "POS" or token.i < head.i])


def joined(tokens: "list[Token]") -> str:
    """Words with their own spacing, a single space where words between them were left out."""
    parts: list[str] = []
    for at, token in enumerate(tokens):
        follows = at + 1 < len(tokens)
        gap = token.whitespace_ if follows and tokens[at + 1].i == token.i + 1 else " " if follows else ""
        parts.append(token.text + gap)
    return " ".join("".join(parts).split())


def is_definite(noun: "Token") -> bool:
    """Whether the phrase points to something already known: an article "the", a demonstrative, a possessor."""
    return any(
        (c.dep_ == "det" and c.lower_ in {"the", "this", "that", "these", "those"}) or c.dep_ == "poss"
        for c in modifiers(noun)
    )


def _restricted(head: "Token", nouns: frozenset[str]) -> list[str]:
    words: list[str] = []
    for child in modifiers(head):
        if child.i > head.i:
            break
        if child.dep_ == "compound" and child.text[:1].isalpha() and child.ent_type_ not in {"GPE", "NORP"}:
            words.extend(_restricted(child, nouns))
        elif child.dep_ == "amod" and (
            child.lower_ in nouns or (child.ent_type_ != "NORP" and _is_relational(child.lemma_))
        ):
            words.append(folded(child.lemma_))
    return [*words, folded(lemma_of(head))]


@lru_cache(maxsize=65_536)
def folded(lemma: str) -> str:
    """`fold`, remembered: a document repeats its words."""
    return fold(lemma)


def _is_relational(lemma: str) -> bool:
    word = lemma.lower()
    return word.endswith(_UNIQUE_ADJECTIVES) and len(word) > 4 and word not in scope().evaluative


_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latter", "former", "other", "latest",
     "newest", "oldest", "larger", "smaller", "older", "newer", "next"}
)  # fmt: skip
"""What picks one out of several: "the second of the two filters"."""


def _is_partitive(noun: "Token") -> bool:
    picks = noun.lower_ in _ORDINALS and noun.dep_ in NOUN_PLACES
    return picks or noun.lemma_.lower() in scope().partitives or noun.pos_ == "NUM"


def _of_object(noun: "Token") -> "Token | None":
    for child in modifiers(noun):
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ == "in" and noun.pos_ == "NUM":
            counted = next((c for c in child.children if c.dep_ == "pobj"), None)
            if counted is not None and any(c.dep_ == "nummod" for c in counted.children):
                return counted  # "three in four pupils"
    return None


def articled(name: str) -> str:
    """Somebody's description as a sentence names them: "the packer at the mill"; a name as it is."""
    first = name.split(" ", 1)[0]
    last = name.rsplit(" ", 1)[-1]
    alone = (
        last.isdigit()
        or last.lower() in _UNARTICLED
        or first.lower() in _UNARTICLED
        or first[:1].isdigit()
        or first.lower().endswith(("'s", "’s"))
    )
    return name if alone or not first[:1].islower() else f"the {name}"


_UNARTICLED = frozenset(
    {"the", "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "several",
     "many", "most", "few", "both", "all", "another", "other", "others", "no", "any", "each", "every", "his", "her",
     "their", "its", "our", "my", "your", "this", "that", "these", "those", "people", "you", "they", "he", "she", "it",
     "i", "we", "who", "someone", "somebody", "everyone", "everybody", "nobody", "dozens", "hundreds", "thousands",
     "at", "more", "half", "none", "what", "such", "certain", "various"}
)  # fmt: skip
