"""Gives verbs what stands apart from them: "had himself carried" is one verb, and a report set in takes no subject."""

from typing import TYPE_CHECKING

from onrecord.language.predicates import embeddings_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SELF = ("self", "selves")


def join_perfect(auxiliary: "Token") -> bool:
    """What only stresses is no subject: in "he had himself carried it", "had carried" is one verb."""
    for done in auxiliary.children:
        if done.dep_ not in {"ccomp", "xcomp"} or done.tag_ not in {"VBN", "VBD"} or done.i < auxiliary.i:
            continue
        stress = next((c for c in done.children if c.i == auxiliary.i + 1 and c.lower_.endswith(_SELF)), None)
        if stress is None or _subject(auxiliary) is None:
            continue
        above = auxiliary.head if auxiliary.head.i != auxiliary.i else done
        done.head, done.dep_, done.tag_ = above, auxiliary.dep_, "VBN"
        for child in list(auxiliary.children):
            if child.i != done.i:
                child.head = done
        _hang(stress, done, "npadvmod")
        _hang(auxiliary, done, "aux")
        auxiliary.pos_ = "AUX"
        return True
    return False


def take_back_subject(verb: "Token") -> None:
    """A report set between a subject and its verb has a subject of its own: "The boxes, said Ms Lee, held paper"."""
    if _subject(verb) is not None or not _is_finite(verb):
        return
    for report in verb.children:
        if report.dep_ != "parataxis" or report.i > verb.i or "say" not in embeddings_of(report.lemma_, "verb"):
            continue
        subjects = [c for c in report.children if c.dep_ in _SUBJECTS]
        edge = subjects[0].right_edge if len(subjects) == 2 else report
        if edge.i < report.i and "," in {edge.text, edge.nbor(1).text}:
            _hang(subjects[0], verb, "nsubjpass" if _is_passive(verb) else "nsubj")
        return


def _subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def _is_finite(verb: "Token") -> bool:
    return verb.tag_ in _FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE for c in verb.children)


def _is_passive(verb: "Token") -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _hang(token: "Token", head: "Token", relation: str) -> None:
    token.head = head
    token.dep_ = relation
