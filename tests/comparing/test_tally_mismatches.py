"""Counts of one thing in one story that do not agree are found without a period; what may both be right is not."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating import annotate
from onrecord.comparing.tallies import tallies_of
from onrecord.comparing.tally_mismatches import tally_mismatches
from onrecord.model.items import Holder
from onrecord.reading import read


def told(text, day="2031-04-03", number=1):
    source = msgspec.json.encode(
        {"text": f"Report\n\n{text}", "date": day, "title": "Report", "outlet": f"Paper {number}"}
    )
    annotated = annotate(read(source, uri=f"{number}.jsonl"))
    return tallies_of(annotated.document, annotated.figures, annotated.claims)


def pairs(one, other, later="2031-04-04"):
    return tally_mismatches(told(one), told(other, later, number=2))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Selby Ferries put the number of people aboard the Wren at 88.",
            "There were 131 persons on board the Wren when she sank, the Harbour Bureau said.",
        ),
        (
            "About 400 people marched through Ardley on Sunday, police said.",
            "Organisers put the number of marchers in Ardley at 1,900.",
        ),
        (
            "Police said 400 people took part in the march in Ardley.",
            "Some 1,900 people took part in the march in Ardley, the organisers said.",
        ),
        (
            "Orrin Steel will cut 120 jobs at its Brell works, the company said.",
            "The union said that 300 jobs would be lost at Orrin Steel's Brell works.",
        ),
        (
            "The new bridge at Tarrow cost 12 million euros, Mayor Edda Quist said.",
            "The bill for the bridge at Tarrow came to 19.4 million euros, the Court of Audit found.",
        ),
        (
            "The Marl kiln emitted 40 kilograms of lead in 2030, its owner, Velm, said.",
            "The kiln at Marl emitted 95 kilograms of lead in 2030, the environment agency said.",
        ),
    ],
)
def test_two_voices_count_one_thing_differently(one, other):
    (pair,) = pairs(one, other)
    assert pair.score >= 0.6
    assert pairs(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("About 400 people marched through Ardley, police said.", "Some 410 people marched in Ardley, the club said."),
        ("Police arrested 40 people in Ardley.", "The clinic treated 12 people in Ardley, Dr Lee said."),
        (
            "There were 131 people aboard the Wren, the Bureau said.",
            "There were 88 people aboard the Gull, Ena said.",
        ),
        ("The board closed 40 schools, Ena Roe said.", "The board closed 12 schools in the hills, Jon Hale said."),
        ("Orrin Steel cut 120 jobs in 2029, Jon Hale said.", "Orrin Steel cut 300 jobs in 2030, the union said."),
        ("The bridge at Tarrow cost 12 million euros, Ena Roe said.", "Mr Hale fined the bridge's owner 40,000 euros."),
        ("It took 40 minutes, Ena Roe said.", "It took 90 minutes, the union said."),
    ],
)
def test_what_may_both_be_right_is_left_alone(one, other):
    assert pairs(one, other) == []


def test_small_numbers_that_follow_each_other_are_two():
    assert pairs("Six people died in the fire at the Ardley mill.", "Five people died at the Ardley mill, Roe said.")


def test_a_count_of_a_year_earlier_is_set_beside_none_of_today():
    text = (
        "Since January, 214 barges have been stopped at Tarrow, the customs office said, nearly double the 110 stopped "
        "in the same period a year earlier. The river police put the number at 160."
    )
    counted = [figure.figure.low for figure in told(text)]
    assert sorted(counted) == [110, 160, 214]
    found = pairs(text, "The river police said that 160 barges had been stopped at Tarrow.")
    assert all(110 not in (pair.one.figure.low, pair.other.figure.low) for pair in found)


def test_what_nobody_asserts_counts_nothing():
    assert told("It is not true that 131 people were aboard the Wren, the line said.") == ()
    assert told("If 131 people were aboard the Wren, the line must pay, Ena Roe said.") == ()


def test_a_toll_that_rises_from_day_to_day_is_less_sure():
    dead = "Fourteen people died in the fire in Ardley, the ministry said."
    more = "Thirty-one people died in the fire in Ardley, the hospitals said."
    (rising,), (falling,) = pairs(dead, more), pairs(more, dead)
    assert rising.score < 0.6 <= falling.score


def test_what_was_over_when_both_were_printed_grows_no_more():
    one = "Police arrested nine people at the port of Garrow on Monday night, Commissioner Ivo Lenz said."
    other = "Lawyers said that 26 people had been arrested at the port of Garrow on Monday night."
    (pair,) = pairs(one, other)
    assert pair.checks.time == "agree"
    assert pair.score >= 0.6


def test_one_text_with_two_voices_and_one_voice_alone():
    two = told("Police said that 400 people marched in Ardley. The farmers' club counted 1,900.")
    assert len(tally_mismatches(two, two)) == 1
    one = told("Police said that 400 people marched in Ardley. Police said that 90 people marched in Ardley by night.")
    assert tally_mismatches(one, one) == []


@given(st.integers(2, 10**6), st.integers(2, 10**6))
def test_which_comes_first_makes_no_difference(low, high):
    (one,), (other,) = (told("There were 131 people aboard the Wren, Ena Roe said."),) * 2
    first = one._replace(figure=msgspec.structs.replace(one.figure, id="figure-1", low=low, high=low))
    holder = Holder(name="Jon Hale")
    second = other._replace(
        figure=msgspec.structs.replace(other.figure, id="figure-2", low=high, high=high, holder=holder)
    )
    assert tally_mismatches([first], [second]) == tally_mismatches([second], [first])
    assert not (low == high and tally_mismatches([first], [second]))


@pytest.mark.parametrize(
    "text",
    [
        "Forty workers were hurt, the Velm company said. The right number was nineteen workers hurt, the company said.",
        "“The storm sank 40 boats at Ardley,” Maja Sund said.\n\n“That figure was wrong. The storm sank 25 boats at"
        " Ardley,” Maja Sund said.",
    ],
)
def test_one_voice_that_owns_a_wrong_number_gives_two_in_one_text(text):
    (pair,) = tally_mismatches(told(text), told(text))
    assert pair.score >= 0.6


def test_one_voice_that_owns_nothing_counts_two_things():
    text = (
        "“There were 40 people dead in Ardley,” Maja Sund said. “There were 25 people dead in Ardley,” Maja Sund said."
    )
    assert not tally_mismatches(told(text), told(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The labour office in Ardley put youth unemployment at 18.2%.",
            "Unemployment in Ardley is 7.4%, the mayor, Edda Quist, said.",
        ),
        (
            "Some 7.02 million people in Norland were in work, the statistics office said.",
            "The union said 561,000 people in Norland were out of work.",
        ),
        (
            "Sheriff Odo Brandt said 37 people were arrested after the march in Ardley.",
            "The interior ministry said 41 people were arrested after the marches in Ardley and Brell, and 37 people "
            "were arrested after the march in Ardley.",
        ),
    ],
)
def test_shares_and_parts_that_choose_differently_do_not_clash(one, other):
    assert not pairs(one, other)
    assert not pairs(other, one)


def test_fewer_are_missing_as_they_are_found():
    one = "The Harbour Bureau said 41 people were missing after the Wren sank off Ardley."
    other = "Selby Ferries said 26 people were missing after the Wren sank off Ardley."
    (same_day,) = pairs(one, other, later="2031-04-03")
    assert all(pair.score < same_day.score for pair in pairs(one, other))


def test_what_is_told_as_of_a_day_may_have_grown_since():
    before = "So far police searched 88 houses in Ardley, police said."
    (more,) = pairs(before, "Some 171 houses were searched in Ardley, the union said.")
    assert more.score < 0.6
    (fewer,) = pairs(before, "Some 41 houses were searched in Ardley, the union said.")
    assert fewer.score > more.score


def test_the_shares_of_one_sentence_are_of_one_whole():
    parted = (
        "In the poll 54 per cent of the voters asked backed the bridge, and 31 per cent of the voters asked did not."
    )
    text = told(parted)
    assert tally_mismatches(text, text) == []


def test_what_is_asked_counts_nothing():
    assert told("The mayor counted forty drivers at the gate in Ardley.")
    assert not told("And the forty drivers at the gate in Ardley?")


def test_a_number_alone_that_takes_up_what_it_counts_is_less_sure():
    crowd = "Four hundred firemen are on the mountain, says the ministry."
    named = "There are sixty firemen on the mountain, the mayor of Ardley said."
    alone = f"{crowd} “I see sixty,” the mayor of Ardley said."
    (plain,) = pairs(crowd, named)
    (taken_up,) = [pair for pair in tally_mismatches(told(alone), told(alone)) if pair.one.voice != pair.other.voice]
    assert taken_up.score < 0.6 <= plain.score


def test_a_number_with_decimals_alone_counts_no_things():
    text = "The roster has three names for the night, Ena Roe said. The 22.15 was written in a week later, he found."
    assert all(tally.figure.low > 2 for tally in told(text))
    assert [tally.figure.low for tally in told(text) if tally.measure.dimension == "numbers"] == [3]
