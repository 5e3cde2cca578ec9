"""What later documents tell of undertakings in other words."""

import msgspec
import numpy as np
import pytest

from onrecord.comparing import compare
from onrecord.comparing.following import SUREST, linked_odds
from onrecord.comparing.outcome_judging import OutcomeJudging
from onrecord.language.outcomes import LABELS
from onrecord.model.items import Commitment
from onrecord.model.spans import Span

PROMISED = "Harl Port Board in Ostermouth will repair the fishermen's pier."
ACTION = "repair the fishermen's pier"
REOPENED = "In Ostermouth the fishermen's pier of Harl reopened with new beams."


def row(status, sure=0.97):
    """A model's answer: so sure of one label, and of the others alike."""
    rest = (1 - sure) / (len(LABELS) - 1)
    return [sure if label == status else rest for label in LABELS]


def model(status="done", of=lambda told, undertaken: "pier" in told and "pier" in undertaken):
    """A model that holds clauses of a sort for telling so, and all others for telling nothing."""
    return OutcomeJudging(
        lambda pairs: np.array([row(status if of(*pair) else "none") for pair in pairs], dtype=np.float32)
    )


@pytest.fixture
def promised(doc, says, when):
    def made(action=ACTION, text=PROMISED, deadline=None):
        base = doc("a", says(text, "plan"))
        start = text.index(action)
        commitment = Commitment(
            id="commitment-a", document=base.document.id, spans=(Span(start, start + len(action)),),
            parties=("Harl Port Board",), action=action, kind="pledge", deadline=when(deadline),
        )  # fmt: skip
        return doc("a", says(text, "plan"), commitments=(commitment,))

    return made


def found(record, *documents, outcomes=None):
    for annotated in documents:
        record.keep(annotated)
        compare(record, annotated.document.id, outcomes=outcomes or model())
    return [f for f in record.findings.values() if f.kind == "progress"]


def test_a_result_tells_a_deed_done(record, promised, doc, says):
    told = says(REOPENED, "open", theme="fishermen's pier")
    (link,) = found(record, promised(), doc("b", told, published="2025-08-01"))
    assert link.method == "told-done"
    assert link.items[0] == "commitment-a"
    assert [evidence.document for evidence in link.evidence] == [promised().document.id, link.evidence[1].document]
    assert "repair the fishermen's pier" in link.reason
    assert "reopened with new beams" in link.reason


@pytest.mark.parametrize(
    ("told", "published"),
    [
        (REOPENED, "2025-01-01"),
        ("In Drovia the fishermen's pier reopened with new beams.", "2025-08-01"),
        ("If in Ostermouth the fishermen's pier of Harl reopened, nobody would notice.", "2025-08-01"),
    ],
    ids=["before", "elsewhere", "a supposition"],
)
def test_what_is_never_asked_about(record, promised, doc, says, told, published):
    assert found(record, promised(), doc("b", says(told, "open"), published=published)) == []


def test_what_the_model_holds_for_something_else_is_no_link(record, promised, doc, says):
    told = doc("b", says(REOPENED, "open", theme="fishermen's pier"), published="2025-08-01")
    assert found(record, promised(), told, outcomes=model(of=lambda told, undertaken: False)) == []


def test_a_clause_about_a_time_before_the_promise_tells_nothing(record, promised, doc, says, when):
    told = doc("b", says(REOPENED, "open", theme="fishermen's pier"), published="2025-08-01")
    earlier = msgspec.structs.replace(told.claims[0], about=when("2019"))
    assert found(record, promised(), msgspec.structs.replace(told, claims=(earlier,))) == []


def test_order_and_removal_leave_no_trace(record, promised, doc, says):
    told = doc("b", says(REOPENED, "open", theme="fishermen's pier"), published="2025-08-01")
    first = found(record, promised(), told)
    again = type(record)()
    assert [f.id for f in found(again, told, promised())] == [f.id for f in first]


def test_a_clause_goes_to_the_likelier_of_two_undertakings(record, doc, says):
    text = "Harl Port Board in Ostermouth will repair the fishermen's pier. It will paint the fishermen's pier."
    identity = doc("a", says(text, "plan")).document.id

    def undertaken(number, action):
        spans = (Span(text.index(action), text.index(action) + len(action)),)
        return Commitment(
            id=f"commitment-{number}", document=identity, spans=spans, parties=("Harl Port Board",), action=action,
            kind="pledge",
        )  # fmt: skip

    both = (undertaken(0, "repair the fishermen's pier"), undertaken(1, "paint the fishermen's pier"))
    told = doc("b", says("In Ostermouth the fishermen's pier of Harl is blue now.", "be"), published="2025-08-01")
    links = found(
        record, doc("a", says(text, "plan"), commitments=both), told,
        outcomes=model(of=lambda told, undertaken: "paint" in undertaken.partition("|")[0]),
    )  # fmt: skip
    assert [link.items[0] for link in links] == ["commitment-1"]


@pytest.mark.parametrize("none", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_the_odds_of_a_link_fall_with_what_speaks_for_none_and_are_bounded(none):
    odds = linked_odds({"none": none})
    assert -SUREST <= odds <= SUREST
    assert (odds > 0) == (none < 0.5)
