"""What stands among the undertakings of one voice goes on with them; alone it would be news or a forecast."""

import pytest

LIST = "The harbour board agreed to dredge the basin by May. The harbour board vowed to buy two tugs. "


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The night ferry will run again from September.", "The night ferry will run again from September"),
        ("A bust of the poet will be set up at the quay.", "A bust of the poet will be set up at the quay"),
        ("There will be a school in each of the six towns.", "be a school in each of the six towns"),
        ("An inquiry will report within six months.", "An inquiry will report within six months"),
    ],
)
def test_a_list_of_undertakings_goes_on(undertaken, text, action):
    found = next(one for one in undertaken(LIST + text) if one.action == action)
    assert found.parties == ("harbour board",)


@pytest.mark.parametrize(
    "text",
    [
        "The night ferry will run again from September.",
        "A bust of the poet will be set up at the quay.",
        "There will be a school in each of the six towns.",
    ],
)
def test_alone_it_is_news(undertaken, text):
    assert not undertaken(f"The harbour board met on Monday. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "There will be rain in the north.",
        "Will the night ferry run again from September?",
        "Nobody will be surprised by the result.",
        "Analysts believe that the night ferry will run again.",
        "The storm will reach the coast in June.",
    ],
)
def test_a_forecast_or_a_question_among_undertakings_is_none(undertaken, text):
    assert len(undertaken(LIST + text)) == 2


def test_another_voice_is_not_bound_by_the_list(undertaken):
    words = "“The night ferry will run again from September,”"
    text = f"{LIST}{words} said Bo Marsh, a fisherman from Selm."
    found = undertaken(text, people="Bo Marsh", quotes=((words, "Bo Marsh", None),))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The harbour board has met. It will buy two tugs by May.", "harbour board"),
        ("Torv Motors has lost money. It will close two plants by May.", "Torv Motors"),
    ],
)
def test_it_takes_up_the_body_that_the_sentence_before_is_about(undertaken, text, party):
    (found,) = undertaken(text)
    assert found.parties == (party,)


def test_it_of_a_thing_undertakes_nothing(undertaken):
    assert not undertaken("The river rose again. It will flood the road by May.")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry gave the port authority until 1 May to publish the log.",
        "The port authority has until 1 May to publish the log.",
    ],
)
def test_a_last_day_given_is_the_deadline(undertaken, text):
    (found,) = undertaken(text)
    assert (found.kind, found.action, found.deadline.text) == ("order", "publish the log", "until 1 May")
