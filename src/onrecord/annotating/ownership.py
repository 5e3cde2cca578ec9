"""Whose deed a reported clause tells: of who tells it, of his client, or of another."""

from typing import TYPE_CHECKING

from onrecord.annotating.actors import can_undertake
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import THIRD_SUBJECTS

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_FOR_CLIENTS = frozenset({"lawyer", "attorney", "solicitor", "barrister", "agent", "doctor", "coach", "counsel"})
"""Who says what somebody else will do: "his lawyer said he would plead not guilty"."""
_MOUTHPIECES = frozenset({"office", "spokesman", "spokeswoman", "spokesperson", "aide", "secretary"})
"""Who with "his" or "her" before it speaks for him: "his office said he would not attend"."""
_OF_MANY = frozenset(
    {"club", "company", "council", "union", "team", "government", "police", "family", "firm", "band", "party", "board",
     "committee", "crew", "panel", "group", "association", "federation", "staff", "couple", "side"}
)  # fmt: skip
"""Bodies that may be "they": "the club said they would appeal"."""
_TOLD_IN = frozenset(
    {"report", "study", "forecast", "survey", "poll", "analysis", "data", "article", "book", "sign", "notice", "rumour",
     "rumor", "model", "figure", "story", "research", "map", "law", "rule", "code", "history", "evidence", "source"}
)  # fmt: skip
"""What tells something without being anybody."""


_SERVED = frozenset(
    {"customer", "passenger", "resident", "household", "worker", "employee", "staff", "patient", "tenant", "family",
     "farmer", "victim", "student", "pupil", "member", "driver", "applicant", "commuter", "traveller", "traveler",
     "subscriber", "user", "client", "pensioner", "participant", "volunteer", "homeowner", "leaseholder", "ticket",
     "holder", "evacuee", "supplier", "grower", "fisherman", "crew", "colleague", "parent", "child", "claimant",
     "shareholder", "visitor", "buyer", "owner", "taxpayer", "consumer", "ratepayer", "nurse", "teacher", "player"}
)  # fmt: skip
"""Those whom a body serves, employs or owes something."""


def served(subject: "Token") -> bool:
    """Whether a noun names those whom a body serves."""
    return subject.lemma_.lower() in _SERVED


def may_bind(around: Surroundings, parsed: ParsedBlock, teller: "Token") -> bool:
    """Whether who tells something may bind himself: known for an actor, or a proper noun that speaks."""
    if can_undertake(around, parsed, teller) or teller.lower_ in THIRD_SUBJECTS:
        return True
    named = teller.text[:1].isupper() and teller.i > teller.sent.start
    return named and teller.lemma_.lower() not in _TOLD_IN


def client_of(subject: "Token", teller: "Token") -> "Token | None":
    """For whom a lawyer or agent speaks who tells what "he" will do: his in "his barrister said he would appeal"."""
    if subject.lower_ not in {"he", "she", "they"} or teller.lemma_ not in _FOR_CLIENTS | _MOUTHPIECES:
        return None
    return next((c for c in teller.children if c.dep_ == "poss"), None)


def is_own(around: Surroundings, parsed: ParsedBlock, subject: "Token", teller: "Token") -> bool:
    """Whether a clause is about who tells it: "the company said it", "Lee says Lee", "Lee will go, she said"."""
    if subject.lower_ in {"he", "she"}:
        if teller.lower_ in {"he", "she"}:
            return teller.lower_ == subject.lower_
        if teller.lemma_ in _FOR_CLIENTS and any(c.dep_ == "poss" for c in teller.children):
            return False
        if teller.lemma_ in _MOUTHPIECES and any(c.dep_ == "poss" and c.lower_ == "his" for c in teller.children):
            return False
        named = around.entity_at(parsed.offset + teller.idx)
        if named is not None and named.kind == "person":
            return around.may_be(subject, named)
        several = teller.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in teller.children)
        return teller.ent_type_ not in {"ORG", "GPE"} and not several
    if subject.lower_ == "they":
        joint = any(c.dep_ == "conj" for c in teller.children)
        said = any(c.dep_ == "aux" and c.lower_ in {"have", "were", "are"} for c in teller.head.children)
        joint = joint or (teller.dep_ == "nsubj" and said) or teller.lemma_.lower() in _OF_MANY
        return teller.lower_ == "they" or teller.tag_ in {"NNS", "NNPS"} or joint
    if subject.lower_ == "it":
        named = around.entity_at(parsed.offset + teller.idx)
        person = (named.kind == "person" and bool(named.roles)) if named is not None else teller.ent_type_ == "PERSON"
        several = teller.tag_ == "NNS" and teller.ent_type_ != "ORG"
        return teller.lower_ == "it" or (not person and not several and teller.pos_ in {"NOUN", "PROPN"})
    if subject.lower_ == teller.lower_:
        return True
    if subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    named = around.entity_at(parsed.offset + subject.idx)
    if teller.lower_ in {"he", "she"} and teller.i > subject.i and named is not None and named.kind == "person":
        return around.may_be(teller, named)
    statement = around.statement_at(parsed.token_span(subject))
    if statement is None or statement.manner == "direct":
        return False
    return around.name_of(parsed, subject) in {statement.speaker.party, statement.speaker.name} - {None}
