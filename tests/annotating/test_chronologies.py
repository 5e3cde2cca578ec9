"""The lines of a chronology tell in the present what happened on their day, or is planned for it."""

import pytest

from onrecord.annotating.events import find_events


@pytest.mark.parametrize(
    ("line", "kind", "day", "status"),
    [
        ("12 March 2018: The assembly votes against the dam.", "vote", "2018-03-12", "happened"),
        ("4 April 2019: The premier flies to Tolm.", "visit", "2019-04-04", "happened"),
        ("20 July 2019: The tribunal sits in Vess.", "hearing", "2019-07-20", "planned"),
        ("2 May 2019 – Police arrest nineteen farmers.", "arrest", "2019-05-02", "happened"),
    ],
)
def test_a_line_dates_what_it_tells(undertaken, line, kind, day, status):
    events = undertaken(f"How the quarrel over the dam went on.\n\n{line}", find_events)
    assert (kind, day, status) in {(e.kind, e.when and e.when.start, e.status) for e in events}


def test_outside_a_chronology_the_present_is_a_habit(undertaken):
    assert not undertaken("Every spring the police arrest farmers.", find_events)
