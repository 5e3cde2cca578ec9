"""What will be done to a thing, or be in place, is undertaken by whoever sees to it, and not by who only watches."""

import pytest

PEOPLE = "Ann Lee|Bo Falk"
BODIES = "Harbour Bank"


@pytest.mark.parametrize(
    ("text", "party", "action"),
    [
        ("A second alarm will be installed before the pool reopens, the council said.", "council", "A second alarm"),
        ("The pool would stay shut until at least 23 June, the council said.", "council", "The pool would stay shut"),
        ("The findings would be made public by 31 May, the ministry said.", "ministry", "The findings would be made"),
        ("“It will be replaced before we reopen,” Ann Lee said.", "Ann Lee", "It will be replaced"),
        ("“If errors were made, they will be punished,” said Ann Lee.", "Ann Lee", "they will be punished"),
        (
            "The levy on fish would be raised to 8 percent from Monday, the ministry said.",
            "ministry",
            "The levy on fish",
        ),
        ("The minister set up a panel that she said would report by 30 June.", "panel", "report by 30 June"),
    ],
)
def test_who_sees_to_a_thing_undertakes_it(undertaken, text, party, action):
    (found,) = undertaken(text, people=PEOPLE, bodies=BODIES, published="2030-05-10")
    assert found.parties == (party,)
    assert found.action.startswith(action)


@pytest.mark.parametrize(
    "text",
    [
        "The mine will be closed by 2040, an analyst said.",
        "Fares will be raised again in May, economists say.",
        "Ships will be delayed until Friday, the ministry said.",
        "The storm will be felt by Friday, the council said.",
        "The mill will be tested, the council said.",
        "A bridge will be built by 2040.",
        "“Will it be replaced before you reopen?” Ann Lee asked.",
    ],
)
def test_what_only_comes_about_is_undertaken_by_nobody(undertaken, text):
    assert not undertaken(text, people=PEOPLE, bodies=BODIES, published="2030-05-10")
