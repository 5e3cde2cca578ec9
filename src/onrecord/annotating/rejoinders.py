"""Words that deny or confirm what was just said without repeating it: "Dr Kell disputes that", "That is not true".

"He called that a lie" and "Nothing of the sort happened" are such words, too.
They take up the one thing that the same sentence or the one before it says, or what that says was claimed. Where it
says more than one thing that does not hang on the first, nothing is taken up.
"""

import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.annotating.elided import Full
from onrecord.annotating.heads import comments_behind, complement_noun, embeddings_at, particle_of, subject_of
from onrecord.annotating.negating import behind_that
from onrecord.annotating.phrases import lemma_of
from onrecord.annotating.polarity import negation_of
from onrecord.annotating.scope import State
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.understood import is_passive
from onrecord.annotating.wording import worded
from onrecord.language.predicates import embeddings_of
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_POINTING = frozenset({"that", "this", "it"})
_CONFIRMING = frozenset({"confirm", "admit", "acknowledge", "concede"})
_DENYING = frozenset({"deny", "dispute", "reject", "refute", "contest", "rebut", "contradict", "disprove"})
_CALLING = frozenset({"call", "brand", "label", "describe", "denounce", "dismiss", "reject", "deride"})
_DISMISSING = frozenset({"dismiss", "deride", "denounce"})
"""Verbs that say of a claim that it is none, and need no word for what it is instead."""
_HAPPENING = frozenset({"happen", "occur", "exist"})
_HAPPENINGS = frozenset({"thing", "incident", "event", "episode", "occurrence"})
_TALES = frozenset({"report", "account", "story", "version", "rumour", "rumor", "accusation", "charge", "suggestion"})
_TRUTHS = frozenset({"case", "truth", "fact", "so"})
_ANSWERED = frozenset({"asserted", "asked", "possible"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "relcl", "acl", "advcl"})
_TERMS = re.compile(
    r"\bcondition of anonymity\b|\bauthori[sz]ed to (?:speak|talk|discuss|comment)\b"
    r"|\b(?:asked|wished|declined|refused|did not want) (?:not )?to be (?:named|identified|quoted)\b"
)


def answer_of(head: "Token") -> bool | None:
    """Whether a clause only says that what was said before is so, or is not; `None` for any other clause."""
    if comments_behind(head):
        return lemma_of(head) in _CONFIRMING
    if head.dep_ == "relcl" or any(c.dep_ in _CLAUSAL and c.i > head.i for c in head.children):
        return None
    if lemma_of(head) == "be":
        return _verdict(head)
    if tells_of_happening(head):
        return not negation_of(head).negated
    if lemma_of(head) in _CALLING and not is_passive(head) and _calls_false(head):
        return False
    barring = lemma_of(head) == "rule" and particle_of(head) == "out"
    passive = is_passive(head)
    if not (barring or lemma_of(head) in _DENYING | _CONFIRMING):
        return None
    if head.tag_ == "VBN" and not passive and not any(c.lemma_ == "have" for c in head.children):
        return None
    thing = next((c for c in head.children if c.dep_ == ("nsubjpass" if passive else "dobj")), None)
    if thing is None or not _points(thing) or negation_of(head).negated or subject_of(head) is None:
        return None
    if passive and agent_of(head) is None:
        return None
    return lemma_of(head) in _CONFIRMING


def tells_of_happening(head: "Token") -> bool:
    """Whether a clause only says that what was told took place: "any such incident had taken place", "it happened"."""
    place = lemma_of(head) == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in head.children)
    if not (place or lemma_of(head) in _HAPPENING):
        return False
    subject = subject_of(head)
    if subject is None:
        return False
    such = any(c.lower_ == "such" for c in subject.children)
    kinds = [c for link in subject.children if link.lower_ in {"of", "like"} for c in link.children]
    sort = any(c.lemma_ in {"sort", "kind"} or c.lower_ in _POINTING for c in kinds)
    denied = negation_of(head).negated and subject.lower_ in {"that", "this", "it"} and not list(subject.children)
    return (such and subject.lemma_.lower() in _HAPPENINGS) or (subject.lower_ == "nothing" and sort) or denied


def _calls_false(head: "Token") -> bool:
    """Whether somebody calls what was said false: "called that a lie", "dismissed the report as nonsense"."""
    thing = next((c for c in head.children if c.dep_ == "dobj"), None)
    if thing is None or not _points(thing) or negation_of(head).negated or subject_of(head) is None:
        return False
    if lemma_of(head) in _DISMISSING:
        return True
    links = [c for c in head.children if c.dep_ == "prep" and c.lower_ == "as"]
    words = [c for c in head.children if c.dep_ == "oprd"] + [c for link in links for c in link.children]
    return any({"false", "falsehood"} & set(embeddings_at(word)) for word in words)


