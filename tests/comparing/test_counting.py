"""What a claim counts, of what there is none, and by which limit. All of it is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.counting import counts_in, largest, none_of, one_threshold
from onrecord.comparing.words import stem


@pytest.mark.parametrize(
    ("text", "what", "numbers"),
    [
        ("1,200 tonnes of scales", "tonnes", {"1200"}),
        ("26 people died, then 77 people in 2019", "people", {"26", "77"}),
        ("Nine of the miners were taken away", "miners", {"9"}),
        ("Two more boats sank", "boats", {"2"}),
        ("Nobody counted the boats", "boats", None),
    ],
)
def test_numbers_are_read_with_what_they_count(text, what, numbers):
    assert counts_in(text).get(stem(what)) == numbers


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("None of the miners was hurt", "miners"),
        ("Not one of the boats sank", "boats"),
        ("Not a single boat sank", "boat"),
        ("No such letter was sent", "letter"),
    ],
)
def test_what_there_is_none_of(text, what):
    assert stem(what) in none_of(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("31 pupils had lead above 5 units", "12 pupils had lead above 10 units", False),
        ("31 pupils had lead above 5 units", "12 pupils had lead above 5 units", True),
        ("31 pupils had lead above 5 units", "12 pupils fell ill", True),
        ("More than 40 pupils fell ill", "more than 60 pupils fell ill", True),
    ],
    ids=["two limits", "one limit", "no limit", "a number that is no limit"],
)
def test_a_limit_is_part_of_what_is_counted(one, other, same):
    assert one_threshold(one, other) == one_threshold(other, one) == same


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_is_read(text):
    assert all(largest(numbers) >= 0 for numbers in counts_in(text).values())
    assert one_threshold(text, text)
    none_of(text)
