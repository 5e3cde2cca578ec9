"""What a clause tells of an undertaking: by its words where they say so, else by the model."""

import pytest

from onrecord.comparing.outcome_methods import method_of
from onrecord.comparing.undertaken import parts_of
from onrecord.language.outcomes import LABELS
from onrecord.model.items import Commitment
from onrecord.model.spans import Span


@pytest.fixture
def told_as(doc, says):
    """The method by which a clause tells of an undertaking, where the model is sure of a status."""

    def method(action, told, status, *, denied=False, modality="asserted"):
        text = f"Harl Port Board in Ostermouth promised to {action}."
        document = doc("a", says(text, "plan")).document
        start = text.index(action)
        commitment = Commitment(
            id="commitment-a", document=document.id, spans=(Span(start, start + len(action)),),
            parties=("Harl Port Board",), action=action, kind="pledge",
        )  # fmt: skip
        (claim,) = doc("b", says(told, "be", no=denied, modality=modality), published="2025-08-01").claims
        likely = {label: 0.95 if label == status else 0.01 for label in LABELS}
        return method_of(parts_of(commitment, document)[0], claim, likely)

    return method


PIER = "repair the fishermen's pier"
STATUSES = [
    ("The fishermen's pier took its first boats.", "done", "told-done"),
    ("Work on the fishermen's pier has begun.", "in_progress", "told-underway"),
    ("Work on the fishermen's pier has begun.", "done", "told-underway"),
    ("The repair of the fishermen's pier was put off.", "broken", "told-late"),
    ("The fishermen's pier is still shut.", "broken", "told-undone"),
    ("The board dropped the plan for the fishermen's pier.", "broken", "told-withdrawn"),
    ("The board stood by its word on the fishermen's pier.", "done", "undertaken-again"),
]


@pytest.mark.parametrize(("told", "status", "method"), STATUSES)
def test_what_became_of_it(told_as, told, status, method):
    assert told_as(PIER, told, status) == method


def test_what_is_only_planned_is_undertaken_again_or_given_up(told_as):
    assert told_as(PIER, "The board means to repair the pier.", "done", modality="planned") == "undertaken-again"
    assert (
        told_as(PIER, "The board does not mean to repair it.", "done", modality="planned", denied=True)
        == "told-withdrawn"
    )


def test_one_of_several_deeds_is_a_part(told_as):
    action = f"{PIER} and to hire forty lock keepers"
    assert told_as(action, "The fishermen's pier took its first boats.", "done") == "told-part"


@pytest.mark.parametrize(
    ("action", "told", "method"),
    [
        ("hire 90 inspectors", "The board took on 34 of the inspectors", "told-underway"),
        ("hire 90 inspectors", "The board took on 90 inspectors", "told-done"),
        ("hire 90 inspectors", "The board took on 94 inspectors", "told-done"),
        ("invite up to 50 guests", "The board invited 40 guests", "told-done"),
        ("pay 600 crowns", "The 600 crowns arrived 2 weeks late", "told-done"),
    ],
)
def test_amounts_below_what_was_undertaken_are_under_way(told_as, action, told, method):
    assert told_as(action, told, "done") == method


def test_what_was_to_be_left_alone_and_was_not_is_told_contrary(told_as):
    assert told_as("not to close the library", "The board shut the library.", "broken") == "told-contrary"
    assert told_as("not to close the library", "The library is open on Saturdays.", "done") == "told-done"
