"""What two sides have agreed: under a deal that they struck, what they will do is an agreement."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import shared_subject
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from onrecord.language.trees import Token

ACCORDS = frozenset(
    {"accord", "agreement", "deal", "pact", "treaty", "settlement", "truce", "memorandum", "contract", "compromise",
     "ceasefire", "armistice", "arrangement", "understanding", "term", "partnership"}
)  # fmt: skip
"""What two sides have agreed: what they will do under it is agreed on."""


def kind_under(verb: "Token") -> CommitmentKind:
    """A plan, or an agreement where an accord says so: "under the deal, the firm will pay"."""
    joined = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return "agreement" if any(_is_under(c) for one in joined for c in one.children) else "plan"


def _is_under(joint: "Token") -> bool:
    return joint.lower_ in {"under", "by"} and any(g.dep_ == "pobj" and g.lemma_ in ACCORDS for g in joint.children)


def agreed_under(verb: "Token") -> "Token | None":
    """Who has agreed what a relative clause says: "they signed a pact under which they will share the river"."""
    led = any(
        c.dep_ == "prep" and c.lower_ in {"under", "in", "by"} and any(g.tag_ == "WDT" for g in c.children)
        for c in verb.children
    )
    noun = verb.head
    if verb.dep_ != "relcl" or not led or noun.lemma_ not in ACCORDS:
        return None
    while noun.dep_ in {"conj", "pobj", "prep"} and noun.head != noun:
        noun = noun.head
    return shared_subject(noun.head) if noun.dep_ == "dobj" else None
