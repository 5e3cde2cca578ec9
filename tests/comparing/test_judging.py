"""What the model is asked, and what is made of its word."""

import numpy as np
import pytest

from onrecord.comparing.in_place import noted
from onrecord.comparing.judging import Judging
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.scoring import Word
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

    def reading(pairs):
        asked.extend(pairs)
        return np.array([[0.1, 0.2, 0.7] if "Nobody" in other else [0.1, 0.8, 0.1] for _, other in pairs])

    return Judging(judge, reading)


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


def test_one_way_the_earlier_is_the_premise_and_the_other_way_is_not_asked(judging, pairs, asked):
    told = judging.one_way(pairs)
    assert told[ids(pairs[1])] == Word(contradicts=0.1, entails=0.2)
    assert (BREAD, RAN) not in asked


def test_claims_are_read_in_their_places_once(judging, pairs, asked):
    placed = [(*pairs[0], ""), (*pairs[1], "same time")]
    found = judging.in_place(placed)
    assert found.keys() == {ids(pairs[0]), ids(pairs[1])}
    judging.in_place(placed)
    assert sorted(asked) == sorted((noted(one.told, note), noted(other.told, note)) for one, other, note in placed)
    assert all(side.claim.text.rstrip(".") in side.told for pair in pairs for side in pair)
