"""What the words of a transcript tell about who has the floor: addresses, self-introductions, initials."""

import re

from onrecord.language.gazetteers import is_function_word, is_role_head
from onrecord.model.spans import Span

FULL_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\.|de|van|von|al|bin|[A-Z][\w’'-]+)){1,3})(?![\w’'-])"


ADDRESSED = re.compile(
    r"(?:^|[.?!]\s+|\band\s)(?:(?:Now|So|And|Well|OK|Okay|Thank you|Good \w+),?\s)?"
    r"(?P<whole>(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Officer|Professor|Doctor|Chief|Captain|Sergeant|Detective)\.?\s)?"
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})),\s"
)
THIS_IS = re.compile(
    r"(?:(?:[Hh]i|[Hh]ello|[Yy]es|[Ss]ure|[Tt]hanks?(?: you)?)[,.]?\s){0,2}(?:[Tt]his is|[Ii]t['’]s)\s(?:the\s)?"
    r"(?P<body>[A-Z][\w’'&-]*(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w’'&-]*){0,5})(?=[.,]|\shere\b)"
)
PLACE = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
GOES_ON = re.compile(
    r"\b(?:next|another|other|last|final|first|else|question|questions|operator|back|gentleman|lady|woman|man|row)\b",
    re.IGNORECASE,
)
JOINTS = frozenset({"OF", "FOR", "THE", "AND"})
LONGEST_ACRONYM = 5
LONGEST_HEAD = 2_000
"""Characters above the first turn that may tell whose office a label has."""

SHORTEST_TURN = 6
"""Words up to which a chair who names nobody leaves the floor to whoever had it: "Very briefly."."""


def initials_of(name: str) -> frozenset[str]:
    """The letters by which a name can be called: of all its words, and of the first and the last."""
    first = [word[0].casefold() for word in re.split(r"[\s-]+", name) if word]
    return frozenset({"".join(first), first[0] + first[-1]})


def leads(words: list[str]) -> list[list[str]]:
    """The beginnings of a run of words, the longest first."""
    return [words[:size] for size in range(len(words), 0, -1)]


def names_beside(head: str, office: str) -> dict[str, Span]:
    """The full names beside an office in the lines above all turns: "Ann Lee (Chair)", "Chair: Ann Lee"."""
    held = rf"(?:the\s)?(?i:{re.escape(office)})(?:man|woman|person)?"
    forms = (rf"{FULL_NAME}\s?\({held}\)", rf"\b{held}:\s?{FULL_NAME}", rf"{FULL_NAME},\s{held}(?=[,;.\n]|$)")
    return {
        match["name"]: Span(match.start("name"), match.end("name"))
        for form in forms
        for match in re.finditer(form, head, re.MULTILINE)
        if not any(is_role_head(word) or is_function_word(word) for word in match["name"].split())
    }


def names_with_initials(head: str, letters: str) -> dict[str, Span]:
    """The full names in the lines above all turns that can be called by some letters."""
    return {
        match["name"]: Span(match.start("name"), match.end("name"))
        for match in re.finditer(rf"\b{FULL_NAME}", head)
        if letters in initials_of(match["name"])
    }
