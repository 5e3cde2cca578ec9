"""Parties of undertakings: joined subjects, pronouns, officials of a country, and whose plan a noun tells of."""

import pytest

from onrecord import annotate, read

PEOPLE = "Ann Lee|Bo Falk"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ann Lee and Bo Falk announced they will close the port.", ("Ann Lee", "Bo Falk")),
        ("Ann Lee met Bo Falk. She and Bo Falk vowed to close the port.", ("Ann Lee", "Bo Falk")),
        ("Ann Lee and the union signed. They agreed to close the port.", ("Ann Lee", "union")),
        ("The French officials urged the crews to close the port.", ("France",)),
        ("The leaders of France and Spain agreed to close the port.", ("France", "Spain")),
        ("Falk’s rival, Ann Lee, is a singer and painter who vowed to close the port.", ("Ann Lee",)),
        ("Critics praised Ann Lee. They blamed Bo Falk for his vow to close the port.", ("Bo Falk",)),
        ("Chairman, I urge the crews to close the port.", ()),
        ("A judge’s order to close the port came late.", ("judge",)),
    ],
)
def test_parties(undertaken, text, parties):
    found = undertaken(text, people=PEOPLE, places="France|Spain")
    assert [c.parties for c in found] == [parties]


def test_his_government_is_the_state_that_he_speaks_for():
    text = "Spain’s interior minister, Bo Falk, met Ann Lee on Monday. Falk said his government would close the port."
    found = annotate(read(text.encode(), uri="a.txt")).commitments
    assert [commitment.parties for commitment in found] == [("Spain",)]


@pytest.mark.parametrize(
    ("text", "kind", "action"),
    [
        ("Ann Lee repeated her pledge of more ferries.", "pledge", "more ferries"),
        ("Critics opposed the government’s decision to build a wall.", "plan", "build a wall"),
        ("The town heard calls to boycott the fair.", "call_for", "boycott the fair"),
        ("Bo Falk worried, with officials urging the crews to leave.", "call_for", "leave"),
        ("Ann Lee would later restate a commitment to open the port.", "pledge", "open the port"),
    ],
)
def test_nouns_that_undertake(undertaken, text, kind, action):
    (found,) = undertaken(text, people=PEOPLE)
    assert (found.kind, found.action) == (kind, action)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk told the guests when to join the queue.", "Ann Lee did not return calls for comment.",
        "Ann Lee must do more to push for peace.", "They show notices rather than ask for money.",
        "Ann Lee called out Bo Falk for mocking the crews.", "Ann Lee defended her decision to leave.",
    ],
)  # fmt: skip
def test_words_that_undertake_nothing(undertaken, text):
    assert not undertaken(text, people=PEOPLE)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Friday, France, leading ten states, asked a judge to close the port.", ("France",)),
        ("One of them, the Harbour Board, has threatened to close the port.", ("Harbour Board",)),
        ("Officials from both nations, France and Spain, will close the port.", ("France", "Spain")),
        ("President Ann Lee and Vice President Bo Falk will close the port.", ("Ann Lee", "Bo Falk")),
        ("Ann Lee’s partners are asking how it went and demanding that the crews leave.", ("Ann Lee’s partners",)),
    ],
)
def test_subjects_that_the_parse_puts_elsewhere(undertaken, text, parties):
    (found,) = undertaken(text, people=PEOPLE, places="France|Spain", bodies="Harbour Board")
    assert tuple(sorted(found.parties)) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ann Lee asked whether it was paid. The mayor said yes. She promised to close the port.", ("mayor",)),
        ("Ann Lee spoke. The bank will sell its quay, and it promised to close the port.", ("bank",)),
        ("The town will close the port.", ("town",)),
        ("Vell Mills and the Crews Union signed in Spain and France. Both sides promised to close the port.",
         ("Vell Mills", "Crews Union")),
    ],
)  # fmt: skip
def test_parties_of_the_sentence_before(undertaken, text, parties):
    found = undertaken(text, people=PEOPLE, bodies="Vell Mills|Crews Union", places="France|Spain")
    assert [c.parties for c in found if "close" in c.action] == [parties]
