"""Whether a word that undertakes is real: not denied, only possible, wished, asked about or compared with."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import negated

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_UNREAL = frozenset({"could", "should", "would", "might", "may", "must", "can"})
_CALLING = frozenset({"urge", "ask", "encourage", "call", "appeal", "advise", "beg", "implore", "recommend", "request"})
_HALF_REAL = frozenset({"seem", "appear", "refuse", "decline", "fail", "hesitate", "consider", "want", "hope", "need"})


_ALLEGING = frozenset({"claim", "accusation", "allegation", "suspicion", "rumor", "rumour", "suggestion", "charge"})
"""Nouns whose clause with "that" somebody only says of another."""


def _is_alleged(verb: "Token") -> bool:
    """Whether a clause is what somebody says of another: "his claim that Norland threatened to leave"."""
    return (
        verb.dep_ == "acl"
        and verb.head.lemma_ in _ALLEGING
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    )


def _is_defined(verb: "Token") -> bool:
    """Whether a clause says what a measure is: "the level at which the agency recommends action"."""
    return (
        verb.dep_ == "relcl"
        and verb.tag_ in {"VBZ", "VBP"}
        and any(
            c.dep_ == "prep"
            and c.i < verb.i
            and any(g.lower_ == "which" for g in c.children)
            and c.lower_ in {"at", "above", "below"}
            for c in verb.children
        )
    )


def unreal(verb: "Token") -> bool:
    """Whether a trigger is denied, only possible, wished, asked about, compared with, or a bare gerund."""
    if _is_denied(verb) or _is_attribute(verb) or _is_alleged(verb) or _is_defined(verb):
        return True
    doers = [child.i for child in verb.children if child.dep_ == "nsubj"]
    if doers and any(child.dep_ == "aux" and child.i < doers[0] for child in verb.children):
        return True  # "how many will it call for"
    if verb.tag_ == "VBG" and doers and doers[0] < verb.i:
        return False  # "with officials urging"
    if verb.tag_ == "VBG" and (verb.dep_ in {"amod", "csubj"} or (verb.dep_ == "pcomp" and not _by_way(verb.head))):
        return True
    for child in verb.children:
        if child.dep_ == "aux" and (
            (child.lower_ in _UNREAL and not _narrates(verb, child) and not _is_polite(verb, child))
            or (child.lower_ == "to" and verb.dep_ != "advcl" and not _goes_on(verb))
        ):  # fmt: skip
            return True
        if child.dep_ == "mark" and child.lower_ in {"than", "for"}:
            return True
    if verb.dep_ == "conj" and verb.tag_ in {"VB", "VBP"} and not doers and _is_only_possible(verb.head):
        return True  # "should be grateful and agree to pay"
    above = verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" and not doers else None
    if above is not None and above.dep_ == "xcomp" and negated(above.head):
        return True  # "I am not going to stand here and promise the moon"
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let":
        return True
    if verb.dep_ in {"pcomp", "advcl"} and verb.head.lower_ in {"than"}:
        return True
    if verb.i > 0 and verb.doc[verb.i - 1].lower_ == "than":
        return True
    if verb.dep_ in {"pobj", "compound", "nsubj", "dobj"} and verb.tag_ == "VBG":
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _HALF_REAL:
        return True
    if verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ == "ADJ" and negated(verb.head.head):
        return True  # "does not feel comfortable telling"
    if verb.dep_ in {"xcomp", "advcl"} and verb.tag_ in {"VB", "VBG"} and _is_modal(verb.head):
        return True
    current = verb
    for _ in range(3):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in current.children):
            return True
        if current.dep_ not in {"ccomp", "conj", "xcomp", "advcl"} or current.head == current:
            return False
        current = current.head
    return False


def _is_denied(verb: "Token") -> bool:
    """Whether a verb is denied, not what it takes: "was told not to train" tells somebody something."""
    if not negated(verb):
        return False
    later = [c for c in verb.children if c.dep_ == "neg" and c.i > verb.i]
    follows = later and later[-1].i + 1 < len(verb.doc) and verb.doc[later[-1].i + 1].lower_ == "to"
    others = [c for c in verb.children if c.i < verb.i and (c.dep_ == "neg" or c.lower_ in {"never", "longer", "not"})]
    return not follows or bool(others)


def _by_way(joint: "Token") -> bool:
    """Whether a preposition tells how something was done: "ended by calling", "joined nine states in pledging"."""
    return joint.lower_ == "by" or (joint.lower_ == "in" and joint.head.lemma_ in {"join", "follow", "unite", "lead"})


def _narrates(verb: "Token", aux: "Token") -> bool:
    """Whether "would" tells what came next: "later, Lee would also restate her promise"."""
    return aux.lower_ == "would" and any(c.lower_ in {"later", "eventually", "subsequently"} for c in verb.children)


def _is_polite(verb: "Token", aux: "Token") -> bool:
    """Whether "would" only softens what a speaker calls for as he says it: "I would urge", "we would ask you to"."""
    own = any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.children)
    supposed = any(c.dep_ == "advcl" and any(g.lower_ == "if" for g in c.children) for c in verb.children)
    return aux.lower_ in {"would", "’d", "'d"} and verb.lemma_ in _CALLING and own and not supposed


def _is_only_possible(verb: "Token") -> bool:
    held = verb.head if verb.dep_ == "acomp" else verb
    return any(child.dep_ == "aux" and child.lower_ in _UNREAL for child in held.children)


def _is_modal(verb: "Token") -> bool:
    """Whether a verb above a purpose or manner is itself only to come: "must do more to press for"."""
    return verb.lemma_ != "continue" and any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)


def _goes_on(verb: "Token") -> bool:
    """Whether an infinitive is a deed all the same: "used the day to urge", "continued to press"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in {"use", "continue", "begin", "proceed", "rush", "move"}


def _is_attribute(verb: "Token") -> bool:
    """Whether a participle stands before its noun, whatever the parse says: "the pledged funds"."""
    doc, at = verb.doc, verb.i
    if verb.tag_ not in {"VBD", "VBN"} or at == 0 or at + 1 >= len(doc):
        return False
    return doc[at + 1].pos_ == "NOUN" and (
        (doc[at - 1].pos_ in {"DET", "NUM", "ADJ"} and doc[at - 1].dep_ != "nsubj") or doc[at - 1].lower_ == "both"
    )
