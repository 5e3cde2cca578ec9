"""What a body says that others will get, or that it will leave alone; and what only looks so."""

import pytest

NAMES = {"people": "Ann Lee|Bo Falk", "places": "Norland", "bodies": "Torv Marine"}


@pytest.mark.parametrize(
    ("text", "party", "action"),
    [
        ("No jobs will go at the yard, its new owner, Torv Marine, assured workers.", "Torv Marine", "No jobs will go"),
        ("The ministry said no school would be closed.", "ministry", "no school would be closed"),
        ("The ministry promised that no school would close.", "ministry", "no school would close"),
        ("Passengers will be refunded, Torv Marine said.", "Torv Marine", "Passengers will be refunded"),
        ("Torv Marine said workers would receive two months' pay.", "Torv Marine", "workers would receive two months"),
        ("Not a single library will be shut, the council said.", "council", "Not a single library will be shut"),
    ],
)
def test_who_says_so_binds_himself(undertaken, text, party, action):
    (found,) = undertaken(text, **NAMES)
    assert (found.kind, found.parties) == ("pledge", (party,))
    assert found.action.startswith(action)


def test_a_speaker_binds_himself_in_his_own_words(undertaken):
    text = "“No jobs will go at the yard.” The minister left."
    (found,) = undertaken(text, quotes=[("No jobs will go at the yard.", "Ann Lee", None)], **NAMES)
    assert (found.action, found.parties) == ("No jobs will go at the yard", ("Ann Lee",))


def test_a_release_speaks_for_its_issuer(undertaken):
    text = "Customers whose supply is cut for a day will receive 30 crowns."
    (found,) = undertaken(text, genre="release", outlet="Alder Water")
    assert found.parties == ("Alder Water",)
    assert not undertaken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody will know the reason, Ann Lee said.", "No party will win a majority, the analyst said.",
        "Ann Lee believes no school will close.", "If no school will be closed, the ministry said, parents can rest.",
        "Residents will see more rain, the bureau said.", "Half of customers will be refunded, the bank said.",
        "No hotel will be built.",
    ],
)  # fmt: skip
def test_forecasts_of_others(undertaken, text):
    assert not undertaken(text, **NAMES)
