"""What "it was the battery" and "this is no tax" say is put together with the question that they answer."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


@pytest.mark.parametrize(
    ("text", "polarity", "modality", "claim"),
    [
        ("What caused the crash? “It was the brakes,” said the inspector, Lena Moss.",
         "affirmed", "asserted", "The brakes caused the crash"),
        ("Experts disagree about what sank the ferry. “It could have been the wind,” said a diver.",
         "affirmed", "possible", "It could have been the wind that sank the ferry"),
        ("The two sides dispute whether heat or the drug killed the horses. “It was the drug,” the vet said.",
         "affirmed", "asserted", "The drug killed the horses"),
        ("Was the flood caused by the dam? “It was the dam,” said a farmer.",
         "affirmed", "asserted", "The flood was caused by the dam"),
        ("Was the flood caused by the dam? “It was never the rain,” said a farmer.",
         "negated", "asserted", "The flood was not caused by the rain"),
        ("Scientists are divided over the cause of the bloom. “It was the farms,” said Professor Ida Ruse.",
         "affirmed", "asserted", "The farms were the cause of the bloom"),
        ("The firm denied that its mine was the source of the dust. “It was the mine,” said a farmer.",
         "affirmed", "asserted", "The firm's mine was the source of the dust"),
        ("The opposition calls the levy a tax. “This is not a tax,” said the treasurer, Omar Lind.",
         "negated", "asserted", "The levy is not a tax"),
        ("“The payment is a bribe,” the prosecutor said. “This is no bribe,” the lawyer said.",
         "negated", "asserted", "The payment is no bribe"),
    ],
)  # fmt: skip
def test_the_question_is_put_in(text, polarity, modality, claim):
    found = [(one.polarity, one.modality, one.text) for one in annotate(read(text.encode())).claims]
    assert (polarity, modality, claim) in found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It was the battery, said the fire chief.", "The battery"),
        ("The ferry sank in May. It was the weekend.", "The weekend sank"),
        ("What sank the ferry? Nobody knows. Two others sail. One goes to Oss. It was the cargo.", "The cargo sank"),
        ("What sank the ferry? It was the cargo that burned.", "The cargo that burned sank"),
        ("The clerk left. “This is not a tax,” said the treasurer.", "The clerk is"),
    ],
)
def test_without_a_question_nothing_is_put_in(text, wrong):
    assert not any(one.text.startswith(wrong) for one in annotate(read(text.encode())).claims)


def test_who_is_named_takes_the_place_of_who_was_asked_about():
    text = "Was the flood caused by the dam? “It was never the rain,” said a farmer."
    said = annotate(read(text.encode())).claims[-1].proposition
    assert [(a.role, a.key, a.filled) for a in said.arguments] == [("agent", "rain", False), ("theme", "flood", True)]
