"""An office told in full before its holder is named is the holder's office."""

import pytest

from onrecord.language.takenup import office_taken_up

TOLD = "Norland’s energy minister denied it on Friday. Velmark’s trade minister, Per Holt, did not. "


@pytest.mark.parametrize(
    ("after", "title"),
    [
        ("“No oil was lost,” the minister, Ada Lind, said.", "Norland’s energy minister"),
        ("“No oil was lost,” the chairwoman, Ada Lind, said.", None),
        ("“No oil was lost,” a minister, Ada Lind, said.", None),
        ("“No oil was lost,” the day before, Ada Lind said.", None),
    ],
)
def test_the_office_is_the_last_one_with_that_head_and_without_a_name(after, title):
    text = TOLD + after
    office = office_taken_up(text, text.index("Ada"))
    assert (office.role.title if office else None) == title


def test_with_nothing_told_before_there_is_none():
    text = "“No oil was lost,” the minister, Ada Lind, said."
    assert office_taken_up(text, text.index("Ada")) is None


def test_a_counterpart_told_behind_the_name_stands_for_her_state():
    text = "He and Ada Lind, his Norwegian counterpart, signed it."
    office = office_taken_up(text, text.index("Ada"))
    assert office.role.organisation == "Norway"
    assert office_taken_up("Ada Lind, his Norwegian neighbour, signed it.", 0) is None
