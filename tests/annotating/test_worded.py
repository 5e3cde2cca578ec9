"""A last day in words that no calendar places stands as it is told."""

import pytest


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The city vowed to test every hydrant before the first frost.", "before the first frost"),
        ("The firm vowed to keep the crossing open until the end of the season.", "until the end of the season"),
        ("The board agreed to publish the map within ninety days of signature.", "within ninety days of signature"),
        ("The city vowed to give them houses before the rains come.", "before the rains come"),
        ("The firm vowed to rebuild the stand in time for the tournament.", "in time for the tournament"),
    ],
)
def test_the_words_are_the_deadline_and_its_ends_are_open(undertaken, text, due):
    (found,) = undertaken(text)
    assert (found.deadline.text, found.deadline.start, found.deadline.end) == (due, None, None)


@pytest.mark.parametrize(
    "text", ["The minister promised to appear before the court.", "The firm vowed to act within the law."]
)
def test_a_place_is_no_deadline(undertaken, text):
    (found,) = undertaken(text)
    assert found.deadline is None


def test_a_day_goes_before_words(undertaken):
    (found,) = undertaken("The city vowed to test every hydrant by 1 November 2041, before the first frost.")
    assert found.deadline.end == "2041-11-02"
