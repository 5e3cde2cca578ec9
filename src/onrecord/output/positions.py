"""Who answers what: a matrix of questions by parties, with each answer and the day since which it is held."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from msgspec.structs import replace

from onrecord.model.findings import Position, Question
from onrecord.model.identity import fold
from onrecord.output.listing import Column
from onrecord.output.rows import ID, Rows
from onrecord.output.sources import short
from onrecord.output.wording import day
from onrecord.record import Filters, Record

PARTIES_SHOWN = 4
"""Columns of a matrix that a terminal can hold; parties come before single speakers."""

OTHERS = "others"
"""The column of those who have none of their own."""

ANSWERS = {"yes": "yes", "no": "no", "hedged": "hedged", "both": "yes and no"}


def asked(record: Record, filters: Filters) -> list[Question]:
    """The questions that pass. A party passes by whose claims are, and by the name that positions have for it."""
    if not filters.party:
        return list(record.questions(filters))
    held = {question.id for question in record.questions(replace(filters, limit=None))}
    found = (
        question
        for question in record.questions(replace(filters, party=None, limit=None))
        if question.id in held or of_party(question, filters.party)
    )
    return list(islice(found, filters.limit))


def of_party(question: Question, party: str) -> tuple[Position, ...]:
    """The positions that are in the name of a party."""
    return tuple(each for each in question.positions if each.party and fold(each.party) == fold(party))


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
    more = any(holder_of(position) not in columns for question in questions for position in question.positions)
    others = [Column(OTHERS, "name")] if more else []
    heads = (ID, *(Column(party, "name") for party in columns), *others, Column("question", wide=True))
    rows = (
        (
            short(question.id), *(_cell(question, party) or "–" for party in columns),
            *(_cell_of_others(question, columns) or "–" for _ in others), question.text,
        )
        for question in questions
    )  # fmt: skip
    return heads, rows


def _cell(question: Question, party: str) -> str:
    """The party's answers in order of time: "no (5 October 2023), then yes (9 February 2024)"."""
    cells = []
    for position in question.positions:
        if holder_of(position) == party:
            since = day(position.since)
            cells.append(ANSWERS[position.answer] + (f" ({since})" if since else ""))
    return ", then ".join(cells)


def _cell_of_others(question: Question, columns: Collection[str]) -> str:
    """Those without a column, each with its answers: "Ada Lund: yes; the vets: hedged"."""
    names = dict.fromkeys(holder_of(position) for position in question.positions)
    return "; ".join(f"{name}: {_cell(question, name)}" for name in names if name not in columns)
