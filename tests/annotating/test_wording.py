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


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("We did not open a single gate before the sirens had sounded.",
         "We did not open a single gate before the sirens had sounded"),
        ("Mr Harl said the gates were not opened until the alarm was raised.",
         "The gates were not opened until the alarm was raised"),
        ("Ann Bell said as many as 600 jobs could go.", "As many as 600 jobs could go"),
        ("Two of the six boats could be lowered, as we now know, but four couldn't.",
         "Four of the boats could not be lowered"),
        ("The mill denies that any of its grain was spoiled.", "None of the mill's grain was spoiled"),
        ("She said the road had not been repaired. It will be, the mayor replied.", "The road will be repaired"),
        ("The gate was not shut in time. It should have been, Lund said.", "The gate should have been shut in time"),
        ("The union says nobody was warned. They were.", "They were warned"),
    ],
)  # fmt: skip
def test_a_claim_keeps_the_words_that_it_turns_on(text, claim):
    assert claim in [one.text for one in annotate(read(text.encode())).claims]


def test_what_bounds_no_denial_stays_apart():
    [first, *_] = annotate(read(b"The gates were opened before the sirens had sounded.")).claims
    assert first.text == "The gates were opened"


def test_an_official_at_a_body_is_not_the_body():
    text = "A senior official at the ministry said it was full."
    assert all("official" not in claim.text for claim in annotate(read(text.encode())).claims)


def test_what_nobody_believes_is_denied_by_whoever_says_so():
    text = "“I don't think anyone believes that the border is open,” Ann Bell said."
    [claim] = annotate(read(text.encode())).claims
    assert (claim.polarity, claim.holder.name) == ("negated", "Ann Bell")


def test_a_concession_is_told_and_not_asked():
    text = "It was unclear whether the rules would be eased, though Harland has not objected to them."
    claims = annotate(read(text.encode())).claims
    assert [(c.polarity, c.modality) for c in claims if c.proposition.predicate == "oppose"] == [
        ("negated", "asserted")
    ]


def test_what_goes_on_is_told_once():
    claims = annotate(read(b"The line over the roof had gone on humming until one.")).claims
    assert [claim.text for claim in claims] == ["The line over the roof had gone on humming until one"]


def test_a_text_may_begin_with_a_gerund_that_hangs_on_going():
    claims = annotate(read(b"Humming, the crew went to the pier.")).claims
    assert any("went to the pier" in claim.text for claim in claims)
