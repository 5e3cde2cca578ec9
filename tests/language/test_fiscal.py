"""Fiscal years by country."""

from datetime import date

import pytest

from onrecord.language.times import Anchor, find_times

DAY = date(2019, 6, 12)

YEARS = [
    # words, the country the text is written in, start, end
    ("in fiscal 2018", "United States", "2017-10-01", "2018-10-01"),
    ("in FY18", "United States", "2017-10-01", "2018-10-01"),
    ("in fiscal year 2018", "India", "2017-04-01", "2018-04-01"),
    ("in fiscal 2018", "Japan", "2018-04-01", "2019-04-01"),
    ("in Japan’s fiscal 2018", "United States", "2018-04-01", "2019-04-01"),
    ("in the 2017-18 financial year", "United Kingdom", "2017-04-01", "2018-04-01"),
    ("in the 2017-18 fiscal year", "Australia", "2017-07-01", "2018-07-01"),
    ("in the last fiscal year", "United States", "2017-10-01", "2018-10-01"),
    ("in the current fiscal year", "United Kingdom", "2019-04-01", "2020-04-01"),
    ("in the fiscal year that ended Sept. 30", "United States", "2017-10-01", "2018-10-01"),
    ("in its 2018 fiscal year, which ended on June 30", "United Kingdom", "2017-07-01", "2018-07-01"),
    ("in the third quarter of fiscal 2018", "United States", "2018-04-01", "2018-07-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "country", "start", "end"), YEARS)
def test_a_fiscal_year_is_its_countrys(text, country, start, end):
    (mention,) = find_times(text, Anchor(DAY, country=country))
    assert (mention.interval.start, mention.interval.end) == (start, end)
    assert not mention.interval.readings


@pytest.mark.parametrize(
    ("text", "country", "start", "end"),
    [
        ("in the 2017/18 financial year", "United States", "2017-04-01", "2018-04-01"),
        ("in fiscal 2018", "Australia", "2017-04-01", "2018-04-01"),
        ("in Australia's fiscal 2018", "Australia", "2017-07-01", "2018-07-01"),
        ("in the current fiscal year", "United States", "2019-04-01", "2020-04-01"),
    ],
)
def test_an_end_that_the_text_tells_comes_before_a_countrys(text, country, start, end):
    (mention,) = find_times(text, Anchor(DAY, country=country, fiscal_end=3))
    assert (mention.interval.start, mention.interval.end, mention.interval.readings) == (start, end, ())


def test_without_a_country_the_calendar_year_stays_possible():
    (mention,) = find_times("in fiscal 2018", Anchor(DAY))
    assert [(r.start, r.weight) for r in mention.interval.readings] == [("2017-10-01", 0.7), ("2018-01-01", 0.3)]


@pytest.mark.parametrize("text", ["fiscal discipline", "the financial crisis", "a fiscal 12", "FY plans"])
def test_what_is_no_fiscal_year(text):
    assert not find_times(text, Anchor(DAY))
