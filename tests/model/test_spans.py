"""Spans slice to their text, and joined ranges keep order without overlap."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.spans import Span, in_order, words_of

spans = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=60), st.data())
def test_a_span_slices_to_its_own_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert Span(start, end).of(text) == text[start:end]


@given(st.lists(spans, max_size=12))
def test_ranges_in_order_neither_overlap_nor_lose_a_character(ranges):
    joined = in_order(ranges)
    assert all(a.end <= b.start for a, b in pairwise(joined))
    covered = {i for span in ranges for i in range(*span)}
    assert {i for span in joined for i in range(*span)} == covered


def test_pieces_are_read_with_an_ellipsis_between_them():
    assert words_of("one two three", (Span(0, 3), Span(8, 13))) == "one … three"
