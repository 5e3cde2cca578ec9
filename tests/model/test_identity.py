"""Ids depend on content alone, and folded names on letters alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.identity import content_id, fold
from onrecord.model.spans import Span

parts = st.lists(st.text(max_size=8), max_size=4)


@given(parts, parts)
def test_different_parts_have_different_ids(left, right):
    assert (content_id("claim", *left) == content_id("claim", *right)) == (left == right)


def test_kind_is_readable_in_the_id_and_part_of_it():
    assert content_id("claim", "a").startswith("claim-")
    assert content_id("claim", (Span(0, 3),)) == content_id("claim", [Span(0, 3)])


@pytest.mark.parametrize(
    ("left", "right"),
    [("José  Ñandú", "JOSE NANDU"), ("O’Neill", "O'Neill"), ("Saint-Martin", "saint martin")],
)
def test_spellings_of_one_name_fold_together(left, right):
    assert fold(left) == fold(right)
