"""Who denies or owns what somebody is accused of speaks of the deed; a comment behind a report answers the report."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def denied_in(text):
    claims = annotate(read(text.encode())).claims
    return [(claim.text, claim.holder.name) for claim in claims if claim.polarity == "negated"]


@pytest.mark.parametrize(
    ("text", "claim", "holder"),
    [
        ("The mayor accused the firm of dumping waste in the river. The firm denied that.",
         "The firm has not dumped waste in the river", "firm"),
        ("The mayor accused the firm of dumping waste in the river. The firm rejected the accusation.",
         "The firm has not dumped waste in the river", "firm"),
        ("The mayor accused the firm of dumping waste, a charge that the board denied.",
         "The firm has not dumped waste", "board"),
        ("The mayor said the pump had failed, a claim that the guard denied.", "The pump had not failed", "guard"),
        ("The mayor said the pump had failed, which the engineer denies.", "The pump had not failed", "engineer"),
        ("Residents say the plant leaked for weeks, something the company denies.",
         "The plant did not leak for weeks", "company"),
        ("Harl accused Lund of blocking boats, a charge Lund's envoy dismissed as \"invention\".",
         "Lund has not blocked boats", "Lund's envoy"),
    ],
)  # fmt: skip
def test_a_denial_is_of_the_deed_that_was_told(text, claim, holder):
    assert denied_in(text) == [(claim, holder)]


def test_who_admits_an_accusation_owns_the_deed():
    text = "The mayor accused the firm of dumping waste. The firm admitted that."
    claims = [(c.text, c.polarity, c.holder.name) for c in annotate(read(text.encode())).claims]
    assert ("The firm has dumped waste", "affirmed", "firm") in claims


@pytest.mark.parametrize(
    "text",
    [
        "The board published a letter, which the mayor rejected.",
        "The firm faces charges of fraud, which it denies.",
    ],
)
def test_a_thing_that_is_rejected_is_no_denial_of_what_is_told(text):
    assert denied_in(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ann Bell ruled out publishing the report.", "Ann Bell will not publish the report"),
        ("Ann Bell ruled out having met the envoy.", "Ann Bell has not met the envoy"),
    ],
)
def test_what_is_ruled_out_lies_ahead(text, claim):
    assert [name for name, _ in denied_in(text)] == [claim]


def test_on_which_terms_sources_spoke_is_nothing_that_a_denial_answers():
    terms = "They spoke on condition of anonymity because they were not authorised to discuss it."
    assert denied_in(f"Envoys met in Ister, two officials said. {terms} Tovar's ministry rejected the report.") == []
