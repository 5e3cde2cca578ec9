"""What "you" means in a question, and what is left open where two could be meant."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def texts(text: str) -> list[str]:
    """What each claim says."""
    return [claim.text for claim in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("MR. DORN: The clerk says that you hid the report. Is that true?\nMS. KALL: No.", "Kall hid the report"),
        ("MR. DORN: You told the house that it was paid. Was it?\nMS. KALL: No.",
         "Kall told the house that it was paid"),
        ("MR. DORN: Did your firm pay the fine?\nMS. KALL: No.", "Did Kall's firm pay the fine?"),
    ],
)  # fmt: skip
def test_who_is_asked_is_you(text, claim):
    assert claim in texts(text)


@pytest.mark.parametrize(
    "text",
    [
        "MR. DORN: You sold the mine.\nMS. KALL: No.",
        "MR. DORN: You sold the mine, said Mr. Brun. Is that true?\nMS. KALL: No.\nMR. BRUN: Yes.",
        "MR. DORN: You sold the mine. Is that true?",
        "“You sold the mine,” she said.",
    ],
)
def test_who_is_told_stays_open(text):
    assert not any("Kall sold" in claim for claim in texts(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The vessel Arn Bolt is a civilian ship. It carries no weapons.", "The vessel carries no weapons"),
        ("MR. DORN: Minister, will the board go to Oslo?\nMS. KALL: No.", "Will the board go to Oslo?"),
        ("Clean Harl is an independent association with 21,000 members. It takes no money from firms.",
         "Clean Harl takes no money from firms"),
        ("The ferry was in Oslo when it sank.", "The ferry sank"),
        ("It is the third time in two years that the tunnel has been flooded.",
         "The tunnel has been flooded for the third time in two years"),
        ("I know nobody who was paid.", "Nobody was paid"),
        ("She met no one who had seen the fire.", "No one had seen the fire"),
        ("Ada Roe said: “And I'd remind the committee that we began early.”",
         "Ada Roe would remind the committee that we began early"),
    ],
)  # fmt: skip
def test_a_claim_reads_alone(text, claim):
    assert claim in texts(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A barge was moored beside the pier when it gave way.", "The barge gave way"),
        ("The crane was above the main when it burst.", "The crane burst"),
        ("The firm expects to finish in May, later than planned.", "The firm is planned"),
        ("MR. DORN: Minister, have you left?\nMS. KALL: No.", "Minister, has Kall left?"),
        ("The ban on air traffic was lifted.", "Air is trafficked"),
    ],
)
def test_nothing_is_said_that_was_not(text, wrong):
    assert wrong not in texts(text)
