"""Two texts read together: what the network is given, and that a pair's answer is its own."""

from importlib import resources

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.language.cross_encoder import LONGEST, CrossEncoder, fitting, inputs, shipped_model
from onrecord.language.pieces import CLS, SEP
from onrecord.model.errors import AnnotatingError

FOLDER = resources.files("onrecord") / "models" / "encoder"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_str((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))


def counting(ids, kinds, mask):
    """A stand-in network: its scores are the numbers of pieces of both texts."""
    return np.array([[float((kinds == 0).sum()), float((kinds == 1).sum()), 0.0]], dtype=np.float32)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_inputs_are_bounded_and_well_formed(tokenizer, first, second):
    ids, kinds, mask = inputs(tokenizer, (first, second))
    assert ids.shape == kinds.shape == mask.shape
    assert ids.shape[1] <= LONGEST
    assert ids[0, 0] == CLS
    assert ids[0, -1] == SEP
    assert (ids == SEP).sum() >= 2
    assert sorted(kinds[0]) == list(kinds[0])


def test_long_texts_are_cut_and_both_stay(tokenizer):
    ids, kinds, _ = inputs(tokenizer, ("word " * 1000, "other " * 1000))
    assert ids.shape[1] == LONGEST
    assert 0.4 < kinds.mean() < 0.6


@given(st.integers(0, 400), st.integers(0, 400))
def test_what_one_text_leaves_free_the_other_takes(first, second):
    kept, other = fitting([1] * first, [2] * second)
    room = LONGEST - 3
    assert len(kept) + len(other) == min(first + second, room)
    assert len(kept) >= min(first, room // 2)
    assert len(other) >= min(second, room // 2)


def test_a_pair_gets_the_same_answer_alone_and_in_any_company(tokenizer):
    model = CrossEncoder(tokenizer, counting, 3)
    pairs = [("The port is open.", "The port is shut."), ("A b c", "d"), ("", "The port is shut.")]
    together = model.probabilities([*pairs, *pairs[::-1]])
    assert np.array_equal(together[:3], together[:2:-1])
    for pair, row in zip(pairs, together[:3], strict=True):
        assert np.array_equal(model.probabilities([pair])[0], row)
        assert row.sum() == pytest.approx(1.0, abs=1e-5)


def test_no_pairs_give_no_rows(tokenizer):
    assert CrossEncoder(tokenizer, counting, 6).probabilities([]).shape == (0, 6)


def test_missing_weights_are_named():
    with pytest.raises(AnnotatingError, match="entailment/nothing"):
        shipped_model("entailment", "nothing.onnx", 3)
