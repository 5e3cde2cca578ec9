"""What points back at whoever spoke before: "it said", "the company", "a spokesman", "one of them"."""

import pytest
from tests.annotating.test_speakers import attributed, last_speaker, of, transcript

from onrecord.model.documents import Terms


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("An audit report found that the dam leaked. It said the gates were shut.", "audit report"),
        ("The report, seen by the Courier, said the dam leaked.", "report"),
    ],
)
def test_a_paper_speaks_on(text, description):
    speaker = last_speaker(text)
    assert (speaker.description, speaker.party) == (description, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brell Minerals sold the mill in May. The company said on Monday that prices fell.", "Brell Minerals"),
        ("Brell Minerals sold the mill in May. Buyers wanted Brell to pay. Brell said it would.", "Brell Minerals"),
        ("The Fish Authority met on Monday. Boats waited. Crews slept. Nets dried. Rain fell. It was cold. "
         "The authority said boats must wait.", "Fish Authority"),
        ("The company that insures the dam, Norrland Mutual, said it would pay.", "Norrland Mutual"),
        ("A private company, Marlow Dredging, sold the boats. Marlow Dredging said it would pay.", "Marlow Dredging"),
        ("Lawyers for Hale & Dorn left. Hale & Dorn said it would pay.", "Hale & Dorn"),
    ],
)  # fmt: skip
def test_a_body_is_known_again(text, name):
    assert last_speaker(text).name == name


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norrland Mutual said it would pay. A spokesman said claims had doubled.", "Norrland Mutual"),
        ("The Fish Board met on Monday. The board’s director, Ann Lee, said boats must wait.", "Fish Board"),
        ("The Fish Board met on Monday. Ann Lee, a spokeswoman for the board, said boats must wait.", "Fish Board"),
        ("Brell Minerals sold the mill. Chief executive Ann Lee said prices fell.", "Brell Minerals"),
        ("Norrland Mutual declined to comment. One of its engineers said claims had doubled.", "Norrland Mutual"),
    ],
)
def test_whom_somebody_speaks_for_is_the_body_named_before(text, party):
    assert last_speaker(text).party == party


def test_one_of_them_is_one_of_the_group_and_speaks_on_its_terms():
    statements, _ = attributed(
        "Two senior officials, speaking on condition of anonymity, said the boats left. "
        "One of them, who saw the boats, said it was raining."
    )
    first, second = (s for s in statements if s.source)
    assert second.speaker.anonymous
    assert second.speaker.description == "senior official"
    assert second.terms == first.terms


def test_terms_of_another_source_do_not_count():
    statements, _ = attributed(
        "Officials said the boats left. Crews waited. A ministry aide who asked not to be named said it was raining."
    )
    assert [s.terms.kind if s.terms else None for s in statements if s.source] == [None, "background"]


def test_an_office_of_a_state_is_no_hidden_source():
    assert not last_speaker("Norway’s prime minister told reporters that the boats would leave.").anonymous


def test_he_within_a_turn_is_the_office_told_of_there():
    statements, _ = of(transcript(("MR. HOLM", "The mayor said it was raining. She said the boats had left.")))
    nested = [s.speaker.description for s in statements if s.nested_in is not None]
    assert nested == ["mayor", "mayor"]


def test_officials_of_a_call_speak_on_the_terms_told_for_them():
    terms = Terms(kind="on_record", text="on the record")
    statements, _ = of(
        transcript(
            ("MODERATOR", "This call is on the record. With us on background is a Coast Agency official."),
            ("COAST AGENCY OFFICIAL", "Sixty boats are waiting."),
            terms=terms,
        )
    )
    assert [s.terms.kind if s.terms else None for s in statements if s.manner == "turn"] == [None, "background"]


def test_calling_somebody_something_urges_nothing():
    statements, _ = attributed("Ann Lee called the plan “an insult to every fisherman.”")
    assert [s.stance for s in statements] == ["asserts"]


def test_reported_words_of_another_sentence_belong_to_no_cue():
    text = "One of them said Lee was “furious.”\nResidents were less patient.\nNobody left."
    statements, _ = attributed(text)
    assert all("Residents" not in span.of(text) for s in statements for span in s.content)


def test_her_spokesman_is_that_of_whoever_spoke_last():
    speaker = last_speaker(
        "Transport Minister Edda Moss said the army would help. "
        "The minister, a former docker herself, ruled out a tax. Her spokesman later said that it was raining."
    )
    assert speaker.description == "Edda Moss’s spokesman"


def test_an_executive_who_may_not_speak_is_known_again_without_the_clause():
    statements, _ = attributed(
        "A FreshCo executive, who was not authorised to speak publicly, said that sales had halved. "
        "“We are not at panic yet,” the executive said."
    )
    told = [(s.speaker.description, s.terms.kind if s.terms else None) for s in statements]
    assert told == [("FreshCo executive", "background")] * 2
