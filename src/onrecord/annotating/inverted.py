"""Questions whose verb the parser takes for a participle of its subject: "was the growth by the line cleared?"."""

from typing import TYPE_CHECKING

from onrecord.annotating.heads import subject_of
from onrecord.annotating.modality import is_question
from onrecord.annotating.phrases import is_noun, lemma_of

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_UP = 6
"""Steps from a noun to the subject that it belongs to."""
_WITHIN = frozenset({"pobj", "prep", "poss", "conj"})


def asked_subject(verb: "Token") -> "Token | None":
    """The subject of a question that opens with "was" or "were", where `verb` is what it asks of that subject."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBG"} or not is_noun(verb.head):
        return None
    top = verb.head
    for _ in range(_UP):
        if top.dep_ not in _WITHIN:
            break
        top = top.head
    copula = top.head
    if lemma_of(copula) != "be" or copula.dep_ != "ROOT" or copula.i > top.i or top.right_edge.i < verb.i:
        return None
    if not is_noun(top) or subject_of(copula) not in {top, None} or not is_question(copula.sent):
        return None
    if any(c.dep_ in {"attr", "acomp", "expl"} and c is not top for c in copula.children):
        return None
    opens = copula.i == copula.sent.start or copula.nbor(-1).is_punct or copula.nbor(-1).dep_ in {"cc", "advmod"}
    return top if opens else None


def calls_on(clause: "Token") -> bool:
    """Whether a question speaks to whom it seems to describe: "Sergeant Bly, who told you to launch?"."""
    noun = clause.head
    return clause.dep_ == "relcl" and noun.dep_ == "ROOT" and is_noun(noun) and is_question(noun.sent)
