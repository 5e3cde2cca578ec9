"""What is arranged rather than promised: "is to meet", "are leaving on Friday", what an accord binds somebody to."""

import pytest

PEOPLE = "Ann Lee|Bo Falk"
BODIES = "Harbour Bank|Ministry of Mines"


@pytest.mark.parametrize(
    ("text", "kind", "parties", "action"),
    [
        ("Ann Lee is to meet the owners of the quarry.", "plan", ("Ann Lee",), "meet the owners"),
        ("Under the accord, Norland is to hand over the islets.", "agreement", ("Norland",), "hand over the islets"),
        ("Under the treaty, Norland will release the crew.", "agreement", ("Norland",), "release the crew"),
        ("The quarry is to be searched by the Ministry of Mines.", "plan", ("Ministry of Mines",), "be searched by"),
        ("Ann Lee is leaving the Harbour Bank on 9 August 2031.", "plan", ("Ann Lee",), "leaving the Harbour Bank"),
        ("The pact obliges Norland to share the catch.", "agreement", ("Norland",), "share the catch"),
        ("The Harbour Bank stands ready to buy the bonds.", "plan", ("Harbour Bank",), "buy the bonds"),
        ("The council gave Norland until May 2031 to clear the wreck.", "order", ("council",), "clear the wreck"),
        (
            "Norland and Sudmark signed a treaty under which they will share the river.", "agreement",
            ("Norland", "Sudmark"), "share the river",
        ),
    ],
)  # fmt: skip
def test_what_is_arranged(undertaken, text, kind, parties, action):
    found = undertaken(text, people=PEOPLE, places="Norland|Sudmark", bodies=BODIES, published="2030-01-10")
    assert [(c.kind, c.parties) for c in found] == [(kind, parties)]
    assert found[0].action.startswith(action)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is to blame.", "It is to be hoped that the ferries run.", "The aim of the walk is to raise spirits.",
        "Ann Lee is leaving the hall.", "Nobody knows whether Ann Lee is to meet the owners.",
        "The law obliges shops to charge for bags.", "Ann Lee gave the crew until May to think.",
    ],
)  # fmt: skip
def test_what_only_looks_arranged(undertaken, text):
    found = undertaken(text, people=PEOPLE, places="Norland", bodies=BODIES, published="2030-01-10")
    assert [c for c in found if c.kind != "order"] == []


@pytest.mark.parametrize(
    ("text", "kind", "parties", "action"),
    [
        ("Ann Lee offered to fund a school.", "pledge", ("Ann Lee",), "fund a school"),
        ("The Harbour Bank means to sell the mill.", "plan", ("Harbour Bank",), "sell the mill"),
        ("Ann Lee assured the crews that every wage would be paid.", "pledge", ("Ann Lee",), "every wage"),
        ("Ann Lee repeated her pledge that no mill would be closed.", "pledge", ("Ann Lee",), "no mill"),
        ("Norland has set itself the goal of halving its waste.", "plan", ("Norland",), "halving its waste"),
        ("Ann Lee asked anyone who saw the barge to call the police.", "call_for", ("Ann Lee",), "call the police"),
        ("Bo Falk challenged Ann Lee to publish her letters.", "call_for", ("Bo Falk",), "publish her letters"),
        ("Norland joined Sudmark in vowing to clear the strait.", "pledge", ("Norland",), "clear the strait"),
        ("Ann Lee said the mill would be open by March 2031.", "pledge", ("Ann Lee",), "the mill would be"),
        ("The miners are marching against government plans to cut 900 jobs.", "plan", ("government",), "cut 900 jobs"),
    ],
)  # fmt: skip
def test_verbs_and_nouns_that_undertake(undertaken, text, kind, parties, action):
    found = undertaken(text, people=PEOPLE, places="Norland|Sudmark", bodies=BODIES, published="2030-01-10")
    assert [(c.kind, c.parties) for c in found] == [(kind, parties)]
    assert found[0].action.startswith(action)


@pytest.mark.parametrize(
    "text",
    [
        "This means to many that the strike is over.", "Bo Falk warned that the dam would fall.",
        "Bo Falk assured the crews that Ann Lee would win.", "Ann Lee was offered a chance to speak.",
        "Norland should be glad of the wall and agree to pay for it.", "Bo Falk told a story to win the crowd.",
        "Both pledged delegates and guests ate.", "No state shall return a crew to the sea.",
    ],
)  # fmt: skip
def test_verbs_that_undertake_nothing(undertaken, text):
    assert not undertaken(text, people=PEOPLE, places="Norland", bodies=BODIES, published="2030-01-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Bank now expects to reopen its hall on May 12.", ["plan"]),
        ("The Harbour Bank expects to win the contract on May 12.", []),
        ("The Harbour Bank expects to reopen its hall.", []),
        ("Ann Lee had twice threatened to cut supplies.", ["plan"]),
        ("Under the accord, Norland will pay 9 million crowns and Sudmark will lift the levy.", ["agreement"] * 2),
    ],
)
def test_expecting_threatening_and_under_an_accord(undertaken, text, expected):
    found = undertaken(text, people=PEOPLE, places="Norland|Sudmark", bodies=BODIES, published="2030-01-10")
    assert [c.kind for c in found] == expected


def test_a_release_pledges_what_its_issuer_or_its_state_will_do(undertaken):
    issuer = "Ministry of Fisheries of Norland"
    for text, kind in (
        ("Norland will lift the levy in May.", "pledge"),
        ("Sudmark will lift the levy in May.", "plan"),
    ):
        found = undertaken(text, places="Norland|Sudmark", published="2030-01-10", genre="release", outlet=issuer)
        assert [c.kind for c in found] == [kind]
