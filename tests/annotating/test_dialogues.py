"""What one turn asks and the next answers in words that say nothing alone makes whole claims."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def claims_of(text: str) -> list[tuple[str, str]]:
    """Polarity and text of every claim of a text."""
    return [(claim.polarity, claim.text) for claim in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("REPORTER: Who paid for the hotel?\n\nMAYOR VASS: I did, out of my own pocket.",
         "Vass did pay for the hotel out of Vass' own pocket"),
        ("MS HUME: Sergeant Bly, who told you to launch?\n\nSGT BLY: The major did, ma'am, by radio.",
         "The major did tell Bly to launch by radio"),
        ("MR TENN: Who chose the radar?\n\nMS OATES: The evaluation board did, unanimously.",
         "The evaluation board did choose the radar unanimously"),
        ("COUNSEL: Mr Lyle, were you on duty?\n\nMR LYLE: I was.", "Lyle was on duty"),
        ("CHAIR: And the stamps in the folder?\n\nMR BELL: Forged.", "The stamps were forged"),
    ],
)  # fmt: skip
def test_an_answer_cut_short_says_what_was_asked(text, claim):
    assert ("affirmed", claim) in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "CHAIR: Was the growth beneath the line cleared?\n\nMR VASCO: It was due in May.",
            "The growth was due in May",
        ),
        ("QUESTION: The notice at the ferry?\n\nMS KROLL: It's a forgery.", "The notice is a forgery"),
    ],
)
def test_it_is_what_the_question_is_about(text, claim):
    assert ("affirmed", claim) in claims_of(text)


def test_a_question_is_asked_of_its_subject():
    text = "JUDGE: Was notice given to the tenants?\n\nMR QUAYE: Not individually, no."
    assert claims_of(text) == [
        ("affirmed", "Was notice given to the tenants?"),
        ("negated", "Notice was not given to the tenants individually"),
    ]


def test_you_is_whoever_speaks_before_and_after():
    text = (
        "COUNSEL: Mr Lyle, who was on duty?\n\nMR LYLE: Officer Dane.\n\n"
        "COUNSEL: You rang the harbour at nine.\n\nMR LYLE: Never."
    )
    assert ("affirmed", "Lyle rang the harbour at nine") in claims_of(text)


def test_you_stays_open_where_another_speaks_before():
    text = "CHAIR: Next.\n\nMR DANE: I was at home.\n\nCOUNSEL: You rang the harbour at nine.\n\nMR LYLE: Never."
    assert ("affirmed", "You rang the harbour at nine") in claims_of(text)


def test_you_is_whoever_is_called_by_name():
    text = "CHAIR: Colonel Pike, you sat on the board.\n\nMS ORR: Ask me.\n\nCOLONEL PIKE: I did."
    assert ("affirmed", "Pike sat on the board") in claims_of(text)


@pytest.mark.parametrize("words", ["You could have drunk it straight from the tap", "If you like, the lamps are shut"])
def test_you_that_means_anybody_is_nobody_who_speaks(words):
    text = f"HOST: Were the lamps lit?\n\nMS MARR: {words}.\n\nHOST: Were they?"
    assert not [claim for _, claim in claims_of(text) if claim.lower().startswith(("host could", "if host"))]
