"""A claim's words read as a person would say them: inverted denials, evidence, states, what a cut clause takes up."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


@pytest.mark.parametrize(
    ("text", "claim", "polarity", "modality"),
    [
        (
            "At no point had the water been unsafe, a doctor said.",
            "At no point had the water been unsafe", "negated", "asserted",
        ),
        (
            "At no stage was force used beyond handcuffs.",
            "At no stage was force used beyond handcuffs", "negated", "asserted",
        ),
        (
            "There is no evidence linking the works to the deaths, Ann Bell said.",
            "There is no evidence linking the works to the deaths", "negated", "asserted",
        ),
        (
            "The divers could not reach the wreck.",
            "The divers could not reach the wreck", "negated", "asserted",
        ),
        ("The divers may not reach the wreck.", "The divers may not reach the wreck", "negated", "possible"),
        (
            "Ann Bell said that no pilot had ever told anyone to leave.",
            "No pilot had ever told anyone to leave", "negated", "asserted",
        ),
        (
            "“We hold the government of Norland responsible,” said Ann Bell.",
            "The government of Norland is responsible", "affirmed", "asserted",
        ),
    ],
)  # fmt: skip
def test_a_claim_reads_as_said(text, claim, polarity, modality):
    found = [(one.text, one.polarity, one.modality) for one in annotate(read(text.encode())).claims]
    assert (claim, polarity, modality) in found


def test_a_cut_clause_takes_up_what_the_same_speaker_said():
    text = "The club accused Ann Bell of lying. “She told us it would stay shut,” said Bo Falk. “It didn't.”"
    assert not [one for one in annotate(read(text.encode())).claims if one.text.startswith("The club did not")]


def test_a_denial_by_another_does_not_keep_we():
    text = "“We sold the mill,” said a clerk. The mayor denied it."
    assert not [one for one in annotate(read(text.encode())).claims if one.text.startswith("We did not")]
