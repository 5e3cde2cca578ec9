"""Whose count a figure is, what it claimed, what it involves, who leads by it: what the verb around it adds."""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.restrictions import LIGHT
from onrecord.annotating.subjects import agent_of
from onrecord.annotating.surroundings import Surroundings, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.language.places import country_of
from onrecord.model.items import Entity

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_HEIGHT = 6
LONGEST_NAME = 8
"""Words of a body's name at most."""
TAKING = frozenset({"claim", "cost", "take"})
"""Verbs whose object "lives" are deaths."""
FIGURING = frozenset({"figure", "feature", "appear", "account", "contribute", "play"})
"""Verbs that say in which part of a whole a thing had its part."""
INVOLVING = frozenset({"involve", "contain", "include"})
RACING = frozenset({"lead", "trail", "beat", "defeat", "edge", "outpoll"})
"""Verbs whose two shares are their subject's and their object's."""


class Doer(NamedTuple):
    """The body that did what was counted, as the text calls it, and the word for what it did."""

    name: str
    deed: str


def doer(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> Doer | None:
    """The body that did what was counted: the agency of "the agency has seized 500 kilograms"."""
    verb = _verb(anchor)
    if verb is None or verb.lemma_ in LIGHT or verb.tag_ not in {"VBN", "VBD", "VBG"}:
        return None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    if passive or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        noun = agent_of(verb)
    else:
        subject = shared_subject(verb)
        noun = subject if subject is not None and subject.i < anchor.i else None
    return Doer(_called(noun), verb.lower_) if noun is not None and _body(around, parsed, noun) else None


def counter(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> Entity | None:
    """The body that did, or counted, what is told: the subject of the verb around the number, whatever it means."""
    verb = _verb(anchor)
    subject = shared_subject(verb) if verb is not None else None
    return _body(around, parsed, subject) if subject is not None and subject.i < anchor.i else None


def _body(around: Surroundings, parsed: ParsedBlock, noun: "Token | None") -> Entity | None:
    """The organisation that a noun phrase names: "coast guard officials"."""
    if noun is None:
        return None
    start, end = parsed.offset + noun.left_edge.idx, parsed.offset + noun.idx + len(noun.text)
    bodies = [entity for _, entity in around.entities_in(start, end) if entity.kind == "organisation"]
    return bodies[-1] if bodies else None


def country_counting(parsed: ParsedBlock, anchor: "Token") -> str | None:
    """The country that the counting body's name holds: "U.S." of "U.S. Customs officials"."""
    verb = _verb(anchor)
    subject = shared_subject(verb) if verb is not None else None
    if subject is None or subject.i > anchor.i or subject.i - subject.left_edge.i > LONGEST_NAME:
        return None
    words = parsed.doc[subject.left_edge.i : subject.i + 1]
    named = [country for token in words if token.text[:1].isupper() and (country := country_of(token.text))]
    return named[0] if len(set(named)) == 1 else None


def _called(noun: "Token") -> str:
    """A noun phrase up to its noun, without the article."""
    first = max(noun.left_edge.i, noun.i - LONGEST_NAME)
    words = [token for token in noun.doc[first : noun.i + 1] if token.dep_ != "det"]
    return " ".join("".join(token.text_with_ws for token in words).split())


def taken_by(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> str | None:
    """What claimed lives: "lives claimed by the flood" for "a flood that claims 40 lives"."""
    verb = _verb(anchor)
    if verb is None or verb.lemma_ not in TAKING:
        return None
    if not any(child.dep_ == "dobj" and child.lemma_.lower() == "life" for child in verb.children):
        return None
    subject = shared_subject(verb)
    name = around.name_of(parsed, subject) if subject is not None else None
    return f"lives claimed by {name}" if name else "lives claimed"


def involving(around: Surroundings, parsed: ParsedBlock, anchor: "Token") -> str | None:
    """What a share is narrowed to by the verb: "involving lead" for "lead figured in a third of the cases"."""
    verb = _verb(anchor)
    if verb is None:
        return None
    subject = shared_subject(verb)
    if subject is None:
        return None
    if verb.lemma_ in FIGURING and subject.i < anchor.i and not _under(anchor, subject):
        name = around.name_of(parsed, subject)
        return f"involving {name}" if name else None
    if verb.lemma_ in INVOLVING and _under(anchor, subject):
        thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
        name = around.name_of(parsed, thing) if thing is not None else None
        return f"involving {name}" if name else None
    return None


def supported(around: Surroundings, parsed: ParsedBlock, anchor: "Token", *, second: bool) -> str | None:
    """Whose share it is of two that a race is told by: "Lee leads Park 48 percent to 44"."""
    verb = _verb(anchor)
    if verb is None or verb.lemma_ not in RACING:
        return None
    rival = next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ == "PROPN"), None)
    side = rival if second else shared_subject(verb)
    name = around.name_of(parsed, side) if side is not None else None
    return f"support for {name}" if name else None


def _under(token: "Token", top: "Token") -> bool:
    return top.left_edge.i <= token.i <= top.right_edge.i


def _verb(anchor: "Token") -> "Token | None":
    current = anchor
    for _ in range(_HEIGHT):
        if current.pos_ == "VERB":
            return current
        if current.head == current or current.dep_ in {"ccomp", "advcl"}:
            return None
        current = current.head
    return current if current.pos_ == "VERB" else None
