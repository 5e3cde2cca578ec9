"""Single marks that quote, and apostrophes that do not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.quotemarks import doubled, quotes_singly
from onrecord.model.spans import Span


def paragraphs(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("'Go,' he said. 'It's late.'", "“Go,” he said. “It's late.”"),
        ("‘Go,’ he said. ‘It’s late.’", "“Go,” he said. “It’s late.”"),
        ("“Go,” he said. 'It's late.'", "“Go,” he said. 'It's late.'"),
        ("It wasn't the boats' fault in the '90s.", "It wasn't the boats' fault in the '90s."),
    ],
)
def test_marks_that_quote_are_doubled(text, made):
    assert doubled(text, paragraphs(text)) == made


def test_a_text_without_paragraphs_quotes_nothing():
    assert not quotes_singly("'Go,' he said. 'Go.'", [])


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="as'‘’“” ,.\n", max_size=60))
def test_no_character_is_moved(text):
    made = doubled(text, paragraphs(text))
    assert len(made) == len(text)
    assert all(one == other or one in "‘’'" for one, other in zip(text, made, strict=True))
