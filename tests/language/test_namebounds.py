"""Where names begin and end."""

import pytest

from onrecord.language.namebounds import home_in, reach, start_of
from onrecord.model.spans import Span


@pytest.mark.parametrize(
    ("text", "name", "kind", "whole", "named"),
    [
        ("Acme Corp. grew", "Acme Corp", "organisation", "Acme Corp.", "organisation"),
        ("in Lund D.C. today", "Lund D.C", "place", "Lund D.C.", "place"),
        ("Chan Wing-lok spoke", "Chan Wing", "person", "Chan Wing-lok", "person"),
        ("Chan Wing-led talks", "Chan Wing", "person", "Chan Wing", "person"),
        ("Diaz & Cole sold it", "Diaz", "person", "Diaz & Cole", "organisation"),
        ("the Miners’ Union met", "Miners", "organisation", "Miners’ Union", "organisation"),
        ("the Coles’ House burnt", "Coles", "person", "Coles", "person"),
        ("Ann Lee left", "Ann Lee", "person", "Ann Lee", "person"),
    ],
)
def test_a_name_reaches_over_what_belongs_to_it(text: str, name: str, kind: str, whole: str, named: str):
    start = text.index(name)
    span, told = reach(text, Span(start, start + len(name)), kind)
    assert (span.of(text), told) == (whole, named)


@pytest.mark.parametrize(
    ("text", "kind", "begins"),
    [("The Courier", "organisation", 4), ("The Hague", "place", 0), ("The Undertaker", "person", 0)],
)
def test_an_article_is_no_part_of_a_body(text: str, kind: str, begins: int):
    assert start_of(text, Span(0, len(text)), kind) == begins


@pytest.mark.parametrize(
    ("name", "words"),
    [("Ann Lee of Lund", 2), ("Joan of Arc", 3), ("Ann de la Cruz", 4), ("Ann Marie Lee from Upper Lund", 3)],
)
def test_a_home_is_no_part_of_a_name(name: str, words: int):
    assert home_in(name.split(), 0) == words
