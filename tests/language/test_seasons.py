"""Seasons: which year's is meant, and on which side of the equator."""

from datetime import date

import pytest

from onrecord.language.times import Anchor, find_times

SEASONS = [
    # the day of writing, text, country, start, end
    ("2019-02-08", "We will know more later this summer.", None, "2019-06-01", "2019-09-01"),
    ("2019-07-15", "He is on the ballot this fall.", None, "2019-09-01", "2019-12-01"),
    ("2019-10-01", "It rained this summer.", None, "2019-06-01", "2019-09-01"),
    ("2019-10-01", "They fought last winter.", None, "2018-12-01", "2019-03-01"),
    ("2019-06-12", "They will meet sometime in the spring.", None, "2020-03-01", "2020-06-01"),
    ("2019-06-12", "in the winter of 2017-18", None, "2017-12-01", "2018-03-01"),
    ("2019-06-12", "in the summer of 2018", None, "2018-06-01", "2018-09-01"),
    ("2019-06-12", "in the Australian summer of 2018", None, "2018-12-01", "2019-03-01"),
    ("2019-06-12", "in the winter of 2018", "Chile", "2018-06-01", "2018-09-01"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "country", "start", "end"), SEASONS)
def test_a_season_is_the_one_meant(day, text, country, start, end):
    (mention,) = find_times(text, Anchor(date.fromisoformat(day), country=country))
    assert (mention.interval.start, mention.interval.end) == (start, end)


def test_a_text_from_the_south_can_speak_of_the_north():
    (mention,) = find_times("in the winter of 2018", Anchor(date(2019, 6, 12), country="Chile"))
    assert [(r.start, r.weight) for r in mention.interval.readings] == [("2018-06-01", 0.8), ("2018-12-01", 0.2)]


def test_just_after_a_summer_the_last_one_is_in_doubt():
    soon, late = (
        find_times("They met last summer.", Anchor(day))[0].interval.readings
        for day in (date(2019, 9, 20), date(2020, 3, 1))
    )
    assert [r.start for r in soon] == ["2019-06-01", "2018-06-01"]
    assert not late


@pytest.mark.parametrize("text", ["prices fall to a low", "the spring of hope to walk", "they spring into action"])
def test_verbs_are_no_seasons(text):
    assert not [m for m in find_times(text, Anchor(date(2019, 6, 12))) if m.interval.start]
