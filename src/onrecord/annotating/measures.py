"""What a figure measures: the noun phrase with its restrictions, also where the head stands elsewhere."""

from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.surroundings import Surroundings, subject_of, without_edges
from onrecord.language.numbers import Quantity
from onrecord.language.parsing import ParsedBlock
from onrecord.model.items import Figure
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 22
"""Words of a measure at most; what follows is comment and no restriction."""
ANAPHORIC = frozenset(
    {
        "figure", "number", "total", "those", "that", "it", "they", "these", "them", "this", "which", "amount",
        "toll", "count", "tally", "rate", "share", "sum", "numbers", "figures",
    }
)  # fmt: skip
LIGHT = frozenset(
    {
        "be", "have", "include", "see", "make", "say", "report", "record", "do", "get", "take", "need", "cost",
        "reach", "hit", "total", "number", "estimate", "average", "face", "show", "find", "know", "involve",
        "represent", "become", "remain", "cover", "mark", "want", "tell", "announce", "claim", "expect", "increase",
        "list", "name", "call", "consider", "describe", "go", "stand", "come", "think", "decrease", "rise", "fall",
        "grow", "drop", "decline", "jump", "climb", "use", "set", "put", "give", "lead",
    }
)  # fmt: skip
"""Verbs whose sense adds nothing to what is measured."""


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
    """Find what a quantity measures."""
    if quantity.sort == "count" and quantity.noun is not None:
        return _counted(around, parsed, quantity)
    if quantity.sort in {"measure", "money", "duration"}:
        substance = _substance(parsed, quantity)
        words = (
            _restricted(around, parsed, substance, substance.left_edge.idx, verb=True)
            if substance is not None
            else None
        )
        if words is not None:
            return Measured(*words)
    if quantity.sort in {"percent", "fraction"}:
        share = _share(around, parsed, quantity, previous)
        if share is not None and quantity.kind == "share":
            return share
    return _governed(around, parsed, quantity, anchor, previous)


def _substance(parsed: ParsedBlock, quantity: Quantity) -> "Token | None":
    """What a unit is of: "rice" in "500 pounds of rice"."""
    text = parsed.doc.text
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
    if noun.start > 0 and parsed.doc.text[noun.start - 1] == "-":
        words = (
            _restricted(around, parsed, head, max(noun.end + 1, head.left_edge.idx), verb=False)
            if head.idx > noun.end
            else None
        )
        return Measured(words[0], words[1], quantity.unit) if words else Measured(None)
    words = _restricted(around, parsed, head, noun.start, verb=True)
    if words is not None and quantity.per is not None and (whose := _after_rate(around, parsed, quantity)):
        words = (f"{words[0]} {whose}", words[1])
    unit = head.lemma_.lower() if head.pos_ == "NOUN" and head.lemma_.isalpha() else quantity.unit
    return Measured(words[0], words[1], unit) if words else Measured(noun.of(parsed.doc.text), None, unit)


def _after_rate(around: Surroundings, parsed: ParsedBlock, quantity: Quantity) -> str | None:
    """The restriction that follows a rate: "of young people" in "900 deaths a year of young people"."""
    text = parsed.doc.text
    if text[quantity.span.end : quantity.span.end + 4] != " of ":
        return None
    joint = parsed.doc.char_span(quantity.span.end + 1, quantity.span.end + 3)
    head = next((child for child in joint[0].children if child.dep_ == "pobj"), None) if joint is not None else None
    words = _restricted(around, parsed, head, head.left_edge.idx, verb=False) if head is not None else None
    return f"of {words[0]}" if words else None


def _share(around: Surroundings, parsed: ParsedBlock, quantity: Quantity, previous: Figure | None) -> Measured | None:
    """The whole that a share is of."""
    text = parsed.doc.text
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
    words = _restricted(around, parsed, head, start, verb=False)
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
    for _ in range(8):
        if current.pos_ in {"VERB", "AUX"} or current.head == current:
            break
        parent = current.head
        if (
            current.dep_ in {"nummod", "compound", "amod", "nmod", "quantmod"}
            and parent.pos_ in {"NOUN", "PROPN"}
            and parent.lower_ not in {"times", "time"}
            and _outside(quantity, parent)
        ):
            words = _restricted(around, parsed, parent, _after_quantity(quantity, parent), verb=False)
            if words is not None:
                return Measured(*words)
        if (
            current.dep_ == "pobj"
            and parent.lower_ in {"of", "by", "in", "to", "at", "from"}
            and parent.head.pos_ == "NOUN"
            and _outside(quantity, parent.head)
        ):
            until = parent.idx if parent.head.idx < parent.idx else None
            words = _restricted(around, parsed, parent.head, parent.head.left_edge.idx, verb=False, until=until)
            if words is not None and parent.head.lower_ not in {
                "increase",
                "rise",
                "drop",
                "decline",
                "decrease",
                "total",
            }:
                return Measured(words[0], words[1])
        if current.dep_ == "appos" and _outside(quantity, parent):
            return _inherited(previous) or Measured(None)
        current = parent
    if current.pos_ not in {"VERB", "AUX"}:
        return (_inherited(previous) if quantity.sort in {"multiple", "number"} else None) or Measured(None)
    subject = subject_of(current)
    done = _done_by(around, parsed, quantity, anchor, verb=current, subject=subject)
    if done is not None:
        return Measured(done)
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
    words = _restricted(around, parsed, subject, subject.left_edge.idx, verb=False)
    return Measured(*words) if words else Measured(None)


