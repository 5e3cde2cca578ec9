"""Which of two claims that meet by their words are set apart by place, doer or time. All of it is invented."""

import pytest

from onrecord.comparing.gates import checks_of
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.sides import Context

HOLT = {"by": "Dagny Holt", "party": "Velmark"}
MARAN = {"by": "Ilse Maran", "party": "Sorania"}


def checks(memory, says, doc, one, other):
    record = memory()
    made = [doc("a", says(one[0], one[1], **one[2])), doc("b", says(other[0], other[1], **other[2]))]
    for each in made:
        record.keep(each)
    sides = Context(record).sides([claim for each in made for claim in each.claims], loose_topic)
    return checks_of(*sides, (), ())


@pytest.mark.parametrize(
    ("name", "one", "other", "place"),
    [
        (
            "one place in two roles",
            ("Velmark sent troops across the border at Harl.", "supply", {"theme": "troop", "place": "border", **HOLT}),
            ("Velmark's troops never crossed the border at Harl.", "cross", {"no": True, "place": "Harl", **MARAN}),
            "agree",
        ),
        (
            "two checkpoints",
            ("Scales were seized at the Harl checkpoint.", "seize",
             {"theme": "scale", "place": "Harl checkpoint", **HOLT}),
            ("No scales were seized at the Lundby checkpoint.", "seize",
             {"no": True, "theme": "scale", "place": "Lundby checkpoint", **MARAN}),
            None,
        ),
        (
            "places that have no name",
            ("The scales were found in the harbour.", "find", {"theme": "scale", "place": "harbour", **HOLT}),
            ("No scales were found in the shed.", "find", {"no": True, "theme": "scale", "place": "shed", **MARAN}),
            "unknown",
        ),
    ],
)  # fmt: skip
def test_place(memory, says, doc, name, one, other, place):
    found = checks(memory, says, doc, one, other)
    assert (found.place if found else None) == place


@pytest.mark.parametrize(
    ("name", "one", "other", "taken"),
    [
        (
            "the same two, the other way round",
            ("Sorania owes Velmark money for gas.", "owe", {"agent": "Sorania", "recipient": "Velmark", **HOLT}),
            ("Velmark owes Sorania money for gas.", "owe", {"agent": "Velmark", "recipient": "Sorania", **MARAN}),
            True,
        ),
        (
            "two other doers of one deed",
            ("Velmark fishes in the Orra reserve.", "fish", {"agent": "Velmark", **HOLT}),
            ("Tarn does not fish in the Orra reserve.", "fish", {"no": True, "agent": "Tarn", **MARAN}),
            False,
        ),
        (
            "a capital that only begins the sentence",
            ("Boats from Velmark fish in the Orra reserve.", "fish", {"agent": "Boats from Velmark", **HOLT}),
            ("Velmark does not fish in the Orra reserve.", "fish", {"no": True, "agent": "Velmark", **MARAN}),
            True,
        ),
        (
            "nobody is no other thing",
            ("None were found in the Harl depot.", "find", {"theme": "none", **HOLT}),
            ("Forty rifles were found in the Harl depot.", "find", {"theme": "forty rifles", **MARAN}),
            True,
        ),
        (
            "how much of it is for arithmetic",
            ("Velmark owes the mill 463 crowns for wool.", "owe", {"agent": "Velmark", "theme": "463 crowns", **HOLT}),
            ("Velmark owes the mill no money for wool.", "owe",
             {"no": True, "agent": "Velmark", "theme": "money", **MARAN}),
            True,
        ),
    ],
)  # fmt: skip
def test_referent(memory, says, doc, name, one, other, taken):
    assert (checks(memory, says, doc, one, other) is not None) == taken


RISE = ("Rents in Harl rose.", "increase", {"theme": "rent", "place": "Harl", **HOLT})
FALL = ("Rents in Harl fell.", "decrease", {"theme": "rent", "place": "Harl", **MARAN})
OPEN = ("The brick kiln in Harl was open.", "open", {"theme": "kiln", "place": "Harl", **HOLT})
SHUT = ("The brick kiln in Harl was shut.", "close", {"theme": "kiln", "place": "Harl", **MARAN})


def on(told, day):
    return (*told[:2], {**told[2], "said": day})


@pytest.mark.parametrize(
    ("one", "other", "taken"),
    [
        (on(RISE, "2030-03-04"), on(FALL, "2030-04-20"), False),
        (on(RISE, "2030-03-04"), on(FALL, "2030-03-04"), True),
        (on(OPEN, "2030-03-04"), on(SHUT, "2030-04-20"), True),
    ],
    ids=["changes of two days", "changes of one day", "states"],
)
def test_what_goes_up_on_one_day_may_come_down_on_another(memory, says, doc, one, other, taken):
    assert (checks(memory, says, doc, one, other) is not None) == taken


def test_a_date_against_another_tense_is_told_and_turns_no_pair_away(memory, says, doc):
    now = ("The brick kiln in Harl is open.", "open", {"theme": "kiln", "said": "2030-03-04", **HOLT})
    then = ("The brick kiln in Harl was shut in 2019.", "close", {"theme": "kiln", "about": "2019", **MARAN})
    later = ("The brick kiln in Harl was shut in 2024.", "close", {"theme": "kiln", "about": "2024", **HOLT})
    assert checks(memory, says, doc, now, then).time == "differ"
    assert checks(memory, says, doc, then, later) is None


BEDS = ("The number of beds in Harl rose this year.", "increase", {"theme": "bed number", "place": "Harl", **HOLT})
WAIT = ("The wait for beds in Harl fell this year.", "decrease", {"theme": "bed wait", "place": "Harl", **MARAN})
FEWER = ("The number of beds in Harl fell this year.", "decrease", {"theme": "bed number", "place": "Harl", **MARAN})


@pytest.mark.parametrize(("other", "taken"), [(WAIT, False), (FEWER, True)], ids=["another measure", "the same"])
def test_what_changes_is_measured_alike(memory, says, doc, other, taken):
    assert (checks(memory, says, doc, on(BEDS, "2030-03-04"), on(other, "2030-03-04")) is not None) == taken
