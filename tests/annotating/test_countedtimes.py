"""What is counted from something with a day of its own has a day, month or year by that count."""

import pytest
from tests.annotating.test_events import annotated

from onrecord.annotating.events import find_events

COUNTED = [
    ("Norland extradited Bo Falk on Monday, two years after he was arrested in Portsund.", "arrest", "2017-01-01"),
    ("Ann Lee resigned on Monday, a day after meeting Bo Falk in Portsund.", "meeting", "2019-06-09"),
    ("Ann Lee spoke to parliament on Monday, hours after Bo Falk was charged.", "charge", "2019-06-10"),
    ("Ann Lee met Bo Falk on Monday, three days after the attack in Portsund.", "attack", "2019-06-07"),
    ("Ann Lee met Bo Falk on Monday, 2 weeks after the attack in Portsund.", "attack", "2019-05-27"),
]
OPEN = [
    ("Ann Lee resigned on Monday, nearly two years after meeting Bo Falk in Portsund.", "meeting"),
    ("Ann Lee resigned on Monday, long after meeting Bo Falk in Portsund.", "meeting"),
    ("Ann Lee resigned, a day after meeting Bo Falk in Portsund.", "meeting"),
]


def found_in(text):
    return annotated(text, find_events, people="Ann Lee|Bo Falk|Jan Falk", places="Portsund|Norland")


@pytest.mark.parametrize(("text", "kind", "start"), COUNTED)
def test_a_count_from_a_day(text, kind, start):
    (event,) = [one for one in found_in(text) if one.kind == kind]
    assert event.when.start == start


@pytest.mark.parametrize(("text", "kind"), OPEN)
def test_a_rough_count_or_one_from_no_day_tells_none(text, kind):
    (event,) = [one for one in found_in(text) if one.kind == kind]
    assert event.when is None


def test_who_resigned_after_meeting_took_part_in_the_meeting():
    (event,) = [one for one in found_in(COUNTED[1][0]) if one.kind == "meeting"]
    assert event.participants == ("Ann Lee", "Bo Falk")


def test_the_next_sentence_goes_on_with_the_day_in_the_passive_too_and_not_in_the_pluperfect():
    told = (
        "A jury convicted Ann Lee on Monday. Her aide, Jan Falk, was acquitted. Bo Falk had been arrested in Portsund."
    )
    convicted, acquitted, arrested = found_in(told)
    assert convicted.when.start == acquitted.when.start == "2019-06-10"
    assert arrested.when is None


def test_deaths_in_what_struck_on_the_only_such_day_were_that_day():
    told = "A ferry capsized off Portsund on Monday. Rescuers came late. Thirty people died when the ferry went down."
    capsized, died = found_in(told)
    assert capsized.when == died.when
    crash = "A tram derailed in Portsund on Monday. Rescuers came late. Two people were killed in the crash."
    assert {event.when.start for event in found_in(crash)} == {"2019-06-10"}
    two = f"{told} On Tuesday a tram crashed in Portsund."
    assert [event.when for event in found_in(two) if event.kind == "death"] == [None]
    others = "A ferry capsized off Portsund on Monday. Rescuers came late. Thirty people died in the fire of a mill."
    assert [event.when for event in found_in(others) if event.kind == "death"] != [capsized.when]
