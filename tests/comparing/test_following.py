"""What later documents tell of undertakings in other words."""

from datetime import date

import msgspec
import numpy as np
import pytest

from onrecord.comparing import compare
from onrecord.comparing.following import method_of, of_a_part, tells_contrary
from onrecord.comparing.judging import Judging
from onrecord.comparing.undertaken import parts_of
from onrecord.model.items import Commitment
from onrecord.model.spans import Span

ENTAILED = Judging(lambda pairs: np.array([[0.97, 0.02, 0.01]] * len(pairs), dtype=np.float32))
"""A model that holds every clause for saying that what was undertaken was done."""

PROMISED = "Harl Port Board in Ostermouth will repair the fishermen's pier."
ACTION = "repair the fishermen's pier"


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


def found(record, *documents):
    for annotated in documents:
        record.keep(annotated)
        compare(record, annotated.document.id, judging=ENTAILED)
    return [f for f in record.findings.values() if f.kind == "progress"]


REOPENED = "In Ostermouth the fishermen's pier of Harl reopened with new beams."


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
        ("In Ostermouth the old lighthouse of Harl reopened with new beams.", "2025-08-01"),
        ("If in Ostermouth the fishermen's pier of Harl reopened, nobody would notice.", "2025-08-01"),
        ("In Ostermouth the Harl Port Board dropped its plan to light the fishermen's pier.", "2025-08-01"),
    ],
    ids=["before", "elsewhere", "another thing", "a supposition", "another deed given up"],
)
def test_what_tells_of_something_else(record, promised, doc, says, told, published):
    assert found(record, promised(), doc("b", says(told, "open"), published=published)) == []


def test_a_clause_about_a_time_before_the_promise_tells_nothing(record, promised, doc, says, when):
    told = doc("b", says(REOPENED, "open", theme="fishermen's pier"), published="2025-08-01")
    earlier = msgspec.structs.replace(told.claims[0], about=when("2019"))
    assert found(record, promised(), msgspec.structs.replace(told, claims=(earlier,))) == []


def test_order_and_removal_leave_no_trace(record, promised, doc, says):
    told = doc("b", says(REOPENED, "open", theme="fishermen's pier"), published="2025-08-01")
    first = found(record, promised(), told)
    again = type(record)()
    assert [f.id for f in found(again, told, promised())] == [f.id for f in first]


STATUSES = [
    ("The fishermen's pier is still shut.", False, "told-undone"),
    ("The repair of the fishermen's pier was put off.", False, "told-late"),
    ("The board dropped the plan for the fishermen's pier.", False, "told-withdrawn"),
    ("Work on the fishermen's pier has begun.", False, "told-underway"),
    ("The fishermen's pier has not reopened.", True, "told-undone"),
    ("The board stood by its word on the fishermen's pier.", False, "undertaken-again"),
    ("The fishermen's pier took its first boats.", False, "told-done"),
]


@pytest.mark.parametrize(("text", "denied", "method"), STATUSES)
def test_what_became_of_it(promised, doc, says, text, denied, method):
    annotated = promised()
    (part,) = parts_of(annotated.commitments[0], annotated.document)
    (claim,) = doc("b", says(text, "be", no=denied), published="2025-08-01").claims
    assert method_of(part, claim, date(2025, 8, 1), annotated.commitments[0]) == method


def test_one_of_several_deeds_is_a_part(promised, doc, says):
    action = "repair the fishermen's pier and to hire forty lock keepers"
    annotated = promised(action, f"Harl Port Board in Ostermouth promised to {action}.")
    parts = parts_of(annotated.commitments[0], annotated.document)
    (claim,) = doc("b", says("The fishermen's pier took its first boats.", "take")).claims
    assert method_of(parts[0], claim, date(2025, 8, 1), annotated.commitments[0]) == "told-part"


@pytest.mark.parametrize(
    ("undertaken", "told", "short"),
    [
        ({90.0}, {34.0, 90.0}, True),
        ({60.0}, {19.0}, True),
        ({60.0}, {60.0}, False),
        ({60.0}, {64.0}, False),
        (set(), {3.0}, False),
    ],
)
def test_amounts_below_what_was_undertaken(undertaken, told, short):
    assert of_a_part(undertaken, told) is short


def test_what_is_left_alone_is_not_told_as_done_by_what_it_is(promised, doc, says):
    annotated = promised("not to close the library", "The board agreed not to close the library.")
    (part,) = parts_of(annotated.commitments[0], annotated.document)

    def tells(text, **traits):
        (claim,) = doc("b", says(text, "be"), published="2025-08-01").claims
        return tells_contrary(part, {"same deed": 0.0, "verb": 0.3} | traits, claim)

    assert not tells("The library has been open on Saturdays")
    assert tells("The board shut the library", entails=0.9)
    assert tells("The board closed the library", verb=1.0)
    assert tells("The promise was scrapped")


def test_fewer_than_at_most_and_the_lateness_make_no_part(promised, doc, says):
    for action, text in (
        ("invite up to 50 guests", "The board invited 40 guests"),
        ("pay 600 crowns", "The 600 crowns arrived 2 weeks late"),
    ):
        annotated = promised(action, f"Harl Port Board promised to {action}.")
        (part,) = parts_of(annotated.commitments[0], annotated.document)
        (claim,) = doc("b", says(text, "be"), published="2025-08-01").claims
        assert method_of(part, claim, date(2025, 8, 1), annotated.commitments[0]) == "told-done"
