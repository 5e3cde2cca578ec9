"""What a figure measures: the noun phrase with its restrictions, also where the head stands elsewhere."""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.doing import doing, done_with
from onrecord.annotating.levels import counted_in, distance, moved, rate_of
from onrecord.annotating.partsof import is_of_one
from onrecord.annotating.restrictions import counted_as, participle, restricted
from onrecord.annotating.surroundings import Surroundings, shared_subject
from onrecord.annotating.tellers import COUNTING, TELLING
from onrecord.annotating.whose import doer, involving, supported, taken_by
from onrecord.language.numbers import Quantity
from onrecord.language.parsing import ParsedBlock
from onrecord.language.unittable import pint_name
from onrecord.model.items import Figure
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

ANAPHORIC = frozenset(
    {
        "figure", "number", "total", "those", "that", "it", "they", "these", "them", "this", "which", "amount",
        "toll", "count", "tally", "rate", "share", "sum", "numbers", "figures",
    }
)  # fmt: skip

VALUING = frozenset(
    {"put", "estimate", "place", "set", "peg", "reckon", "calculate", "value", "assess", "judge", "fix", "keep"}
)
"""Verbs that give their object a value with "at", "as" or "to"."""
_CHANGES = frozenset({"increase", "rise", "drop", "decline", "decrease", "total"})
"""Nouns that a value "of" which is no measure of: "a rise of 40 crowns" is of what rose."""
_HEIGHT = 8
"""Steps up the parse from a value to the verb it belongs to."""
PART_OF = (" of the ", " of its ", " of their ", " of our ", " of these ", " of those ", " of his ", " of her ")


IN_NUMBER = " in number"
_AS_MANY = re.compile(r"\s*as (?:much|many) (?P<counted>\w[^,.;]*?)(?= as\b|[,.;]|\Z)")
_UP_OR_DOWN = re.compile(r",\s(?:up|down)\s(?:by\s|about\s|some\s|nearly\s|almost\s|more\sthan\s|from\s)?\Z")


class Measured(NamedTuple):
    """What is measured: words, where they stand, a unit from the head, the whole of a share, an earlier figure."""

    text: str | None
    span: Span | None = None
    unit: str | None = None
    whole: str | None = None
    inherited: Figure | None = None


def measure_of(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", previous: Figure | None
) -> Measured:
    """Find what a quantity measures, said as what is counted: "deaths" for "the number of deaths"."""
    if quantity.sort == "count" and quantity.noun is None and is_of_one(parsed, quantity, anchor, previous):
        return _inherited(previous) or Measured(None)
    raced = _raced(around, parsed, quantity, anchor, previous) or _beside(parsed, quantity, anchor, previous)
    measured = raced or _measured(around, parsed, quantity, anchor, previous)
    if measured.text is None:
        return measured
    text = counted_as(measured.text)
    text = _with_verb(around, parsed, quantity, anchor, text=text, inherited=measured.inherited is not None)
    unit = measured.unit
    if text != measured.text and unit is None and quantity.sort == "number" and text.split()[0].islower():
        head = parsed.text.find(text.split()[0])
        piece = parsed.doc.char_span(head, head + len(text.split()[0])) if head >= 0 else None
        unit = piece[0].lemma_.lower() if piece is not None and piece[0].tag_ == "NNS" else None
    return measured._replace(text=text, unit=unit)


def _with_verb(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", *, text: str, inherited: bool
) -> str:
    """The measure with what the verb adds: whose count, what claimed the lives, what a share involves."""
    if quantity.kind == "share":
        part = involving(around, parsed, anchor)
        return f"{text} {part}" if part is not None and part not in text else text
    if quantity.sort not in {"count", "measure", "number"}:
        return text
    if text.split()[-1:] == ["lives"] and (taken := taken_by(around, parsed, anchor)) is not None:
        return taken
    found = doer(around, parsed, anchor) if not inherited else None
    if found is None or found.deed not in text.lower().split() or found.name in text:
        return text
    return f"{text} by {found.name}"


def _raced(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", previous: Figure | None
) -> Measured | None:
    """The share of one of two in a race: "Lee leads Park 48 percent to 44 percent"."""
    if quantity.sort != "percent" or quantity.kind != "share":
        return None
    near = previous is not None and previous.spans[0].end + 8 >= quantity.span.start + parsed.offset
    text = supported(around, parsed, anchor, second=near)
    return Measured(text) if text is not None else None


