"""Undertakings to leave something alone, stages of a deed, and whose a person is: the words they are told by."""

import pytest

from onrecord.comparing.belonging import is_of_body
from onrecord.comparing.forbearing import deed_of, forbears, goes_on, undertook
from onrecord.comparing.stages import falls_short, is_partial
from onrecord.model.items import Commitment
from onrecord.model.spans import Span
from onrecord.model.times import Interval


def _undertaking(action, kind="pledge", due=None):
    deadline = Interval(start=None, end="2026-01-01", precision="year", text=due) if due else None
    return Commitment(
        id="c", document="d", spans=(Span(0, 9),), parties=("Norland",), action=action, kind=kind, deadline=deadline
    )


@pytest.mark.parametrize(
    ("action", "deed"),
    [
        ("not raise the levy", "raise the levy"),
        ("not to raise the levy", "raise the levy"),
        ("never to sell the hall", "sell the hall"),
        ("No jobs will be cut at the yard", "cut jobs at the yard"),
        ("not another tanker would be sent", "sent tanker"),
        ("no school will close", "close school"),
        ("call no further strike before 2026", "call further strike before 2026"),
        ("raise no new taxes", "raise new taxes"),
    ],
)
def test_a_forbearance_is_of_a_deed(action, deed):
    assert forbears(_undertaking(action))
    assert deed_of(action) == deed


def test_a_deed_is_none():
    for action in ("note the levy", "admit no more than 50 guests", "leave no stone unturned", "lose no time"):
        assert not forbears(_undertaking(action))
    assert deed_of("open the port") == "open the port"


@pytest.mark.parametrize(
    ("kind", "due", "held"),
    [("pledge", "until 2026", True), ("pledge", "by 2026", False), ("order", "until March 15", False)],
)
def test_what_goes_on_until_then_is_not_due_then(kind, due, held):
    assert goes_on(_undertaking("keep the mine open", kind, due)) is held
    assert goes_on(_undertaking("stay shut until at least 3 May", due="3 May"))
    assert not goes_on(_undertaking("wait until autumn and reopen by 3 May", due="by 3 May"))


def test_it_is_told_as_it_reads():
    for action, told in (
        ("open the port", "undertook to open the port"),
        ("not to open the port", "undertook not to open the port"),
        ("no jobs will go", "undertook that no jobs will go"),
        ("customers will be refunded", "undertook that customers will be refunded"),
    ):
        assert undertook(_undertaking(action), action) == told


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("It has removed the first of the eleven wrecks", True), ("Two of the wrecks were lifted", True),
        ("Only three of 11 boats sailed", True), ("Some of the money was paid", True),
        ("The council removed the wrecks", False), ("It opened the port in the middle of May", False),
        ("The first of May was a holiday", False),
    ],
)  # fmt: skip
def test_parts(text, partial):
    assert is_partial(text) is partial


@pytest.mark.parametrize(
    ("undertaken", "told", "short"),
    [
        ("hire 40 divers", "It has hired 44 divers", False), ("hire 40 divers", "It has hired 20 divers", True),
        ("hire 40 divers", "It hired 40 divers in 2024", False), ("hire divers", "It hired 12 divers", False),
        ("hire up to 40 divers", "It hired 30 divers", False),
        ("pay 600 crowns", "It paid 600 crowns 2 weeks late", False), ("pay 600 crowns", "It paid 500 crowns", True),
        ("pay 1,000 crowns", "It paid 1,000 crowns", False),
        ("raise the levy from 10 to 50 %", "It raised the levy to 50 % on June 9", False),
    ],
)  # fmt: skip
def test_numbers(undertaken, told, short):
    assert falls_short(undertaken, told) is short


@pytest.mark.parametrize(
    ("text", "person", "body", "theirs"),
    [
        ("Torv Marine's chief executive, Ann Lee, promised it.", "Ann Lee", "Torv Marine", True),
        ("Torv chief executive Ann Lee promised it.", "Ann Lee", "Torv Marine", True),
        ("Ann Lee, the head of the Port Board, promised it.", "Ann Lee", "Port Board", True),
        ("Ann Lee sued Torv Marine.", "Ann Lee", "Torv Marine", False),
        ("Torv Marine's rival hired Bo Falk. Ann Lee left.", "Ann Lee", "Torv Marine", False),
        ("Lee promised it.", "Lee", "Torv Marine", False),
    ],
)
def test_whose_a_person_is(text, person, body, theirs):
    assert is_of_body(person, body, text) is theirs
