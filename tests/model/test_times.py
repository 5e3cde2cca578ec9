"""Intervals: the days that they touch."""

import pytest

from onrecord.model.times import Interval


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2031-03-04", "2031-03-05", "2031-03-04", "2031-03-04"),
        ("2031-03-01", "2031-04-01", "2031-03-01", "2031-03-31"),
        ("2031-03-04T09:00:00+00:00", "2031-03-04T10:00:00+00:00", "2031-03-04", "2031-03-04"),
        ("2031-03-04T23:00:00+00:00", "2031-03-05T00:00:00+00:00", "2031-03-04", "2031-03-04"),
        ("2031-03-04", None, "2031-03-04", None),
        (None, "2031-03-05", None, "2031-03-04"),
        (None, None, None, None),
        (None, "0001-01-01", None, "0001-01-01"),
    ],
)
def test_first_and_last_day(start, end, first, last):
    interval = Interval(start=start, end=end, precision="span", text="")
    assert (str(interval.first_day or ""), str(interval.last_day or "")) == (first or "", last or "")
