"""Short names that a text introduces: "Andrés Manuel Lorca, known as AMEL", "the rapper Ann Lee, alias “Storm”"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language import persons
from onrecord.model.identity import fold
from onrecord.model.items import EntityKind

if TYPE_CHECKING:
    from onrecord.language.parsing import ParsedBlock
    from onrecord.language.runs import Candidate

LONGEST_LEAD = 60
"""Characters between a name and the short name."""

_LEAD = re.compile(
    r"(?:,?\s[(–—]?\s?)(?:who\s(?:is|was)\s)?(?:(?:also|best|better|more|widely|popularly|commonly|often|usually|"
    r"universally|simply|sometimes|long)\s){0,3}"
    r"(?:known\s(?:(?:simply|just|only|popularly|commonly|universally|locally|online|to\s\w+(?:\s\w+)?|on\sstage|"
    r"in\s\w+(?:\s\w+)?)\s)?(?:as|by)\s|(?:nicknamed|dubbed)\s|alias\s|aka\s|a\.k\.a\.\s)"
    r"(?:(?:the|his|her)\s(?:\w+\s)?(?:nickname|initials|acronym|alias|pseudonym|stage\sname)\s)?[“\"‘']?"
)
_ACTIVE = re.compile(r"\s(?:\w+\s){0,3}(?:nicknamed|dubbed)\b")
"""Without a comma the name before is whoever gave the other: "Lee nicknamed Cole"."""


def introduced(
    text: str, seen: Sequence[tuple["Candidate", "ParsedBlock"]], kinds: Mapping[str, EntityKind]
) -> dict[str, str]:
    """Short names by their form with the full name that the text gives beside the first use; no name of two people."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for (full, _), (short, _) in pairwise(seen):
        if short.possessive or full.block != short.block or not 5 < short.start - full.end <= LONGEST_LEAD:
            continue
        name, brief = " ".join(full.words), " ".join(short.words)
        lead = _LEAD.fullmatch(text, full.end, short.start) and not _ACTIVE.match(text, full.end, short.start)
        person = persons.is_full(name) and kinds.get(fold(name)) == "person"
        if lead and person and found.setdefault(brief, name) != name:
            twice.add(brief)
    return {brief: name for brief, name in found.items() if brief not in twice}
