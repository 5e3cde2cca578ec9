"""How near two words are in meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.nearness import FAMILY, near, of_one_root
from onrecord.comparing.words import stems


def stem_of(word):
    return stems(word)[0]


@pytest.mark.parametrize(("one", "other"), [("drains", "drainage"), ("leak", "leakage"), ("cleaner", "cleaning")])
def test_words_of_one_root(one, other):
    assert near(stem_of(one), stem_of(other)) >= FAMILY


@pytest.mark.parametrize(("one", "other"), [("funeral", "burial"), ("doctor", "nurse")])
def test_words_of_one_field(one, other):
    assert 0 < near(stem_of(one), stem_of(other)) < 1


@pytest.mark.parametrize(("one", "other"), [("ferry", "auditor"), ("control", "contract"), ("pier", "bonus")])
def test_words_of_two_fields(one, other):
    assert near(stem_of(one), stem_of(other)) < 0.5


WORDS = st.text(alphabet="abcdefghijklmnop", min_size=1, max_size=9)


@given(WORDS, WORDS)
def test_nearness_is_the_same_both_ways_and_bounded(one, other):
    assert near(one, other) == near(other, one)
    assert 0 <= near(one, other) <= 1
    assert near(one, one) == 1
    assert of_one_root(one, other) == of_one_root(other, one)
