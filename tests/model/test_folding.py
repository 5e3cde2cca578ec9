"""Folding characters one by one, each worked out once, gives what folding the whole name gives."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.identity import fold


def by_definition(name):
    decomposed = unicodedata.normalize("NFKD", name)
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).casefold().split())


@given(st.text(max_size=30) | st.text("aΣςßﬁ한ẛ̣\u0323\u0307½İ’- ", max_size=12))
def test_folding_is_what_it_is_defined_as(name):
    assert fold(name) == by_definition(name)
    assert fold(fold(name)) == fold(name)
