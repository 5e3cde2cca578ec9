"""That somebody was told, or was not: "our branch had been told in December that the pump leaked".

What such a clause frames is a claim of its own; but whether they were told is often what is at issue. So the telling
gives a claim too, where the words do not merely bring a statement ("Lee told the court that …").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.elided import is_cut
from onrecord.annotating.heads import embeddings_at, is_predicate, subject_of
from onrecord.annotating.holding import TELLING
from onrecord.annotating.negating import contracted, negate
from onrecord.annotating.participants import Voice, argument, complete
from onrecord.annotating.phrases import is_noun, lemma_of
from onrecord.annotating.polarity import negation_of
from onrecord.annotating.presuppositions import Nominal
from onrecord.annotating.scope import State
from onrecord.annotating.understood import is_passive
from onrecord.annotating.wording import agree, subject_text
from onrecord.language.predicates import class_of
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_SAYING = frozenset({"say", "claim", "state", "promise", "suggest", "allege", "admit", "announce"})
"""Verbs of which it is told only that somebody did not say something: what was said is for others to claim."""
_NOBODY = frozenset({"nobody", "none", "no-one"})
SURE = 0.9
LONGEST = 60
"""Words of one clause of telling that are kept."""


def tellings_in(
    tokens: "list[Token]", states: dict[int, State], voices: dict[int, Voice], cues: set[int]
) -> Iterator[Nominal]:
    """The tellings of a sentence that a clause says happened or did not."""
    for head in tokens:
        denies = lemma_of(head) in _SAYING and is_predicate(head) and negation_of(head).negated
        if not denies and (lemma_of(head) not in TELLING or not is_predicate(head)):
            continue
        content = next((c for c in head.children if c.dep_ in {"ccomp", "xcomp"} and c.i > head.i), None)
        passive = is_passive(head)
        subject = subject_of(head)
        if subject is None and head.dep_ == "xcomp" and head.tag_ == "VBG" and "deny" in embeddings_at(head.head):
            subject = subject_of(head.head)  # "denied telling them that it was safe"
        brings = head.i in cues and not passive and (subject is None or subject.lower_ not in _NOBODY)
        brings = brings and not (negation_of(head).negated or head.dep_ == "xcomp")
        if content is None or brings or is_cut(content) or (denies and not _says_what(subject, states[head.i])):
            continue
        told = subject if passive or denies else next((c for c in head.children if c.dep_ in {"dobj", "dative"}), None)
        if subject is None or told is None or told.lower_ in {"you", "there", "it"}:
            continue
        if subject.tag_ in {"WP", "WDT"} or any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children):
            continue
        voice, state = voices[head.i], states[head.i]
        if denies:
            state = State(negated=True, hedges=state.hedges, said_by=state.said_by)
            told = None
        arguments = _arguments(subject, told, content, voice, passive=passive)
        own = subject.lower_ in {"i", "we"} and voice.view.name is not None  # who speaks is known
        if not own and not any(a.key for a in arguments if a.role in {"agent", "theme"}):
            continue
        denied = state.negated and not negation_of(head).negated
        if denied and head.tag_ == "VBG" and subject.head.i != head.i:
            text = _never(head, subject, voice)
        else:
            text = _worded(head, subject, voice, denied=denied)
        if text:
            name = class_of(lemma_of(head), "verb") or ("say" if denies else "inform")
            proposition = Proposition(predicate=name, arguments=complete(arguments, voice, fill=False))
            yield Nominal(head, head, proposition, state, SURE, text)


def _says_what(subject: "Token | None", state: State) -> bool:
    """Whether somebody with words of their own is told not to have said something: "the board never said that"."""
    return subject is not None and state.modality == "asserted" and subject.tag_ not in {"WP", "WDT", "EX"}


def _never(head: "Token", subject: "Token", voice: Voice) -> str:
    """What somebody "denied telling", said plainly: that they did not tell it."""
    name = subject_text(subject, voice)
    rest = [t for t in head.subtree if t.i > head.i and t.i - head.i < LONGEST]
    words = " ".join("".join(t.text_with_ws for t in rest).split()).strip(" ,;:.?!”\"’'")
    return f"{name[:1].upper()}{name[1:]} did not {lemma_of(head)} {words}" if name and words else ""


def _arguments(
    subject: "Token", told: "Token | None", content: "Token", voice: Voice, *, passive: bool
) -> "list[Argument]":
    arguments = [argument("theme", told, voice)] if told is not None else []
    if not passive:
        arguments.insert(0, argument("agent", subject, voice))
    there = any(c.dep_ == "expl" for c in content.children)
    about = next((c for c in content.children if c.dep_ == "attr"), None) if there else subject_of(content)
    if about is not None and is_noun(about):
        arguments.append(argument("topic", about, voice))
    return arguments


def _worded(head: "Token", subject: "Token", voice: Voice, *, denied: bool) -> str:
    """The clause in words, its subject resolved, and a denial from above put into it."""
    name = subject_text(subject, voice)
    if any(c.lower_ == "no" and c.dep_ == "det" for c in subject.children):
        name = f"no {name}"
    rest = [t for t in head.subtree if t.i > subject.right_edge.i and t.i - head.i < LONGEST]
    pieces = {t.i: contracted(t.text, head).strip() if t.head.i == head.i else t.text for t in rest}
    if subject.lower_ in {"i", "we"} and name.lower() != subject.lower_:
        agree(subject, pieces)
    if denied:
        negate(head, pieces)
    words = "".join(pieces[t.i] + t.whitespace_ for t in rest).strip(" ,;:.?!”\"’'")
    return f"{name[:1].upper()}{name[1:]} {' '.join(words.split())}" if name and words else ""
