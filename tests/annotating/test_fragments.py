"""Answers without a verb say what was asked: when, where, who, whether, and "And the result?"."""

import pytest

from onrecord.annotating import annotate
from onrecord.model.items import Claim
from onrecord.reading import read


def answers(question: str, answer: str) -> list[Claim]:
    text = f"MS ORR: {question}\n\nMR LODE: {answer}\n"
    at = text.index("MR LODE")
    return [claim for claim in annotate(read(text.encode(), uri="call.txt")).claims if claim.spans[0].start > at]


@pytest.mark.parametrize(
    ("question", "answer", "polarity", "claim"),
    [
        ("When do the ferries sail?", "Not before the end of June.", "negated",
         "The ferries do not sail before the end of June"),
        ("And when were you told?", "By the anglers, at six.", "affirmed", "Lode was told by the anglers, at six"),
        ("Where was the boat?", "Half a mile off the harbour, madam.", "affirmed",
         "The boat was half a mile off the harbour"),
        ("Who signed the order?", "The deputy minister.", "affirmed", "The deputy minister signed the order"),
        ("Did Mr Orne give money?", "Not a crown, not ever.", "negated", "Mr Orne did not give money"),
        ("Did the union come up?", "Not this time.", "negated", "The union did not come up this time"),
        ("And the impact?", "One blow.", "affirmed", "The impact was one blow"),
    ],
)  # fmt: skip
def test_a_short_answer_says_what_was_asked(question, answer, polarity, claim):
    found = answers(question, answer)
    assert [(one.polarity, one.text) for one in found] == [(polarity, claim)]


def test_a_short_answer_stands_on_its_own_words():
    text = "MS ORR: When do the ferries sail?\n\nMR LODE: Not before June.\n"
    made = annotate(read(text.encode(), uri="call.txt")).claims[-1]
    assert made.spans[0].of(text) == "Not before June"
    assert made.holder.name == "Lode"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When do the ferries sail?", "The harbour."),
        ("Where was the boat?", "Thank you, madam."),
        ("Who signed the order?", "That again."),
        ("Why did the boat sink?", "In the harbour."),
    ],
)
def test_what_does_not_fit_answers_nothing(question, answer):
    assert answers(question, answer) == []


def test_he_is_the_one_person_asked_about():
    (claim,) = answers("Where's the captain?", "He's in his villa, under guard.")
    assert claim.text.startswith("The captain is in")
