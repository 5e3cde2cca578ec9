"""What is resolved or laid down without a name, and in minutes."""

import pytest

MINUTES = "Minutes of the meeting of Vell Parish Council held on 3 June 2019.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "parties", "action"),
    [
        ("It was RESOLVED that the Clerk write to the county.", "order", ("Vell Parish Council",), "the Clerk write"),
        ("It was agreed to obtain three quotations.", "agreement", ("Vell Parish Council",), "obtain three"),
        ("Harbour Master to circulate the charges by 10 July.", "plan", ("Harbour Master",), "circulate the charges"),
    ],
)
def test_minutes(undertaken, text, kind, parties, action):
    (found,) = undertaken(MINUTES + text)
    assert (found.kind, found.parties) == (kind, parties)
    assert found.action.startswith(action)


def test_what_was_resolved_elsewhere_has_no_party(undertaken):
    (found,) = undertaken("It was decided to close the harbour at night.")
    assert (found.kind, found.parties) == ("plan", ())


def test_a_law_binds_by_its_day(undertaken):
    text = "Landlords will have to register every flat by the end of September under a by-law passed on Monday."
    (found,) = undertaken(text)
    assert (found.kind, found.parties, found.deadline.end) == ("order", (), "2019-10-01")


def test_an_issuer_lays_down_what_its_members_do(undertaken):
    text = "Clubs must submit their plans by 14 August."
    (found,) = undertaken(text, genre="release", outlet="Norland Handball Federation")
    assert (found.kind, found.parties) == ("order", ("Norland Handball Federation",))
    assert found.deadline.end == "2019-08-15"
    assert not undertaken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Clubs must be proud of their players.", "Governments must pay more.", "We must submit to nobody.",
        "Boxes must be stored in the cold.", "If clubs must submit plans, many will leave.",
    ],
)  # fmt: skip
def test_what_a_release_only_holds(undertaken, text):
    assert not undertaken(text, genre="release", outlet="Norland Handball Federation")


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Master to circulate the charges by 10 July.", "It was not agreed to close the harbour.",
        "Landlords will have to wait.", "Drivers have to register under the by-law.",
        "The crews voted to accept the offer.",
    ],
)  # fmt: skip
def test_what_a_report_only_tells(undertaken, text):
    assert not undertaken(text)


def test_a_vote_on_what_is_to_come(undertaken):
    (found,) = undertaken("Teachers voted on Monday to walk out on 9 December.")
    assert (found.kind, found.parties, found.deadline.start) == ("plan", ("Teachers",), "2019-12-09")


@pytest.mark.parametrize(
    ("text", "action", "due"),
    [
        ("The firm must repay the grant within 30 days.", "repay the grant within 30 days", "within 30 days"),
        ("The drivers’ union has until 3 July to answer the offer.", "answer the offer", "until 3 July"),
        ("The firm has three months to refit its boats.", "refit its boats", None),
    ],
)
def test_a_last_day_makes_an_order(undertaken, text, action, due):
    (found,) = undertaken(text)
    assert (found.kind, found.action) == ("order", action)
    assert due is None or found.deadline.text == due


@pytest.mark.parametrize(
    "text",
    [
        "Residents have until 31 October to object.",
        "The appeal must be lodged within 14 days.",
        "The firm must be mad.",
        "He has three months to live.",
    ],
)
def test_a_chance_or_a_need_is_no_order(undertaken, text):
    assert not undertaken(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("RESOLVED: that the clerk write to the drainage board.", "order"),
        ("3. AGREED to buy two lifebuoys.", "agreement"),
    ],
)
def test_a_note_of_what_was_resolved_binds_the_meeting(undertaken, text, kind):
    (found,) = undertaken(f"Minutes of the Lake Council\n\n{text}")
    assert (found.kind, found.parties) == (kind, ("Lake Council",))
