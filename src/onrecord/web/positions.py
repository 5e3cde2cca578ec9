"""Positions as a page shows them: sides of questions, their answers in order of time, cells of the matrix."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model.findings import Answer, Position, Question
from onrecord.model.identity import fold
from onrecord.output.wording import day

NAMES: dict[Answer, str] = {"yes": "Yes", "no": "No", "hedged": "Hedged", "both": "Both"}
"""Answers in a word; a sign of its own stands beside each, so that nothing rests on colour."""

COLUMNS = 5
"""Parties in the matrix: more do not fit on a laptop's screen."""


class Side(NamedTuple):
    """Who answers a question, and how over time. `anchor` names it within the question's page."""

    name: str
    is_party: bool
    anchor: str
    positions: tuple[Position, ...]

    @property
    def claims(self) -> int:
        """How many claims the answers rest on."""
        return sum(len(position.claims) for position in self.positions)


class Cell(NamedTuple):
    """A side's answer in the matrix: the latest, what it was before, since when, on how many claims."""

    side: Side
    answer: Answer
    before: Answer | None
    differ: bool
    since: str
    claims: int


class Row(NamedTuple):
    """A question in the matrix. `others` are sides that have no column of their own."""

    question: Question
    cells: tuple[Cell | None, ...]
    others: tuple[Cell, ...]
    findings: int


def sides_of(question: Question) -> list[Side]:
    """Who answers a question: parties first, then speakers and reports without one."""
    grouped: dict[tuple[bool, str], list[Position]] = {}
    for position in sorted(question.positions, key=lambda position: position.party is None):
        name = position.party or position.holder or "A report"
        grouped.setdefault((position.party is not None, name), []).append(position)
    return [Side(name, party, anchor(name), _in_time(given)) for (party, name), given in grouped.items()]


def anchor(name: str) -> str:
    """A side's name as a fragment of a URL."""
    return "side-" + (re.sub(r"\W+", "-", fold(name)).strip("-") or "unnamed")


def cell_of(side: Side) -> Cell:
    """A side's answers in one cell."""
    last = side.positions[-1]
    differ = len({position.answer for position in side.positions}) > 1
    return Cell(
        side=side,
        answer=last.answer,
        before=last.shifted_from,
        differ=differ and last.shifted_from is None,
        since=day(last.since),
        claims=side.claims,
    )


def matrix(questions: Sequence[tuple[Question, int]]) -> tuple[list[str], list[Row]]:
    """The columns (the parties that answer most of these questions) and a row a question with its findings."""
    found = [(question, findings, sides_of(question)) for question, findings in questions]
    columns = columns_of(sides for _, _, sides in found)
    rows = []
    for question, findings, sides in found:
        by_name = {side.name: cell_of(side) for side in sides if side.is_party}
        others = [cell_of(side) for side in sides if not (side.is_party and side.name in columns)]
        rows.append(Row(question, tuple(by_name.get(name) for name in columns), tuple(others), findings))
    return columns, rows


def columns_of(questions: Iterable[Sequence[Side]]) -> list[str]:
    """The parties that answer most questions, most first."""
    tally = Counter(side.name for sides in questions for side in sides if side.is_party)
    return sorted(tally, key=lambda name: (-tally[name], name))[:COLUMNS]


def _in_time(positions: Sequence[Position]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=lambda position: (position.since and position.since.start) or ""))