def _beside(parsed: ParsedBlock, quantity: Quantity, anchor: "Token", previous: Figure | None) -> Measured | None:
    """What an amount measured that goes on to its change: "sold 40 tonnes, down 12 percent", "40, up from 36"."""
    if (
        quantity.kind not in {"percent_change", "absolute", "share"}
        or previous is None
        or previous.kind not in {"absolute", "rate"}
    ):
        return None
    before = previous.spans[0].end - parsed.offset
    if before < anchor.sent.start_char or _UP_OR_DOWN.search(parsed.text, before, quantity.number.start) is None:
        return None
    return Measured(previous.measures, None, None, None, previous) if previous.measures else None


def _measured(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", previous: Figure | None
) -> Measured:
    if quantity.sort == "number" and (part := _part(parsed, quantity)) is not None:
        words = restricted(around, parsed, part, _after_numbers(part), verb=False)
        deed = participle(around, parsed, anchor) or doing(around, parsed, part)
        if words is not None:
            return Measured(f"{words[0]} {deed}" if deed else words[0], words[1], part.lemma_.lower())
    if quantity.sort == "count" and quantity.noun is not None:
        return _counted(around, parsed, quantity)
    if quantity.sort in {"measure", "money", "duration"}:
        substance = _substance(parsed, quantity)
        far = distance(around, parsed, quantity)
        if far is not None:
            return Measured(far)
        words = (
            restricted(around, parsed, substance, substance.left_edge.idx, verb=True) if substance is not None else None
        )
        if words is not None:
            return Measured(*words)
    if quantity.sort in {"percent", "fraction"}:
        share = _share(around, parsed, quantity, previous)
        if share is not None and quantity.kind == "share":
            return share
    return _governed(around, parsed, quantity, anchor, previous)


def _part(parsed: ParsedBlock, quantity: Quantity) -> "Token | None":
    """What a number is a part of: "inspectors" of "25 of the 60 inspectors"."""
    end = quantity.number.end
    if not parsed.text.startswith(" of ", end):
        return None
    joint = parsed.doc.char_span(end + 1, end + 3)
    head = next((child for child in joint[0].children if child.dep_ == "pobj"), None) if joint is not None else None
    if head is None or head.tag_ != "NNS":
        return None
    return head if any(child.dep_ in {"det", "poss"} for child in head.children) else None


def _after_numbers(noun: "Token") -> int:
    """Where a noun phrase begins once its article and number are left out."""
    first = noun.i
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"amod", "compound", "nmod", "poss"}:
            first = min(first, child.left_edge.i if child.dep_ == "poss" else child.i)
    return noun.doc[first].idx


def _substance(parsed: ParsedBlock, quantity: Quantity) -> "Token | None":
    """What a unit is of: "rice" in "500 pounds of rice"."""
    text = parsed.text
    end = quantity.unit_span.end if quantity.unit_span is not None else quantity.number.end
    if text[end : end + 4] != " of ":
        return None
    joint = parsed.doc.char_span(end + 1, end + 3)
    if joint is None:
        return None
    for child in joint[0].children:
        if child.dep_ == "pobj":
            return child
        if child.dep_ == "pcomp":
            return next((inner for inner in child.children if inner.dep_ == "nsubj"), None)
    return None


def _counted(around: Surroundings, parsed: ParsedBlock, quantity: Quantity) -> Measured:
    noun = quantity.noun
    head = _head_in(parsed, noun) if noun is not None else None
    if noun is None or head is None:
        return Measured(None)
    if noun.start > 0 and parsed.text[noun.start - 1] == "-":
        words = (
            restricted(around, parsed, head, max(noun.end + 1, head.left_edge.idx), verb=False)
            if head.idx > noun.end
            else None
        )
        return Measured(words[0], words[1], quantity.unit) if words else Measured(None)
    words = restricted(around, parsed, head, noun.start, verb=True)
    if words is not None and quantity.per is not None and (whose := rate_of(around, parsed, quantity)):
        words = (f"{words[0]} {whose}", words[1])
    whole = parsed.text[: quantity.span.start].rstrip().endswith((" of the", " of its", " of their", " of our"))
    clause = doing(around, parsed, head) if not whole else None
    if words is not None and clause is not None and clause.partition(" ")[2] not in words[0]:
        words = (f"{words[0]} {clause}", words[1])
    unit = head.lemma_.lower() if head.pos_ == "NOUN" and head.lemma_.isalpha() else quantity.unit
    return Measured(words[0], words[1], unit) if words else Measured(noun.of(parsed.text), None, unit)


