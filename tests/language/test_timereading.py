"""Which way a bare month or weekday points: tense, the clause, nearness; in a story, the time told."""

from datetime import date

import pytest

from onrecord.language.times import Anchor, find_times

WAYS = [
    # the day of writing (2019-06-12 is a Wednesday), text, start
    ("2019-06-13", "The council will meet Thursday.", "2019-06-13"),
    ("2019-06-13", "The council met Thursday.", "2019-06-13"),
    ("2019-06-12", "The council met Friday.", "2019-06-07"),
    ("2019-06-12", "The council is to meet on Friday, and it will vote.", "2019-06-14"),
    ("2019-06-12", "He was scheduled to speak, but on Tuesday the club withdrew.", "2019-06-11"),
    ("2019-06-12", "They fought for votes before the runoff on Friday.", "2019-06-14"),
    ("2019-06-12", "Votes will be counted Friday in three towns.", "2019-06-14"),
    ("2019-06-12", "The four bidders will have until Friday to pay.", None),
    ("2019-06-12", "If the team wins its match Saturday, it leads.", "2019-06-15"),
    ("2019-06-12", "said in November that", "2018-11-01"),
    ("2019-06-12", "He led the field before the caucuses on Aug. 1.", "2019-08-01"),
    ("2019-06-12", "No oil left the Harrow terminal, not on Friday.", "2019-06-07"),
    ("2019-06-12", "Both sides agreed on Friday to set up a panel that will report.", "2019-06-07"),
    ("2019-06-12", "The firm pledged Friday that it would pay.", "2019-06-07"),
    ("2019-06-12", "The firm pledged to pay on Friday.", "2019-06-14"),
    ("2019-06-12", "The firm paid 25 of the 60 crews that it pledged in February, the mayor said.", "2019-02-01"),
    ("2019-06-12", "The firm promised in May to pay.", "2019-05-01"),
    ("2019-06-12", "The firm promised to pay in May.", "2020-05-01"),
    ("2019-06-12", "They met without the logs that the firm had promised to publish in March.", "2019-03-01"),
    ("2019-06-12", "They met without the logs that the firm had promised to publish in August.", "2019-08-01"),
    ("2019-06-12", "The port will open in March.", "2020-03-01"),
    ("2019-06-12", "Ahead of the June 3 contests, Hale took up her style.", "2019-06-03"),
    ("2019-06-12", "an abrupt change ahead of the Nov. 8 vote", "2019-11-08"),
    ("2019-06-12", "the firms that carry most of it before the November fair", "2019-11-01"),
    ("2019-06-12", "It rests on a May 4 letter, and will be settled soon.", "2019-05-04"),
    ("2019-06-12", "heading into the party’s August convention", "2019-08-01"),
    ("2019-06-12", "since the Sept. 11 attacks", "2001-09-11"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "start"), WAYS)
def test_the_verb_and_nearness_decide(day, text, start):
    assert find_times(text, Anchor(date.fromisoformat(day)))[0].interval.start == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Sales rose in May from a year earlier.", "2018-05-01", "2018-06-01"),
        ("In the first quarter profit fell from a year ago.", "2018-01-01", "2018-04-01"),
        ("Prices rose from two years earlier.", "2017-01-01", "2018-01-01"),
        ("In May more died than in 2015. The same month it rained.", "2019-05-01", "2019-06-01"),
    ],
)
def test_a_year_earlier_is_the_same_period_of_that_year(text, start, end):
    interval = find_times(text, Anchor(date(2019, 6, 12)))[-1].interval
    assert (interval.start, interval.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "country", "start"),
    [
        ("on Independence Day 2018", None, "2018-07-04"),
        ("on Mexico’s Independence Day 2018", None, None),
        ("on Independence Day 2018", "Kenya", None),
        ("on Easter Monday 2018", "Kenya", "2018-04-02"),
        ("on Good Friday 2019", None, "2019-04-19"),
        ("on Thanksgiving Day 2018", None, "2018-11-22"),
    ],
)
def test_a_holiday_is_the_countrys(text, country, start):
    (mention,) = find_times(text, Anchor(date(2019, 6, 12), country=country))[:1]
    assert mention.interval.start == start


@pytest.mark.parametrize("text", ["a man in his mid-30s", "highs in the 90s", "two KC-30s", "in her early 40s"])
def test_ages_and_degrees_are_no_decades(text):
    assert not find_times(text, Anchor(date(2019, 6, 12)))


def test_a_weekday_that_no_verb_places_keeps_both_readings():
    (mention,) = find_times("the rally in Selby Tuesday", Anchor(date(2019, 6, 12)))
    assert [(r.start, r.weight) for r in mention.interval.readings] == [("2019-06-11", 0.7), ("2019-06-18", 0.3)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("They left on March 3, 2018. The next day they came back.", "2018-03-04"),
        ("They left on March 3, 2018. The following month they came back.", "2018-04-01"),
        ("They left in July 2017. That summer it rained.", "2017-06-01"),
        ("They left on March 3, 2018, in a year like 1999. The same day they came back.", "2018-03-03"),
        ("They left on March 3, 2018. The night before, it rained.", "2018-03-02"),
    ],
)
def test_words_that_hold_on_to_a_time_count_from_one_as_fine(text, start):
    assert find_times(text, Anchor(date(2019, 6, 12)))[-1].point.start == start


@pytest.mark.parametrize("text", ["The next day they left.", "the same day", "the night before"])
def test_with_no_day_told_they_stay_open(text):
    (mention,) = find_times(text, Anchor(date(2019, 6, 12)))
    assert not mention.resolved


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("In 1741 the war began. In April the fleet sailed, and in June it was lost.", ["1741-04-01", "1741-06-01"]),
        ("They marched on November 3, 1741. In February they turned back.", ["1742-02-01"]),
    ],
)
def test_a_story_counts_from_the_time_told(text, starts):
    found = find_times(text, Anchor(date(2019, 6, 12), narrative=True))
    assert [mention.interval.start for mention in found][-len(starts) :] == starts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in 480 BC", "BC0480"), ("in the 470s BC", "BC047"), ("in the 5th century BC", "BC04"),
        ("in August 480 BC", "BC0480-08"), ("In 490 BC they left. The following year it rained.", "BC0489"),
        ("From 499 to 493 BC. In the summer it rained.", "BC0499-SU"),
    ],
)  # fmt: skip
def test_years_before_christ_have_a_value_and_stay_open(text, value):
    mention = find_times(text, Anchor(date(2019, 6, 12), narrative=True))[-1]
    assert mention.value == value
    assert not mention.resolved
