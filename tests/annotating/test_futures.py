"""Undertakings with "will" and "is set to": whose they are, and forecasts and habits that only look like them."""

import pytest

PEOPLE = "Ann Lee|Bo Falk"
BODIES = "Ministry of Mines"


@pytest.fixture
def one(undertaken):
    """The one undertaking of a text."""

    def found(text, **given):
        (single,) = undertaken(text, people=PEOPLE, places="Norland|Sudmark", bodies=BODIES, **given)
        return single

    return found


@pytest.mark.parametrize(
    ("text", "kind", "parties", "action"),
    [
        ("Ann Lee, who will address the fair on Monday, arrived.", "plan", ("Ann Lee",), "address the fair on Monday"),
        ("The talks will be hosted by the Ministry of Mines.", "plan", ("Ministry of Mines",), "be hosted by"),
        ("Ann Lee is scheduled to appear on the radio.", "plan", ("Ann Lee",), "appear on the radio"),
        ("Norland remains committed to clearing the strait.", "pledge", ("Norland",), "clearing the strait"),
        ("The squadron will escort the ferries.", "plan", ("squadron",), "escort the ferries"),
        ("Ann Lee will return to Norland.", "plan", ("Ann Lee",), "return to Norland"),
        ("Ann Lee gave assurances that she would sign the treaty.", "pledge", ("Ann Lee",), "sign the treaty"),
    ],
)
def test_what_a_report_ascribes(one, text, kind, parties, action):
    found = one(text)
    assert (found.kind, found.parties) == (kind, parties)
    assert found.action.startswith(action)


@pytest.mark.parametrize(
    "text",
    [
        "Sailors will often mend their own nets.", "White sailors will oppose the levy.",
        "My hope is that Ann Lee will open the port.", "The crews are afraid that Ann Lee will close the port.",
        "The repair will take time.", "Ann Lee will save $3 million with the cuts.",
        "Nobody knows to what extent Ann Lee will open the port.", "How many ferries will it call for?",
        "Democrats and independent voters who said they would vote for Falk stayed away.",
        "Ann Lee will go to pieces.",
    ],
)  # fmt: skip
def test_forecasts_and_habits(undertaken, text):
    assert not undertaken(text, people=PEOPLE, places="Norland", bodies=BODIES)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("“We’re going to mend the wall,” said Ann Lee.", "mend the wall"),
        ("“I will take that promise to the capital,” said Ann Lee.", "take that promise to the capital"),
    ],
)
def test_a_speakers_own_words(one, text, action):
    said = text[1 : text.index(",”") + 1]
    found = one(text, quotes=[(said, "Ann Lee", None)])
    assert (found.parties, found.action) == (("Ann Lee",), action)


@pytest.mark.parametrize(
    "said", ["I’ll take that one,", "We are confident that we will win,", "If it had rained, we would build a roof,"]
)
def test_a_speakers_words_that_undertake_nothing(undertaken, said):
    assert not undertaken(f"“{said}” said Ann Lee.", people=PEOPLE, quotes=[(said, "Ann Lee", None)])


def test_a_speech_needs_no_quotation_marks(one):
    text = (
        "We came to this town in the spring to see the old quays.\n\nWe will rebuild the lamps of our harbour by May."
    )
    found = one(text)
    assert (found.kind, found.action) == ("pledge", "rebuild the lamps of our harbour by May")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("On Friday, the council will vote on the levy.", "Friday"),
        ("Next month, Ann Lee is set to open the port.", "Next month"),
        ("Norland will release the files of the March 3 strike.", None),
        ("Norland is committed to talks as agreed in Resolutions 2254 and 2118.", None),
    ],
)
def test_a_day_before_the_verb_is_a_deadline_and_a_day_in_a_name_is_none(one, text, due):
    found = one(text)
    assert (found.deadline.text if found.deadline else None) == due


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Ann Lee said she would no longer fight the release of the logs.", "no longer fight the release of the logs"),
        ("Ann Lee said that, if elected, she would close the port.", "close the port"),
        ("Ann Lee and Bo Falk will open the port, the harbour board announced Friday.", "open the port"),
        ("Ann Lee called upon Bo Falk to close the port.", "close the port"),
        ("Ann Lee called for the former minister to close the port.", "close the port"),
        ("Ann Lee drew crowds while calling to close the port.", "close the port"),
        ("Ann Lee reaffirmed her commitment to closing the port.", "closing the port"),
        ("Ann Lee called for a levy, an idea that has angered many crews.", "a levy"),
    ],
)
def test_what_is_undertaken(undertaken, text, action):
    (found,) = undertaken(text, people="Ann Lee|Bo Falk")
    assert found.action == action


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said she would consider an offer.", "The state will decide whether he is right.",
        "Ann Lee said she would not name the donor.", "Ann Lee called to say that the port was shut.",
        "It called to mind a song.", "“I’m just not ready to do that,” Ann Lee said.",
        "Neither Ann Lee nor her crew asked for money.",
    ],
)  # fmt: skip
def test_what_leaves_it_open(undertaken, text):
    assert not undertaken(text, people="Ann Lee|Bo Falk")
