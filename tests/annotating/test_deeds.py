"""What verbs of speech, sight and belief tell besides words, and what only says that words were said."""

import pytest

from onrecord.annotating import annotate
from onrecord.model.items import Claim
from onrecord.reading import read


def claims_of(text: str) -> tuple[Claim, ...]:
    return annotate(read(text.encode(), uri="doc.txt")).claims


def told(text: str) -> list[tuple[str, str, str]]:
    return [(claim.polarity, claim.modality, claim.text) for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "polarity", "claim"),
    [
        ("The letter was written by a clerk, the inspectors found.", "affirmed", "The letter was written by a clerk"),
        ("The memo was never seen by the minister.", "negated", "The memo was never seen by the minister"),
        ("A recall is not being considered.", "negated", "A recall is not being considered"),
        ("The prisoner had asked for neither a priest nor a blanket, the warden said.", "affirmed",
         "The prisoner had asked for neither a priest nor a blanket"),
        ("There is no fuel in Harl; the depots hold oil for two months.", "affirmed",
         "The depots hold oil for two months"),
        ("Nobody in the harbour office knew of the leak, Ms Tull said.", "negated",
         "Nobody in the harbour office knew of the leak"),
        ("There was flooding, twice as much as before.", "affirmed", "There was flooding, twice as much as before"),
        ("The supply had been back everywhere within six hours.", "affirmed",
         "The supply had been back everywhere within six hours"),
    ],
)  # fmt: skip
def test_a_deed_is_claimed(text, polarity, claim):
    assert (polarity, "asserted", claim) in told(text)


@pytest.mark.parametrize(
    "text",
    ["“It leaked,” Mr Lee was told by the crew.", "The clerk was said to be asleep.", "The crew, he wrote, slept."],
)
def test_a_mere_report_is_no_deed(text):
    assert not {claim.proposition.predicate for claim in claims_of(text)} & {"say", "write", "inform"}


@pytest.mark.parametrize(
    ("text", "modality", "claim"),
    [
        ("The ferry, a spokeswoman said, would carry cars again soon.", "planned",
         "The ferry would carry cars again soon"),
        ("Brenn Water would say only that its samples had come back clean.", "asserted",
         "Its samples had come back clean"),
        ("“I would add that the envoy apologised,” Mr Lode said.", "asserted", "The envoy apologised"),
        ("The ferry would carry cars if the pier held.", "conditional", "The ferry would carry cars if the pier held"),
    ],
)  # fmt: skip
def test_would_in_a_report(text, modality, claim):
    assert (modality, claim) in [(one[1], one[2]) for one in told(text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The porter had himself carried the sacks to the depot.", "The porter had himself carried the sacks to the"),
        ("The crates, said Ms Torvald, contained wet sand.", "The crates contained wet sand"),
    ],
)
def test_a_verb_parted_from_its_subject_has_it_again(text, claim):
    assert [one for one in told(text) if one[1] == "asserted" and one[2].startswith(claim)]
