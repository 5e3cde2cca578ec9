"""The same promise in several reports is told once, and two promises never are."""

import pytest

from onrecord.comparing.undertakings import told_once
from onrecord.model.items import Commitment
from onrecord.model.spans import Span
from onrecord.model.times import Interval


def promise(number, action="open the second timber terminal", *, parties=("Norland",), kind="pledge", due=None):
    deadline = Interval(start=None, end=due, precision="day", text=due) if due else None
    announced = Interval(start=f"2021-01-0{number}", end=None, precision="day", text="that day")
    return Commitment(
        id=f"commitment-{number}", document=f"document-{number}", spans=(Span(0, 5),), parties=parties, action=action,
        kind=kind, deadline=deadline, announced=announced,
    )  # fmt: skip


def test_one_promise_in_two_reports():
    ((first, second),) = told_once([promise(2), promise(1, "open a second timber terminal", due="2022-01-01")])
    assert (first.id, second.id) == ("commitment-1", "commitment-2")


@pytest.mark.parametrize(
    "other",
    [
        promise(2, "open the second granite terminal"), promise(2, "not open the second timber terminal"),
        promise(2, parties=("Sudmark",)), promise(2, kind="plan"), promise(2, "close the bridge"),
    ],
)  # fmt: skip
def test_two_promises(other):
    assert len(told_once([promise(1), other])) == 2


def test_two_deadlines_are_two_promises():
    assert len(told_once([promise(1, due="2022-01-01"), promise(2, due="2023-01-01")])) == 2


def test_other_names_of_a_party():
    found = told_once([promise(1), promise(2, parties=("the North",))], lambda name: name.split()[-1][:4].lower())
    assert len(found) == 2
    found = told_once([promise(1), promise(2, parties=("Norl",))], lambda name: name[:4].lower())
    assert len(found) == 1
