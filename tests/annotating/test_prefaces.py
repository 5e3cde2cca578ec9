"""Words that only lead up to a claim, or set the terms on which somebody speaks, claim nothing."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def texts_of(text):
    return [claim.text for claim in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    "text",
    [
        "An official who asked not to be named said the dam was full.",
        "A clerk who asked to remain anonymous said the dam was full.",
        "A diplomat in Harl, who was not authorised to speak publicly, said the dam was full.",
        "Two officials, speaking on condition of anonymity, said the dam was full.",
        "Officials in Harl, speaking on background, said the dam was full.",
        "Let me begin by saying that the dam was full.",
        "As far as I know the dam was full.",
        "As far as we are aware, the dam was full.",
    ],
)
def test_terms_and_lead_ins_are_no_claims(text):
    assert texts_of(text) == ["The dam was full"]


def test_what_is_not_allowed_is_a_claim_of_its_own():
    assert texts_of("The mayor was not allowed to speak at the hearing.") != []


def test_a_pause_in_work_is_no_lead_in():
    assert any("begin" in text for text in texts_of("The yard will begin by laying off ten welders."))
