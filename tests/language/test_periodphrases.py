"""Periods told by an end of theirs, counted from Wednesday 12 June 2019."""

from datetime import date

import pytest

from onrecord.language.times import Anchor, find_times

ANCHOR = Anchor(date(2019, 6, 12))

PERIODS = [
    ("Year to date, output fell.", "Year to date", "2019-01-01", "2019-06-13"),
    ("in the year-to-date", "the year-to-date", "2019-01-01", "2019-06-13"),
    ("so far this year, 12 barges sank", "this year", "2019-01-01", "2019-06-13"),
    ("in the 12 months ending in March", "the 12 months ending in March", "2018-04-01", "2019-04-01"),
    ("in the 12-month period ended April 2019", "the 12-month period ended April 2019", "2018-05-01", "2019-05-01"),
    ("the three months ended March 31", "the three months ended March 31", "2019-01-01", "2019-04-01"),
    ("in the six months to March 31", "the six months to March 31", "2018-10-01", "2019-04-01"),
    ("in the year through March", "the year through March", "2018-04-01", "2019-04-01"),
    ("by year’s end", "by year’s end", None, "2020-01-01"),
    ("by year-end", "by year-end", None, "2020-01-01"),
    ("before the end of the month", "before the end of the month", None, "2019-07-01"),
    ("the week of May 6", "the week of May 6", "2019-05-06", "2019-05-13"),
    ("this time last year", "this time last year", "2018-06-01", "2018-07-01"),
    ("in calendar 2018", "calendar 2018", "2018-01-01", "2019-01-01"),
    ("two days before Christmas 2018", "two days before Christmas 2018", "2018-12-23", "2018-12-24"),
    ("a week after May 3, 2019", "a week after May 3, 2019", "2019-05-06", "2019-05-13"),
    ("over the past 24 hours", "the past 24 hours", "2019-06-11", "2019-06-13"),
    ("through May of this year", "through May of this year", "2019-01-01", "2019-06-01"),
    ("in the first half of the year", "the first half of the year", "2019-01-01", "2019-07-01"),
    ("from summer to summer", "summer to summer", "2018-06-01", "2020-09-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "start", "end"), PERIODS)
def test_a_period_is_told_by_its_end(text, words, start, end):
    (mention,) = find_times(text, ANCHOR)
    assert mention.span.of(text) == words
    if words != "summer to summer":
        assert (mention.interval.start, mention.interval.end) == (start, end)


def test_a_recurring_season_reaches_from_the_last_one_to_the_next():
    (mention,) = find_times("They judge it from summer to summer.", Anchor(date(2019, 2, 1)))
    assert (mention.interval.start, mention.interval.end) == ("2018-06-01", "2019-09-01")
    assert mention.value == "XXXX-SU"


@pytest.mark.parametrize(
    ("second", "start", "end"),
    [
        ("than in the same period last year", "2018-01-01", "2018-06-01"),
        ("than in the same period a year earlier", "2018-01-01", "2018-06-01"),
        ("than in the year-ago period", "2018-01-01", "2018-06-01"),
        ("than in the same period of 2016", "2016-01-01", "2016-06-01"),
    ],
)
def test_a_period_told_before_moves_to_another_year(second, start, end):
    mentions = find_times(f"Through May of this year the port shipped more {second}.", ANCHOR)
    assert (mentions[-1].interval.start, mentions[-1].interval.end) == (start, end)


def test_the_year_through_a_month_can_mean_since_january():
    (mention,) = find_times("in the year through March", ANCHOR)
    assert [(r.start, r.weight) for r in mention.interval.readings] == [("2018-04-01", 0.75), ("2019-01-01", 0.25)]


@pytest.mark.parametrize(
    ("day", "text", "start"),
    [
        ("2019-02-03", "They raised 12 million in the third quarter of the year.", "2018-07-01"),
        ("2019-06-12", "They will raise 12 million in the third quarter of the year.", "2019-07-01"),
        ("2019-02-03", "They held 12 million at year’s end.", "2018-09-01"),
        ("2019-02-03", "They will hold 12 million at year’s end.", "2019-09-01"),
    ],
)
def test_the_year_is_the_last_one_where_the_verb_looks_back(day, text, start):
    assert find_times(text, Anchor(date.fromisoformat(day)))[0].interval.start == start


@pytest.mark.parametrize("text", ["two weeks to Christmas dinner", "the end of the line", "year end bonuses to-date"])
def test_what_is_no_such_period(text):
    assert all(mention.interval.precision != "span" for mention in find_times(text, ANCHOR))
