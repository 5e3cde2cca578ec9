"""What stands to what in an invented dispute: pairs of clauses that contradict, shift, agree or only look so."""

from collections.abc import Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from papers import NOBODY, OUTLET, Mention
from wordings import Issue

Label = Literal["contradiction", "shift", "agreement", "compatible", "open"]
SAME_NEWS_DAYS = 30
"""Clauses without a date, said within so many days of each other, speak of the same state of things."""

ACCUSED = frozenset({"A1", "A2", "party A"})
"""Voices of one party: what one of them says months after another has said the opposite is the party's shift."""


class Pair(NamedTuple):
    """Two clauses and what they are to each other. "Open" is what a careful reader could call either way."""

    one: Mention
    other: Mention
    label: Label
    kind: str | None = None
    temptation: str | None = None

    @property
    def voices(self) -> tuple[int, frozenset[str]]:
        """The issue and the voices: what one opposition in an answer has in common over all its clauses."""
        return self.one.issue, frozenset((_voice(self.one), _voice(self.other)))


def pairs_of(mentions: Sequence[Mention], issues: Sequence[Issue]) -> tuple[Pair, ...]:
    """All pairs of clauses on one issue that stand somehow to each other."""
    made = (_pair(one, other, issues) for one, other in combinations(mentions, 2) if one.issue == other.issue)
    return tuple(pair for pair in made if pair is not None)


def _pair(one: Mention, other: Mention, issues: Sequence[Issue]) -> Pair | None:
    if one.look or other.look:
        return _tempting(one, other)
    issue = issues[one.issue]
    apart = abs((one.day - other.day).days) > SAME_NEWS_DAYS
    same = _voice(one) == _voice(other)
    if one.sign == other.sign:
        if same or apart:
            return None
        return Pair(one, other, "agreement", kind=None if not same_paper(one, other) else "copy")
    if issue.contrary and one.negative and other.negative:
        return Pair(one, other, "open")
    if same and same_paper(one, other):
        return Pair(one, other, "contradiction", "self")
    if same or (apart and {one.voice, other.voice} <= ACCUSED):
        return Pair(one, other, "shift", kind_of(one, other, issue))
    if apart:
        return Pair(one, other, "open")
    return Pair(one, other, "contradiction", kind_of(one, other, issue))


def _tempting(one: Mention, other: Mention) -> Pair | None:
    """A distractor beside an answer; of two distractors nothing is asked."""
    if one.sign == other.sign != 0:
        return None
    if one.look and other.look:
        return None
    return Pair(one, other, "compatible", temptation=one.look or other.look)


def kind_of(one: Mention, other: Mention, issue: Issue) -> str:
    """Of which kind a contradiction is: by its issue, else by the most telling of its two wordings."""
    tags = {one.tag, other.tag}
    if issue.kind in {"numeric", "attribution"}:
        return issue.kind
    return next((tag for tag in ("role", "factive", "existence", "antonym") if tag in tags), "negation")


def _voice(mention: Mention) -> str:
    """Who says it; an outlet's copy is the outlet's own account again."""
    if mention.voice in {OUTLET, NOBODY}:
        return f"{mention.voice} {mention.document.removesuffix('-copy')}"
    return mention.voice


def same_paper(one: Mention, other: Mention) -> bool:
    """Whether both stand in one document or in a copy of it."""
    return one.document.removesuffix("-copy") == other.document.removesuffix("-copy")
