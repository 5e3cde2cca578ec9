"""Periods as tables of figures write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.series_periods import read_period


@pytest.mark.parametrize(
    ("text", "frequency", "starts", "start", "end", "kind"),
    [
        ("2023", None, 1, "2023-01-01", "2024-01-01", "year"),
        ("2023", "fiscal_year", 10, "2022-10-01", "2023-10-01", "fiscal_year"),
        ("2023-04", None, 1, "2023-04-01", "2023-05-01", "month"),
        ("2023M4", None, 1, "2023-04-01", "2023-05-01", "month"),
        ("Dec 2023", None, 1, "2023-12-01", "2024-01-01", "month"),
        ("2023 September", None, 1, "2023-09-01", "2023-10-01", "month"),
        ("2023-Q4", None, 1, "2023-10-01", "2024-01-01", "quarter"),
        ("Q1 2023", None, 1, "2023-01-01", "2023-04-01", "quarter"),
        ("2023-S2", None, 1, "2023-07-01", "2024-01-01", "half"),
        ("FY23", None, 7, "2022-07-01", "2023-07-01", "fiscal_year"),
        ("2022/23", None, 4, "2022-04-01", "2023-04-01", "fiscal_year"),
        ("2022-2023", None, 4, "2022-04-01", "2023-04-01", "fiscal_year"),
        ("12 months to Apr 2023", None, 1, "2022-05-01", "2023-05-01", "rolling_year"),
        ("2023-04", "rolling_year", 1, "2022-05-01", "2023-05-01", "rolling_year"),
        ("2023-04-01", "month", 1, "2023-04-01", "2023-05-01", "month"),
        ("2023-04-01", None, 1, "2023-04-01", "2023-04-02", "day"),
    ],
)
def test_a_period(text, frequency, starts, start, end, kind):
    first, last, found = read_period(text, frequency, year_starts=starts)
    assert (first.isoformat(), last.isoformat(), found) == (start, end, kind)


@pytest.mark.parametrize(
    "text", ["", "soon", "2023-13", "2023-00", "2023-02-30", "Foo 2023", "2022/25", "0000", "9999"]
)
def test_no_period(text):
    assert read_period(text, None) is None


@settings(max_examples=60, deadline=None)
@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 12))
def test_every_month_lies_in_its_fiscal_year(year, month, starts):
    first, last, _ = read_period(f"{year}-{month:02d}", None)
    named = year + (starts > 1 and month >= starts)
    begin, end, _ = read_period(f"FY{named}", None, year_starts=starts)
    assert begin <= first < last <= end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20))
def test_no_text_is_too_strange(text):
    found = read_period(text, None)
    assert found is None or found[0] < found[1]
