"""What a body's own paper says will be done binds it; in a report it is news."""

import pytest

NOTICE = {"genre": "release", "outlet": "Selm Water Board"}


@pytest.mark.parametrize(
    "text",
    [
        "Alarms will be put in all 412 flats.",
        "The director who sold the pumps will be prosecuted.",
        "Every household in the valley will get a radio.",
        "The gauges are to be fitted before 1 May 2041.",
        "There will be no works at night.",
    ],
)
def test_a_body_binds_itself_by_what_it_says_will_be_done(undertaken, text):
    (found,) = undertaken(text, **NOTICE)
    assert found.parties == ("Selm Water Board",)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody will be surprised by the result.",
        "Further details will be announced in due course.",
        "Harvests will be hit by the frost.",
        "There will be no winner in this quarrel.",
        "The council believes that the road will be closed.",
        "Perhaps the gauges will be fitted.",
        "Households will have a chance to object.",
    ],
)
def test_a_forecast_binds_nobody(undertaken, text):
    assert not undertaken(text, **NOTICE)


@pytest.mark.parametrize(
    "text", ["Alarms will be put in all 412 flats.", "Every household in the valley will get a radio."]
)
def test_in_a_report_the_same_binds_nobody(undertaken, text):
    assert not undertaken(text, outlet="Selm Gazette")


def test_what_comes_out_from_a_council_is_its_own_word(undertaken):
    (found,) = undertaken("The hall will be rebuilt.", outlet="Selm Town Council")
    assert found.parties == ("Selm Town Council",)
