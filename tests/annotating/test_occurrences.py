"""Past clauses with a time of their own, whatever the verb, and what only looks like one."""

import pytest

from onrecord.annotating.events import find_events

DATED = [
    ("The Tessians delivered the crates late on Wednesday.", "deliver", "2019-06-12"),
    ("On Monday it ordered three envoys to leave.", "order", "2019-06-10"),
    ("The pumps arrived at the depot on March 28.", "arrive", "2019-03-28"),
    ("The ferry had left the dock on the night of May 7.", "leave", "2019-05-07"),
    ("The clinic opened in 2009.", "open", "2009-01-01"),
    ("The council wrote to the firm on 14 February 2018.", "write", "2018-02-14"),
    ("We sent the owner a draft on 27 May.", "send", "2019-05-27"),
    ("The kiln was taken out of service for maintenance between 6 and 20 May.", "take", "2019-05-06"),
    ("She tried to reach the mayor on Friday.", "try", "2019-06-07"),
    ("There was a leak on Sunday.", "be", "2019-06-09"),
    ("A trawler caused the first break, in November 2018.", "cause", "2018-11-01"),
    ("The ministry said on Tuesday it had repaired the bridge on Saturday.", "repair", "2019-06-08"),
    ("The gate came back into service on May 9.", "come", "2019-05-09"),
]


@pytest.fixture
def others(undertaken):
    """The events of no listed sort that a text tells of."""

    def told(text, **given):
        return [event for event in undertaken(text, finder=find_events, **given) if event.kind == "other"]

    return told


@pytest.mark.parametrize(("text", "verb", "day"), DATED)
def test_a_past_clause_with_its_own_time_is_an_event(others, text, verb, day):
    (event,) = others(text)
    assert (event.trigger, event.when.start, event.status) == (verb, day, "happened")


@pytest.mark.parametrize(
    "text",
    [
        "The plan was sound, Ann Lee said on Friday.",
        "The talks were held on Friday.",
        "Notes of the talks conducted on Friday were kept.",
        "She criticised the plan on Monday.",
        "She made an accusation on Monday.",
        "Shares of the firm fell 7 % on Tuesday.",
        "The firm sold 240,000 lamps in 2018.",
        "Revenue reached 4 million crowns in May.",
        "The firm did not reopen the kiln on Monday.",
        "The ferry usually left on Friday.",
        "The ministry will repair the bridge on Monday.",
        "The ministry would repair the bridge on Monday.",
        "If the ministry repaired the bridge on Monday, all is well.",
        "Did the ministry repair the bridge on Monday?",
        "The office studied the report of 3 May.",
        "The committee received the logs for 2018.",
        "The firm owned the mill in 2015.",
        "He worked at the mill in 2015.",
        "The mill has made lamps since 2015.",
        "The council agreed to repair the bridge in September.",
        "A ship built of wood lay there.",
        "Drivers used the lane in 2015.",
    ],
)
def test_speech_states_figures_habits_and_what_may_be_are_none(others, text):
    assert others(text) == []


def test_each_of_two_joined_clauses_has_its_own_day_and_words(others):
    first, second = others("On Monday it ordered three envoys to leave, and on Tuesday it recalled its ambassador.")
    assert (first.text, first.when.start) == ("On Monday it ordered three envoys to leave", "2019-06-10")
    assert (second.text, second.when.start) == ("on Tuesday it recalled its ambassador", "2019-06-11")


def test_a_relative_clause_is_told_with_its_noun(others):
    (event,) = others("The three envoys it sent home last month came from Tess.")
    assert event.text == "The three envoys it sent home last month"


def test_people_and_bodies_take_part_and_things_do_not(others):
    (event,) = others("The ministry summoned the ambassador and the file on Tuesday.", bodies="")
    assert event.participants == ("ministry", "ambassador")


def test_a_deed_told_twice_is_one_event_and_two_deeds_of_one_verb_are_two(others):
    text = "The council repaved the old bridge on Monday.\n\n{}"
    assert len(others(text.format("The council photographed the old bridge on Monday."))) == 2
    again = text.format("It was on Monday that talks failed. The council repaved the old bridge on Monday.")
    assert len(others(again)) == 1
    assert len(others(text.format("The council repaved the new harbour road on Monday."))) == 2


def test_a_noun_that_a_verb_carries_is_the_event(undertaken):
    (event,) = undertaken("The council held talks with Ann Lee on Monday.", finder=find_events, people="Ann Lee")
    assert event.kind == "meeting"
