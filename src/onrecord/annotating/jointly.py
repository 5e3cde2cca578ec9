"""Everybody who undertakes with a subject: joined to it by "and", in a row with it, named after it, or in company."""

from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import NOUNS, Surroundings, coordinated
from onrecord.language.numberwords import UNITS
from onrecord.language.parsing import ParsedBlock

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_COMPANY = frozenset({"together", "along"})
"""What before "with" puts others beside a subject."""
_FAR = 25
"""Words from a plural subject to its verb between which those whom it counts are named."""


def joined(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> list["Token"]:
    """A subject with those joined to it, and those in whose company the sentence puts it."""
    return [*_joined(around, parsed, subject), *_in_company(subject)]


def _joined(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> list["Token"]:
    """A subject with those joined to it, also where the parse gives the verb a second subject after "and"."""
    joined = _listed(subject) or coordinated(subject)
    if len(joined) == 1 and (row := _row_before(around, parsed, subject)):
        return [*row, *joined]
    if (first := _first_after_joint(subject)) is not None:
        return [first, *joined]
    if len(joined) > 1 or subject.dep_ != "nsubj" or not any(c.dep_ == "cc" for c in subject.children):
        twin = _twin_before(around, parsed, subject) if len(joined) == 1 else None
        return [twin, *joined] if twin is not None else joined
    verb = subject.head
    return joined + [c for c in verb.children if c.dep_ == "nsubj" and subject.i < c.i < verb.i and c.pos_ in NOUNS]


def _row_before(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> list["Token"]:
    """The names of a row that the parse hangs elsewhere: "On their visit, Falk, Lee, and Marsh met"."""
    doc, at = parsed.doc, subject.left_edge.i - 1
    found: list[Token] = []
    if at < 1 or doc[at].lower_ != "and" or doc[at - 1].text != "," or doc[at].head.i == subject.i:
        return []
    at -= 2
    while at >= subject.sent.start:
        named = around.entity_at(parsed.offset + doc[at].idx)
        if named is None or named.kind != "person":
            break
        found.insert(0, doc[at])
        while at > subject.sent.start and around.entity_at(parsed.offset + doc[at].idx) is named:
            at -= 1
        if doc[at].text != ",":
            break
        at -= 1
    return found if len(found) > 1 else []


def _first_after_joint(subject: "Token") -> "Token | None":
    """The first of two whose clause the parse makes a phrase: "after the board and two unions called for a vote"."""
    first = subject.head if subject.dep_ == "conj" else None
    if first is None or first.dep_ != "pobj" or first.head.lower_ not in {"after", "before", "since", "as", "until"}:
        return None
    acts = any(c.dep_ in {"acl", "relcl"} and c.tag_ == "VBD" and c.i > subject.i for c in subject.children)
    return first if acts and first.pos_ in NOUNS else None


def _twin_before(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> "Token | None":
    """A name joined by "and" that the parse puts among the words before the next: "Ann Lee and Mayor Jo Marsh"."""
    doc = parsed.doc
    for joint in doc[max(subject.left_edge.i + 1, subject.i - 8) : subject.i]:
        if joint.lower_ != "and" or around.entity_at(parsed.offset + joint.idx) is not None:
            continue
        named = around.entity_at(parsed.offset + doc[joint.i - 1].idx)
        if named is not None and named.kind == "person" and doc[joint.i - 1].dep_ in {"nmod", "compound", "amod"}:
            return doc[joint.i - 1]
    return None


def _listed(subject: "Token") -> list["Token"]:
    """A row that the parse takes for another name of its first: "the mayor, the fire chief and the union"."""
    beside = next((c for c in subject.children if c.dep_ == "appos" and c.i > subject.i), None)
    if beside is None or subject.tag_ in {"NNS", "NNPS"} or beside.pos_ not in NOUNS:
        return []
    row = coordinated(beside)
    alike = [any(c.dep_ in {"det", "poss"} for c in noun.children) or noun.pos_ == "PROPN" for noun in (subject, *row)]
    return [subject, *row] if len(row) > 1 and all(alike) and subject.pos_ == beside.pos_ else []


def _in_company(subject: "Token") -> list["Token"]:
    """Who acts beside a subject: "the union, along with Norland, …", "together with three mayors"."""
    verb = subject.head
    if subject.dep_ != "nsubj":
        return []
    for token in subject.doc[subject.i + 1 : min(verb.i, subject.i + _FAR)]:
        led = token.lower_ == "with" and token.i > 0 and token.nbor(-1).lower_ in _COMPANY
        if led or token.lower_ == "alongside":
            others = next((c for c in token.children if c.dep_ == "pobj" and c.pos_ in NOUNS), None)
            return coordinated(others) if others is not None else []
    return []


def spelt_after(around: Surroundings, parsed: ParsedBlock, subject: "Token") -> tuple[str, ...]:
    """Those whom a plural counts and then names: "two members, Ann Lee and Bo Falk, said", "the giants A and B"."""
    if subject.tag_ not in {"NNS", "NNPS"} or subject.dep_ not in {"nsubj", "nsubjpass"}:
        return ()
    verb = subject.head
    close = next(
        (c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i == subject.i + 1), None
    )
    if close is not None:
        names = [around.name_of(parsed, noun) for noun in coordinated(close)]
        return tuple(dict.fromkeys(name for name in names if name)) if len(names) > 1 else ()
    number = next((UNITS[c.lower_] for c in subject.children if c.lower_ in UNITS), 0)
    if not 2 <= number <= 5 or not subject.i < verb.i <= subject.i + _FAR:
        return ()
    start, end = parsed.offset + subject.idx, parsed.offset + verb.idx
    comma = around.text.find(",", start, end)
    found = around.entities_in(comma, end) if comma >= 0 else []
    people = tuple(dict.fromkeys(entity.name for _, entity in found if entity.kind in {"person", "organisation"}))
    return people if len(people) == number else ()


def is_title(around: Surroundings, parsed: ParsedBlock, head: "Token") -> bool:
    """Whether a bare noun among those joined is the title of the next: "host and chairman Ann Lee"."""
    bare = head.tag_ == "NN" and not any(c.dep_ in {"det", "poss", "nummod", "amod", "compound"} for c in head.children)
    return bare and around.entity_at(parsed.offset + head.idx) is None


def is_before_name(around: Surroundings, parsed: ParsedBlock, head: "Token") -> bool:
    """Whether a capital title among those joined stands right before a person's name: "and Vice President Jo Marsh"."""
    if head.tag_ != "NNP" or head.i + 1 >= len(parsed.doc) or around.entity_at(parsed.offset + head.idx) is not None:
        return False
    named = around.entity_at(parsed.offset + parsed.doc[head.i + 1].idx)
    return named is not None and named.kind == "person"
