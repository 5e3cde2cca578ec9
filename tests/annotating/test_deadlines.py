"""A deadline without a year falls due after its announcement, a recalled one before it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating import annotate
from onrecord.annotating.deadlines import falls_due as due
from onrecord.language.calendar import bounds, month_of
from onrecord.model.times import Interval
from onrecord.reading import read


def interval(start, end, text, precision="month"):
    return Interval(start=start, end=end, precision=precision, text=text)


ANNOUNCED = interval("2025-02-17", "2025-02-18", "Monday", "day")


@pytest.mark.parametrize(
    ("known", "words", "recalled", "end"),
    [
        ("2024-05-01", "by the end of April", False, "2025-05-01"),
        ("2025-05-01", "by the end of April", False, "2025-05-01"),
        ("2024-05-01", "by the end of April 2024", False, "2024-05-01"),
        ("2026-01-01", "by the end of December", True, "2025-01-01"),
        ("2025-02-15", "by Friday", False, "2025-02-22"),
        ("2025-03-11", "by Monday, March 10", False, "2025-03-11"),
        ("2024-09-01", "by last August", False, "2024-09-01"),
    ],
)
def test_the_year_or_week_that_is_meant(known, words, recalled, end):
    assert due(interval(None, known, words), ANNOUNCED, recalled=recalled).end == end


def test_without_an_announcement_a_deadline_stays_as_read():
    read = interval(None, "2024-05-01", "by the end of April")
    assert due(read, None) == read


@given(st.integers(2000, 2030), st.integers(1, 12), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_month_never_falls_due_before_its_announcement(year, month, day):
    stretch = month_of(min(max(year, day.year - 1), day.year + 1), month)
    read = interval(stretch.start.isoformat(), stretch.end.isoformat(), stretch.start.strftime("%B"))
    announced = interval(day.isoformat(), None, "today", "day")
    assert bounds(due(read, announced))[1] > day


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ann Lee promised to open the port after the meeting on Friday.", None),
        ("Ann Lee promised to open the port by Friday after the meeting.", "by Friday"),
    ],
)
def test_a_time_from_when_on_is_no_deadline(undertaken, text, due):
    (found,) = undertaken(text, people="Ann Lee")
    assert (found.deadline.text if found.deadline else None) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("When the new yard opens next year, Ann Lee will hire 40 welders.", "next year"),
        ("When the mill closed last year, Ann Lee promised to hire 40 welders.", None),
    ],
)
def test_when_something_comes_is_when_it_is_due(undertaken, text, due):
    (found,) = undertaken(text, people="Ann Lee")
    assert (found.deadline.text if found.deadline else None) == due


def test_a_condition_of_the_next_sentence_is_none_of_this(undertaken):
    text = "Ann Lee promised to pay the crews. If the court says no, nobody knows."
    (found,) = undertaken(text, people="Ann Lee")
    assert found.condition is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Ann Lee had ordered an inquiry, which is to report by September.", "2030-10-01"),
        ("Ann Lee had ordered the port to report by September.", "2029-10-01"),
    ],
)
def test_what_is_still_to_be_done_is_ahead_though_it_was_ordered_before(text, end):
    (found,) = annotate(read(text.encode(), published="2030-05-22")).commitments
    assert found.deadline is not None
    assert found.deadline.end == end
