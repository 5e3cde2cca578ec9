"""Phrases that tell of an event by a verb of many senses have the sort of the plain verb, and few others have one."""

import pytest
from tests.annotating.test_events import annotated

from onrecord.annotating.events import find_events

PHRASES = [
    ("Bo Falk was picked up by police in Portsund on Monday.", "arrest"),
    ("Police held Bo Falk in Portsund on Monday.", "arrest"),
    ("Police rounded up nine smugglers in Portsund on Monday.", "arrest"),
    ("Bo Falk was gunned down in Portsund on Monday.", "death"),
    ("Bo Falk was stabbed to death in Portsund on Monday.", "death"),
    ("Bo Falk passed away on Monday.", "death"),
    ("The storm left twelve people dead on Monday.", "death"),
    ("The blast in Portsund claimed twelve lives on Monday.", "death"),
    ("Ann Lee received Bo Falk in Portsund on Monday.", "meeting"),
    ("Ann Lee had dinner with Bo Falk on Monday.", "meeting"),
    ("Ann Lee rang Bo Falk on Monday.", "call"),
    ("Bo Falk was formally accused of fraud on Monday.", "charge"),
    ("Bo Falk was cleared of fraud on Monday.", "conviction"),
    ("Bo Falk was given ten years in prison on Monday.", "conviction"),
    ("A court handed Bo Falk a ten-year sentence on Monday.", "conviction"),
    ("Parliament backed the bill on dogs on Monday.", "vote"),
    ("Parliament adopted the bill on dogs on Monday.", "vote"),
    ("The court threw out the appeal of Bo Falk on Monday.", "ruling"),
    ("The court quashed the conviction of Bo Falk on Monday.", "ruling"),
    ("Bo Falk left office on Monday.", "resignation"),
    ("Nurses in Portsund stopped work on Monday.", "strike"),
    ("Thousands rallied in Portsund on Monday.", "protest"),
    ("A bus plunged into a ravine near Portsund on Monday.", "accident"),
    ("A hotel in Portsund burned down on Monday.", "accident"),
    ("A bomb went off in Portsund on Monday.", "attack"),
    ("Ann Lee spoke to parliament on Monday.", "speech"),
    ("The ministry put out a report on bridges on Monday.", "announcement"),
    ("Bo Falk gave evidence to the inquiry on Monday.", "hearing"),
    ("Bo Falk was ordered to pay 14 million crowns on Monday.", "sanction"),
]
OTHERWISE = [
    ("Ann Lee held the door open on Monday.", "arrest"),
    ("Ann Lee was held responsible on Monday.", "arrest"),
    ("Bo Falk picked up the children on Monday.", "arrest"),
    ("Ann Lee received a letter from Bo Falk on Monday.", "meeting"),
    ("Ann Lee had dinner on Monday.", "meeting"),
    ("Ann Lee left the office early on Monday and left the lamp on.", "death"),
    ("The fog cleared on Monday.", "conviction"),
    ("Ann Lee threw out the old carpets on Monday.", "ruling"),
    ("Shares rallied on Monday.", "protest"),
    ("Prices plunged on Monday.", "accident"),
    ("Ann Lee burned the letters on Monday.", "accident"),
    ("The alarm went off in Portsund on Monday.", "attack"),
    ("Ann Lee put out the lamp on Monday.", "announcement"),
    ("Ann Lee gave the inquiry ten days on Monday.", "conviction"),
    ("The bus stopped on Monday.", "strike"),
]


def found_in(text):
    return annotated(text, find_events, people="Ann Lee|Bo Falk", places="Portsund")


@pytest.mark.parametrize(("text", "kind"), PHRASES)
def test_a_phrase_has_the_sort_of_the_plain_verb(text, kind):
    (event,) = [one for one in found_in(text) if one.kind == kind]
    assert event.when.start == "2019-06-10"


@pytest.mark.parametrize(("text", "kind"), OTHERWISE)
def test_the_verb_alone_has_not(text, kind):
    assert kind not in {one.kind for one in found_in(text)}


def test_what_only_makes_up_the_phrase_takes_no_part():
    for text, who in [
        ("Ann Lee had dinner with Bo Falk on Monday.", ("Ann Lee", "Bo Falk")),
        ("The court threw out the appeal of Bo Falk on Monday.", ("court", "Bo Falk")),
        ("A jury found Bo Falk guilty of fraud on Monday.", ("jury", "Bo Falk")),
        ("Ann Lee named Bo Falk finance minister on Monday.", ("Ann Lee", "Bo Falk")),
    ]:
        assert found_in(text)[0].participants == who


def test_a_strike_is_told_with_those_who_went_on_it_and_the_day_it_began():
    went, began = (
        found_in(text)
        for text in (
            "Crane drivers in Portsund went on strike on Monday.",
            "The strike by crane drivers in Portsund, which began on Monday, goes on.",
        )
    )
    assert [e.kind for e in (*went, *began)] == ["strike", "strike"]
    assert [e.when.start for e in (*went, *began)] == ["2019-06-10", "2019-06-10"]
    assert went[0].text == "Crane drivers in Portsund went on strike on Monday"


def test_a_meeting_after_which_something_is_said_was_that_day():
    (event,) = found_in("Ann Lee said on Monday after talks with Bo Falk in Portsund that nothing was settled.")
    assert (event.kind, event.when.start, set(event.participants)) == ("meeting", "2019-06-10", {"Ann Lee", "Bo Falk"})


def test_whose_death_is_that_of_whom_it_stands_behind():
    (event,) = found_in("They miss Bo Falk, whose death in March left a gap.")
    assert (event.kind, event.when.start, event.participants) == ("death", "2019-03-01", ("Bo Falk",))
