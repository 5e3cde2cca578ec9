"""Which verbs tell one deed, and which tell the contrary."""

import pytest

from onrecord.comparing.achieving import alike, class_of_deed, names_of, opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hand over the logs", "delivered the logs"), ("establish a fund", "set up a fund"), ("suspend it", "shut it"),
        ("publish the map", "released the map"), ("repairing the lift", "fixed the lift"),
    ],
)  # fmt: skip
def test_deeds_that_come_to_the_same(one, other):
    first, second = class_of_deed(one), class_of_deed(other)
    assert alike(first, second)
    assert set(names_of(first)) & set(names_of(second))
    assert not opposed(first, second)


@pytest.mark.parametrize(
    ("one", "other"), [("open it", "closed it"), ("raise it", "lowered it"), ("ban it", "allow it")]
)
def test_deeds_that_are_the_contrary(one, other):
    first, second = class_of_deed(one), class_of_deed(other)
    assert opposed(first, second)
    assert not alike(first, second)


@pytest.mark.parametrize(
    ("action", "deed"), [("cleaned every yard", "clean"), ("the", None), ("", None), ("of to", None)]
)
def test_the_class_of_the_first_verb(action, deed):
    assert class_of_deed(action) == deed