def _share(around: Surroundings, parsed: ParsedBlock, quantity: Quantity, previous: Figure | None) -> Measured | None:
    """The whole that a share is of."""
    text = parsed.text
    if not text[quantity.span.end :].lstrip().startswith("of ") and quantity.noun is None:
        return None
    start = quantity.noun.start if quantity.noun is not None else text.find("of ", quantity.number.end) + 3
    first = parsed.doc.char_span(start, start + 1, alignment_mode="expand")
    if first is None or not len(first):
        return None
    head = first[0]
    while (
        head.dep_ not in {"pobj", "dobj", "nsubj", "nsubjpass", "ROOT", "attr"}
        and head.head != head
        and head.head.i > head.i
    ):
        head = head.head
    words = restricted(around, parsed, head, start, verb=False)
    if words is None and head.lower_ in ANAPHORIC and previous is not None and previous.measures:
        return Measured(previous.measures, None, None, previous.measures, previous)
    if words is None:
        return None
    if head.lower_ in ANAPHORIC and previous is not None and previous.measures:
        rest = words[0].split(" ", 1)
        joined = f"{previous.measures} {rest[1]}" if len(rest) > 1 else previous.measures
        return Measured(joined, words[1], None, previous.measures, previous)
    return Measured(words[0], words[1], None, words[0])


def _governed(
    around: Surroundings, parsed: ParsedBlock, quantity: Quantity, anchor: "Token", previous: Figure | None
) -> Measured:
    """The subject of the verb that a bare value belongs to, or the noun it describes."""
    current = anchor
    same_sentence = previous is not None and anchor.sent.start_char <= previous.spans[0].start - parsed.offset
    if quantity.sort == "multiple" and previous is not None and previous.measures and same_sentence:
        return Measured(previous.measures, None, None, None, previous)
    for _ in range(_HEIGHT):
        if current.pos_ in {"VERB", "AUX"} or current.head == current:
            break
        words = _described(around, parsed, quantity, current)
        if words is not None:
            return Measured(words[0], words[1])
        if current.dep_ == "appos" and _outside(quantity, current.head):
            return _inherited(previous) or Measured(None)
        current = current.head
    valued = valued_by(current) if current.lemma_ in VALUING else None
    if valued is not None and valued.lower_ in ANAPHORIC and not any(c.lower_ == "of" for c in valued.children):
        inherited = _inherited(previous)
        if inherited is not None or valued.pos_ != "NOUN":
            return inherited or Measured(None)
    if valued is not None and _outside(quantity, valued):
        words = restricted(around, parsed, valued, valued.left_edge.idx, verb=False, values=(quantity.number,))
        if words is not None:
            return Measured(*words)
    return _of_verb(around, parsed, quantity, current, anchor=anchor, previous=previous)


def _described(around: Surroundings, parsed: ParsedBlock, quantity: Quantity, word: "Token") -> tuple[str, Span] | None:
    """The noun that a value stands with or is joined to: "a 40-tonne barge", "a price of 40 crowns"."""
    parent = word.head
    if (
        word.dep_ in {"nummod", "compound", "amod", "nmod", "quantmod"}
        and parent.pos_ in {"NOUN", "PROPN"}
        and parent.lower_ not in {"times", "time"}
        and _outside(quantity, parent)
    ):
        start = _after_quantity(quantity, parent)
        as_many = _AS_MANY.match(parsed.text, start)
        start, until = as_many.span("counted") if as_many is not None else (start, None)
        words = restricted(around, parsed, parent, start, verb=False, until=until)
        if words is not None:
            return words
    noun = parent.head
    if (
        word.dep_ != "pobj"
        or parent.lower_ not in {"of", "by", "in", "to", "at", "from"}
        or noun.pos_ != "NOUN"
        or noun.like_num
        or noun.lower_ in _CHANGES
        or not _outside(quantity, noun)
    ):
        return None
    until = parent.idx if noun.idx < parent.idx else None
    return restricted(around, parsed, noun, noun.left_edge.idx, verb=False, until=until, values=(quantity.number,))


