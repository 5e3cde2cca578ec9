"""Several times of one verb or noun are several events, or one interval that covers all that is said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotating.test_events import annotated

from onrecord.annotating.events import find_events
from onrecord.annotating.listedtimes import instances
from onrecord.language.calendar import contains
from onrecord.model.times import Interval

SEVERAL = [
    ("The panel held similar meetings in 2014 and 2016.", ["2014-01-01", "2016-01-01"]),
    ("Ann Lee met Bo Falk in 2012, 2014 and 2017.", ["2012-01-01", "2014-01-01", "2017-01-01"]),
    ("Ann Lee visited Portsund in January and again in March.", ["2019-01-01", "2019-03-01"]),
    ("Ann Lee met Bo Falk on 3 and 7 May.", ["2019-05-03", "2019-05-07"]),
    ("Ann Lee met Bo Falk on May 3 and 7.", ["2019-05-03", "2019-05-07"]),
    ("The mill burned down in 2011 and 2015.", ["2011-01-01", "2015-01-01"]),
]
COVERED = [
    ("Ann Lee met Bo Falk in Portsund on Monday and Tuesday.", "2019-06-10", "2019-06-12"),
    ("Customs seized 300 rifles in Portsund in 2016 and 2017.", "2016-01-01", "2018-01-01"),
    ("Their meeting in Portsund is planned for 20 June or 25 June.", "2019-06-20", "2019-06-26"),
]
ALONE = [
    ("Ann Lee met Bo Falk on Monday and on Tuesday visited Portsund.", "meeting", "2019-06-10", "2019-06-11"),
    ("Ann Lee met Bo Falk on May 3 and 7 people stood by.", "meeting", "2019-05-03", "2019-05-04"),
]


def found_in(text):
    return annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")


@pytest.mark.parametrize(("text", "days"), SEVERAL)
def test_times_that_lie_apart_are_events_of_their_own(text, days):
    found = found_in(text)
    assert [event.when.start for event in found] == days
    assert len({event.id for event in found}) == len(days)
    assert {event.text for event in found} == {text.rstrip(".")}


@pytest.mark.parametrize(("text", "start", "end"), COVERED)
def test_adjoining_times_and_a_choice_are_one_interval(text, start, end):
    (event,) = found_in(text)
    assert (event.when.start, event.when.end, event.when.precision) == (start, end, "span")


@pytest.mark.parametrize(("text", "kind", "start", "end"), ALONE)
def test_a_time_of_something_else_is_in_no_list(text, kind, start, end):
    (event,) = [one for one in found_in(text) if one.kind == kind]
    assert (event.when.start, event.when.end) == (start, end)


def test_a_later_mention_joins_the_one_of_its_time():
    told = "Ann Lee met Bo Falk in Portsund in March and in May. The meeting in May lasted an hour."
    march, may = found_in(told)
    assert (len(march.mentions[0].spans), len(may.mentions[0].spans)) == (1, 2)


class Word:
    """A word of a parse as far as lists look at it."""

    def __init__(self, tag, pos, text):
        self.tag_, self.pos_, self.lower_ = tag, pos, text


DAYS = st.dates(date(1000, 1, 1), date(8000, 1, 1)).map(
    lambda day: Interval(start=f"{day}", end=f"{day + timedelta(days=1)}", precision="day", text="")
)


@given(
    st.lists(DAYS, min_size=1, max_size=5),
    st.sampled_from([Word("NNS", "NOUN", "meetings"), Word("NN", "NOUN", "meeting"), Word("VBD", "VERB", "met")]),
    st.sampled_from(["meeting", "seizure"]),
    st.booleans(),
)
def test_each_time_that_is_said_lies_in_one_that_is_kept_and_their_order_tells_nothing(times, word, kind, choice):
    kept = instances(word, kind, times, "", choice=choice)
    assert all(any(contains(one, time) for one in kept) for time in times)
    assert kept == instances(word, kind, times[::-1], "", choice=choice)
    assert len(kept) == 1 or not choice
