"""The matrix of positions: parties have columns, and nobody's answer is left out."""

from onrecord.model.findings import Position, Question
from onrecord.output.positions import PARTIES_SHOWN, asked, matrix
from onrecord.record import Filters


def a_question(number, *sides):
    """A question with answers of parties, or of speakers without one."""
    positions = tuple(
        Position(party=name if named else None, holder=None if named else name, answer=answer, since=None, claims=())
        for name, answer, named in sides
    )
    return Question(id=f"question-{number}", text="Is the pier open?", claims=(), positions=positions)


def test_who_has_no_column_stands_among_the_others():
    parties = [(f"Party {n}", "yes", True) for n in range(PARTIES_SHOWN)]
    columns, rows = matrix(
        [a_question(1, *parties, ("Ada Lund", "no", False), ("the divers", "hedged", False)), a_question(2)]
    )
    assert [column.name for column in columns][-2:] == ["others", "question"]
    assert [row[-2] for row in rows] == ["Ada Lund: no; the divers: hedged", "–"]


def test_no_column_of_others_where_all_have_one():
    columns, rows = matrix([a_question(1, ("Norland", "yes", True), ("Ada Lund", "no", False))])
    assert [column.name for column in columns][1:] == ["Norland", "Ada Lund", "question"]
    assert [row[1:3] for row in rows] == [("yes", "no")]


def test_a_party_passes_by_the_name_that_positions_have_for_it(record):
    found = [a_question(f"{n:024}", (party, "yes", True)) for n, party in enumerate(["council", "Norland", "council"])]
    with record.transaction():
        record.put_questions(found)
    assert [each.id for each in asked(record, Filters(party="Council"))] == [found[0].id, found[2].id]
    assert [each.id for each in asked(record, Filters(party="council", limit=1))] == [found[0].id]
    assert asked(record, Filters(party="coun")) == []
