"""What a later clause tells of an undertaking, by the model that ships."""

import pytest

from onrecord.language.outcomes import LABELS, outcome_model, told_of

PIER = "Harl Port Board: repair the fishermen's pier by June"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("The fishermen's pier was repaired in May", "done"),
        ("Only half of the fishermen's pier has been repaired", "in_progress"),
        ("The fishermen's pier has not been repaired", "broken"),
        ("The board dropped its plan to repair the fishermen's pier", "withdrawn"),
        ("The price of herring rose in May", "none"),
    ],
)
def test_the_shipped_model_tells_plain_cases_apart(told, status):
    (row,) = told_of([(told, PIER)])
    assert LABELS[row.argmax()] == status


def test_the_model_is_loaded_once():
    assert outcome_model() is outcome_model()
