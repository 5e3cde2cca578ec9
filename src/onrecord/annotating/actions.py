"""The words of an action: where it begins and ends in the parse, and the infinitive that a word takes."""

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.surroundings import NOUNS
from onrecord.model.items import CommitmentKind

if TYPE_CHECKING:
    from onrecord.language.trees import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
LONGEST_ACTION = 60
"""Words of an action at most; what runs longer is cut at its last comma before that."""
REACH = 14
"""Words from a trigger to the infinitive that it takes at most."""
_STOPS = re.compile(r"[.;:!?—–]")
_TURNS = frozenset({"that", "who", "which", "and", "whether", "effort", "attempt", "bid", "hopes", "exchange"})
_SPEECH = frozenset({"said", "says", "told", "added"})


class Found(NamedTuple):
    """An undertaking found in the parse: its kind, trigger, who binds himself, the action and its words, how sure.

    `parties` are who binds himself where that is known from elsewhere than the clause.
    """

    kind: CommitmentKind
    trigger: "Token"
    author: "Token | None"
    action: "Token"
    first: int
    last: int
    addressed: "Token | None"
    score: float
    parties: tuple[str, ...] = ()


def has_to(verb: "Token") -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def asks(verb: "Token") -> bool:
    """Whether an infinitive is a question: "when to join", "how to vote", "what to say"."""
    return any(
        child.i < verb.i and (child.tag_ in {"WRB", "WP", "WDT"} or child.lower_ == "whether")
        for child in verb.children
    )


def infinitive_after(word: "Token", *, reach: int = REACH) -> "Token | None":
    """The infinitive that follows a word before another verb or stop, wherever the parse hangs it."""
    doc, end = word.doc, min(word.i + reach + 1, word.sent.end)
    for at in range(word.i + 1, end):
        token = doc[at]
        if token.lower_ == "to" and at + 1 < len(doc):
            verb = next((doc[i] for i in range(at + 1, min(at + 5, len(doc))) if doc[i].pos_ not in {"ADV", "PUNCT"} and
                         doc[i].lower_ not in NEGATIONS | {"at", "least", "once", "all"}), None)  # fmt: skip
            if verb is not None and verb.tag_ == "VB" and not verb.text[:1].isupper():
                return _of_passive(verb)
        if (token.is_punct and _STOPS.search(token.text)) or token.tag_ == "WRB" or token.lower_ in _TURNS:
            return None
        if token.text in {"“", '"', "''"} and doc[at - 1].text == ",":
            return None
        if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}:
            return None
    return None


def _of_passive(verb: "Token") -> "Token":
    """The verb of "be released" where the auxiliary stands first."""
    return verb.head if verb.dep_ in {"auxpass", "aux"} and verb.head.i > verb.i else verb


def undertaking(
    kind: CommitmentKind,
    trigger: "Token",
    author: "Token | None",
    action: "Token",
    addressed: "Token | None" = None,
    *,
    score: float,
) -> Found:
    """An undertaking with the words of its action."""
    if action.pos_ in {"VERB", "AUX"}:
        first = _verb_start(trigger, action, told_whom=addressed is not None and has_to(action))
    else:
        first = min((token.i for token in action.subtree if token.i > trigger.i), default=action.i)
    return Found(kind, trigger, author, action, first, _end(trigger, action, first), addressed, score)


def _verb_start(trigger: "Token", action: "Token", *, told_whom: bool) -> int:
    """Where the words begin: with the subject of a clause about another, unless he is told to act."""
    first = action.i
    own = next((c for c in action.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i > trigger.i), None)
    spelt = action.dep_ in {"ccomp", "acl"} or (action.dep_ == "relcl" and action.head == trigger)
    if own is not None and own.i < action.i and spelt and own.pos_ in NOUNS and not told_whom:
        first = own.left_edge.i if own.left_edge.i > trigger.i else own.i
    for child in action.children:
        if not trigger.i < child.i < action.i:
            continue
        if child.dep_ in {"auxpass", "neg"} or child.lower_ in NEGATIONS | {"be"}:
            first = min(first, child.i)
    doc = action.doc
    if first - 2 > trigger.i and doc[first - 1].lower_ == "to" and doc[first - 2].lower_ in NEGATIONS:
        first -= 2  # "told not to train"
    return first


def _end(trigger: "Token", action: "Token", first: int) -> int:
    """The last word of an action: before a tag like ", officials said", before quotation ends, within bounds."""
    doc = action.doc
    end = min(action.right_edge.i, first + LONGEST_ACTION, trigger.sent.end - 1)
    for child in action.children:
        if child.dep_ == "advcl" and child.i > action.i and any(
            g.dep_ == "mark" and g.lower_ in {"while", "whereas"} for g in child.children
        ) and any(g.dep_ in {"nsubj", "nsubjpass"} for g in child.children):  # fmt: skip
            end = min(end, max(child.left_edge.i - 1, action.i))
        if child.lower_ == "according" and child.i > action.i and doc[child.i - 1].text == ",":
            end = min(end, child.i - 2)
        if (
            child.dep_ in {"parataxis", "ccomp"} and child.i > action.i and child.left_edge.i > first
            and any(token.lower_ in _SPEECH for token in child.subtree)
        ):  # fmt: skip
            end = min(end, child.left_edge.i - 1)
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and child.i > action.i and (
            any(g.dep_ in {"nsubj", "nsubjpass", "csubj"} or g.tag_ == "MD" for g in child.children)
            or child.tag_ == "VBD"
        ):  # fmt: skip
            end = min(end, max(child.left_edge.i - 1, action.i))
    for token in doc[action.i + 2 : end + 1]:
        if token.dep_ == "appos" and token.left_edge.lower_ in {"a", "an", "one"} and token.right_edge.i >= end and (
            doc[token.left_edge.i - 1].text in {",", "—", "–"} and token.left_edge.i > first + 1
        ):  # fmt: skip
            end = token.left_edge.i - 1  # what somebody thinks of it: ", a step that many resent"
            break
    for token in doc[action.i + 1 : end + 1]:
        if token.dep_ == "conj" and token.tag_ == "VBD" and token.head.tag_ != "VBD":
            end = max(token.left_edge.i - 1, action.i)
            break
    depth = inside = int(first > 0 and doc[first - 1].text == "“")
    for index in range(first, end + 1):
        depth += (doc[index].text == "“") - (doc[index].text == "”")
        if (depth < inside and not inside and index > first) or "\n\n" in doc[index].text:
            end = index - 1
            break
    while end > first and (doc[end].is_punct or doc[end].is_space or doc[end].dep_ == "cc"):
        end -= 1
    return end
