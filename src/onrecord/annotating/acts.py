"""What was threatened, offered, ordered or tried is a deed of its own: "the army threatened to shell the port".

The shelling is only a plan, but the threat was made, and whoever denies it denies the threat. So a past verb of such
an act gives an asserted claim beside that of the deed it carries.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.annotating.clauses import Clause
from onrecord.annotating.participants import Voice, argument, complete
from onrecord.annotating.phrases import is_noun, key_of, lemma_of
from onrecord.annotating.polarity import negation_of
from onrecord.annotating.presuppositions import Nominal
from onrecord.annotating.scope import State
from onrecord.annotating.understood import is_passive, subject_for
from onrecord.language.predicates import class_of, predicate_of
from onrecord.model.items import Argument, Proposition

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_ACTS = frozenset(
    {"threaten", "offer", "promise", "pledge", "vow", "agree", "order", "ask", "request", "urge", "demand", "invite",
     "instruct", "advise", "propose", "try", "attempt", "beg", "command", "forbid", "permit", "authorise", "authorize"}
)  # fmt: skip
SURE = 0.8


def acts_in(clause: Clause, text: str, state: State, voice: Voice) -> Iterator[Nominal]:
    """The act that carries a clause's deed, where it was done or is denied; `state` holds at the carrying verb."""
    act = clause.outer
    if act is clause.head or clause.asks or lemma_of(act) not in _ACTS or clause.head.head.i != act.i:
        return
    if state.modality != "asserted" or not _is_past(act):
        return
    subject = subject_for(act)
    if subject is None:
        return
    passive = is_passive(act)
    arguments = [argument("recipient" if passive else "agent", subject.token, voice)]
    if not arguments[0].key:
        return
    other = next((c for c in act.children if c.dep_ in {"dobj", "dative", "iobj"}), None)
    other = other or next((c for c in clause.head.children if c.dep_ == "nsubj"), None)
    if other is not None and not passive:
        arguments.append(argument("recipient", other, voice))
    arguments.append(Argument(role="topic", text=clause.head.text, key=_deed(clause.head)))
    proposition = Proposition(
        predicate=predicate_of(lemma_of(act), "verb"), arguments=complete(arguments, voice, fill=False)
    )
    held = State(state.negated, hedges=state.hedges, said_by=state.said_by)
    yield Nominal(act, act, proposition, held, SURE, text, clause.words)


def _is_past(act: "Token") -> bool:
    """Whether an act was done before: "threatened", "has offered", "was never asked", "did not offer"."""
    helpers = [c for c in act.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ == "MD" for c in helpers):
        return False
    if act.tag_ == "VBD" and not helpers:
        return True
    return any(c.lower_ in {"did", "had", "has", "have", "was", "were", "'ve", "’ve"} for c in helpers)


def _deed(verb: "Token") -> str:
    """What the act is about: the predicate of its deed, with what that is done to."""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and is_noun(c)), None)
    name = class_of(lemma_of(verb), "verb") or lemma_of(verb)
    name = f"not {name}" if negation_of(verb).negated else name
    return f"{name} {key_of(thing)}" if thing is not None else name
