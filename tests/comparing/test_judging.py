"""What the model is asked, and what is made of its word."""

import numpy as np
import pytest

from onrecord.comparing.judging import Judging
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.sides import Context

RAN, NOBODY, BREAD = "The kiln ran in March.", "Nobody fired the kiln in March.", "Bread was baked in March."
SAYS = {(RAN, NOBODY): (0.05, 0.9), (NOBODY, RAN): (0.1, 0.7), (RAN, BREAD): (0.2, 0.1), (BREAD, RAN): (0.3, 0.6)}
"""How surely the second follows from the first, and how surely it contradicts it."""


@pytest.fixture
def asked():
    return []


@pytest.fixture
def judging(asked):
    def judge(pairs):
        asked.extend(pairs)
        return np.array([[SAYS[pair][0], 1 - sum(SAYS[pair]), SAYS[pair][1]] for pair in pairs], dtype=np.float32)

    return Judging(judge)


@pytest.fixture
def pairs(memory, doc, says):
    record = memory()
    made = [doc(name, says(text, "run")) for name, text in zip("abc", (RAN, NOBODY, BREAD), strict=True)]
    for each in made:
        record.keep(each)
    sides = {side.claim.text: side for side in Context(record).sides([e.claims[0] for e in made], loose_topic)}
    return [(sides[RAN], sides[NOBODY]), (sides[RAN], sides[BREAD])]


def ids(pair):
    return (pair[0].claim.id, pair[1].claim.id)


def test_both_ways_are_asked_and_kept_in_order(judging, pairs):
    told = judging.of(pairs)
    assert told[ids(pairs[0])].contradicts == (0.9, 0.7)
    assert told[ids(pairs[0])].entails == (0.05, 0.1)
    assert told[ids(pairs[1])].contradicts == (0.1, 0.6)


def test_nothing_is_asked_twice(judging, pairs, asked):
    judging.of(pairs)
    judging.of([*pairs, (pairs[0][1], pairs[0][0])])
    assert sorted(asked) == sorted(SAYS)


def test_what_is_unsure_the_first_way_is_not_asked_the_other(judging, pairs, asked):
    told = judging.of(pairs, least=0.5)
    assert set(told) == {ids(pairs[0])}
    assert (BREAD, RAN) not in asked


def test_what_was_left_out_is_asked_once_it_is_wanted(judging, pairs):
    judging.of(pairs, least=0.5)
    assert judging.of(pairs)[ids(pairs[1])].contradicts == (0.1, 0.6)
