"""Which pairs of undertakings and clauses the model of outcomes is asked about."""

import msgspec
import pytest

from onrecord.comparing.shortlisting import MOST_ASKED, MOST_GLANCED, pairs_between, worth_a_look, worth_asking
from onrecord.comparing.tellings import told_by
from onrecord.model.items import Commitment
from onrecord.model.spans import Span

TEXT = "Harl Port Board in Ostermouth will repair the fishermen's pier. Ann Lee of Drovia will visit the school."
ACTIONS = {"pier": "repair the fishermen's pier", "school": "visit the school"}


@pytest.fixture
def promising(doc, says):
    base = doc("a", says(TEXT, "plan"))
    promised = tuple(
        Commitment(
            id=f"commitment-{name}", document=base.document.id, kind="pledge", action=action,
            spans=(Span(TEXT.index(action), TEXT.index(action) + len(action)),), parties=(party,),
        )
        for (name, action), party in zip(ACTIONS.items(), ("Harl Port Board", "Ann Lee"), strict=True)
    )  # fmt: skip
    return doc("a", says(TEXT, "plan"), commitments=promised)


@pytest.fixture
def telling(doc, says):
    def made(*texts, published="2025-08-01"):
        return doc("b", *(says(text, "be") for text in texts), published=published)

    return made


def pairs(first, later):
    return pairs_between(first.commitments, first.document, told_by(later.claims), later.document)


def test_the_likeliest_comes_first(promising, telling):
    later = telling("In Ostermouth the fishermen's pier has new beams.", "The herring was dear.")
    first = worth_asking(pairs(promising, later))[0]
    assert (first.commitment.id, "pier" in first.told.claim.text) == ("commitment-pier", True)


def test_a_clause_that_shares_nothing_leans_on_the_one_before(promising, telling):
    later = telling("In Ostermouth the fishermen's pier has new beams.", "It is blue.")
    traits = {
        pair.commitment.id: pair.traits for pair in pairs(promising, later) if pair.told.claim.text.startswith("It")
    }
    assert traits["commitment-pier"]["only lead before"] > 0
    assert traits["commitment-school"]["only lead before"] == 0


def test_an_empty_clause_is_told_nothing_of(promising, telling):
    assert worth_asking(pairs(promising, telling(" "))) == []


def test_however_many_clauses_few_are_asked_about(promising, telling):
    later = telling(*(f"In Ostermouth the fishermen's pier has beam {number}." for number in range(300)))
    glanced = pairs(promising, later)
    assert len(glanced) == MOST_GLANCED
    assert len(worth_asking(glanced)) <= MOST_ASKED


def test_the_order_of_clauses_given_changes_nothing_of_who_is_asked(promising, telling):
    later = telling("In Ostermouth the fishermen's pier has new beams.", "Ann Lee came to the school in Drovia.")
    turned = msgspec.structs.replace(promising, commitments=promising.commitments[::-1])
    asked = [(pair.commitment.id, pair.told.claim.id) for pair in worth_asking(pairs(promising, later))]
    assert [(pair.commitment.id, pair.told.claim.id) for pair in worth_asking(pairs(turned, later))] == asked


@pytest.mark.parametrize(
    ("text", "published", "worth"),
    [
        ("In Ostermouth the fishermen's pier of Harl has new beams.", "2025-08-01", True),
        ("In Ostermouth the fishermen's pier of Harl has new beams.", "2024-01-01", False),
        ("The fishermen's pier has new beams.", "2025-08-01", False),
    ],
    ids=["of one matter", "told before it", "no names shared"],
)
def test_which_documents_are_worth_a_look(promising, telling, text, published, worth):
    later = telling(text, published=published)
    assert worth_a_look(promising.commitments, promising.document, told_by(later.claims), later.document) is worth
