"""Clauses are hung on what they agree with in tense and number, and nothing that agrees already is moved."""

import pytest

from onrecord.language.parsing import english
from onrecord.language.rehanging import rehang


def parse(text: str) -> dict[str, tuple[str, str]]:
    """Each word's relation and head after mending, by its text."""
    doc = english()(text)
    rehang(doc)
    return {token.text: (token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clerk said the board had been told in May that the dam was full and had chosen not to lower it.",
         {"chosen": ("conj", "told")}),
        ("Lund said it was too early to say whether rules had been followed and that an inquiry would report in May.",
         {"report": ("conj", "was"), "followed": ("ccomp", "say")}),
        ("She was not told of the decision to step up inspections, which was taken by the ministry.",
         {"taken": ("relcl", "decision")}),
        ("The opposition Civic Alliance called for a vote.",
         {"called": ("ROOT", "called"), "Alliance": ("nsubj", "called"), "opposition": ("compound", "Alliance")}),
        ("He said 75 of them had since crossed.", {"crossed": ("ccomp", "said"), "75": ("nsubj", "crossed")}),
    ],
)  # fmt: skip
def test_a_clause_is_hung_on_what_it_agrees_with(text, words):
    found = parse(text)
    assert {word: found[word] for word in words} == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said that the dam had leaked and had been mended.", {"mended": ("conj", "leaked")}),
        ("She asked whether the gate was shut and whether it would hold.", {"hold": ("conj", "shut")}),
        ("The ministry praised the owners of boats, which were lost in May.", {"lost": ("relcl", "boats")}),
        ("He has had trouble since the gate was shut.", {"shut": ("advcl", "had")}),
    ],
)
def test_what_agrees_stays_where_it_is(text, words):
    doc = english()(text)
    before = {token.text: (token.dep_, token.head.text) for token in doc}
    assert parse(text) == before
    assert {word: before[word] for word in words} == words


def test_a_comment_with_an_owners_name_is_apart_from_what_it_answers():
    found = parse('Harl accused Lund of blocking boats, a charge Lund\'s envoy dismissed as "invention".')
    assert (found["accused"], found["charge"], found["dismissed"]) == (
        ("ROOT", "accused"),
        ("appos", "accused"),
        ("relcl", "charge"),
    )
