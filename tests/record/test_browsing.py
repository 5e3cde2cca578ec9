"""Rows for pages: counted and cut by the database."""

import pytest

from onrecord.model.times import Interval
from onrecord.record.rows import last_day_of


def interval(start, end):
    return Interval(start=start, end=end, precision="day", text="")


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("2025-04-01", "2025-05-01", "2025-04-30"),
        (None, "2025-05-01", "2025-04-30"),
        ("2025-04-01", None, "2025-04-01"),
        (None, "2025-05-01T09:00:00+00:00", "2025-05-01"),
        (None, None, None),
    ],
)
def test_a_deadline_is_its_last_day(start, end, last):
    assert last_day_of(interval(start, end)) == last
