"""Vectors of claims: what answers one another lies near, whatever words it shares, and products are exact."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.claim_vectors import STEPS, all_near, vector_of

TEXTS = st.text(max_size=80)


def cosine(one, other):
    return float(all_near([vector_of(*one)], [vector_of(*other)])[0, 0])


@pytest.mark.parametrize(
    ("one", "answer", "other"),
    [
        (
            "The tank leaked for two days",
            "Nothing was spilled at the depot",
            "The minister will visit the school in May",
        ),
        ("Nobody was told of the raid", "The mayor had been informed on Monday", "The harvest was good this year"),
        ("Police fired on the crowd", "No shot was heard", "The bridge will cost ten million"),
    ],
)
def test_what_answers_a_claim_lies_nearer_than_what_tells_of_other_things(one, answer, other):
    assert cosine((one, ""), (answer, "")) > cosine((one, ""), (other, "")) + 0.1


def test_what_stands_around_a_clause_tells_what_it_is_about():
    told = "None ever did", "The guards had been ordered to search the lorries. None ever did, said the driver."
    about = "The lorries were searched by guards", ""
    assert cosine(told, about) > cosine(("None ever did", ""), about)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_vectors_are_of_one_length_and_products_exact(one, around, other, beside):
    mine, theirs = vector_of(one, around), vector_of(other, beside)
    for vector in (mine, theirs):
        assert not vector.any() or abs(np.linalg.norm(vector) - STEPS) < STEPS / 10
        assert (vector == np.round(vector)).all()
    there, back = all_near([mine, mine], [theirs]), all_near([theirs], [mine, mine])
    assert (there == back.T).all()
    assert -1.1 <= there[0, 0] <= 1.1
