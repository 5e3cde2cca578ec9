"""How far something has come, by its words."""

import pytest

from onrecord.comparing.outcomes import given_up, in_full, put_off, settled, under_way, undone

TOLD = [
    (given_up, "the board had struck the scheme from its plan", "the board had put the scheme in its plan"),
    (given_up, "Harl decided not to revive the ferry", "Harl decided to revive the ferry"),
    (given_up, "no longer intends to build the hall", "intends to build the hall"),
    (under_way, "eleven of the forty inspectors have been hired so far", "the inspectors were hired"),
    (under_way, "work on the locks has begun", "the locks hold water"),
    (put_off, "the opening was put back to May", "the opening was in May"),
    (undone, "the pier is still shut", "the pier opened"),
    (undone, "the money remains unspent", "the money was spent"),
    (undone, "no such report has come out", "the report came out"),
    (undone, "the council has yet to publish it", "the council published it"),
    (settled, "the new pump is in service", "the new pump is blue"),
    (in_full, "the last of the forty left", "some of the forty left"),
]


@pytest.mark.parametrize(("word", "tells", "does_not"), TOLD)
def test_words_tell(word, tells, does_not):
    assert word(tells)
    assert not word(does_not)
