"""Fits applied, and the traits that they are asked of. All of it is invented."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.scoring import (
    HIGHEST,
    LOWEST,
    Fit,
    applied,
    fits,
    model_traits,
    score_of_judged,
    score_of_structure,
)  # fmt: skip
from onrecord.model.findings import Entailment

NOTHING = dict.fromkeys(fits().structure.weights, 0.0)


def judged(there, back):
    return Entailment(contradicts=(there, back), entails=(0.0, 0.0), model="entailment/4")


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
    assert LOWEST <= score_of_structure(told) <= HIGHEST


def test_the_second_fit_knows_the_models_word():
    told = model_traits(NOTHING | {"covered": 1.0}, judged(0.9, 0.2))
    assert set(told) <= set(fits().judged.weights)
    assert told["contradicts"] > 0 > told["contradicts both"] == told["contradicts both, covered"]


@pytest.mark.parametrize(
    ("told", "least", "highest"),
    [
        ({"borne out": 1.0}, 0.2, HIGHEST),
        ({}, 0.9, HIGHEST),
        ({}, 0.7, HIGHEST),
        ({"one denies": 1.0}, 0.4, LOWEST),
        ({}, 0.4, LOWEST),
    ],
    ids=["the words bear it out", "the model is sure", "the model is half sure", "a denial of something else",
         "nothing speaks for it"],
)  # fmt: skip
def test_words_or_the_model_must_speak_for_a_pair(told, least, highest):
    speaking_for_it = {name: math.copysign(9.0, weight) for name, weight in fits().judged.weights.items()}
    score = score_of_judged(speaking_for_it | {"borne out": 0.0, "one denies": 0.0} | told, judged(0.95, least))
    assert score == highest


def test_being_sure_both_ways_is_told_apart():
    sure, half = (model_traits(NOTHING, judged(0.95, least))["sure both ways"] for least in (0.9, 0.7))
    assert (sure, half) == (1.0, 0.0)
