"""What is set against what a clause says is denied by it; numbers and days are not."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def denials(text: str) -> list[str]:
    """What the claims of a text deny."""
    return [claim.text for claim in annotate(read(text.encode())).claims if claim.polarity == "negated"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The cause was ice, not fog.", "It is not true that the cause was fog"),
        ("The mayor blamed the crew and not the captain.", "It is not true that the mayor blamed the captain"),
        ("The bullets were fired by the police, not the miners.",
         "It is not true that the bullets were fired by the miners"),
    ],
)  # fmt: skip
def test_what_is_set_against_is_denied(text, denied):
    assert denied in denials(text)


def test_what_is_denied_is_in_its_place():
    claims = annotate(read(b"The mayor blamed the crew and not the captain.")).claims
    themes = {(claim.polarity, a.key) for claim in claims for a in claim.proposition.arguments if a.role == "theme"}
    assert themes == {("affirmed", "crew"), ("negated", "captain")}


@pytest.mark.parametrize(
    "text",
    [
        "There were nine fires, not eleven.",
        "The water was tested in May, not in June.",
        "The cause may have been ice, not fog.",
        "Was the cause ice, not fog?",
        "The crew, not to mention the captain, slept.",
    ],
)
def test_nothing_else_is_denied(text):
    assert denials(text) == []
