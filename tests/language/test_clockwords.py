"""Times of day in words, counted from Wednesday 12 June 2019."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.times import Anchor, find_times

ANCHOR = Anchor(date(2019, 6, 12))
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@pytest.mark.parametrize(
    ("text", "words", "start", "precision"),
    [
        ("The ferry left at ten past nine on Tuesday evening.", "ten past nine on Tuesday evening",
         "2019-06-11T21:10:00", "minute"),
        ("It shut at nine o’clock in the evening.", "nine o’clock in the evening", "2019-06-12T21:00:00", "hour"),
        ("They met at twenty-five minutes past ten in the morning on 4 June.",
         "twenty-five minutes past ten in the morning on 4 June", "2019-06-04T10:25:00", "minute"),
        ("She rang at five to midnight.", "five to midnight", "2019-06-12T23:55:00", "minute"),
        ("She rang at a quarter past noon.", "a quarter past noon", "2019-06-12T12:15:00", "minute"),
        ("He fell at two at night on Monday.", "two at night on Monday", "2019-06-10T02:00:00", "hour"),
        ("The watch began at ten at night.", "ten at night", "2019-06-12T22:00:00", "hour"),
        ("The lights went out at 7.40, she said.", "7.40", "2019-06-12T07:40:00", "minute"),
    ],
)  # fmt: skip
def test_a_clock_in_words_with_its_half_of_the_day(text, words, start, precision):
    (found,) = find_times(text, ANCHOR)
    assert (found.span.of(text), found.interval.start, found.interval.precision) == (words, start, precision)


@pytest.mark.parametrize("words", ["half past six", "a quarter to eight", "nine o'clock", "ten to twelve"])
def test_without_its_half_of_the_day_only_the_day_is_known(words):
    (alone,) = find_times(f"She came at {words}.", ANCHOR)
    assert (alone.interval.text, alone.resolved) == (words, False)
    (_, told) = find_times(f"On Monday she came at {words}.", ANCHOR)
    assert (told.interval.start, told.interval.end, told.interval.precision) == ("2019-06-10", "2019-06-11", "day")


@pytest.mark.parametrize(
    "text",
    [
        "From ten to twelve people came.", "They stood at ten to twelve sites.", "It opened at nine schools.",
        "The vote was five to four.", "Half of them came.", "The crown settled at 7.40.", "It sold at 9.40 a litre.",
        "The fee went up by 3.25.", "It costs between 3.50 and 4.50.", "They kept rates at 3.25.",
        "They sent two buses and nine in the evening.", "The rate is fixed at 7.40 to the crown.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_clock(text):
    assert not find_times(text, ANCHOR)


@given(st.sampled_from(HOURS), st.sampled_from(("five", "ten", "a quarter", "twenty", "twenty-five")))
def test_past_and_to_lie_as_far_from_the_hour(hour, minutes):
    (after,) = find_times(f"At {minutes} past {hour} in the morning they left.", ANCHOR)
    (before,) = find_times(f"At {minutes} to {hour} in the morning they left.", ANCHOR)
    clock = [int(mention.value[11:13]) * 60 + int(mention.value[14:16]) for mention in (before, after)]
    middle = (HOURS.index(hour) + 1) % 12 * 60
    assert (clock[0] + clock[1]) % (12 * 60) == 2 * middle % (12 * 60)
