"""The verb that ends a question is found where the parser took it for a noun; a noun that ends one stays."""

import pytest

from onrecord.language.askedverbs import name_asked
from onrecord.language.parsing import english


def parse(text: str) -> list[tuple[str, str, str]]:
    """Words with their relation and part of speech after mending."""
    doc = english()(text)
    name_asked(doc)
    return [(token.text, token.dep_, token.pos_) for token in doc]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [("Will the upper lock reopen?", "lock", "reopen"), ("Did the second furnace leak?", "furnace", "leak")],
)
def test_a_questions_last_word_is_its_verb(text, subject, verb):
    told = parse(text)
    assert (verb, "ROOT", "VERB") in told
    assert (subject, "nsubj", "NOUN") in told


@pytest.mark.parametrize("text", ["Is it a leak?", "The upper lock reopening?", "Will the council see the report?"])
def test_nothing_else_is_touched(text):
    before = [(token.text, token.dep_, token.pos_) for token in english()(text)]
    assert parse(text) == before
