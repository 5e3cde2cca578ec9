"""The matrix of positions: parties have columns, and nobody's answer is left out."""

from onrecord.model.findings import Position, Question
from onrecord.output.positions import PARTIES_SHOWN, matrix


def asked(number, *sides):
    """A question with answers of parties, or of speakers without one."""
    positions = tuple(
        Position(party=name if named else None, holder=None if named else name, answer=answer, since=None, claims=())
        for name, answer, named in sides
    )
    return Question(id=f"question-{number}", text="Is the pier open?", claims=(), positions=positions)


def test_who_has_no_column_stands_among_the_others():
    parties = [(f"Party {n}", "yes", True) for n in range(PARTIES_SHOWN)]
    columns, rows = matrix([asked(1, *parties, ("Ada Lund", "no", False), ("the divers", "hedged", False)), asked(2)])
    assert [column.name for column in columns][-2:] == ["others", "question"]
    assert [row[-2] for row in rows] == ["Ada Lund: no; the divers: hedged", "–"]


def test_no_column_of_others_where_all_have_one():
    columns, rows = matrix([asked(1, ("Norland", "yes", True), ("Ada Lund", "no", False))])
    assert [column.name for column in columns][1:] == ["Norland", "Ada Lund", "question"]
    assert [row[1:3] for row in rows] == [("yes", "no")]
