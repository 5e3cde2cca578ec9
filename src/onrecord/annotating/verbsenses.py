"""What a verb means by its object: "fire a clerk", "make a claim", "open fire", "receive a warning"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import particle_of
from onrecord.annotating.nominals import nominal_class
from onrecord.annotating.phrases import lemma_of, true_head
from onrecord.annotating.understood import is_passive
from onrecord.language.predicates import class_of, scope, sense_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ity", "ness", "ship", "ing", "al")
_GOODS = frozenset(
    {"ammunition", "appliance", "cement", "cereal", "chemical", "clothing", "crystal", "equipment", "fertiliser",
     "fragrance", "garment", "instrument", "metal", "mineral", "pharmaceutical", "pigment", "supplement", "substance",
     "television"}
)  # fmt: skip
"""Things that are made in earnest though they end like what is not."""
_PASSING_ON = frozenset({"receive", "send", "sound"})
_TOLD = frozenset({"warn", "inform"})
"""Deeds of words that somebody gets or is sent: "no warning was received"."""


_PLACING = frozenset(
    {"at", "in", "on", "under", "beneath", "near", "off", "between", "behind", "beyond", "within", "along", "across",
     "outside", "inside", "beside", "around", "with"}
)  # fmt: skip
"""Prepositions by which something lies somewhere, and nobody lies."""


def light_noun(head: "Token") -> "Token | None":
    """The deverbal noun that carries the meaning of "have consumption of", "make a delivery of", "hold talks"."""
    particle = particle_of(head)
    lemma = f"{lemma_of(head)}_{particle}" if particle else lemma_of(head)
    tells = lemma in _PASSING_ON
    if not tells and lemma not in scope().light_verbs:
        return None
    carried = "nsubjpass" if is_passive(head) else "dobj"
    noun = next((c for c in head.children if c.dep_ == carried and c.pos_ == "NOUN"), None)
    taken = carried == "nsubjpass" and any(c.dep_ == "dobj" for c in head.children)
    if noun is None or taken or is_idiom(lemma, noun):
        return None
    if tells or carried == "nsubjpass":
        found = nominal_class(true_head(noun))
        told = found is not None and found[1] == "noun" and (found[0] in _TOLD or not tells)
        return noun if told else None
    if lemma == "have":
        return noun
    found = nominal_class(true_head(noun))
    return noun if found is not None and found[1] == "noun" else None


def is_idiom(lemma: str, noun: "Token") -> bool:
    """Whether verb and bare noun are one verb of the lexicon: "take part", "take place"."""
    bare = not any(True for _ in noun.lefts)
    return bare and noun.pos_ == "NOUN" and class_of(f"{lemma} {noun.lower_}", "verb") is not None


def sense_at(head: "Token", lemma: str, undergoer: "Token | None") -> str | None:
    """The verb's class by its object; "make" with a second predicate ("made him leave") makes nothing."""
    if lemma == "make":
        small = any(c.dep_ in {"ccomp", "xcomp", "oprd", "acomp"} and c.i > head.i for c in head.children)
        abstract = (
            undergoer is not None
            and lemma_of(undergoer).endswith(_ABSTRACT)
            and lemma_of(undergoer).lower() not in _GOODS
        )
        named = undergoer is not None and undergoer.ent_type_ in {"PERSON", "NORP", "GPE"}
        arrives = undergoer is not None and undergoer.lower_ == "it" and any(c.dep_ == "prep" for c in head.children)
        if small or abstract or undergoer is None or named or arrives:
            return "make"
    if lemma in {"lie", "lay"} and undergoer is None and _is_of_place(head):
        return "rest"
    if lemma == "leave" and is_passive(head):
        return "leave"  # "patients were left in corridors" left nothing
    if undergoer is None:
        return sense_of(lemma, "-")
    return sense_of(lemma, "money" if undergoer.ent_type_ == "MONEY" else lemma_of(true_head(undergoer)))


def _is_of_place(head: "Token") -> bool:
    """Whether "lie" says where or how something lies: "lay at its mooring", "lies empty"."""
    if head.lower_ in {"lay", "lain", "lied"}:
        return head.lower_ != "lied"
    return any(
        (c.dep_ == "prep" and c.lower_ in _PLACING)
        or c.dep_ in {"acomp", "oprd"}
        or c.lower_ in {"there", "here", "ahead"}
        for c in head.children
    )
