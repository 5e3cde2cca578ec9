"""What a sentence only passes on, and what its speaker stands behind. All places and people are invented."""

import pytest

from onrecord.comparing.hearsay import is_heard
from onrecord.model.identity import content_id
from onrecord.model.items import Claim, Holder, Proposition
from onrecord.model.spans import Span


def claim_on(text, words):
    start = text.index(words)
    return Claim(
        id=content_id("claim", words), document="document_1", statement=None, spans=(Span(start, start + len(words)),),
        text=words[0].upper() + words[1:], polarity="affirmed", modality="asserted", holder=Holder(),
        proposition=Proposition(predicate="be"),
    )  # fmt: skip


WELL = "the well at Harl is dry"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"Rumours that {WELL} have been going round.", True),
        (f"Asked about reports that {WELL}, Ms Holt declined to comment.", True),
        (f"A crowd gathered after posts on social media claimed that {WELL}.", True),
        (f"Gossip in the market has it that {WELL}.", True),
        (f"“Somebody always turns up to say that {WELL}. I do not listen,” Ms Holt said.", True),
        (f"She would neither confirm nor deny reports that {WELL}.", True),
        (f"I have seen it said that {WELL}, and it is a lie.", True),
        (f"It has often been claimed in the town that {WELL}.", True),
        (f"There have been claims that {WELL}.", True),
        (f"It was reported by the water board that {WELL}.", False),
        (f"The court heard that {WELL}.", False),
        (f"Ms Holt denied reports that {WELL}.", False),
        (f"Ms Holt confirmed reports that {WELL}.", False),
        (f"Ms Holt said there was no truth in stories that {WELL}.", False),
        (f"A report by the water board says that {WELL}.", False),
        (f"The engineers reported that {WELL}.", False),
        (f"Rumours had spread. Ms Holt said that {WELL}.", False),
        (f"{WELL.capitalize()}.", False),
    ],
)
def test_heard(sentence, expected):
    words = WELL if WELL in sentence else WELL.capitalize()
    assert is_heard(claim_on(sentence, words), sentence) is expected


def test_a_claim_about_a_rumour_is_only_passed_on():
    sentence = f"Rumours that {WELL} have been going round."
    assert is_heard(claim_on(sentence, sentence.rstrip(".")), sentence)
