"""What the things counted do or are, as a restriction of theirs: "people who marched through the town"."""

from typing import TYPE_CHECKING

from onrecord.annotating.eventgrammar import is_person
from onrecord.annotating.restrictions import LIGHT
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.parsing import ParsedBlock
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 7
"""Words at most that follow the verb: longer clauses tell more than what is counted."""
_AUXILIARIES = frozenset({"aux", "auxpass"})
_ENDS = frozenset({"dobj", "acomp", "attr", "prt", "prep", "advmod", "npadvmod"})
"""What may follow the verb and still say which things are counted."""
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_PLACING = frozenset(
    {"aboard", "about", "across", "against", "along", "at", "for", "from", "in", "inside", "into", "near", "of", "off",
     "on", "onto", "out", "outside", "through", "to", "under", "with", "without"}
)  # fmt: skip
_STATES = frozenset(
    {"aboard", "abroad", "absent", "alive", "away", "back", "down", "idle", "missing", "offline", "out"}
)
"""Adverbs that say how things are."""


def doing(around: Surroundings, parsed: ParsedBlock, noun: "Token") -> str | None:
    """The clause that a counted noun is the subject of, made a relative clause; nothing where it restricts nothing.

    Clauses with an object clause tell what the counted say or want, and those with a modal what may be.
    """
    subject = _counted_subject(noun)
    verb = subject.head if subject is not None else None
    if subject is None or verb is None or verb.pos_ not in {"VERB", "AUX"} or verb.i < subject.i:
        return None
    linking = verb.lemma_ == "be"
    if not linking and verb.lemma_ in LIGHT:
        return None
    children = list(verb.children)
    if any(child.dep_ in _CLAUSES or child.dep_ == "neg" or child.tag_ == "MD" for child in children):
        return None
    complement = [child for child in verb.rights if child.dep_ in _ENDS]
    if linking and not _tells(complement):
        return None
    first = next((child for child in children if child.dep_ in _AUXILIARIES and child.i > subject.i), verb)
    end = _end(around, parsed, verb, complement)
    words = " ".join(Span(first.idx, end).of(parsed.text).split())
    return f"{'who' if is_person(noun) else 'that'} {words}"


def _counted_subject(noun: "Token") -> "Token | None":
    """The noun, or the number that it stands under, where it is the subject of an active verb: "two of the dams"."""
    part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM"
    counted = noun.head.head if part else noun
    return counted if counted.dep_ == "nsubj" else None


def _tells(complement: "list[Token]") -> bool:
    """Whether what follows "are" says how or where things are, and not what they amount to."""
    return any(
        child.dep_ == "acomp"
        or (child.dep_ == "prep" and child.lower_ in _PLACING)
        or (child.dep_ == "advmod" and child.lower_ in _STATES)
        for child in complement
    )


def _end(around: Surroundings, parsed: ParsedBlock, verb: "Token", complement: "list[Token]") -> int:
    """Where the verb's own short complements end: before a mark, a time, or what only tells more."""
    end, last = verb.idx + len(verb.text), verb.i
    for child in complement:
        edge = child.right_edge
        start, finish = child.left_edge.idx, edge.idx + len(edge.text)
        timed = any(True for _ in around.times_in(parsed.offset + start, parsed.offset + finish))
        other = child.dep_ == "prep" and child.lower_ not in _PLACING
        idle = child.dep_ in {"advmod", "npadvmod"} and child.lower_ not in _STATES
        if child.left_edge.i != last + 1 or edge.i - verb.i > LONGEST or timed or other or idle:
            break
        if any(token.is_punct or token.pos_ == "NUM" or token.dep_ in {"relcl", "advcl"} for token in child.subtree):
            break
        end, last = finish, edge.i
    return end
