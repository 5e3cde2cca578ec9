"""The words of a measured noun: its restricting phrases and clauses, what was done to it, and nothing of the value."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.surroundings import Surroundings, shared_subject, without_edges
from onrecord.language.parsing import ParsedBlock
from onrecord.model.spans import Span

if TYPE_CHECKING:
    from onrecord.language.trees import Token

LONGEST = 22
"""Words of a measure at most; what follows is comment and no restriction."""
LIGHT = frozenset(
    {
        "be", "have", "include", "see", "make", "say", "report", "record", "do", "get", "take", "need", "cost",
        "reach", "hit", "total", "number", "estimate", "average", "face", "show", "find", "know", "involve",
        "represent", "become", "remain", "cover", "mark", "want", "tell", "announce", "claim", "expect", "increase",
        "list", "name", "call", "consider", "describe", "go", "stand", "come", "think", "decrease", "rise", "fall",
        "grow", "drop", "decline", "jump", "climb", "use", "set", "put", "give", "lead", "count", "tally", "register",
        "log", "note", "document", "observe", "carry", "conduct", "perform", "place", "peg", "reckon", "calculate",
        "confirm", "receive", "cite", "quote", "approach", "exceed", "surpass", "top", "pass", "near", "amount",
    }
)  # fmt: skip
"""Verbs whose sense adds nothing to what is measured."""
_HELD = frozenset({"confirm", "report", "presume", "believe", "fear", "declare", "know", "list", "find", "leave"})
_STATES = frozenset({"dead", "missing", "injured", "wounded", "trapped", "infected", "safe", "homeless", "displaced"})
"""What people are held to be: "37 people are confirmed dead" counts the dead."""
RESTRICTING = frozenset(
    ["from", "among", "at", "in", "near", "along", "across", "on", "off", "inside", "outside", "to"]
)
"""Prepositions that, right after the noun, restrict it though the parse hangs them on its verb."""
AT_HAND = frozenset({"aboard", "abroad", "absent", "alive", "missing", "present"})
"""Adverbs after a noun that say which are counted: "the number of people aboard"."""
NAMELESS = frozenset({"it", "they", "he", "she", "we", "you", "i", "that", "this", "there"})
_QUANTITY_OF = re.compile(
    r"^(?:total |overall |estimated |combined |known )?(?:amount|number|quantity|volume|total|sum|count)s? of "
    r"(?:the )?(?=\S)",
    re.IGNORECASE,
)


def restricted(
    around: Surroundings, parsed: ParsedBlock, head: "Token | None", start: int, *,
    verb: bool, until: int | None = None, values: tuple[Span, ...] = (),
) -> tuple[str, Span] | None:  # fmt: skip
    """A noun phrase with the phrases and clauses that restrict it, and what was done to it, where it stands in text.

    Times are left out, and what follows from the first of `values` on, which are the numbers measured.
    """
    if head is None:
        return None
    end = _end(head)
    simple = end == head.idx + len(head.text)
    if simple:
        end = _of_unit(head, end)
    deed = _deed(head) if verb else None
    placed = end == head.idx + len(head.text) and deed is None
    if placed:
        end = _following(around, parsed, _governor(head), end, light=True)
    start = min(start, head.idx)
    end = until if until is not None and start < until < end else end
    text = parsed.text
    for mark in (" (", "”", '"', "; ", " – ", " — ", ", "):
        cut = text.find(mark, start, end)
        end = cut if cut > start else end
    end = _before_value(text, start, end, head, values)
    words = _plain(around, Span(start + parsed.offset, end + parsed.offset))
    if not words or words.lower() in NAMELESS:
        return None
    if deed is not None:
        if deed.i > head.i and deed.head != head:
            reach = _following(around, parsed, deed, deed.idx + len(deed.text), light=False)
            words += " " + _plain(around, Span(deed.idx + parsed.offset, reach + parsed.offset))
        elif simple:
            reach = _following(around, parsed, deed, end, light=False)
            tail = _plain(around, Span(end + parsed.offset, reach + parsed.offset))
            words = " ".join(filter(None, (words, deed.lower_, tail)))
        else:
            reach = _following(around, parsed, deed, end, light=False)
            tail = _plain(around, Span(end + parsed.offset, reach + parsed.offset))
            words = " ".join(filter(None, (deed.lower_, words, tail)))
        end = max(end, reach)
    return words, Span(start + parsed.offset, end + parsed.offset)


def counted_as(words: str) -> str:
    """The words without "amount of" and "number of": what is counted, whichever way it is said."""
    return _QUANTITY_OF.sub("", words)


def _end(head: "Token") -> int:
    """Where the phrases and clauses that the parse hangs on a noun end."""
    end, last = head.idx + len(head.text), head.i
    for child in head.rights:
        if child.dep_ not in {"prep", "acl", "relcl", "pobj", "compound", "nmod"}:
            break
        if child.right_edge.i - head.i > LONGEST or (child.dep_ == "relcl" and _aside(child)):
            break
        if child.dep_ == "prep" and child.lower_ in {"during", "since", "after", "before", "despite", "until"}:
            break
        end, last = child.right_edge.idx + len(child.right_edge.text), child.right_edge.i
    if last + 1 < head.sent.end and head.doc[last + 1].lower_ in AT_HAND:
        return head.doc[last + 1].idx + len(head.doc[last + 1].text)
    follower = head.doc[head.i + 1] if head.i + 1 < head.sent.end else None
    if follower is not None and follower.tag_ == "VBG" and end == head.idx + len(head.text):
        edge = follower.right_edge
        end = edge.idx + len(edge.text) if edge.i - head.i <= LONGEST else end
    return end


def _of_unit(head: "Token", end: int) -> int:
    """The end of what the parse hangs on the unit rather than on its substance: "tonnes of rice sold at the port"."""
    unit = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    for child in unit.rights if unit.pos_ == "NOUN" else ():
        if child.idx >= end and child.dep_ == "acl" and child.right_edge.i - head.i <= LONGEST:
            return child.right_edge.idx + len(child.right_edge.text)
    return end


def _aside(clause: "Token") -> bool:
    """Whether a relative clause tells something beside: what a pronoun did with the things, or a "which" clause."""
    subject = shared_subject(clause)
    return (subject is not None and subject.pos_ == "PRON" and subject.lower_ in NAMELESS - {"that"}) or any(
        child.lower_ == "which" for child in clause.children
    )


def _governor(head: "Token") -> "Token | None":
    """The verb whose object or passive subject a measured noun is, itself or as what a unit is of."""
    current = head
    if current.dep_ == "nsubj" and current.head.dep_ == "pcomp":
        current = current.head.head
    while current.dep_ in {"pobj", "prep", "dobj", "nsubjpass", "nmod", "conj"} and current.head != current:
        passed, current = current, current.head
        if current.pos_ == "VERB":
            return current if passed.dep_ in {"dobj", "nsubjpass"} else None
        if (passed.dep_ == "prep" and passed.lower_ != "of") or current.pos_ == "NUM":
            return None
    return None


def _deed(head: "Token") -> "Token | None":
    """The participle of what was done to the things counted: "seized" of "seized 25 tonnes of …"."""
    verb = _governor(head)
    if verb is not None and verb.lemma_ in _HELD and verb.tag_ == "VBN" and verb.i + 1 < len(verb.doc):
        state = verb.nbor(1)
        return state if state.lower_ in _STATES else None
    return verb if verb is not None and verb.tag_ in {"VBN", "VBD"} and verb.lemma_ not in LIGHT else None


def participle(around: Surroundings, parsed: ParsedBlock, number: "Token") -> str | None:
    """What was done, where, to a part or amount that only a number names: "trained" in "trained 25 of the 60"."""
    verb = _deed(number)
    if verb is None:
        return None
    end = _following(around, parsed, verb, verb.idx + len(verb.text), light=False) if verb.i > number.i else 0
    tail = parsed.text[verb.idx + len(verb.text) : end].strip()
    return f"{verb.lower_} {tail}".strip()


def _following(around: Surroundings, parsed: ParsedBlock, verb: "Token | None", end: int, *, light: bool) -> int:
    """The end of the verb's phrases right after `end` that tell of where or from what: "at the border"."""
    if verb is None or (light and verb.lemma_ not in LIGHT):
        return end
    for child in verb.rights:
        if child.idx < end:
            continue
        if child.dep_ != "prep" or child.lower_ not in RESTRICTING or parsed.text[end : child.idx].strip():
            break
        edge = child.right_edge
        finish = edge.idx + len(edge.text)
        inner = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if inner is None or around.times_in(parsed.offset + child.idx, parsed.offset + finish):
            break
        if child.lower_ not in {"from", "among"} and not _whereabouts(inner):
            break
        if edge.i - child.i > 6:
            break
        end = finish
    return end


def _whereabouts(noun: "Token") -> bool:
    """Whether a noun after a preposition may tell where: a name, or a thing that is known ("the border")."""
    if any(child.pos_ == "NUM" or child.dep_ == "nummod" for child in noun.children):
        return False
    return noun.pos_ == "PROPN" or any(child.lower_ in {"the", "its", "their"} for child in noun.children)


def _before_value(text: str, start: int, end: int, head: "Token", values: tuple[Span, ...]) -> int:
    """The end of a measure before the value itself and the words that lead to it: " at 310 kilograms"."""
    for value in values:
        if head.idx < value.start < end:
            lead = text[start : value.start].rstrip()
            lead = re.sub(r"\s(?:at|to|by|as|of|was|is|about|around|nearly|some|almost|over)$", "", lead)
            end = min(end, start + len(lead.rstrip(" ,")))
    return end


def _plain(around: Surroundings, span: Span) -> str:
    """The words of a span without times, outer marks and article."""
    words = without_edges(" ".join(_without_times(around, span).split()))
    for article in ("the ", "The ", "a ", "an ", "A ", "An "):
        words = words.removeprefix(article)
    return words


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
