"""The words of a claim on which a disagreement turns: its negation and its verb, as written."""

import re
from functools import lru_cache

from onrecord.comparing.grammar import participle, past
from onrecord.comparing.sides import Side
from onrecord.comparing.words import stem
from onrecord.language.predicates import classes
from onrecord.model.identity import fold

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEGATION = re.compile(
    r"(?:n['’]t$)|^(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|zero|cannot|den(?:y|ies|ied|ying|ial)|"
    r"fail(?:s|ed)?|refus(?:e|es|ed|al)|stop(?:s|ped)?|ceased?|lacks?|lacked|false|untrue|myth)$",
    re.IGNORECASE,
)
LONGEST = 60
"""Characters; words further apart than this are given apart."""


def clash_words(side: Side) -> str:
    """The shortest stretch of the claim's own words with its negation and its predicate."""
    found = list(_WORD.finditer(side.words))
    forms = predicate_stems(side.claim.proposition.predicate)
    verbs = [word for word in found if stem(fold(word.group())) in forms]
    negations = [word for word in found if _NEGATION.search(word.group())] if side.claim.polarity == "negated" else []
    if not verbs and not negations:
        return cut(side.words)
    if not verbs or not negations:
        only = (verbs or negations)[0]
        return only.group()
    near = min(
        ((negation, verb) for negation in negations for verb in verbs),
        key=lambda pair: (abs(pair[0].start() - pair[1].start()), pair[0].start(), pair[1].start()),
    )
    start, end = min(word.start() for word in near), max(word.end() for word in near)
    return side.words[start:end] if end - start <= LONGEST else near[0].group()


def says_no(side: Side) -> bool:
    """Whether a denial says so in its own words, and is not only concluded from a verb ("banned from entering")."""
    words = (word.group() for text in (side.words, side.claim.text) for word in _WORD.finditer(text))
    return any(_NEGATION.search(word) for word in words)


def cut(words: str) -> str:
    """Words as a finding shows them, cut at a word where they are many."""
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=1024)
def predicate_stems(predicate: str) -> frozenset[str]:
    """The stems of every form of every word of a predicate class."""
    known = classes().get(predicate)
    verbs = [predicate]
    words: list[str] = []
    if known is not None:
        verbs += [*known.verbs, *known.middle]
        words += [*known.nouns, *known.agents, *known.adjectives, *known.sites]
    words += [form(verb) for verb in verbs for form in (str, past, participle)]
    if predicate == "be":
        words += ["is", "are", "was", "were", "been"]
    if predicate in {"have", "exist"}:
        words += ["has", "had", "is", "are", "was", "were"]
    return frozenset(stem(fold(word.split("_")[0])) for word in words)
