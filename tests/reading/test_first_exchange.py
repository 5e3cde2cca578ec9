"""Interviews that label one question and its answer alone."""

import pytest

from onrecord.reading.pieces import pieces_of
from onrecord.reading.turns import find_turns

HEAD = "Former minister Peter Holm talks to Clara Voss about the dam.\n\n"
FIRST = "Clara Voss: You said it would never run dry. Were you lying?\n\nPeter Holm: No. We were wrong.\n\n"
REST = "When did you know?\n\nIn the summer. I was told at once.\n\nHe denies that.\n\nAnd now?\n\nNow I rest."


def owners(text):
    found = find_turns(text, pieces_of(text))
    return None if found is None else [turn.label for turn in found.turns.values()]


def test_questions_are_the_askers_and_answers_the_others_and_the_rest_nobodys():
    voss, holm = "Clara Voss", "Peter Holm"
    assert owners(HEAD + FIRST + REST) == [voss, holm, voss, holm, None, voss, holm]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + REST,
        HEAD + FIRST + "He left the ministry. He had no more to say.",
        HEAD + "Clara Voss: a life in pictures?\n\nIt rained.\n\nPeter Holm: a dam.\n\nWhy?\n\nWhen?",
    ],
)
def test_other_texts_are_no_such_interview(text):
    assert owners(text) is None
