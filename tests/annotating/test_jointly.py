"""Everybody who undertakes together: rows, names after a number, company."""

import pytest

PEOPLE = "Ann Lee|Bo Falk|Jo Marsh"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The mayor, the fire chief and the union promised to repair the hall.", ("mayor", "fire chief", "union")),
        ("Two Liberal members of the council, Ann Lee and Bo Falk, have said they will sue.", ("Ann Lee", "Bo Falk")),
        ("The retail giants Torv and Maldo agreed to share the cost.", ("Torv", "Maldo")),
        ("Ann Lee, together with three other mayors, urged the cabinet to act.", ("Ann Lee", "mayors")),
        ("The union, along with Norland, agreed to lift the levy.", ("union", "Norland")),
        ("Ann Lee, the mayor and head of the board, promised to stay.", ("Ann Lee",)),
        (
            "After Ann Lee, answering Bo Falk, dropped her bid and agreed to pay the fine, Bo Falk went home.",
            ("Ann Lee",),
        ),
    ],
)
def test_parties(undertaken, text, parties):
    (found,) = undertaken(text, people=PEOPLE, places="Norland", bodies="Torv|Maldo")
    assert found.parties == parties


@pytest.mark.parametrize("row", ["Lee and " * 400 + "Falk", "the mayor, " * 400 + "and the union", "Two men, " * 400])
def test_long_rows_end(undertaken, row):
    undertaken(f"{row} promised to pay.")
