"""Names of businesses: legal forms behind them, and the codes under which they are traded."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from onrecord.language.groups import Group
from onrecord.language.runs import Candidate
from onrecord.model.identity import fold

_LEGAL = re.compile(
    r",?\s(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|Plc|LLC|L\.L\.C|LLP|LP|Co|ASA|A/S|ApS|AG|SA|S\.A|NV|"
    r"N\.V|BV|B\.V|SE|GmbH|KGaA|AB|Oyj|Oy|SpA|S\.p\.A|SARL|Pty|Bhd)\.?$"
)
_TRADED = re.compile(
    r"\((?:[A-Z][\w.& ]{1,14}(?::|\s-)\s?[A-Z0-9.]{1,8}(?:[;,/]\s?)?(?:[A-Z][\w.& ]{1,14}:\s?[A-Z0-9.]{1,8})?)\)"
)
"""Where a business is traded and under which code: "(NYSE: BRM)"."""


_FORMED = re.compile(
    r"(?P<name>[A-Z][\w&’'-]+(?:\s[A-Z&][\w&’'-]*){0,3}?)(?:\s(?:Group|Holdings|International))?,?\s"
    r"(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|LLC|LLP|ASA|AG|GmbH|AB|Oyj|NV|N\.V|S\.p\.A)\b"
)


def named_with_form(text: str) -> set[str]:
    """The names that a text gives with a legal form, without it: "Brell Minerals Group plc" is Brell Minerals."""
    return {match["name"] for match in _FORMED.finditer(text) if " " in match["name"]}


def without_legal_form(name: str) -> str:
    """A business's name without what is told behind it: "Brell Minerals, Inc. (NYSE: BRL)" is Brell Minerals."""
    return _LEGAL.sub("", re.sub(r"\s\([^)]*\)?$", "", name))


def codes_in(text: str) -> list[tuple[int, int]]:
    """Where a text tells under which code a business is traded, in order."""
    return [match.span() for match in _TRADED.finditer(text)]


def without_codes(codes: list[tuple[int, int]], seen: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are no exchange, no code under which a business is traded there, and no legal form alone."""
    starts = [start for start, _ in codes]

    def is_code(candidate: Candidate) -> bool:
        at = bisect_right(starts, candidate.start) - 1
        return at >= 0 and candidate.start < codes[at][1]

    def is_form(candidate: Candidate) -> bool:
        return len(candidate.words) == 1 and _LEGAL.fullmatch(f" {candidate.words[0]}") is not None

    return [candidate for candidate in seen if not is_code(candidate) and not is_form(candidate)]


def join_legal_forms(groups: list[Group]) -> list[Group]:
    """The groups with a business's name and legal form joined to the one that is called so without it."""
    named = {fold(group.name): group for group in groups if group.kind == "organisation"}
    gone: set[int] = set()
    for group in groups:
        short = without_legal_form(group.name)
        owner = named.get(fold(short)) if short != group.name else None
        if owner is not None and owner is not group and group.kind == "organisation":
            owner.forms.update(group.forms)
            gone.add(id(group))
    return [group for group in groups if id(group) not in gone]
