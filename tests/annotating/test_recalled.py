"""What a short definite phrase calls again is said in a claim's own words, or left where two could be meant."""

import pytest

from onrecord.annotating import annotate
from onrecord.reading import read


def texts(text):
    return [claim.text for claim in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Tarn Dairies will shut its cheese works at Holm. The works employs 90 people.",
            "The cheese works employs 90 people",
        ),
        (
            "A survey of the harbour walls was made in May. The survey found no cracks.",
            "The survey of the harbour walls found no cracks",
        ),
        ("The pilot sank two coal barges off Holm. The barges were empty.", "The coal barges were empty"),
        (
            "The Harl Health Trust sold a clinic in May. The trust has closed two wards since.",
            "The Harl Health Trust has closed two wards since",
        ),
        (
            "The Harl Health Trust sold a clinic in May. Nurses say the Trust lied to them.",
            "The Harl Health Trust lied to Nurses",
        ),
        (
            "Velnor Metals opened a mine. Velnor Metals sold it in May. The company's profits have doubled.",
            "Velnor Metals' profits have doubled",
        ),
    ],
)
def test_what_was_introduced_more_fully_is_named(text, claim):
    assert claim in texts(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The steel mill at Holm and the paper mill at Sund burned. The mill was insured.", "The mill was insured"),
        ("A coal barge sank off Holm. A barge was towed in. The barge was empty.", "The barge was empty"),
        ("The door was shut. The cellar door was open. The door was locked.", "The door was locked"),
        ("A crewman saw an open door. The door was locked later.", "The door was locked later"),
        ("The guards closed Sunday's market. The market is old.", "The market is old"),
    ],
)
def test_where_two_could_be_meant_nothing_is_filled_in(text, claim):
    assert claim in texts(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The council denied that staff had been told to lie.", "Staff had not been told to lie"),
        (
            "The line denied that any ship of its fleet had ever sailed late.",
            "No ship of its fleet had ever sailed late",
        ),
        ("The gate had stuck now and then, Ann Bell said.", "The gate had stuck now and then"),
    ],
)
def test_a_denial_and_a_joint_stand_in_the_words(text, claim):
    assert claim in texts(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The town sold the old fire station in May. The building was empty.", "The old fire station was empty"),
        ("A ferry hit the quay. Ann Bell said the vessel had no radar.", "The ferry had no radar"),
        ("A ferry and a tanker met in fog. The vessel had no radar, Ann Bell said.", "The vessel had no radar"),
        (
            "The health board found lead in the water. It told the parents on Friday.",
            "The health board told the parents",
        ),
    ],
)
def test_a_general_noun_calls_the_one_of_its_kind(text, claim):
    assert any(one.startswith(claim) for one in texts(text))


def test_what_leads_up_to_a_colon_is_apart():
    assert "This was no attack" in texts("22.31 Minister Ann Bell on television: This was no attack.")


def test_what_is_told_besides_of_a_minister_hides_nobody():
    told = "Norway's harbour minister, Tomas Brandt, admitted on Monday that the ship sank."
    later = "It was a reversal for the minister, who denied in March that the ship sank."
    claims = annotate(read(f"{told}\n\n{later}".encode())).claims
    assert {claim.holder.name for claim in claims if claim.polarity == "negated"} == {"Tomas Brandt"}
