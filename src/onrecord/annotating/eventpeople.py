"""Who is meant beside a noun or by a pronoun where an event tells who took part."""

from typing import TYPE_CHECKING

from onrecord.annotating.commitmentwords import ACTORS
from onrecord.annotating.eventgrammar import is_person
from onrecord.annotating.surroundings import Surroundings, coordinated, shared_subject
from onrecord.language.parsing import ParsedBlock
from onrecord.language.pronounwords import HE_OR_SHE

if TYPE_CHECKING:
    from onrecord.language.trees import Token

MANY = frozenset({"they", "them", "both"})


def is_people(noun: "Token") -> bool:
    """Whether a word for a country's people is some of them: "Norlanders were deported", not "Norlandish talks"."""
    return noun.tag_ in {"NNS", "NNPS"} and noun.ent_type_ == "NORP" and noun.text.endswith("s")


def place_after(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> str | None:
    """The place that a noun is, named behind a comma: "in the capital, Ostrel,"."""
    at = noun.i + 2
    if at >= len(parsed.doc) or parsed.doc[noun.i + 1].text != ",":
        return None
    entity = around.entity_at(parsed.offset + parsed.doc[at].idx)
    return entity.name if entity is not None and entity.kind == "place" else None


def named_after(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> str | None:
    """Who is named between commas after a noun ("a leader of the league, Bo Falk, was"), wherever he is hung."""
    at = noun.right_edge.i + 1
    if at + 1 >= len(parsed.doc) or parsed.doc[at].text != ",":
        return None
    start = parsed.offset + parsed.doc[at + 1].idx
    entity = around.entity_at(start)
    if entity is None or entity.kind != "person":
        return None
    end = next((m.end for m in entity.mentions if m.start == start), None)
    closed = end is not None and around.text[end : end + 1] in {",", ";", ".", ")"}
    return entity.name if closed else None


def named_beyond(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> str | None:
    """Who is named behind the country of an office: "our ambassador to Norland Ken Ruiz"."""
    joint = parsed.doc[noun.i + 1] if noun.i + 1 < len(parsed.doc) else None
    if joint is None or joint.lower_ not in {"to", "of", "for"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    last = joint.i
    for token in parsed.doc[joint.i + 1 : joint.i + 8]:
        entity = around.entity_at(parsed.offset + token.idx)
        if entity is None and token.lower_ != "the":
            return None
        if entity is not None and entity.kind == "person":
            return entity.name if last > joint.i else None
        last = token.i if entity is not None else last
    return None


def named_inside(around: Surroundings, parsed: ParsedBlock, head: "Token") -> str | None:
    """Who is named before an office that the parse takes him into: "appointed Ann Lee chief judge"."""
    for child in head.children:
        beside = around.entity_at(parsed.offset + child.idx) if child.dep_ in {"compound", "nmod"} else None
        if beside is not None and beside.kind == "person" and child.i < head.i:
            return beside.name
    return None


def pair_before(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> list[str]:
    """Those whom the sentence before, or this one so far, has as its subject: "Falk and Lee … They"."""
    start = pronoun.sent.start
    first = parsed.doc[start - 1].sent.start if start else start
    if pronoun.lower_ in {"two", "pair", "both"}:
        left, right = parsed.offset + parsed.doc[first].idx, parsed.offset + pronoun.idx
        people = {entity.name for _, entity in around.entities_in(left, right) if entity.kind == "person"}
        if len(people) == 2:
            return sorted(people)
    for token in reversed(parsed.doc[first : pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"}:
            met = [around.entity_at(parsed.offset + one.idx) for one in coordinated(token)]
            names = [entity.name for entity in met if entity is not None and entity.kind == "person"]
            if len(names) > 1:
                return names
            several = token.tag_ in {"NNS", "NNPS"} and (is_person(token) or token.lemma_.lower() in ACTORS)
            name = around.name_of(parsed, token) if several else None
            return [name] if name else []
    return []


def body_before(around: Surroundings, parsed: ParsedBlock, pronoun: "Token") -> list[str]:
    """The body or country that "it" stands for: who says so ("the firm said it …"), or the subject before."""
    verb = pronoun.head
    above = verb.head if verb.dep_ in {"ccomp", "advcl", "conj"} else None
    subject = shared_subject(above) if above is not None and above.pos_ in {"VERB", "AUX"} else None
    if subject is None and pronoun.i > pronoun.sent.start + 3:
        return []
    if subject is None and pronoun.sent.start:
        last = parsed.doc[pronoun.sent.start - 1].sent
        subject = next((t for t in last if t.dep_ in {"nsubj", "nsubjpass"} and t.head.i == last.root.i), None)
    if (
        subject is None
        or subject.lower_ in HE_OR_SHE | MANY | {"it", "who", "i", "we"}
        or subject.tag_ in {"NNS", "NNPS"}
    ):
        return []
    entity = around.entity_at(parsed.offset + subject.idx)
    if entity is not None:
        return [entity.name] if entity.kind in {"organisation", "place"} else []
    name = around.name_of(parsed, subject) if subject.lemma_.lower() in ACTORS else None
    return [name] if name else []
