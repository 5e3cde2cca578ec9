"""For whom a spokesman speaks, and whom a relative clause is about: nobody's words are put into another's mouth."""

import pytest

from onrecord.annotating import annotate
from onrecord.annotating.spokesmen import mouthpiece_of, spoken_for
from onrecord.reading import read


@pytest.mark.parametrize(
    ("description", "body"),
    [
        ("spokeswoman for the water board", "water board"),
        ("a senior spokesman for Gorin Rail", "Gorin Rail"),
        ("press officer at the port", "port"),
        ("head of the Harl Fire Service", None),
        ("Pavel Nitz", None),
        ("", None),
        (None, None),
        ("spokesman for " + "x" * 500, None),
    ],
)
def test_the_body_of_a_spokesman(description, body):
    assert mouthpiece_of(description) == body


def test_an_official_speaks_for_a_named_body_alone():
    assert spoken_for("head of the Harl Fire Service") == "Harl Fire Service"
    assert spoken_for("head of the water board") is None


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A spokeswoman for the tax office said it had lost no files.", "The tax office had lost no files"),
        ("A spokesman for Gorin Rail said it would appeal.", "Gorin Rail would appeal"),
        ("Gorin Rail's spokesman, Pavel Nitz, said that it had never used the track.",
         "Gorin Rail had never used the track"),
        ("A police spokesman said they had found no weapon.", "The police had found no weapon"),
        ("Ida Moor, a spokeswoman for the tax office, said it had lost no files.", "The tax office had lost no files"),
        ("The chief executive of Orlund Steel, Ann Berg, said it would cut 40 jobs.", "Orlund Steel would cut 40 jobs"),
        ("The fund will pay four members of the Belvan team, who have to leave the country by June.",
         "Four members of the Belvan team have to leave the country by June"),
        ("The paper by the institute Brell & Co, which was released in May, blames the pumps.",
         "The paper was released in May"),
        ("The survey by the firm Lott & Beem, which was published in April, found lead.",
         "The survey was published in April"),
        ("The people of Harl, who fled in May, have returned.", "The people of Harl fled in May"),
        ("Velmark sent the logs on Friday, hours before a deadline set by Orlund expired.",
         "A deadline set by Orlund expired"),
    ],
)  # fmt: skip
def test_whose_deed_it_is(text, claim):
    assert claim in [one.text for one in annotate(read(text.encode())).claims]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The spokesman for the bank said the vault was empty and that it was locked.", "The bank was locked"),
        ("The inquiry will ask what happened in Tarn, who gave the order and why.", "Tarn gave the order"),
        ("The plant is owned by the Norvian state, and the Norvian state has to pay for it.",
         "The Norvian state has to pay for the Norvian state"),
        ("Ada Voss, a chemist at the University of Oss, said it confirmed her estimate.",
         "University of Oss confirmed Ada Voss' estimate"),
        ("They met in Lisbon, who knows why.", "Lisbon knows why"),
    ],
)  # fmt: skip
def test_nobody_is_made_a_doer(text, wrong):
    assert wrong not in [one.text for one in annotate(read(text.encode())).claims]
