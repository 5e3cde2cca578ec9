"""States that no list knows: a document that speaks of a place's ministers and officials treats it as one."""

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.language.places import country_containing, country_of
from onrecord.model.identity import fold

_NAME = r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?"
_HEADS = (
    r"(?:government|president|prime minister|(?:\w+ )?minister|ministry|parliament|"
    r"ambassador|embassy|army|navy|air force|military|officials?|inspectors|police|authorities|side|border|delegation|"
    r"economy|capital|agency|authority|regulator|customs|central bank|territory|airspace|waters|citizens|nationals|"
    r"troops|soldiers|forces|coast guard|coastguard|coast|lawmakers|legislators|voters|diplomats?|envoys?|negotiators|"
    r"exports|imports|exporters|fishermen|courts?|prosecutors|currency|constitution|senate|elections?)"
)
_OWNED = re.compile(rf"(?<![\w’'-])(?P<name>{_NAME})['’]s?\s(?:[\w-]+\s){{0,2}}?{_HEADS}\b")
_RULED = re.compile(
    r"\b(?:government|president|prime minister|minister|parliament|ambassador|people|republic|kingdom|capital|border)\s"
    rf"(?:of|to|with)\s(?:the\s)?(?P<name>{_NAME})",
    re.IGNORECASE,
)
_SEATED = re.compile(
    rf"\b(?:Ministry|Department)\sof\s(?:[A-Z][a-z]+,?\s(?:and\s)?){{1,4}}of\s(?:the\s)?(?P<name>{_NAME})"
)
_LARGEST = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAME})['’]s?\s(?:second-|third-)?(?:biggest|largest|longest|highest|oldest|busiest|northern|"
    r"southern|eastern|western|rural|national|wartime|independence)\s[a-z]"
)
_ADJECTIVE = re.compile(
    rf"(?<![\w’'-])(?P<word>[A-Z][a-zà-ÿ]+(?:n|ish|ese|i|landic))\s(?:[\w-]+\s){{0,2}}?{_HEADS}\b", re.IGNORECASE
)
SETTLED = 20.0
"""Evidence of two such phrases: more than labels and verbs of saying ever bring up against it."""

_ENDINGS = ("n", "an", "ian", "ish", "ese", "i", "ic")


def state_hints(text: str) -> dict[str, float]:
    """How much the text treats a folded name as a state: by what is its own, who rules it, who comes from it."""
    hints: Counter[str] = Counter()
    for pattern in (_OWNED, _RULED, _SEATED, _LARGEST):
        for match in pattern.finditer(text):
            name = match["name"]
            if name[0].isupper() and country_containing(name) is None:
                hints[fold(name)] += 1
    named = {fold(word): word for word in re.findall(r"(?<![\w’'-])[A-Z][a-zà-ÿ]{3,}(?![\w-])", text)}
    for match in _ADJECTIVE.finditer(text):
        if match["word"][0].isupper() and country_of(match["word"]) is None:
            for name in names_behind(match["word"], named):
                hints[name] += 1
    return {name: 1.5 if count == 1 else SETTLED for name, count in hints.items()}


def names_behind(adjective: str, names: Iterable[str]) -> list[str]:
    """The folded names that an adjective may be made from: "Ruritanian" from "ruritania"."""
    known = set(names)
    folded = fold(adjective)
    folded = folded[:-1] if folded.endswith("ns") else folded
    found: list[str] = []
    for ending in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)]
            found.extend(name for name in (stem, stem + "a", stem + "ia", stem + "e", stem + "y") if name in known)
    return sorted(set(found) - {folded})
