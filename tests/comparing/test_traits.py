"""What a pair shows before the model is asked. All people, places and things are invented."""

import pytest

from onrecord.comparing.gates import checks_of
from onrecord.comparing.keys import loose_topic
from onrecord.comparing.sides import Context
from onrecord.comparing.traits import names_in, traits_of

HOLT = {"by": "Dagny Holt", "party": "Velmark"}
MARAN = {"by": "Ilse Maran", "party": "Sorania"}


def traits(memory, says, doc, one, other):
    record = memory()
    made = [doc("a", says(one[0], one[1], **one[2])), doc("b", says(other[0], other[1], **other[2]))]
    for each in made:
        record.keep(each)
    sides = Context(record).sides([claim for each in made for claim in each.claims], loose_topic)
    return traits_of(*sides, checks_of(*sides, (), ()))


OWES = ("Sorania owes Velmark 40 crowns for gas.", "owe", {"agent": "Sorania", "recipient": "Velmark", **HOLT})
TURNED = ("Velmark owes Sorania 40 crowns for gas.", "owe", {"agent": "Velmark", "recipient": "Sorania", **MARAN})
DENIED = (
    "Velmark does not owe Sorania a crown.",
    "owe",
    {"no": True, "agent": "Velmark", "recipient": "Sorania", **MARAN},
)
COUNTED = ("Fever killed 26 people in Harl.", "kill", {"theme": "people", "place": "Harl", **HOLT})
RECOUNTED = ("77 people died of fever in Harl.", "die", {"agent": "people", "place": "Harl", **MARAN})
KNEW = ("The council was aware of the rot.", "aware", {"agent": "council", "theme": "rot", **HOLT})
TWICE = (
    "The council was not unaware of the rot.",
    "unaware",
    {"no": True, "agent": "council", "theme": "rot", **MARAN},
)


UNOWED = (
    "Sorania does not owe Velmark 40 crowns.",
    "owe",
    {"no": True, "agent": "Sorania", "recipient": "Velmark", **MARAN},
)
UNSAID = ("Sorania did not sign the gas letter.", "sign", {"no": True, "theme": "gas letter", **MARAN})
NINE = ("Nine of the miners were taken to the clinic in Harl.", "take", {"theme": "miner", "place": "Harl", **HOLT})
NONE = ("None of the miners needed the clinic.", "need", {"no": True, "agent": "miner", "theme": "clinic", **MARAN})
ABOVE = ("Of those tested 31 pupils had lead above 5 units.", "have", {"agent": "pupil", "theme": "lead", **HOLT})
BEYOND = ("Only 12 pupils had lead above 10 units.", "have", {"agent": "pupil", "theme": "lead", **MARAN})
ABOVE_TOO = ("Only 12 pupils had lead above 5 units.", "have", {"agent": "pupil", "theme": "lead", **MARAN})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (OWES, TURNED, {"exchanged": 1.0, "turned": 1.0, "borne out": 1.0, "counts agree": 1.0}),
        (OWES, DENIED, {"exchanged": 1.0, "one denies": 1.0, "polarity": 1.0}),
        (OWES, OWES, {"exchanged": 0.0, "turned": 0.0, "covered": 1.0, "left over": 0.0}),
        (COUNTED, RECOUNTED, {"counts differ": 1.0, "turned": 1.0, "names on both sides": 0.0}),
        (KNEW, TWICE, {"one denies": 1.0}),
        (KNEW, KNEW, {"turns differ": 0.0}),
        (OWES, UNOWED, {"plainly opposed": 1.0, "denied verb met": 1.0, "verbs met by both": 1.0, "things same": 1.0}),
        (OWES, UNSAID, {"plainly opposed": 0.0, "denied verb missed": 1.0, "denied thing missed": 1.0}),
        (NINE, NONE, {"none against some": 1.0, "one denies": 1.0}),
        (ABOVE, BEYOND, {"counts differ": 0.0}),
        (ABOVE, ABOVE_TOO, {"counts differ": 1.0}),
    ],
    ids=["roles turned round", "the turned deed denied", "the same again", "other numbers", "twice denied", "alike",
         "the deed denied", "another deed denied", "none of them", "counted by two limits", "counted by one limit"],
)  # fmt: skip
def test_traits(memory, says, doc, one, other, expected):
    told = traits(memory, says, doc, one, other)
    assert {name: told[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday Pratt's men left Tolm.", {"pratt", "tolm"}),
        ("All of the Hodges’ land went to Gedge’s sister.", {"hodges", "gedge"}),
        ("Then Jean-Luc O'Brien spoke.", {"jean luc", "o brien"}),
        ("Rain fell.", set()),
    ],
)
def test_names_are_told_without_the_ending_of_an_owner(text, names):
    assert names_in(text) == names


def test_a_claim_about_what_only_the_words_before_tell_points_back(memory, says, doc):
    back, whole = (
        (f"{who} let the smelter furnace go cold all winter.", "let", HOLT) for who in ("It", "The Orra smelter")
    )
    denied = ("The Orra smelter did not let its furnace go cold.", "let", {"no": True, **MARAN})
    assert traits(memory, says, doc, back, denied)["points back"] == 1.0
    assert traits(memory, says, doc, whole, denied)["points back"] == 0.0
