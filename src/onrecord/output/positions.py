"""Who answers what: a matrix of questions by parties, with each answer and the day since which it is held."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.model.findings import Position, Question
from onrecord.output.listing import Column
from onrecord.output.rows import ID, Rows
from onrecord.output.sources import short
from onrecord.output.wording import day

PARTIES_SHOWN = 4
"""Columns of a matrix that a terminal can hold; parties come before single speakers."""

ANSWERS = {"yes": "yes", "no": "no", "hedged": "hedged", "both": "yes and no"}


def parties(questions: Iterable[Question], most: int = PARTIES_SHOWN) -> list[str]:
    """Who answers: parties, those with most questions first, then speakers without one."""
    tally: Counter[tuple[bool, str]] = Counter()
    for question in questions:
        tally.update({(position.party is None, holder_of(position)) for position in question.positions})
    return [who for _, who in sorted(tally, key=lambda side: (side[0], -tally[side], side[1]))][:most]


def is_shared(question: Question) -> bool:
    """Whether more than one side answers it, or one side more than once."""
    return len(question.positions) > 1


def holder_of(position: Position) -> str:
    """The column that a position belongs to."""
    return position.party or position.holder or "no party named"


def matrix(questions: Sequence[Question]) -> tuple[tuple[Column, ...], Rows]:
    """The columns and rows of the matrix."""
    columns = parties(questions)
    heads = (ID, *(Column(party, "name") for party in columns), Column("question", wide=True))
    rows = (
        (short(question.id), *(_cell(question, party) for party in columns), question.text) for question in questions
    )
    return heads, rows


def _cell(question: Question, party: str) -> str:
    """The party's answers in order of time: "no (5 October 2023), then yes (9 February 2024)"."""
    cells = []
    for position in question.positions:
        if holder_of(position) == party:
            since = day(position.since)
            cells.append(ANSWERS[position.answer] + (f" ({since})" if since else ""))
    return ", then ".join(cells) if cells else "–"
