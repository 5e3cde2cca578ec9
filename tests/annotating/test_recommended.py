"""Items of a report or paper that say what they are."""

import pytest


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Recommendation 3: Publish the readings every month.", "Publish the readings every month"),
        ("R2. The ministry should set a date for the main.", "The ministry should set a date for the main"),
        ("Proposal B: That contracts be put out to tender.", "That contracts be put out to tender"),
    ],
)
def test_a_numbered_recommendation_is_a_call(undertaken, text, action):
    (found,) = undertaken(f"We looked at the books of the works.\n\n{text}")
    assert (found.kind, found.action) == ("call_for", action)


def test_items_under_a_heading_are_what_it_says(undertaken):
    text = "Recommendations\n\n- test every hydrant before winter\n\n- appoint an engineer by 1 December 2041"
    one, other = undertaken(text)
    assert (one.kind, one.action) == ("call_for", "test every hydrant before winter")
    assert other.deadline.end == "2041-12-02"


def test_items_go_on_a_line_without_a_colon(undertaken):
    text = "We recommend that the company\n\n- test every hydrant\n\n- report to this office every quarter"
    assert [found.action for found in undertaken(text)] == ["test every hydrant", "report to this office every quarter"]


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 3 was carried out in May.",
        "Recommendation 3: The readings were published in May.",
        "Recommendations\n\n- 40 hydrants were tested\n\n- an engineer was appointed",
        "Recommendation 1: Who will test the hydrants?",
    ],
)
def test_what_became_of_a_recommendation_is_none(undertaken, text):
    assert not undertaken(text)
