"""Sentences that set one part before the rest: "it was the pump that failed", "what they found was a crack"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import is_found
from onrecord.annotating.inverted import asked_subject
from onrecord.annotating.phrases import is_noun, lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_CLAUSAL = frozenset({"relcl", "ccomp", "acl", "advcl"})
_UNDER = _CLAUSAL | {"conj"}
_FOCUS = frozenset({"attr", "acomp", "oprd"})
_RELATIVES = frozenset({"who", "that", "which"})
_SETTINGS = frozenset({"time", "day", "moment", "year", "place", "way", "reason", "fact"})
"""Nouns after which "that" tells when, where or what: "it was the first time that it failed"."""

_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"}
)


def cleft_focus(verb: "Token") -> "Token | None":
    """Who or what "it was" sets before a clause: the pump of "it was the pump that failed".

    With "a", only "who" tells such a sentence from one that describes ("it is a firm that makes steel").
    """
    copula = _copula_of(verb)
    if copula is None:
        return None
    focus = next((c for c in copula.children if c.dep_ in _FOCUS and copula.i < c.i < verb.i), None)
    if focus is None or not _names(focus) or focus.lemma_.lower() in _SETTINGS:
        return None
    pronoun = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if pronoun is None or pronoun.lower_ not in _RELATIVES or not focus.i < pronoun.i < verb.i:
        return None
    indefinite = any(c.lower_ in {"a", "an"} for c in focus.children)
    return None if indefinite and pronoun.lower_ != "who" else focus


def is_same_claim(verb: "Token") -> bool:
    """Whether a clause and what stands over it are one claim, turned and asked together: clefts, "found it locked"."""
    if verb.dep_ not in _UNDER or verb.pos_ not in {"VERB", "AUX"}:
        return False
    return cleft_focus(verb) is not None or asked_subject(verb) is not None or is_found(verb)


def _copula_of(verb: "Token") -> "Token | None":
    """The "was" of "it was" over a clause, or before one that the parser puts over it."""
    above = verb.head
    if verb.dep_ not in _CLAUSAL or above.i == verb.i:
        before = (c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and not _is_denied(c))
        copula = next(before, verb)
    else:
        while above.dep_ == "conj" and is_noun(above):
            above = above.head
        copula = above.head if above.dep_ in _FOCUS else above
    if lemma_of(copula) != "be" or copula.i >= verb.i:
        return None
    return copula if any(c.lower_ == "it" and c.dep_ in {"nsubj", "expl"} for c in copula.children) else None


def _is_denied(verb: "Token") -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _names(focus: "Token") -> bool:
    """Whether a focus can be somebody or something: the parser takes many a name for an adjective."""
    return is_noun(focus) or focus.pos_ == "PROPN" or (focus.text[:1].isupper() and not focus.is_sent_start)


def pseudo_cleft(verb: "Token") -> "Token | None":
    """What "what" turns out to be: of "what came to us was one picture", the picture."""
    copula = verb.head
    if verb.dep_ not in {"csubj", "nsubj", "ccomp"} or copula.i <= verb.i or lemma_of(copula) != "be":
        return None
    return next((c for c in copula.children if c.dep_ == "attr" and c.i > copula.i and is_noun(c)), None)


def found_out(verb: "Token") -> "Token | None":
    """What the object "what" of a verb turns out to be: of "what they found was a crack", the crack."""
    asked = any(c.dep_ == "dobj" and c.lower_ == "what" and c.i < verb.i for c in verb.children)
    return pseudo_cleft(verb) if asked else None


def counted_time(clause: "Token") -> str:
    """Which time it was that something happened: of "it was the third time in a year that it failed", that time."""
    above = clause.head
    time = next((c for c in above.children if c.dep_ == "attr"), above) if lemma_of(above) == "be" else above
    if clause.dep_ not in {"relcl", "acl", "ccomp", "advcl"} or time.lemma_ != "time" or time.dep_ != "attr":
        return ""
    if not any(c.ent_type_ == "ORDINAL" or c.lower_ in _ORDINALS for c in time.children):
        return ""
    last = max((c.right_edge.i for c in time.children if c.dep_ == "prep" and c.right_edge.i < clause.left_edge.i),
               default=time.i)  # fmt: skip
    return f"for {time.doc[time.left_edge.i : last + 1].text}"
