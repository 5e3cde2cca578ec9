"""Which countries "both sides", "the two countries" or "the delegations" are."""

import re
from typing import TYPE_CHECKING

from onrecord.annotating.actors import COUNTRY_NOUNS
from onrecord.annotating.surroundings import Surroundings
from onrecord.language.numberwords import UNITS

if TYPE_CHECKING:
    from onrecord.language.trees import Token

_NAME = r"(?:the )?[A-Z][\w’'&-]+(?: (?:of |for |the )?[A-Z][\w’'&-]+){0,4}"
_CONCLUDED = re.compile(
    rf"\b(?:between|[Gg]overnments of|[Rr]epublics of|[Kk]ingdoms of|leaders of|presidents of|ministers of"
    rf"|representatives of|delegations of|signed by) (?P<names>{_NAME}(?:, {_NAME}){{0,4}},? and {_NAME})"
)
"""Words that name those who conclude something, all of them: "the Governments of Norland and Sudmark"."""
_JOINT = re.compile(r",? and |, ")
_FAR = 2500
"""Characters before "the parties" in which they are named."""
SIDES = frozenset({"country", "nation", "government", "side", "delegation", "state", "party"})
"""What, in the plural and without a number, stands for the countries that a document is about."""


def countries_meant(around: Surroundings, head: "Token") -> tuple[str, ...]:
    """The countries behind "the two countries", "our three nations", "both sides": as many as the number says.

    They are those the document names most; where it names fewer than the number, nothing is guessed.
    """
    if head.lemma_.lower() not in COUNTRY_NOUNS:
        return ()
    if any(c.dep_ in {"amod", "compound", "poss", "nmod"} and c.pos_ != "PRON" for c in head.children):
        return ()
    number = None
    for child in head.children:
        if child.lower_ in UNITS and 2 <= UNITS[child.lower_] <= 7:
            number = UNITS[child.lower_]
        elif child.lower_ == "both":
            number = 2
    if number is None and head.tag_ == "NNS" and head.lemma_.lower() in SIDES and is_definite(head):
        return principal(around)
    if number is None or any(c.dep_ in {"prep", "relcl", "acl"} and c.lower_ == "of" for c in head.children):
        return ()
    return most_named(around, number)


def stands_for_several(head: "Token") -> bool:
    """Whether a noun is "the two countries", "both sides", "the delegations": parties only once they are named."""
    sides = head.lemma_.lower() in SIDES or head.lemma_.lower() in COUNTRY_NOUNS - {"leader", "ally", "partner"}
    described = any(c.dep_ in {"amod", "compound", "poss", "nmod", "prep"} and c.pos_ != "PRON" for c in head.children)
    return head.tag_ == "NNS" and sides and is_definite(head) and not described


def are_two(head: "Token") -> bool:
    """Whether a noun is "both sides", "the two parties": those whom the words before name as two, states or not."""
    if not stands_for_several(head) or any(c.dep_ in {"relcl", "acl"} for c in head.children):
        return False
    return any(c.lower_ == "both" or UNITS.get(c.lower_) == 2 for c in head.children)


def sides_named(around: Surroundings, end: int) -> tuple[str, ...]:
    """Those between whom something is concluded, as the text before a place names them last."""
    told = list(_CONCLUDED.finditer(around.text, max(0, end - _FAR), end))
    if not told:
        return ()
    names = [name.removeprefix("the ") for name in _JOINT.split(told[-1]["names"])]
    return tuple(dict.fromkeys(name for name in names if name))


def is_definite(head: "Token") -> bool:
    """Whether a noun stands with "the", "our", "both" or the like."""
    return any(c.lower_ in {"the", "our", "their", "both", "these", "all"} for c in head.children)


def most_named(around: Surroundings, number: int) -> tuple[str, ...]:
    """The `number` countries that a document names most, in alphabetical order, if they stand out from the rest."""
    counts = around.states()
    named = list(counts)
    if len(named) < number or (len(named) > number and counts[named[number - 1]] == counts[named[number]]):
        return ()
    return tuple(sorted(named[:number]))


def principal(around: Surroundings) -> tuple[str, ...]:
    """The two countries that a document is about: the only ones it names, or named at least twice as often."""
    counts = around.states()
    named = list(counts)
    if len(named) < 2 or (len(named) > 2 and counts[named[1]] < 2 * counts[named[2]]):
        return ()
    return tuple(sorted(named[:2]))
