"""Trees applied, and the traits that they are asked of. All of it is invented."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.scoring import (
    HIGHEST,
    HIGHEST_UNMET,
    LEAST_SCORE,
    LOWEST,
    Fit,
    Node,
    applied,
    fits,
    is_borne_out,
    model_traits,
    score_of_judged,
    score_of_structure,
)  # fmt: skip
from onrecord.model.findings import Entailment


def leaf(value):
    return Node(0, 0.0, 0, 0, value)


TREE = (Node(0, 0.5, 1, 2, 0.0), leaf(-1.0), Node(1, 0.5, 3, 4, 0.0), leaf(0.5), leaf(2.0))


@pytest.mark.parametrize(
    ("told", "odds"),
    [({}, -1.0), ({"denies": 1.0}, 0.5), ({"denies": 1.0, "covered": 0.9}, 2.0), ({"unknown": 1.0}, -1.0)],
)
def test_a_tree_is_walked_from_its_root_and_the_line_laid_on_top(told, odds):
    fit = Fit(("denies", "covered"), 0.25, (TREE, TREE), slope=0.5, shift=-0.1)
    assert applied(fit, told) == pytest.approx(1 / (1 + math.exp(-(0.5 * (0.25 + 2 * odds) - 0.1))), abs=0.001)


@given(st.dictionaries(st.sampled_from(sorted(fits().structure.traits)), st.floats(-1e9, 1e9)))
@settings(max_examples=50, deadline=None)
def test_scores_stay_within_bounds_whatever_is_told(told):
    assert LOWEST <= score_of_structure(told) <= HIGHEST


def test_the_second_fit_knows_the_models_word():
    told = model_traits(Entailment(contradicts=(0.9, 0.2), entails=(0.1, 0.05), model="entailment/2"))
    assert set(told) <= set(fits().judged.traits)
    assert told["contradicts"] > 0 > told["contradicts both"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"lean apart": 1.0, "arguments unmet": 0.2}, True),
        ({"counts differ": 1.0, "arguments unmet": 0.0}, True),
        ({"lean apart": 1.0, "arguments unmet": 0.5}, False),
        ({"one denies": 1.0, "arguments unmet": 0.0}, False),
    ],
    ids=["opposite words of the same things", "other numbers", "of other things", "a denial of something else"],
)
def test_what_structure_bears_out(told, expected):
    assert is_borne_out(dict.fromkeys(fits().structure.traits, 0.0) | told) is expected


def test_a_pair_that_neither_structure_nor_the_model_bears_out_is_not_kept():
    told = dict.fromkeys(fits().structure.traits, 0.0) | {"one denies": 1.0, "covered": 1.0}
    unsaid = Entailment(contradicts=(0.4, 0.4), entails=(0.1, 0.1), model="entailment/2")
    said = Entailment(contradicts=(0.9, 0.9), entails=(0.0, 0.0), model="entailment/2")
    assert score_of_judged(told, unsaid) == LOWEST < LEAST_SCORE
    assert LOWEST < score_of_judged(told, said) <= HIGHEST_UNMET
