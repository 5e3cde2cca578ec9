"""A verb taken for a noun is found again; nothing else is touched."""

import pytest

from onrecord.language.mending import mend
from onrecord.language.parsing import english


def parse(text: str) -> list[tuple[str, str, int]]:
    """Tokens, relations and heads after mending."""
    doc = english()(text)
    mend(doc)
    return [(token.text, token.dep_, token.head.i) for token in doc]


@pytest.mark.parametrize("text", ["The League pledges not to strike again before the winter."])
def test_a_verb_that_an_infinitive_hangs_on_is_found(text):
    tokens = parse(text)
    assert ("League", "nsubj", 2) in tokens
    assert ("strike", "xcomp", 2) in tokens


@pytest.mark.parametrize(
    ("text", "subject", "verb", "thing"),
    [
        ("Norland exports herring.", "Norland", "exports", "herring"),
        ("A few furnaces in the north produce mercury.", "furnaces", "produce", "mercury"),
        ("“Norland exports herring,” Ana Roe said.", "Norland", "exports", "herring"),
    ],
)
def test_a_verb_between_two_nouns_is_found(text, subject, verb, thing):
    tokens = parse(text)
    at = [word for word, _, _ in tokens].index(verb)
    assert (subject, "nsubj", at) in tokens
    assert (thing, "dobj", at) in tokens


@pytest.mark.parametrize(
    "text",
    [
        "The Harl dam leaks, said Ola Frisk, head of the union.",
        "“The Harl dam leaks at three places,” she said.",
        "“The old Harl dam leaks,” she said.",
    ],
)
def test_what_somebody_said_ends_in_its_verb(text):
    tokens = parse(text)
    at = [word for word, _, _ in tokens].index("leaks")
    assert ("dam", "nsubj", at) in tokens
    assert ("The", "det", [word for word, _, _ in tokens].index("dam")) in tokens


@pytest.mark.parametrize(
    "text",
    [
        "Steel prices in Norland.", "Steel producers in Norland", "The mill makes steel.", "", "“”", "a",
        "He blamed “the pipe leaks”.", "The pipe leaks, said to be old, were mended.", "“The pipe leaks” is a novel.",
    ],
)  # fmt: skip
def test_nothing_else_is_touched(text):
    doc = english()(text)
    before = [(token.text, token.dep_, token.head.i) for token in doc]
    assert parse(text) == before
