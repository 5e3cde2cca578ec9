"""The calendar's stretches and the laws of intervals."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.calendar import (
    DAY,
    contains,
    day_of,
    decade_of,
    month_of,
    months_after,
    moved,
    overlaps,
    quarter_of,
    season_of,
    unit_of,
    weekday_near,
    year_of,
)
from onrecord.model.times import Interval

days = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
units = st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])


@st.composite
def intervals(draw):
    first, second = sorted((draw(days), draw(days)))
    return Interval(
        start=draw(st.sampled_from([first.isoformat(), None])),
        end=draw(st.sampled_from([(second + DAY).isoformat(), None])),
        precision="span",
        text="x",
    )


@given(days, units)
def test_a_day_lies_in_its_unit(day, unit):
    stretch = unit_of(day, unit)
    assert stretch.start <= day < stretch.end


@given(days, units, st.integers(-40, 40))
def test_moving_there_and_back_stays_within_three_days(day, count, unit_count):
    assert abs((moved(moved(day, unit_count, count), -unit_count, count) - day).days) <= 3


@given(days, st.integers(-2000, 2000))
def test_months_after_lands_in_that_month(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months


@given(days, st.integers(0, 6), st.booleans())
def test_the_nearest_weekday_is_within_a_week_on_its_side(day, weekday, future):
    near = weekday_near(day, weekday, future=future)
    assert near.weekday() == weekday
    assert 0 <= ((near - day).days if future else (day - near).days) < 7


@settings(max_examples=60)
@given(intervals(), intervals(), intervals())
def test_laws_of_intervals(one, two, three):
    assert overlaps(one, one)
    assert contains(one, one)
    assert overlaps(one, two) == overlaps(two, one)
    if contains(one, two):
        assert overlaps(one, two)
    if contains(one, two) and contains(two, three):
        assert contains(one, three)


@pytest.mark.parametrize(
    ("stretch", "start", "end"),
    [
        (month_of(2024, 2), "2024-02-01", "2024-03-01"),
        (quarter_of(2023, 4), "2023-10-01", "2024-01-01"),
        (season_of(2023, "winter"), "2023-12-01", "2024-03-01"),
        (year_of(1999), "1999-01-01", "2000-01-01"),
        (decade_of(1987), "1980-01-01", "1990-01-01"),
    ],
)
def test_stretches(stretch, start, end):
    assert (stretch.start.isoformat(), stretch.end.isoformat()) == (start, end)


def test_the_calendar_has_no_thirtieth_of_february():
    assert day_of(2024, 2, 30) is None
    assert day_of(2023, 2, 29) is None
    assert day_of(2024, 2, 29) is not None
