"""Judging pairs: what the network is given, and that a pair's answer is its own."""

from importlib import resources

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.language.entailment import LONGEST, EntailmentModel, entailment_model, inputs, judge
from onrecord.language.pieces import CLS, SEP

FOLDER = resources.files("onrecord") / "models" / "encoder"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_str((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))


def counting(ids, kinds, mask):
    """A stand-in network: its scores are the numbers of pieces of premise and hypothesis."""
    return np.array([[float((kinds == 0).sum()), float((kinds == 1).sum()), 0.0]], dtype=np.float32)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_inputs_are_bounded_and_well_formed(tokenizer, premise, hypothesis):
    ids, kinds, mask = inputs(tokenizer, (premise, hypothesis))
    assert ids.shape == kinds.shape == mask.shape
    assert ids.shape[1] <= LONGEST
    assert ids[0, 0] == CLS
    assert ids[0, -1] == SEP
    assert (ids == SEP).sum() >= 2
    assert sorted(kinds[0]) == list(kinds[0])


def test_long_propositions_are_cut_and_both_stay(tokenizer):
    ids, kinds, _ = inputs(tokenizer, ("word " * 1000, "other " * 1000))
    assert ids.shape[1] == LONGEST
    assert 0.4 < kinds.mean() < 0.6


def test_a_pair_gets_the_same_answer_alone_and_in_any_company(tokenizer):
    model = EntailmentModel(tokenizer, counting)
    pairs = [("The port is open.", "The port is shut."), ("A b c", "d"), ("", "The port is shut.")]
    together = model.probabilities([*pairs, *pairs[::-1]])
    assert np.array_equal(together[:3], together[:2:-1])
    for pair, row in zip(pairs, together[:3], strict=True):
        assert np.array_equal(model.probabilities([pair])[0], row)
        assert row.sum() == pytest.approx(1.0, abs=1e-5)


def test_no_pairs_give_no_rows(tokenizer):
    assert EntailmentModel(tokenizer, counting).probabilities([]).shape == (0, 3)


def test_the_shipped_model_tells_plain_cases_apart():
    pairs = [
        ("The bridge at Orley was closed on Monday.", "The bridge at Orley was open on Monday."),
        ("Three inspectors visited the mill on Tuesday.", "Inspectors visited the mill."),
        ("The mayor praised the firefighters.", "Wheat prices fell in the spring."),
        ("The union sued the company.", "The company sued the union."),
    ]
    told = judge(pairs)
    assert told[0].argmax() == 2
    assert told[1].argmax() == 0
    assert told[2].argmax() == 1
    assert told[3].argmax() != 0
    assert judge(pairs).tolist() == told.tolist()
    assert entailment_model() is entailment_model()
