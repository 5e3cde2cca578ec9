"""One person over documents: by the shape of names, and apart wherever two could be meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.comparing.identities import clusters

SAME = [
    ("María Ortega Vidal", "Maria Ortega Vidal"),
    ("Ana Ruiz", "Ana Ruiz Soler"),
    ("Ana Lucía Ruiz", "Ana Lucía Ruiz Soler"),
    ("Ruiz Soler", "Ana Ruiz Soler"),
    ("John A. Marsh", "John Marsh"),
    ("Pedro de la Vega", "Pedro Vega"),
    ("Abu Karim al-Hadid", "Abu Karim Hadid"),
    ("Bill Marsh", "William Marsh"),
    ("Pepe Ortega", "José Ortega"),
    ("Ruiz Soler, Ana", "Ana Ruiz Soler"),
]
APART = [
    ("Ruiz", "Ana Ruiz"),
    ("Ana Ruiz", "Eva Ruiz"),
    ("John Marsh", "John Marsh Jr."),
    ("Ana Soler", "Eva Ruiz Soler"),
    ("Ana Ruiz", "Ana Soler"),
    ("Ana", "Ana Ruiz"),
    ("Chris Marsh", "Christopher Marsh"),
    ("John Marsh", "John Marsh, Jr."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person(one, other):
    assert len(set(clusters([one, other]).values())) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_people_or_unknown(one, other):
    assert len(set(clusters([one, other]).values())) == 2


def test_a_short_name_that_fits_two_people_stays_apart():
    found = clusters(["Ana Ruiz", "Ana Ruiz Soler", "Ana Ruiz Gil"])
    assert found["Ana Ruiz"] == "Ana Ruiz"
    assert len(set(found.values())) == 3


def test_a_chain_of_ever_fuller_names_is_one_person():
    found = clusters(["Ana Ruiz", "Ana Lucia Ruiz", "Ana Lucia Ruiz Soler"])
    assert set(found.values()) == {"Ana Lucia Ruiz Soler"}


names = st.lists(st.sampled_from("Ana Eva Lucia Ruiz Soler Gil de".split()), min_size=1, max_size=4).map(" ".join)  # noqa: SIM905


@settings(max_examples=60, deadline=None)
@given(st.lists(names, max_size=8), st.randoms(use_true_random=False))
def test_order_never_shows(spelt, random):
    shuffled = spelt[:]
    random.shuffle(shuffled)
    assert clusters(shuffled) == clusters(spelt)
