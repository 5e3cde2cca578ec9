"""Days counted from the beginning of something."""

from datetime import date

import pytest

from onrecord.language.times import Anchor, find_times

ANCHOR = Anchor(date(2019, 6, 14))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The delegation arrived on Tuesday. On day two of the trip it rained.", "2019-06-12"),
        ("From June 3 to 6 they met. On the second day the talks broke off.", "2019-06-04"),
        ("On June 3rd to 5th, they met. Day 3 was short.", "2019-06-05"),
        ("The trial began on May 6. By the third day it was over.", "2019-05-08"),
    ],
)
def test_day_two_counts_from_the_first(text, start):
    assert find_times(text, ANCHOR)[-1].point.start == start


def test_without_a_beginning_it_stays_open():
    (mention,) = find_times("On the second day of the visit he rested.", ANCHOR)
    assert (mention.interval.start, mention.interval.end) == (None, None)


@pytest.mark.parametrize("text", ["from day one", "ready on day one", "every day 12 people", "a day two people left"])
def test_what_counts_no_days(text):
    assert not [mention for mention in find_times(text, ANCHOR) if "XX" in mention.value or mention.resolved]
