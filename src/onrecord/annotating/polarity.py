"""Negation inside one clause: which words turn it, and which only look as if they did.

"not", "never", "no longer", n-words as subject or object ("no plant", "zero cases", "nothing"), "under no
circumstances", and weak negators ("hardly") turn a clause. "not only", "not just", "no doubt", "no matter" and
"not until" do not; "not all" and "not always" turn it with a hedge.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord.annotating.phrases import dependents
from onrecord.language.predicates import scope
from onrecord.language.trees import remembered

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_FOCUS = frozenset({"only", "just", "merely", "simply", "solely", "least", "so", "until", "even"})
_PARTIAL = frozenset(
    {"all", "every", "always", "necessarily", "everyone", "entirely", "fully", "completely", "exactly"}
)
_ZERO_WORDS = frozenset({"no", "zero", "nil", "neither"})
_EMPTY_NOUNS = frozenset({"nobody", "nothing", "none", "no-one", "neither"})
_HARDLY = frozenset({"hardly", "barely", "scarcely"})
_NOBODY = frozenset({"nobody", "none", "no-one", "one"})
_CHOOSING = frozenset({"but", "except", "besides", "than", "without"})
_NOT_REALLY = frozenset({"doubt", "question", "matter", "wonder", "problem"})
_BARE_PHRASES = frozenset(
    {"way", "circumstance", "time", "point", "case", "place", "mean", "account", "longer",
     "stage", "moment", "occasion", "respect", "sense", "event"}
)  # fmt: skip
_DENYING_LINKS = {"far": ("from",), "anything": ("but",), "nowhere": ("near",), "short": ("of",)}
_BEFORE_NOUNS = frozenset({"det", "nummod", "amod", "advmod", "neg", "predet", "preconj"})
_OBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "expl"})


class Negation(NamedTuple):
    """Whether the clause is turned by its own words, the words that weaken it, and a zero quantity."""

    negated: bool = False
    hedge: str | None = None
    quantity: str | None = None


@remembered
def negation_of(head: "Token") -> Negation:
    """What the words directly under a predicate do to its polarity."""
    negated, hedge, quantity = denied_state(head) is not None, None, None
    for child in dependents(head):
        word = child.lower_
        if child.dep_ == "neg" or (word in {"never", "nowhere", "nor"} and child.dep_ in {"advmod", "cc", "preconj"}):
            focus = _word_after(child)
            if focus in _FOCUS:
                continue
            hedge = f"not {focus}" if focus in _PARTIAL else hedge
            negated = True
        elif child.dep_ == "advmod" and word in scope().weak_negators:
            if not (word in {"little", "few"} or child.i > head.i + 3):
                negated, hedge = True, hedge or child.text
        elif child.dep_ in {"advmod", "npadvmod"} and _is_no_time(child, head):
            negated = True
        elif child.dep_ in _OBJECTS:
            zero = zero_word(child)
            partial = _partial_word(child)
            zero = zero or _not_one(child)
            if partial:
                negated, hedge = True, f"not {partial}"
            elif zero and not (child.lemma_ in _NOT_REALLY and child.dep_ not in _OBJECTS):
                negated, quantity = True, zero if zero != "no" else quantity
            elif child.dep_ in {"dobj", "attr"} and _has_little(child):
                negated, hedge = True, hedge or "little"
            elif (weak := _hardly_any(child)) is not None:
                negated, hedge = True, hedge or weak
            negated = negated or any(_takes_none(link) for link in child.children if link.dep_ == "prep")
        elif child.dep_ == "prep":
            negated = negated or _takes_none(child)
    return Negation(negated, hedge, quantity)


def bounds_denial(clause: "Token", mark: str) -> bool:
    """Whether a denial holds only to where a clause says: "no gate was opened before the sirens had sounded"."""
    if mark not in {"before", "until", "till"} or clause.i < clause.head.i:
        return False
    return clause.right_edge.i - clause.left_edge.i <= _LONGEST_BOUND and negation_of(clause.head).negated


_LONGEST_BOUND = 14


def denied_state(copula: "Token") -> "Token | None":
    """What something is said to be far from, or anything but: "far from full", "anything but safe", "nowhere near"."""
    for child in copula.children:
        if child.lower_ in {"far", "anything", "nowhere", "short"} and child.i > copula.i:
            for link in child.children:
                if child.lower_ == "short" and not any(c.dep_ == "pcomp" for c in link.children):
                    continue
                if link.lower_ in _DENYING_LINKS[child.lower_] and (state := next(iter(link.children), None)):
                    return state
            after = child.doc[child.i + 1 : child.i + 3]
            if child.lower_ != "short" and len(after) == 2 and after[0].lower_ in _DENYING_LINKS[child.lower_]:
                return next(iter(after[0].children), None) or (after[1] if after[1].pos_ == "ADJ" else None)
    return None


def zero_word(noun: "Token") -> str | None:
    """The word that says "none of it" of a noun: "no", "zero", "not a single" …, or the empty noun itself."""
    if noun.lower_ in _EMPTY_NOUNS:
        return noun.text
    for child in _determiners(noun):
        if child.lower_ in _ZERO_WORDS or (child.lower_ == "0" and child.dep_ == "nummod"):
            return None if child.lower_ == "no" and _is_one_of(child, "longer") else child.text
    return None


def is_nobody(noun: "Token") -> bool:
    """Whether a subject names nobody: "nobody", "no one", "none"."""
    named = noun.lower_ == "one" and any(c.lower_ == "no" and c.i < noun.i for c in noun.children)
    return named or noun.lower_ in _NOBODY - {"one"}


def _takes_none(link: "Token") -> bool:
    """Whether a prepositional phrase turns its clause: "at no point", "in none of the samples", "to no one"."""
    for noun in link.children:
        if noun.dep_ != "pobj" or not zero_word(noun):
            continue
        if noun.lemma_ in _BARE_PHRASES or (noun.lower_ in _NOBODY and link.lower_ not in _CHOOSING):
            return True
    return False


def is_negated_noun(noun: "Token") -> bool:
    """Whether a noun stands under its own "no" or "without", outside the slots that turn the whole clause."""
    return noun.dep_ not in _OBJECTS and zero_word(noun) is not None


def _determiners(noun: "Token") -> Iterator["Token"]:
    return (c for c in noun.children if c.i < noun.i and c.dep_ in _BEFORE_NOUNS)


def _partial_word(noun: "Token") -> str | None:
    """The "all" or "every" of "not all plants"."""
    if not any(c.dep_ == "neg" for c in noun.children):
        return None
    return next((c.text for c in noun.children if c.lower_ in _PARTIAL), None)


def _not_one(noun: "Token") -> str | None:
    """The "not" of "not one of them", "not one person", "not a soul", "not a gram"."""
    if noun.lower_ != "one" and not any(c.lower_ in {"one", "a", "an", "single"} for c in noun.children):
        return None
    for child in noun.children:
        if child.i < noun.i and (child.dep_ == "neg" or (child.lower_ == "one" and _is_after_not(child))):
            return "no"
    return None


def _is_after_not(number: "Token") -> bool:
    return any(c.dep_ == "neg" and c.i < number.i for c in number.children)


def _is_no_time(adverb: "Token", head: "Token") -> bool:
    """Whether an adverb says that it is over, or before the verb that it never was: "no longer", "not once"."""
    denials = {c.lower_ for c in adverb.children if c.i < adverb.i and (c.lower_ == "no" or c.dep_ == "neg")}
    if adverb.lower_ == "longer":
        return "no" in denials
    return adverb.lower_ in {"once", "time"} and adverb.i < head.i and bool(denials - {"no"})


def _hardly_any(noun: "Token") -> str | None:
    """The word that leaves next to nothing of a noun: "hardly any tents", "barely any of them"."""
    words = (noun, *(c for c in noun.children if c.lower_ == "any"))
    near = (c for word in words if word.lower_ == "any" for c in (*word.children, *noun.children))
    return next((c.text for c in near if c.lower_ in _HARDLY and c.i < noun.i + 1), None)


def _has_little(noun: "Token") -> bool:
    return any(c.lower_ == "little" and c.dep_ == "amod" and not _preceded_by_article(c) for c in noun.children)


def _preceded_by_article(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in {"a", "the", "that", "this"}


def _is_one_of(token: "Token", *words: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words


def _word_after(token: "Token") -> str:
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
