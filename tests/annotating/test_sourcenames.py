"""Which named entity a source's words are, who is one out of a group, and on whose terms they spoke."""

import pytest
from tests.annotating.test_speakers import attributed, last_speaker, of, transcript


def told(text: str):
    """Each statement's source as it is known: a name, or what the text calls it."""
    return [s.speaker.name or s.speaker.description for s in attributed(text)[0] if s.nested_in is None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Relatives met at the harbour. One of them, retired teacher Ann Holm, 71, said the pier was dark.",
            "Ann Holm",
        ),
        ("“We will repair every pier,” said Delway Shipping President and CEO Grant Ellery.", "Grant Ellery"),
        ("Board spokesman Per Dahl said the report was a draft.", "Per Dahl"),
        (
            "Lena Cole accused Jonas Reed of hiding. “We are still waiting for the report,” she said.",
            "Lena Cole",
        ),
        (
            "The historian Simon Vale wrote that the pier was lost. Reed, he claimed, had never been there. "
            "Malcolm Reed is the engineer.",
            "Simon Vale",
        ),
    ],
)
def test_the_named_entity_is_the_speaker(text, name):
    assert last_speaker(text).name == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Delway Shipping President and CEO Grant Ellery left. Delway Shipping sank.",
            "Delway Shipping",
            "organisation",
        ),
        ("Board spokesman Per Dahl left early. Nobody saw Dahl again.", "Per Dahl", "person"),
    ],
)
def test_what_an_office_stands_beside_tells_a_name(text, name, kind):
    assert (name, kind) in {(entity.name, entity.kind) for entity in attributed(text)[1]}


def test_one_of_the_people_has_their_description_and_their_terms():
    text = (
        "The firm had cut its crews, three people familiar with the inquiry told the Courier.\n"
        "The people, who spoke on condition of anonymity, said only one officer was awake.\n"
        "“There should have been two of them awake,” one of the people said.\n"
        "A second person said that the firm had been warned."
    )
    statements, _ = attributed(text)
    assert [s.speaker.description for s in statements] == [
        "people familiar with the inquiry", "people familiar with the inquiry", "person familiar with the inquiry",
        "person familiar with the inquiry",
    ]  # fmt: skip
    assert [s.terms.kind if s.terms else None for s in statements] == ["background"] * 4
    assert len({s.speaker.entity for s in statements}) == 3


def test_one_of_them_is_one_of_those_who_were_spoken_of_last():
    text = "Officials at the port said the pier was safe.\nRelatives met at the gate. One of them said it was not safe."
    assert [name.lower() for name in told(text)] == ["officials at the port", "relative"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister did not say whether the pier was safe.", "refuses"),
        ("The minister does not dispute that the pier is unsafe.", "agrees"),
        ("The minister disputes that the pier is unsafe.", "denies"),
        ("“Who closed the pier?” the minister said.", "asks"),
        ("“Why was it closed? It was safe,” the minister said.", "asserts"),
    ],
)
def test_a_stance_is_that_of_the_cue_or_of_the_words_said(text, stance):
    assert [s.stance for s in attributed(text)[0]] == [stance]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (
            "At a meeting of the harbour society she told members that she would resign.",
            "a meeting of the harbour society",
        ),
        ("In a letter to the Harbour Herald, Ann Lee wrote that she would resign.", "a letter to the Harbour Herald"),
    ],
)
def test_a_venue_may_open_the_sentence(text, venue):
    assert [s.venue for s in attributed(text)[0] if s.venue] == [venue]


def test_what_is_only_asked_nobody_has_said():
    statements, _ = of(
        transcript(
            ("Q", "Does the government admit that the spraying began too late?"),
            ("MINISTER COLE", "The doctors at the clinic told us in May that it was early."),
        )
    )
    assert [s.stance for s in statements if s.nested_in is not None] == ["asserts"]


def test_who_is_called_before_a_report_is_not_its_source():
    statements, _ = of(
        transcript(
            ("Q", "Thank you. Ann Lee, the Courier. Minister, doctors at the clinic told us that patients wait."),
            ("MINISTER COLE", "They do not wait."),
        )
    )
    (nested,) = [s for s in statements if s.nested_in is not None]
    assert nested.speaker.description == "doctors at the clinic"


def test_the_former_minister_is_not_the_minister_who_says_so():
    statements, _ = of(
        transcript(
            ("MINISTER ANN COLE", "The former minister said in 2022 that we would never spray again."),
            ("Q", "And now?"),
        )
    )
    (nested,) = [s for s in statements if s.nested_in is not None]
    assert (nested.speaker.name, nested.speaker.description) == (None, "former minister")


def test_an_official_who_is_handed_over_to_speaks_for_the_agency_told():
    statements, _ = of(
        transcript(
            ("SENIOR OFFICIAL", "Two ports will open. I'll turn it over to my colleague from the Harbour Agency."),
            ("SENIOR OFFICIAL", "Thank you. The first will open in May."),
            ("Q", "Which one?"),
            ("SENIOR OFFICIAL", "We have not said."),
        )
    )
    assert [s.speaker.description for s in statements if s.manner == "turn"] == [
        "senior official", "senior official, Harbour Agency", "reporter", "senior official",
    ]  # fmt: skip


def test_an_outlet_alone_may_be_given_the_floor():
    statements, _ = of(
        transcript(
            ("MODERATOR", "One last question, from Reuters."),
            ("Q", "Is the pier safe?"),
            ("MR. COLE", "It is safe."),
        )
    )
    assert (statements[1].speaker.description, statements[1].speaker.party) == ("reporter", "Reuters")


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        (
            "One big shareholder, who declined to be identified, said that the board should go. Another said he still "
            "backed the chair.",
            ["big shareholder", "big shareholder"],
        ),
        (
            "Analysts at Harrow said that the firm was weak. Another said that it was strong.",
            ["Analysts at Harrow", "Analyst at Harrow"],
        ),
    ],
)
def test_another_is_like_the_one_before(text, descriptions):
    statements, _ = attributed(text)
    assert [s.speaker.description.lower() for s in statements] == [told.lower() for told in descriptions]
    assert len({s.speaker.entity for s in statements}) == 2


def test_a_time_that_one_cue_reports_is_not_when_the_next_one_spoke():
    text = (
        "Cole said talks with the union would resume on Monday, adding that he was “cautiously optimistic” about them."
    )
    assert [s.uttered for s in attributed(text)[0]] == [None, None]


def test_whom_it_was_told_is_no_part_of_what_was_promised():
    text = "“The maker has promised us delivery by the end of July,” Ann Lee said."
    assert "us delivery" not in {span.of(text)[:11] for s in attributed(text)[0] for span in s.content}


def test_on_which_terms_somebody_spoke_is_no_statement():
    text = "A senior official said a review was under way. The official was not authorized to discuss the matter."
    statements, _ = attributed(text)
    assert [(s.speaker.description, s.terms is not None) for s in statements] == [("senior official", True)]


def test_the_maker_is_the_one_firm_that_the_text_names():
    text = "Shares in Kestrel Foods fell. The British ready-meals maker said it would cut its forecast."
    assert last_speaker(text).name == "Kestrel Foods"
