"""Who answers what: a matrix of questions by parties, with each answer and the day since which it is held."""

from collections.abc import Iterable, Sequence

from onrecord.model.findings import Position, Question
from onrecord.output.listing import Column
from onrecord.output.rows import ID, Rows
from onrecord.output.sources import short
from onrecord.output.wording import day

PARTIES_SHOWN = 4
"""Columns of a matrix that a terminal can hold; the parties with most positions come first."""

ANSWERS = {"yes": "yes", "no": "no", "hedged": "hedged", "both": "yes and no"}


def parties(questions: Iterable[Question], most: int = PARTIES_SHOWN) -> list[str]:
    """The parties that answer, those with most positions first."""
    tally: dict[str, int] = {}
    for question in questions:
        for position in question.positions:
            who = holder_of(position)
            tally[who] = tally.get(who, 0) + 1
    return sorted(tally, key=lambda who: (-tally[who], who))[:most]


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
