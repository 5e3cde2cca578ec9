"""What is set before the rest of its sentence, numbered or set behind a colon still makes a claim of its own words."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def claims_of(text: str) -> list[tuple[str, str]]:
    """Polarity and text of every claim of a text."""
    return [(claim.polarity, claim.text) for claim in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "polarity", "claim"),
    [
        ("It was the engineer who opened the gate.", "affirmed", "The engineer opened the gate"),
        ("It was not the council that sold the park.", "negated", "The council did not sell the park"),
        ("It was the wind and not the crane that broke the mast.", "affirmed", "The wind broke the mast"),
        ("It is the pump, and nothing else, that failed.", "affirmed", "The pump failed"),
        ("What the divers found was a crack in the wall.", "affirmed", "The divers found a crack in the wall"),
        ("What came to the village was one lorry.", "affirmed", "One lorry came to the village"),
    ],
)
def test_what_a_sentence_sets_before_its_clause_stands_in_the_clause(text, polarity, claim):
    assert (polarity, claim) in claims_of(text)


def test_a_firm_that_is_only_described_is_not_said_to_have_done_it():
    assert "It" not in {text.split()[0] for _, text in claims_of("It is a firm that makes steel in Norland.")}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("2. (b) The harbour company sold the ferry in May.", "The harbour company sold the ferry in May"),
        ("(iv) The clerk for the north has signed the volume.", "The clerk for the north has signed the volume"),
        ("– The siren was tested on Sunday.", "The siren was tested on Sunday"),
        ("Mr Nnam: the charge was within the limit.", "The charge was within the limit"),
        ("For the line, Ms Ella Stroem: there had been no fault.", "There had been no fault"),
    ],
)
def test_what_numbers_or_labels_a_sentence_is_no_part_of_the_claim(text, claim):
    assert claim in [text for _, text in claims_of(text)]


def test_what_stands_behind_a_colon_is_not_denied_with_what_stands_before_it():
    text = "The mayor denied that any bus had been kept waiting: every bus was through the tunnel in an hour."
    assert ("affirmed", "Every bus was through the tunnel in an hour") in claims_of(text)


def test_what_stands_before_a_colon_does_not_frame_what_stands_behind_it():
    text = "Mr Peel rejected talk of a leak: the tank was as tight as on the day it was welded."
    assert ("affirmed", "The tank was as tight as on the day it was welded") in claims_of(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("There was no order to leave before that.", "There was no order to leave before that"),
        ("There had been no attempt by visitors to force a door.", "There had been no attempt by visitors to force"),
    ],
)
def test_an_order_or_attempt_that_never_was_is_denied(text, claim):
    assert any(polarity == "negated" and found.startswith(claim) for polarity, found in claims_of(text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The minister regretted having signed the order.", "The minister has signed the order"),
        ("The dam is known to leak.", "The dam is known to leak"),
        ("The mayor said a note was found in a box with a seal dated 2 May.", "A seal is dated 2 May"),
        ("No officer of the port, serving or retired, had a hand in the sale.",
         "No officer of the port had a hand in the sale"),
    ],
)  # fmt: skip
def test_words_of_a_claim_make_one_sentence(text, claim):
    assert claim in [text for _, text in claims_of(text)]


def test_nobody_is_said_to_serve_of_whom_there_is_none():
    found = claims_of("No officer of the port, serving or retired, had a hand in the sale.")
    assert [text for _, text in found if text.startswith("Officer")] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Inspectors found the door locked.", "The door was locked"),
        ("The mayor had the street closed.", "The street was closed"),
        ("A packer at the mill said he packs the papers by hand.", "The packer at the mill packs the papers by hand"),
        ("A single otter lives in the lake, according to the institute's head of mammals, Dr Ludvig Arne.",
         "A single otter lives in the lake"),
    ],
)  # fmt: skip
def test_a_claim_is_a_whole_sentence_and_holds_no_attribution(text, claim):
    assert claim in [text for _, text in claims_of(text)]


def test_what_somebody_wants_done_is_not_done():
    found = claims_of("A riders' group wants Ms Wyke suspended.")
    assert "Ms Wyke was suspended" not in [text for _, text in found]
