"""What the things counted do or are ("people who marched through the town"), or what is done with an amount."""

from typing import TYPE_CHECKING

from onrecord.annotating.restrictions import LIGHT
from onrecord.annotating.sources import PERSONS
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.gazetteers import is_role_head
from onrecord.language.numbers import Quantity
from onrecord.language.parsing import ParsedBlock
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

LONGEST = 10
"""Words at most that follow the verb: longer clauses tell more than what is counted."""
_AUXILIARIES = frozenset({"aux", "auxpass"})
_ENDS = frozenset({"dobj", "acomp", "attr", "prt", "prep", "advmod", "npadvmod"})
"""What may follow the verb and still say which things are counted."""
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_PLACING = frozenset(
    {
        "aboard", "about", "above", "across", "against", "along", "at", "below", "for", "from", "in", "inside", "into",
        "near", "of", "off", "on", "onto", "out", "outside", "over", "through", "to", "under", "with", "without",
    }
)  # fmt: skip
_BOUNDS = frozenset({"above", "below", "over", "under", "beyond"})
"""What leads to a number that chooses: "levels above 5 micrograms"."""
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
    children = list(verb.children)
    linking, having = verb.lemma_ == "be", verb.lemma_ == "have" and any(child.dep_ == "dobj" for child in children)
    if not (linking or having or _takes_part(verb)) and verb.lemma_ in LIGHT:
        return None
    if any(child.dep_ in _CLAUSES or child.dep_ == "neg" or child.tag_ == "MD" for child in children):
        return None
    complement = [child for child in verb.rights if child.dep_ in _ENDS]
    if linking and not _tells(complement):
        return None
    first = next((child for child in children if child.dep_ in _AUXILIARIES and child.i > subject.i), verb)
    end = _end(around, parsed, verb, complement)
    words = " ".join(Span(first.idx, end).of(parsed.text).split())
    return f"{'who' if _are_persons(noun) else 'that'} {words}"


def _takes_part(verb: "Token") -> bool:
    """Whether a verb is that of "took part", which tells what people did though "take" alone does not."""
    return verb.lemma_ == "take" and any(child.lower_ == "part" and child.i == verb.i + 1 for child in verb.children)


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
        words = _before_mark(child)
        start, edge = child.left_edge.idx, words[-1]
        finish = edge.idx + len(edge.text)
        timed = any(True for _ in around.times_in(parsed.offset + start, parsed.offset + finish))
        other = child.dep_ == "prep" and child.lower_ not in _PLACING
        idle = child.dep_ in {"advmod", "npadvmod"} and child.lower_ not in _STATES
        if child.left_edge.i != last + 1 or edge.i - verb.i > LONGEST or timed or other or idle:
            break
        counted = any(word.pos_ == "NUM" for word in words) and not any(word.lower_ in _BOUNDS for word in words)
        if counted or any(word.dep_ in {"relcl", "advcl"} for word in words):
            break
        end, last = finish, edge.i
        if edge.i != child.right_edge.i:
            break
    return end


def _before_mark(child: "Token") -> "list[Token]":
    """The words of a complement up to its first mark; what follows is told beside."""
    words = [token for token in child.subtree if token.i >= child.left_edge.i]
    mark = next((at for at, token in enumerate(words) if token.is_punct), len(words))
    return words[:mark] or [child]


def _are_persons(noun: "Token") -> bool:
    return noun.lower_ in PERSONS or noun.lemma_.lower() in PERSONS or is_role_head(noun.lemma_.lower())


def done_with(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", *,
    verb: "Token", subject: "Token | None",
) -> str | None:  # fmt: skip
    """What was done with an amount and by whom: "spent by the council"."""
    if quantity.sort not in {"money", "measure"} or verb.lemma_ in LIGHT or verb.tag_ not in {"VBD", "VBN", "VBG"}:
        return None
    head = anchor
    while head.head not in {verb, head}:
        head = head.head
    if head.dep_ != "dobj":
        return None
    name = around.name_of(parsed, subject) if subject is not None else None
    done = f"{verb.lower_} by {name}" if name else verb.lower_
    for child in (*head.rights, *verb.rights):
        goal = next((g for g in child.children if g.dep_ == "pobj"), None) if child.lower_ in {"on", "for"} else None
        edge = child.right_edge
        if goal is None or child.i < anchor.i or edge.i - child.i > 8:
            continue
        span = Span(child.idx + parsed.offset, edge.idx + len(edge.text) + parsed.offset)
        if not around.times_in(span.start, span.end):
            return f"{done} {' '.join(span.of(around.text).split())}"
    return done
