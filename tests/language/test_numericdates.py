"""Dates in digits, and the order of their day and month."""

from datetime import date

import pytest

from onrecord.language.times import Anchor, find_times

DAY = date(2019, 6, 12)


@pytest.mark.parametrize(
    ("text", "country", "start", "second"),
    [
        ("Signed 10/5/2018.", "United States", "2018-10-05", "2018-05-10"),
        ("Signed 10/5/2018.", "Ireland", "2018-05-10", "2018-10-05"),
        ("Signed 10/5/2018.", None, "2018-10-05", "2018-05-10"),
        ("Signed 10/5/2018 and 25/6/2018.", None, "2018-05-10", "2018-10-05"),
        ("Signed 10/5/2018 and 6/25/2018.", "Ireland", "2018-10-05", "2018-05-10"),
    ],
)
def test_both_orders_are_kept_and_the_likelier_is_first(text, country, start, second):
    mention = find_times(text, Anchor(DAY, country=country))[0]
    assert mention.interval.start == start
    assert [reading.start for reading in mention.interval.readings] == [start, second]
    assert sum(reading.weight for reading in mention.interval.readings) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2018-10-05", "2018-10-05"), ("2018/10/05", "2018-10-05"), ("05.10.2018", "2018-10-05"),
        ("25/5/2018", "2018-05-25"), ("5/25/18", "2018-05-25"), ("7/7/2018", "2018-07-07"),
        ("2018-10-05T09:06:00Z", "2018-10-05T09:06:00+00:00"), ("2018-10-05T09:06+02:00", "2018-10-05T09:06:00+02:00"),
    ],
)  # fmt: skip
def test_other_forms_have_one_reading(text, start):
    (mention,) = find_times(text, Anchor(DAY))
    assert (mention.core.of(text), mention.interval.start) == (text, start)
    assert not mention.interval.readings


@pytest.mark.parametrize("text", ["version 1.2.3", "a score of 3/4", "10/5", "192.168.10.5", "1/2/3/4", "5/6/7"])
def test_what_is_no_date(text):
    assert not find_times(text, Anchor(DAY))
