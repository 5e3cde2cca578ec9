"""What a clause tells to be taken back, and deeds told by a noun."""

import pytest

from onrecord.comparing.nominal_deeds import nominal_deed
from onrecord.comparing.renouncing import taken_back


@pytest.mark.parametrize(
    ("text", "denied", "action"),
    [
        ("Velmark dropped its pledge to close the quarry", False, "close the quarry"),
        ("The mayor has gone back on her promise to plant limes", False, "plant limes"),
        ("The plan to widen the bridge has been shelved", False, "widen the bridge"),
        ("Velmark no longer intends to close the quarry", True, "close the quarry"),
        ("The council has decided against raising the toll", False, "raising the toll"),
        ("The council will not raise the toll after all", True, "raise the toll"),
        ("Velmark did not drop its pledge to close the quarry", True, None),
        ("Velmark dropped anchor off the pier to wait", False, None),
        ("Velmark will not raise the toll", True, None),
        ("The mayor kept her promise to plant limes", False, None),
    ],
)
def test_what_is_taken_back(text, denied, action):
    assert taken_back(text, denied=denied) == action


@pytest.mark.parametrize(
    ("text", "thing", "owner", "stage"),
    [
        ("The planting of the limes has begun", "the limes", None, "under way"),
        ("Velmark’s withdrawal of its troops was completed on Friday", "its troops", "Velmark", "done"),
        ("The closure of the quarry has not yet started", "the quarry", None, "not done"),
        ("Bridge repairs are under way", "Bridge", None, "under way"),
        ("President Lee put off his visit to Sorania until May", "Sorania", None, "late"),
        ("The council has called off its sale of the hall", "the hall", None, "given up"),
        ("The review of the rota was then cancelled", "the rota", None, "given up"),
        ("The repair has been postponed until the autumn", "", None, "late"),
    ],
)
def test_a_deed_told_by_a_noun(text, thing, owner, stage):
    deed = nominal_deed(text, denied=False)
    assert deed is not None
    assert (deed.thing, deed.owner, deed.stage) == (thing, owner, stage)


@pytest.mark.parametrize(
    "text", ["Repair was completed", "The concert of the choir has begun", "The planting was dull", "It has begun"]
)
def test_what_tells_no_deed(text):
    assert nominal_deed(text, denied=False) is None
