"""What a body says that others will get, or that it will leave alone: "customers will be refunded", "no jobs will go".

The body that says so binds itself.
"""

from typing import TYPE_CHECKING

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.actors import can_undertake
from onrecord.annotating.ascribed import Future
from onrecord.annotating.commitmentwords import PREDICTING
from onrecord.annotating.foretelling import reported_by_many
from onrecord.annotating.issuers import issuer_of
from onrecord.annotating.ownership import served
from onrecord.annotating.surroundings import PRONOUNS, Surroundings
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_GIVEN = frozenset(
    {"refund", "compensate", "reimburse", "pay", "offer", "give", "rehouse", "notify", "inform", "contact", "exempt",
     "rebook", "repay", "grant", "entitle", "cover", "protect", "retrain", "redeploy", "evacuate", "write", "keep",
     "credit", "excuse", "spare", "consult", "accommodate"}
)  # fmt: skip
"""What a body does for those whom it serves, in the passive."""
_GETTING = frozenset({"receive", "get"})
_SPARED = frozenset({"go", "close", "shut", "pay", "lose", "face", "leave", "suffer", "change", "end", "disappear"})
"""What "no" one of them will do where a body forbears: "no jobs will go", "no school will close"."""
_UNCARING = frozenset({"know", "see", "believe", "forget", "remember", "notice", "find", "deny", "tell", "expect"})
_NOBODY = frozenset({"nobody", "none"})


def entitled(around: Surroundings, parsed: ParsedBlock, clause: Future) -> list[Found]:
    """The undertaking that lies in what a body says of those whom it serves, or of what it will leave alone."""
    verb = clause.verb
    if clause.governing is not None and (clause.governing.lemma_ in PREDICTING or not clause.said):
        return []
    if verb.dep_ in {"relcl", "advcl", "acl"}:
        return []
    if not _is_served(clause) and not spares(clause.subject, verb):
        return []
    if not _is_voiced(around, parsed, clause):
        return []
    found = undertaking("pledge", clause.aux, clause.teller, verb, score=0.65)
    return [found._replace(first=clause.subject.left_edge.i)]


def _is_served(clause: Future) -> bool:
    """Whether those whom a body serves will get something."""
    verb, subject = clause.verb, clause.subject
    among = served(subject) or any(
        subject.lower_ in {"those", "anyone", "everyone"} and c.dep_ in {"relcl", "acl"} for c in subject.children
    )
    if not among or reported_by_many(subject):
        return False
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_ in _GIVEN
    owed = clause.teller is not None or any(c.dep_ in {"relcl", "acl", "amod"} for c in subject.children)
    return (
        owed
        and verb.lemma_ in _GETTING
        and any(c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN", "NUM", "SYM"} for c in verb.children)
    )


def spares(subject: "Token", verb: "Token") -> bool:
    """Whether nothing of a sort will be done, or lost: "no jobs will go", "no hotel will be built"."""
    none = subject.lower_ in _NOBODY or any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children)
    none = none or any(c.dep_ == "poss" and c.lower_ in _NOBODY for c in subject.children)  # "nobody’s bill"
    single = subject.left_edge.lower_ == "not" and any(c.lower_ in {"a", "one", "another"} for c in subject.children)
    if not none and not single:
        return False
    if any(c.dep_ == "auxpass" for c in verb.children):
        return verb.lemma_ not in _UNCARING
    return verb.lemma_ in _SPARED


def _is_voiced(around: Surroundings, parsed: ParsedBlock, clause: Future) -> bool:
    """Whether somebody who may bind himself says it: a teller who can, or a release of its own voice."""
    teller = clause.teller
    if teller is not None:
        return teller.lower_ in PRONOUNS - {"this", "that"} or can_undertake(around, parsed, teller)
    statement = around.statement_at(parsed.token_span(clause.aux))
    if statement is None:
        return bool(issuer_of(around))
    inside = clause.governing is not None and around.statement_at(parsed.token_span(clause.governing)) is statement
    return statement.manner in {"direct", "turn"} and not inside
