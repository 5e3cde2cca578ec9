"""Where "it" could mean either of two things and nothing tells which: "a crane stood beside the main when it burst".

A clause that only says where one thing was tells of the other just as well, so neither is put into it.
"""

from typing import TYPE_CHECKING

from onrecord.annotating.anaphora import TIMES
from onrecord.annotating.phrases import AMOUNTS, is_noun, lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_STANDING = frozenset(
    {"be", "stand", "lie", "sit", "hang", "hover", "pass", "moor", "park", "anchor", "dock", "position"}
)  # fmt: skip
_TIMES = frozenset({"when", "as", "while", "before", "after", "until", "once"})
_PLACES = frozenset({"GPE", "LOC", "DATE", "TIME", "PERSON"})
_BESIDE = frozenset(
    {"above", "below", "beside", "near", "over", "under", "next", "behind", "by", "on", "in", "at", "with", "alongside",
     "off", "outside", "inside", "to"}
)  # fmt: skip


def has_rival(pronoun: "Token", noun: "Token") -> bool:
    """Whether another thing than the subject that a pronoun was taken for stands beside it."""
    clause = pronoun.head
    above = clause.head
    if clause.dep_ != "advcl" or pronoun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.i != above.i:
        return False
    if lemma_of(above) not in _STANDING or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if not any(c.lower_ in _TIMES and c.i < clause.i for c in clause.children):
        return False
    links = [
        c for c in above.children if c.dep_ == "prep" and c.lower_ in _BESIDE and noun.i < c.i < clause.left_edge.i
    ]
    things = [c for link in links for c in link.children if c.dep_ == "pobj" and is_noun(c)]
    return any(
        c.tag_ == "NN" and c.ent_type_ not in _PLACES | AMOUNTS and c.lemma_.lower() not in TIMES for c in things
    )
