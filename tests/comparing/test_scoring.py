"""Fits applied, and the traits that they are asked of. All of it is invented."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.scoring import (
    HIGHEST,
    LOWEST,
    Fit,
    Word,
    applied,
    fits,
    place_traits,
    score_of_read,
    word_traits,
)

NOTHING = dict.fromkeys(fits().structure.weights, 0.0)


def word(contradicts):
    return Word(contradicts=contradicts, entails=0.0)


@pytest.mark.parametrize(
    ("told", "odds"),
    [({}, 0.25), ({"denies": 1.0}, 1.25), ({"denies": 1.0, "covered": 0.5}, 0.25), ({"unknown": 1.0}, 0.25)],
)
def test_the_log_odds_of_traits_add_up(told, odds):
    fit = Fit(0.25, {"denies": 1.0, "covered": -2.0})
    assert applied(fit, told) == pytest.approx(1 / (1 + math.exp(-odds)), abs=0.001)


@given(st.dictionaries(st.sampled_from(sorted(fits().structure.weights)), st.floats(-1e9, 1e9)))
@settings(max_examples=50, deadline=None)
def test_scores_stay_within_bounds_whatever_is_told(told):
    assert LOWEST <= applied(fits().structure, told) <= HIGHEST


def test_the_later_fits_know_the_models_words():
    told = word_traits(NOTHING | {"covered": 1.0}, word(0.2))
    assert set(told) <= set(fits().glanced.weights) & set(fits().read.weights)
    assert told["contradicts"] == told["contradicts, covered"] < 0
    told = place_traits(NOTHING | {"covered": 1.0}, 0.9, [0.9, 0.6, 0.1])
    assert set(told) <= set(fits().read.weights)
    assert told["clashes"] == told["clashes, covered"] > 0
    assert told["share that clashes beside"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("told", "contradicts", "clashes", "highest"),
    [
        ({"borne out": 1.0}, 0.2, 0.2, HIGHEST),
        ({}, 0.9, 0.1, HIGHEST),
        ({}, 0.1, 0.9, HIGHEST),
        ({"one denies": 1.0}, 0.4, 0.4, LOWEST),
        ({}, 0.4, 0.4, LOWEST),
    ],
    ids=["the words bear it out", "the clauses clash", "the two clash in their places", "a denial of something else",
         "nothing speaks for it"],
)  # fmt: skip
def test_words_or_a_model_must_speak_for_a_pair(told, contradicts, clashes, highest):
    speaking_for_it = {name: math.copysign(99.0, weight) for name, weight in fits().read.weights.items()}
    given_traits = speaking_for_it | {"borne out": 0.0, "one denies": 0.0} | told
    assert score_of_read(given_traits, word(contradicts), clashes) == highest