def _of_verb(
    around: Surroundings,
    parsed: ParsedBlock,
    quantity: Quantity,
    verb: "Token",
    *,
    anchor: "Token",
    previous: Figure | None,
) -> Measured:
    """The subject of the verb that a value belongs to, or the deed that the verb tells."""
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    if quantity.sort == "number" and verb.lemma_ in COUNTING | TELLING and not passive:
        return Measured(None)  # its subject gives the number and is not what is counted
    if verb.pos_ not in {"VERB", "AUX"}:
        return (_inherited(previous) if quantity.sort in {"multiple", "number"} else None) or Measured(None)
    thing = moved(around, parsed, verb, anchor)
    words = restricted(around, parsed, thing, thing.left_edge.idx, verb=False) if thing is not None else None
    if thing is not None and words is not None:
        return Measured(*words, counted_in(thing) if quantity.sort == "number" or quantity.kind == "rate" else None)
    subject = shared_subject(verb)
    if subject is not None and subject.lower_ in {"which", "that"} and verb.dep_ == "relcl" and verb.head.i < verb.i:
        subject = verb.head
    done = done_with(around, parsed, quantity, anchor, verb=verb, subject=subject)
    if done is not None:
        return Measured(done)
    if subject is not None and not _outside(quantity, subject) and quantity.sort in {"measure", "money"}:
        deed = participle(around, parsed, subject)
        if deed is not None:
            return Measured(deed)
    if subject is None or not _outside(quantity, subject):
        return _inherited(previous) or Measured(None)
    if (
        subject.lower_ in ANAPHORIC
        and previous is not None
        and previous.measures
        and not any(c.dep_ == "prep" for c in subject.children)
    ):
        inherited = _inherited(previous)
        if inherited is not None:
            return inherited
    words = restricted(around, parsed, subject, subject.left_edge.idx, verb=False, values=(quantity.number,))
    numbered = quantity.sort == "number" and parsed.text.startswith(IN_NUMBER, quantity.number.end)
    return Measured(*words, counted_in(subject) if numbered else None) if words else Measured(None)


def _after_quantity(quantity: Quantity, noun: "Token") -> int:
    """Where a noun phrase begins once the quantity before its head is left out."""
    left = noun.left_edge.idx
    return quantity.span.end if left <= quantity.span.start < noun.idx else left


def valued_by(verb: "Token") -> "Token | None":
    """The object to which a verb of valuing gives a value with "at": "the toll" in "put the toll at 34"."""
    if not any(child.dep_ == "prep" and child.lower_ in {"at", "as", "to"} for child in verb.children):
        return None
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def is_counted(unit: str) -> bool:
    """Whether a unit is a counted noun, and no length of time, mass or money."""
    return unit.isalpha() and unit.islower() and pint_name(unit) is None


def _inherited(previous: Figure | None) -> Measured | None:
    if previous is None or not previous.measures:
        return None
    unit = previous.unit if previous.kind == "absolute" and is_counted(previous.unit) else None
    return Measured(previous.measures, None, unit, None, previous)


def _outside(quantity: Quantity, token: "Token") -> bool:
    return not (quantity.number.start <= token.idx < quantity.number.end) and not (
        quantity.unit_span is not None and quantity.unit_span.start <= token.idx < quantity.unit_span.end
    )


def _head_in(parsed: ParsedBlock, noun: Span) -> "Token | None":
    piece = parsed.doc.char_span(noun.start, noun.end, alignment_mode="expand")
    if piece is None or not len(piece):
        return None
    head = piece.root
    if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}:
        nouns = [token for token in piece if token.pos_ in {"NOUN", "PROPN"}]
        head = nouns[-1] if nouns else piece[-1]
    while head.dep_ == "compound" and head.head.pos_ in {"NOUN", "PROPN"} and head.head.i > head.i:
        head = head.head
    return head
