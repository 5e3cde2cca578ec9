"""Asking what clauses tell of undertakings: each pair once, whatever is asked along."""

import numpy as np
import pytest

from onrecord.comparing.outcome_judging import LONGEST, OutcomeJudging
from onrecord.language.outcomes import LABELS


@pytest.fixture
def asked():
    return []


@pytest.fixture
def judging(asked):
    def telling(pairs):
        asked.extend(pairs)
        return np.array([[1.0 if len(told) % 2 else 0.0, 0.0, 0.0, 0.5, 0.0, 0.0] for told, _ in pairs])

    return OutcomeJudging(telling)


def test_rows_come_in_the_order_asked(judging):
    assert [row["none"] for row in judging.of([("bb", "x"), ("a", "x"), ("bb", "x")])] == [0.0, 1.0, 0.0]
    assert set(judging.of([("a", "x")])[0]) == set(LABELS)


def test_nothing_is_asked_twice(judging, asked):
    judging.of([("a", "x"), ("b", "x")])
    judging.of([("b", "x"), ("c", "x")])
    assert sorted(asked) == [("a", "x"), ("b", "x"), ("c", "x")]


def test_nothing_asked_is_nothing_told(judging, asked):
    assert judging.of([]) == []
    assert asked == []


def test_long_texts_are_cut(judging, asked):
    judging.of([("a" * 5000, "b" * 5000)])
    assert [len(text) for text in asked[0]] == [LONGEST, LONGEST]
