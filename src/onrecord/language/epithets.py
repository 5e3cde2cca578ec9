"""An office told of somebody after the name: "Lind left early. “It was done,” the Norlandic energy minister said."."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.language.gazetteers import is_role_head, words
from onrecord.language.groups import Group
from onrecord.language.nations import Nations
from onrecord.language.offices import is_private, office_key
from onrecord.language.roles import Office, office_of

REACH = 500
"""Characters looked back over for whoever is spoken of."""

_SAYING = "|".join(sorted(words().saying_words - {"is", "was", "has", "had"}))
_CALLED = re.compile(
    r"\b[Tt]he (?P<phrase>(?:[A-Z][^\W\d_]+ ){0,2}(?:[a-z][\w-]* ){0,2}(?P<head>[a-z]{4,}))"
    rf"(?= (?:also |then |later |further |has |had )?(?:{_SAYING})\b)"
)
_SENTENCE_START = re.compile(r"(?:^|\n|[.!?][”\"’)]*\s)[“\"]?$")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"]?[A-Z])")
_MOST_SENTENCES = 3
_NO_OFFICE = frozenset(
    {"official", "spokesman", "spokeswoman", "spokesperson", "source", "aide", "lawyer", "attorney", "reporter",
     "officer", "author", "analyst", "witness", "expert", "man", "woman", "leader", "candidate", "diplomat"}
)  # fmt: skip
"""Heads that many could be called by in one story."""


def call_again(text: str, bounds: Sequence[tuple[int, int]], groups: Sequence[Group], nations: Nations) -> None:
    """Give people the office by which the text calls them right after it spoke of them, if nobody else holds it.

    Whoever is meant is the one person of the sentences just before and opens the first of them; `bounds` are those
    of the text's blocks.
    """
    people = [group for group in groups if group.kind == "person"]
    named = sorted((start, end, at) for at, group in enumerate(people) for start, end in group.mentions)
    starts = [start for start, _ in bounds]
    for match in _CALLED.finditer(text) if named else ():
        if not is_role_head(match["head"]) or match["head"] in _NO_OFFICE or is_private(match["phrase"]):
            continue
        block = bisect_right(starts, match.start()) - 1
        floor = max(bounds[block][0] if block >= 0 else 0, match.start() - REACH)
        near = named[bisect_left(named, (floor, 0, 0)) : bisect_left(named, (match.start(), 0, 0))]
        if not near or len({at for _, _, at in near}) != 1:
            continue
        first, end, at = near[0]
        office = office_of(match["phrase"])
        between = len(_SENTENCE_END.findall(text, first, match.start()))
        opens = _SENTENCE_START.search(text, max(0, first - 4), first) is not None or first == floor
        owned = text.startswith(("'s", "’s"), end)
        if office is None or not opens or owned or not 1 <= between <= _MOST_SENTENCES:
            continue
        if not people[at].roles and not _held(office, match["phrase"], people, at, nations):
            people[at].roles.append(office.role)
            people[at].party = people[at].party or office.party


def _held(office: Office, phrase: str, people: Iterable[Group], at: int, nations: Nations) -> bool:
    """Whether the text gives the office to somebody else, or does not say of which of two it is."""
    wanted = _bare(office.role.title, nations)
    state = office.role.organisation or nations.within(phrase)
    for number, other in enumerate(people):
        for role in other.roles if number != at else ():
            theirs = nations.of(role.organisation or "") or nations.within(role.title) or other.party
            same = office_key(wanted) <= office_key(_bare(role.title, nations))
            if same and not is_private(role.title) and (state is None or theirs is None or theirs == state):
                return True
    return False


def _bare(title: str, nations: Nations) -> str:
    return " ".join(word for word in title.split() if nations.of(word) is None)
