"""Times fall into order within their day by clocks and by words for its parts."""

import pytest

from onrecord.language.dayparts import minute_of
from onrecord.model.times import Interval


def told(text, start="2019-06-12", precision="day"):
    return Interval(start=start, end=None, precision=precision, text=text)


def test_parts_of_a_day_come_in_their_order():
    words = [
        "the early hours of Monday", "early Monday morning", "Monday morning", "late on Monday morning",
        "Monday at noon", "Monday afternoon", "late Monday afternoon", "Monday evening", "Monday night",
    ]  # fmt: skip
    minutes = [minute_of(told(one)) for one in words]
    assert minutes == sorted(minutes)
    assert len(set(minutes)) == len(words)


def test_a_clock_tells_the_minute():
    assert minute_of(told("9.06 on Thursday", "2019-06-12T09:06:00-05:00", "minute")) == 546


@pytest.mark.parametrize("time", [told("Monday"), told("last week’s morning", precision="week"), None])
def test_a_day_alone_or_a_week_has_no_minute(time):
    assert minute_of(time) is None