def _after_quantity(quantity: Quantity, noun: "Token") -> int:
    """Where a noun phrase begins once the quantity before its head is left out."""
    left = noun.left_edge.idx
    return quantity.span.end if left <= quantity.span.start < noun.idx else left


def _done_by(
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
    return f"{verb.lower_} by {name}" if name else verb.lower_


def _inherited(previous: Figure | None) -> Measured | None:
    if previous is None or not previous.measures:
        return None
    return Measured(
        previous.measures,
        None,
        previous.unit if previous.kind == "absolute" and previous.unit.isalpha() and previous.unit.islower() else None,
        None,
        previous,
    )


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


def _restricted(
    around: Surroundings, parsed: ParsedBlock, head: "Token | None", start: int, *,
    verb: bool, until: int | None = None, reach: int | None = None,
) -> tuple[str, Span] | None:  # fmt: skip
    """A noun phrase with the phrases and clauses that restrict it, times left out, its own verb put before it."""
    if head is None:
        return None
    end = head.idx + len(head.text)
    for child in head.rights:
        if child.dep_ in {"punct", "cc", "conj", "appos", "advmod"}:
            break
        if (
            child.dep_ not in {"prep", "acl", "relcl", "pobj", "compound", "nmod"}
            or child.right_edge.i - head.i > LONGEST
        ):
            break
        if child.dep_ == "prep" and child.lower_ in {"during", "since", "after", "before", "despite", "until"}:
            break
        end = child.right_edge.idx + len(child.right_edge.text)
    follower = head.doc[head.i + 1] if head.i + 1 < head.sent.end else None
    if follower is not None and follower.tag_ == "VBG" and end == head.idx + len(head.text):
        edge = follower.right_edge
        end = edge.idx + len(edge.text) if edge.i - head.i <= LONGEST else end
    start = min(start, head.idx)
    end = reach or end
    end = until if until is not None and start < until < end else end
    text = parsed.doc.text
    for mark in (" (", "”", '"', "; ", " – ", " — ", ", "):
        cut = text.find(mark, start, end)
        end = cut if cut > start else end
    span = Span(start + parsed.offset, end + parsed.offset)
    words = _without_times(around, span)
    words = without_edges(" ".join(words.split()))
    for article in ("the ", "The ", "a ", "an ", "A ", "An "):
        words = words.removeprefix(article)
    if not words or words.lower() in {"it", "they", "he", "she", "we", "you", "i", "that", "this", "there"}:
        return None
    action = _action(head) if verb else None
    return (f"{action} {words}" if action else words), span


def _action(head: "Token") -> str | None:
    """The participle of what was done to the things counted: "seized" of "seized 25 tonnes of …"."""
    current = head
    if current.dep_ == "nsubj" and current.head.dep_ == "pcomp":
        current = current.head.head
    while current.dep_ in {"pobj", "prep", "dobj", "nsubjpass", "nmod", "conj"} and current.head != current:
        passed, current = current, current.head
        if current.pos_ == "VERB":
            done = passed.dep_ in {"dobj", "nsubjpass"}
            return current.lower_ if done and current.tag_ in {"VBN", "VBD"} and current.lemma_ not in LIGHT else None
        if passed.dep_ == "prep" and passed.lower_ != "of":
            return None
    return None


def _without_times(around: Surroundings, span: Span) -> str:
    text = around.text
    words, position = "", span.start
    for mention in around.times_in(span.start, span.end):
        before = text[position : mention.span.start].rstrip()
        for lead in (" in", " on", " during", " for", " over", " at"):
            before = before.removesuffix(lead)
        words += before + " "
        position = mention.span.end
    return words + text[position : span.end]
