"""Sides: which way a claim answers its question."""

import pytest

from onrecord.annotating.propositions import answers, side_of
from onrecord.model.items import Argument, Proposition


def proposition(predicate: str, **keys: str) -> Proposition:
    """A proposition with one argument a role."""
    return Proposition(
        predicate=predicate, arguments=tuple(Argument(role=role, text=key, key=key) for role, key in keys.items())
    )


@pytest.mark.parametrize(
    ("predicate", "polarity", "side"),
    [
        ("increase", "affirmed", 1),
        ("increase", "negated", -1),
        ("decrease", "affirmed", -1),
        ("decrease", "negated", 1),
        ("open", "affirmed", 1),
        ("close", "negated", 1),
        ("produce", "negated", -1),
    ],
)
def test_sides(predicate, polarity, side):
    assert side_of(proposition(predicate, theme="price"), polarity) == side


@pytest.mark.parametrize(
    ("predicate", "polarity", "orientation", "answered"),
    [
        ("increase", "negated", 1, True),
        ("increase", "negated", -1, False),
        ("decrease", "affirmed", 1, True),
        ("decrease", "negated", 1, False),
        ("decrease", "negated", -1, True),
        ("close", "negated", 1, True),
        ("open", "negated", -1, True),
    ],
)
def test_a_denied_contrary_leaves_the_other_open(predicate, polarity, orientation, answered):
    assert answers(proposition(predicate, theme="price"), polarity, orientation) is answered
