"""What a report says "would" be done by a body of whose member tells it, or by somebody who seeks an office."""

import re

from onrecord.annotating.actions import Found, undertaking
from onrecord.annotating.ascribed import Future, ascribed
from onrecord.annotating.foretelling import agentless
from onrecord.annotating.surroundings import NOUNS, Surroundings
from onrecord.language.parsing import ParsedBlock

_SOUGHT = re.compile(
    r"\b(?:if (?:(?:he|she|they) (?:is|are|were|was) )?(?:re-?)?(?:elected|chosen|appointed|confirmed)"
    r"|once in office)\b",
    re.IGNORECASE,
)
"""What makes a report's "would" the programme of somebody who seeks an office."""


_HEADED = frozenset(
    {"company", "firm", "bank", "club", "airline", "operator", "university", "hospital", "museum", "trust",
     "foundation", "charity", "diocese", "utility", "railway", "cooperative"}
)  # fmt: skip
"""Bodies of which who tells first what they would do is taken to speak: "the company would plant alders, he said"."""


def of_ones_body(around: Surroundings, parsed: ParsedBlock, clause: Future) -> list[Found]:
    """What somebody said that a body would do, whose he may be: "the bishop said the diocese would sell the house"."""
    subject, teller = clause.subject, clause.teller
    if teller is not None and subject.pos_ == "NOUN" and any(
        c.dep_ == "poss" and c.lower_ in {"his", "her", "its", "their"} for c in subject.children
    ):  # fmt: skip
        return ascribed(around, parsed, clause)  # "its secretary said his members would vote"
    body = subject.pos_ in NOUNS and subject.ent_type_ != "PERSON" and subject.tag_ != "NNS"
    definite = body and any(c.lower_ == "the" or c.dep_ == "poss" for c in subject.children)
    described = body and clause.governing is not None and clause.governing.dep_ == "relcl"  # "a panel which she said"
    head = teller is not None and teller.lower_ in {"he", "she"} and subject.lemma_.lower() in _HEADED
    after = teller is not None and (subject.i > teller.i or head)
    own = described or (definite and after)
    if teller is None or not own or teller.tag_ in {"NNS", "NNPS"}:
        return []
    return ascribed(around, parsed, clause)


def once_elected(clause: Future) -> list[Found]:
    """What a report says that a candidate "would" do: "if elected, she would scrap the levy"."""
    aux, verb, subject = clause.aux, clause.verb, clause.subject
    if clause.governing is not None or _SOUGHT.search(aux.sent.text[: aux.idx - aux.sent.start_char]) is None:
        return []
    personal = subject.lower_ in {"he", "she", "they"} or subject.ent_type_ == "PERSON"
    if not personal or agentless(verb, own=False) or any(c.dep_ == "auxpass" for c in verb.children):
        return []
    return [undertaking("pledge", aux, subject, verb, score=0.65)]
