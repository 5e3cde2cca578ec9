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


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Torv Foods signed on 3 June. It vowed to pay within 30 days of the signing of this accord.", "2019-07-04"),
        ("Torv Foods signed on 3 June. It vowed to pay within two weeks of signature.", "2019-06-18"),
        ("Torv Foods signed on 3 June. It vowed to pay within three months of the date of signature.", "2019-09-04"),
        ("Torv Foods signed on 3 June. Crews signed on 5 June. It vowed to pay within 30 days of the signing.", None),
        ("Torv Foods will sign. It vowed to pay within 30 days of the signing.", None),
    ],
)
def test_days_from_the_signing_are_counted_where_one_day_is_told(undertaken, text, due):
    (found,) = [c for c in undertaken(text, bodies="Torv Foods") if "pay" in c.action]
    assert found.deadline.end == due


def test_a_bound_in_a_clause_of_its_own_has_its_day(undertaken):
    (found,) = undertaken("The city vowed to set up a panel, which is to meet for the first time by the end of August.")
    assert found.deadline.end == "2019-09-01"
