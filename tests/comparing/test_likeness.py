"""Which pairs of claims are looked at: all of short documents, and of long ones those that share most."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.comparing import likeness
from onrecord.comparing.claim_vectors import STEPS, vector_of
from onrecord.comparing.likeness import shortlist

KILN = ("The kiln ran in March.", "Nobody fired the kiln.", "Bread was baked there.", "The oven stood cold.")


@pytest.fixture
def claims(doc, says):
    def made(name, *texts, **told):
        return doc(name, *(says(text, "be", **told) for text in texts)).claims

    return made


def met(pairs):
    return {frozenset((one.text, other.text)) for one, other, _ in pairs}


def test_those_that_share_no_word_are_looked_at_where_there_is_room(claims):
    pairs = shortlist(claims("a", KILN[0]), claims("b", *KILN[1:]))
    assert met(pairs) == {frozenset((KILN[0], other)) for other in KILN[1:]}
    assert pairs[0][2] > 0 == pairs[1][2] == pairs[2][2]
    assert frozenset((pairs[0][0].text, pairs[0][1].text)) == frozenset(KILN[:2])


def test_of_many_the_most_alike_are_looked_at(claims, monkeypatch):
    monkeypatch.setattr(likeness, "MOST_LIKELY", 1)
    assert met(shortlist(claims("a", KILN[0], KILN[3]), claims("b", *KILN[1:]))) == {frozenset((KILN[3], KILN[3]))}


def test_those_that_lie_near_are_looked_at_before_those_that_share_words(claims, monkeypatch):
    monkeypatch.setattr(likeness, "MOST_LIKELY", 1)
    one, others = claims("a", "The kiln stood cold."), claims("b", "The guard stood there.", "Nobody baked.")
    near = {"The kiln stood cold.": (STEPS, 0), "The guard stood there.": (0, STEPS), "Nobody baked.": (STEPS, 0)}
    vectors = {claim.id: np.array(near[claim.text], dtype=np.float32) for claim in (*one, *others)}
    assert met(shortlist(one, others)) == {frozenset(("The kiln stood cold.", "The guard stood there."))}
    assert met(shortlist(one, others, vectors)) == {frozenset(("The kiln stood cold.", "Nobody baked."))}


def test_what_is_demanded_is_left_out(claims):
    assert shortlist(claims("a", KILN[0], modality="demanded"), claims("b", KILN[1])) == []


def test_within_one_document_each_pair_is_there_once(claims):
    own = claims("a", *KILN)
    pairs = shortlist(own, own)
    assert len(pairs) == len(met(pairs)) == len(KILN) * (len(KILN) - 1) // 2


@pytest.mark.parametrize("most", [1, 3, 400])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    mine=st.lists(st.sampled_from(KILN), min_size=1, unique=True),
    theirs=st.lists(st.sampled_from(KILN), min_size=1, unique=True),
)
def test_which_document_comes_first_changes_nothing(claims, monkeypatch, most, mine, theirs):
    monkeypatch.setattr(likeness, "MOST_LIKELY", most)
    one, other = claims("a", *mine), claims("b", *theirs)
    assert shortlist(one, other) == shortlist(other, one)
    assert len(shortlist(one, other)) == min(most, len(one) * len(other))
    vectors = {claim.id: vector_of(claim.text, "") for claim in (*one, *other)}
    assert shortlist(one, other, vectors) == shortlist(other, one, vectors)
