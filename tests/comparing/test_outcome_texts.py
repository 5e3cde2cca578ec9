"""What the model of outcomes is shown of a clause and of an undertaking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparing.in_place import JOINT, told_text
from onrecord.comparing.outcome_texts import undertaken_text
from onrecord.comparing.sentences import MOST_AROUND, sentence_at
from onrecord.model.items import Commitment
from onrecord.model.spans import Span


@pytest.fixture
def promise(doc, says):
    def made(text, action, parties=("Harl Port Board",)):
        base = doc("a", says(text, "plan"))
        start = text.index(action)
        commitment = Commitment(
            id="commitment-a", document=base.document.id, spans=(Span(start, start + len(action)),), parties=parties,
            action=action, kind="pledge",
        )  # fmt: skip
        return commitment, base.document

    return made


def test_an_undertaking_that_says_it_all_stands_alone(promise):
    action = "repair the fishermen's pier by June"
    assert undertaken_text(*promise(f"Harl Port Board will {action}, it said.", action)) == f"Harl Port Board: {action}"


def test_one_with_a_pronoun_brings_what_stands_before_it(promise):
    text = "The pier is old. The board will repair it and all its beams by June."
    told = undertaken_text(*promise(text, "repair it and all its beams by June"))
    assert told == f"Harl Port Board: repair it and all its beams by June{JOINT}{text}"


def test_a_short_one_brings_its_sentence(promise):
    text = "The pier is old. On the deck the board will start repainting."
    told = undertaken_text(*promise(text, "start repainting", parties=()))
    assert told == f"start repainting{JOINT}On the deck the board will start repainting."


def test_a_clause_brings_what_is_told_before_it(doc, says):
    annotated = doc("b", says("The pier took its first boats.", "take"), says("It has new beams.", "have"))
    told = [told_text(claim, annotated.document) for claim in annotated.claims]
    assert told[0].startswith("The pier took its first boats")
    assert told[1].partition(JOINT)[2].startswith("The pier took its first boats.")


@given(st.text(alphabet="ab .?!\n”", max_size=900), st.integers(0, 900), st.integers(0, 60))
def test_a_sentence_holds_its_clause_and_is_bounded(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = sentence_at(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text) or end == start
    assert last - first <= length + 2 * MOST_AROUND
