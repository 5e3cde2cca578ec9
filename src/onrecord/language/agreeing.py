"""Hangs clauses by what agrees: the tense of two verbs, the number of a verb and its noun, a clause and its "that".

"The board had been told that the dam was full and had chosen to wait": who had been told had chosen. "It is unclear
whether it leaks and that it will be mended" cannot be one question. "The decision to step up checks, which was taken
in May": "was" fits the decision alone. "The opposition Civic Alliance called for it": a noun without a verb is no
sentence. "Six had since left" is one verb.
"""

from typing import TYPE_CHECKING

from onrecord.language.predicates import embeddings_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_UP = 4


def rehang_conjunct(verb: "Token") -> None:
    """Hang a conjoined verb on the one that it agrees with in tense or by its "that"."""
    _match_tense(verb)
    _part_from_question(verb)


def _match_tense(verb: "Token") -> None:
    """Hang a pluperfect on the pluperfect above and not on the plain past that stands in between."""
    first = verb.head
    above = first.head
    if first.dep_ != "ccomp" or _subject(verb) is not None or any(c.dep_ == "mark" for c in verb.children):
        return
    if _is_pluperfect(verb) and _is_pluperfect(above) and first.tag_ in _FINITE and not _is_pluperfect(first):
        _move(verb, first, above)


def _part_from_question(verb: "Token") -> None:
    """Hang a clause with "that" on what was said and not on the "whether" clause before it."""
    first = verb.head
    if _mark(verb) != "that" or _mark(first) not in {"whether", "if"} or first.dep_ != "ccomp":
        return
    told = first.head
    for _ in range(_UP):
        if told.dep_ == "ccomp" and told.head.pos_ in _VERBS and "say" in embeddings_of(told.head.lemma_, "verb"):
            _move(verb, first, told)
            return
        told = told.head


def agree_relative(clause: "Token") -> None:
    """Hang a relative clause with a singular verb on the singular noun over the plural that stands beside it."""
    noun = clause.head
    link = next((c for c in clause.subtree if c.tag_ == "WDT" and c.dep_ in _SUBJECTS), None)
    if link is None or noun.tag_ not in {"NNS", "NNPS"} or link.lower_ != "which" or not 0 < link.i - noun.i <= 2:
        return
    verb = link.head
    words = (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))
    if not any(t.tag_ == "VBZ" or t.lower_ == "was" for t in words) or any(c.dep_ == "conj" for c in noun.children):
        return
    above = noun.head
    for _ in range(_UP):
        if above.tag_ in {"NN", "NNP"} and above.pos_ in {"NOUN", "PROPN"}:
            _hang(clause, above, "relcl")
            return
        if above.head.i == above.i or above.tag_ in _FINITE:
            return
        above = above.head


def free_sentence(clause: "Token") -> None:
    """A noun that opens a sentence of no verb but its "relative clause" names that verb's subject."""
    noun = clause.head
    if noun.dep_ != "ROOT" or noun.tag_ != "NN" or clause.tag_ not in _FINITE or noun.left_edge.i != noun.sent.start:
        return
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < clause.i), None)
    if subject is None or subject.pos_ != "PROPN" or subject.left_edge.i != noun.i + 1:
        return
    if any(c.pos_ in _VERBS and c.i != clause.i for c in noun.children) or subject.left_edge.dep_ == "det":
        return
    for child in list(noun.children):
        if child.i != clause.i:
            _hang(child, subject if child.i < noun.i else clause, child.dep_)
    clause.head, clause.dep_ = clause, "ROOT"
    _hang(noun, subject, "compound")


def part_comment(verb: "Token") -> None:
    """A noun with "a" before another's name begins a comment and is no part of it: "…, a charge Lund's firm denies"."""
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    beside = verb.dep_ == "conj" and not any(c.dep_ == "cc" for c in verb.head.children)
    told = verb.head if told is None and beside else told
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if told is None or who is None or who.left_edge.lower_ not in {"a", "an"} or who.left_edge.i <= told.i:
        return
    article = who.left_edge
    noun = article.nbor(1)
    if article.nbor(-1).text != "," or noun.dep_ != "compound" or noun.tag_ != "NN" or article.head.i == noun.i:
        return
    if noun.lemma_ not in _CHARGES and "claim" not in embeddings_of(noun.lemma_, "noun"):
        return
    if verb.dep_ == "ROOT":
        told.head, told.dep_ = told, "ROOT"
    elif verb.dep_ != "conj":
        _hang(told, verb.head, verb.dep_)
    for mark in [c for c in verb.children if c.dep_ == "punct" and (c.i < article.i or c.text == ".")]:
        mark.head = told
    _hang(article, noun, "det")
    _hang(noun, told, "appos")
    _hang(verb, noun, "relcl")


_CHARGES = frozenset({"charge", "accusation", "allegation", "claim", "suggestion", "assertion"})


def join_since(auxiliary: "Token") -> bool:
    """Only "since" stands within a pluperfect: "six of them had since left"."""
    done = next((c for c in auxiliary.children if c.dep_ in {"advcl", "ccomp"} and c.i == auxiliary.i + 2), None)
    if done is None or done.nbor(-1).lower_ != "since" or done.tag_ not in {"VBN", "VBD"} or _subject(done) is not None:
        return False
    above = auxiliary.head if auxiliary.head.i != auxiliary.i else done
    done.head, done.dep_, done.tag_ = above, auxiliary.dep_, "VBN"
    for child in list(auxiliary.children):
        if child.i != done.i:
            child.head = done
    since = done.doc[auxiliary.i + 1]
    _hang(since, done, "advmod")
    _hang(auxiliary, done, "aux")
    since.pos_, auxiliary.pos_ = "ADV", "AUX"
    return True


def _move(verb: "Token", first: "Token", above: "Token") -> None:
    joiner = next((c for c in first.children if c.dep_ == "cc" and first.i < c.i < verb.i), None)
    if joiner is not None:
        _hang(joiner, above, "cc")
    _hang(verb, above, "conj")


def _is_pluperfect(verb: "Token") -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def _mark(clause: "Token") -> str:
    return next((c.lower_ for c in clause.children if c.dep_ == "mark" and c.i < clause.i), "")


def _subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def _hang(token: "Token", head: "Token", relation: str) -> None:
    token.head = head
    token.dep_ = relation
