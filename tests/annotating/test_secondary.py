"""States and lacks that a clause tells in passing are claims of their own."""

import json

import pytest

from onrecord import annotate, read


def claims_of(text):
    return annotate(read(json.dumps({"title": "Report", "text": text}).encode(), uri="report.jsonl")).claims


TOLD = [
    ("The Morna sailed with her bow door open.", "Her bow door was open", "affirmed"),
    ("The Morna left the quay with both doors wide open.", "Both doors were wide open", "affirmed"),
    ("The ship put to sea with an open bow door.", "The bow door was open", "affirmed"),
    ("The owner denied that any ship had ever put to sea with an open door.", "The door was not open", "negated"),
    ("The crew left the gate open.", "The gate was open", "affirmed"),
    ("They kept the gate shut.", "The gate was shut", "affirmed"),
    ("The inspectors found the tank empty.", "The tank was empty", "affirmed"),
    ("The plant ran with its filters switched off.", "Its filters were switched off", "affirmed"),
    ("The plant ran with its filters off.", "Its filters were off", "affirmed"),
    ("The train pulled out with two carriages uncoupled.", "Two carriages were uncoupled", "affirmed"),
    ("The board closed the ward without the nurses being told.", "The nurses were not told", "negated"),
    ("The hall was sold without anybody having voted.", "Nobody had voted", "negated"),
    ("The works ran for years without a permit.", "The works had no permit", "negated"),
    ("The panel met without the river logs.", "The panel did not have the river logs", "negated"),
    ("The Morna left the quay with no lifeboats.", "Morna had no lifeboats", "negated"),
    ("The plant has never operated without a licence.", "The plant has a licence", "affirmed"),
]


@pytest.mark.parametrize(("text", "claim", "polarity"), TOLD)
def test_a_state_told_in_passing_is_a_claim(text, claim, polarity):
    assert (claim, polarity) in {(found.text, found.polarity) for found in claims_of(text)}


@pytest.mark.parametrize("text", ["The gate stood open.", "The gate was standing open.", "The gate remained open."])
def test_standing_so_is_being_so(text):
    found = next(claim for claim in claims_of(text))
    assert found.proposition.predicate == "open"
    assert found.proposition.argument("theme").key == "gate"


@pytest.mark.parametrize(
    "text",
    [
        "The alarm was off.",
        "The alarm had never been off.",
        "He turned the alarm off himself.",
        "The alarm was switched off.",
    ],
)
def test_off_is_switched_off(text):
    assert {claim.proposition.predicate for claim in claims_of(text)} == {"disconnect"}


def test_no_state_is_made_of_a_manner():
    told = claims_of("They closed the bridge with great care.")
    assert [claim.text for claim in told] == ["They closed the bridge with great care"]


def test_it_stands_on_the_words_that_tell_it():
    text = "The Morna sailed with her bow door open, and the works ran without a permit."
    stand = {claim.text: text[claim.spans[0].start : claim.spans[-1].end] for claim in claims_of(text)}
    assert stand["Her bow door was open"] == "her bow door open"
    assert stand["The works had no permit"] == "without a permit"


def test_who_did_it_instead_is_who_did_it():
    (claim,) = claims_of("Not the club but the league made the payments.")
    assert claim.proposition.argument("agent").key == "league"


def test_what_goes_ahead_occurs():
    (claim,) = claims_of("The vote went ahead.")
    assert claim.proposition.predicate == "occur"
