"""Whose deed a reported clause tells."""

import pytest

PEOPLE = "Ann Lee|Bo Falk|Nora Cole"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ann Lee was fined on Monday. Her lawyer, Nora Cole, said she would sell the house.", ("Ann Lee",)),
        ("The club said they would appeal.", ("club",)),
        ("The Revenue said it would pursue three men.", ("Revenue",)),
        ("Ann Lee said she would step aside if the recount went against her.", ("Ann Lee",)),
        ("The strike ended after the operator, Torv, agreed to reinstate 14 men.", ("Torv",)),
    ],
)
def test_whose(undertaken, text, parties):
    (found,) = undertaken(text, people=PEOPLE, bodies="Torv")
    assert found.parties == parties


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said she would vote for him if he were mayor.", "The report said it would take a year.",
        "Her lawyer said she would be surprised.",
    ],
)  # fmt: skip
def test_nobody(undertaken, text):
    assert not undertaken(text, people=PEOPLE)


def test_the_union_is_not_the_body_that_sued_it(undertaken):
    text = "Torv will drop its lawsuit against the union. The union will give two weeks' notice of a strike."
    assert [c.parties for c in undertaken(text, bodies="Torv")] == [("Torv",), ("union",)]


def test_the_parties_of_a_memorandum(undertaken):
    text = (
        "The Governments of Karelmo and Tassia have signed a memorandum. "
        "The Parties agree to (a) exchange data and (b) build no dams above the Narrows."
    )
    assert {c.parties for c in undertaken(text)} == {("Karelmo", "Tassia")}
