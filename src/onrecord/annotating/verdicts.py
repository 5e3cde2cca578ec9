"""What a sentence says of the claim in it: "the claim that it leaks is false", "it would be wrong to say that"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import VERBAL, complement_noun, embeddings_at
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.polarity import negation_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def verdict_on(noun: "Token") -> bool | None:
    """Whether what a claim says is negated by what its sentence says of it: "the claim that … is false", "untrue"."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or lemma_of(verb) != "be":
        return None
    word = complement_noun(verb)
    kinds = embeddings_at(word) if word is not None else ()
    turned = negation_of(verb).negated
    if "false" in kinds or "falsehood" in kinds:
        return not turned
    return turned if "true" in kinds or "fact" in kinds else None


def is_wrong_to(word: "Token") -> bool:
    """Whether the saying is what is called wrong: "it would be wrong to say that"."""
    above = word.head
    if above.pos_ in VERBAL:
        above = complement_noun(above) or above
    return word.dep_ in {"xcomp", "csubj", "ccomp"} and bool({"false"} & set(embeddings_at(above)))
