"""Hangs a clause right whose denial comes first: "At no point had the water been unsafe", "Never was force used".

The auxiliary stands before its subject there, and the small parser takes it for the verb, and the verb for something
said of the subject. The same is so of questions ("Was the flood caused by the dam?"). Only there is anything changed.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = frozenset({"never", "nor", "neither", "rarely", "seldom", "hardly", "nowhere", "scarcely"})
_AUXILIARIES = frozenset({"be", "have", "do"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def restore(auxiliary: "Token") -> None:
    """Make the verb of an inverted clause its head, in place."""
    if auxiliary.lemma_ not in _AUXILIARIES:
        return
    if not _is_denied_before(auxiliary):
        _restore_asked(auxiliary)
        return
    for child in auxiliary.children:
        if child.i < auxiliary.i:
            continue
        if child.dep_ in {"ccomp", "xcomp", "acomp"} and child.tag_ in {"VBN", "VB", "VBG"} and _subject(child):
            _turn(auxiliary, child, None)
            return
        if child.dep_ in _SUBJECTS:
            verb = next((c for c in child.children if c.dep_ in {"acl", "relcl"} and _is_bare(c)), None)
            verb = verb or next((c for c in auxiliary.children if c.i > child.i and _is_bare(c)), None)
            if verb is not None:
                _turn(auxiliary, verb, child)
            elif auxiliary.lemma_ == "be" and child.right_edge.i > child.i:
                _free_state(auxiliary, child)
            return


def _free_state(copula: "Token", subject: "Token") -> None:
    """Hang what a thing was not on its copula where nothing else does: "At no point was traffic at risk"."""
    if any(c.i > subject.right_edge.i and not c.is_punct for c in copula.children):
        return
    state = next((c for c in subject.children if c.dep_ == "prep" and c.i == subject.i + 1), None)
    if state is not None and state.lower_ != "of":
        state.head = copula


def _restore_asked(auxiliary: "Token") -> None:
    """Make the participle of a question its verb: "Was the flood caused by the dam?"."""
    if auxiliary.lemma_ != "be" or auxiliary.dep_ != "ROOT" or not auxiliary.sent.text.rstrip("\"'”’ ").endswith("?"):
        return
    behind = [c for c in auxiliary.children if c.i > auxiliary.i and not c.is_punct]
    if len(behind) != 1 or behind[0].dep_ not in _SUBJECTS or behind[0].tag_ == "EX":
        return
    verb = next((c for c in behind[0].children if c.dep_ == "acl" and c.tag_ == "VBN" and _is_bare(c)), None)
    if verb is not None:
        _turn(auxiliary, verb, behind[0])


def _is_denied_before(auxiliary: "Token") -> bool:
    for child in auxiliary.children:
        if child.i > auxiliary.i:
            break
        if child.dep_ == "prep" and any(g.lower_ == "no" for c in child.children for g in c.children):
            return True
        if child.lower_ in _FIRST:
            return True
    return False


def _subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)


def _is_bare(verb: "Token") -> bool:
    """Whether a verb form stands without an auxiliary or a subject of its own."""
    if verb.tag_ not in {"VBN", "VB", "VBG"}:
        return False
    return not any(c.dep_ in {"aux", "auxpass", *_SUBJECTS} for c in verb.children)


def _turn(auxiliary: "Token", verb: "Token", subject: "Token | None") -> None:
    above, relation = auxiliary.head, auxiliary.dep_
    if relation == "ROOT":
        verb.head = verb
    else:
        verb.head = above
    verb.dep_ = relation
    passive = auxiliary.lemma_ == "be" and verb.tag_ == "VBN"
    for child in list(auxiliary.children):
        if child.i != verb.i and (subject is None or child.i != subject.i):
            child.head = verb
    if subject is not None:
        subject.head = verb
        subject.dep_ = "nsubjpass" if passive else "nsubj"
    auxiliary.head = verb
    auxiliary.dep_, auxiliary.pos_ = ("auxpass" if passive else "aux"), "AUX"
    verb.pos_ = "AUX" if verb.lemma_ == "be" else "VERB"
