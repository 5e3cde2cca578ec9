"""What "its" and "he" take up of their own sentence comes before what was spoken of earlier."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def texts_of(text: str) -> list[str]:
    return [claim.text for claim in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The truth, the clerk said, was that the ferry line hadn't paid for its fuel.",
         "The ferry line hadn't paid for its fuel"),
        ("The unions met on Monday. The council has sold its park.", "The council has sold its park"),
        ("Private Ansel Ilves was hurt at a depot, and he had signed a contract, General Ruy Castell said.",
         "Ansel Ilves had signed a contract"),
        ("The Harbour Agency rejects the company's claim that it was given no time to repair the boats.",
         "It is not true that the company was given no time to repair the boats"),
        ("Lund dismissed a claim by the firm that it had paid the fine.", "The firm had not paid the fine"),
        ("“They signed, they shook hands and they closed the gate,” said Ann Bell.", "They closed the gate"),
    ],
)  # fmt: skip
def test_a_pronoun_takes_up_the_subject_of_its_own_sentence(text, claim):
    assert claim in texts_of(text)


def test_its_is_not_the_subjects_where_another_noun_stands_between():
    assert not [text for text in texts_of("The fire reached the school and its yard.") if "the fire's" in text.lower()]
