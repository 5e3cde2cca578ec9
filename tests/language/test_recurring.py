"""Names again: what a document names once it names wherever the same words stand alone."""

import pytest
from tests.language.test_pieces import small_tokenizer

from onrecord.language.pieces import cut_into_pieces, paragraphs_of
from onrecord.language.recurring import recurring
from onrecord.language.typed_names import TypedName
from onrecord.model.spans import Span


def again(text: str, *known: str) -> list[tuple[int, str]]:
    """Where the names stand if the first occurrences of some words are known."""
    pieces = cut_into_pieces(small_tokenizer(), text, paragraphs_of(text))
    names = [TypedName(Span(text.index(form), text.index(form) + len(form)), "organisation", 0.9) for form in known]
    found = recurring(pieces, sorted(names), lambda span: TypedName(span, "organisation", 0.9))
    return [(name.span.start, name.span.of(text)) for name in found]


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("Vrenko sold. Then Vrenko left.", ["Vrenko"], [(0, "Vrenko"), (18, "Vrenko")]),
        ("Fish Board met. The Fish Board left.", ["Fish Board"], [(0, "Fish Board"), (20, "Fish Board")]),
        ("Vrenko sold. A pro-Vrenko paper cheered.", ["Vrenko"], [(0, "Vrenko")]),
        ("Vrenko sold. Old Vrenko Street is shut.", ["Vrenko"], [(0, "Vrenko")]),
        ("Vrenko President Ann. Then Vrenko President Lee.", ["Vrenko"], [(0, "Vrenko"), (27, "Vrenko")]),
        ("Light fell. Light rose. Light went. Light came.", ["Light"], [(0, "Light")]),
        ("nobody here asked Reuters.", [], [(18, "Reuters")]),
        ("nobody here", [], []),
    ],
)
def test_names_come_again(text: str, known: list[str], found: list[tuple[int, str]]):
    assert again(text, *known) == found


def test_a_name_stands_where_it_was_read_once_only():
    assert again("Vrenko sold Vrenko.", "Vrenko") == [(0, "Vrenko"), (12, "Vrenko")]