def _verdict(copula: "Token") -> bool | None:
    subject, word = subject_of(copula), complement_noun(copula)
    pointing = (c for c in copula.children if c.dep_ == "nsubj" and c is not subject and _points(c))
    subject = next(pointing, subject)  # "Ms. Kall, was it true?"
    word = word or next((c for c in copula.children if c.lower_ == "so" and c.i > copula.i), None)
    if subject is None or word is None or not (_points(subject) or _is_none_of_it(subject)):
        return None
    if any(True for c in word.children if c.dep_ in _CLAUSAL | {"prep"}):
        return None
    kinds = set(embeddings_at(word))
    turned = negation_of(copula).negated
    if kinds & {"false", "falsehood"}:
        return turned
    holds = word.lower_ in _TRUTHS or "true" in embeddings_of(word.lemma_, "adjective")
    return not turned if holds else None


def _points(noun: "Token") -> bool:
    """Whether a word takes up what was said: "that", "it", "the claim"."""
    if noun.lower_ in _POINTING and noun.pos_ in {"PRON", "DET", "SCONJ"}:
        return not any(True for _ in noun.children)
    told = "claim" in embeddings_of(noun.lemma_, "noun") or noun.lemma_ in _TALES
    kept = {c.dep_ for c in noun.children}
    return told and kept <= {"det", "amod", "poss", "punct"} and bool(kept & {"det", "poss"})


def _is_none_of_it(subject: "Token") -> bool:
    """Whether a subject is "none of that"."""
    links = [c for c in subject.children if c.lower_ == "of"]
    return subject.lower_ == "none" and any(c.lower_ in _POINTING for link in links for c in link.children)


def taken_up(head: "Token", before: list[Full], sentence: int) -> Full | None:
    """What a clause answers: the one thing said before it in its sentence, else in the sentence before."""
    told = [f for f in before if f.state.modality in _ANSWERED and not (f.state.presupposed or f.clause.asks)]
    told = [full for full in told if not _tells_of_terms(full)]
    pool = [f for f in told if f.sentence == sentence and f.clause.head.i < head.i and not _describes(f.clause.head)]
    pool = pool or [full for full in told if full.sentence == sentence - 1]
    reported = [full for full in pool if full.state.said_by is not None or full.voice.view.statement is not None]
    pool = reported or pool
    for one in pool:
        top = one.clause.outer
        if all(other is one or top.is_ancestor(other.clause.head) for other in pool):
            return next((other for other in pool if _is_claimed_in(other, one)), one)
    return None


def _tells_of_terms(full: Full) -> bool:
    """Whether a clause only says on which terms sources spoke, which is no part of what they said."""
    return _TERMS.search("".join(token.text_with_ws for token in full.clause.words)) is not None


def _describes(head: "Token") -> bool:
    """Whether a clause only tells who somebody is: "Dr Lund, who runs the clinic, said that was a lie"."""
    return head.dep_ in {"relcl", "acl", "appos"}


def _is_claimed_in(full: Full, other: Full) -> bool:
    """Whether one clause is what another says was claimed: "put out a statement that nobody had died"."""
    noun = full.clause.outer.head
    claimed = full.clause.outer.dep_ in {"acl", "ccomp"} and "claim" in embeddings_of(noun.lemma_, "noun")
    return full is not other and claimed and noun.pos_ == "NOUN" and noun.head.i == other.clause.head.i


def repeated(full: Full, *, negated: bool) -> tuple[Proposition, str]:
    """What is taken up, every participant marked as filled in, and its words, turned where it is denied."""
    clause = full.clause
    subject, place = None, full.proposition.argument("place")
    turned = State(negated=negated)
    text = worded(clause, turned, full.voice, subject=subject, place=place, dates={})
    if negated and (clause.outer is not clause.head or full.state.modality == "possible"):
        if full.state.modality == "possible":
            text = worded(clause, full.state, full.voice, subject=subject, place=place, dates={})
        text = f"It is not true that {behind_that(text, clause.words)}"
    arguments = tuple(
        Argument(role=a.role, text=a.text, key=a.key, entity=a.entity, spans=a.spans, filled=True)
        for a in full.proposition.arguments
    )
    return Proposition(predicate=full.proposition.predicate, arguments=arguments), text


def charged(charge: tuple[Proposition, str], *, negated: bool) -> tuple[Proposition, str]:
    """The deed of an accusation as who answers it owns or denies it: "Lund has not taken the money"."""
    proposition, text = charge
    for have in (" has ", " have ") if negated else ():
        if have in text:
            text = text.replace(have, f"{have}not ", 1)
            break
    arguments = tuple(msgspec.structs.replace(a, filled=True) for a in proposition.arguments)
    return Proposition(predicate=proposition.predicate, arguments=arguments), text
